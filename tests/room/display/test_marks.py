"""Text with marks cut into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline import Span
from dateline.room.display.marks import Mark, highlighted, pieces

TEXT = "The harbour light at Low Point has been dark for nine days."


def marks(*places: tuple[int, int]) -> list[Mark]:
    """Marks on evidence, numbered from 0."""
    return sorted((Mark("evidence", str(n), *place) for n, place in enumerate(places)), key=lambda mark: (mark.start, -mark.end))


def test_overlapping_marks() -> None:
    """Where marks overlap, the words belong to both, and each is named where it begins."""
    found = [(piece.text, piece.evidence, piece.begins) for piece in pieces(TEXT, Span(4, 24), marks((0, 11), (4, 17), (12, 90)))]
    assert found == [
        ("harbour", ("0", "1"), ("e1",)),
        (" ", ("1",), ()),
        ("light", ("1", "2"), ("e2",)),
        (" at Low", ("2",), ()),
    ]


def test_kinds_of_marks_are_told_apart() -> None:
    """Links, notes, statements and what was found keep to themselves."""
    each = [
        Mark("link", "https://a.example", 0, 3),
        Mark("note", "7", 0, 3),
        Mark("statement", "2", 4, 11),
        Mark("hit", "0", 4, 11),
    ]
    first, _, third, *_ = pieces(TEXT, Span(0, len(TEXT)), each)
    assert (first.href, first.notes, first.begins) == ("https://a.example", ("7",), ("n7-words",))
    assert (third.statements, third.hit, third.begins) == (("2",), True, ("s2-words",))


def test_highlights() -> None:
    """Spans from the beginning of a text are what was found in it."""
    assert [(piece.text, piece.hit) for piece in highlighted("a bridge", [Span(2, 8)])] == [("a ", False), ("bridge", True)]


@given(st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=12), st.integers(0, 59), st.integers(0, 59))
def test_nothing_is_lost_or_marked_wrongly(places: list[tuple[int, int]], start: int, end: int) -> None:
    """Pieces make up the text again, and a character is in the marks that cover it, whatever the marks are."""
    start, end = sorted((start, end))
    known = marks(*places)
    found = pieces(TEXT, Span(start, end), known)
    assert "".join(piece.text for piece in found) == TEXT[start:end]
    at = start
    for piece in found:
        covering = {mark.key for mark in known if mark.start <= at and mark.end >= at + len(piece.text) > at}
        assert set(piece.evidence) == covering
        at += len(piece.text)
