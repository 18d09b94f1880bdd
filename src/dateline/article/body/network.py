"""Running the network over a page's blocks on NumPy: each judged with what stands before, after and around it.

The forests judge a block by numbers that were thought up for it; the network makes up its own of a block's company. It is a
stack of convolutions of growing reach over the sequence of blocks, with means over the containers around each block, over the
blocks that look like it and over the page in between. Its weights are trained by `training/net.py` and ship as data.
"""

from __future__ import annotations

from typing import IO

import numpy as np
import numpy.typing as npt

from .rows import Floats, Layout

# How many blocks to either side each convolution looks.
REACHES = (1, 2, 4, 8, 16)
# After these convolutions, the means of the containers, the look-alikes and the page are taken in.
POOLED = (1, 4)
# Containers whose means are taken, from the nearest.
LEVELS = 5
# Log-odds of the first look beyond which it is as sure as can be.
SUREST = 8.0
_EPSILON = 1e-5
_EMPTY = 1e-3


class Network:
    """The weights, as `training/net.py` names them, and what they make of a page."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        self.names: tuple[str, ...] = tuple(str(name) for name in arrays["names"])
        self._weights = {
            name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items() if array.dtype.kind == "f"
        }
        self._rows: dict[tuple[str, ...], npt.NDArray[np.intp]] = {}
        # Features are cut here, and brought to one size by the weights that they meet first.
        w, count = self._weights, len(self.names)
        self._low, self._high = w["low"][:, None], w["high"][:, None]
        self._enter = np.ascontiguousarray((w["enter"][:count] * w["scale"][:, None]).T)
        self._enter_bias = w["enter_bias"] - self._enter @ w["centre"]
        self._enter_glance = w["enter"][count:]

    @classmethod
    def load(cls, file: IO[bytes]) -> Network:
        """A network from an `.npz` file, without pickles; weights are kept there in half precision."""
        with np.load(file, allow_pickle=False) as data:
            return cls(dict(data))

    def scores(self, matrix: Floats, names: list[str], glance: Floats, company: Company, *, convention: int) -> Floats:
        """Log-odds, one a block, under a convention.

        `matrix` of shape (features, blocks) is what the forests are shown, `glance` the first look's log-odds. Raises `KeyError` for
        a feature that the matrix lacks.
        """
        w = self._weights
        rows = self._rows.get(key := tuple(names))
        if rows is None:
            at = {name: row for row, name in enumerate(names)}
            rows = self._rows[key] = np.array([at[name] for name in self.names], dtype=np.intp)
        glance = np.clip(glance, -SUREST, SUREST)
        seen = self._enter @ np.clip(matrix.take(rows, axis=0), self._low, self._high)
        looked = np.stack((glance / 4, 2 / (1 + np.exp(-glance)) - 1), axis=1) @ self._enter_glance
        state = np.maximum(seen.T + looked + (self._enter_bias + w["enter_as"][convention]), 0)
        for layer, reach in enumerate(REACHES):
            near = np.maximum(_beside(_normed(state), reach) @ w[f"look{layer}"] + w[f"look_bias{layer}"], 0)
            state = state + near @ w[f"take{layer}"]
            if layer in POOLED:
                around = company.means(_normed(state)) @ w[f"pool{layer}"] + w[f"pool_bias{layer}"]
                state = state + np.maximum(around, 0)
        found: Floats = (
            _normed(state) @ (w["leave"] + w["leave_as"][convention]) + w["leave_bias"][convention] + w["skip"] * glance
        )
        return found


class Company:
    """Whose means a block is told: its containers', its look-alikes', the page's; each block weighs as the log of its size."""

    def __init__(self, layout: Layout) -> None:
        self._weight = np.log1p(layout.size).astype(np.float32)[:, None]
        count = len(layout.size)
        around = list(layout.containers[:LEVELS])
        alone = (np.arange(count), np.arange(1, count + 1))
        around += [alone] * (LEVELS - len(around))
        self._around = around
        self._order = np.argsort(layout.alike, kind="stable")
        kin = layout.alike[self._order]
        self._starts = np.flatnonzero(np.concatenate(([True], kin[1:] != kin[:-1])))
        self._group = np.empty(count, dtype=np.intp)
        self._group[self._order] = np.cumsum(np.concatenate(([0], kin[1:] != kin[:-1])))

    def means(self, state: Floats) -> Floats:
        """The means of a state (blocks, width), side by side: (blocks, width of all)."""
        count, width = state.shape
        weighed = np.concatenate((state * self._weight, self._weight), axis=1)
        sums = np.zeros((count + 1, width + 1), dtype=np.float32)
        np.cumsum(weighed, axis=0, out=sums[1:])
        means = np.empty((count, LEVELS + 2, width), dtype=np.float32)
        for level, (first, last) in enumerate(self._around):
            _mean(sums.take(last, axis=0) - sums.take(first, axis=0), means[:, level])
        alike = np.add.reduceat(weighed.take(self._order, axis=0), self._starts, axis=0)
        _mean(alike.take(self._group, axis=0), means[:, LEVELS])
        _mean(sums[-1:], means[:, LEVELS + 1])
        return means.reshape(count, -1)


def _mean(weighed: Floats, out: Floats) -> None:
    """The sums of weighed rows over the sums of weights, which stand in the last column."""
    np.divide(weighed[:, :-1], weighed[:, -1:] + _EMPTY, out=out)


def _normed(state: Floats) -> Floats:
    """Rows brought to a mean square of one."""
    spread = np.sqrt(np.einsum("ij,ij->i", state, state) / state.shape[1] + _EPSILON)
    result: Floats = state / spread[:, None]
    return result


def _beside(state: Floats, reach: int) -> Floats:
    """Each block with the one `reach` before it and the one `reach` behind; beyond the page is nothing."""
    size, width = state.shape
    padded = np.zeros((size + 2 * reach, width), dtype=np.float32)
    padded[reach : reach + size] = state
    beside: Floats = np.concatenate((padded[:size], state, padded[2 * reach :]), axis=1)
    return beside
