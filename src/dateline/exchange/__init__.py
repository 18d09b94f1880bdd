"""Giving out and taking back: records in the formats of others. See docs/exports.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from dateline.exchange.calendar import write_statements_ics
from dateline.exchange.citation import bibtex, csl, csl_json, ris
from dateline.exchange.csv import write_csv
from dateline.exchange.gold import Labelled, write_gold
from dateline.exchange.jsonl import read_jsonl, write_jsonl
from dateline.exchange.jsonld import jsonld_object, write_jsonld
from dateline.exchange.markdown import markdown_text, write_markdown
from dateline.exchange.ninjs import ninjs_item, ninjs_sidecar, sidecar_line, write_ninjs
from dateline.exchange.parquet import check as check_parquet
from dateline.exchange.parquet import read_parquet, write_parquet
from dateline.exchange.parquet import schema as parquet_schema
from dateline.exchange.statements import (
    passage_link,
    statement_row,
    write_statements_csv,
    write_statements_jsonl,
    write_statements_parquet,
)
from dateline.exchange.tei import write_tei
from dateline.exchange.warc import write_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.records import Article
    from dateline.statements.told import Entry


class Format(NamedTuple):
    """How records are given out.

    `write` makes a whole file of any number of articles, a piece at a time, and its docstring says what the file is; it takes
    the articles one by one and never holds more than a bounded number. `text` is False for what is no text to print.
    """

    suffix: str
    media_type: str
    write: Callable[[Iterable[Article]], Iterator[bytes]]
    text: bool = True


class StatementFormat(NamedTuple):
    """How statements are given out; as `Format`."""

    suffix: str
    media_type: str
    write: Callable[[Iterable[Entry]], Iterator[bytes]]
    text: bool = True


class Style(Protocol):
    """How an article is cited: the text of the citation; `outlet` is the publisher's name, where the record has but its id."""

    def __call__(self, article: Article, *, outlet: str | None = None) -> str:
        """The citation, with its line end."""
        ...


FORMATS = {
    "jsonl": Format(".jsonl", "application/jsonl", write_jsonl),
    "csv": Format(".csv", "text/csv; charset=utf-8; header=present", write_csv),
    "parquet": Format(".parquet", "application/vnd.apache.parquet", write_parquet, text=False),
    "ninjs": Format(".ninjs.jsonl", "application/jsonl", write_ninjs),
    "jsonld": Format(".jsonld.jsonl", "application/jsonl", write_jsonld),
    "tei": Format(".tei.xml", "application/tei+xml", write_tei),
    "markdown": Format(".md", "text/markdown; charset=utf-8", write_markdown),
}
"""The formats of `dateline export` by name."""

STATEMENT_FORMATS = {
    "jsonl": StatementFormat(".jsonl", "application/jsonl", write_statements_jsonl),
    "csv": StatementFormat(".csv", "text/csv; charset=utf-8; header=present", write_statements_csv),
    "parquet": StatementFormat(".parquet", "application/vnd.apache.parquet", write_statements_parquet, text=False),
    "ics": StatementFormat(".ics", "text/calendar; charset=utf-8", write_statements_ics),
}
"""The formats of statements by name."""

STYLES: dict[str, Style] = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}
"""The styles of `dateline cite` by name; each makes the text of a citation of an article."""

__all__ = [
    "FORMATS",
    "STATEMENT_FORMATS",
    "STYLES",
    "Format",
    "Labelled",
    "StatementFormat",
    "Style",
    "bibtex",
    "check_parquet",
    "csl",
    "csl_json",
    "jsonld_object",
    "markdown_text",
    "ninjs_item",
    "ninjs_sidecar",
    "parquet_schema",
    "passage_link",
    "read_jsonl",
    "read_parquet",
    "ris",
    "sidecar_line",
    "statement_row",
    "write_csv",
    "write_gold",
    "write_jsonl",
    "write_jsonld",
    "write_markdown",
    "write_ninjs",
    "write_parquet",
    "write_statements_csv",
    "write_statements_ics",
    "write_statements_jsonl",
    "write_statements_parquet",
    "write_tei",
    "write_warc",
]
