"""Numbers as prose writes them."""

from __future__ import annotations

import pytest

from dateline.statements.lexicon import lexicon
from dateline.statements.numerals import number_of, timex_number

NUMBERS = [
    ("three", 3),
    ("twenty - four", 24),
    ("two thousand", 2000),
    ("a hundred", 100),
    ("a hundred and five", 105),
    ("a dozen", 12),
    ("half a", 0.5),
    ("a half", 1.5),
    ("two and a half", 2.5),
    ("5 1 / 2", 5.5),
    ("1 / 0", 1),
    ("2.5", 2.5),
    ("1,500", 1500),
    ("12 to 18", 18),
    ("10 - 15", 15),
    ("one or two", 2),
    ("nineteen eighty - four", 1984),
    ("several", None),
    ("a few", None),
    ("nothing", None),
    ("9" * 13, None),
]


@pytest.mark.parametrize(("words", "number"), NUMBERS, ids=[words for words, _ in NUMBERS])
def test_number_of(words: str, number: float | None) -> None:
    """Words and digits make one number; open and endless ones make none."""
    assert number_of(words.split(), lexicon("en").listed("card")) == number


def test_timex_number() -> None:
    """Whole numbers are written without a point."""
    assert (timex_number(6.0), timex_number(2.5)) == ("6", "2.5")
