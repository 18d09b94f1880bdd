"""Captures as Arrow record batches: what the kernel takes in.

`schema()` is the form in which Dateline's own sources hand captures over. Batches of others do as well, with any of the columns
that docs/sources.md lists (`html`, `content` or `text`, and what is known of each).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.records import Capture, article_from_json, to_json
from dateline.sources import MAX_BYTES, Given, Restored, Unread
from dateline.sources.rows import from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

# A batch ends at so many captures, or so many bytes of them: an engine holds a few batches of each worker at a time.
_ROWS = 64
_BYTES = 8 * 1024 * 1024

# The column of a record that was read before, as JSON; its capture is in the others. No crawler has one of this name.
_RECORD = "dateline_record"


def schema() -> pa.Schema:
    """A capture a row; one with a `reason` is what a source could not make one of, through a `fault` or by its own account.

    One with a `dateline_record` is a record that was read before, on the text that it was read from.
    """
    import pyarrow as pa

    text = pa.string()
    return pa.schema(
        [
            ("content", pa.binary()),
            ("url", text),
            ("media_type", text),
            ("charset", text),
            ("headers", pa.list_(pa.list_(text))),
            ("captured_at", text),
            ("origin", text),
            ("reason", text),
            ("fault", pa.bool_()),
            (_RECORD, pa.binary()),
        ]
    )


def to_batches(given: Iterable[Given]) -> Iterator[pa.RecordBatch]:
    """What a source gives, in batches that are bounded in rows and bytes."""
    import pyarrow as pa

    rows: list[dict[str, Any]] = []
    size = 0
    for one in given:
        row = _row(one)
        rows.append(row)
        size += len(row.get("content", b""))
        if len(rows) >= _ROWS or size >= _BYTES:
            yield pa.RecordBatch.from_pylist(rows, schema())
            rows, size = [], 0
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema())


def from_batch(batch: pa.RecordBatch, first: int, *, max_bytes: int = MAX_BYTES) -> Iterator[Given]:
    """What each row gives; one without an origin is called by its number, which for the first row is `first`."""
    for number in range(batch.num_rows):
        row = {name: batch.column(at)[number].as_py() for at, name in enumerate(batch.schema.names)}
        origin = row.get("origin") or f"row {first + number}"
        if row.get("reason") is not None:
            yield Unread(origin=origin, url=row.get("url"), reason=row["reason"], fault=bool(row.get("fault", True)))
            continue
        record = row.pop(_RECORD, None)
        if record is None:
            yield from_row(row, origin, max_bytes=max_bytes, empty=True)
        else:
            yield _restored(row, origin, record)


def _row(one: Given) -> dict[str, Any]:
    if isinstance(one, Restored):
        return _row(one.capture) | {_RECORD: to_json(one.article)}
    if isinstance(one, Unread):
        return {"origin": _text(one.origin), "url": _text(one.url), "reason": _text(one.reason), "fault": one.fault}
    return {
        "content": one.content,
        "url": _text(one.url),
        "media_type": _text(one.media_type),
        "charset": _text(one.charset),
        "headers": [[_text(name), _text(value)] for name, value in one.headers],
        "captured_at": one.captured_at.isoformat() if one.captured_at else None,
        "origin": _text(one.origin),
    }


def _restored(row: dict[str, Any], origin: str, record: bytes) -> Given:
    """A record that came in as one: of any size, as `add` takes it."""
    capture = from_row(row, origin, max_bytes=len(row["content"]), empty=True)
    return Restored(capture=capture, article=article_from_json(record)) if isinstance(capture, Capture) else capture


def _text(value: str | None) -> str | None:
    """What UTF-8 can hold: lone surrogates (names of files in other encodings) become question marks."""
    return None if value is None else value.encode("utf-8", "replace").decode()
