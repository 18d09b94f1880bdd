"""What the body model sees of each block: numbers computed for all blocks at once.

A feature is a row of a float32 matrix of shape (features, blocks). They speak of form, place and company, not of
content: no word of a page is a feature but for membership in the short lists of `hints`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...page.declared import words
from ...records import Page, Span
from ..clues import main_article
from ..hints import LINE_HINTS, line_mask
from .markup import markup_features
from .rows import Floats, Ints, Layout, Measures, Rows, shifted, window_mean

# Characters of a line that counts as prose rather than furniture.
LONG = 80
# Characters of a declared body that lines are looked for in: each line is, so this bounds the work of a hostile page.
_LONGEST_CLAIM = 60_000
# Characters of a line that are looked at for telling words.
_SHOWN = 100

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


class Seen(NamedTuple):
    """What the model sees: `matrix` of shape (features, blocks), the rows' names, and the layout that the networks go by."""

    matrix: Floats
    names: list[str]
    layout: Layout


def features(page: Page, headline: Span | None) -> Seen:
    """The features of all blocks of a page, which has at least one."""
    blocks = page.blocks
    rows = Rows(len(blocks))
    starts = np.array([b.start for b in blocks], dtype=np.int64)
    ends = np.array([b.end for b in blocks], dtype=np.int64)
    text = _text_features(rows, page, starts, ends)
    _company(rows, text)
    _place(rows, page, text, starts, headline)
    _claims(rows, page)
    if page.form == "html":
        at = int(np.searchsorted(starts, headline.start)) if headline is not None else -1
        layout = markup_features(rows, page, text, starts, at)
    else:
        layout = Layout(text.size, alone := np.arange(len(blocks)), alone, ())
    return Seen(rows.matrix(), rows.names, layout)


def _text_features(rows: Rows, page: Page, starts: Ints, ends: Ints) -> Measures:
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
    return Measures(size, prose, link, stop, lines)


def _company(rows: Rows, text: Measures) -> None:
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


def _place(rows: Rows, page: Page, text: Measures, starts: Ints, headline: Span | None) -> None:
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


def _claims(rows: Rows, page: Page) -> None:
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
