"""Above the first paragraph: who wrote and when, in a line among the text's; and what stands far above the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...credits.name_words import BY
from ...credits.names import without_by
from ...standfirst import is_date
from .captions import are_names
from .kept import little, size_of, text_of

if TYPE_CHECKING:
    from ....records import Page, Span

# Kept lines that may say who and when, the code points and words of one, and the share of the text that they may be.
_FIRST, _LONGEST, _WORDS, _PART = 3, 90, 8, 0.2
_PLAIN = frozenset(("p", "div", "span", "time", "address"))
# When something takes place.
_EVENT = re.compile(r"termin|wann\b|when\b|beginn\b|uhrzeit|deadline|fecha límite", re.I)
_STOPS = (".", "!", "?", "…", ":", "。", "”", '"', "»")
# Dropped lines between what stands above the headline and the text, and the share of the text that it may be.
_FAR, _LITTLE = 10, 0.5


def bylines_above(page: Page, kept: list[int]) -> list[int]:
    """The first kept blocks that are a date or a byline and nothing else."""
    found = [i for i in kept[:_FIRST] if page.blocks[i].tag in _PLAIN and _says_who_or_when(text_of(page, i))]
    return little(page, found, kept, _PART)


def _says_who_or_when(text: str) -> bool:
    if len(text) > _LONGEST or text.endswith(_STOPS):
        return False
    by = BY.match(text)
    if by is None or by.end() == 0:
        return _EVENT.match(text) is None and is_date(text)
    who = without_by(text)
    return 0 < len(who.split()) <= _WORDS and (are_names(who) or is_date(text))


def far_above(page: Page, kept: list[int], headline: Span | None) -> list[int]:
    """The kept blocks above the headline, where much that is dropped stands between them and the text."""
    if headline is None or page.form == "text":
        return []  # where a text's headline stands is less sure
    above = [i for i in kept if page.blocks[i].start < headline.start]
    if not above or len(above) == len(kept) or kept[len(above)] - above[-1] < _FAR:
        return []
    return above if size_of(page, above) < _LITTLE * size_of(page, kept) else []
