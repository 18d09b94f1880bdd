"""What the models' choice of blocks is mended by: what the markup shows, and no model saw often enough."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import numpy.typing as npt

from ...records import Block, Page

# Code points of a pull quote, and the marks it is set in.
_PULLED = (25, 250)
# Kept blocks of a page on which pull quotes are looked for: each is compared with all.
_SHORT_ENOUGH = 500
_QUOTE_MARKS = " \n\"'“”„‟«»‹›‘’—–-.,!?…"
# Hidden text between paragraphs that all see is none of the article while it is less than this share of it: else a script shows it.
_LITTLE = 0.15
_LISTS = frozenset(("ul", "ol"))
_CLIMB = 3

Keep = npt.NDArray[np.bool_]


def mended(page: Page, keep: Keep) -> Keep:
    """The choice of an article's blocks without pull quotes and hidden asides, and with the lists that its paragraphs announce."""
    keep = keep.copy()
    keep[_pull_quotes(page, np.flatnonzero(keep).tolist())] = False
    keep[_hidden_asides(page, keep)] = False
    keep[_announced(page, keep)] = True
    return keep


def _pull_quotes(page: Page, kept: list[int]) -> list[int]:
    """Of the kept blocks, those that print again, as a line of their own, words that stand within a longer paragraph."""
    if len(kept) > _SHORT_ENOUGH:
        return []
    texts = {i: page.text[page.blocks[i].start : page.blocks[i].end] for i in kept}
    found = []
    for i, text in texts.items():
        words = text.strip(_QUOTE_MARKS)
        fits = _PULLED[0] <= len(words) <= _PULLED[1] and not page.blocks[i].tag.startswith("h")
        if fits and any(words in other and len(other) > 2 * len(words) for other in texts.values()):
            found.append(i)
    return found


def _hidden_asides(page: Page, keep: Keep) -> list[int]:
    """Of the kept blocks, those that the markup hides between others that it shows, where they are little."""
    kept = [i for i, block in enumerate(page.blocks) if keep[i]]
    shown = [i for i in kept if not page.blocks[i].hidden]
    if not shown or len(shown) == len(kept):
        return []
    asides = [i for i in kept if page.blocks[i].hidden and shown[0] < i < shown[-1]]
    return asides if _size(page, asides) < _LITTLE * _size(page, kept) else []


def _announced(page: Page, keep: Keep) -> list[int]:
    """The items of lists below a kept line that ends with a colon and stands beside the list."""
    found: list[int] = []
    for home, run in groupby(range(len(page.blocks)), lambda i: _list_of(page, page.blocks[i])):
        items = list(run)
        if home < 0 or not items[0] or not keep[items[0] - 1] or keep[items].all():
            continue
        above = page.blocks[items[0] - 1]
        beside = above.element >= 0 and page.elements[above.element].parent == page.elements[home].parent
        links = sum(page.blocks[i].link for i in items)
        if beside and page.text[above.end - 1] in ":：" and 2 * links < _size(page, items):
            found += [i for i in items if not page.blocks[i].hidden]
    return found


def _list_of(page: Page, block: Block) -> int:
    """The list that a block is an item of, or -1."""
    index = block.element if block.tag == "li" else -1
    for _ in range(_CLIMB):
        if index < 0:
            break
        if page.elements[index].tag in _LISTS:
            return index
        index = page.elements[index].parent
    return -1


def _size(page: Page, indexes: list[int]) -> int:
    return sum(page.blocks[i].end - page.blocks[i].start for i in indexes)
