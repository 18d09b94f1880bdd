"""One WARC record whose block has been read, made into a capture or a reason why there is none."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from fastwarc.warc import HeaderMap, WarcRecordType

from dateline.exchange.warc import CAPTURE_FIELD, RECORD_FIELDS, Told
from dateline.records import Capture
from dateline.sources.http_body import BodyError, unpacked
from dateline.sources.taking import Taken, Unread

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

# Records that tell about a capture and hold none.
ABOUT_CAPTURES = (WarcRecordType.warcinfo, WarcRecordType.request, WarcRecordType.metadata)

_PAGES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "text/plain")
# Answers with the whole page in them (RFC 9110): 200, and 203 from a proxy that changed something.
_WHOLE = (200, 203)
_MAX_HEADER = 64 * 1024
# Common Crawl's names for the headers that were true of the body as it came and are not of the body that is kept.
_UNPACKED = {"content-encoding": "x-crawl-content-encoding", "transfer-encoding": "x-crawl-transfer-encoding"}


def url_of(record: WarcRecord) -> str | None:
    """The address that a record is of. Some writers put it in angle brackets."""
    raw = record.headers.get_bytes(b"WARC-Target-URI")
    return _text(raw).strip().removeprefix("<").removesuffix(">") or None if raw else None


def taken(record: WarcRecord, block: bytes, origin: str, max_bytes: int) -> Taken:
    """The capture in a record's block, or why there is none."""
    if (said := record.headers.get(CAPTURE_FIELD)) is not None:
        return _given_out(record, block, origin, said)
    url = url_of(record)
    kind = record.record_type
    if kind == WarcRecordType.revisit:
        return _passed(origin, url, "a revisit: the server gave the same page as before, and its bytes are in another record")
    if kind == WarcRecordType.continuation:
        return Unread(origin=origin, url=url, reason="a piece of a record that was cut into segments; they are not put together")
    if kind == WarcRecordType.response and record.is_http:
        return _from_http(record, block, origin, url, max_bytes)
    if kind in (WarcRecordType.conversion, WarcRecordType.resource, WarcRecordType.response):
        media_type = _media_type(record.headers.get("Content-Type"))
        if media_type not in _PAGES:
            return _passed(origin, url, f"it holds {media_type or 'something without a media type'}, no page")
        charset = "utf-8" if kind == WarcRecordType.conversion else None
        return _capture(record, block, origin, url, media_type, charset=charset, headers=())
    named = _text(record.headers.get_bytes(b"WARC-Type") or b"")
    return Unread(origin=origin, url=url, reason=f"a record of an unknown type: {named[:60]!r}")


def _from_http(record: WarcRecord, block: bytes, origin: str, url: str | None, max_bytes: int) -> Taken:
    try:
        head, payload = _parted(block)
    except (OSError, ValueError) as error:
        return Unread(origin=origin, url=url, reason=f"its HTTP header cannot be read ({error})")
    if (status := head.status_code) is None:
        return Unread(origin=origin, url=url, reason="its block is no HTTP answer")
    if status not in _WHOLE:
        return _passed(origin, url, f"the server answered {status} {head.reason_phrase or ''}".rstrip())
    headers = _pairs(head)
    said = dict(reversed(headers))  # the first of a name counts
    media_type = _media_type(said.get("content-type"))
    if media_type is not None and media_type not in _PAGES:
        return _passed(origin, url, f"it holds {media_type}, no page")
    packed = {name: ",".join(value for key, value in headers if key == name) for name in _UNPACKED}
    try:
        content = unpacked(payload, transfer=packed["transfer-encoding"], content=packed["content-encoding"], max_bytes=max_bytes)
    except BodyError as error:
        return Unread(origin=origin, url=url, reason=str(error))
    kept = tuple((_UNPACKED.get(name, name), value) for name, value in headers)
    return _capture(record, content, origin, url, media_type, charset=None, headers=kept)


def _given_out(record: WarcRecord, block: bytes, origin: str, said: str) -> Taken:
    """A capture that Dateline wrote: as it was, without a look at what it is."""
    headers: tuple[tuple[str, str], ...] = ()
    try:
        told = msgspec.json.decode(said, type=Told)
        if record.record_type == WarcRecordType.response:
            head, block = _parted(block)
            headers = _pairs(head)
    except (msgspec.MsgspecError, OSError, ValueError) as error:
        return Unread(origin=origin, url=url_of(record), reason=f"its field {CAPTURE_FIELD} or HTTP header is damaged ({error})")
    kept = tuple((name, value) for name, field in RECORD_FIELDS.items() if (value := record.headers.get(field)))
    return Capture(
        content=block,
        url=told.url,
        media_type=told.media_type,
        charset=told.charset,
        headers=(*headers, *kept),
        captured_at=told.captured_at,
        origin=origin,
    )


def _pairs(head: HeaderMap) -> tuple[tuple[str, str], ...]:
    return tuple((_text(name).lower(), _text(value)) for name, value in head.items_bytes())


def _capture(
    record: WarcRecord,
    content: bytes,
    origin: str,
    url: str | None,
    media_type: str | None,
    *,
    charset: str | None,
    headers: tuple[tuple[str, str], ...],
) -> Capture:
    told = [(name.lower(), value) for name in RECORD_FIELDS.values() if (value := record.headers.get(name))]
    date = record.headers.get("WARC-Date")
    captured_at = _time(date)
    if date and captured_at is None:
        told.append(("warc-date", date))  # kept as it stands: it is no time
    return Capture(
        content=content,
        url=url,
        media_type=media_type,
        charset=charset,
        headers=(*headers, *told),
        captured_at=captured_at,
        origin=origin,
    )


def _passed(origin: str, url: str | None, reason: str) -> Unread:
    return Unread(origin=origin, url=url, reason=reason, fault=False)


def _media_type(content_type: str | None) -> str | None:
    return (content_type or "").partition(";")[0].strip().lower() or None


def _time(date: str | None) -> datetime | None:
    """A WARC-Date, which is in UTC (`2024-05-06T07:08:09Z`, with fractions in WARC 1.1), or None when it is no time."""
    if not date:
        return None
    try:
        time = datetime.fromisoformat(date.strip())
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _parted(block: bytes) -> tuple[HeaderMap, bytes]:
    """The header and the body of an HTTP message; the lines of a header may end in LF alone."""
    head = HeaderMap()
    start = block[:_MAX_HEADER]
    if b"\r\n\r\n" not in start and b"\n\n" in start:
        start, body = block.split(b"\n\n", 1)
        head.parse(io.BytesIO(start.replace(b"\n", b"\r\n") + b"\r\n\r\n"), True)
        return head, body
    if b"\r\n\r\n" not in start:
        raise ValueError("it has no end")
    return head, block[head.parse(io.BytesIO(start), True) :]


def _text(raw: bytes) -> str:
    """Header bytes as text: UTF-8, or Latin-1, as HTTP once had it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
