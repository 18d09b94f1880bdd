"""What the page of an article shows: evidence, lines, parts of long texts, corrections, differences."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from dateline import Evidence, Paragraph, ReadOptions, Span, read, read_page
from dateline.archive import Correction, ParagraphChange, Run
from dateline.room.display.article import article_page, opening
from dateline.room.display.corrections import CORRECTABLE, behind, editable, typed
from dateline.room.display.diff import blocks
from dateline.room.display.evidence import LABELS, LineNumbers, field_views
from dateline.room.display.lines import part_of
from dateline.sources import capture_file, read_profiles

EXAMPLES = Path(__file__).parents[3] / "examples"
OPTIONS = ReadOptions(profiles=read_profiles(EXAMPLES / "outlets"))
PAGES = sorted((EXAMPLES / "pages").iterdir())
FERRY = EXAMPLES / "pages" / "ferry-concession.txt"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_lines_have_the_roles_that_the_reader_gave_them(path: Path) -> None:
    """A record alone tells the lines of its body as the reading itself does; what it did not keep it may call dropped."""
    reading = read_page(capture_file(path), options=OPTIONS)
    known = article_page(reading.article, lines=reading.lines).captured
    derived = article_page(reading.article).captured
    assert len(known.lines) == len(derived.lines)
    for line, other in zip(known.lines, derived.lines, strict=True):
        assert line.number == other.number
        assert (line.role == "body") == (other.role == "body")
        assert other.role in (line.role, "dropped")
        assert line.percent is not None
    assert sum(derived.counts.values()) == len(derived.lines)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_piece_of_evidence_on_the_page_is_marked_there(path: Path) -> None:
    """What the list says stands on a line is marked in the page as captured, from its first to its last letter."""
    article = read(capture_file(path), options=OPTIONS)
    page = article_page(article)
    marked: dict[str, str] = {}
    for line in page.captured.lines:
        for piece in line.pieces:
            for key in piece.evidence:
                marked[key] = marked.get(key, "") + piece.text
    clues = [clue for field in page.fields for clue in (*field.chosen, *field.lost) if clue.on_page]
    assert clues
    for clue in clues:
        raw = article.evidence[clue.number].raw
        assert "".join(marked[str(clue.number)].split()) == "".join(raw.split())


def test_absent_fields_are_told() -> None:
    """A headline that is not there is said not to be there, and evidence is ranked with the losing candidates after."""
    article = read(capture_file(FERRY), options=OPTIONS)
    views = {view.name: view for view in field_views(article, LineNumbers(article.text))}
    assert views["headline"].value is None
    assert views["headline"].absent == "no headline on the page"
    assert str(views["published"].value) == "9 June 2023, 18:05, zone not stated"
    assert [clue.value for clue in views["kind"].lost] == ["forum"]
    assert "subheadline" not in views


def test_every_field_of_evidence_has_a_label() -> None:
    """No field of the examples' records is left out of the list for want of a name."""
    fields = {each.field for path in PAGES for each in read(capture_file(path), options=OPTIONS).evidence}
    assert fields <= set(LABELS)


def test_much_evidence_is_cut_short() -> None:
    """A field with a hundred pieces of evidence shows some, and how many more there are."""
    article = read("One line of text.")
    many = tuple(Evidence(field="authors", method="label", raw="A", value="A", confidence=0.5, chosen=False) for _ in range(100))
    article = msgspec.structs.replace(article, evidence=many)
    view = next(each for each in field_views(article, LineNumbers(article.text)) if each.name == "authors")
    assert len(view.lost) + view.more == 100
    assert len(view.lost) < 20


@pytest.mark.parametrize(
    ("sizes", "first", "expected"),
    [
        pytest.param([], 0, (0, 0, None, None), id="nothing"),
        pytest.param([10] * 5, 0, (0, 3, 3, None), id="the first of three"),
        pytest.param([10] * 5, 3, (3, 5, None, 0), id="the rest"),
        pytest.param([10, 90, 10], 0, (0, 2, 2, None), id="as many as fit"),
        pytest.param([500, 10], 0, (0, 1, 1, None), id="one that is too long"),
        pytest.param([10] * 5, 99, (4, 5, None, 1), id="beyond the end"),
        pytest.param([10] * 5, -9, (0, 3, 3, None), id="before the beginning"),
    ],
)
def test_parts_of_what_is_long(sizes: list[int], first: int, expected: tuple[int, int, int | None, int | None]) -> None:
    """A part holds at least one item, and no more than fit; it knows the part after and the part before."""
    part = part_of(sizes, first, items=3, characters=100)
    assert (part.first, part.end, part.next, part.previous) == expected


def test_list_items_stand_together() -> None:
    """Neighbouring items of a list are one list, and the next paragraph is not in it."""
    text = "First.\nOne.\nTwo.\nLast."
    kinds = ("paragraph", "list item", "list item", "paragraph")
    body, at = [], 0
    for kind, words in zip(kinds, text.split("\n"), strict=True):
        body.append(Paragraph(kind, words, Span(at, at + len(words)), 0.9))  # type: ignore[arg-type] # literals, in a table
        at += len(words) + 1
    article = msgspec.structs.replace(read(text), text=text, body=tuple(body), evidence=())
    groups = article_page(article).body
    assert [(group.kind, len(group.paragraphs)) for group in groups] == [("paragraph", 1), ("list item", 2), ("paragraph", 1)]
    assert opening(article) == "First. One."


@pytest.mark.parametrize("field", CORRECTABLE)
def test_what_the_form_shows_is_what_it_sends(field: str) -> None:
    """A value put into the form and sent back unchanged is the value."""
    article = read(capture_file(EXAMPLES / "pages" / "flood-gates.html"), options=OPTIONS)
    value, back = getattr(article, field), typed(field, editable(article, field))
    match field:
        case "authors":
            assert back == [author.name for author in value]
        case "keywords":
            assert back == list(value)
        case "body":
            assert back == [" ".join(each.text.split()) for each in value]
        case _:
            assert back == (None if value is None else str(value))


def test_the_correction_behind_a_value() -> None:
    """Of several corrections of a field the latest that counts is behind its value; without evidence for one, none is."""
    article = read("One line of text.")
    by_hand = Evidence(field="headline", method="correction", raw="", value="B", confidence=1, chosen=True)

    def made(id: int, field: str, *, withdrawn: bool = False) -> Correction:  # noqa: A002 - its name in the record
        at = datetime(2024, 5, id, tzinfo=UTC)
        gone = at if withdrawn else None
        return Correction(
            id=id, article="a", capture="c", field=field, value="B", machine=None, by="R", note=None, at=at, withdrawn_at=gone
        )

    corrections = [made(4, "headline", withdrawn=True), made(3, "headline"), made(2, "headline"), made(1, "byline")]
    assert behind(msgspec.structs.replace(article, evidence=(by_hand,)), corrections) == {"headline": corrections[1]}
    assert behind(article, corrections) == {}


def test_paragraphs_that_stayed_are_folded() -> None:
    """Far from a change, paragraphs that stayed are folded; a single one is not worth folding."""
    states = "s s s s a s s s r s s"
    names = {"s": "same", "a": "added", "r": "removed"}
    changes = tuple(
        ParagraphChange(names[state], (Run("same", str(n)),), n, n)  # type: ignore[arg-type] # literals, in a table
        for n, state in enumerate(states.split())
    )
    assert [block.state if not block.folded else len(block.folded) for block in blocks(changes)] == [
        *(3, "same", "added", "same"),
        *("same", "same", "removed", "same"),
        "same",
    ]
