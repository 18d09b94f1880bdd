"""Kept blocks that belong to other stories, or to none: articles below the article, cards and boxes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ....page.stored import LABEL
from ....page.tags import HEADINGS
from ...elsewhere import around
from .kept import little, size_of

if TYPE_CHECKING:
    from ....records import Block, Element, Page, Span

# The article that the headline stands in is the page's when it holds this share of what is kept.
_OWN = 0.3
# Code points of a card at most, and of a box; elements around a block that are looked at; the code points of a card's headline.
_CARD, _SMALL, _CLIMB, _HEADLINE = 800, 400, 5, 15
# Cards and boxes are less than this share of what is kept, and other articles' teasers than the second.
_PART, _MOST = 0.3, 0.5
_LINKED = 0.8
# Code points of a line that is prose.
_PROSE = 80
_TEASER = re.compile("teaser")
_BOX = re.compile(
    r"(?:^|[\s_-])cta(?:$|[\s_-])|(?:affiliate|editorial|ad)[_-]?disclosure|disclosure[_-]?text|disclaimer|affiliate[_-]?text|author-?(?:bio|box|desc)|about-?author"
)
# Elements of a box among which a link is looked for.
_LOOKED_AT = 20
# Labels can be megabytes on hostile pages; what has said nothing in so many letters will not.
_SHOWN = 300


def in_other_articles(page: Page, kept: list[int], headline: Span | None) -> list[int]:
    """The blocks in other stories' `<article>` elements below the one that holds the headline and enough of the text.

    Such an element has a headline of its own, a first-level heading or one that is a link; posts of a live blog and the rest of an
    article that is cut in two have none. What the page's data stored of the article is no more than a copy of it.
    """
    articles = [element for element in page.elements if element.tag == "article"]
    if headline is None or len(articles) < 2:
        return []
    own = next((a for a in articles if a.start <= headline.start and headline.end <= a.end), None)
    if own is None:
        return []
    below = [i for i in kept if page.blocks[i].start >= own.end]
    inside = [i for i in kept if own.start <= page.blocks[i].start < own.end]
    if not below or size_of(page, inside) < _OWN * size_of(page, kept):
        return []
    first_level = [block.start for block in page.blocks if block.tag == "h1"]
    linked = [block.start for block in page.blocks if _is_linked_heading(block)]
    next_stories = _within(
        page, below, [a for a in articles if a.start >= own.end and (a.label == LABEL or _any_within(first_level, a))]
    )
    # Entries of a list have such headings as well: then they are most of the page.
    teasers = _within(page, below, [a for a in articles if a.start >= own.end and _any_within(linked, a)])
    return sorted({*next_stories, *little(page, teasers, kept, _MOST)})


def _within(page: Page, blocks: list[int], containers: list[Element]) -> list[int]:
    """The blocks that stand in one of some elements, which are in the order of the page."""
    starts: list[int] = []
    ends = [0]
    for container in containers:
        if container.start >= ends[-1]:  # not within the one before
            starts.append(container.start)
            ends.append(container.end)
    return [i for i in blocks if page.blocks[i].start < ends[bisect_right(starts, page.blocks[i].start)]]


def in_cards(page: Page, kept: list[int]) -> list[int]:
    """The last kept blocks, where they stand in cards: small containers of one kind, each with one heading that is a link."""
    linked = [i for i, block in enumerate(page.blocks) if _is_linked_heading(block)]
    if len(linked) < 2:
        return []
    headings: defaultdict[int, list[int]] = defaultdict(list)
    for i in linked:
        for index in _containers(page, i, _CARD):
            headings[index].append(i)
    alike: defaultdict[tuple[str, str], int] = defaultdict(int)
    for index, inside in headings.items():
        if len(inside) == 1:
            alike[page.elements[index].tag, page.elements[index].label] += 1
    found: list[int] = []
    for i in reversed(kept):
        cards = (
            index
            for index in _containers(page, i, _CARD)
            if len(headings.get(index, ())) == 1 and alike[page.elements[index].tag, page.elements[index].label] > 1
        )
        if next(cards, None) is None:
            break
        found.append(i)
    return little(page, found, kept, _PART)


def in_boxes(page: Page, kept: list[int]) -> list[int]:
    """The blocks below the first in small containers that are called a teaser, an invitation, a disclosure or the author's."""
    if not kept:
        return []
    # A box that stands above the text is a standfirst.
    first = next((page.blocks[i].start for i in kept if size_of(page, [i]) >= _PROSE), page.blocks[kept[0]].start)
    found = [
        i for i in kept if any(page.elements[c].start > first and _is_box(page, c) for c in _containers(page, i, _SMALL)[1:])
    ]
    return little(page, found, kept, _PART)


def _is_box(page: Page, index: int) -> bool:
    """Whether an element is a box by its name; a teaser leads somewhere."""
    element = page.elements[index]
    if _names_box(element.label):
        return True
    within = page.elements[index : index + _LOOKED_AT]
    return _names_teaser(element.label) and any(e.tag == "a" and e.end <= element.end for e in within)


def _is_linked_heading(block: Block) -> bool:
    size = block.end - block.start
    return block.tag in HEADINGS and size >= _HEADLINE and block.link >= _LINKED * size


def _any_within(starts: list[int], element: Element) -> bool:
    at = bisect_right(starts, element.start - 1)
    return at < len(starts) and starts[at] < element.end


def _containers(page: Page, block: int, most: int) -> list[int]:
    """The indexes of the elements around a block, the nearest first, that are no larger than `most` code points."""
    near = islice(around(page.elements, page.blocks[block].element), _CLIMB)
    return [index for index, element in near if element.end - element.start < most]


@lru_cache(maxsize=20_000)
def _names_box(label: str) -> bool:
    return _BOX.search(label[:_SHOWN]) is not None


@lru_cache(maxsize=20_000)
def _names_teaser(label: str) -> bool:
    return _TEASER.search(label[:_SHOWN]) is not None
