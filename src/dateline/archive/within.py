"""The bounds of a search on publish time, in SQL: the rules of `bounds` over a row of times."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Self

import msgspec

from dateline.archive import bounds
from dateline.archive.bounds import DAY, Stretch, day_of
from dateline.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

# Clocks of two places show times that are less than a day apart, each less than a day from UTC.
_APART = 2 * DAY


class Within(msgspec.Struct, frozen=True):
    """The stretches that a publish time is to end after and to begin before; all of them hold."""

    from_: tuple[Stretch, ...] = ()
    to: tuple[Stretch, ...] = ()

    @classmethod
    def of(cls, starts: Sequence[Stretch | None], ends: Sequence[Stretch | None]) -> Self:
        """The bounds that are given; raises `QueryError` when one ends before another begins."""
        within = cls(tuple(filter(None, starts)), tuple(filter(None, ends)))
        for start, end in product(within.from_, within.to):
            if bounds.out_of_order(start, end):
                first, last = bounds.clock_of(start.first), bounds.clock_of(end.last)
                raise QueryError(f"the search ends ({last}) before it begins ({first}); the earlier date is to be the first")
        return within

    def __bool__(self) -> bool:
        return bool(self.from_ or self.to)

    def clauses(self, row: str) -> tuple[list[str], list[int]]:
        """Conditions on a row with `first`, `last` and `"offset"`, and their parameters. An unknown publish time is NULL and meets none."""
        found = [*(_ends_after(start, row) for start in self.from_), *(_begins_before(end, row) for end in self.to)]
        return [clause for clause, _ in found], [number for _, numbers in found for number in numbers]

    @property
    def earliest(self) -> int | None:
        """The local second before which no publish time ends that is within, None without a bound."""
        starts = [start.first if start.offset is None else start.first - _APART for start in self.from_]
        return max(starts, default=None)

    @property
    def latest(self) -> int | None:
        """The local second after which no publish time begins that is within, None without a bound."""
        ends = [end.last if end.offset is None else end.last + _APART for end in self.to]
        return min(ends, default=None)


def _ends_after(start: Stretch, row: str) -> tuple[str, list[int]]:
    if start.offset is None:
        return f"{row}.last >= ?", [start.first]
    return f'{row}.last - coalesce({row}."offset", 0) >= CASE WHEN {row}."offset" IS NULL THEN ? ELSE ? END', [
        day_of(start.first),
        start.instants[0],
    ]


def _begins_before(end: Stretch, row: str) -> tuple[str, list[int]]:
    if end.offset is None:
        return f"{row}.first <= ?", [end.last]
    return (
        f'{row}.first - coalesce({row}."offset", 0) <= CASE WHEN {row}."offset" IS NULL THEN ? ELSE ? END',
        [day_of(end.last) + DAY - 1, end.instants[1]],
    )
