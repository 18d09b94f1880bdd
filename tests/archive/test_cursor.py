"""Cursors."""

from __future__ import annotations

from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.cursor import Cursor, digest, distances, dump, ids, load
from dateline.errors import QueryError


@given(given_out=st.sets(st.integers(1, 2**40)), after=st.none() | st.tuples(st.integers(-(2**62), 2**62), st.integers(1, 2**40)))
def test_a_cursor_comes_back(given_out: set[int], after: tuple[int, int] | None) -> None:
    """As it was, from text that is safe in a URL."""
    cursor = Cursor(digest("query"), 7, distances(given_out), after)
    text = dump(cursor)
    assert set(text) <= set(ascii_letters + digits + "-_")
    assert load(text, digest("query")) == cursor
    assert ids(cursor.given) == given_out


@given(st.text(max_size=40))
def test_any_other_text_is_refused(text: str) -> None:
    """Whatever a client sends back."""
    with pytest.raises(QueryError):
        load(text, digest("query"))


def test_numbers_that_no_database_takes() -> None:
    """A made-up cursor is refused before it is asked for."""
    with pytest.raises(QueryError):
        load(dump(Cursor(digest("query"), 2**63)), digest("query"))


def test_a_cursor_stays_short() -> None:
    """A thousand articles given make a few kilobytes."""
    assert len(dump(Cursor(digest("query"), 10**6, distances(set(range(1, 10**6, 997)))))) < 4_000
