"""Products of small matrices, as the networks need them, without waking the threads of the library that multiplies."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# Multiplications in one product from which OpenBLAS, which NumPy's wheels carry, spreads it over threads. Our products are too
# small to gain by that, and threads that wait burn the processor: with other processes on two cores, reading a page of fundus_dev
# took about twice as long with them, and two to five times the processor's time.
THREADED = 1 << 19


def product(rows: Floats, weights: Floats) -> Floats:
    """The matrix product of rows (…, count, width) and weights, of so many rows at a time that one thread does it."""
    count, width = rows.shape[-2], weights.shape[-1]
    step = max(1, (THREADED - 1) // (rows.shape[-1] * width))
    out = np.empty((*rows.shape[:-1], width), dtype=np.float32)
    for at in range(0, count, step):
        np.matmul(rows[..., at : at + step, :], weights, out=out[..., at : at + step, :])
    return out
