"""What the pages show, as records: each page's `.json` is its view.

Views are made from an open archive by plain functions, so that they are tested without a server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.archive import Attention, Counts, Facets, Hits

if TYPE_CHECKING:
    from dateline.archive import Archive

# Hits on a page of the front page.
PAGE = 20

Sort = Literal["relevance", "time"]


class FrontView(msgspec.Struct, frozen=True, kw_only=True):
    """The front page: what was asked, what was found, and how it is spread. `next` is the cursor of the next page."""

    q: str
    sort: Sort
    hits: Hits
    next: str | None
    facets: Facets
    attention: Attention
    counts: Counts


def front(archive: Archive, q: str, *, sort: Sort | None = None, cursor: str | None = None) -> FrontView:
    """The front page for a query; an empty one shows the newest articles. Raises `QueryError`."""
    order: Sort = sort or ("relevance" if q.strip() else "time")
    hits = archive.search(q, sort=order, limit=PAGE, cursor=cursor)
    return FrontView(
        q=q,
        sort=order,
        hits=hits,
        next=hits.cursor,
        facets=archive.facets(q, limit=12),
        attention=archive.attention(q),
        counts=archive.counts(),
    )
