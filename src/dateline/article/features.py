"""What the body model sees of each block: numbers computed for all blocks at once.

A feature is a row of a float32 matrix of shape (features, blocks). They speak of form, place and company, not of
content: no word of a page is a feature but for membership in the short lists of `hints`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..page.declared import words
from ..records import Page, Span
from .clues import main_article
from .hints import LINE_HINTS, NAME_HINTS, TAG_HINTS, line_mask, name_mask

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_MOST_ROWS = 300
# Characters of a line that counts as prose rather than furniture.
LONG = 80
# Characters of a declared body that lines are looked for in: each line is, so this bounds the work of a hostile page.
_LONGEST_CLAIM = 60_000
# Characters of a line that are looked at for telling words.
_SHOWN = 100

_TAGS = ("p", "div", "li", "td", "blockquote", "figcaption", "pre", "button", "h1", "h2", "h3", "h4", "dd", "dt", "")
_TAG_BIT = {tag: 1 << bit for bit, tag in enumerate(_TAGS)}
_HINTS = (*NAME_HINTS, *(f"<{name}>" for name in TAG_HINTS))
_CLASSES = ("other", "space", "lower", "upper", "digit", "comma", "stop", "quote", "ideograph", "mark", "colon")
_OTHER, _SPACE, _LOWER, _UPPER, _DIGIT, _COMMA, _STOP, _QUOTE, _IDEOGRAPH, _MARK, _COLON = range(len(_CLASSES))


@cache
def _class_of() -> npt.NDArray[np.uint8]:
    """The class of every code point of the basic plane; those beyond share the last entry."""
    import unicodedata

    sets = {
        _SPACE: " \t\n\r\u00a0\u3000\u200b\u2009\u202f",
        _COMMA: ",;،؛、，；",
        _STOP: ".!?…。！？؟۔।",
        _QUOTE: "\"'“”„‘’«»‹›「」『』",
        _MARK: "|•·›/\\–—-→#@©®+*",
        _COLON: ":：",
    }
    table = np.zeros(65_536, dtype=np.uint8)
    kinds = {"Ll": _LOWER, "Lo": _LOWER, "Lm": _LOWER, "Mn": _LOWER, "Mc": _LOWER, "Lu": _UPPER, "Lt": _UPPER, "Nd": _DIGIT}
    for code in range(65_536):
        table[code] = kinds.get(unicodedata.category(chr(code)), _OTHER)
    for low, high in ((0x0E00, 0x0E80), (0x3040, 0x3100), (0x3400, 0xA000)):  # Thai, kana, Han
        table[low:high] = np.where(table[low:high] == _LOWER, _IDEOGRAPH, table[low:high])
    for kind, members in sets.items():
        for member in members:
            table[ord(member)] = kind
    table[65_535] = _OTHER
    return table


class _Rows:
    """The matrix in the making: rows of float32 with their names."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.names: list[str] = []
        self._rows = np.empty((_MOST_ROWS, count), dtype=np.float32)

    def add(self, name: str, row: npt.NDArray[np.generic] | float | list[float] | list[int] | list[bool]) -> None:
        """One feature of every block; a number is the same for all."""
        self._rows[len(self.names)] = row
        self.names.append(name)

    def add_bits(self, masks: list[int] | Ints, names: Iterable[str], base: str) -> None:
        """A row for each bit of the blocks' masks."""
        named = [f"{base}{name}" for name in names]
        bits = np.arange(len(named), dtype=np.int64)[:, None]
        at = len(self.names)
        self._rows[at : at + len(named)] = (np.asarray(masks, dtype=np.int64) >> bits) & 1
        self.names += named

    def matrix(self) -> Floats:
        return self._rows[: len(self.names)]


class Layout(NamedTuple):
    """How the blocks of a page hang together: sizes, look-alikes, and the containers around each.

    `containers` has a row for each of five widening containers, with the first block and the one after the last, of each block.
    """

    size: Floats
    alike: Ints
    containers: tuple[tuple[Ints, Ints], ...]


class Seen(NamedTuple):
    """What the model sees: `matrix` of shape (features, blocks), the rows' names, and the layout for the second look."""

    matrix: Floats
    names: list[str]
    layout: Layout


def features(page: Page, headline: Span | None) -> Seen:
    """The features of all blocks of a page, which has at least one."""
    blocks = page.blocks
    rows = _Rows(len(blocks))
    starts = np.array([b.start for b in blocks], dtype=np.int64)
    ends = np.array([b.end for b in blocks], dtype=np.int64)
    text = _text_features(rows, page, starts, ends)
    _company(rows, text)
    _place(rows, page, text, starts, headline)
    _claims(rows, page)
    if page.form == "html":
        at = int(np.searchsorted(starts, headline.start)) if headline is not None else -1
        layout = _markup(rows, page, text, starts, at)
    else:
        layout = Layout(text.size, np.arange(len(blocks)), ())
    return Seen(rows.matrix(), rows.names, layout)


class _Text:
    """Measures of each block that several groups of features use."""

    def __init__(self, size: Floats, prose: Floats, link: Floats, stop: npt.NDArray[np.bool_], lines: list[str]) -> None:
        self.size, self.prose, self.link, self.stop, self.lines = size, prose, link, stop, lines
        self.total = float(size.sum())
        self.total_prose = float(prose.sum())


def _text_features(rows: _Rows, page: Page, starts: Ints, ends: Ints) -> _Text:
    blocks = page.blocks
    count = len(blocks)
    codes = np.frombuffer(page.text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    classes = _class_of()[np.minimum(codes, 65_535)]
    # Characters counted by block and class in one pass: gaps between blocks take the even numbers.
    edges = np.empty(2 * count + 1, dtype=np.int64)
    edges[0], edges[1::2], edges[2::2] = 0, starts, ends
    owner = np.repeat(np.arange(2 * count), np.diff(edges))
    width = len(_CLASSES)
    counts = (
        np.bincount(owner * width + classes[: len(owner)], minlength=2 * count * width)
        .reshape(-1, width)[1::2]
        .astype(np.float32)
    )
    ideographs = counts[:, _IDEOGRAPH]
    # A Han character says about as much as two letters.
    size = (ends - starts).astype(np.float32) + ideographs
    shown = np.maximum(size, 1)
    link = np.array([b.link for b in blocks], dtype=np.float32) / np.maximum(ends - starts, 1)
    bold = np.array([b.bold for b in blocks], dtype=np.float32) / np.maximum(ends - starts, 1)
    last = classes[ends - 1]
    before_last = classes[np.maximum(ends - 2, starts)]
    stop = (last == _STOP) | ((last == _QUOTE) & ((before_last == _STOP) | (before_last == _COMMA)))
    prose = np.where((size >= LONG) & (link < 0.5), size * (1 - link), 0).astype(np.float32)
    tokens = counts[:, _SPACE] + 1 + ideographs / 2
    rows.add("size", np.log1p(size))
    rows.add("words", tokens)
    rows.add("link", link)
    rows.add("bold", bold)
    rows.add("word_length", size / tokens)
    for name, kind in (
        ("upper", _UPPER),
        ("digit", _DIGIT),
        ("comma", _COMMA),
        ("stops", _STOP),
        ("quotes", _QUOTE),
        ("marks", _MARK),
    ):
        rows.add(name, counts[:, kind] / shown)
    rows.add("commas", counts[:, _COMMA])
    rows.add("sentences", counts[:, _STOP])
    rows.add("other", counts[:, _OTHER] / shown)
    rows.add("ideograph", ideographs / shown)
    rows.add("ends_stop", stop)
    rows.add("ends_colon", last == _COLON)
    rows.add("first", classes[starts])
    rows.add("last", last)
    lines = [page.text[b.start : min(b.end, b.start + _SHOWN)] for b in blocks]
    rows.add_bits([line_mask(line) for line in lines], LINE_HINTS, "line_")
    seen: dict[str, int] = {}
    seen_before = []
    for line in lines:
        before = seen.get(line, 0)
        seen_before.append(before > 0)
        seen[line] = before + 1
    rows.add("repeats", [seen[line] for line in lines])
    rows.add("seen_before", seen_before)
    return _Text(size, prose, link, stop, lines)


def shifted(rows: Floats, by: int) -> Floats:
    """Rows (…, blocks) as seen from `by` blocks further on, or back when negative; beyond the page is 0."""
    out = np.zeros_like(rows)
    if abs(by) < rows.shape[-1]:
        if by > 0:
            out[..., by:] = rows[..., :-by]
        else:
            out[..., :by] = rows[..., -by:]
    return out


def window_mean(rows: Floats, reach: int) -> Floats:
    """The means of rows (…, blocks) over each block and `reach` blocks to either side."""
    count = rows.shape[-1]
    sums = np.zeros((*rows.shape[:-1], count + 1))
    np.cumsum(rows, axis=-1, dtype=np.float64, out=sums[..., 1:])
    index = np.arange(count)
    low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)
    means: Floats = ((sums[..., high] - sums[..., low]) / (high - low)).astype(np.float32)
    return means


def _company(rows: _Rows, text: _Text) -> None:
    """The blocks before and after."""
    known = np.array((np.log1p(text.size), text.link, text.stop, text.prose), dtype=np.float32)
    for by in (1, 2, 3, -1, -2, -3):
        side = "before" if by > 0 else "after"
        for name, row in zip(("size", "link", "stop"), shifted(known[:3], by), strict=True):
            rows.add(f"{name}_{abs(by)}_{side}", row)
    for reach in (2, 5, 12):
        for name, row in zip(("size", "link", "stop", "prose"), window_mean(known, reach), strict=True):
            rows.add(f"{name}_within_{reach}", row)
    index = np.arange(rows.count)
    marks = np.flatnonzero(text.prose)
    if marks.size:
        after = np.searchsorted(marks, index)
        rows.add("prose_ahead", marks[np.minimum(after, marks.size - 1)] - index)
        rows.add("prose_behind", index - marks[np.maximum(np.searchsorted(marks, index, side="right") - 1, 0)])
    else:
        rows.add("prose_ahead", 999)
        rows.add("prose_behind", 999)


def _place(rows: _Rows, page: Page, text: _Text, starts: Ints, headline: Span | None) -> None:
    """Where in the page, and where from the headline."""
    count = rows.count
    index = np.arange(count)
    before = np.concatenate(([0], np.cumsum(text.prose)[:-1]))
    rows.add("index", index)
    rows.add("index_share", index / count)
    rows.add("from_end", count - index)
    rows.add("offset_share", starts / max(1, len(page.text)))
    rows.add("prose_share_before", before / max(1.0, text.total_prose))
    rows.add("prose_before", np.log1p(before))
    rows.add("prose_after", np.log1p(np.maximum(0, text.total_prose - before - text.prose)))
    at = int(np.searchsorted(starts, headline.start)) if headline is not None else -1
    rows.add("from_headline", index - at if at >= 0 else -999.0)
    rows.add("is_headline", index == at)
    rows.add("headline_share", at / count)
    rows.add("blocks", np.log1p(count))
    rows.add("total", np.log1p(text.total))
    rows.add("total_prose", np.log1p(text.total_prose))
    rows.add("prose_of_total", text.total_prose / max(1.0, text.total))
    rows.add("mean_size", text.total / count)
    rows.add("link_of_total", float((text.link * text.size).sum()) / max(1.0, text.total))


def _claims(rows: _Rows, page: Page) -> None:
    """Agreement with what the page declares of its article."""
    declared = page.declared
    data = main_article(page)
    claim = words(data.data.get("articleBody")) if data is not None else None
    description = words(data.data.get("description")) if data is not None else None
    description = description or declared.get("og:description") or declared.get("description")
    lead = " ".join(description.split())[:60] if description else None
    agreed, described = [0.0] * rows.count, [0.0] * rows.count
    if claim:
        claim = claim[:_LONGEST_CLAIM]
        for i, block in enumerate(page.blocks):
            agreed[i] = _agreement(page.text[block.start : block.end], claim)
    if lead and len(lead) > 20 and (found := page.text.find(lead)) >= 0:
        for i, block in enumerate(page.blocks):
            if block.start <= found < block.end:
                described[i] = 1.0
    rows.add("claimed", agreed)
    rows.add("described", described)
    rows.add("claims", np.log1p(len(claim)) if claim else 0.0)


def _agreement(line: str, claim: str) -> float:
    """How much of a line stands in the declared body: probes at its beginning, middle and end."""
    tidy = line.replace("\n", " ")
    if len(tidy) <= 40:
        return float(tidy in claim) * (0.5 if len(tidy) < 12 else 1.0)
    middle = len(tidy) // 2
    return sum(probe in claim for probe in (tidy[:30], tidy[middle - 15 : middle + 15], tidy[-30:])) / 3


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


def _markup(rows: _Rows, page: Page, text: _Text, starts: Ints, headline: int) -> Layout:
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
    return Layout(text.size, alike, _containers(rows, text, tree, starts))


def _kinship(rows: _Rows, text: _Text, tree: _Tree, depth: Ints, headline: int) -> None:
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


def _signatures(rows: _Rows, page: Page, text: _Text) -> Ints:
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


def _containers(rows: _Rows, text: _Text, tree: _Tree, starts: Ints) -> tuple[tuple[Ints, Ints], ...]:
    """The containers around each block, each wider than the last: what share of the page's prose they hold, and how much else."""
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
    around = []
    for level in range(1, 6):
        rows.add(f"up{level}_prose_share", prose_share[at])
        rows.add(f"up{level}_link", link_share[at])
        rows.add(f"up{level}_stops", stop_share[at])
        rows.add(f"up{level}_blocks", np.log1p(held[at]))
        rows.add(f"up{level}_place", (np.arange(count) - first[at]) / np.maximum(held[at], 1))
        around.append((first[at], last[at]))
        at = step[at]
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
    return tuple(around)
