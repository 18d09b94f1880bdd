"""Adding records beside bare FTS5: rates, how they hold as the archive grows, sizes on disk, memory, and the share of storage."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from dateline import Article, open_archive, read
from dateline.archive import Archive
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
    """Add the corpus to a new archive and to bare FTS5, a block of a thousand each in turn; only adding is timed.

    The last tenth is added to another new archive and another table besides, block by block in turn: how much slower adding is to what
    holds nine tenths already is then no matter of how fast the machine was at the start and at the end.
    """
    ours, bares, ours_anew, bares_anew = Spent(), Spent(), Spent(), Spent()
    peaks: list[float] = []
    blocks = Corpus().blocks(records)
    most, tenth = records // BLOCK - max(1, records // BLOCK // 10), max(1, records // BLOCK // 10)
    with ExitStack() as stack:

        def opened(archive: str, table: str) -> tuple[Archive, Bare]:
            (folder / table).mkdir(exist_ok=True)
            return stack.enter_context(open_archive(folder / archive, create=True)), stack.enter_context(
                closing(Bare(folder / table))
            )

        archive, bare = opened(ARCHIVE, "")
        for block in islice(blocks, most):
            _add(block, archive, bare, ours, bares)
            peaks.append(peak())
        archive_anew, bare_anew = opened("anew", "bare-anew")
        for block in blocks:
            _add(block, archive, bare, ours, bares)
            _add(block, archive_anew, bare_anew, ours_anew, bares_anew)
    figures: Figures = {"records": records}
    for name, times, bare_times, times_anew, bare_times_anew in (
        ("", ours.wall, bares.wall, ours_anew.wall, bares_anew.wall),
        ("cpu_", ours.cpu, bares.cpu, ours_anew.cpu, bares_anew.cpu),
    ):
        figures |= {
            f"{name}rate": records / sum(times),
            f"{name}bare_rate": records / sum(bare_times),
            f"{name}ratio": sum(bare_times) / sum(times),
            f"{name}last_to_first": sum(times_anew) / sum(times[most:]),
            f"{name}bare_last_to_first": sum(bare_times_anew) / sum(bare_times[most:]),
        }
    return figures | {
        "peak_mb_after_tenth": peaks[min(tenth, len(peaks)) - 1],
        "peak_mb": peaks[-1],
        "bytes": (folder / ARCHIVE / "archive.sqlite").stat().st_size / records,
        "bare_bytes": (folder / FILE).stat().st_size / records,
    }


def _add(block: list[tuple[Capture, Article]], archive: Archive, bare: Bare, ours: Spent, bares: Spent) -> None:
    """Add a block to both, and keep the times."""
    with ours.block():
        for _ in archive.add_many(block):
            pass
    articles = [article for _, article in block]
    with bares.block():
        bare.add(articles)
    bare.add_times([local_seconds(article) for article in articles])


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
