"""Adding records beside bare FTS5: rates, how they hold as the archive grows, sizes on disk, memory, and the share of storage."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline import Article, open_archive, read
from dateline.records import Capture

from . import speed
from .bare import FILE, Bare
from .corpus import BLOCK, Corpus
from .machine import peak

ARCHIVE = "archive"
Figures = dict[str, Any]


def local_seconds(article: Article) -> int:
    """The publish time on the printed clock, in seconds since 1970."""
    from datetime import datetime

    if article.published is None:
        raise ValueError("records of the corpus have times")
    return round((article.published.clock - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001 - a printed clock


class Spent:
    """Seconds a block, by the clock on the wall and of the processor: where others use the machine too, the second tells more."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    @contextmanager
    def block(self) -> Iterator[None]:
        """What is done within is a block."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - wall)


def measure(folder: Path, records: int) -> Figures:
    """Add the corpus to a new archive and to bare FTS5, a block of a thousand each in turn; only adding is timed."""
    corpus = Corpus()
    ours, bares = Spent(), Spent()
    peaks: list[float] = []
    bare = Bare(folder)
    with open_archive(folder / ARCHIVE, create=True) as archive:
        for block in corpus.blocks(records):
            articles = [article for _, article in block]
            with ours.block():
                for _ in archive.add_many(block):
                    pass
            with bares.block():
                bare.add(articles)
            bare.add_times([local_seconds(article) for article in articles])
            peaks.append(peak())
    bare.close()
    tenth = max(1, len(peaks) // 10)
    figures: Figures = {"records": records}
    for name, times, bare_times in (("", ours.wall, bares.wall), ("cpu_", ours.cpu, bares.cpu)):
        figures |= {
            f"{name}rate": records / sum(times),
            f"{name}bare_rate": records / sum(bare_times),
            f"{name}ratio": sum(bare_times) / sum(times),
            f"{name}last_to_first": sum(times[:tenth]) / sum(times[-tenth:]),
            f"{name}bare_last_to_first": sum(bare_times[:tenth]) / sum(bare_times[-tenth:]),
        }
    return figures | {
        "peak_mb_after_tenth": peaks[tenth - 1],
        "peak_mb": peaks[-1],
        "bytes": (folder / ARCHIVE / "archive.sqlite").stat().st_size / records,
        "bare_bytes": (folder / FILE).stat().st_size / records,
    }


def with_reading(folder: Path) -> Figures:
    """How much of the time from HTML to a stored record is storage, on the pages of a development set."""
    pages = speed.pages()
    captures = [Capture(content=row["html"], url=row["url"], media_type="text/html") for row in pages]
    read(captures[0])  # models are loaded
    start = time.perf_counter()
    articles = [read(capture) for capture in captures]
    reading = time.perf_counter() - start
    with open_archive(folder / "from-html", create=True) as archive:
        start = time.perf_counter()
        for _ in archive.add_many(zip(captures, articles, strict=True)):
            pass
        storing = time.perf_counter() - start
    return {
        "pages": len(pages),
        "reading_ms": reading / len(pages) * 1e3,
        "storing_ms": storing / len(pages) * 1e3,
        "share": storing / (reading + storing),
    }


def memory(folder: Path, records: int) -> Figures:
    """Peak memory of exporting a tenth of the archive and all of it; that of adding is measured while adding."""
    figures: Figures = {}
    tenth = folder / "tenth"
    if not tenth.exists():
        with open_archive(tenth, create=True) as archive:
            for block in Corpus().blocks(max(BLOCK, records // 10)):
                for _ in archive.add_many(block):
                    pass
    for name, place in (("tenth", tenth), ("all", folder / ARCHIVE)):
        script = (
            "import sys\nfrom benchmarks.machine import peak\nfrom dateline.cli import run\n"
            f"code = run(['export', '--archive', sys.argv[1], '-o', {os.devnull!r}])\nprint(peak())\nsys.exit(code)"
        )
        done = subprocess.run([sys.executable, "-c", script, str(place)], capture_output=True, text=True, check=True)
        figures[f"export_mb_{name}"] = float(done.stdout.split()[-1])
    return figures
