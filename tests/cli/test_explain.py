"""The evidence and the lines of a page are shown in order, chosen before lost."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dateline.cli.explain import Lines, print_evidence, print_lines
from dateline.records import Article, Evidence, Line, Page, Reading, Span

TEXT = "Menu\nThe headline\nBy Mara Quill\nWords of the body.\nA reader: no.\nRead more: no\nApples\n"
EVIDENCE = (
    Evidence(
        field="byline", method="label", raw="Mara Quill", value="Mara Quill", confidence=0.9, chosen=True, span=Span(21, 31)
    ),
    Evidence(field="headline", method="title", raw="H | Post", value="H", confidence=0.4, chosen=False, path="title"),
    Evidence(
        field="headline", method="h1", raw="The headline", value="The headline", confidence=0.8, chosen=True, span=Span(5, 17)
    ),
)
READING = Reading(
    page=Page(form="html", text=TEXT),
    article=Article(uri="urn:x", text=TEXT, evidence=EVIDENCE, capture="ab", reader="test"),
    lines=(
        Line(Span(0, 4), "dropped", 0.02),
        Line(Span(32, 50), "body", 0.97),
        Line(Span(51, 64), "comment", 0.6),
        Line(Span(65, 78), "dropped", 0.99),
        Line(Span(79, 85), "body", 0.31),
    ),
)


def console(stream: io.StringIO, *, terminal: bool) -> Console:
    """A console of 70 columns that writes to `stream`."""
    return Console(file=stream, force_terminal=terminal, width=70, highlight=False, markup=False, color_system=None)


def test_line_numbers() -> None:
    """Lines count from 1; a line break belongs to the line that it ends."""
    lines = Lines("a\nb\n\nc")
    assert [lines.number(n) for n in range(6)] == [1, 1, 2, 2, 3, 4]


def test_plain_evidence() -> None:
    """Fields stand in the record's order, the chosen candidate first, each with place, method and confidence."""
    stream = io.StringIO()
    print_evidence(console(stream, terminal=False), READING.article)
    assert stream.getvalue().splitlines() == [
        "evidence (* chosen)",
        "  headline       * 0.80  The headline  [h1; line 2]",
        "                   0.40  H  [title; title]",
        "  byline         * 0.90  Mara Quill  [label; line 3]",
        "",
    ]


def test_evidence_table_fits_the_terminal() -> None:
    """On a terminal the same is a table no wider than it."""
    stream = io.StringIO()
    print_evidence(console(stream, terminal=True), READING.article)
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= 70
    assert "✓" in next(line for line in lines if "The headline" in line)


@pytest.mark.parametrize("terminal", [True, False])
def test_page_line_by_line(terminal: bool) -> None:
    """Each line of the page has its number, what became of it, the score, and whether that was against the score."""
    stream = io.StringIO()
    print_lines(console(stream, terminal=terminal), READING)
    assert [line.rstrip() for line in stream.getvalue().splitlines()] == [
        "the page, line by line",
        "    1  - dropped 0.02  Menu",
        "    4  + kept    0.97  Words of the body.",
        "    5  # comment 0.60  A reader: no.",
        "    6  - dropped 0.99  by rule  Read more: no",
        "    7  + kept    0.31  by rule  Apples",
        "",
    ]
