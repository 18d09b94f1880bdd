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
        self._places: dict[tuple[tuple[str, ...], ...], list[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]] = {}
        outputs = self.leaves.shape[2]
        self._flat = self.leaves.reshape(-1) if outputs == 1 else self.leaves.reshape(-1, outputs)
        self._offset = (np.arange(len(self.leaves), dtype=np.intp) * self.leaves.shape[1])[:, None]

    @classmethod
    def load(cls, file: IO[bytes]) -> Forest:
        """A forest from an `.npz` file, without pickles."""
        with np.load(file, allow_pickle=False) as data:
            return cls(dict(data))

    def gather(self, *parts: tuple[Floats, list[str]]) -> Floats:
        """The rows that this forest asks about, in its order, out of matrices (features, samples) with their names.

        Raises `KeyError` for a feature that none of them has.
        """
        key = tuple(tuple(names) for _, names in parts)
        places = self._places.get(key)
        if places is None:  # the same few lists come with every page
            at = {name: (part, row) for part, names in enumerate(key) for row, name in enumerate(names)}
            found = np.array([at[name] for name in self.names], dtype=np.intp)
            places = self._places[key] = [
                (mine := np.flatnonzero(found[:, 0] == part), found[mine, 1]) for part in range(len(parts))
            ]
        gathered = np.empty((len(self.names), parts[0][0].shape[1]), dtype=np.float32)
        for (matrix, _), (mine, theirs) in zip(parts, places, strict=True):
            gathered[mine] = matrix[theirs]
        return gathered

    def raw(self, matrix: Floats) -> Floats:
        """Outputs of shape (samples, outputs) for a matrix of shape (features, samples), rows as in `names`."""
        # `take` gathers rows in a third of the time of an index in brackets.
        answers = (matrix.take(self.feature, axis=0) > self.border).view(np.uint8)
        # Leaf numbers fit a byte: that halves the time of this, the larger part. The last question is the highest bit.
        bits = answers.take(self.trees[-1], axis=0)
        for questions in self.trees[-2::-1]:
            bits += bits
            bits |= answers.take(questions, axis=0)
        values: Floats = self._flat.take(self._offset + bits, axis=0).sum(axis=0)
        return (values[:, None] if values.ndim == 1 else values) + self.bias
