"""What the rules share: the chosen blocks and how large they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ....records import Page

Keep = npt.NDArray[np.bool_]


def text_of(page: Page, index: int) -> str:
    """The words of a block."""
    block = page.blocks[index]
    return page.text[block.start : block.end]


def size_of(page: Page, indexes: Iterable[int]) -> int:
    """The code points of some blocks."""
    return sum(page.blocks[i].end - page.blocks[i].start for i in indexes)


def little(page: Page, some: list[int], kept: list[int], share: float) -> list[int]:
    """Those blocks, if they are less than this share of the kept; else none."""
    return some if some and size_of(page, some) < share * size_of(page, kept) else []


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list that bars part."""
    return tuple(phrase.strip() for phrase in listed.split("|"))
