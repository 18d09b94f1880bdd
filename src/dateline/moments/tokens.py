"""Text cut into numbers, words and marks, and the few stretches of it that can hold a date.

A token is a tuple `(code, value, start, end)`: the code is one letter, so that a run of tokens is a string over
which a date's shape is one short regular expression, whatever its language. What a word's code is, `words.py` says.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks that are neither part of a word nor worth a token: direction marks, zero-width spaces.
_UNSEEN = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# What ends a word, besides space and digits. A word goes on over combining marks, which `\w` leaves out.
_WORD_ENDS = (
    r"\s\d!-&(-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u055a-\u055f\u0589\u058a\u05be\u060c\u061b\u061f"
    r"\u066a-\u066d\u06d4\u0964\u0965\u0f0d-\u0f12\u1361-\u1368\u17d4-\u17da\u2000-\u200b\u200e-\u2018\u201a-\u206f"
    r"\u2e00-\u2e7f\u3000-\u303f\ufe10-\ufe6b\uff01-\uff20\uff3b-\uff40\uff5b-\uff65" + _UNSEEN
)
_HAN = r"\u3005\u3007\u3040-\u30ff\u3400-\u9fff"
_HAN_NUMERAL = "〇零元一二三四五六七八九十廿卅"
# Chinese and Japanese run words together: the ones that dates are made of are named, the rest goes sign by sign.
_HAN_WORDS = (
    r"[月火水木金土日]曜日?|(?:星期|礼拜|禮拜)[一二三四五六日天]|[周週][一二三四五六日](?!年)|令和|平成|昭和|大正|明治"
    r"|(?:中[華华])?民[國国]|上午|下午|午前|午後|凌晨|清晨|早上|早晨|晚上|晚间|晚間|傍晚|深夜|中午|正午|公元|西元|佛[曆历]|时间"
    rf"|[{_HAN}]"
)
# A capital after a small letter begins a new word: flattened pages read "Jane RoeMar 5, 2025".
_WORD = rf"[^\W\d_](?:\.(?=[^\W\d_])|[^A-Z{_WORD_ENDS}{_HAN}]|[A-Z](?![a-z])|(?<![a-z])[A-Z])*"
_TOKEN = (
    rf"(?P<number>\d+|[{_HAN_NUMERAL}]{{1,5}}(?=\s?[年月日号號时時點点分秒]))"
    r"|(?P<mark>[(（\[][月火水木金土日一二三四五六월화수목금토일][)）\]]|\((?:e|a)\))"
    rf"|(?P<han>{_HAN_WORDS})"
    r"|(?P<hangul>(?<=\d)(?:년|월|일|시(?!간)|분|초))"
    r"|(?P<word>[aApP]\.\s?[mM]\b\.?|" + _WORD + r")"
    r"|(?P<line>\n)"
    rf"|(?P<other>[^\s{_UNSEEN}])"
)
# The same for a stretch of ASCII, where most of it can be left out.
_ASCII_TOKEN = re.compile(
    r"(?P<word>[aApP]\.\s?[mM]\b\.?|[A-Za-z](?:[a-z'`]|[A-Z](?![a-z])|(?<![a-z])[A-Z]|\.(?=[A-Za-z]))*)|(?P<number>[0-9]+)|(?P<mark>\((?:e|a)\))"
    r"|(?P<line>\n)|(?P<other>\S)"
)
WORD = re.compile(_WORD)
_DASHES = dict.fromkeys("-–—−‐‑‒―－", "-")
_COMMAS = dict.fromkeys(",،，、፣፥⹁", ",")
_DOTS = dict.fromkeys(".．。·۔", ".")
_COLONS = dict.fromkeys(":：∶", ":")
_SLASHES = dict.fromkeys("/／⁄∕", "/")
_QUOTES = dict.fromkeys("'’‘ʼ´`", "'")
_BARS = dict.fromkeys('|•·●∙⋅@~()[]（）【】«»"“”', "|")
MARKS = _BARS | _DASHES | _COMMAS | _DOTS | _COLONS | _SLASHES | _QUOTES | {"\n": "N", "+": "+", "#": "#"}

_DROPPED = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c\u200d'’‘ʼ׳´`.]+")
_ALIKE = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ۀ": "ه", "ة": "ه", "ۂ": "ه", "ı": "i"}
)
_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}

# Longer than any number in a date (epoch milliseconds have 13 digits); longer runs are never made into an integer.
LONGEST_NUMBER = 14


def fold(word: str) -> str:
    """A word as the tables have it: lower case, without accents, vowel signs, apostrophes and inner dots."""
    if word.isascii():
        return word.lower().replace("'", "").replace(".", "").replace("`", "")
    plain = unicodedata.normalize("NFKD", word).casefold()
    return unicodedata.normalize("NFC", _DROPPED.sub("", plain)).translate(_ALIKE)


def pieces(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, str, int, int]]:
    """The pieces of `text[start:end]` as `(kind, piece, start, end)`; spaces are left out."""
    for match in matches(text, start, len(text) if end is None else end):
        yield match.lastgroup or "", match.group(), match.start(), match.end()


def phrase(text: str) -> str:
    """A name of one or more words as the tables have it: folded words with a space between."""
    return " ".join(
        filter(None, (fold(piece) for kind, piece, _, _ in pieces(text) if kind in ("word", "han", "hangul", "number")))
    )


def matches(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The tokens of `text[start:end]`; the name of a match's last group is its kind."""
    pattern = _ASCII_TOKEN if text.isascii() or text[start:end].isascii() else _token()
    return list(pattern.finditer(text, start, end))


@cache
def _token() -> re.Pattern[str]:
    """The pattern of a token, compiled on first use: it takes as long as ten modules to import."""
    return re.compile(_TOKEN)


def number(digits: str) -> int:
    """The value of a run of digits of any script, or of Chinese numerals; -1 when it is too long to matter."""
    if len(digits) > LONGEST_NUMBER:
        return -1
    if digits.isdecimal():
        return int(digits)
    if len(digits) > 1 and not any(sign in "十廿卅" for sign in digits):
        return int("".join(str(_NUMERALS[sign]) for sign in digits))
    tens, ones = 0, 0
    for sign in digits:
        if sign in "十廿卅":
            tens, ones = (ones or 1) if sign == "十" else "十廿卅".index(sign) + 1, 0
        else:
            ones = _NUMERALS.get(sign, 0)
    return tens * 10 + ones
