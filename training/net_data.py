"""Labelled pages as batches of one shape, for training the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.article.body.model import OTHER, STRICT
from dateline.article.body.network import EMPTY, LEVELS, SUREST

from .examples import Example
from .grow import weights
from .sets import CONVENTIONS

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int32]

# Blocks of a page in a batch; of a longer page a stretch of so many, another one each time.
_LENGTHS = (32, 64, 128, 256, 512, 1_024)
# Blocks of a batch.
_BLOCKS = 2_048
# Of each feature, the share of blocks that lies below and above what the network is shown.
_EXTREME = 0.5
_FLAT = 1e-4


class Scale(NamedTuple):
    """How features are brought to about one size: cut, centred, and multiplied."""

    low: Floats
    high: Floats
    centre: Floats
    scale: Floats


class Pages(NamedTuple):
    """Pages of one length: each array has a row a page, then a block; `first`, `last` and `held` a row a container in between.

    `held`, `kin` and `whole` (one a page) are what the sums over a container, over look-alikes and over the page are multiplied by to be means.
    """

    seen: Floats
    glance: Floats
    weight: Floats
    alike: Numbers
    first: Numbers
    last: Numbers
    held: Floats
    kin: Floats
    whole: Floats
    label: Floats
    counts: Floats
    convention: Numbers


def scale_of(examples: list[Example]) -> Scale:
    """The scale of the examples' features, by some sixty blocks of each."""
    x = np.concatenate([e.x[:: max(1, len(e.x) // 60)] for e in examples])
    low, high = np.percentile(x, [_EXTREME, 100 - _EXTREME], axis=0)
    cut = np.clip(x, low, high)
    spread = cut.std(axis=0)
    scale = np.where(spread < _FLAT, 0, 1 / np.maximum(spread, _FLAT))
    return Scale(*(row.astype(np.float32) for row in (low, high, cut.mean(axis=0), scale)))


def convention_of(example: Example) -> int:
    """The number of the convention that a page's labels follow: pages that are no articles have one of their own, the last."""
    if example.convention == "wcxb" and example.page_type != "article":
        return OTHER
    return STRICT if example.convention in ("taught", "carried") else CONVENTIONS.index(example.convention)


def batches(examples: list[Example], glances: list[Floats], scale: Scale, rng: np.random.Generator) -> Iterator[Pages]:
    """All examples once, in an order of the generator's, in batches of pages of about one length."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for i in rng.permutation(len(examples)):
        count = len(examples[i].y)
        by_length[next((length for length in _LENGTHS if count <= length), _LENGTHS[-1])].append(int(i))
    chunks = [
        (length, members[at : at + _BLOCKS // length])
        for length, members in by_length.items()
        for at in range(0, len(members), _BLOCKS // length)
    ]
    for chunk in rng.permutation(len(chunks)):
        length, members = chunks[chunk]
        rows = []
        for i in members:
            spare = len(examples[i].y) - length
            rows.append(page(examples[i], glances[i], scale, length, int(rng.integers(spare + 1)) if spare > 0 else 0))
        # One shape a length, so that it is compiled once: a batch that is not full repeats a page that counts nothing.
        rows += [rows[-1]._replace(counts=np.zeros(length, dtype=np.float32))] * (_BLOCKS // length - len(rows))
        yield Pages(*(np.stack(column) for column in zip(*rows, strict=True)))


def page(example: Example, glance: Floats, scale: Scale, length: int, start: int = 0) -> Pages:
    """One page, or `length` of its blocks from `start` on, filled up with blocks that are not there."""
    count = min(length, len(example.y) - start)
    part = slice(start, start + count)

    def filled(row: npt.NDArray[np.generic], fill: float = 0) -> npt.NDArray[np.float32]:
        out = np.full((length, *row.shape[1:]), fill, dtype=np.float32)
        out[:count] = row[part]
        return out

    alone = np.arange(length, dtype=np.int32)
    first, last = np.tile(alone, (LEVELS, 1)), np.tile(alone + 1, (LEVELS, 1))
    home = example.layout.home[part]
    for level, (begins, ends) in enumerate(example.layout.containers[:LEVELS]):
        first[level, :count] = np.clip(begins[home] - start, 0, count)
        last[level, :count] = np.clip(ends[home] - start, 0, count)
    alike = np.full(length, length - 1, dtype=np.int32)
    alike[:count] = np.unique(example.layout.alike[part], return_inverse=True)[1]
    seen = (np.clip(example.x, scale.low, scale.high) - scale.centre) * scale.scale
    weight = filled(np.log1p(example.layout.size))
    sums = np.concatenate(([0.0], np.cumsum(weight)))
    return Pages(
        filled(seen),
        filled(np.clip(glance, -SUREST, SUREST)),
        weight,
        alike,
        first,
        last,
        _to_mean(sums[last] - sums[first]),
        _to_mean(np.bincount(alike, weight)[alike]),
        _to_mean(sums[-1]),
        filled(np.clip(example.y, 0, 1)),
        filled(weights(example) * (example.y >= 0)),
        np.array(convention_of(example), dtype=np.int32),
    )


def _to_mean(weight: npt.NDArray[np.generic]) -> Floats:
    return np.asarray(1 / (weight.astype(np.float64) + EMPTY), dtype=np.float32)
