"""Lists of what to read: paths files, and rows of an index that say where in which WARC file a capture lies, as Common Crawl has them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.errors import SourceError
from dateline.sources import WarcRange
from dateline.sources.files import content_of, shown, source_error
from dateline.sources.opening import open_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

# The names of the columns, those of Common Crawl's columnar index first, then those of CDXJ.
_FILE = ("warc_filename", "filename", "file")
_OFFSET = ("warc_record_offset", "offset")
_LENGTH = ("warc_record_length", "length")
# The largest list that is read, unpacked: millions of rows. Larger ones are Parquet, or come in pieces.
_MAX_INDEX = 256 * 1024 * 1024


def read_paths(place: str, *, prefix: str = "") -> Iterator[str]:
    """The paths that a file lists, one a line (`warc.paths.gz`), each with the prefix before it. Raises `SourceError`."""
    for line in _lines(place):
        if line.strip():
            yield prefix + line.strip()


def read_index(place: str, *, prefix: str = "") -> Iterator[WarcRange]:
    """The rows of an index: Parquet or CSV with a line of names, or CDXJ and JSONL, whose lines end in a JSON object.

    `prefix` comes before the names of files. Raises `SourceError` for what is no such index, with the number of the row.
    """
    name = place.lower().removesuffix(".gz")
    rows = _parquet(place) if name.endswith(".parquet") else _csv(place) if name.endswith(".csv") else _json(place)
    for number, row in enumerate(rows, 1):
        file, offset, length = (_first(row, names) for names in (_FILE, _OFFSET, _LENGTH))
        try:
            yield WarcRange(prefix + str(file or ""), int(offset), int(length))
        except (TypeError, ValueError) as error:
            raise SourceError(f"row {number} does not say where a record lies: {error}", subject=shown(place)) from error


def _parquet(place: str) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with open_binary(place) as stream, parquet.ParquetFile(stream) as file:
            names = [name for name in file.schema_arrow.names if name in (*_FILE, *_OFFSET, *_LENGTH)]
            for batch in file.iter_batches(columns=names):
                yield from batch.to_pylist()
    except pa.ArrowException as error:
        raise SourceError(f"it is no Parquet, or it is damaged: {error}", subject=shown(place)) from error
    except OSError as error:
        raise source_error(error, place) from error


def _csv(place: str) -> Iterator[dict[str, Any]]:
    yield from csv.DictReader(_lines(place))


def _json(place: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines(place), 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line[line.index("{") :])
        except (ValueError, msgspec.MsgspecError) as error:
            raise SourceError(f"line {number} holds no JSON object ({error})", subject=shown(place)) from error
        yield row if isinstance(row, dict) else {}


def _lines(place: str) -> Iterator[str]:
    try:
        with open_binary(place) as stream:
            yield from io.StringIO(content_of(stream, place, _MAX_INDEX).decode("utf-8", "replace"))
    except OSError as error:
        raise source_error(error, place) from error


def _first(row: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)
