"""Statements of any text: no crash, spans in range, work that grows with the text and no faster."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import find_times
from dateline.statements.find import find_statements

if TYPE_CHECKING:
    from types import FrameType

PUBLISHED = date(2021, 11, 23)
TEXTS = {
    "prose": "The mayor of Elmbridge said on Friday that the bridge will open by the end of May. ",
    "no end": "the report will estimate by 2030 that plans expect ",
    "times": "by 2030 ",
    "digits": "1",
    "open quotes": "“he said by 2030 ",
    "straight quotes": '" by 2030 and ',
    "brackets": "((by 2030 ",
    "hedges": "allegedly ",
    "frames": "it is unclear whether ",
    "commas": "said, by 2030, ",
    "that": "said that by 2030 will ",
}


def work(text: str) -> int:
    """The number of calls that reading a text takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_statements(text, published=PUBLISHED, language="en")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS.keys())
def test_growth(piece: str) -> None:
    """Twice the text takes at most a little more than twice the calls."""
    text = piece * (4_000 // len(piece))
    work(text)
    assert work(text * 2) <= 2.3 * work(text) + 2000


WORDS = [
    "will",
    "said",
    "that",
    "by",
    "2030",
    "“",
    "”",
    '"',
    "(",
    ")",
    ",",
    ".",
    ";",
    "--",
    "not",
    "if",
    "may",
    "expects",
    "to",
    "on",
    "Friday",
    "allegedly",
    "it",
    "is",
    "unclear",
    "whether",
    "which",
    "and",
    "must",
    "\n",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever the text, statements have spans of it, a due where they fall due, and a `within` that leads to an attribution."""
    found = find_statements(text, published=PUBLISHED)
    for statement in found:
        spans = (*statement.content, *statement.cue, *statement.speaker, *statement.hedge)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        if statement.due is not None:
            due = statement.due
            assert due.span.of(text).strip()
            assert due.start is None or due.end is None or due.start <= due.end
        if statement.within is not None:
            assert found[statement.within].kind in ("quote", "paraphrase")


@pytest.mark.parametrize(
    "text",
    [
        "By 30 February the mill will close.",
        "In the year 0 the mill will close.",
        "In the year 99999 the mill will close.",
        "It will close in 99999 years.",
        "The mill will close on 31 June.",
    ],
)
def test_days_that_are_none(text: str) -> None:
    """A day or year that the calendar has not falls due on none: nothing is invented."""
    assert all(statement.due is None or statement.due.end is None for statement in find_statements(text, published=PUBLISHED))


def test_a_weekday_that_does_not_fit() -> None:
    """ "Monday the 31st", where no such day is near, stays unresolved, and nothing falls due by it."""
    text = "The mill will close on Monday the 31st."
    (time,) = find_times(text, published=date(2021, 11, 23))
    assert (time.resolved, time.start, time.end) == (False, None, None)
    assert find_statements(text, published=PUBLISHED) == ()


def test_without_a_publish_date() -> None:
    """Relative times stay unresolved and say so, and nothing falls due by them."""
    text = "The mill will close next week."
    (time,) = find_times(text)
    assert (time.resolved, time.value) == (False, "XXXX-WXX")
    assert find_statements(text) == ()


def test_a_book_of_open_quotes_and_ten_million_digits() -> None:
    """A quotation that never closes over a whole book, and 10 MB of digits, come to an end with nothing invented."""
    book = "“The river was high that year and the men did not sleep.\n" * 5_000
    assert all(statement.due is None for statement in find_statements(book, published=PUBLISHED))
    assert find_statements("1" * 10_000_000, published=PUBLISHED) == ()
