"""Names of persons, organisations and places, with what the whole text says of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.statements.names import find_names

CASES = {
    "person": ("Then Jane Holm spoke.", [("Jane Holm", "person", "Jane Holm")]),
    "small words": ("He met Jan van der Berg.", [("Jan van der Berg", "person", "Jan van der Berg")]),
    "initial": ("He met Paul D. Rive.", [("Paul D. Rive", "person", "Paul D. Rive")]),
    "surname": ("He met Jane Holm. Holm spoke.", [("Jane Holm", "person", "Jane Holm"), ("Holm", "person", "Jane Holm")]),
    "title": ("It was Mr. Rive.", [("Rive", "person", "Rive")]),
    "organisation": ("It was the Harbor Committee.", [("Harbor Committee", "organisation", "Harbor Committee")]),
    "of": ("It was the University of Lund.", [("University of Lund", "organisation", "University of Lund")]),
    "acronym": ("The Northern Harbor Association (NHA) met NHA.",
                [("Northern Harbor Association", "organisation", "Northern Harbor Association"), ("NHA", "organisation", "Northern Harbor Association"),
                 ("NHA", "organisation", "Northern Harbor Association")]),
    "place": ("They live in Lund.", [("Lund", "place", "Lund")]),
    "beginnings of sentences": ("Nobody came. Protests grew. However, it rained.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A name has its span without titles, its kind, and its fullest form."""
    assert [(name.span.of(text), name.kind, name.full) for name in find_names(text)] == expected


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        pytest.param("Mrs. Holm spoke.", "female", id="title"),
        pytest.param("Congressman Rive spoke.", "male", id="office"),
        pytest.param("Jane Holm spoke.", "female", id="first name"),
        pytest.param("Minister Holm spoke.", "", id="unknown"),
    ],
)
def test_gender(text: str, gender: str) -> None:
    """Titles and common first names tell a person's grammatical gender; nothing else does."""
    assert [name.gender for name in find_names(text)] == [gender]


@given(st.text(alphabet="AB ab.,’'-of\n(J", max_size=150))
def test_any_text(text: str) -> None:
    """Names are in range, in order and do not overlap."""
    found = find_names(text)
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
