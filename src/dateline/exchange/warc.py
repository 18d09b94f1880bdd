"""WARC of captures (ISO 28500, WARC 1.1, a gzip member a record): readable by every tool for web archives, and back in without loss.

What came by HTTP is a `response` record with the headers as they are kept, all else a `resource` record. A field of our own,
`X-Dateline-Capture`, says what WARC cannot: that there is no address, no time of capture, or no media type.
"""

from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from hashlib import sha1
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

import msgspec

from dateline._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fastwarc.warc import WarcRecord, WarcRecordType

    from dateline.records import Capture

CAPTURE_FIELD = "X-Dateline-Capture"
# Headers of a capture that are fields of its WARC record.
RECORD_FIELDS = {
    "warc-truncated": "WARC-Truncated",
    "warc-identified-content-language": "WARC-Identified-Content-Language",
    "warc-refers-to": "WARC-Refers-To",
}

# WARC wants a date; this one stands where none is known, and the field of our own says so.
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
# zlib's own choice is 6; captures have been seen to gain nothing worth the time beyond it.
_LEVEL = 6


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What `X-Dateline-Capture` says of a capture, as JSON in ASCII."""

    url: str | None
    media_type: str | None
    charset: str | None
    captured_at: datetime | None


def write_warc(captures: Iterable[Capture], *, packed: bool = True) -> Iterator[bytes]:
    """WARC of the captures, a gzip member a record, or plain; comes back in without loss but for origins, which are then those of this file."""
    from fastwarc.warc import WarcRecordType

    info = f"software: Dateline/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    pack = _packed if packed else _plain
    yield pack(_record(WarcRecordType.warcinfo, "warcinfo", _NO_DATE, "application/warc-fields", info))
    for capture in captures:
        inner = tuple((name, value) for name, value in capture.headers if name not in RECORD_FIELDS)
        kind, block = WarcRecordType.resource, capture.content
        media_type = capture.media_type or "application/octet-stream"
        if inner:
            lines = [b"HTTP/1.1 200 OK", *(f"{name}: {_one_line(value)}".encode("utf-8", "replace") for name, value in inner)]
            block = b"\r\n".join((*lines, b"", capture.content))
            kind, media_type = WarcRecordType.response, "application/http; msgtype=response"
        name = f"{capture.sha256} {capture.url} {capture.captured_at}"
        record = _record(kind, name, capture.captured_at or _NO_DATE, media_type, block)
        record.headers.append("WARC-Target-URI", _ascii(capture.url or f"urn:sha256:{capture.sha256}"))
        for header, value in capture.headers:
            if header in RECORD_FIELDS:
                record.headers.append(RECORD_FIELDS[header], _one_line(value))
        told = Told(url=capture.url, media_type=capture.media_type, charset=capture.charset, captured_at=capture.captured_at)
        record.headers.append(CAPTURE_FIELD, _ascii_json(told))
        yield pack(record)


def _record(kind: WarcRecordType, name: str, date: datetime, media_type: str, block: bytes) -> WarcRecord:
    from base64 import b32encode

    from fastwarc.warc import WarcRecord

    record = WarcRecord()
    # The same capture has the same identifier, whenever it is written.
    urn = f"urn:uuid:{uuid5(NAMESPACE_URL, name.encode('utf-8', 'backslashreplace').decode())}"
    record.init_headers(kind, urn.encode(), content_length=len(block))
    record.headers.set("WARC-Date", date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    record.headers.set("Content-Type", media_type)
    digest = sha1(block, usedforsecurity=False).digest()
    record.headers.set("WARC-Block-Digest", f"sha1:{b32encode(digest).decode()}")  # as crawlers write it
    record.set_bytes_content(block)
    return record


def _packed(record: WarcRecord) -> bytes:
    return gzip.compress(_plain(record), _LEVEL, mtime=0)


def _plain(record: WarcRecord) -> bytes:
    sink = io.BytesIO()
    record.write(sink)
    return sink.getvalue()


def _one_line(value: str) -> str:
    return " ".join(value.splitlines())


def _ascii(text: str) -> str:
    from urllib.parse import quote

    return quote(_one_line(text).encode("utf-8", "replace"), safe="!#$%&'()*+,/:;=?@[]~")


def _ascii_json(told: Told) -> str:
    import json

    return json.dumps(msgspec.to_builtins(told))
