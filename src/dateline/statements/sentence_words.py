"""Sentences around a place of a text, cut into words. Each look is bounded: a text without points costs no more than others."""

from __future__ import annotations

import re
from typing import NamedTuple

# A longer sentence is cut on either side of the place: no clause of news is longer.
_REACH = 900
# A point, with what closes behind it and space, before what may begin a sentence; or the end of a line. A line that goes on with a
# small letter was wrapped.
_END = re.compile(r"[.!?…]['\"”’»)\]]*\s+(?=[^\sa-z,;])|\n(?=\s*\S)(?!\s*[a-z])|\n\s*\n|[。！？]")
_WORD = re.compile(
    r"''|``|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s+[A-Z])|(?:Mr|Mrs|Ms|Dr|Prof|Rep|Sen|Gov|Gen|Lt|Col|Capt|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros)\.|n['’]t\b|['’](?:ll|ve|re|d|s|m)\b|\d[\d.,:/]*\d|\d|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+(?:[-.][^\W\d_]+)*|--+|[^\w\s]"
)
_BEFORE_POINT = re.compile(r"(?:([^\W\d_]+)|\d)$")


class Words(NamedTuple):
    """A sentence as words: `keys[i]` is the word in small letters, which stands at `starts[i]` to `ends[i]` of the text."""

    keys: list[str]
    starts: list[int]
    ends: list[int]
    text: str

    def at(self, place: int) -> int:
        """The first word that ends behind a place of the text."""
        for index, end in enumerate(self.ends):
            if end > place:
                return index
        return len(self.ends)


def sentence(text: str, start: int, end: int, abbreviations: frozenset[str], openers: frozenset[str]) -> tuple[int, int]:
    """The sentence that `text[start:end]` stands in. Points of abbreviations do not end one, unless a new one clearly begins."""
    first = low = max(0, start - _REACH)
    for found in _END.finditer(text, low, start + 1):
        if found.end() <= start and _ends(text, found, abbreviations, openers):
            first = found.end()
    high = min(len(text), end + _REACH)
    for found in _END.finditer(text, max(end - 1, first), high):
        if _ends(text, found, abbreviations, openers):
            stop = found.end()
            return _stripped(text, first, stop)
    return _stripped(text, first, high)


def _ends(text: str, found: re.Match[str], abbreviations: frozenset[str], openers: frozenset[str]) -> bool:
    """Whether a sentence ends with a match of `_END`."""
    if not found.group().startswith("."):
        return True
    before = _BEFORE_POINT.search(text, max(0, found.start() - 20), found.start())
    if before is None or before[1] is None:
        return True
    word = before[1]
    if len(word) > 1 and word.lower() not in abbreviations:
        return True
    follows = re.compile(r"[^\W\d_]+").match(text, found.end())
    return follows is not None and follows.group().lower() in openers and word.lower() not in _TITLES


# What is never the last word of a sentence.
_TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "rep", "sen", "gov", "gen", "lt", "col", "sgt", "capt", "rev", "hon", "st", "no", "vs"]
)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def words(text: str, start: int, end: int) -> Words:
    """The words and marks of a sentence."""
    found = list(_WORD.finditer(text, start, end))
    return Words(
        [match.group().lower().replace("’", "'") for match in found],
        [match.start() for match in found],
        [match.end() for match in found],
        text,
    )
