"""WARC files that are wrong in the ways that files of a crawl are, and what a bulk run has to say of each."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING, Any

import brotli
from tests.tools.crawl import page
from tests.tools.warcs import chunked, http, packed, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Part of the reason of a row that is `failed`; None where there is nothing to fail.
REASONS: dict[str, str | None] = {
    "cut": "bytes, and",
    "lying": "its length is not what its header says",
    "bomb": "its body unpacks to more than",
    "no-http": "its block is no HTTP answer",
    "large": "bytes; more than",
    "missing": "there is no such file",
    "empty": "there is nothing in it",
    "chunked": None,
    "brotli": None,
}
# Those with nothing sound in them.
_NOTHING = ("missing", "empty")


def write_bad(folder: Path) -> list[str]:
    """A file of each kind, with a sound record in all that can have one; gives their paths, one of which nothing is at."""
    paths = []
    for number, name in enumerate(REASONS, 700):
        path = folder / (f"{name}.warc" if name == "lying" else f"{name}.warc.gz")
        if (made := _bad(name, number)) is not None:
            path.write_bytes(made)
        paths.append(str(path))
    return paths


def _bad(name: str, number: int) -> bytes | None:
    url, body = page(number)
    beside, other = page(number + 100)
    good = record(http(body), url=url)
    made: dict[str, Callable[[], bytes | None]] = {
        "cut": lambda: packed(good, record(http(other), url=beside))[:-40],
        "lying": lambda: record(http(other), url=beside, length=90) + good,
        "bomb": lambda: packed(record(http(gzip.compress(bytes(80_000_000)), "Content-Encoding: gzip")), good),
        "no-http": lambda: packed(record(b"no answer\r\n\r\n"), good),
        "large": lambda: packed(record(http(body + b"<p>x</p>" * 9_000_000)), good),
        "missing": lambda: None,
        "empty": lambda: b"",
        "chunked": lambda: packed(record(http(chunked(body), "Transfer-Encoding: chunked"), url=url)),
        "brotli": lambda: packed(record(http(brotli.compress(body), "Content-Encoding: br"), url=url)),
    }
    return made[name]()


def check_bad(rows: Iterable[dict[str, Any]], paths: list[str]) -> None:
    """That each file's rows are: the fault with its reason, and the sound record read."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in REASONS}
    for row in rows:
        if (file := row["origin"].split("#")[0]) in paths:
            found[Path(file).name.split(".")[0]].append((row["outcome"], row["reason"] or ""))
    for name, reason in REASONS.items():
        assert [outcome for outcome, _ in found[name]].count("read") == (name not in _NOTHING), (name, found[name])
        faults = [why for outcome, why in found[name] if outcome == "failed"]
        assert bool(faults) == (reason is not None), (name, found[name])
        assert all(reason and reason in why for why in faults), (name, faults)
