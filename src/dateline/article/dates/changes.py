"""Changes that are printed without their day: "24 May 2024, 14:05 (updated 16:02)", "Last updated May 25, 10:11"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from ...moments import Mention, find_since
from ...records import Moment, Span
from ..evidence import Candidate, visible
from ..landmarks import block_at
from .clocks import UTC
from .words import UPDATED, reading_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..clues import Clues

_SURE = 0.85
# Such a change stands in the line of publication or close below; a line that states one is short.
_LINES_BELOW, _LONGEST = 2, 180
# How far from its word a time is looked for.
_NEAR = 60
# What goes on after the part of a word that says "updated": its ending. A plural ("Latest updates 16:02") is of other things.
_ENDING = re.compile(r"(?!es\b)[^\W\d_]*\.?")
# What may stand before such a word: nothing, a mark or a time that parts, "last". "This page will be updated at 18:00" tells of no change,
# and "tide times updated 18:30" of another.
_BEFORE = re.compile(
    r"(?:^|[|｜·•(（\[【,，;；:：–—/)）。.\n-]|\d{4}年?|\d[:.h]\d\d(?::\d\d)?(?:\s?(?:uhr|h|hrs|[ap]\.?m\.?|[A-Z]{2,4}))?)\s*"
    r"(?:(?:last|zuletzt|dernière|última(?:\s+vez)?|ultima|ultimo|laatst|voor het laatst|senast|sist|sidst|ostatnio|son|最終|最后|最後)\s*)?$",
    re.I,
)
# Words that stand behind the time: "(5/24 10:20 更新)".
_BEHIND = frozenset(("更新", "修改", "수정", "업데이트"))
_OPENING = re.compile(r"[(（\[|｜、,，]|20\d\d\S*\s+\d\d?:\d\d")
_ENDED = re.compile(r"\s*(?:$|[)）\]|｜])")
_CLOCK_AT = len("yyyy-mm-ddT")


def told_since(clues: Clues, published: Moment, printed: Iterable[Span]) -> Iterator[Candidate[Moment]]:
    """Changes told by a clock alone, or by a day without its year, beside the printed day of publication.

    `printed` are the places where that day stands on the page.
    """
    language, blocks = reading_language(clues), clues.page.blocks
    places = dict.fromkeys(block_at(blocks, span.start) + below for span in printed for below in range(_LINES_BELOW + 1))
    for index in sorted(places):
        if index >= len(blocks) or blocks[index].end - blocks[index].start > _LONGEST:
            continue
        if clues.lines and clues.lines[index].role in ("body", "comment"):
            continue
        start = blocks[index].start
        for mention in _changes(clues.page.text[start : blocks[index].end], published, language):
            span = Span(start + mention.start, start + mention.end)
            yield visible(
                clues.page,
                mention.moment,
                span,
                method="change without its day",
                confidence=_SURE * mention.certainty,
                text=str(mention.moment),
            )


def _changes(line: str, published: Moment, language: str | None) -> Iterator[Mention]:
    """The changes of a line, with their places in it; one that would lie before publication is none."""
    for word in UPDATED.finditer(line):
        ending = _ENDING.match(line, word.end()) if _BEFORE.search(line, 0, word.start()) else None
        found = _at(line, ending.end(), word.end() + _NEAR, published, language) if ending else None
        if found is None and word[0] in _BEHIND and _ENDED.match(line, word.end()):
            low = max((cut.end() for cut in _OPENING.finditer(line, 0, word.start())), default=0)
            found = _at(line, max(low, word.start() - _NEAR), word.start(), published, language)
            found = found if found is not None and not line[found.end : word.start()].strip() else None
        if found is not None and not _is_before(found.moment, published):
            yield found


def _at(line: str, start: int, end: int, published: Moment, language: str | None) -> Mention | None:
    """The time told in a part of a line, with its place in the line."""
    found = find_since(line[start:end], day=published.day, language=language)
    return found and msgspec.structs.replace(found, start=found.start + start, end=found.end + start)


def _is_before(changed: Moment, published: Moment) -> bool:
    """Whether a change lies before publication by their clocks: it is of a later day then, which nothing tells. A clock without a zone
    beside one in UTC is not compared: that is a machine's, and the other the wall's.
    """
    if changed.instant is not None and published.instant is not None:
        return changed.instant < published.instant
    if changed.local[:10] != published.local[:10] or (changed.offset is None and published.offset == UTC):
        return False
    return changed.local[_CLOCK_AT:] < published.local[_CLOCK_AT : len(changed.local)]
