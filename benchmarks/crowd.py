"""Many programs on one archive: eight that add and sixteen that search, and then whether all is there, once."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

from dateline import open_archive

ADDERS, SEARCHERS = 8, 16
_AT_ONCE = 25  # records a transaction, as a crawl or a feed brings them


def measure(archive: str, seconds: float) -> dict[str, Any]:
    """Run the crowd for so long; raises when anything failed, was lost, or is there twice."""
    open_archive(archive, create=True).close()
    children = [_child("add", archive, seconds, number) for number in range(ADDERS)]
    children += [_child("search", archive, seconds, number) for number in range(SEARCHERS)]
    spoken = [child.communicate(timeout=seconds + 300) for child in children]
    failed = [said for child, (_, said) in zip(children, spoken, strict=True) if child.returncode]
    if failed:
        raise AssertionError(f"{len(failed)} of {len(children)} failed: {failed[0]}")
    done = [int(out) for out, _ in spoken]
    added, searched = sum(done[:ADDERS]), sum(done[ADDERS:])
    with open_archive(archive) as opened:
        counts, problems = opened.counts(), list(opened.check())
    if problems or not counts.articles == counts.captures == counts.contents == added:
        raise AssertionError(f"{added} added; {counts}; {problems[:3]}")
    return {"seconds": seconds, "added": added, "searched": searched, "adders": ADDERS, "searchers": SEARCHERS}


def _child(task: str, archive: str, seconds: float, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.crowd", task, archive, str(seconds), str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def add(archive: str, seconds: float, number: int) -> int:
    """Add records of its own until time is up; gives how many were reported as added."""
    from .corpus import Corpus

    corpus, added, end = Corpus(seed=100 + number), 0, time.monotonic() + seconds
    block: list[Any] = []
    blocks = 0
    with open_archive(archive) as opened:
        while time.monotonic() < end:
            if not block:
                block, blocks = _own(corpus.block(blocks), number), blocks + 1
            some, block = block[:_AT_ONCE], block[_AT_ONCE:]
            added += sum(each.status == "added" for each in opened.add_many(some))
    return added


def _own(block: list[Any], number: int) -> list[Any]:
    """The records with addresses of this adder's."""
    import msgspec

    own = []
    for capture, article in block:
        url = f"{article.url}-{number}"
        own.append(
            (
                msgspec.structs.replace(capture, url=url),
                msgspec.structs.replace(article, url=url, uri=url, canonical_url=url, news_id=f"{article.news_id}-{number}"),
            )
        )
    return own


def search(archive: str, seconds: float, number: int) -> int:
    """Search until time is up; gives how often."""
    from .corpus import Corpus
    from .finding import queries

    asked = queries(Corpus(), 20_000, least=1, most=2_000, count=200, seed=number)
    done, end = 0, time.monotonic() + seconds
    with open_archive(archive) as opened:
        while time.monotonic() < end:
            opened.search(" ".join(asked[done % len(asked)].words))
            done += 1
    return done


if __name__ == "__main__":
    task, place, length, which = sys.argv[1:]
    print({"add": add, "search": search}[task](place, float(length), int(which)))
