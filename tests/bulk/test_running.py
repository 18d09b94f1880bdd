"""Runs of the local engine: output that is whole, goes on where it stopped, and is what `dateline add` makes of the same files."""

from __future__ import annotations

import gzip
import json
import os
import signal
import time
from itertools import pairwise
from multiprocessing import Process
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.bulk.conftest import DEADLY, DEADLY_RECORD, HANGING, ONCE, STUCK, STUCK_RECORD, kernel, rows, write_trapped
from tests.tools.bad_warcs import check_bad, write_bad
from tests.tools.crawl import page
from tests.tools.warcs import http, packed, record

from dateline import open_archive, to_json
from dateline.bulk import Local, Part, Work, run
from dateline.bulk.parts import parts_of
from dateline.bulk.store import Store
from dateline.cli import cli
from dateline.errors import SourceError
from dateline.sources import Restored, Unread, WarcRange, captures_from


def command(*arguments: str | int | Path) -> Any:
    """The command line, run."""
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def records(archive: Path) -> dict[str, bytes]:
    """The records of an archive as JSON, by capture."""
    with open_archive(str(archive)) as opened:
        return {article.capture: to_json(article) for article in opened.articles()}


def test_output_is_what_add_makes(crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """The records of the output, taken by row, are those that `dateline add` keeps of the same files."""
    assert command("add", "--archive", tmp_path / "a", *crawl).exit_code == 0
    added = records(tmp_path / "a")
    output = {}
    for file in sorted(local_output.rglob("*.parquet")):
        for given in captures_from(str(file)):
            if isinstance(given, Restored):
                read_from = dict(given.capture.headers).get("x-dateline-read-from", given.article.capture)
                output[read_from] = given.article
    assert len(output) == len(added)
    changed = ("capture", "notes")  # what a restored record says of its own
    for capture, article in output.items():
        kept, restored = (json.loads(one) for one in (added[capture], to_json(article)))
        assert {key: kept[key] for key in kept if key not in changed} == {
            key: restored[key] for key in kept if key not in changed
        }


def test_add_takes_the_output(crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """`dateline add OUT` takes every record into an archive, and passes over what gave none."""
    result = command("add", "--archive", tmp_path / "b", local_output)
    assert result.exit_code == 0, result.output
    report = json.loads((local_output / "_dateline" / "report.json").read_text())
    assert len(records(tmp_path / "b")) == report["outcomes"]["read"] + report["outcomes"]["not an article"]
    assert f"{report['outcomes']['passed over'] + report['outcomes']['duplicate']} passed over" in result.output


def test_report_counts_everything(crawl: list[str], local_output: Path) -> None:
    """The report's counts are those of the rows; all outcomes but faults occur in a sound crawl."""
    report = json.loads((local_output / "_dateline" / "report.json").read_text())
    found = rows(local_output)
    assert report["captures"] == len(found) == sum(report["outcomes"].values())
    assert {row["outcome"] for row in found} == {"read", "not an article", "passed over", "duplicate"}
    assert sum(report["outlets"].values()) == report["outcomes"]["read"]
    assert report["parts"] == len(crawl)
    assert set(report["seconds"]) == {"taking", "reading", "writing"}
    assert report["slowest"][0]["seconds"] > 0
    assert report["read_apart"] == []
    assert any(row["tdm_reservation"] == "1" and row["robots"] == ["noai"] for row in found)


@pytest.mark.parametrize(("by", "column"), [("month", "publish_month"), ("outlet", "publisher")])
def test_partitions(crawl: list[str], tmp_path: Path, by: str, column: str) -> None:
    """Folders are named as Hive names them; every record lies in that of its month or outlet, what has none under `unknown`."""
    assert command("bulk", "--jobs", 1, "--by", by, crawl[0], tmp_path / "out").exit_code == 0
    for row in rows(tmp_path / "out"):
        month = (row["published"] or {}).get("local", "")[:7] or None
        assert row[column] == ((month if by == "month" else row["outlet"]) or "unknown")


def test_run_goes_on_where_it_stopped(crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """Files that are done are not read again, new ones are added, and the output is as if it had been one run."""
    out = tmp_path / "out"
    run(Work(out=str(out)), crawl[:1], engine=Local(1))
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.parquet")}
    report = run(Work(out=str(out)), crawl, engine=Local(2))
    assert report.parts == len(crawl)
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert rows(out) == rows(local_output)
    assert not (out / "_dateline" / "staging").exists()


def test_output_of_another_kind_is_refused(crawl: list[str], tmp_path: Path) -> None:
    """A folder that holds another partitioning is not mixed up, and the message says what to do."""
    out = str(tmp_path / "out")
    run(Work(out=out), [], engine=Local(1))
    with pytest.raises(SourceError, match=r"by month, form 1, and this is .* by outlet, .*give another folder"):
        run(Work(out=out, by="outlet"), crawl, engine=Local(1))


def test_bad_input_is_rows(tmp_path: Path) -> None:
    """What is wrong with a file or a record is a row with the reason, and what is sound beside it is read."""
    bad = write_bad(tmp_path)
    run(Work(out=str(tmp_path / "out")), bad, engine=Local(1))
    check_bad(rows(tmp_path / "out"), bad)


@pytest.mark.parametrize(
    ("mark", "reason", "apart"),
    [
        pytest.param(DEADLY, "the process that read it died, 2 times (signal 9); it may need more memory than there is", True, id="kills"),
        pytest.param(HANGING, "reading it took more than 2 seconds", False, id="hangs"),
        pytest.param(STUCK, "reading it took more than 2 seconds", True, id="hangs-in-c"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("trap")
def test_page_that_ends_or_hangs_a_worker_is_named(tmp_path: Path, mark: bytes, reason: str, apart: bool) -> None:
    """A page that kills or hangs its worker is a row with the reason; the pages beside it are read all the same."""
    file, origin = write_trapped(tmp_path / "trapped.warc.gz", mark)
    report = run(Work(out=str(tmp_path / "out"), kernel=kernel()), [file], engine=Local(1))
    assert report.outcomes == {"read": 11, "failed": 1}
    assert [(row["origin"], row["reason"]) for row in rows(tmp_path / "out") if row["outcome"] == "failed"] == [(origin, reason)]
    assert bool(report.read_apart) == apart


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        pytest.param(DEADLY_RECORD, "the process that went through it died after {last}, 2 times (signal 9)", id="kills"),
        pytest.param(STUCK_RECORD, "it gave nothing for more than 3 seconds after {last}", id="hangs"),
    ],
)
@pytest.mark.usefixtures("trap")
def test_file_that_ends_or_hangs_a_worker_is_named(tmp_path: Path, mark: bytes, reason: str) -> None:
    """A file that kills or hangs who goes through it is a row with the reason; what comes before is read, and so are files beside it."""
    file, origin = write_trapped(tmp_path / "trapped.warc.gz", mark)
    beside, _ = write_trapped(tmp_path / "beside.warc.gz", b"", first=930)
    report = run(Work(out=str(tmp_path / "out"), kernel=kernel()), [file, beside], engine=Local(1))
    found = rows(tmp_path / "out")
    (failed,) = (row for row in found if row["outcome"] == "failed")
    offsets = sorted(int(row["origin"].split("#")[1]) for row in found if row["origin"].startswith(f"{file}#"))
    assert report.outcomes == {"read": len(offsets) + 12, "failed": 1}
    assert offsets[-1] < int(origin.split("#")[1])
    assert failed["origin"] == file
    assert failed["reason"] == f"{reason.format(last=f'{file}#{offsets[-1]}')}; what follows there was not read"
    assert len(report.read_apart) == 1
    assert run(Work(out=str(tmp_path / "out"), kernel=kernel()), [file, beside], engine=Local(1)) == report


@pytest.mark.usefixtures("trap")
def test_loose_rows_beside_a_deadly_record_are_read(tmp_path: Path) -> None:
    """In a part of index rows only the row that kills who follows it is lost, and it is named."""
    file, origin = write_trapped(tmp_path / "trapped.warc.gz", DEADLY_RECORD)
    data = Path(file).read_bytes()
    starts = [at for at in range(len(data)) if data.startswith(b"\x1f\x8b\x08", at)]
    ranges = [WarcRange(file, start, end - start) for start, end in pairwise([*starts, len(data)])]
    run(Work(out=str(tmp_path / "out"), kernel=kernel()), [], ranges, engine=Local(1))
    found = rows(tmp_path / "out")
    assert [row["outcome"] for row in found].count("read") == 11
    assert [row["origin"] for row in found if row["outcome"] == "failed"] == [origin]


@pytest.mark.usefixtures("trap")
def test_worker_that_dies_changes_nothing(tmp_path: Path) -> None:
    """A worker that is killed in mid-run is started anew, and the output is as if nothing had been."""
    file, _ = write_trapped(tmp_path / "once.warc.gz", ONCE)
    report = run(Work(out=str(tmp_path / "out"), kernel=kernel()), [file], engine=Local(1))
    assert report.outcomes == {"read": 12}
    assert len(report.read_apart) == 1


def _run(out: str, files: list[str]) -> None:
    os.setsid()
    run(Work(out=out), files, engine=Local(2))


def test_killed_run_leaves_whole_files_and_goes_on(crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """Everything killed in mid-run: what lies there can be read, and running again gives the same rows."""
    out = tmp_path / "out"
    process = Process(target=_run, args=(str(out), crawl))
    process.start()
    until = time.monotonic() + 120
    while not list((out / "_dateline" / "begun").glob("*")) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    assert process.pid is not None
    os.killpg(process.pid, signal.SIGKILL)
    process.join()
    rows(out) if list(out.rglob("*.parquet")) else None
    report = run(Work(out=str(out)), crawl, engine=Local(2))
    assert rows(out) == rows(local_output)
    assert report.read_apart


def test_moves_that_broke_off_are_undone(crawl: list[str], local_output: Path, tmp_path: Path) -> None:
    """Files of a part whose worker died between moving the first and telling so are not there twice."""
    out = tmp_path / "out"
    stray = Part(files=("of a grouping that will not come again",)).id
    name = f"publish_month=2024-01/part-{stray}-0.parquet"
    source = next(local_output.rglob("*.parquet"))
    store = Store(str(out))
    store.write(name, source.read_bytes())
    store.write(f"_dateline/moving/{stray}", json.dumps([name]).encode())
    run(Work(out=str(out)), crawl, engine=Local(1))
    assert rows(out) == rows(local_output)


def test_parts() -> None:
    """A file of many pages is a part, loose pages and index rows go together, and what is done is left out."""
    loose = [f"{number}.html" for number in range(1_001)]
    parts = list(parts_of(["a.warc.gz", *loose, "b.parquet"], [WarcRange("c", at, 1) for at in range(1_500)]))
    assert [len(part.files) for part in parts] == [1, 500, 500, 1, 1, 0, 0]
    assert [len(part.ranges) for part in parts][-2:] == [1_000, 500]
    assert len({part.id for part in parts}) == len(parts)
    done = {"a.warc.gz", *loose, parts[-1].id}
    assert [part.name for part in parts_of(["a.warc.gz", *loose, "b.parquet"], parts[-2].ranges, done=done)] == [
        "b.parquet",
        "c#0 and 999 more",
    ]


@pytest.mark.parametrize("form", ["parquet", "csv", "cdxj"])
def test_index_rows_are_read_by_range(tmp_path: Path, form: str) -> None:
    """Rows of an index, as Common Crawl has them, give the captures at those places and no others."""
    pieces = [packed(record(http(body), url=url)) for url, body in map(page, range(5))]
    (tmp_path / "c.warc.gz").write_bytes(b"".join(pieces))
    chosen = [("c.warc.gz", sum(map(len, pieces[:at])), len(pieces[at])) for at in (1, 3)]
    index = tmp_path / f"index.{form}"
    names = ("warc_filename", "warc_record_offset", "warc_record_length")
    if form == "parquet":
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.table(dict(zip(names, map(list, zip(*chosen, strict=True)), strict=True))), index)
    elif form == "csv":
        index.write_text("\n".join([",".join(names), *(",".join(map(str, row)) for row in chosen)]))
    else:
        lines = [json.dumps(dict(zip(("filename", "offset", "length"), map(str, row), strict=True))) for row in chosen]
        index.write_text("".join(f"example,a)/ 20240506070809 {line}\n" for line in lines))
    result = command("bulk", "--jobs", 1, "--index", index, "--prefix", f"{tmp_path}/", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert [row["url"] for row in rows(tmp_path / "out")] == [page(1)[0], page(3)[0]]


def test_paths_file(crawl: list[str], tmp_path: Path) -> None:
    """A paths file names what is read, with the prefix before each."""
    listed = tmp_path / "warc.paths.gz"
    listed.write_bytes(gzip.compress((Path(crawl[0]).name + "\n").encode()))
    prefix = f"{Path(crawl[0]).parent}/"
    result = command("bulk", "--jobs", 1, "--paths", listed, "--prefix", prefix, "--json", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert {row["origin"].split("#")[0] for row in rows(tmp_path / "out")} == {crawl[0]}


def test_failed_rows_come_back_as_faults(tmp_path: Path) -> None:
    """`dateline add` tells again what failed, with the capture's own origin."""
    (tmp_path / "bad.warc.gz").write_bytes(b"\x1f\x8b\x08 no gzip")
    run(Work(out=str(tmp_path / "out")), [str(tmp_path / "bad.warc.gz")], engine=Local(1))
    (file,) = (tmp_path / "out").glob("*/*.parquet")
    given = list(captures_from(str(file)))
    assert given
    assert all(isinstance(one, Unread) and one.fault and one.origin.startswith(str(tmp_path / "bad.warc.gz")) for one in given)
