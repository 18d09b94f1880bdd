"""`kill -9` of a whole `dateline add` at random moments: `python -m benchmarks.kill_add [KILLS]` (200 unless told).

After each kill the archive has to open, `check` has to be clean, and every capture that was reported as added has to be there;
a last run has to complete it without doubles. A test runs a few of these.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import Capture, open_archive
from dateline.exchange import write_warc

if TYPE_CHECKING:
    from collections.abc import Iterator

KILLS = 200
PAGES = 1_100  # a batch of `add_many`, and some
_ONSETS, _VOWELS = (
    ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"],
    ["a", "e", "i", "o", "u", "ai", "ou"],
)


def captures(pages: int, seed: int = 1) -> Iterator[Capture]:
    """Pages of an invented outlet, no two with the same words."""
    chance = random.Random(seed)
    words = ["".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 4))) for _ in range(4_000)]
    for number in range(pages):
        paragraphs = (" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(6))
        headline = " ".join(chance.choices(words, k=7)).capitalize()
        page = (
            f"<!doctype html><html lang=en><title>{headline}</title><article><h1>{headline}</h1>"
            f"{''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)}</article></html>"
        )
        url = f"https://tidewater-courier.example/{number}"
        at = datetime(2024, 5, 6, 7, number // 60 % 60, number % 60, tzinfo=UTC)
        yield Capture(content=page.encode(), url=url, media_type="text/html", captured_at=at)


def add(source: Path, archive: Path, *, jobs: int = 2, seconds: float | None = None) -> set[str]:
    """Run `dateline add`, kill its whole process group after so many seconds, and give the captures that it said it has added."""
    run = subprocess.Popen(
        [sys.executable, "-m", "dateline", "add", source, "--archive", archive, "--jobs", str(jobs), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        out, _ = run.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        out, _ = run.communicate()
    whole = out[: out.rfind(b"\n") + 1].splitlines()  # the last line may be cut
    return {told["capture"] for told in map(json.loads, whole) if told["status"] in ("added", "changed", "unchanged")}


def faults(archive: Path, told: set[str]) -> list[str]:
    """What is wrong with an archive after a kill: problems that `check` finds, and captures that were told and are not there."""
    if not archive.exists():
        return ["captures were told, and there is no archive"] if told else []
    with open_archive(archive, create=True) as opened:
        problems = [f"{problem.subject}: {problem.detail}" for problem in opened.check()]
        kept = {capture.sha256 for capture in opened.captures()}
    return problems + [f"{digest} was told as added and is not there" for digest in told - kept]


def killed_until_done(source: Path, archive: Path, pages: int, moments: Iterator[float]) -> tuple[int, list[str]]:
    """Add again and again, killed each time, until nothing is left to add; the number of kills and every fault that was seen."""
    kills, seen, told = 0, list[str](), set[str]()
    for seconds in moments:
        told |= add(source, archive, seconds=seconds)
        kills += 1
        seen += faults(archive, told)
        if len(told) >= pages:
            break
    told |= add(source, archive)
    seen += faults(archive, told)
    with open_archive(archive) as opened:
        counts = opened.counts()
    if not (counts.articles == counts.captures == len(told) == pages):
        seen.append(f"{pages} pages became {counts.articles} articles and {counts.captures} captures; {len(told)} were told")
    return kills, seen


def main(kills: int) -> int:
    """Print what came of it; 1 if there was any fault."""
    chance = random.Random(2024)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "pages.warc.gz"
        source.write_bytes(b"".join(write_warc(captures(PAGES))))
        started = time.monotonic()
        add(source, Path(name) / "whole")
        whole = time.monotonic() - started
        print(f"{PAGES:,} pages are added in {whole:.1f} s without a kill")
        done, seen, archives = 0, list[str](), 0
        while done < kills:
            archives += 1
            moments = (chance.uniform(0.0, whole) for _ in range(kills - done))
            more, found = killed_until_done(source, Path(name) / f"archive-{archives}", PAGES, moments)
            done += more
            seen += found
            print(f"{done} kills, {archives} archives completed, {len(seen)} faults")
    for fault in seen[:20]:
        print(fault)
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
