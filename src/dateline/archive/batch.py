"""Many queries at once, from a CSV file: how much each finds, and when that was published."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Literal

from dateline.archive.results import BatchQuery, BatchResult
from dateline.errors import QueryError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.archive.store import Archive

_BOUNDS = ("from", "to", "outlet")
_COLUMN = "query"
_SEPARATORS = ",;\t"


def read_queries(lines: Iterable[str], *, origin: str | None = None) -> Iterator[BatchQuery]:
    """The queries of a CSV file with a line of column names: `query`, and `from`, `to`, `outlet` if wanted; others are kept.

    Cells are parted by commas, semicolons or tabs, whichever the first line has most of. Raises `SourceError`, naming `origin`, when
    there is no column `query` or a row does not fit.
    """
    rows = iter(lines)
    head = next(rows, "").removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=head.count)
    names = [name.strip() for name in next(csv.reader([head], delimiter=separator), [])]
    columns = [name.lower() if name.lower() in (_COLUMN, *_BOUNDS) else name for name in names]
    if _COLUMN not in columns:
        raise SourceError(
            f"has no column `{_COLUMN}`; its first line names the columns: {_COLUMN},from,to,outlet", subject=origin
        )
    if len(set(columns)) < len(columns):
        raise SourceError("two columns have the same name", subject=origin)
    reader = csv.reader(rows, delimiter=separator)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                if len(row) > len(columns):
                    raise SourceError(f"line {reader.line_num + 1} has more cells than there are columns", subject=origin)
                yield _query(dict(zip(columns, row + [""] * (len(columns) - len(row)), strict=True)), reader.line_num + 1)
    except csv.Error as error:
        raise SourceError(f"line {reader.line_num + 1} is no CSV: {error}", subject=origin) from error


def run_batch(
    archive: Archive,
    queries: Iterable[BatchQuery],
    *,
    every: Literal["day", "week", "month"] | None = None,
    fold_copies: bool = False,
) -> Iterator[BatchResult]:
    """How much each query finds; `every` adds attention over time, `fold_copies` counts a text and its copies once.

    A query that does not parse gives a result that says so, and the others go on.
    """
    for query in queries:
        bounds = {"from_": query.from_, "to": query.to, "outlet": query.outlet}
        try:
            found = archive.search(query.query, limit=0, fold_copies=fold_copies, **bounds).total  # type: ignore[arg-type]  # of texts
            attention = archive.attention(query.query, every=every, **bounds) if every else None
        except QueryError as error:
            yield BatchResult(query, None, None, error.message)
        else:
            yield BatchResult(query, found, attention, None)


def _query(cells: dict[str, str], line: int) -> BatchQuery:
    from_, to, outlet = (cells.get(name, "").strip() or None for name in _BOUNDS)
    return BatchQuery(cells[_COLUMN], from_, to, outlet, line, cells)
