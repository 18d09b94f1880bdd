"""A record is shown calmly and honestly."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from rich.console import Console

from dateline.cli.record import print_record, size, told
from dateline.records import Article, Author, Moment, Note, Paragraph, Span

WHEN = datetime(2021, 11, 23, 21, 37, tzinfo=UTC)
TEHRAN = timedelta(hours=3, minutes=30)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param(None, "not stated", id="none"),
        pytest.param(Moment.at(WHEN, precision="minute"), "2021-11-23 21:37, zone not stated", id="no-zone"),
        pytest.param(Moment.at(WHEN, precision="minute", offset=TEHRAN), "2021-11-23 21:37 +03:30", id="explicit"),
        pytest.param(
            Moment.at(WHEN, precision="minute", offset=TEHRAN, zone_source="outlet"),
            "2021-11-23 21:37 +03:30 (the outlet's zone)",
            id="outlet",
        ),
        pytest.param(Moment.at(WHEN.date()), "2021-11-23", id="day"),
        pytest.param(Moment.at(WHEN.date(), precision="month"), "2021-11", id="month"),
    ],
)
def test_moment_is_told_as_far_as_known(moment: Moment | None, words: str) -> None:
    """A time without a zone says so; a day has none to state."""
    assert told(moment) == words


def article(*paragraphs: str, language: str = "en", headline: str | None = None) -> Article:
    """A record with a body of these paragraphs."""
    body, at = [], 0
    for text in paragraphs:
        body.append(Paragraph("paragraph", text, Span(at, at + len(text)), 0.9))
        at += len(text) + 1
    return Article(
        uri="urn:sha256:ab",
        outlet="harbour-post",
        news_id="417",
        headline=headline,
        byline="By Mara Quill",
        authors=(Author("Mara Quill"),),
        published=Moment.at(WHEN, precision="minute"),
        language=language,
        kind="article",
        genre="news",
        body=tuple(body),
        text="\n".join(paragraphs),
        notes=(Note("no-headline", "the page has no headline"),),
        capture="ab",
        reader="test",
    )


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(article("One two-three.", "It’s four."), "4 words in 2 paragraphs", id="words"),
        pytest.param(article("One"), "1 word in 1 paragraph", id="singular"),
        pytest.param(article("波止浜市の、電車。", language="ja"), "7 characters in 1 paragraph", id="no-spaces"),
        pytest.param(article(), "0 words in 0 paragraphs", id="empty"),
    ],
)
def test_size(record: Article, expected: str) -> None:
    """Words are counted where words are written apart, characters elsewhere."""
    assert size(record) == expected


def printed(record: Article, *, terminal: bool, width: int = 60, whole: bool = False) -> str:
    """What `print_record` writes."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=terminal, width=width, highlight=False, markup=False, color_system=None)
    print_record(console, "page.html", record, whole=whole)
    return stream.getvalue()


def test_plain_record() -> None:
    """Elsewhere than on a terminal a record is plain labelled lines, nothing wrapped or drawn."""
    assert printed(article("First words here."), terminal=False, width=20) == (
        "page.html\n"
        "  outlet       harbour-post\n"
        "  item number  417\n"
        "  headline     no headline on the page\n"
        "  byline       By Mara Quill\n"
        "  authors      Mara Quill (person)\n"
        "  published    2021-11-23 21:37, zone not stated\n"
        "  language     en\n"
        "  kind         article, news\n"
        "  size         3 words in 1 paragraph\n"
        "  note         the page has no headline\n"
        "\n"
        "  First words here.\n"
        "\n"
    )


def test_panel_fits_the_terminal() -> None:
    """On a terminal a record is a panel as wide as the terminal, and no line is wider."""
    lines = printed(article("word " * 80), terminal=True).splitlines()
    assert "page.html" in lines[0]
    assert max(map(len, lines)) == 60


def test_beginning_or_whole() -> None:
    """A summary has the first words; the whole body comes on demand, a blank line between paragraphs."""
    record = article("a " * 200, "The end.")
    assert "The end." not in printed(record, terminal=False)
    assert printed(record, terminal=False, whole=True).endswith("\n\n  The end.\n\n")


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("whole", [True, False])
def test_page_text_cannot_command_the_terminal(terminal: bool, whole: bool) -> None:
    """Escape sequences, markup and overrides in a page are shown, not obeyed."""
    out = printed(article("\x1b[2Jgone \u202eback", headline="\x9b1m[red]H[/red]"), terminal=terminal, whole=whole)
    assert "\x1b[2J" not in out
    assert r"\x1b[2Jgone \u202eback" in out
    assert r"\x9b1m[red]H[/red]" in out
