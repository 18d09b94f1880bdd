"""Running a forest of symmetric trees on NumPy: every tree of a page's every block at once.

In a symmetric (oblivious) tree all nodes of a level ask the same question, so a tree is a short list of questions whose
answers are the bits of a leaf's number. Questions that trees share are asked once.
"""

from __future__ import annotations

from typing import IO

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Forest:
    """A forest as arrays.

    `names` are the features it asks about; question `q` is `row[feature[q]] > border[q]`; tree `t` asks
    `trees[t]` (level by level, at most eight) and gives `leaves[t, answers as bits]`; with several outputs, `leaves[t, bits, output]`.
    """

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        self.names: tuple[str, ...] = tuple(str(name) for name in arrays["names"])
        self.feature = arrays["feature"].astype(np.intp)
        self.border = arrays["border"].astype(np.float32)[:, None]
        self.trees = np.ascontiguousarray(arrays["trees"].astype(np.intp).T)  # by level
        self.leaves = arrays["leaves"].astype(np.float32)
        self.bias = arrays["bias"].astype(np.float32)
        self._rows: dict[tuple[str, ...], npt.NDArray[np.intp]] = {}
        self._flat = self.leaves.reshape(-1, self.leaves.shape[2])
        self._offset = (np.arange(len(self.leaves), dtype=np.int32) * self.leaves.shape[1])[:, None]

    @classmethod
    def load(cls, file: IO[bytes]) -> Forest:
        """A forest from an `.npz` file, without pickles."""
        with np.load(file, allow_pickle=False) as data:
            return cls(dict(data))

    def rows(self, names: list[str]) -> npt.NDArray[np.intp]:
        """Where this forest's features are among the rows of a matrix; raises `KeyError` for one that is not there."""
        key = tuple(names)
        rows = self._rows.get(key)
        if rows is None:  # the same few lists come with every page
            at = {name: index for index, name in enumerate(names)}
            rows = self._rows[key] = np.array([at[name] for name in self.names], dtype=np.intp)
        return rows

    def raw(self, matrix: Floats) -> Floats:
        """Outputs of shape (samples, outputs) for a matrix of shape (features, samples), rows as in `names`."""
        answers = (matrix[self.feature] > self.border).view(np.uint8)
        # Leaf numbers fit a byte: that halves the time of this, the larger part.
        bits = answers[self.trees[0]]
        for level, questions in enumerate(self.trees[1:], 1):
            bits |= answers[questions] << np.uint8(level)
        if self.leaves.shape[2] == 1:
            values: Floats = self._flat[:, 0].take(self._offset + bits).sum(axis=0)[:, None]
        else:
            values = self._flat[self._offset + bits].sum(axis=0)
        return values + self.bias
