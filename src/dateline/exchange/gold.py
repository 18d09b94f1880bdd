"""Gold: pages with fields that people set right or confirmed, in the columns that readers are trained and scored with.

Only what was set is there, all else is null: null says that there is no gold, not that the page lacks it. The columns are those of the
public sets that Dateline is measured on; `python -m training.train --pages FILE` learns from them.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.exchange.parquet import Sink
from dateline.exchange.text import without_surrogates
from dateline.page import Limits, build_page
from dateline.records import Capture, Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records import Article

# Pages in a row group: memory when writing is a few times their bytes.
_AT_ONCE = 50
# Lines that a person who selects an article takes along above and below it.
_ABOVE, _BELOW = 3, 2


class Labelled(NamedTuple):
    """A page and its record, and which fields of that were set right or confirmed by hand; nothing else of it is gold."""

    article: Article
    capture: Capture
    fields: tuple[str, ...]


def write_gold(pages: Iterable[Labelled]) -> Iterator[bytes]:
    """Labelled pages as Parquet (pyarrow, zstd); one row group is held at a time."""
    import pyarrow as pa
    from pyarrow import parquet

    texts = pa.list_(pa.string())
    columns = {
        **dict.fromkeys(("set", "id", "url", "crawled"), pa.string()),
        "html": pa.binary(),
        **dict.fromkeys(("wet", "clip", "body"), pa.string()),
        "paragraphs": texts,
        "title": pa.string(),
        "authors": texts,
        "date": pa.string(),
        "topics": texts,
        "page_type": pa.string(),
        **dict.fromkeys(("must_have", "must_lack", "comments_have"), texts),
        "language": pa.string(),
    }
    schema = pa.schema(columns)
    sink = Sink()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for page in pages:
            rows.append(dict.fromkeys(columns) | gold_row(page))
            if len(rows) == _AT_ONCE:
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows.clear()
                yield sink.taken()
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    yield sink.taken()


def gold_row(labelled: Labelled) -> dict[str, Any]:
    """The row of a page: its bytes, its text in two flattened forms, and the gold.

    `html` of a plain text is the text in a `pre` element. A field that was set to be absent has no gold.
    """
    article, capture = labelled.article, labelled.capture
    page = build_page(capture, limits=Limits())
    lines = [block for block in page.blocks if not block.hidden]
    row: dict[str, Any] = {
        "set": "corrections",
        "id": capture.sha256,
        "url": article.url or article.canonical_url,
        "crawled": capture.captured_at.isoformat() if capture.captured_at else None,
        "html": capture.content if page.form == "html" else f"<pre>{html.escape(page.text)}</pre>".encode("utf-8", "replace"),
        "wet": "\n".join([page.declared.title or "", *(_line(page, Span(each.start, each.end)) for each in lines)]),
    }
    if "body" in labelled.fields and article.body:
        row["paragraphs"] = [paragraph.text for paragraph in article.body]
        row["body"] = "\n\n".join(row["paragraphs"])
        first, last = article.body[0].span.start, article.body[-1].span.end
        within = [n for n, each in enumerate(lines) if each.start < last and first < each.end]
        if within:
            selected = lines[max(0, within[0] - _ABOVE) : within[-1] + 1 + _BELOW]
            row["clip"] = "\n".join([_line(page, Span(each.start, each.end)) for each in selected])
    values = {
        "headline": ("title", article.headline),
        "authors": ("authors", [author.name for author in article.authors]),
        "published": ("date", str(article.published) if article.published else None),
        "keywords": ("topics", list(article.keywords)),
        "kind": ("page_type", article.kind),
        "language": ("language", article.language),
    }
    row |= dict(values[field] for field in labelled.fields if field in values and values[field][1])
    return {key: without_surrogates(value) for key, value in row.items()}


def _line(page: Page, span: Span) -> str:
    return span.of(page.text).replace("\n", " ")
