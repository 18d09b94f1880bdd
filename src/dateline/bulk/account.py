"""Counts of a part, and of a run: outcomes, outlets, languages, seconds, the slowest pages. Accounts of parts add up to the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

# The slowest pages that are named.
_SLOWEST = 20


class Slow(msgspec.Struct, frozen=True, order=True):
    """A page, and the seconds that it took to read."""

    seconds: float
    origin: str


class Account(msgspec.Struct, kw_only=True):
    """What there is to tell of some captures.

    `part`, `files` and `places` say what was read and written, `start` where the part begins (see `Part.start`); `seconds` has `reading`, `writing` and `taking` (from the source,
    and between the stages), of all workers together. `apart` is True when each page was read in a process of its own.
    """

    part: str = ""
    start: str = ""
    places: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    apart: bool = False
    captures: int = 0
    outcomes: dict[str, int] = {}
    outlets: dict[str, int] = {}
    languages: dict[str, int] = {}
    seconds: dict[str, float] = {}
    slowest: list[Slow] = []

    def count(self, batch: pa.RecordBatch) -> None:
        """Take rows of the output into account; outlets and languages are those of articles."""
        self.captures += batch.num_rows
        kinds = batch.column("outcome").to_pylist()
        self.outcomes = _sum(self.outcomes, Counter(kinds))
        for name, counts in (("outlet", self.outlets), ("language", self.languages)):
            values = batch.column(name).to_pylist()
            read = Counter(value or "" for value, kind in zip(values, kinds, strict=True) if kind == "read")
            counts.update(_sum(counts, read))

    def timed(self, origin: str, seconds: float) -> None:
        """Take the time of a page into account."""
        self.seconds["reading"] = self.seconds.get("reading", 0.0) + seconds
        if len(self.slowest) < _SLOWEST or seconds > self.slowest[-1].seconds:
            self.slowest = sorted([*self.slowest, Slow(round(seconds, 3), origin)], reverse=True)[:_SLOWEST]


class Report(msgspec.Struct, kw_only=True):
    """What became of everything in an output: all its parts together, however many runs it took."""

    parts: int = 0
    captures: int = 0
    outcomes: dict[str, int] = {}
    outlets: dict[str, int] = {}
    languages: dict[str, int] = {}
    seconds: dict[str, float] = {}
    slowest: list[Slow] = []
    read_apart: list[str] = []


def report(accounts: Iterable[Account]) -> Report:
    """The accounts added up; counts have the largest first."""
    whole = Report()
    for one in accounts:
        whole.parts += 1
        whole.captures += one.captures
        whole.outcomes = _sum(whole.outcomes, one.outcomes)
        whole.outlets = _sum(whole.outlets, one.outlets)
        whole.languages = _sum(whole.languages, one.languages)
        whole.seconds = {
            stage: round(whole.seconds.get(stage, 0.0) + one.seconds.get(stage, 0.0), 3)
            for stage in sorted({*whole.seconds, *one.seconds})
        }
        whole.slowest = sorted([*whole.slowest, *one.slowest], reverse=True)[:_SLOWEST]
        if one.apart:
            whole.read_apart.append(one.part)
    return whole


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return dict(sorted((Counter(one) + Counter(other)).items(), key=lambda each: (-each[1], each[0])))
