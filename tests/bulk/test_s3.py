"""Crawls in an S3 store, and output to one: a real server on loopback that speaks the protocol, and the very clients that talk to others."""

from __future__ import annotations

import json
import logging
import os
import signal
import time
from multiprocessing import Process
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from pyarrow import parquet
from pyarrow.fs import FileSystem
from tests.tools.crawl import page
from tests.tools.warcs import http, packed, record

from dateline import open_archive
from dateline.bulk import GROUPS, Local, Work, find_copies, run
from dateline.bulk.store import Store, data_files
from dateline.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterable


def command(*arguments: str | Path) -> str:
    """What the command line says."""
    result = CliRunner().invoke(cli, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def upload(paths: Iterable[str], folder: str) -> None:
    """Put files into a folder of the store."""
    for path in paths:
        system, root = FileSystem.from_uri(f"{folder}/{Path(path).name}")
        with system.open_output_stream(root, compression=None) as file:
            file.write(Path(path).read_bytes())


def found(out: str, crawl: str) -> list[dict[str, Any]]:
    """The rows of an output in order, with the folder of the crawl left out of their origins."""
    system, root = FileSystem.from_uri(out)
    rows = parquet.read_table(root, filesystem=system).to_pylist()
    for row in rows:
        for name in ("origin", "duplicate_of"):
            row[name] = row[name] and row[name].replace(crawl, "")
    return sorted(rows, key=lambda row: str(row["origin"]))


def test_from_store_to_store(bucket: str, crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """A folder of a store into another: the rows are those of files on a disk, books and all, and an archive takes them from there."""
    upload(crawl, f"{bucket}/in")
    out = f"{bucket}/out"
    command("bulk", "--jobs", "2", f"{bucket}/in", out)
    assert found(out, f"{bucket}/in") == found(f"file://{local_output}", str(Path(crawl[0]).parent))
    store = Store(out)
    report = json.loads(store.read("_dateline/report.json") or b"")
    assert report["outcomes"] == json.loads((local_output / "_dateline" / "report.json").read_text())["outcomes"]
    assert not [name for name in store.names("_dateline", "") if "staging" in name or "begun" in name or "moving" in name]
    assert find_copies(out, engine=Local(1)) == find_copies(str(local_output), engine=Local(1))
    assert store.read(GROUPS)
    command("add", "--archive", tmp_path / "archive", out)
    with open_archive(str(tmp_path / "archive")) as archive:
        assert len(list(archive.articles())) == report["outcomes"]["read"] + report["outcomes"]["not an article"]


def test_index_rows_are_read_by_range(bucket: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Rows of an index are fetched from the store as the ranges they name: no more bytes than they have cross the wire."""
    pieces = [packed(record(http(body), url=url)) for url, body in map(page, range(40))]
    (tmp_path / "c.warc.gz").write_bytes(b"".join(pieces))
    upload([str(tmp_path / "c.warc.gz")], f"{bucket}/crawl")
    chosen = [3, 17, 30]
    rows = [
        {"filename": "crawl/c.warc.gz", "offset": str(sum(map(len, pieces[:at]))), "length": str(len(pieces[at]))}
        for at in chosen
    ]
    index = tmp_path / "rows.cdxj"
    index.write_text("".join(f"example,a)/ 20240506070809 {json.dumps(row)}\n" for row in rows))
    with caplog.at_level(logging.INFO, "werkzeug"):
        command("bulk", "--jobs", "1", "--index", index, "--prefix", f"{bucket}/", tmp_path / "out")
    table = parquet.read_table(str(tmp_path / "out"))
    assert sorted(table.column("url").to_pylist()) == sorted(page(at)[0] for at in chosen)
    gets = [line.getMessage() for line in caplog.records if '"GET ' in line.getMessage() or "GET /" in line.getMessage()]
    assert len(gets) == len(chosen)
    assert all(" 206 " in line for line in gets)


def test_what_is_not_there_is_told(bucket: str, tmp_path: Path) -> None:
    """A file that the store does not have is a row, a folder without pages is told."""
    report = run(Work(out=str(tmp_path / "out")), [f"{bucket}/none.warc.gz"], engine=Local(1))
    assert report.outcomes == {"failed": 1}
    (row,) = parquet.read_table(str(tmp_path / "out")).to_pylist()
    assert (row["origin"], row["reason"]) == (f"{bucket}/none.warc.gz", "there is no such file")
    upload([__file__], f"{bucket}/empty")
    result = CliRunner().invoke(cli, ["bulk", f"{bucket}/empty", str(tmp_path / "other")])
    assert result.exit_code == 1
    assert "the folder holds no pages" in result.output


def test_address_may_say_where_the_store_is(s3: str, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint in the address is gone to, for what is read, for folders and for the output, whatever the environment says."""
    (tmp_path / "a.warc.gz").write_bytes(packed(record(http(page(1)[1]), url=page(1)[0])))
    upload([str(tmp_path / "a.warc.gz")], f"{bucket}/in")
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    options = f"?endpoint_override={s3.removeprefix('http://')}&scheme=http&region=us-east-1"
    command("bulk", "--jobs", "1", f"{bucket}/in{options}", f"{bucket}/out{options}")
    store = Store(f"{bucket}/out{options}")
    assert [name for name in store.names("", ".parquet") if name.startswith("publish_month=")]


def _run(out: str, files: list[str]) -> None:
    os.setsid()
    run(Work(out=out), files, engine=Local(2))


def test_killed_run_is_gone_on_with(bucket: str, crawl: list[str], local_output: Path) -> None:
    """Everything killed in mid-run: each file that is in the store is whole, and running again gives the same rows."""
    out = f"{bucket}/out"
    process = Process(target=_run, args=(out, crawl))
    process.start()
    store = Store(out)
    until = time.monotonic() + 120
    while not store.names("_dateline/begun", "") and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    assert process.pid is not None
    os.killpg(process.pid, signal.SIGKILL)
    process.join()
    for name in data_files(store.names("", ".parquet")):
        parquet.read_table(store.path(name), filesystem=store.system)
    run(Work(out=out), crawl, engine=Local(2))
    folder = str(Path(crawl[0]).parent)
    assert found(out, folder) == found(f"file://{local_output}", folder)
