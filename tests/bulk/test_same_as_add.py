"""What `dateline bulk` and `dateline add` make of the same input is the same, whatever it is."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner
from tests.bulk.conftest import rows
from tests.tools.crawl import listing, page
from tests.tools.warcs import http, packed, record

from dateline import exchange, open_archive, read
from dateline.cli import cli
from dateline.sources import MAX_BYTES, Restored, captures_from

if TYPE_CHECKING:
    from pathlib import Path

_BOMB = MAX_BYTES + 1


def added(archive: Path, *places: Path) -> dict[str, dict[str, Any]]:
    """What `add` says of each origin."""
    arguments = ["add", "--jobs", "1", "--json", "--archive", str(archive), *map(str, places)]
    lines = CliRunner().invoke(cli, arguments).stdout.splitlines()
    return {told["origin"]: told for told in map(json.loads, lines)}


def in_bulk(out: Path, *places: Path) -> dict[str, dict[str, Any]]:
    """The row of each origin."""
    result = CliRunner().invoke(cli, ["bulk", "--jobs", "1", *map(str, places), str(out)])
    assert result.exit_code == 0, result.output
    return {row["origin"]: row for row in rows(out)}


def test_largest_page_is_the_same(tmp_path: Path) -> None:
    """A page that is too large, or unpacks to what is, fails in both for the same reason, in every form; its neighbours are read."""
    url, good = page(0)
    bomb = gzip.compress(b"<p>" + b"0" * _BOMB)
    (tmp_path / "a.warc.gz").write_bytes(
        packed(
            record(http(bomb, "Content-Encoding: gzip")),
            record(http(good), url=url),
            record(http(b" " * _BOMB)),
        )
    )
    (tmp_path / "b.html.gz").write_bytes(bomb)
    (tmp_path / "c.jsonl").write_bytes(b'{"html": "%b"}\n' % (b"0" * _BOMB))
    places = sorted(tmp_path.iterdir())
    by_add, by_bulk = added(tmp_path / "archive", *places), in_bulk(tmp_path / "out", *places)
    assert by_add.keys() == by_bulk.keys()
    failed = {origin: told["reason"] for origin, told in by_add.items() if told["status"] == "failed"}
    assert failed == {origin: row["reason"] for origin, row in by_bulk.items() if row["outcome"] == "failed"}
    assert len(failed) == len(by_add) - 1 == 4
    assert all("67,108,864" in reason or "64 MiB" in reason for reason in failed.values())


def test_records_come_through(tmp_path: Path) -> None:
    """Lines and rows that are records already are rows of the output, twice the same one a duplicate; the records are those that `add` keeps."""
    url, front = listing(3)
    articles = [read(body, url=place) for place, body in (*map(page, range(3)), (url, front))]
    (tmp_path / "a.jsonl").write_bytes(b"".join(exchange.FORMATS["jsonl"].write([*articles[:2], articles[0]])))
    (tmp_path / "b.parquet").write_bytes(b"".join(exchange.FORMATS["parquet"].write(articles[2:])))
    places = sorted(tmp_path.iterdir())
    by_add, by_bulk = added(tmp_path / "archive", *places), in_bulk(tmp_path / "out", *places)
    assert by_add.keys() == by_bulk.keys()
    outcomes = [row["outcome"] for row in by_bulk.values()]
    assert outcomes == ["read", "read", "duplicate", "read", "not an article"]
    assert [told["status"] for told in by_add.values()] == ["added", "added", "unchanged", "added", "added"]
    with open_archive(str(tmp_path / "archive")) as archive:
        kept = {one.capture: one for one in archive.articles()}
    found = {
        one.article.capture: one.article
        for file in (tmp_path / "out").glob("*/*.parquet")
        for one in captures_from(str(file))
        if isinstance(one, Restored)
    }
    assert found == kept
