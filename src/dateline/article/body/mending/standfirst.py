"""Above the first paragraph: the standfirst, which is of the article by our convention, and the headline once more, which is not."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from ....page.tags import HEADINGS
from ...elsewhere import around
from ...standfirst import LONGEST, descriptions, is_called_standfirst, may_be_standfirst
from ...titles.text import fold, likeness
from .captions import is_caption
from .house_lines import is_of_the_house
from .kept import text_of

if TYPE_CHECKING:
    from ....records import Page, Span

# Lines below the headline that are looked at, and elements around one.
_LINES, _CLIMB = 10, 3
# Words of a headline, less one, that says something, and how alike the line is.
_WORDS, _ALIKE, _LONGER = 3, 0.85, 1.3
_OF_THE_HOUSE = re.compile(
    r"\blisten to th|\banhören\b|\byears? old and\b|\bAI-generated|réservé aux abonnés|\bnur für abonnent|para seguir leyendo|\bgift this|^follow (?:us|the)\b|^support (?:us|our)\b"
    r"|^advertisement|^reading time|^category:|^slide \d|\bsubscribers only\b",
    re.I,
)
_NO_STANDFIRST = frozenset(("h1", "button", "figcaption", "caption", "label", "li", "td", "th", "time"))
_START = attrgetter("start")


def standfirst(page: Page, kept: list[int], headline: Span | None) -> list[int]:
    """The blocks between headline and text that the markup calls a standfirst, or that are the page's description word for word."""
    if headline is None or not kept:
        return []
    first = bisect_left(page.blocks, headline.end, key=_START)
    title, declared = fold(headline.of(page.text)), descriptions(page.declared)
    found: list[int] = []
    for index in range(first, min(kept[0], first + _LINES)):
        block, text = page.blocks[index], text_of(page, index)
        if (
            block.tag in _NO_STANDFIRST
            or block.hidden
            or 2 * block.link > len(text)
            or (said := fold(text)) == title
            or not may_be_standfirst(text)
            or is_caption(text)
            or is_of_the_house(text)
        ):
            continue
        if said in declared or (_is_called_so(page, block.element) and not _is_anothers(page, first, index, found)):
            found.append(index)
    return found


def _is_anothers(page: Page, first: int, index: int, found: list[int]) -> bool:
    """Whether a line says what a house says above its articles, or stands below another story's title in one element with it."""
    if _OF_THE_HOUSE.search(text_of(page, index)):
        return True
    titles = [page.blocks[i].start for i in range(first, index) if page.blocks[i].tag in HEADINGS and i not in found]
    near = (each for _, each in islice(around(page.elements, page.blocks[index].element), _CLIMB + 1))
    return bool(titles) and any(page.blocks[first].start <= each.start <= titles[-1] for each in near)


def restated(page: Page, kept: list[int], headline: Span | None) -> list[int]:
    """The first kept blocks, as far as markup sets the headline over again in them."""
    if page.form == "text" or headline is None:
        return []
    title = fold(headline.of(page.text))
    if title.count(" ") < _WORDS:
        return []
    return list(takewhile(lambda i: _says(page, i, title), kept))


def _says(page: Page, index: int, title: str) -> bool:
    """Whether a heading has a title's words, and no more than one or two others."""
    if page.blocks[index].tag not in HEADINGS:
        return False
    said = fold(text_of(page, index))
    return len(said) <= _LONGER * len(title) and likeness(said, title) >= _ALIKE


def _is_called_so(page: Page, element: int) -> bool:
    """Whether an element or one around it, no longer than a standfirst, is called one."""
    return any(
        is_called_standfirst(each.label)
        for _, each in islice(around(page.elements, element), _CLIMB)
        if each.label and each.end - each.start <= 2 * LONGEST
    )
