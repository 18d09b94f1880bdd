"""Running symmetric trees on arrays."""

from __future__ import annotations

import io

import numpy as np
import pytest

from dateline.article.body.forest import Forest


def forest() -> Forest:
    """Two trees of two levels over two features: the first asks a > 1 and b > 0, the second a > 1 twice."""
    return Forest(
        {
            "names": np.array(["a", "b"]),
            "feature": np.array([0, 1]),
            "border": np.array([1.0, 0.0]),
            "trees": np.array([[0, 1], [0, 0]]),
            "leaves": np.array([[[1.0], [2.0], [4.0], [8.0]], [[10.0], [0.0], [0.0], [20.0]]]),
            "bias": np.array([0.5]),
        }
    )


CASES = {
    "neither": (0.0, -1.0, 11.5),
    "first": (2.0, -1.0, 22.5),
    "second": (0.0, 1.0, 14.5),
    "both": (2.0, 1.0, 28.5),
    "a border is not above itself": (1.0, 0.0, 11.5),
}


@pytest.mark.parametrize(("a", "b", "expected"), CASES.values(), ids=CASES)
def test_raw(a: float, b: float, expected: float) -> None:
    """The output is the bias and the leaf of every tree that the answers lead to."""
    out = forest().raw(np.array([[a], [b]], dtype=np.float32))
    assert out.tolist() == [[expected]]


def test_gather_finds_features_by_name() -> None:
    """Rows are found by name in any of several matrices, whatever else these hold; a missing name is an error."""
    one = np.array([[7.0, 8.0], [1.0, 2.0]], dtype=np.float32)
    other = np.array([[3.0, 4.0]], dtype=np.float32)
    assert forest().gather((one, ["x", "b"]), (other, ["a"])).tolist() == [[3.0, 4.0], [1.0, 2.0]]
    with pytest.raises(KeyError):
        forest().gather((one, ["x", "b"]))


def test_load_reads_what_savez_wrote() -> None:
    """A forest survives its file, and the file needs no pickle."""
    made = forest()
    file = io.BytesIO()
    np.savez(
        file,
        names=np.array(made.names),
        feature=made.feature,
        border=made.border[:, 0],
        trees=made.trees.T,
        leaves=made.leaves,
        bias=made.bias,
    )
    file.seek(0)
    matrix = np.array([[2.0, 0.0], [1.0, 1.0]], dtype=np.float32)
    assert Forest.load(file).raw(matrix).tolist() == made.raw(matrix).tolist()


def test_several_outputs() -> None:
    """A forest with two outputs gives two columns."""
    made = Forest(
        {
            "names": np.array(["a"]),
            "feature": np.array([0]),
            "border": np.array([0.0]),
            "trees": np.array([[0]]),
            "leaves": np.array([[[1.0, -1.0], [3.0, -3.0]]]),
            "bias": np.array([0.0, 1.0]),
        }
    )
    assert made.raw(np.array([[-1.0, 1.0]], dtype=np.float32)).tolist() == [[1.0, 0.0], [3.0, -2.0]]
