"""A row of a table or a JSON object, made into a capture or a record: the columns that crawlers and corpus builders use."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import Any

import msgspec

from dateline.records import Article, Capture
from dateline.sources.taking import Given, Unread, restored, too_large

# The names of a column, the most telling first. `date` is not among the times: it is a page's own date as often as a crawl's.
_URL = ("url", "uri", "link", "source_url", "warc_target_uri", "target_uri")
_HTML = ("html", "raw_html", "html_content")
_CONTENT = ("content", "body", "payload", "raw_content", "content_bytes")
_TEXT = ("text", "plain_text", "raw_text", "maintext")
_TIME = ("captured_at", "crawled_at", "fetched_at", "warc_date", "fetch_time", "crawl_date", "timestamp")
_TYPE = ("media_type", "content_type", "mime_type", "content_mime_type")
_HEADERS = ("headers", "response_headers", "http_headers")

COLUMNS = frozenset((*_URL, *_HTML, *_CONTENT, *_TEXT, *_TIME, *_TYPE, *_HEADERS, "charset", "origin"))
# What only a record of Dateline's has, all of it.
_RECORD = ("uri", "capture", "reader", "evidence", "notes", "text")

_header_pairs = msgspec.json.Decoder(tuple[tuple[str, str], ...] | dict[str, str])


def is_record(names: Any) -> bool:
    """Whether these columns or keys are those of a record."""
    return all(name in names for name in _RECORD)


def from_row(row: dict[str, Any], origin: str, *, max_bytes: int, empty: bool = False) -> Given:
    """What a row gives: the record it is, or the capture in it; with `empty` one of no bytes too, where nothing else is there."""
    if is_record(row):
        try:
            return restored(msgspec.convert(row, Article), origin)
        except msgspec.ValidationError as error:
            return Unread(origin=origin, url=_text(row, _URL), reason=f"it is no record: {error}")
    url = _text(row, _URL)
    columns = ((_first(row, names), kind) for names, kind in ((_HTML, "text/html"), (_CONTENT, None), (_TEXT, "text/plain")))
    value, media_type = next(((value, kind) for value, kind in columns if isinstance(value, str | bytes) and value), (None, None))
    if value is None and empty and _first(row, _CONTENT) == b"":
        value = b""
    if value is None:
        return Unread(origin=origin, url=url, reason="it has neither html, content nor text")
    content = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    if len(content) > max_bytes:
        return Unread(origin=origin, url=url, reason=too_large(len(content), max_bytes))
    try:
        captured_at, headers = _time(_first(row, _TIME)), _headers(_first(row, _HEADERS))
    except ValueError as error:
        return Unread(origin=origin, url=url, reason=str(error))
    told = _text(row, _TYPE)
    return Capture(
        content=content,
        url=url,
        media_type=told.partition(";")[0].strip().lower() if told and media_type is None else media_type,
        charset="utf-8" if isinstance(value, str) else _text(row, ("charset",)),
        headers=headers,
        captured_at=captured_at,
        origin=_text(row, ("origin",)) or origin,
    )


def packed_bytes(row: dict[str, Any]) -> dict[str, Any]:
    """A JSON row, whose bytes can only stand there in base64 (`content_base64`), with the bytes themselves."""
    packed = row.get("content_base64")
    if not isinstance(packed, str):
        return row
    try:
        return {**row, "content": base64.b64decode(packed, validate=True)}
    except binascii.Error:
        return {**row, "content": None}


def _first(row: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


def _text(row: dict[str, Any], names: tuple[str, ...]) -> str | None:
    value = _first(row, names)
    return value if isinstance(value, str) and value else None


def _time(value: Any) -> datetime | None:
    """A time of capture: ISO 8601, a timestamp of Arrow's, or seconds since 1970. Without a zone it is UTC, as crawlers write it."""
    if value is None or value == "":
        return None
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        time = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"its time of capture is no time: {str(value)[:60]!r}") from None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _headers(value: Any) -> tuple[tuple[str, str], ...]:
    """Headers as an object, as pairs, or either as JSON text."""
    if not value:
        return ()
    try:
        found = _header_pairs.decode(value) if isinstance(value, str | bytes) else msgspec.convert(value, _Pairs)
    except msgspec.MsgspecError:
        raise ValueError("its headers are neither an object of texts nor pairs of them") from None
    pairs = found.items() if isinstance(found, dict) else found
    return tuple((name.lower(), text) for name, text in pairs)


_Pairs = tuple[tuple[str, str], ...] | dict[str, str]
