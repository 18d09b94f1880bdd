"""The page's elements as a tree that can be asked for ranges: what stands within an element, in elements and in blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ..records import Page

# A block this long, in code points, with few links, is prose rather than furniture.
LONG = 80


class Outline:
    """Ranges over `page.elements` and `page.blocks`; made once, linear in both."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._starts = [block.start for block in page.blocks]
        parents = [element.parent for element in page.elements]
        ends = list(range(1, len(parents) + 1))
        for index in range(len(parents) - 1, -1, -1):
            parent = parents[index]
            if parent >= 0 and ends[parent] < ends[index]:
                ends[parent] = ends[index]
        self._ends = ends
        self.parents = parents

    def descendants(self, element: int) -> range:
        """The elements within an element, in document order."""
        return range(element + 1, self._ends[element])

    def holds(self, element: int, other: int) -> bool:
        """Whether `other` is the element or stands within it."""
        return element <= other < self._ends[element]

    def blocks(self, element: int) -> range:
        """The blocks that begin within an element."""
        return self.between(self.page.elements[element].start, self.page.elements[element].end)

    def between(self, start: int, end: int) -> range:
        """The blocks that begin in `[start, end)` of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def line(self, block: int) -> str:
        """A block's text."""
        found = self.page.blocks[block]
        return self.page.text[found.start : found.end]

    def prose(self, blocks: Iterable[int]) -> int:
        """The code points of the long blocks with few links among these."""
        size = 0
        for index in blocks:
            block = self.page.blocks[index]
            length = block.end - block.start
            if length >= LONG and 2 * block.link < length:
                size += length
        return size


def outermost(outline: Outline, elements: Iterable[int]) -> list[int]:
    """Those of the elements, given in document order, that stand within no other of them."""
    found: list[int] = []
    for index in elements:
        if not found or not outline.holds(found[-1], index):
            found.append(index)
    return found


def within(outline: Outline, outer: list[int], element: int) -> int:
    """Which of the outermost elements an element is or stands within, or -1."""
    at = bisect_right(outer, element) - 1
    return outer[at] if at >= 0 and outline.holds(outer[at], element) else -1
