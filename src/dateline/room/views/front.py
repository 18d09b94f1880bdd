"""The front page: what is found, how it is spread over fields and over time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.archive import Attention, Counts, Facets, Hits

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
) -> FrontView:
    """The front page for a query in the archive's language; with `fold`, one of each group of copies. Raises `QueryError`."""
    hits = archive.search(query, from_=from_, to=to, sort=sort, limit=PAGE, cursor=cursor, fold_copies=fold)
    attention = archive.attention(query, from_=from_, to=to)
    every = width(attention)
    if every != "month":
        attention = archive.attention(query, every=every, from_=from_, to=to)
    return FrontView(
        query=query,
        sort=sort,
        hits=hits,
        next=hits.cursor,
        facets=archive.facets(query, from_=from_, to=to, limit=VALUES),
        attention=attention,
        every=every,
        counts=archive.counts(),
    )


def width(months: Attention) -> Every:
    """How wide the bars of a chart should be for a few dozen of them, told by the months that have any."""
    if not months.buckets:
        return "month"
    starts = [bucket.start for bucket in months.buckets]
    days = (max(starts) - min(starts) + timedelta(days=31)).days
    if days <= 93:
        return "day"
    return "week" if days <= 731 else "month"
