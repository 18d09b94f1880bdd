"""Blocks in the midst of an article: what is hidden there goes, the lists that its paragraphs announce come back."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from ....page.tags import HEADINGS
from ...elsewhere import around
from .kept import little, size_of

if TYPE_CHECKING:
    from ....records import Block, Page
    from .kept import Keep

# Hidden text between paragraphs that all see is none of the article while it is less than this share of it: else a script shows it.
_LITTLE = 0.15
_UNFOLDED = 50
_TITLES = frozenset((*HEADINGS, "dt", "summary", "button"))
_LISTS = frozenset(("ul", "ol"))
_CLIMB = 3


def hidden_asides(page: Page, kept: list[int]) -> list[int]:
    """The blocks that the markup hides between others that it shows, where they are little. What a heading stands above unfolds."""
    shown = [i for i in kept if not page.blocks[i].hidden]
    if not shown or len(shown) == len(kept):
        return []
    asides = [i for i in kept if page.blocks[i].hidden and shown[0] < i < shown[-1] and not _unfolds(page, i)]
    return little(page, asides, kept, _LITTLE)


def _unfolds(page: Page, index: int) -> bool:
    """Whether the hidden blocks that this one is among stand below a title."""
    first = index
    while first > 0 and page.blocks[first - 1].hidden and index - first < _UNFOLDED:
        first -= 1
    return first > 0 and page.blocks[first - 1].tag in _TITLES


def announced(page: Page, keep: Keep) -> list[int]:
    """The items of lists below a kept line that ends with a colon and stands beside the list."""
    found: list[int] = []
    for index in np.flatnonzero(keep[:-1]).tolist():
        above, first = page.blocks[index], page.blocks[index + 1]
        if first.tag != "li" or page.text[above.end - 1] not in ":：":
            continue
        home = _list_of(page, first)
        if home < 0 or above.element < 0 or page.elements[above.element].parent != page.elements[home].parent:
            continue
        end = next((i for i in range(index + 1, len(page.blocks)) if _list_of(page, page.blocks[i]) != home), len(page.blocks))
        items = range(index + 1, end)
        links = sum(page.blocks[i].link for i in items)
        if 2 * links < size_of(page, items):
            found += [i for i in items if not page.blocks[i].hidden]
    return found


def _list_of(page: Page, block: Block) -> int:
    """The list that a block is an item of, or -1."""
    near = islice(around(page.elements, block.element), _CLIMB) if block.tag == "li" else ()
    return next((index for index, element in near if element.tag in _LISTS), -1)
