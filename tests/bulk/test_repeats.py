"""Duplicates across parts: told the same whatever the order of work, the number of runs, and where a run broke off."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from tests.bulk.conftest import rows
from tests.tools.crawl import listing, page
from tests.tools.warcs import http, packed, record

from dateline.bulk import Local, Work, run
from dateline.bulk.repeats import Comparing, buckets, tell_repeats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dateline.bulk.running import T

URL = "https://mirror.example/same"
# What the files hold, by a name for each capture; a sign for each that is the same wherever it stands.
FILES = {"a": "PQ", "b": "RPP", "c": "LSL", "d": "LRP"}
ANSWERS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "P": lambda: page(1),
    "Q": lambda: (URL, page(1)[1]),
    "R": lambda: page(2),
    "S": lambda: page(3),
    "L": lambda: listing(4),
}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """WARC files that hold what `FILES` says."""
    paths = []
    for name, signs in FILES.items():
        path = tmp_path / f"{name}.warc.gz"
        path.write_bytes(packed(*(record(http(body), url=url) for url, body in (ANSWERS[sign]() for sign in signs))))
        paths.append(str(path))
    return paths


def told(out: Path) -> list[tuple[str, str, str | None]]:
    """File and number of each row, what became of it, and what it is a duplicate of."""
    names: dict[str, str] = {}
    count: dict[str, int] = {}
    found = rows(out)
    for row in sorted(found, key=lambda row: (row["origin"].split("#")[0], int(row["origin"].split("#")[1]))):
        file = row["origin"].split("/")[-1].split(".")[0]
        names[row["origin"]] = f"{file}{count.setdefault(file, 0)}"
        count[file] += 1
    return sorted((names[row["origin"]], row["outcome"], names.get(row["duplicate_of"])) for row in found)


EXPECTED = [
    ("a0", "read", None),
    ("a1", "read", None),
    ("b0", "read", None),
    ("b1", "duplicate", "a0"),
    ("b2", "duplicate", "a0"),
    ("c0", "not an article", None),
    ("c1", "read", None),
    ("c2", "duplicate", "c0"),
    ("d0", "duplicate", "c0"),
    ("d1", "duplicate", "b0"),
    ("d2", "duplicate", "a0"),
]


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(["abcd"], id="one-run"),
        pytest.param(["dcba"], id="another-order"),
        pytest.param(["d", "cb", "a"], id="the-first-comes-last"),
        pytest.param(["ab", "cd", "cd"], id="gone-on-with"),
    ],
)
def test_first_of_all_parts_counts(files: list[str], tmp_path: Path, runs: list[str]) -> None:
    """The capture of the file that comes first by name is read, and all like it name it, in however many runs."""
    out = tmp_path / "out"
    for names in runs:
        report = run(Work(out=str(out)), [file for name in names for file in files if f"/{name}." in file], engine=Local(1))
    assert told(out) == EXPECTED
    assert report.outcomes == {"duplicate": 6, "read": 4, "not an article": 1}
    assert sum(report.outlets.values()) == 4


def test_duplicate_is_as_one_within_a_part(files: list[str], tmp_path: Path) -> None:
    """A row that is told across parts has what one has that was passed over while reading, and no record."""
    one, many = tmp_path / "one", tmp_path / "many"
    whole = tmp_path / "whole.warc.gz"
    whole.write_bytes(b"".join((tmp_path / f"{name}.warc.gz").read_bytes() for name in FILES))
    run(Work(out=str(one)), [str(whole)], engine=Local(1))
    run(Work(out=str(many)), files, engine=Local(1))

    def plain(row: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in row.items() if name not in ("origin", "duplicate_of", "publish_month")}

    by = [sorted((plain(row) for row in rows(out)), key=repr) for out in (one, many)]
    assert by[0] == by[1]


def test_what_broke_off_is_done_again(files: list[str], tmp_path: Path) -> None:
    """A run that ended between rewriting a file and counting it anew is put right by the next."""
    out = tmp_path / "out"
    run(Work(out=str(out)), files, engine=Local(1))
    report = (out / "_dateline" / "report.json").read_bytes()
    parts = {path: path.read_bytes() for path in (out / "_dateline" / "parts").glob("*")}
    for path, data in parts.items():
        path.write_bytes(data.replace(b'"duplicate":3', b'"read":3'))
    assert parts != {path: path.read_bytes() for path in parts}
    (out / "_dateline" / "compared").unlink()
    run(Work(out=str(out)), files, engine=Local(1))
    assert told(out) == EXPECTED
    assert {path: path.read_bytes() for path in parts} == parts
    assert (out / "_dateline" / "report.json").read_bytes() == report


def test_buckets_find_what_one_finds(files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are compared in many buckets, in other processes, give the same; every key is of one bucket."""
    pieces = buckets(1_000, 3)
    assert (pieces[0].least, pieces[-1].most) == (0, 2**64 - 1)
    assert all(one.most + 1 == other.least for one, other in pairwise(pieces))
    monkeypatch.setattr("dateline.bulk.repeats.buckets", lambda captures: buckets(captures, 2))
    names: list[str] = []

    class Noting:
        """An engine that notes the buckets it is given."""

        def __call__(self, work: Callable[[T], str], tasks: list[T]) -> Iterator[str]:
            names.extend(task.name for task in tasks if isinstance(work, Comparing))
            return Local(1)(work, tasks)

    run(Work(out=str(tmp_path / "out")), files, engine=Noting())
    assert names == [f"bucket {number}" for number in range(6)]
    assert told(tmp_path / "out") == EXPECTED


def test_nothing_is_compared_twice(files: list[str], tmp_path: Path) -> None:
    """Where nothing has come since, no file is touched."""
    out = tmp_path / "out"
    run(Work(out=str(out)), files, engine=Local(1))
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.parquet")}
    tell_repeats(str(out), engine=Local(1))
    assert {file: file.stat().st_mtime_ns for file in out.rglob("*.parquet")} == before
