"""Neighbours that look alike: the items of a list whose names do not say that they are items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..outline import Outline


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Steps down from the list's container to its items, and code points that an item has at least.
_STEPS, _MIN_ITEM = 6, 12
_LISTS = frozenset(("ol", "ul", "dl"))
_DIGITS = re.compile(r"\d+")
# Names that tell neighbours apart, not what they are.
_VARYING = _set("odd even first last alt open closed parent active")


def repeated(outline: Outline, region: int) -> list[int]:
    """The neighbours alike that most of a region's words stand in; those of a list element may be one. Empty when there are none."""
    at = region
    for _ in range(_STEPS):
        children = [c for c in _children(outline, at) if _size(outline, c) >= _MIN_ITEM]
        if not children:
            return []
        groups: dict[tuple[str, str], list[int]] = {}
        for child in children:
            groups.setdefault(looks(outline, child), []).append(child)
        largest = max(groups.values(), key=lambda group: sum(_size(outline, c) for c in group))
        if len(largest) > 1 or outline.page.elements[at].tag in _LISTS:
            return largest
        at = largest[0]
    return []


def _children(outline: Outline, element: int) -> Iterator[int]:
    inside = outline.descendants(element)
    child = inside.start
    while child < inside.stop:
        yield child
        child = outline.descendants(child).stop


def _size(outline: Outline, index: int) -> int:
    element = outline.page.elements[index]
    return element.end - element.start


def looks(outline: Outline, index: int) -> tuple[str, str]:
    """An element's tag and label, without numbers and what tells neighbours apart."""
    element = outline.page.elements[index]
    return element.tag, " ".join(name for name in _DIGITS.sub("", element.label).split() if name not in _VARYING)
