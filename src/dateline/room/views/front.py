"""The front page: what is found, how it is spread over fields and over time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.archive import Attention, Counts, Facets, Hits
from dateline.room.memory import Memory

if TYPE_CHECKING:
    from dateline.archive import Archive

Sort = Literal["relevance", "time"]
Every = Literal["day", "week", "month"]

# Hits on a page of the front page.
PAGE = 20
# Values of a filter that are counted.
VALUES = 12


class FrontView(msgspec.Struct, frozen=True, kw_only=True):
    """The front page: what was asked, what was found, and how it is spread. `next` is the cursor of the next page."""

    query: str
    sort: Sort
    hits: Hits
    next: str | None
    facets: Facets
    attention: Attention
    every: Every
    counts: Counts


def front(
    archive: Archive,
    query: str,
    *,
    from_: str | None = None,
    to: str | None = None,
    sort: Sort = "relevance",
    fold: bool = True,
    cursor: str | None = None,
    memory: Memory | None = None,
) -> FrontView:
    """The front page for a query in the archive's language; with `fold`, one of each group of copies. Raises `QueryError`.

    What a search finds that finds very much may be told as it was a moment ago, if there is a `memory`.
    """
    of = (memory or Memory()).of
    hits = of(
        ("hits", query, from_, to, sort, fold, cursor),
        lambda: archive.search(query, from_=from_, to=to, sort=sort, limit=PAGE, cursor=cursor, fold_copies=fold),
    )
    facets = of(("facets", query, from_, to), lambda: archive.facets(query, from_=from_, to=to, limit=VALUES))
    attention, every = of(("attention", query, from_, to), lambda: _attention(archive, query, from_, to))
    return FrontView(
        query=query,
        sort=sort,
        hits=hits,
        next=hits.cursor,
        facets=facets,
        attention=attention,
        every=every,
        counts=of("counts", archive.counts),
    )


def _attention(archive: Archive, query: str, from_: str | None, to: str | None) -> tuple[Attention, Every]:
    """Attention over time, and how wide its bars are."""
    months = archive.attention(query, from_=from_, to=to)
    every = width(months)
    return months if every == "month" else archive.attention(query, every=every, from_=from_, to=to), every


def width(months: Attention) -> Every:
    """How wide the bars of a chart should be for a few dozen of them, told by the months that have any."""
    if not months.buckets:
        return "month"
    starts = [bucket.start for bucket in months.buckets]
    days = (max(starts) - min(starts) + timedelta(days=31)).days
    if days <= 93:
        return "day"
    return "week" if days <= 731 else "month"
