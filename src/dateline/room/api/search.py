"""Searching: hits, facets, attention."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter

from dateline.archive import Attention, Facets, Hit
from dateline.room.api import params
from dateline.room.given import Archives, Memory


class Found(msgspec.Struct, frozen=True):
    """A page of found articles; `total` of all pages; `next` is the cursor of the next page, null on the last."""

    items: tuple[Hit, ...]
    total: int
    next: str | None


@get("/search", sync_to_thread=True, tags=["Search"])
def search(
    archives: Archives,
    q: params.Query = "",
    from_: params.From = None,
    to: params.To = None,
    outlet: params.Outlet = None,
    sort: params.Sort = "relevance",
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
    fold: Annotated[bool, QueryParameter(description="Whether one of each group of copies stands for all.")] = False,
) -> Found:
    """Find articles, the best or the newest first, with a snippet each."""
    with archives.reading() as archive:
        hits = archive.search(
            q, **params.bounds(from_, to, outlet), sort=sort, limit=limit, cursor=cursor or None, fold_copies=fold
        )
    return Found(hits.hits, hits.total, hits.cursor)


@get("/facets", sync_to_thread=True, tags=["Search"])
def facets(
    archives: Archives,
    memory: Memory,
    q: params.Query = "",
    from_: params.From = None,
    to: params.To = None,
    outlet: params.Outlet = None,
    limit: Annotated[int, QueryParameter(ge=1, le=1000, description="How many values of each field at most.")] = 50,
) -> Facets:
    """Which outlets, languages, genres, kinds and sections the found articles have, and how many of them."""
    with archives.reading() as archive:
        return memory.of(
            ("facets", q, from_, to, outlet, limit),
            lambda: archive.facets(q, **params.bounds(from_, to, outlet), limit=limit),
        )


@get("/attention", sync_to_thread=True, tags=["Search"])
def attention(
    archives: Archives,
    memory: Memory,
    q: params.Query = "",
    from_: params.From = None,
    to: params.To = None,
    outlet: params.Outlet = None,
    every: params.Every = "month",
) -> Attention:
    """How many of the found articles were published when."""
    with archives.reading() as archive:
        return memory.of(
            ("attention", q, from_, to, outlet, every),
            lambda: archive.attention(q, **params.bounds(from_, to, outlet), every=every),
        )


handlers: list[HTTPRouteHandler] = [search, facets, attention]
