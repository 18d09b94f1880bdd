"""Reading pages: into an answer, or into the archive."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, post
from litestar.exceptions import ClientException, HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter, RawBody

from dateline import Article, Capture, SourceError
from dateline.archive import Added
from dateline.page.packed import MHTML, WEBARCHIVE
from dateline.room.given import Archives, Outlets, Settings
from dateline.room.reading import SENT, ToRead, aware, read_sent

_Url = Annotated[
    str | None, QueryParameter(max_length=2_000, description="The page's address, for a body that is the page itself.")
]
_Outlet = Annotated[str | None, QueryParameter(max_length=300, description="The outlet, for a body that is the page itself.")]
_At = Annotated[
    datetime | None, QueryParameter(description="When it was captured, with an offset, for a body that is the page itself.")
]
# The media types of bodies that are the page itself.
PAGES = ("text/plain", "text/html", "application/xhtml+xml", MHTML, WEBARCHIVE)

_to_read = msgspec.json.Decoder(ToRead)


class PageParams(msgspec.Struct, frozen=True):
    """What the parameters say of a page that is itself the body."""

    url: str | None
    outlet: str | None
    captured_at: datetime | None


def sent(request: Request[Any, Any, Any], body: bytes, settings: Settings, known: PageParams) -> tuple[Capture, str | None]:
    """The capture of a request's body, and the outlet that is named for it."""
    media_type, options = request.content_type
    if media_type == "application/json":
        try:
            given = _to_read.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ClientException(f"the body is not as it should be: {error}") from error
        may_fetch = settings.fetch and request.user.owner  # a stranger's addresses are not fetched
        return given.capture(may_fetch=may_fetch, max_bytes=settings.max_upload), given.outlet
    if media_type not in PAGES:
        raise HTTPException(f"send application/json, {', '.join(PAGES)}", status_code=415)
    if not body.strip():
        raise SourceError("the body is empty")
    capture = Capture(
        content=body,
        media_type=media_type,
        charset=options.get("charset"),
        url=known.url,
        captured_at=aware(known.captured_at),
        origin=SENT,
    )
    return capture, known.outlet


@post("/read", sync_to_thread=True, tags=["Reading"], status_code=200, opt={"readers": True})
def read(
    request: Request[Any, Any, Any],
    body: RawBody,
    settings: Settings,
    outlets: Outlets,
    url: _Url = None,
    outlet: _Outlet = None,
    captured_at: _At = None,
) -> Article:
    """Read a page into a record. Nothing is kept.

    The body is the page itself (text/plain, text/html), or JSON that says what to read. A page that is no article is a record that
    says so.
    """
    capture, named = sent(request, body, settings, PageParams(url, outlet, captured_at))
    return read_sent(capture, named, outlets)


@post("/articles", sync_to_thread=True, tags=["Reading"], status_code=200)
def keep(
    request: Request[Any, Any, Any],
    body: RawBody,
    settings: Settings,
    outlets: Outlets,
    archives: Archives,
    url: _Url = None,
    outlet: _Outlet = None,
    captured_at: _At = None,
) -> Added:
    """Read a page and keep it in the archive; the body is as for `read`. What is known already adds nothing."""
    capture, named = sent(request, body, settings, PageParams(url, outlet, captured_at))
    article = read_sent(capture, named, outlets)
    with archives.writing() as archive:
        return archive.add(capture, article)


handlers: list[HTTPRouteHandler] = [read, keep]
