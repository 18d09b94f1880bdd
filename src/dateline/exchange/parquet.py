"""Parquet: the whole record in typed columns, spans and evidence as nested lists. Comes back in without loss."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.errors import SourceError
from dateline.exchange.text import without_surrogates
from dateline.records import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pyarrow as pa

# The form of the columns, in the file's metadata under this key. It goes up when a reader of the old form would go wrong.
SCHEMA_KEY = b"dateline.schema"
SCHEMA_VERSION = 1

# A row group ends at so many records, or so many characters of page text: memory when writing and reading is a few times that.
_GROUP_ROWS = 1000
_GROUP_CHARACTERS = 8_000_000
# How many records are made from Arrow's columns at a time.
_READ_ROWS = 64


def write_parquet(articles: Iterable[Article]) -> Iterator[bytes]:
    """The whole record in typed columns (pyarrow, zstd), spans and evidence nested; comes back in without loss."""
    import pyarrow as pa
    from pyarrow import parquet

    sink = Sink()
    with parquet.ParquetWriter(sink, schema(), compression="zstd") as writer:
        for rows in _groups(articles):
            writer.write_table(_table(pa, rows), row_group_size=len(rows))
            yield sink.taken()
    yield sink.taken()


def read_parquet(path: str | Path, *, failed: Callable[[SourceError], None] | None = None) -> Iterator[Article]:
    """The records of a Parquet file, one at a time; columns that a record does not have are passed over.

    A row that is no record is a `SourceError` that gives its number, from 1: raised, or given to `failed`, and then the rest
    follows. Raises `SourceError` for a file that cannot be read, is no Parquet, or has the form of a newer Dateline.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        # The groups after the one at hand are not fetched ahead: memory stays that of one.
        with parquet.ParquetFile(path, pre_buffer=False) as file:
            check(file.schema_arrow, str(path))
            columns = [name for name in file.schema_arrow.names if name in Article.__struct_fields__]
            number = 0
            for batch in file.iter_batches(batch_size=_READ_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    try:
                        article = msgspec.convert(row, Article)
                    except msgspec.ValidationError as error:
                        fault = SourceError(f"row {number} is no record: {error}", subject=str(path))
                        if failed is None:
                            raise fault from error
                        failed(fault)
                    else:
                        yield article
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise SourceError(f"it is no Parquet, or it is damaged: {error}", subject=str(path)) from error
    except OSError as error:
        raise SourceError(f"it cannot be read: {error.strerror or error}", subject=str(path)) from error


def check(form: pa.Schema, name: str) -> None:
    """Raise `SourceError` for the file of that name when its columns have the form of a newer Dateline."""
    version = (form.metadata or {}).get(SCHEMA_KEY, b"0")  # others may write such files too, and say nothing of a version
    if not version.isdigit() or int(version) > SCHEMA_VERSION:
        shown = version.decode("utf-8", "backslashreplace")
        raise SourceError(f"it was written by a newer Dateline (form {shown}; this one reads {SCHEMA_VERSION})", subject=name)


@cache
def schema() -> pa.Schema:
    """The Arrow schema of `Article`, made from the record's types; times are text, as in the JSON."""
    import pyarrow as pa

    fields = msgspec.inspect.type_info(Article)
    if not isinstance(fields, msgspec.inspect.StructType):  # for the type checker: an `Article` is one
        raise TypeError(fields)
    return pa.schema([_field(pa, each) for each in fields.fields], metadata={SCHEMA_KEY: str(SCHEMA_VERSION)})


def _field(pa: Any, field: msgspec.inspect.Field) -> pa.Field:
    nullable = isinstance(field.type, msgspec.inspect.UnionType) and field.type.includes_none
    return pa.field(field.encode_name, _arrow(pa, field.type), nullable=nullable)


def _arrow(pa: Any, type_: msgspec.inspect.Type) -> pa.DataType:
    """The Arrow type of what `msgspec.to_builtins` makes of a type."""
    match type_:
        case msgspec.inspect.StructType(array_like=True):  # a span
            return pa.list_(pa.int64())
        case msgspec.inspect.StructType(fields=fields):
            return pa.struct([_field(pa, each) for each in fields])
        case msgspec.inspect.VarTupleType(item_type=item):
            return pa.list_(_arrow(pa, item))
        case msgspec.inspect.UnionType(types=types):
            (only,) = [each for each in types if not isinstance(each, msgspec.inspect.NoneType)]
            return _arrow(pa, only)
        case msgspec.inspect.BoolType():
            return pa.bool_()
        case msgspec.inspect.FloatType():
            return pa.float64()
        case msgspec.inspect.StrType() | msgspec.inspect.LiteralType() | msgspec.inspect.DateTimeType():
            return pa.string()
    raise TypeError(f"no column is known for {type_}")


def _groups(articles: Iterable[Article]) -> Iterator[list[object]]:
    """The rows of each row group."""
    rows: list[object] = []
    characters = 0
    for article in articles:
        rows.append(msgspec.to_builtins(article))
        characters += len(article.text)
        if len(rows) >= _GROUP_ROWS or characters >= _GROUP_CHARACTERS:
            yield rows
            rows, characters = [], 0
    if rows:
        yield rows


def _table(pa: Any, rows: list[object]) -> pa.Table:
    try:
        return pa.Table.from_pylist(rows, schema=schema())
    except UnicodeEncodeError:
        return pa.Table.from_pylist(without_surrogates(rows), schema=schema())


class Sink:
    """A file for pyarrow that keeps what is written until it is taken."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Keep what is written."""
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: all is in memory."""

    def close(self) -> None:
        """Do nothing: what was written is still to be taken."""

    def taken(self) -> bytes:
        """What was written since this was last called."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data
