"""WARC files for tests, written byte by byte, so that they can be wrong in every way that files are."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://strait-observer.example/2024/harbour"
DATE = "2024-05-06T07:08:09Z"
PAGE = b"<!doctype html><title>Harbour</title><h1>Harbour opens again</h1><p>The harbour opened again on Monday.</p>"


def http(body: bytes = PAGE, *headers: str, status: str = "200 OK", media_type: str | None = "text/html; charset=utf-8") -> bytes:
    """An HTTP answer."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {media_type}"] if media_type else []), *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def record(
    block: bytes,
    *more: str,
    kind: str = "response",
    url: str = URL,
    media_type: str = "application/http; msgtype=response",
    length: int | str | None = None,
    date: str = DATE,
) -> bytes:
    """A WARC record; `length` is what it claims, `more` are further header lines."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {date}",
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(block) if length is None else length}",
        *more,
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def packed(*records: bytes, pack: Callable[[bytes], bytes] = gzip.compress) -> bytes:
    """Records packed one by one, as crawlers do."""
    return b"".join(map(pack, records))


def chunked(body: bytes, size: int = 16) -> bytes:
    """A body in chunks."""
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
