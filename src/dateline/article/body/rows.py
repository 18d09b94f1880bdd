"""What the groups of features share: the matrix in the making, measures of each block, and the layout of a page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_MOST_ROWS = 300
# What grows with a page is cut where nine in ten of the labelled articles end. Beyond that a forest has seen menus and listings
# alone, and took the length of a page for a sign against each of its lines: of 1,000 paragraphs it kept 28, and keeps all with
# these. Cross-validated figures of the labelled pages stay within .003.
_LONGEST: dict[str, float] = {
    "total": 10.15,
    **dict.fromkeys(("total_prose", "prose_before", "prose_after"), 9.8),
    **dict.fromkeys(("blocks", "up1_blocks", "up2_blocks", "up3_blocks", "up4_blocks", "up5_blocks"), 5.95),
    **dict.fromkeys(("most_blocks", "much_blocks"), 5.1),
    **dict.fromkeys(("index", "from_headline"), 200.0),
    "from_end": 393.0,
    "prose_ahead": 160.0,
    "prose_behind": 107.0,
}


@cache
def _cuts(names: tuple[str, ...]) -> tuple[Ints, Floats]:
    """Which rows are cut, and where, as a column."""
    at = [row for row, name in enumerate(names) if name in _LONGEST]
    return np.array(at, dtype=np.int64), np.array([[_LONGEST[names[row]]] for row in at], dtype=np.float32).reshape(-1, 1)


def capped(matrix: Floats, names: list[str]) -> Floats:
    """The matrix (features, blocks) as the forests of blocks are shown it."""
    at, most = _cuts(tuple(names))
    cut = matrix.copy()
    cut[at] = np.minimum(cut[at], most)
    return cut


class Rows:
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
        """A row for each bit of the blocks' masks, the lowest first; 64 at most."""
        named = [f"{base}{name}" for name in names]
        octets = np.asarray(masks, dtype="<i8").view(np.uint8).reshape(self.count, 8)
        at = len(self.names)
        self._rows[at : at + len(named)] = np.unpackbits(octets, axis=1, count=len(named), bitorder="little").T
        self.names += named

    def matrix(self) -> Floats:
        """All rows added so far, (features, blocks)."""
        return self._rows[: len(self.names)]


class Layout(NamedTuple):
    """How the blocks of a page hang together: sizes, look-alikes, and the containers around each.

    Blocks with the same containers around them share a place, and `home` has each block's. `containers` has a row for each of five
    widening containers, with the first block and the one after the last, of each place; text has none.
    """

    size: Floats
    alike: Ints
    home: Ints
    containers: tuple[tuple[Ints, Ints], ...]


class Measures:
    """Measures of each block that several groups of features use."""

    def __init__(self, size: Floats, prose: Floats, link: Floats, stop: npt.NDArray[np.bool_], lines: list[str]) -> None:
        self.size, self.prose, self.link, self.stop, self.lines = size, prose, link, stop, lines
        self.total = float(size.sum())
        self.total_prose = float(prose.sum())


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
