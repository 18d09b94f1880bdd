"""Pieces of what is said are put together."""

from __future__ import annotations

import pytest

from dateline.records import Span
from dateline.statements.pieces import continued, joined
from dateline.statements.quotation import quotations
from dateline.statements.said import Said


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        pytest.param("One, two", [Span(0, 3), Span(5, 8)], (Span(0, 8),), id="a comma"),
        pytest.param("One he two", [Span(0, 3), Span(7, 10)], (Span(0, 3), Span(7, 10)), id="a word"),
        pytest.param("One\ntwo", [Span(0, 3), Span(4, 7)], (Span(0, 3), Span(4, 7)), id="a line"),
        pytest.param("One", [], (), id="nothing"),
    ],
)
def test_joined(text: str, spans: list[Span], expected: tuple[Span, ...]) -> None:
    """What only marks divide is one piece; words and lines divide."""
    assert joined(text, spans) == expected


TEXT = "“One.\n\n“Two.\n\n“Three,” she said."


@pytest.mark.parametrize("known", ["One.", "Two.", "Three,"])
def test_continued(known: str) -> None:
    """A quotation over paragraphs belongs to who said the paragraph that is known, whichever it is."""
    place = TEXT.index(known)
    (said,) = continued([Said((Span(place, place + len(known)),))], quotations(TEXT))
    pieces = " ".join(span.of(TEXT) for span in said.content)
    assert all(word in pieces for word in ("One.", "Two.", "Three,"))


def test_others_keep_theirs() -> None:
    """A paragraph that somebody else is known to have said stays that one's."""
    one, two = (Span(TEXT.index(word), TEXT.index(word) + 4) for word in ("One.", "Two."))
    first, second = continued([Said((one,)), Said((two,))], quotations(TEXT))
    assert first.content == (one,)
    assert [span.of(TEXT) for span in second.content] == ["Two.", "“Three,”"]
