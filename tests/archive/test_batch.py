"""Many queries at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.archive import read_queries, run_batch
from dateline.errors import SourceError
from dateline.records import Moment

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

FILES = {
    "commas": "query,from,outlet\nbridge OR crane,2021,a.example\n",
    "semicolons and a byte order mark": "\ufeffQuery;From;Outlet\nbridge OR crane;2021;a.example\n",
    "tabs, another order, a column of their own": "outlet\ttopic\tquery\tfrom\na.example\tx\tbridge OR crane\t2021\n",
    "cells left out, empty lines": "query,from,outlet,to\n\nbridge OR crane,2021,a.example\n,,,\n",
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_files_of_queries(text: str) -> None:
    """Columns are known by name, whatever parts them and whatever else is there."""
    (query,) = read_queries(text.splitlines(keepends=True))
    assert (query.query, query.from_, query.to, query.outlet) == ("bridge OR crane", "2021", None, "a.example")


def test_quoted_cells() -> None:
    """A phrase in quotation marks and a line break within a cell are read as CSV has them; lines are counted in the file."""
    first, second = read_queries(["query,topic\n", '"""city council"" a","x\n', 'y"\n', "b,z\n"])
    assert (first.query, first.cells["topic"], first.line) == ('"city council" a', "x\ny", 3)
    assert (second.query, second.line) == ("b", 4)


BROKEN = {
    "empty": ("", "no column `query`"),
    "no column": ("name,words\na,b\n", "no column `query`"),
    "twice": ("query,Query\na,b\n", "same name"),
    "too many cells": ("query\na\nb,c\n", "line 3 has more cells"),
    "a cell without end": ('query\n"' + "a" * 200_000, "line 2 is no CSV"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_file_of_queries(text: str, message: str) -> None:
    """It says what is wrong, on which line."""
    with pytest.raises(SourceError, match=message) as caught:
        list(read_queries(text.splitlines(keepends=True), origin="q.csv"))
    assert caught.value.subject == "q.csv"


def test_a_batch(archive: Archive, page: MakePage) -> None:
    """Each query is counted within its bounds, over time if asked; one that does not parse says so and the others go on."""
    for n, day in enumerate(("2021-11-05", "2021-11-06", "2022-01-01")):
        archive.add(*page(f"bridge {n}", url=f"https://a.example/{n}", published=Moment(local=day, precision="day")))
    lines = ["query,to,topic\n", "bridge,,roads\n", "bridge,2021,roads\n", "bridge (,,x\n", "crane,,cranes\n"]
    found = list(run_batch(archive, read_queries(lines), every="month"))
    assert [each.found for each in found] == [3, 2, None, 0]
    assert [each.query.cells["topic"] for each in found] == ["roads", "roads", "x", "cranes"]
    assert found[2].error is not None
    assert found[2].error.startswith("the query ends where a word is missing")
    assert found[0].attention is not None
    assert [(str(bucket.start), bucket.count) for bucket in found[0].attention.buckets] == [("2021-11-01", 2), ("2022-01-01", 1)]
    assert [each.attention for each in run_batch(archive, read_queries(lines))] == [None] * 4


def test_a_batch_that_counts_copies_once(archive: Archive, page: MakePage) -> None:
    """A wire story at three outlets is one."""
    text = " ".join(f"word{n}" for n in range(60))
    list(archive.add_many(page(text, url=f"https://{o}.example/1", outlet=f"{o}.example") for o in "abc"))
    lines = ["query\n", "word1\n"]
    assert [each.found for each in run_batch(archive, read_queries(lines))] == [3]
    assert [each.found for each in run_batch(archive, read_queries(lines), fold_copies=True)] == [1]
