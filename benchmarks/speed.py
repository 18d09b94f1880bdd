"""How long a page takes, and where the time goes: every reader on the same page in turn, one process, one core."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from typing import Any

import pyarrow.parquet as pq
from selectolax.lexbor import LexborHTMLParser

import dateline
from dateline.article.body.features import features
from dateline.article.body.find import find_body
from dateline.article.titles.headline import find_headline
from dateline.page import Limits, build_page
from dateline.page.html import walk
from dateline.records import Capture
from training import sets

from . import peers
from .machine import peak

Timed = Callable[[dict[str, Any]], object]
ROUNDS = 2


def pages(name: str = "fundus_dev") -> list[dict[str, Any]]:
    """The pages of a set."""
    rows: list[dict[str, Any]] = pq.read_table(sets.GOLD / f"{name}.parquet", columns=["html", "url"]).to_pylist()
    return rows


def against_peers(names: Iterable[str]) -> dict[str, list[float]]:
    """Milliseconds of each page for Dateline's whole `read` and for the peers; the best of `ROUNDS`, in turn on each page."""
    readers: dict[str, Timed] = {
        "dateline": lambda row: dateline.read(row["html"], url=row["url"], media_type="text/html"),
        "parsing alone (Lexbor)": lambda row: LexborHTMLParser(row["html"]),
    }
    for name in names:
        call = peers.reader(name)
        readers[name] = lambda row, call=call: call(row["html"], row["url"], "html")  # type: ignore[misc]
    return _timed(readers)


def stages() -> dict[str, float]:
    """Mean milliseconds of the stages of `read`, each with those before it done."""
    rows = pages()
    built = {id(row): build_page(_capture(row), limits=Limits()) for row in rows}
    timed: dict[str, Timed] = {
        "parsing alone (Lexbor)": lambda row: LexborHTMLParser(row["html"]),
        "parsing and the walk": lambda row: walk(row["html"], max_nodes=Limits().max_nodes),
        "page (decoding, guard, walk, declared)": lambda row: build_page(_capture(row), limits=Limits()),
        "headline": lambda row: find_headline(built[id(row)]),
        "features": lambda row: features(built[id(row)], None),
        "body (features, kind, first look, networks)": lambda row: find_body(built[id(row)]),
        "read (everything)": lambda row: dateline.read(row["html"], url=row["url"], media_type="text/html"),
    }
    return {name: statistics.mean(each) for name, each in _timed(timed, rows).items()}


def memory(count: int = 10_000) -> list[tuple[int, float]]:
    """Peak memory in MB of a process of its own after so many pages read, over and over the same set."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_reading, (count,))


def _reading(count: int) -> list[tuple[int, float]]:
    rows = pages()
    seen: list[tuple[int, float]] = []
    for done in range(count):
        row = rows[done % len(rows)]
        dateline.read(row["html"], url=row["url"], media_type="text/html")
        if done + 1 in (len(rows), count // 4, count // 2, count):
            seen.append((done + 1, peak()))
    return seen


def _capture(row: dict[str, Any]) -> Capture:
    return Capture(content=row["html"], url=row["url"], media_type="text/html")


def _timed(readers: dict[str, Timed], rows: list[dict[str, Any]] | None = None) -> dict[str, list[float]]:
    rows = pages() if rows is None else rows
    for call in readers.values():
        call(rows[0])  # imports and models are not counted
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for row in rows:
        for name, call in readers.items():
            best = float("inf")
            for _ in range(ROUNDS):
                start = time.perf_counter()
                call(row)
                best = min(best, time.perf_counter() - start)
            spent[name].append(best * 1e3)
    return spent
