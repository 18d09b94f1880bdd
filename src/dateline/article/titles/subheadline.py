"""The subheadline: the dek or standfirst set below the headline, told from the first paragraph by what the markup calls it."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from ...page.declared import words
from ...records import Found, Span
from ..body.mending.captions import is_caption
from ..evidence import Candidate, choose, claimed, visible
from ..standfirst import LONGEST, descriptions, is_called_standfirst, may_be_standfirst
from .text import fold

if TYPE_CHECKING:
    from ...records import Block, Element
    from ..clues import Clues

# Judged on 100 pages of fundus_dev and newsroom_dev: how often each is what the page sets below its headline.
_NAMED, _DESCRIBED, _SECOND, _ALTERNATIVE = 0.9, 0.85, 0.7, 0.5
# Code points below the headline in which it stands.
_REACH = 1_200
_START = attrgetter("start")


def find_subheadline(clues: Clues) -> Found[str | None]:
    """The words below the headline, and what the page declares as such."""
    found = _printed(clues, clues.headline_span) if clues.headline_span is not None else []
    if clues.data is not None and (said := words(clues.data.data.get("alternativeHeadline"))) and _differs(said, clues):
        found.append(claimed(said, said, f"{clues.data.path}.alternativeHeadline", method="json-ld", confidence=_ALTERNATIVE))
    return choose("subheadline", found)


def _differs(text: str, clues: Clues) -> bool:
    return fold(text) != fold(clues.headline or "") and may_be_standfirst(text) and not is_caption(text)


def _printed(clues: Clues, under: Span) -> list[Candidate[str]]:
    page = clues.page
    found: list[Candidate[str]] = []
    # Nothing below the second paragraph stands between headline and text.
    limit = page.blocks[min(clues.first + 1, clues.last)].end if clues.first >= 0 else under.end + _REACH
    for index in range(bisect_left(page.elements, under.end, key=_START), len(page.elements)):
        element = page.elements[index]
        if element.start >= min(limit, under.end + _REACH):
            break
        if element.end <= limit and element.end - element.start <= 2 * LONGEST and is_called_standfirst(element.label):
            found += _candidate(clues, element, _NAMED, "marked")
    described = descriptions(page.declared)
    first = bisect_left(page.blocks, under.end, key=_START)
    for block in page.blocks[first : first + 8]:
        text = page.text[block.start : block.end]
        if block.start >= limit or not _differs(text, clues):
            continue
        if fold(text) in described:
            found.append(visible(page, text, Span(block.start, block.end), method="description", confidence=_DESCRIBED))
        elif block is page.blocks[first] and block.tag in ("h2", "h3"):
            found.append(visible(page, text, Span(block.start, block.end), method="heading", confidence=_SECOND))
    return found


def _candidate(clues: Clues, element: Element, confidence: float, method: str) -> list[Candidate[str]]:
    page = clues.page
    first, last = (bisect_left(page.blocks, place, key=_START) for place in (element.start, element.end))
    own: list[Block] = []
    for block in page.blocks[first:last]:
        line = page.text[block.start : block.end]
        if not is_caption(line):
            own.append(block)
        elif line[0] in "©(" and own:
            own.pop()  # the caption of a picture whose credit is a line of its own
    if not own:
        return []
    span = Span(own[0].start, own[-1].end)
    text = " ".join(span.of(page.text).split())
    return [visible(page, text, span, method=method, confidence=confidence, text=text)] if _differs(text, clues) else []
