"""Pages of the gold sets that have no strict labels, labelled line by line for this project.

`by_eye.jsonl` has a page a line. It names the lines of the body by digests of their words, so that it holds no text of any page:
what the words are is read from the gold sets.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from . import sets
from .workers import workers

FILE = Path(__file__).resolve().parent / "by_eye.jsonl"
NAME = "by_eye"
# Lines of a page's labels that it must have: the words of a line change when pages are split in another way.
_LEAST_FOUND = 0.95


class Labels(msgspec.Struct, frozen=True):
    """The labels of a page: its set and id there, and the names of the lines that are body, and of those that may be."""

    set: str
    id: str
    body: list[str]
    unsure: list[str] = []


def names_of(lines: Iterable[str]) -> list[str]:
    """A name for each line of a page: eight hex digits, of its words and of how many lines before it have the same."""
    before: Counter[str] = Counter()
    names = []
    for line in lines:
        words = " ".join(line.split())
        names.append(hashlib.blake2b(f"{before[words]} {words}".encode(), digest_size=4).hexdigest())
        before[words] += 1
    return names


def read_labels() -> list[Labels]:
    """All labels, in the order of the file."""
    return [msgspec.json.decode(line, type=Labels) for line in FILE.read_bytes().splitlines()]


@cache
def ids() -> frozenset[str]:
    """The ids of the labelled pages in their own sets: a page of two sets has one id."""
    return frozenset(labels.id for labels in read_labels())


def golds() -> list[sets.Gold]:
    """The labelled pages as rows of the scorer's columns, in the strict convention, in the order of the sets."""
    wanted: dict[str, dict[str, Labels]] = defaultdict(dict)
    for labels in read_labels():
        wanted[labels.set][labels.id] = labels
    tasks = ((gold, wanted[name][gold.row["id"]]) for name in wanted for gold in _of(name, wanted[name]))
    with workers() as pool:
        return [gold for gold in pool.imap(_labelled, tasks, chunksize=8) if gold is not None]


def _of(name: str, wanted: dict[str, Labels]) -> Iterator[sets.Gold]:
    return (gold for gold in sets.read_set(sets.GOLD / f"{name}.parquet", "strict") if gold.row["id"] in wanted)


def _labelled(task: tuple[sets.Gold, Labels]) -> sets.Gold | None:
    """A row with its labels; None where the page no longer has the lines that they name."""
    gold, labels = task
    lines = sets.lines_of(gold.row)
    named = dict(zip(names_of(lines), lines, strict=True))
    body = [" ".join(named[name].split()) for name in labels.body if name in named]
    if len(body) < _LEAST_FOUND * len(labels.body):
        return None
    unsure = [" ".join(named[name].split()) for name in labels.unsure if name in named]
    row = gold.row | {
        "set": NAME,
        "id": f"{labels.set}/{labels.id}",
        "body": "\n\n".join(body),
        "paragraphs": body,
        "unsure": unsure,
    }
    _, row["clip"] = sets.flattened(row)
    return gold._replace(row=row)
