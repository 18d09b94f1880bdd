"""Blocks in the midst of an article: what is hidden there goes; what shares the fate of its likes, and announced lists, come back."""

from __future__ import annotations

import re
from collections import Counter
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
# Headings of one rank that are kept, from which on another one between kept lines is as well; and the share of a list's items.
_RANK, _LIST = 2, 2 / 3
# Who posted: "— Ana Lima (@analima) 3 May 2019"; and blocks of such posts in a row.
_POSTED = re.compile(r"[—–-]\s?[^\n()]{1,60}\(@\w{1,30}\)")
_LONGEST_RUN = 8
# Code points of a cell.
_LONGEST_CELL = 300
# From a cell up to its table.
_DEEP = 6
_CELLS = frozenset(("td", "th"))
# What a script or a prompt leaves in code and quotations.
_FURNITURE = re.compile(
    r"^\W*(?:\[\w+ \w+=|\(?adsbygoogle|loading\b|click to\b|subscribe to\b|sign (?:in|up)\b|follow us\b)|follow us for", re.I
)
# A label of the page's among headings and items.
_LABEL = re.compile(
    r"\W*(?:share|tweet|print|e-?mail|related|newsletter|most read|watch live|recommended|comments?|topics|top stories|editor['’]s picks|play video|meistgelesen|sign up"
    r"|more on this story|story continues below|\d+ comments?|(?:photo|slide|image) \d+ of \d+|(?:share|download) (?:this|the) \w+|(?:video|podcast|poll):.*)\W*",
    re.I | re.S,
)
_WHOLE = frozenset(("pre", "blockquote"))


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


def enclosed(page: Page, keep: Keep) -> list[int]:
    """The blocks without links between two kept ones that are of their sort: subheadings where others of their rank are kept, items
    before kept items, code and quotations; and all cells of a table of which some are kept, all items of a list of which nearly all are.
    """
    blocks = page.blocks
    ranks = Counter(blocks[i].tag for i in np.flatnonzero(keep).tolist() if blocks[i].tag in HEADINGS)
    found: list[int] = []
    for i in (np.flatnonzero(~keep[1:-1] & keep[:-2] & keep[2:]) + 1).tolist():
        block = blocks[i]
        if block.link or block.hidden or _LABEL.fullmatch(page.text, block.start, block.end):
            continue
        item = (home := _list_of(page, block)) >= 0 and home == _list_of(page, blocks[i + 1])
        if (
            (block.tag in _WHOLE and not _FURNITURE.search(page.text, block.start, block.end))
            or ranks[block.tag] >= _RANK
            or item
        ):
            found.append(i)
    return found + _posts(page, keep) + _missing(page, keep)


def _posts(page: Page, keep: Keep) -> list[int]:
    """The blocks of posts of a network that are quoted between kept blocks, each with who posted it; most of them is no link."""
    found: list[int] = []
    run: list[int] = []
    for i, block in enumerate(page.blocks):
        if block.tag == "blockquote" and not keep[i] and not block.hidden:
            run.append(i)
            continue
        if 1 < len(run) <= _LONGEST_RUN and keep[i] and run[0] and keep[run[0] - 1]:
            posted = any(_POSTED.match(page.text, page.blocks[at].start) for at in run)
            posted = posted and not any(_FURNITURE.search(page.text, page.blocks[at].start, page.blocks[at].end) for at in run)
            if posted and 2 * sum(page.blocks[at].link for at in run) < size_of(page, run):
                found += run
        run = []
    return found


def _missing(page: Page, keep: Keep) -> list[int]:
    """The cells and items without links that are missing of tables of which some are kept and of lists of which nearly all are; a table
    with long cells is a page's layout.
    """
    tables: dict[int, list[int]] = {}
    lists: dict[int, list[int]] = {}
    for i, block in enumerate(page.blocks):
        if block.tag in _CELLS:
            tables.setdefault(_table_of(page, block), []).append(i)
        elif block.tag == "li":
            lists.setdefault(_list_of(page, block), []).append(i)
    tables.pop(-1, None)
    lists.pop(-1, None)
    partly = [
        cells for cells in tables.values() if all(size_of(page, (i,)) <= _LONGEST_CELL for i in cells) and keep[cells].any()
    ]
    nearly = [items for items in lists.values() if keep[items].sum() >= _LIST * len(items)]
    missing = (i for group in (*partly, *nearly) for i in group if not keep[i])
    return [i for i in missing if not page.blocks[i].link and not page.blocks[i].hidden]


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


def _table_of(page: Page, block: Block) -> int:
    """The table that a block is a cell of, or -1."""
    near = islice(around(page.elements, block.element), _DEEP)
    return next((index for index, element in near if element.tag == "table"), -1)


def _list_of(page: Page, block: Block) -> int:
    """The list that a block is an item of, or -1."""
    near = islice(around(page.elements, block.element), _CLIMB) if block.tag == "li" else ()
    return next((index for index, element in near if element.tag in _LISTS), -1)
