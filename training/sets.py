"""Labelled pages: the gold sets, and a folder of a user's own in the same columns.

    python -m training.sets FOLDER OUT.parquet

packs a folder of pages, each `name.html` with a `name.json` beside it that has any of `url`, `body` or `paragraphs`, `title`,
`authors`, `date`, `page_type`, `must_have`, `must_lack`, `language`. `python -m training.train --pages OUT.parquet` learns from them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.article.outlet import registrable_domain
from dateline.page import Limits, build_page
from dateline.records import Capture, Page

from .labels import align

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
FOLDS = 5

# Whose idea of a body the labels follow. Dateline's own is the strict one.
CONVENTIONS = ("strict", "wcxb", "snippets", "readability", "declared")
BODY_SETS = {
    "newsroom_dev": "strict",
    "fundus_dev": "strict",
    "wcxb_dev": "wcxb",
    "trafilatura_eval": "snippets",
    "readability": "readability",
}
# Sets whose pages, where they declare an `articleBody`, are labelled by it.
DECLARING_SETS = ("htmldate_dev", "trafilatura_eval")


_DECLARED = re.compile(
    r"""<(?:link[^>]{0,200}rel=["']canonical["'][^>]{0,200}href=["']([^"']+)|meta[^>]{0,200}og:url["'][^>]{0,200}content=["']([^"']+))""",
    re.I,
)


_TEXTS = pa.list_(pa.string())
SCHEMA = pa.schema(
    {
        **dict.fromkeys(("set", "id", "url", "crawled"), pa.string()),
        "html": pa.binary(),
        **dict.fromkeys(("wet", "clip"), pa.string()),
        "body": pa.string(),
        "paragraphs": _TEXTS,
        "title": pa.string(),
        "authors": _TEXTS,
        "date": pa.string(),
        "topics": _TEXTS,
        "page_type": pa.string(),
        **dict.fromkeys(("must_have", "must_lack", "comments_have"), _TEXTS),
        "language": pa.string(),
    }
)
# Lines that a person selecting an article takes along above and below it.
_ABOVE, _BELOW = 3, 2


class Gold(NamedTuple):
    """A labelled page: the scorer's row, whose convention its labels follow, and its fold."""

    row: dict[str, Any]
    convention: str
    fold: int


def read_set(path: Path, convention: str) -> Iterator[Gold]:
    """The rows of one Parquet file with the scorer's columns."""
    for batch in pq.ParquetFile(path).iter_batches(batch_size=64):
        for row in batch.to_pylist():
            yield Gold(row, convention, fold_of(row))


def fold_of(row: dict[str, Any]) -> int:
    """The fold of a page, by registrable domain over all sets: an outlet is never on both sides."""
    return int(hashlib.sha256(domain_of(row).encode()).hexdigest(), 16) % FOLDS


def domain_of(row: dict[str, Any]) -> str:
    """The registrable domain of a labelled page: of its URL, else of what the page declares, else of its id."""
    head = row["html"][:200_000].decode("latin-1")
    for address in (row["url"], *(m[1] or m[2] for m in _DECLARED.finditer(head))):
        host = (address or "").split("/")[2:3]
        if host and (domain := registrable_domain(host[0].lower().split(":")[0])):
            return domain
    name = str(row["id"]).rsplit("/", 1)[-1].split(".html")[0]
    return registrable_domain(name) or f"{row['set']}/{name}"


def pack(folder: Path, out: Path) -> int:
    """Write the labelled pages of a folder as one Parquet file; returns how many.

    Raises `ValueError`, naming the file, for labels that are missing or have unknown keys.
    """
    rows = [_labelled(path) for path in sorted(folder.rglob("*.html"))]
    pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), out)
    return len(rows)


def _labelled(path: Path) -> dict[str, Any]:
    beside = path.with_suffix(".json")
    try:
        labels: dict[str, Any] = json.loads(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path} has no labels that can be read: {error}") from error
    if unknown := set(labels) - set(SCHEMA.names):
        raise ValueError(f"{beside} has keys that are no labels: {', '.join(sorted(unknown))}")
    row: dict[str, Any] = (
        dict.fromkeys(SCHEMA.names) | labels | {"set": path.parent.name, "id": path.name, "html": path.read_bytes()}
    )
    if row["paragraphs"] and row["body"] is None:
        row["body"] = "\n\n".join(row["paragraphs"])
    row["wet"], row["clip"] = flattened(row)
    return row


def flattened(row: dict[str, Any]) -> tuple[str, str | None]:
    """The page as a crawl's text record has it (title, then every line), and as a person would select it around the body."""
    page = _page(row)
    lines = [page.text[b.start : b.end].replace("\n", " ") for b in page.blocks if not b.hidden]
    wet = "\n".join([page.declared.title or "", *lines])
    return wet, selection(lines, align(lines, row["body"])) if row["body"] else None


def lines_of(row: dict[str, Any]) -> list[str]:
    """All lines of a row's page, hidden ones too."""
    page = _page(row)
    return [page.text[b.start : b.end] for b in page.blocks]


def _page(row: dict[str, Any]) -> Page:
    return build_page(Capture(content=row["html"], url=row["url"], media_type="text/html"), limits=Limits())


def selection(lines: list[str], shares: npt.NDArray[np.float32]) -> str | None:
    """What a person would select of a page's lines, by the share of body of each; None where there is no body."""
    body = np.flatnonzero(shares >= 0.5)
    return "\n".join(lines[max(0, body[0] - _ABOVE) : body[-1] + 1 + _BELOW]) if body.size else None


def main() -> None:
    """Pack a folder of labelled pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    print(f"{pack(args.folder, args.out)} pages packed")


if __name__ == "__main__":
    main()
