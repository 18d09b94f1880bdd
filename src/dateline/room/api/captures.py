"""Captures: what they are, and their bytes as a file to keep, never as a page to show."""

from __future__ import annotations

from datetime import datetime

import msgspec
from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from dateline import Capture
from dateline.room.api import params
from dateline.room.given import Archives


class Header(msgspec.Struct, frozen=True):
    """A header that came with a capture; names are in lower case."""

    name: str
    value: str


class CaptureInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A capture without its bytes, as first seen. `size` is in bytes; `headers` are those that came with it."""

    sha256: str
    size: int
    url: str | None
    origin: str | None
    media_type: str | None
    charset: str | None
    headers: tuple[Header, ...]
    captured_at: datetime | None


def info(capture: Capture) -> CaptureInfo:
    """What is known of a capture. What a file name has that is not UTF-8 is written as escapes."""
    return CaptureInfo(
        sha256=capture.sha256,
        size=len(capture.content),
        url=_printable(capture.url),
        origin=_printable(capture.origin),
        media_type=capture.media_type,
        charset=capture.charset,
        headers=tuple(Header(*each) for each in capture.headers),
        captured_at=capture.captured_at,
    )


def _printable(text: str | None) -> str | None:
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


@get("/captures/{sha256:str}", sync_to_thread=True, tags=["Captures"])
def capture(archives: Archives, sha256: params.Digest) -> CaptureInfo:
    """Where and when a capture was taken."""
    with archives.reading() as archive:
        return info(archive.capture(sha256))


@get("/captures/{sha256:str}/content", sync_to_thread=True, tags=["Captures"], opt={"gives": ("application/octet-stream",)})
def content(archives: Archives, sha256: params.Digest) -> Response[bytes]:
    """The bytes as they came. They are sent to be saved: no browser shows them as a page."""
    with archives.reading() as archive:
        found = archive.capture(sha256)
    return Response(
        found.content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{found.sha256}.bin"'},
    )


handlers: list[HTTPRouteHandler] = [capture, content]
