"""The pages: each handler gets a view and shows it, as a page or, with `.json`, as it is."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from dateline.room import views
from dateline.room.archives import Archives
from dateline.room.rendering import page, shown


@page("/")
def front(
    request: Request[Any, Any, Any], archives: Archives, q: str = "", sort: views.Sort | None = None, cursor: str | None = None
) -> Response[bytes]:
    """Search, and the newest articles where nothing is asked."""
    with archives.reading() as archive:
        view = views.front(archive, q, sort=sort, cursor=cursor)
    return shown(request, "front.html", view)


handlers = [*front]
