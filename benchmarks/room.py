"""The reading room under load: `python -m benchmarks.room` writes docs/benchmarks-room.md.

    python -m benchmarks.room --folder /tmp/room          # builds 100,000 records there, or uses what is there

A room as its users start it, over an archive of the generated corpus, is asked at an even rate on loopback, whether it keeps up or
not; a request's time counts from when it was due, so that a stall is counted for all that waited. Meanwhile another program adds.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import os
import queue
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from dateline import open_archive

from .corpus import BLOCK, Corpus

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks-room.md"
# Shares of the requests, of a hundred.
MIX = (("article", 70), ("search", 20), ("search with facets", 5), ("API", 5))
TARGET_MS = 100.0
# Ranks of the words that are searched for: from those in one of fifteen texts to those in one of five hundred.
_RANKS = (500, 20_000)
_CLIENTS = 32
_STARTS_WITHIN = 60.0


class Asked(NamedTuple):
    """A request: when it is due (seconds after the beginning), of which kind, and its path."""

    due: float
    kind: str
    path: str


class Answered(NamedTuple):
    """What became of it: seconds from when it was due until all of it was there, and the status, 0 for none."""

    kind: str
    seconds: float
    status: int


def build(place: Path, records: int) -> None:
    """See that an archive of so many records is there."""
    with open_archive(place, create=True) as archive:
        there = archive.counts().articles
        for number in range(there // BLOCK, records // BLOCK):
            for _ in archive.add_many(Corpus().block(number)):
                pass


def requests(place: Path, *, rate: float, seconds: float) -> list[Asked]:
    """What is asked, the same for the same archive: even in time, mixed by the shares."""
    chance = random.Random(1)
    words = Corpus().words
    with open_archive(place) as archive:
        page = archive.search("", sort="time", limit=2_000)
    hashes = [hit.capture for hit in page.hits]
    kinds = [kind for kind, share in MIX for _ in range(share)]

    def path(kind: str) -> str:
        low, high = _RANKS
        query = {"q": words[int(low * (high / low) ** chance.random())]}
        match kind:
            case "article":
                return f"/articles/{chance.choice(hashes)}"
            case "search":
                return f"/api/search?{urlencode(query)}"
            case "search with facets":
                return f"/?{urlencode(query)}"
        return f"/api/articles/{chance.choice(hashes)}" if chance.random() < 0.5 else f"/api/attention?{urlencode(query)}"

    asked = []
    for number in range(int(rate * seconds)):
        kind = chance.choice(kinds)
        asked.append(Asked(number / rate, kind, path(kind)))
    return asked


def ask(port: int, asked: list[Asked]) -> list[Answered]:
    """Send each request when it is due, over connections that are kept."""
    waiting: queue.SimpleQueue[Asked | None] = queue.SimpleQueue()
    answers: queue.SimpleQueue[Answered] = queue.SimpleQueue()
    begun = time.perf_counter() + 0.5

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while (each := waiting.get()) is not None:
            status = 0
            try:
                connection.request("GET", each.path, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                answer.read()
                status = answer.status
            except (OSError, http.client.HTTPException):
                connection.close()
            answers.put(Answered(each.kind, time.perf_counter() - begun - each.due, status))
        connection.close()

    clients = [threading.Thread(target=client) for _ in range(_CLIENTS)]
    for each in clients:
        each.start()
    for one in asked:
        time.sleep(max(0.0, begun + one.due - time.perf_counter()))
        waiting.put(one)
    for _ in clients:
        waiting.put(None)
    for each in clients:
        each.join()
    return [answers.get() for _ in asked]


def add(place: str, first: int, rate: float, seconds: float, done: Any) -> None:
    """Add records one by one at an even rate; `done` gets how many, and the slowest in seconds. Runs in a process of its own."""
    block = Corpus().block(first // BLOCK)
    begun, count, slowest = time.perf_counter(), 0, 0.0
    with open_archive(place) as archive:
        while (at := time.perf_counter() - begun) < seconds:
            time.sleep(max(0.0, count / rate - at))
            started = time.perf_counter()
            archive.add(*block[count % BLOCK])
            slowest = max(slowest, time.perf_counter() - started)
            count += 1
    done.put((count, slowest))


def measure(place: Path, *, rate: float, seconds: float, adding: float) -> dict[str, Any]:
    """One run."""
    asked = requests(place, rate=rate, seconds=seconds)
    with open_archive(place) as archive:
        records = archive.counts().articles
    command = [sys.executable, "-m", "dateline", "serve", "--port", "0", "--archive", str(place)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            port = _port(server)
            ask(port, [each._replace(due=0.02 * number) for number, each in enumerate(asked[:100])])  # warm
            done: Any = multiprocessing.Queue()
            first = (records // BLOCK + 1) * BLOCK
            adder = multiprocessing.Process(target=add, args=(str(place), first, adding, seconds, done))
            adder.start()
            load, spent = os.getloadavg()[0], processor_seconds(server.pid)
            answers = ask(port, asked)
            spent = processor_seconds(server.pid) - spent
            added, slowest = done.get(timeout=60)
            adder.join(60)
        finally:
            server.terminate()
            server.wait(30)
    kinds = {kind: [each for each in answers if each.kind == kind] for kind, _ in MIX} | {"all": answers}
    return {
        "records": records,
        "rate": rate,
        "seconds": seconds,
        "errors": sum(each.status != http.client.OK for each in answers),
        "added": added,
        "slowest_add": slowest,
        "load": load,
        "processor_ms": spent / len(asked) * 1e3,
        "cores": os.cpu_count(),
        "times": {kind: quantiles([each.seconds for each in some]) for kind, some in kinds.items()},
    }


def processor_seconds(pid: int) -> float:
    """What a process has used of the processors (Linux)."""
    user, system = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def quantiles(seconds: list[float]) -> dict[str, float]:
    """Milliseconds: the median, 95 and 99 of a hundred, and the longest; and how many there were."""
    ordered = sorted(seconds)
    at = {
        name: ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1e3
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    }
    return {"count": len(ordered), **at, "max": ordered[-1] * 1e3}


def _port(server: subprocess.Popen[str]) -> int:
    """The port that a room says it has."""
    if server.stderr is None:
        raise RuntimeError("its words are read")
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", server.stderr.readline()):
            return int(found[1])
    raise RuntimeError("the room did not open")


def written(found: dict[str, Any]) -> str:
    """docs/benchmarks-room.md."""
    rows = "".join(
        f"| {kind} | {each['count']:,} | {each['p50']:.0f} | {each['p95']:.0f} | {each['p99']:.0f} | {each['max']:.0f} |\n"
        for kind, each in found["times"].items()
    )
    shares = ", ".join(f"{share} % {kind}" for kind, share in MIX)
    return f"""\
# The reading room under load

Written by `python -m benchmarks.room`: a room as `dateline serve` opens it, over an archive of {found["records"]:,} generated records of 400 words
(`benchmarks/corpus.py`), was asked {found["rate"]:g} times a second for {found["seconds"]:g} seconds on loopback ({shares}), while another program added
{found["added"] / found["seconds"]:.1f} articles a second. *Article* and *search with facets* are pages as a browser gets them; *search* and *API* are JSON.
Milliseconds count from when a request was due until all of the answer was there. {found["cores"]} cores, which the client and the adding program
shared with the room; the machine's load average at the beginning was {found["load"]:.1f} (others were at work on it if that is much above 0). The room used
{found["processor_ms"]:.1f} ms of a processor for a request.

| | requests | median | 95 % | 99 % | longest |
| --- | --- | --- | --- | --- | --- |
{rows}
Errors: {found["errors"]}. The slowest addition took {found["slowest_add"] * 1e3:.0f} ms. The target is a 95th percentile of {TARGET_MS:.0f} ms for all, without errors.
"""


def main() -> None:
    """Build, measure, write the page, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="where the archive is, or is built (1.5 GB); else a temporary one")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rate", type=float, default=100.0, help="requests a second")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--adding", type=float, default=20.0, help="articles added a second")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = (args.folder or Path(temporary)) / "archive"
        build(place, args.records)
        found = measure(place, rate=args.rate, seconds=args.seconds, adding=args.adding)
    print(json.dumps(found, indent=2))
    PAGE.write_text(written(found), "utf-8")


if __name__ == "__main__":
    main()
