"""Where elements stand, and what the markup calls them: dates, captions, credits, comments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records import Block, Element, Page

# What a label calls an element, as bits.
DATE, PUBLISHED, MODIFIED, CAPTION, CREDIT, COMMENT, BREADCRUMB, PAYWALL, TAG, TAGS = (1 << bit for bit in range(10))

_WORDS = {
    DATE: r"dat(?:e|um|a(?=-|\s|$)|ierung)(?![a-z]*(?:base|layer))|time|publi[sc]|pub-|posted|fecha|ver[oö]ffentlicht|erstellt|gepostet"
    r"|stamp|zeit",
    PUBLISHED: r"publi[sc]|posted|created|pubdate|entry-date",
    MODIFIED: r"modif|updat|aktualis|last-?edit|revis",
    CAPTION: r"caption|bildunterschrift|bildtext|l[eé]gende|didascalia|bijschrift|bildetekst",
    CREDIT: r"credit|copyright|photographer|attribution|bildnachweis|crédit|fotocredit",
    COMMENT: r"(?<!no-)comment|kommentar|disqus|respond",
    TAG: r"rel=tag(?:\s|$)",
    TAGS: r"(?:^|[\s_-])(?:tags?|tag-?list|topics?|keywords?|schlagw[oö]rt\w*|stichw[oö]rt\w*|themen|etiquetas|mots-cles)(?:$|[\s_-])",
    BREADCRUMB: r"breadcrumb|pathway",
    PAYWALL: r"(?:^|[\s_]|(?<!\bno)(?<!\bnon)-)(?:pay-?wall|regwall|metered|subscriber-only|premium-content|paid-content|abo-?wall|plus-?wall)(?:$|[\s_-])",
}
# Each of those has one of these; most labels have none.
_ANY = re.compile(
    "dat|time|pub|post|fech|lich|erstellt|stamp|zeit|modif|edit|revi|creat|caption|bild|gend|didas|schrift|copyr|photogr|attrib|crédit|comment"
    "|tag|topic|keyw|wort|wört|themen|etiq|mots|komm|disq|respond|breadc|pathw|wall|meter|subscr|premium|paid"
)
_EACH = tuple((bit, re.compile(words)) for bit, words in _WORDS.items())
# Labels can be megabytes on hostile pages; what has said nothing in so many letters will not.
_SHOWN = 300
# A figure's picture and caption nest so deep in practice.
_CLIMB = 8


@lru_cache(maxsize=30_000)
def marks(label: str) -> int:
    """What a label calls its element: bits."""
    shown = label[:_SHOWN]
    if not _ANY.search(shown):
        return 0
    return sum(bit for bit, words in _EACH if words.search(shown))


def elements_within(page: Page, begin: int, end: int) -> range:
    """Indexes of the elements that begin in `[begin, end]` of the text: elements are in the order of their beginnings."""
    start = attrgetter("start")
    return range(bisect_left(page.elements, begin, key=start), bisect_right(page.elements, end, key=start))


def block_at(blocks: tuple[Block, ...], position: int) -> int:
    """The index of the first block that ends behind a position."""
    return bisect_right(blocks, position, key=attrgetter("end"))


def around(elements: tuple[Element, ...], index: int, tag: str) -> int:
    """The nearest element of that tag around an element, or -1."""
    for _ in range(_CLIMB):
        index = elements[index].parent
        if index < 0 or elements[index].tag == tag:
            return index
    return -1


class Landmarks:
    """Elements of the whole page by tag and by the words of their labels; each index is made when first asked for."""

    def __init__(self, page: Page) -> None:
        self._elements = page.elements

    @cached_property
    def _labels(self) -> tuple[str, list[int]]:
        """All labels in one string, and where each begins: a question costs a scan by `str.find`."""
        labels = [element.label for element in self._elements]
        return "\n".join(labels), list(accumulate(map(len, labels), lambda at, size: at + size + 1, initial=0))

    @cached_property
    def _by_tag(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, element in enumerate(self._elements):
            found.setdefault(element.tag, []).append(index)
        return found

    def tagged(self, *tags: str) -> list[int]:
        """Indexes of the elements with one of the tags, in document order."""
        return sorted(index for tag in tags for index in self._by_tag.get(tag, ()))

    def labelled(self, *words: str) -> list[int]:
        """Indexes of the elements whose label contains one of the words (lower case), in document order."""
        return sorted({index for word in words for index in self._with(word)})

    def _with(self, word: str) -> Iterator[int]:
        labels, starts = self._labels
        at = labels.find(word)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            yield index
            at = labels.find(word, starts[index + 1])
