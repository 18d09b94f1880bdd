"""Products of matrices, a few rows at a time."""

from __future__ import annotations

import numpy as np
import pytest

from dateline import products
from dateline.products import product


@pytest.mark.parametrize("shape", [(0, 6), (1, 6), (7, 6), (2, 7, 6)], ids=str)
@pytest.mark.parametrize("most", [1, 19, 6 * 3 * 4, 1 << 19], ids="at most {}".format)
def test_a_product_in_parts_is_the_product(shape: tuple[int, ...], most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few rows are multiplied at a time, and however many matrices there are, the product is NumPy's."""
    rng = np.random.default_rng(1)
    rows = rng.normal(size=shape).astype(np.float32)
    weights = rng.normal(size=(*shape[:-2], 6, 3)).astype(np.float32)
    monkeypatch.setattr(products, "THREADED", most)
    found = product(rows, weights)
    assert found.dtype == np.float32
    assert found.shape == (*shape[:-1], 3)
    assert np.allclose(found, rows @ weights, atol=1e-5)
