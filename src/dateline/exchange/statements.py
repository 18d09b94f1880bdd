"""Statements given out: JSON Lines, CSV, Parquet, and a calendar of what falls due."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from dateline.exchange.csv import cell
from dateline.exchange.text import json_line, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.statements.told import Entry

COLUMNS = (
    *(
        "id",
        "day",
        "kind",
        "content",
        "due",
        "due_value",
        "due_from",
        "due_to",
        "vague",
        "speaker",
        "hedged",
        "negated",
        "conditional",
    ),
    *(
        "state",
        "outcome",
        "remark",
        "outcome_source",
        "outcome_by",
        "outcome_at",
        "group",
        "restated",
        "within",
        "outlet",
        "headline",
    ),
    *("published", "article", "link", "capture", "start", "end"),
)
# How many rows make a row group of Parquet.
_GROUP_ROWS = 10_000
# So many words at the beginning and the end of a passage find it on its page.
_LINKED_WORDS = 6


def write_statements_jsonl(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The whole entry with all tellings and spans, one JSON object a line."""
    return map(json_line, entries)


def write_statements_csv(entries: Iterable[Entry]) -> Iterator[bytes]:
    """A flat table, one row a statement, for spreadsheets; cells that would run as formulas are guarded."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([cell(_text(value)) for value in statement_row(entry).values()])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode()


def write_statements_parquet(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The same table with typed columns (pyarrow, zstd)."""
    import pyarrow as pa
    from pyarrow import parquet

    sink = io.BytesIO()
    schema = pa.schema([(name, _column(pa, name)) for name in COLUMNS])
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        rows: list[dict[str, object]] = []
        for entry in entries:
            rows.append(statement_row(entry))
            if len(rows) >= _GROUP_ROWS:
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                yield sink.getvalue()
                sink.seek(0)
                sink.truncate()
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    yield sink.getvalue()


def statement_row(entry: Entry) -> dict[str, object]:
    """An entry as one row: the newest version of the statement and the outcome that was set last; `start` and `end` of its content."""
    told, statement, outcome, span = entry.telling, entry.telling.statement, entry.outcome, entry.span
    due = statement.due
    found: dict[str, object] = {
        "id": entry.id,
        "day": entry.day,
        "kind": statement.kind,
        "content": told.text,
        "due": told.due,
        "due_value": due and due.value,
        "due_from": due and due.start,
        "due_to": due and due.end,
        "vague": due.vague if due else None,
        "speaker": statement.speaker_name,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "conditional": statement.conditional,
        "state": entry.state,
        "outcome": outcome and outcome.outcome,
        "remark": outcome and outcome.remark,
        "outcome_source": outcome and outcome.source,
        "outcome_by": outcome and outcome.by,
        "outcome_at": outcome and outcome.at.isoformat(),
        "group": entry.group,
        "restated": entry.restated,
        "within": entry.within,
        "outlet": entry.outlet,
        "headline": entry.headline,
        "published": str(entry.published) if entry.published else None,
        "article": entry.article,
        "link": passage_link(entry),
        "capture": told.capture,
        "start": span and span.start,
        "end": span and span.end,
    }
    return {name: found[name] for name in COLUMNS}


def passage_link(entry: Entry) -> str | None:
    """The address of the article with a text fragment that leads to the statement; None for an article without one.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    from urllib.parse import quote

    address = web_address(entry.url) or web_address(entry.article)
    words = entry.telling.text.split(" … ")[0].split()
    if address is None or not words:
        return address
    first, last = words[:_LINKED_WORDS], words[_LINKED_WORDS:][-_LINKED_WORDS:]
    parts = [quote(" ".join(part), safe="").replace("-", "%2D") for part in (first, last) if part]
    return f"{address}{'' if '#' in address else '#'}:~:text={','.join(parts)}"


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _column(pa: Any, name: str) -> Any:
    if name in ("id", "group", "restated", "within", "start", "end"):
        return pa.int64()
    if name in ("day", "due_from", "due_to"):
        return pa.date32()
    return pa.bool_() if name in ("vague", "hedged", "negated", "conditional") else pa.string()
