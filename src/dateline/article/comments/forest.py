"""Which of nested elements called "comment" are comments: lists of them, comments, replies in them, or parts of one.

The same comment is often marked twice (`<li class="comment"><article id="div-comment-7">`), a list bears an item's name
(`<div class="comment"><ul>…`), and replies stand within what they answer. Looks tell: replies look like what they answer.
"""

from __future__ import annotations

from collections import Counter

from ..outline import Outline
from .hints import Said

# The share of its words that a list's items hold; the rest is a heading, a count, a form.
_HELD = 0.7


class Forest:
    """The items among marked elements. Linear in the elements and in the blocks that they hold."""

    def __init__(self, outline: Outline, marked: dict[int, Said]) -> None:
        self._outline = outline
        tags = outline.page.elements
        self._looks = {index: (tags[index].tag, said.look) for index, said in marked.items()}
        self._inner: dict[int, list[int]] = {index: [] for index in marked}
        around: dict[int, int] = {}
        stack: list[int] = []
        for index in marked:
            while stack and not outline.holds(stack[-1], index):
                stack.pop()
            around[index] = stack[-1] if stack else -1
            if stack:
                self._inner[stack[-1]].append(index)
            stack.append(index)
        self._nested: dict[int, list[int]] = {}
        holder: dict[int, int] = {-1: -1}
        tops: set[tuple[str, str]] = set()
        for index in marked:
            item = holder[around[index]]
            if item < 0:
                if self._is_list(index):
                    holder[index] = -1
                    continue
                tops.add(self._looks[index])
            elif self._looks[index] not in tops:
                holder[index] = item  # a part of it
                continue
            else:
                self._nested[item].append(index)
            self._nested[index] = []
            holder[index] = index
        self._families = Counter(self._looks[index] for index in self._nested)

    def items(self) -> list[tuple[int, list[int]]]:
        """The items in document order, each with the outermost items within it."""
        return list(self._nested.items())

    def has_family(self, index: int) -> bool:
        """Whether another item looks like this one."""
        return self._families[self._looks[index]] > 1

    def is_around_others(self, index: int) -> bool:
        """Whether other marked elements stand in this one."""
        return bool(self._inner[index])

    def _is_list(self, index: int) -> bool:
        """Whether an outermost marked element has several alike in it that hold most of its words, and none like itself."""
        inner = self._inner[index]
        while len(inner) == 1 and self._looks[inner[0]] != self._looks[index]:
            inner = self._inner[inner[0]]
        looks = Counter(self._looks[other] for other in inner)
        if not looks or self._looks[index] in looks or max(looks.values()) < 2:
            return False
        elements = self._outline.page.elements
        held = sum(elements[other].end - elements[other].start for other in inner)
        return held >= _HELD * (elements[index].end - elements[index].start)
