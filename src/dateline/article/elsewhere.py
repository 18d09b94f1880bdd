"""Whether something on a page belongs to another story: it stands in a list of them, in a comment or in a biography."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records import Element
    from .clues import Clues

# Around an element: whatever stands within belongs to something else.
_ELSEWHERE = re.compile(
    r"comment|related|teaser|recommend|promo|sidebar|most-?(?:read|popular|viewed)|trending|popular|summary-?item|more-?(?:from|stories|news|articles)|read-?more|(?<!post-)(?<!entry-)footer"
    r"|newsletter|quote|(?<!elementor-)\bwidget|author-?(?:box|bio)|bio\b|carousel|slider|latest|navigation|menu|playlist|tweet|card-?(?:list|grid)|also-?read|featured-?posts"
)
# Above the headline only what lists other stories does not belong to the article: page builders set its own byline in widgets and menus.
_OTHERS = re.compile(
    r"related|teaser|recommend|promo(?!ted)|most-?(?:read|popular|viewed)|trending|popular|more-?(?:from|stories|news|articles)|latest"
)
# Elements around one that are looked at.
_CLIMB = 6
# Containers larger than this hold the article itself, whatever they are called; footers larger than the second are the page's.
_WHOLE, _FOOT = 3_000, 300
# A link that holds more code points than a byline is a card that leads to another story.
_CARD = 80
# Labels can be megabytes on hostile pages; what has said nothing in so many letters will not.
_SHOWN = 300


def stands_elsewhere(elements: tuple[Element, ...], element: Element, until: int) -> bool:
    """Whether an element stands within a list of other stories, a comment or a biography. Containers that hold the headline (at
    `until`) too are none.
    """
    for _, near in islice(around(elements, element.parent), _CLIMB):
        size = near.end - near.start
        named = near.label and size < _WHOLE
        carded = near.tag == "a" and size > _CARD
        if near.tag == "aside" or carded or (near.tag == "footer" and size > _FOOT) or (named and _says_elsewhere(near.label)):
            return near.start > until or (near.end <= until and _says_others(near.label))
    return False


def among_stories(clues: Clues, index: int) -> bool:
    """Whether an element of this index (-1: none) stands in a list of other stories: one that begins behind the headline and the body, or
    ends before them.
    """
    headline = clues.headline_span.start if clues.headline_span else 0
    until = max(headline, clues.page.blocks[clues.last].start if clues.last >= 0 else 0)
    for _, near in islice(around(clues.page.elements, index), _CLIMB):
        if near.label and near.end - near.start < _WHOLE and _says_others(near.label):
            return near.start > until or near.end <= headline
    return False


def around(elements: tuple[Element, ...], index: int) -> Iterator[tuple[int, Element]]:
    """The element of an index and those around it, with their indexes, the nearest first."""
    while index >= 0:
        yield index, elements[index]
        index = elements[index].parent


@lru_cache(maxsize=20_000)
def _says_elsewhere(label: str) -> bool:
    return _ELSEWHERE.search(label[:_SHOWN]) is not None


@lru_cache(maxsize=20_000)
def _says_others(label: str) -> bool:
    return _OTHERS.search(label[:_SHOWN]) is not None
