"""Allegations: what the author tells without vouching for it, and the words that say so.

"We are still not sure whether …", "it is said that …", "there are claims that …" hedge the clause behind them; "allegedly" and "is said to
have" the clause that they stand in, "alleged" the words up to the next mark.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.records import Span
from dateline.statements.lexicon import DATA, lexicon
from dateline.statements.phrases import lists
from dateline.statements.records import Statement
from dateline.statements.sentence_words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.statements.phrases import Lists

# More than any text has: it bounds the result, not the work.
MOST = 10_000
# A clause ends at these marks, or before a word that joins another one behind a comma.
_END = re.compile(
    r"[;:—]|\s[-–]{1,2}\s|,\s(?=(?:but|and|while|which|who|though|although|because|whereas)\s)|[.!?…]?(?<![”\"'])[”\"']*+$"
)


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file `data/hedges-*.json`: what hedges the clause behind it (`doubt`, and `hearsay` that ends with a space), or its own."""

    doubt: list[str]
    hearsay: list[str]
    adverbs: list[str]
    adjectives: list[str]


class _Hedges(NamedTuple):
    pattern: re.Pattern[str]
    known: Lists
    openers: frozenset[str]


@cache
def _hedges(language: str) -> _Hedges | None:
    file = DATA / f"hedges-{language}.json"
    known = lists(language)
    if known is None or not file.exists():
        return None
    data = msgspec.json.decode(file.read_bytes(), type=_Patterns)
    framed = "|".join(data.doubt + data.hearsay)
    pattern = re.compile(rf"\b(?:(?P<frame>{framed})|(?P<word>{'|'.join(data.adverbs + data.adjectives)})\b)", re.IGNORECASE)
    words = lexicon(language)
    return _Hedges(pattern, known, words.openers | words.determiners)


def find_allegations(text: str, *, language: str) -> Iterator[Statement]:
    """The allegations of a text in order, one a clause at most; none in a language without patterns."""
    hedges = _hedges(language)
    if hedges is None:
        return
    ended = count = 0
    place = (0, 0)
    for found in hedges.pattern.finditer(text):
        if found.start() < ended:
            continue
        if not place[0] <= found.start() < place[1]:
            place = sentence(text, found.start(), found.end(), hedges.known["abbreviations"], hedges.openers)
        content = _content(text, found, place)
        hedge = Span(found.start(), found.start() + len(found.group().rstrip()))
        if content is None or count >= MOST:
            continue
        ended = max(content.end, hedge.end)
        count += 1
        yield Statement(kind="allegation", content=(content,), hedged=True, hedge=(hedge,))


def _content(text: str, found: re.Match[str], place: tuple[int, int]) -> Span | None:
    """The words that a hedge is about."""
    first, last = place
    framed = found["frame"] is not None
    begin = found.end() if framed and not _inside(found) else _begin(text, first, found.start())
    end = min((mark.start() for mark in _END.finditer(text, max(begin, found.end()), last)), default=last)
    inner = text[begin:end].rstrip(" ,")
    return Span(begin, begin + len(inner)) if inner.strip() else None


def _inside(found: re.Match[str]) -> bool:
    """Whether a frame stands within the clause it hedges: "is said to have", behind its subject."""
    return found.group().lower().startswith(("is ", "are ", "was ", "were ", "has ", "have "))


def _begin(text: str, first: int, place: int) -> int:
    """Where the clause around a place begins."""
    begin = first
    for mark in _END.finditer(text, first, place):
        begin = mark.end() if mark.end() < place else begin
    while begin < place and not text[begin].isalnum():
        begin += 1
    return begin
