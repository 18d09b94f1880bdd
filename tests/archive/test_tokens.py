"""The tokeniser."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.tokens import cut, sought, tokens, words

CASES = {
    "case": ("The MINISTER said", "the minister said"),
    "sharp s and ligature": ("Straße ﬁnden", "strasse finden"),
    "diacritics": ("Café naïve Łódź Ærø", "cafe naive lodz aero"),
    "decomposed": ("Cafe\u0301", "cafe"),
    "dotted capital i": ("İstanbul ısı", "istanbul isi"),
    "fullwidth": ("ＡＢＣ１２", "abc12"),
    "typographic quotes": ("Kayhan Int’l “Staff” Writer", "kayhan int l staff writer"),
    "hyphen and comma": ("well-known 1,000.5", "well known 1 000 5"),
    "underscore parts": ("snake_case", "snake case"),
    "soft hyphen joins": ("mi\u00adnister", "minister"),
    "bidi marks vanish": ("\u200fکیهان\u200e", "کیهان"),
    "Arabic yeh and kaf": ("كيهان علي", "کیهان علی"),
    "hamza seats and vowel signs": ("أَخْبَارٌ مؤتمر", "اخبار موتمر"),
    "teh marbuta and tatweel": ("صحيفـــة", "صحیفه"),
    "Persian half-space parts": ("می\u200cخواهد", "می خواهد"),
    "digits of three scripts": ("۱۴۰۰ ١٤٠٠ १४००", "1400 1400 1400"),
    "Hebrew points": ("שָׁלוֹם", "שלום"),
    "Devanagari keeps its vowels": ("हिन्दी समाचार", "हिन्दी समाचार"),
    "Cyrillic": ("Объём ЁЖ", "объем еж"),
    "Hangul words": ("한국 뉴스", "한국 뉴스"),
    "Han pairs": ("北京市", "北京 京市 市"),
    "one Han letter": ("税", "税"),
    "kana, half and full width": ("ｶﾞｽ ガス", "ガス ス ガス ス"),
    "Latin next to Han": ("GDP増加2021年", "gdp 増加 加 2021 年"),
    "Thai clusters": ("ข่าว", "ข่า าว ว"),
    "superscript and fraction": ("m² ½", "m2 12"),
    "symbols part": ("a™b €5 😀c", "a b 5 c"),
    "nothing": ("… — !", ""),
    "control characters": ("a\x00b\tc", "a b c"),
    "a lone surrogate": ("a\ud800b", "a b"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_words_are_folded(text: str, expected: str) -> None:
    """What differs only in writing is one token."""
    assert words(text) == expected.split()


@given(st.text())
def test_tokens_and_cut_agree(text: str) -> None:
    """Highlights find what the index holds, and every token has its place in the text."""
    found = list(tokens(text))
    assert [token.text for token in found] == cut(text).split()
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)


@given(st.text())
def test_tokens_cannot_break_out(text: str) -> None:
    """No token holds a space, a quote or any other ASCII sign: that is what keeps queries from being commands."""
    for token in tokens(text):
        assert token.text
        assert all(char.isalnum() if char.isascii() else not char.isspace() for char in token.text)
        token.text.encode()


SOUGHT = {
    "a word": ("Minister", ("minister",), False),
    "a phrase": ("prime minister", ("prime", "minister"), False),
    "one letter finds all pairs that it begins": ("税", ("税",), True),
    "two letters are one pair": ("東京", ("東京",), False),
    "the last letter may go on": ("東京都", ("東京", "京都"), False),
    "before another word it does not": ("東京 GDP", ("東京", "京", "gdp"), False),
    "a letter after a word": ("GDP 増", ("gdp", "増"), True),
}


@pytest.mark.parametrize(("text", "expected", "prefix"), SOUGHT.values(), ids=SOUGHT)
def test_what_is_sought(text: str, expected: tuple[str, ...], prefix: bool) -> None:
    """The end of a run without spaces is not held against a longer run in the text."""
    assert sought(text) == (expected, prefix)


def test_tokens_are_those_that_archives_hold() -> None:
    """A change of the tokens breaks every archive that exists: it needs a migration that indexes anew, and then this digest."""
    given_out = "\n".join(" ".join(words(text)) for text, _ in CASES.values())
    assert sha256(given_out.encode()).hexdigest()[:16] == "b2d2e1744f080db1"
