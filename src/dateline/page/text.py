"""Plain text → Page: the text untouched, each line that holds words a block."""

from __future__ import annotations

import re

from ..records import Block

# A line without the white space at its ends; `[^\S\n]` is white space other than the line feed.
_LINE = re.compile(r"[^\s](?:[^\n\r]*[^\s])?")


def lines(text: str, *, max_blocks: int) -> tuple[tuple[Block, ...], bool]:
    """The blocks of a text, and whether `max_blocks` cut them short."""
    blocks: list[Block] = []
    for match in _LINE.finditer(text):
        if len(blocks) == max_blocks:
            return tuple(blocks), True
        blocks.append(Block(match.start(), match.end(), "", -1, 0, 0, False))
    return tuple(blocks), False
