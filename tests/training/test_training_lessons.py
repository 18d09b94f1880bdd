"""What the models for HTML say of a page, carried over to its flattened forms."""

from __future__ import annotations

import numpy as np
from training.lessons import carry
from training.sets import selection

BLOCKS = [
    "Ferries",
    "Late again",
    "The ferry to Skarrow is late again this week.",
    "Nobody on the quay was surprised.",
    "Ferries",
]
SHARES = np.array([0.1, 0.2, 0.9, 0.7, 0.4], dtype=np.float32)


def test_a_line_gets_the_share_of_the_block_with_its_words() -> None:
    """Lines that stand twice get theirs in order; the last share stays for a line that comes once more."""
    lines = [BLOCKS[2], "Ferries", "Ferries", "Ferries"]
    assert carry(lines, BLOCKS, SHARES).tolist() == SHARES[[2, 0, 4, 4]].tolist()


def test_a_line_that_is_no_block_is_aligned_with_the_body() -> None:
    """Blocks that the text runs together are body where their words are those of likely blocks."""
    lines = [f"{BLOCKS[2]} {BLOCKS[3]}", "Subscribe to our letters about every ferry"]
    assert carry(lines, BLOCKS, SHARES).tolist() == [1.0, 0.0]


def test_a_selection_takes_a_little_above_and_below() -> None:
    """Three lines above the body and two below, as far as there are any; nothing where there is no body."""
    lines = [str(n) for n in range(12)]
    shares = np.isin(np.arange(12), (5, 7)).astype(np.float32)
    assert selection(lines, shares) == "2\n3\n4\n5\n6\n7\n8\n9"
    assert selection(BLOCKS, SHARES) == "\n".join(BLOCKS)
    assert selection(lines, np.zeros(12, dtype=np.float32)) is None
