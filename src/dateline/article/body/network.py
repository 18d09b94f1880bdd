"""Running the networks over a page's blocks on NumPy: each judged with what stands before, after and around it.

The forests judge a block by numbers that were thought up for it; a network makes up its own of a block's company. It is a
stack of convolutions of growing reach over the sequence of blocks, with means over the containers around each block, over the
blocks that look like it and over the page in between. Its weights are trained by `training/net.py` and ship as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, NamedTuple

import numpy as np
import numpy.typing as npt

from ...products import product
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
# The weight of nothing at all, so that its mean is nothing too.
EMPTY = 1e-3
_FARTHEST = max(REACHES)

# NumPy adds up along blocks one number at a time: two neighbours taken for one complex number halve that.
_PAIR = np.complex64

Arrays = Mapping[str, npt.NDArray[np.generic]]


class _Entry(NamedTuple):
    """What a network does to a matrix of features: cut their rows, and weigh them. Rows that it does not ask for weigh nothing."""

    low: Floats
    high: Floats
    weights: Floats


class Network:
    """Networks of one shape, run side by side: the weights of each as `training/net.py` names them, and their common word.

    Weights are stacked, and states have the shape (members, blocks, width): a page's company is reckoned once for all members.
    """

    def __init__(self, *members: Arrays) -> None:
        self._members = members
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        named = {name for name, array in members[0].items() if array.dtype.kind == "f"} - {
            "low",
            "high",
            "centre",
            "scale",
            "enter",
        }
        w = {name: np.stack([member[name] for member in members]).astype(np.float32) for name in named}
        # Behind the features, `enter` weighs the first look, and what is the same for all blocks is one more row.
        glance = [member["enter"][len(member["names"]) :].astype(np.float32) for member in members]
        middle = [
            _of(member, "centre") * _of(member, "scale") @ _of(member, "enter")[: len(member["names"])] for member in members
        ]
        same = (w["enter_bias"] - np.stack(middle))[:, None] + w["enter_as"]
        self._enter = [np.concatenate((glance, same[:, [convention]]), axis=1) for convention in range(same.shape[1])]
        self._leave = (w["leave"][:, None] + w["leave_as"])[..., None]
        self._leave_bias, self._skip = w["leave_bias"], w["skip"]
        width = w["leave"].shape[-1]
        # Blocks before, the block itself, blocks behind.
        self._look = [np.split(w[f"look{layer}"], (width, 2 * width), axis=1) for layer in range(len(REACHES))]
        self._look_bias = [w[f"look_bias{layer}"][:, None] for layer in range(len(REACHES))]
        self._take = [w[f"take{layer}"] for layer in range(len(REACHES))]
        # Containers, look-alikes, the page.
        self._pool = {layer: np.split(w[f"pool{layer}"], (LEVELS * width, (LEVELS + 1) * width), axis=1) for layer in POOLED}
        self._pool_bias = {layer: w[f"pool_bias{layer}"][:, None] for layer in POOLED}

    @classmethod
    def load(cls, *files: IO[bytes]) -> Network:
        """Networks from `.npz` files, one each, without pickles; weights are kept there in half precision."""
        members = []
        for file in files:
            with np.load(file, allow_pickle=False) as data:
                members.append(dict(data))
        return cls(*members)

    def scores(self, matrix: Floats, names: list[str], glance: Floats, company: Company, *, convention: int) -> Floats:
        """Log-odds, one a block, under a convention; the mean of the members.

        `matrix` of shape (features, blocks) is what the forests are shown, `glance` the first look's log-odds. Raises `KeyError` for
        a feature that the matrix lacks.
        """
        glance = np.clip(glance, -SUREST, SUREST)
        state = self._entered(matrix, names, glance, convention)
        members, count, width = state.shape
        # The state as the convolutions see it: beyond the page is nothing.
        padded = np.zeros((members, count + 2 * _FARTHEST, width), dtype=np.float32)
        inner = padded[:, _FARTHEST : _FARTHEST + count]
        for layer, reach in enumerate(REACHES):
            _normed(state, out=inner)
            before, itself, behind = self._look[layer]
            near = product(inner, itself)
            near += product(padded[:, _FARTHEST - reach :][:, :count], before)
            near += product(padded[:, _FARTHEST + reach :][:, :count], behind)
            near += self._look_bias[layer]
            state += product(np.maximum(near, 0, out=near), self._take[layer])
            if layer in POOLED:
                around = company.told(_normed(state, out=near), *self._pool[layer])
                around += self._pool_bias[layer]
                state += np.maximum(around, 0, out=around)
        odds = (_normed(state, out=state) @ self._leave[:, convention])[..., 0]
        odds += self._leave_bias[:, convention, None] + self._skip * glance
        found: Floats = odds.mean(axis=0)
        return found

    def _entered(self, matrix: Floats, names: list[str], glance: Floats, convention: int) -> Floats:
        """The first state, of each block by itself."""
        entries = self._entries.get(key := tuple(names))
        if entries is None:  # the same list comes with every page
            entries = self._entries[key] = [_entry(member, names) for member in self._members]
        looked = np.stack((glance / 4, np.tanh(glance / 2), np.ones_like(glance)), axis=1)
        state: Floats = looked @ self._enter[convention]
        cut = np.empty(matrix.shape, dtype=np.float32)
        for member, (low, high, weights) in enumerate(entries):
            np.maximum(matrix, low, out=cut)
            state[member] += product(np.minimum(cut, high, out=cut).T, weights)
        return np.maximum(state, 0, out=state)


class Company:
    """Whose means a block is told: its containers', its look-alikes', the page's; each block weighs as the log of its size."""

    def __init__(self, layout: Layout) -> None:
        weight = np.log1p(layout.size).astype(np.float32)[:, None]
        count = len(weight)
        self._weight, self._home = weight, layout.home
        around = (
            layout.containers or ((np.arange(count), np.arange(1, count + 1)),) * LEVELS
        )  # text has none: each block is alone
        self._first, self._last = (np.stack(ends, axis=1).ravel() for ends in zip(*around, strict=True))
        sums = np.cumsum(np.concatenate(([[0]], weight)), axis=0, dtype=np.float32)
        self._held = sums[self._last] - sums[self._first] + EMPTY
        self._whole = sums[-1:] + EMPTY
        self._order = np.argsort(layout.alike, kind="stable")
        new = np.diff(layout.alike[self._order], prepend=-1) != 0
        self._starts = np.flatnonzero(new)
        self._group = np.empty(count, dtype=np.intp)
        self._group[self._order] = np.cumsum(new) - 1
        self._alike = np.add.reduceat(weight.take(self._order, axis=0), self._starts, axis=0) + EMPTY

    def told(self, state: Floats, containers: Floats, alike: Floats, page: Floats) -> Floats:
        """The means of a state, each weighed by its part of the weights.

        Blocks of one place, and look-alikes, are told the same: that is reckoned once for all of them.
        """
        members, count, width = state.shape
        weighed = state * self._weight
        sums = np.zeros((members, count + 1, width), dtype=np.float32)
        np.cumsum(weighed.view(_PAIR), axis=1, out=sums.view(_PAIR)[:, 1:])
        held = sums.take(self._last, axis=1)
        held -= sums.take(self._first, axis=1)
        held /= self._held
        kin = np.add.reduceat(weighed.take(self._order, axis=1).view(_PAIR), self._starts, axis=1).view(np.float32)
        kin /= self._alike
        told = product(held.reshape(members, -1, LEVELS * width), containers).take(self._home, axis=1)
        told += (product(kin, alike) + (sums[:, -1:] / self._whole) @ page).take(self._group, axis=1)
        return told


def _of(member: Arrays, name: str) -> Floats:
    """An array of a network's in full precision."""
    return member[name].astype(np.float32)


def _entry(member: Arrays, names: list[str]) -> _Entry:
    """How a network enters a matrix with these rows; features are brought to one size by the weights that they meet first."""
    at = {name: row for row, name in enumerate(names)}
    rows = [at[str(name)] for name in member["names"]]
    weights = np.zeros((len(names), member["enter"].shape[1]), dtype=np.float32)
    weights[rows] = _of(member, "enter")[: len(rows)] * _of(member, "scale")[:, None]
    low, high = np.zeros((2, len(names), 1), dtype=np.float32)
    low[rows, 0], high[rows, 0] = _of(member, "low"), _of(member, "high")
    return _Entry(low, high, weights)


def _normed(state: Floats, out: Floats) -> Floats:
    """Rows brought to a mean square of one, into `out`."""
    spread = np.sqrt(np.einsum("mij,mij->mi", state, state) / state.shape[-1] + _EPSILON)
    np.divide(state, spread[..., None], out=out)
    return out
