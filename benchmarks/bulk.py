"""Bulk reading on each engine beside its own parts taken alone, and beside peers, over one crawl in one run: docs/benchmarks-bulk.md.

The crawl is made from templates (tests/tools/crawl.py): `PAGES` in the environment says how many pages, 20,000 unless told.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.tools.crawl import write_crawl
from tests.tools.warcs import http, packed, record

from dateline.bulk import Kernel, Local, Work, record_schema, run
from dateline.bulk.captures import to_batches
from dateline.sources import read_warc

from . import speed

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.bulk import Engine

DOCS = Path(__file__).resolve().parent.parent / "docs"
RESULTS = Path(__file__).resolve().parent / "bulk.json"
FILES = 20
# Each part is measured so often, in turn, and its best is kept: what else the machine does only ever slows one.
ROUNDS = int(os.environ.get("ROUNDS", "2"))
PEER_PAGES = 300  # that each peer reads; the slowest takes a minute of a busy machine

Figures = dict[str, Any]


def alone(paths: list[str], folder: Path) -> Figures:
    """Source, kernel and Parquet one after the other in this process; resident memory now and then."""
    from pyarrow import parquet

    sink = folder / "alone.parquet"
    rows, memory = 0, []
    _warm()
    start = time.perf_counter()
    with parquet.ParquetWriter(sink, record_schema(), compression="zstd") as writer:
        for path in paths:
            for batch in Kernel().records(to_batches(read_warc(path))):
                writer.write_batch(batch)
                rows += batch.num_rows
            memory.append(_resident())
    seconds = time.perf_counter() - start
    return {"rate": rows / seconds, "captures": rows, "memory_mb": memory}


def engine(made: Callable[[], Engine], paths: list[str], few: list[str], folder: Path) -> Figures:
    """A run over all pages, its start-up apart: what a run over a few pages takes, which loads the models of every worker."""
    chosen = made()
    shutil.rmtree(folder, ignore_errors=True)
    start = time.perf_counter()
    run(Work(out=str(folder / "few")), few, engine=chosen)
    startup = time.perf_counter() - start
    start = time.perf_counter()
    report = run(Work(out=str(folder / "all")), paths, engine=chosen)
    seconds = time.perf_counter() - start
    if isinstance(chosen, Local):  # it starts anew with each run
        seconds -= startup
    return {"rate": report.captures / seconds, "startup": startup, "captures": report.captures, "seconds": report.seconds}


def peers(folder: Path) -> Figures:
    """Pages a second of each reader over the records of one WARC file, one process, in turn: real pages, of a development set."""
    import resiliparse.extract.html2text as resiliparse
    import trafilatura
    from resiliparse.parse.html import HTMLTree

    from dateline import Capture, read

    path = folder / "peers.warc.gz"
    rows = speed.pages()[:PEER_PAGES]
    path.write_bytes(packed(*(record(http(row["html"], media_type="text/html"), url=row["url"]) for row in rows)))

    def given() -> list[Capture]:
        return [one for one in read_warc(str(path)) if isinstance(one, Capture)]

    readers: dict[str, Callable[[Capture], object]] = {
        "dateline": read,
        "trafilatura": lambda one: trafilatura.bare_extraction(one.content, url=one.url, with_metadata=True),
        "resiliparse": lambda one: resiliparse.extract_plain_text(
            HTMLTree.parse_from_bytes(one.content, "utf-8"), main_content=True
        ),
    }
    figures: Figures = {"pages": len(given())}
    _warm()
    for name, reader in readers.items():
        start = time.perf_counter()
        for one in given():
            reader(one)
        figures[name] = figures["pages"] / (time.perf_counter() - start)
    figures["rate"] = figures["dateline"]
    return figures


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
    "peers": lambda _, __, folder: peers(folder),
}


def main() -> None:
    """Measure each part in a process of its own, print the figures and write the page."""
    if len(sys.argv) == 3:
        folder = Path(sys.argv[2])
        paths, few = (sorted(map(str, (folder / name).glob("*.warc.gz"))) for name in ("crawl", "few"))
        print(json.dumps(PARTS[sys.argv[1]](paths, few, folder)))
        return
    pages = int(os.environ.get("PAGES", "20000"))
    folder = Path(tempfile.mkdtemp(prefix="dateline-bulk-"))
    results: Figures = {"pages": pages}
    try:
        write_crawl(folder / "crawl", FILES, pages // FILES)
        write_crawl(folder / "few", 2, 10)
        for part in [*PARTS] * ROUNDS:
            command = [sys.executable, "-m", "benchmarks.bulk", part, str(folder)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            found = json.loads(done.stdout.splitlines()[-1])
            print(json.dumps({part: found}), flush=True)
            if part not in results or found["rate"] > results[part]["rate"]:
                results[part] = found
        RESULTS.write_text(json.dumps(results, indent=1) + "\n")
        (DOCS / "benchmarks-bulk.md").write_text(written(results))
        print(written(results))
    finally:
        shutil.rmtree(folder)


def written(results: Figures) -> str:
    """The page of figures."""
    base, one, two = (results[part]["rate"] for part in ("alone", "local 1", "local 2"))
    lines = [
        "# Benchmarks of bulk reading",
        "",
        f"Written by `make bench-bulk` over {results['pages']:,} pages in {FILES} WARC files, made from templates, each part measured {ROUNDS} times, in turn,",
        "and its best kept; do not edit. Times are of a shared",
        f"{platform.machine()} machine with two cores and mean little alone: read the ratios, which come from one run. Start-up (processes, models, the",
        "engine) is not in the rates.",
        "",
        "| what | captures a second | start-up, s | ratio | wanted |",
        "| --- | --- | --- | --- | --- |",
        f"| source, kernel and Parquet alone, one process | {base:,.0f} | | | |",
        f"| local, one process | {one:,.0f} | {results['local 1']['startup']:.1f} | {one / base:.2f} of alone | ≥ 0.90 |",
        f"| local, two processes | {two:,.0f} | {results['local 2']['startup']:.1f} | {two / one:.2f} of one | ≥ 1.70 |",
    ]
    for name, part in (("Spark, two cores", "spark 2"), ("Ray, two cores", "ray 2")):
        found = results[part]
        lines.append(f"| {name} | {found['rate']:,.0f} | {found['startup']:.1f} | {found['rate'] / two:.2f} of local | ≥ 0.70 |")
    found = results["peers"]
    lines += [
        "",
        f"Readers alone over {found['pages']} real pages (of fundus_dev) in one WARC file, one process, pages a second:",
        "",
    ]
    for name in ("dateline", "trafilatura", "resiliparse"):
        lines.append(
            f"- {name}: {found[name]:,.0f}"
            + ("" if name == "dateline" else f" (Dateline {found['dateline'] / found[name]:.1f}×)")
        )
    memory = results["alone"]["memory_mb"]
    lines += [
        "",
        f"Memory of the process taken alone after a tenth of the pages {memory[len(memory) // 10]:,.0f} MB, after all {memory[-1]:,.0f} MB.",
    ]
    return "\n".join(lines) + "\n"


def _warm() -> None:
    from dateline import read

    read(b"<!doctype html><title>a</title><p>b</p>")


def _resident() -> float:
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
