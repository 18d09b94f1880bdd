"""The pages of outlets."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from dateline.room.display.chart import chart
from dateline.room.display.search import Search
from dateline.room.given import Archives, Outlets
from dateline.room.rendering import page, shown
from dateline.room.views import outlets as views


@page("/outlets")
def outlets(request: Request[Any, Any, Any], archives: Archives, outlets: Outlets) -> Response[bytes]:
    """All outlets of the archive."""
    with archives.reading() as archive:
        view = views.outlets(archive, outlets.profiles)
    return shown(request, "outlets.html", view, most=max((row.articles for row in view.outlets), default=0) or 1)


@page("/outlets/{name:str}")
def outlet(request: Request[Any, Any, Any], archives: Archives, outlets: Outlets, name: FromPath[str]) -> Response[bytes]:
    """One outlet: its coverage, its gaps, the share of fields found."""
    with archives.reading() as archive:
        view = views.outlet(archive, name.removesuffix(".json"), outlets.profiles)
    if view is None:
        raise NotFoundException(f"The archive has nothing of an outlet {name!r}.")
    search = Search(outlet=view.id)
    return shown(request, "outlet.html", view, chart=chart(view.attention, view.every, search), search=search)


handlers = [*outlets, *outlet]
