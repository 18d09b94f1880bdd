"""Bulk reading on each engine beside its own parts taken alone, and beside peers, over one crawl in one run: docs/benchmarks-bulk.md.

The crawl is made from templates (tests/tools/crawl.py): `PAGES` in the environment says how many pages, 20,000 unless told, `ROUNDS` how
often each part is measured. `--memory` measures the memory of a worker instead, over 50,000 pages, each another; its figures are kept.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.tools.crawl import write_crawl

from dateline.bulk import Kernel, Local, Part, Work, record_schema, run
from dateline.bulk.captures import to_batches
from dateline.sources import read_warc

from . import bulk_page, bulk_peers

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.bulk import Engine

FILES = 20
# Each part is measured so often, in turn, and its best is kept: what else the machine does only ever slows one.
ROUNDS = int(os.environ.get("ROUNDS", "2"))
# The worker whose memory is measured reads so many files of so many pages.
MEMORY_FILES, MEMORY_PAGES = 25, 2_000

Figures = dict[str, Any]


def alone(paths: list[str], folder: Path) -> Figures:
    """Source, kernel and Parquet one after the other in this process."""
    from pyarrow import parquet

    sink = folder / "alone.parquet"
    rows = 0
    _warm()
    start, processor = time.perf_counter(), _processor_seconds()
    with parquet.ParquetWriter(sink, record_schema(), compression="zstd") as writer:
        for path in paths:
            for batch in Kernel().records(to_batches(read_warc(path))):
                writer.write_batch(batch)
                rows += batch.num_rows
    seconds = time.perf_counter() - start
    return {"rate": rows / seconds, "captures": rows, "processor": (_processor_seconds() - processor) / rows}


def engine(made: Callable[[], Engine], paths: list[str], few: list[str], folder: Path) -> Figures:
    """A run over all pages, its start-up apart: what a run over a few pages takes, which loads the models of every worker."""
    chosen = made()
    shutil.rmtree(folder, ignore_errors=True)
    timed = []
    for given, out in ((few, "few"), (paths, "all")):
        start, processor = time.perf_counter(), _processor_seconds()
        report = run(Work(out=str(folder / out)), given, engine=chosen)
        timed.append((time.perf_counter() - start, _processor_seconds() - processor))
    (startup, begun), (seconds, spent) = timed
    if isinstance(chosen, Local):  # it starts anew with each run
        seconds, spent = seconds - startup, spent - begun
    return {
        "rate": report.captures / seconds,
        "startup": startup,
        "captures": report.captures,
        "seconds": report.seconds,
        "processor": spent / report.captures,
    }


def memory(folder: Path) -> Figures:
    """Resident memory of a worker after each of its parts, in MB; every page is another, so that nothing it keeps is met again."""
    resident = []
    work = Work(out=str(folder / "out"))
    for number in range(MEMORY_FILES):
        (path,) = write_crawl(folder / f"{number}", 1, MEMORY_PAGES, first=number * MEMORY_PAGES)
        work(Part(files=(path,)))
        resident.append(_resident())
        shutil.rmtree(folder / f"{number}")
    return {"pages": MEMORY_FILES * MEMORY_PAGES, "of_a_part": MEMORY_PAGES, "resident": resident}


def spark() -> Engine:
    """Spark with two cores in one process of Java."""
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_SUBMIT_ARGS"] = "--conf spark.ui.enabled=false pyspark-shell"
    from dateline.bulk.spark import Spark

    return Spark("local[2]")


def ray() -> Engine:
    """Ray with two cores."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray as engine

    from dateline.bulk.ray import Ray

    store = 200 * 1024 * 1024
    engine.init(num_cpus=2, object_store_memory=store, include_dashboard=False, log_to_driver=False, _node_ip_address="127.0.0.2")
    return Ray()


PARTS: dict[str, Callable[[list[str], list[str], Path], Figures]] = {
    "alone": lambda paths, _, folder: alone(paths, folder),
    "local 1": lambda paths, few, folder: engine(lambda: Local(1), paths, few, folder / "local-1"),
    "local 2": lambda paths, few, folder: engine(lambda: Local(2), paths, few, folder / "local-2"),
    "spark 2": lambda paths, few, folder: engine(spark, paths, few, folder / "spark"),
    "ray 2": lambda paths, few, folder: engine(ray, paths, few, folder / "ray"),
    "peers": lambda _, __, folder: bulk_peers.measure(folder),
}


def main() -> None:
    """Measure each part in a process of its own, print the figures and write the pages."""
    if len(sys.argv) == 3:
        folder = Path(sys.argv[2])
        paths, few = (sorted(map(str, (folder / name).glob("*.warc.gz"))) for name in ("crawl", "few"))
        print(json.dumps(PARTS[sys.argv[1]](paths, few, folder)))
        return
    folder = Path(tempfile.mkdtemp(prefix="dateline-bulk-"))
    before = bulk_page.kept()
    try:
        if "--memory" in sys.argv:
            results = before | {"memory": memory(folder)}
        else:
            pages = int(os.environ.get("PAGES", "20000"))
            results = {"pages": pages, "rounds": ROUNDS, "memory": before.get("memory")}
            write_crawl(folder / "crawl", FILES, pages // FILES)
            write_crawl(folder / "few", 2, 10)
            _measure(folder, results)
    finally:
        shutil.rmtree(folder)
    bulk_page.keep(results)
    print(bulk_page.written(results))


def _measure(folder: Path, results: Figures) -> None:
    start = time.perf_counter()
    for part in [*PARTS] * ROUNDS:
        command = [sys.executable, "-m", "benchmarks.bulk", part, str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        found = json.loads(done.stdout.splitlines()[-1])
        print(json.dumps({part: found}), flush=True)
        if part not in results or found["rate"] > results[part]["rate"]:
            results[part] = found
    results["minutes"] = (time.perf_counter() - start) / 60


def _warm() -> None:
    from dateline import read

    read(b"<!doctype html><title>a</title><p>b</p>")


def _processor_seconds() -> float:
    """What this process and all that it started have spent, those that have ended too (of Linux's `/proc`)."""
    spent, parents = {}, {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents[int(entry.name)] = int(fields[1])
        spent[int(entry.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    ours = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(spent[process] for process in ours)


def _resident() -> float:
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
