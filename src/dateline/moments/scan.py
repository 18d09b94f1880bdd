"""Where in a text a date can be, and those stretches as runs of coded tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.moments.tokens import LONGEST_NUMBER, MARKS, WORD, matches, number
from dateline.moments.words import hints_month, marked_weekday, meaning, root, sense, writes_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

# How far before and behind a year or a numeric date the rest of it, its clock and its zone are looked for, in code points.
_BEFORE, _BEHIND = 48, 64
# How far from a year the name of its month may stand: the longest name has 38 letters, the usual distance is under 12.
_NAME_REACH = 40
# A stretch is read in parts of this size, so that memory does not grow with the text; parts overlap.
_PART = 4096
_OVERLAP = 256
# A stretch's ends move to a space, but no further than this.
_LONGEST_WORD = 24

_ANY_DIGITS = re.compile(r"\d+")
_ASCII_DIGITS = re.compile(r"[0-9]+")
_HAN_YEAR = re.compile(r"\d{4}|[年\d]")
# What follows a year that opens a numeric date.
_NUMERIC_YEAR = re.compile(r"[\s\u200e\u200f]{0,2}[./-]\s?\d|년")
# What follows a number of one to three digits that opens a numeric date, or a date with a year of two digits.
_NUMERIC = re.compile(r"[\s\u200e\u200f]{0,2}(?:[./-]\s?\d|[-./]?\s?[^\W\d_][^\s\d]{1,12}[\s.,/-]{1,2}['’]?\d\d(?!\d))")
_APOSTROPHES = frozenset("'’")
# "BE" and "AD" are eras, "be" and "ad" are words.
_ERA_INITIALS = 3
# Marks that stand between the words of one name ("rabi al-awwal").
_WITHIN_NAMES = ("-", ",", "/", "'", "’", "ʼ")


class Run(NamedTuple):
    """A stretch of text as tokens: `codes[i]` is the letter of the token `text[starts[i]:ends[i]]`, `values[i]` its value."""

    text: str
    codes: str
    values: list[int]
    starts: list[int]
    ends: list[int]
    language: str | None


def stretches(text: str, language: str | None = None) -> Iterator[tuple[int, int]]:
    """The ranges of a text that can hold a date, in order, without overlap."""
    low = high = -1
    for place in _triggers(text, root(language)):
        # Surroundings that touch are one stretch, so that none cuts a date.
        if high >= 0 and place - _BEFORE - 2 * _LONGEST_WORD > high:
            yield _to_space(text, low, -1), _to_space(text, high, 1)
            low = -1
        low = max(place - _BEFORE, 0) if low < 0 else low
        high = min(place + _BEHIND, len(text))
    if high >= 0:
        yield _to_space(text, low, -1), _to_space(text, high, 1)


def parts(text: str, language: str | None = None) -> Iterator[tuple[int, int, int]]:
    """The stretches cut to a bounded size, as `(start, end, own)`: what begins at `own` or later is in the next part too."""
    for low, high in stretches(text, language):
        start = low
        while start < high:
            end = min(start + _PART, high)
            own = high if end == high else _to_space(text, end - _OVERLAP, -1)
            yield start, end, own
            start = own


def _to_space(text: str, place: int, step: int) -> int:
    """The next place, at most a long word away, where no word or number is cut."""
    for _ in range(_LONGEST_WORD):
        if not 0 < place < len(text) or text[place].isspace() or text[place - 1].isspace():
            break
        place += step
    return place


def _triggers(text: str, language: str) -> Iterator[int]:
    """The places of numbers that open a numeric date, or are a year with the name of a month near."""
    # Chinese numerals have no digits: a year's sign stands for them.
    if "年" in text:
        yield from (found.start() for found in _HAN_YEAR.finditer(text))
        return
    spaced = writes_spaced(language)
    for found in (_ASCII_DIGITS if text.isascii() else _ANY_DIGITS).finditer(text):
        start, end = found.span()
        size = end - start
        if size == 4:
            near = WORD.findall(text, max(0, start - _NAME_REACH), end + _NAME_REACH)
            if spaced or _NUMERIC_YEAR.match(text, end) or any(hints_month(word, language) for word in near):
                yield start
        elif size < 4 and (_NUMERIC.match(text, end) or text[start - 1 : start] in _APOSTROPHES):
            yield start


def read_run(text: str, start: int, end: int, language: str | None) -> Run:
    """The tokens of `text[start:end]`; names of several words become one token."""
    codes: list[str] = []
    values: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    spoken = root(language)
    found = matches(text, start, end)
    index, count = 0, len(found)
    while index < count:
        match = found[index]
        kind = match.lastgroup
        piece = match.group()
        index += 1
        last = match
        value = 0
        if kind == "number":
            value = number(piece)
            code = _number_code(piece, value)
        elif kind in ("other", "line"):
            code = MARKS.get(piece, "x")
        elif kind == "mark":
            if len(piece) != 3 or piece[1] in "ea":
                continue
            code, value = "W", marked_weekday(piece[1])
        else:
            code, value, sizes = meaning(piece, spoken)
            if code == "e" and piece.islower() and piece.isascii() and len(piece) <= _ERA_INITIALS:
                code = "x"
            for size in sizes:
                if named := _phrase(found, index - 1, size, spoken):
                    code, value, index = named
                    last = found[index - 1]
                    break
        codes.append(code)
        values.append(value)
        starts.append(match.start())
        ends.append(last.end())
    return Run(text, "".join(codes), values, starts, ends, language)


def _number_code(digits: str, value: int) -> str:
    """The code of a number: by its digits, or by its value when it is written in Chinese numerals."""
    size = len(digits) if digits.isdecimal() else len(str(value))
    return "lnnhy"[size] if size <= 4 else "l" if size <= LONGEST_NUMBER else "x"


def _phrase(found: list[re.Match[str]], first: int, size: int, language: str) -> tuple[str, int, int] | None:
    """The sense of the name of `size` words that begins at a piece, and the piece after it."""
    parts: list[str] = []
    for index in range(first, min(first + 2 * size, len(found))):
        match = found[index]
        if match.lastgroup in ("word", "han", "hangul", "number"):
            parts.append(match.group())
        elif match.group() not in _WITHIN_NAMES:
            return None
        if len(parts) == size:
            code, value = sense(" ".join(parts), language)
            return (code, value, index + 1) if code != "x" else None
    return None
