"""Prose as coded words, in stretches of bounded size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.statements.lexicon import Lexicon

# A text is read in stretches of at most this many code points, cut between lines or sentences: memory does not grow with the
# text, and no expression or sentence of prose is longer.
_STRETCH = 8192
_SHORTEST = 4096
# Words and marks to a code point that no prose has: the densest of the development texts has .24, a dialogue of "No," he said .5, and a
# page of nothing but marks 1.
_DENSEST = 0.6
# Of fewer code points that share tells nothing.
_JUDGED = 1000
_DIGITS = re.compile(r"\d++")


class Prose(NamedTuple):
    """A stretch of text as tokens: `codes[i]` is the code of the token `pieces[i]`, which is `text[starts[i]:ends[i]]`."""

    text: str
    lexicon: Lexicon
    pieces: list[str]
    starts: list[int]
    ends: list[int]
    codes: str


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The ranges a text is read in: all of it, in order, cut where no expression goes on."""
    start = 0
    while start < len(text):
        end = min(start + _STRETCH, len(text))
        if end < len(text):
            for mark in ("\n", ". ", "。", " "):
                place = text.rfind(mark, start + _SHORTEST, end)
                if place >= 0:
                    end = place + len(mark)
                    break
            else:
                # A number is not cut: half of it could be a year.
                end = _after_number(text, end)
        yield start, end
        start = end


def is_noise(count: int, size: int) -> bool:
    """Whether a stretch of `size` code points is cut into more tokens than prose can be: rows of marks, digits or single letters."""
    return size >= _JUDGED and count > _DENSEST * size


def _after_number(text: str, place: int) -> int:
    """The end of the number that a place is within; the place itself where it is in none."""
    number = _DIGITS.match(text, place) if text[place - 1].isdecimal() else None
    return number.end() if number else place


def read_prose(text: str, start: int, end: int, lexicon: Lexicon) -> Prose:
    """The tokens of `text[start:end]`."""
    found = list(lexicon.token.finditer(text, start, end))
    pieces = [match.group() for match in found]
    return Prose(
        text,
        lexicon,
        pieces,
        [match.start() for match in found],
        [match.end() for match in found],
        "".join(map(lexicon.code, pieces)),
    )
