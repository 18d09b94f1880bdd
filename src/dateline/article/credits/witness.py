"""A witness to who wrote an article, and where on the page witnesses are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...records import Author, Span

if TYPE_CHECKING:
    from ..clues import Clues

# Where bylines stand, in code points: above the headline, below it (where no text is known), at most so far below it, into the text
# (a standfirst may come first), before and behind the end of the text.
_ABOVE, _BELOW, _FARTHEST, _INTO, _WITHIN, _AFTER = 400, 1500, 6000, 1200, 300, 1100


class Witness(NamedTuple):
    """Authors as one part of the page names them; a visible one has a span, a declared one a path. `raw` is what it says."""

    kind: str
    authors: tuple[Author, ...]
    span: Span | None = None
    path: str | None = None
    raw: str = ""


class Zones(NamedTuple):
    """Where a byline may stand: near the headline, and where the text ends."""

    near: Span
    tail: Span


def byline_zones(clues: Clues) -> Zones:
    """The zones of a page."""
    page = clues.page
    size = len(page.text)
    headline = clues.headline_span
    first = page.blocks[clues.first].start if clues.first >= 0 else None
    last = page.blocks[clues.last].end if clues.last >= 0 else None
    top = headline.start if headline is not None else max(0, first - _BELOW) if first is not None else 0
    under = headline.end if headline is not None else top
    first = under if first is None else min(max(first, under), under + _FARTHEST)
    near = Span(max(0, top - _ABOVE), min(size, max(first + _INTO, under + _BELOW if last is None else under)))
    tail = Span(size, size) if last is None else Span(min(size, max(near.end, last - _WITHIN)), min(size, last + _AFTER))
    return Zones(near, tail)
