"""Aligning lines with a gold body."""

from __future__ import annotations

import pytest

pytest.importorskip("pyarrow", reason="training reads Parquet")

from training.labels import align

A = "The harbour council voted on Tuesday to keep the night ferry running through the winter."
B = "Two members had asked for a pause until the new pier is ready next spring."

CASES = {
    "whole paragraphs": (["Home", A, B, "Read also"], f"{A}\n\n{B}", [0, 1, 1, 0]),
    "a heading of the gold": (["News", A, "What next", B], f"{A}\n\nWhat next\n\n{B}", [0, 1, 1, 1]),
    "a short line that continues its neighbour": ([A, "It passed.", "Share"], f"{A} It passed.", [1, 1, 0]),
    "printed twice, once in the gold": ([A, "Menu", "Menu 2", A, B], f"{A}\n\n{B}", [0, 0, 0, 1, 1]),
    "printed twice, twice in the gold": ([A, B, A], f"{A}\n{B}\n{A}", [1, 1, 1]),
    "nothing of the gold": (["Home", "News"], A, [0, 0]),
    "an empty gold": (["Home"], "", [0]),
}


@pytest.mark.parametrize(("lines", "gold", "expected"), CASES.values(), ids=CASES)
def test_align(lines: list[str], gold: str, expected: list[int]) -> None:
    """Lines of the gold are told from furniture, short and repeated ones by their neighbours."""
    assert [int(share >= 0.5) for share in align(lines, gold)] == expected
