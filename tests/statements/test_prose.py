"""Prose in stretches, as coded words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.statements.lexicon import lexicon
from dateline.statements.prose import read_prose, stretches


@pytest.mark.parametrize("piece", ["Friday. ", "word ", "line\n", "7", "x", "。"], ids=repr)
def test_stretches_cover_the_text(piece: str) -> None:
    """Stretches follow one another from the beginning to the end, and cut no number."""
    text = piece * 20_000
    ends = list(stretches(text))
    assert ends[0][0] == 0
    assert ends[-1][1] == len(text)
    assert all(one[1] == other[0] and one[0] < one[1] for one, other in pairwise(ends))
    assert not any(text[end - 1].isdecimal() and text[end : end + 1].isdecimal() for _, end in ends)


def test_no_text_has_no_stretches() -> None:
    """An empty text is not read."""
    assert list(stretches("")) == []


TOKENS = [
    ("last year's third-quarter", ["last", "year", "'s", "third", "-", "quarter"]),
    ("1,500 men at 7:15 p.m.", ["1,500", "men", "at", "7", ":", "15", "p", ".", "m", "."]),
    ("on 23.11.2021, 2.5 km", ["on", "23", ".", "11", ".", "2021", ",", "2.5", "km"]),
    ("FY2026 Q3", ["FY", "2026", "Q", "3"]),
    ("one\ntwo", ["one", "\n", "two"]),
    ("ماه‌های ۳", ["ماه‌های", "۳"]),
]


@pytest.mark.parametrize(("text", "pieces"), TOKENS, ids=[text for text, _ in TOKENS])
def test_tokens(text: str, pieces: list[str]) -> None:
    """Words, numbers with their thousands, possessives, marks and lines are tokens."""
    assert read_prose(text, 0, len(text), lexicon("en")).pieces == pieces


def test_chinese_is_cut_into_known_words() -> None:
    """In a script without spaces the longest known words are tokens."""
    assert read_prose("上个月12日", 0, 6, lexicon("zh")).pieces == ["上", "个月", "12", "日"]


@given(st.text(max_size=300), st.sampled_from(["en", "ar", "zh", "sv"]))
def test_tokens_are_in_place(text: str, language: str) -> None:
    """Every token is where it says, with one code each."""
    prose = read_prose(text, 0, len(text), lexicon(language))
    assert len(prose.codes) == len(prose.pieces) == len(prose.starts) == len(prose.ends)
    assert all(text[start:end] == piece for piece, start, end in zip(prose.pieces, prose.starts, prose.ends, strict=True))
