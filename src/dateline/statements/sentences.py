"""Sentences: where they end, by their stops and what follows; one pass, any script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop with the marks and brackets that close behind it, and the white space that shows it was one; East Asian stops need none. A row
# of stops is looked at once, from its beginning.
_STOP = re.compile(r"(?:(?<![.!?…؟])[.!?…؟]++[”’»\"')\]“]*+(?=\s|$)|[。！？]+[”’」』）]*)|\n")
# Words that news ends with a point inside a sentence.
_SHORT = re.compile(
    r"(?:\b(?:Mrs?|Ms|Dr|Prof|Sens?|Reps?|Govs?|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|St|Jr|Sr|No|Inc|Corp|Co|Ltd|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|bzw|ca|Nr|Abs|Sr|Sra|Dra|Mme|Mlle|dhr|mevr|Drs|Dott|Sig|Exmo|Hr|Fr|z\.B|u\.a|d\.h|др|гг?|им|тыс|млн|руб)|\b[^\W\d_]|(?:\b[^\W\d_]\.)+[^\W\d_])\.$"
)
# How far back a short word is looked for.
_SHORT_REACH = 8
_ORDINAL = re.compile(r"\b(?:am|vom|zum|der|den|dem|bis) \d{1,2}\.$")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences of `text[start:end]` in order, without the white space between them; a line's end ends one too."""
    end = len(text) if end is None else end
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.group() != "\n" and _goes_on(text, stop, end):
            continue
        if span := _trimmed(text, begin, stop.end()):
            yield span
        begin = stop.end()
    if span := _trimmed(text, begin, end):
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(inner))


def _goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence goes on behind a stop: a small letter follows, or a short word stands before."""
    following = text[stop.end() : min(end, stop.end() + 4)].lstrip()[:1]
    if following.islower():
        return True
    before = text[max(0, stop.start() - _SHORT_REACH) : stop.start() + 1]
    return stop.group() == "." and bool(_SHORT.search(before) or _ORDINAL.search(before))
