"""The front page: search."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from dateline import QueryError
from dateline.archive import Attention, Facets, Hits
from dateline.room.display.front import front_page
from dateline.room.display.search import Search
from dateline.room.given import Archives, Memory, Outlets
from dateline.room.rendering import page, shown, wants_data
from dateline.room.views.front import FrontView
from dateline.room.views.front import front as front_view


@page("/")
def front(request: Request[Any, Any, Any], archives: Archives, outlets: Outlets, memory: Memory) -> Response[bytes]:
    """Search, and the newest articles where nothing is asked."""
    search = Search.of(request.query_params)
    error, status = None, 200
    with archives.reading() as archive:
        try:
            view = front_view(
                archive,
                search.query,
                from_=search.from_ or None,
                to=search.to or None,
                sort="time" if search.by_time else "relevance",
                fold=search.folded,
                cursor=search.cursor or None,
                memory=memory,
            )
        except QueryError as raised:
            if wants_data(request):
                raise
            error, status = raised.message, 400
            view = _nothing(search, archive.counts())
    return shown(request, "front.html", view, status=status, page=front_page(view, search, outlets.names), error=error)


def _nothing(search: Search, counts: Any) -> FrontView:
    """The view of a search that cannot be understood."""
    return FrontView(
        query=search.query,
        sort="relevance",
        hits=Hits((), 0, None),
        next=None,
        facets=Facets((), (), (), (), ()),
        attention=Attention((), 0),
        every="month",
        counts=counts,
    )


handlers = [*front]
