"""The attribution model's network, run on NumPy: numbers of tokens in, scores of tags and links out.

Rows of features are looked up and added, then go through a few gated convolutions of growing reach; each is a few matrix
products over all tokens. Its weights are trained by `training/quotes.py` and ship as data.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.products import product

if TYPE_CHECKING:
    from dateline.statements.features import Rows

Floats = npt.NDArray[np.float32]

# How far to either side each layer looks: with all of them, a token knows some forty on both sides.
REACHES: Final = (1, 2, 4, 8, 1, 2, 4, 8)
TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# Links further apart than this are all as far.
FARTHEST: Final = 64
_EPSILON: Final = 1e-5


class Scores(NamedTuple):
    """For each token the score of every tag, and its vectors for links: content asks for its cue, a cue for its source."""

    tags: Floats
    asks_cue: Floats
    is_cue: Floats
    asks_source: Floats
    is_source: Floats


class Network:
    """The weights, as `training/quotes.py` names them, and what they make of rows of features."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self._weights = weights
        self.transitions = weights["transitions"]
        self.cue_distance, self.source_distance = weights["cue_distance"], weights["source_distance"]
        self.no_source = float(weights["no_source"][0])

    @classmethod
    def load(cls, file: IO[bytes]) -> Network:
        """Read the weights of an .npz file; they are kept there in half precision."""
        with np.load(file, allow_pickle=False) as arrays:
            return cls({name: np.ascontiguousarray(arrays[name], dtype=np.float32) for name in arrays.files})

    def scores(self, rows: Rows) -> Scores:
        """The scores of every token of one stretch of text."""
        weights = self._weights
        table = weights["table"]
        state = table[rows[:, 0]]
        for column in range(1, rows.shape[1]):
            state = state + table[rows[:, column]]
        for layer, reach in enumerate(REACHES):
            state = state + _gated(_normed(state, weights[f"scale{layer}"], weights[f"shift{layer}"]), reach,
                                   weights[f"mix{layer}"], weights[f"bias{layer}"])  # fmt: skip
        state = _normed(state, weights["scale"], weights["shift"])
        links = product(state, weights["links"])
        return Scores(product(state, weights["tags"]) + weights["tag_bias"], *np.split(links, 4, axis=1))


def _normed(state: Floats, scale: Floats, shift: Floats) -> Floats:
    centred = state - state.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.mean(centred * centred, axis=1, keepdims=True) + _EPSILON)
    result: Floats = centred / spread * scale + shift
    return result


def _gated(state: Floats, reach: int, mix: Floats, bias: Floats) -> Floats:
    """One convolution over a token and those `reach` before and behind it; half of what it gives is the gate of the other."""
    size, width = state.shape
    padded = np.zeros((size + 2 * reach, width), dtype=np.float32)
    padded[reach : reach + size] = state
    before, itself, behind = np.split(mix, 3)
    both = product(padded[:size], before)
    both += product(state, itself)
    both += product(padded[2 * reach :], behind)
    both += bias
    result: Floats = both[:, :width] / (1 + np.exp(-np.clip(both[:, width:], -30, 30)))
    return result
