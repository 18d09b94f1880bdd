"""Features of the markup: tags, hints of names, kinship in the tree, look-alikes and the containers around each block."""

from __future__ import annotations

import numpy as np

from ...records import Page
from ..hints import NAME_HINTS, TAG_HINTS, name_mask
from .rows import Ints, Layout, Measures, Rows

_TAGS = ("p", "div", "li", "td", "blockquote", "figcaption", "pre", "button", "h1", "h2", "h3", "h4", "dd", "dt", "")
_TAG_BIT = {tag: 1 << bit for bit, tag in enumerate(_TAGS)}
_HINTS = (*NAME_HINTS, *(f"<{name}>" for name in TAG_HINTS))


class _Tree:
    """The elements around the blocks, and no others, renumbered in document order; parents come before their children."""

    def __init__(self, page: Page) -> None:
        above = [e.parent for e in page.elements]
        homes = [b.element for b in page.blocks]
        around: set[int] = set()
        for home in homes:
            step = home
            while step >= 0 and step not in around:
                around.add(step)
                step = above[step]
        kept = sorted(around)
        number = {old: new for new, old in enumerate(kept)}
        self.elements = [page.elements[i] for i in kept]
        self.parents = [number.get(above[i], -1) for i in kept]
        self.home = np.array([number[home] for home in homes], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.elements)


def markup_features(rows: Rows, page: Page, text: Measures, starts: Ints, headline: int) -> Layout:
    """Tags, hints of names, and the containers around each block. `headline` is a block's index or -1."""
    rows.add_bits([_TAG_BIT.get(b.tag, 0) for b in page.blocks], _TAGS, "tag_")
    rows.add("hidden", [b.hidden for b in page.blocks])
    tree = _Tree(page)
    home, parents = tree.home, tree.parents
    own = [name_mask(e.tag, e.label) for e in tree.elements]
    inherited, near, depth = own.copy(), own.copy(), [0] * len(own)
    for i, parent in enumerate(parents):
        if parent >= 0:
            inherited[i] |= inherited[parent]
            near[i] |= own[parent]
            depth[i] = depth[parent] + 1
    rows.add_bits(np.array(near, dtype=np.int64)[home], _HINTS, "near_")
    rows.add_bits(np.array(inherited, dtype=np.int64)[home], _HINTS, "in_")
    depths = np.array(depth)
    rows.add("depth", depths[home])
    _kinship(rows, text, tree, depths, headline)
    alike = _signatures(rows, page, text)
    return Layout(text.size, alike, *_containers(rows, text, tree, starts))


def _kinship(rows: Rows, text: Measures, tree: _Tree, depth: Ints, headline: int) -> None:
    """How near each block stands in the tree to the headline, and to the element with the most prose of its own.

    Nearness is told by the smallest element around both: its depth, and how far above the block it is. Second articles,
    fact boxes and comments are near neighbours on the page and distant relatives in the tree.
    """
    home = tree.home
    parent_of = np.maximum(np.array(tree.parents)[home], 0)
    direct = np.bincount(parent_of, weights=text.prose, minlength=len(tree))
    rows.add("siblings_prose_share", direct[parent_of] / max(1.0, text.total_prose))
    anchors = {"headline": int(home[headline]) if 0 <= headline < rows.count else 0, "prose": int(np.argmax(direct))}
    for name, anchor in anchors.items():
        chain = [False] * len(tree)
        step = anchor
        while step >= 0:
            chain[step] = True
            step = tree.parents[step]
        common: list[int] = []
        for i, parent in enumerate(tree.parents):
            common.append(i if chain[i] or parent < 0 else common[parent])
        shared = np.array(common)[home]
        rows.add(f"{name}_kin_depth", depth[shared] - depth[anchor])
        rows.add(f"{name}_kin_rise", depth[home] - depth[shared])
        rows.add(f"{name}_kin_first", shared == anchor)


def _signatures(rows: Rows, page: Page, text: Measures) -> Ints:
    """Blocks that look alike in the markup: how many, how long together, how long on average."""
    numbers: dict[tuple[str, str, str], int] = {}
    elements = page.elements
    member = np.empty(rows.count, dtype=np.int64)
    for i, block in enumerate(page.blocks):
        element = elements[block.element]
        parent = elements[element.parent] if element.parent >= 0 else element
        member[i] = numbers.setdefault((block.tag, element.label, parent.label), len(numbers))
    count = np.bincount(member)
    size = np.bincount(member, weights=text.size)
    prose = np.bincount(member, weights=text.prose)
    link = np.bincount(member, weights=text.link * text.size)
    rows.add("alike", np.log1p(count)[member])
    rows.add("alike_mean", (size / count)[member])
    rows.add("alike_prose_share", (prose / max(1.0, text.total_prose))[member])
    rows.add("alike_link", (link / np.maximum(size, 1))[member])
    return member


def _containers(rows: Rows, text: Measures, tree: _Tree, starts: Ints) -> tuple[Ints, tuple[tuple[Ints, Ints], ...]]:
    """The containers around each block, each wider than the last: what share of the page's prose they hold, and how much else.

    Returns the blocks' places and the containers of each place, as in `Layout`.
    """
    count, home = rows.count, tree.home
    first = np.searchsorted(starts, np.array([e.start for e in tree.elements]))
    last = np.searchsorted(starts, np.array([e.end for e in tree.elements]))
    sums = {
        name: np.concatenate(([0.0], np.cumsum(row, dtype=np.float64)))
        for name, row in (("size", text.size), ("prose", text.prose), ("link", text.link * text.size), ("stop", text.stop))
    }
    within = {name: each[last] - each[first] for name, each in sums.items()}
    held = last - first
    prose_share = within["prose"] / max(1.0, text.total_prose)
    link_share = within["link"] / np.maximum(within["size"], 1)
    stop_share = within["stop"] / np.maximum(held, 1)
    # From each element to the nearest one around it that holds more blocks.
    wider: list[int] = []
    sizes = held.tolist()
    for i, parent in enumerate(tree.parents):
        wider.append(i if parent < 0 else parent if sizes[parent] > sizes[i] else wider[parent])
    step = np.array(wider, dtype=np.int64)
    at = np.where(held[home] > 1, home, step[home])
    places, place = np.unique(at, return_inverse=True)
    around = []
    for level in range(1, 6):
        rows.add(f"up{level}_prose_share", prose_share[at])
        rows.add(f"up{level}_link", link_share[at])
        rows.add(f"up{level}_stops", stop_share[at])
        rows.add(f"up{level}_blocks", np.log1p(held[at]))
        rows.add(f"up{level}_place", (np.arange(count) - first[at]) / np.maximum(held[at], 1))
        at = step[at]
        around.append((first[places], last[places]))
        places = step[places]
    # The smallest container that holds most of the prose, by two measures of most.
    for name, share in (("most", 0.6), ("much", 0.35)):
        enough = np.flatnonzero(prose_share >= share)
        best = int(enough[np.argmin(held[enough])]) if enough.size and text.total_prose else 0
        index = np.arange(count)
        inside = (index >= first[best]) & (index < last[best])
        rows.add(f"{name}_inside", inside)
        rows.add(f"{name}_place", np.clip((index - first[best]) / max(1, int(held[best])), -1, 2))
        rows.add(f"{name}_link", float(link_share[best]))
        rows.add(f"{name}_blocks", float(np.log1p(held[best])))
        rows.add(f"{name}_home", home == best)
    return place, tuple(around)
