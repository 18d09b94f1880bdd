"""Parquet of records that Dateline gave out, and of captures as crawlers and corpus builders have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import exchange
from dateline.errors import SourceError
from dateline.sources.files import MAX_BYTES, shown, source_error
from dateline.sources.opening import open_binary
from dateline.sources.rows import COLUMNS, from_row, is_record
from dateline.sources.taking import Given, Unread, restored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyarrow.parquet import ParquetFile

# How many rows are made from Arrow's columns at a time; pages may be large.
_ROWS = 16


def read_parquet(
    place: str, *, name: str | None = None, max_bytes: int = MAX_BYTES, share: Callable[[float], None] | None = None
) -> Iterator[Given]:
    """What each row gives: a record, or the capture in the columns that docs/sources.md lists.

    Origins are `file#row`, from 1; `share` is told how far in the file it is, 0 to 1. Raises `SourceError` when the file cannot
    be opened or is no Parquet; a row that gives nothing is an `Unread`.
    """
    import pyarrow as pa
    from pyarrow import parquet

    label = name or shown(place)
    try:
        with open_binary(place) as stream, parquet.ParquetFile(stream, pre_buffer=False) as file:
            names = file.schema_arrow.names
            total = file.metadata.num_rows
            if not is_record(names):
                rows = _captures(file, label, max_bytes)
            else:
                rows = _outcomes(file, label, max_bytes) if "outcome" in names else _records(place, label)
            for number, given in enumerate(rows, 1):
                if share is not None:
                    share(number / total)
                yield given
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise SourceError(f"it is no Parquet, or it is damaged: {error}", subject=label) from error
    except OSError as error:
        raise source_error(error, label) from error


def _records(place: str, label: str) -> Iterator[Given]:
    faults: list[SourceError] = []
    number = 0
    for article in exchange.read_parquet(place, failed=faults.append):
        for fault in faults:
            number += 1
            yield Unread(origin=f"{label}#{number}", reason=fault.message)
        faults.clear()
        number += 1
        yield restored(article, f"{label}#{number}")
    for fault in faults:
        number += 1
        yield Unread(origin=f"{label}#{number}", reason=fault.message)


def _outcomes(file: ParquetFile, label: str, max_bytes: int) -> Iterator[Given]:
    """The output of `dateline bulk`, which has a row for what gave no record too; origins are those of the captures."""
    exchange.check_parquet(file.schema_arrow, label)
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            number += 1
            origin = row.get("origin") or f"{label}#{number}"
            if row["uri"] is None:
                reason = row.get("reason") or f"it holds no record ({row['outcome']})"
                yield Unread(origin=origin, url=row["url"], reason=reason, fault=row["outcome"] == "failed")
            else:
                yield from_row(row, origin, max_bytes=max_bytes)


def _captures(file: ParquetFile, label: str, max_bytes: int) -> Iterator[Given]:
    columns = [name for name in file.schema_arrow.names if name in COLUMNS]
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield from_row(row, f"{label}#{number}", max_bytes=max_bytes)
