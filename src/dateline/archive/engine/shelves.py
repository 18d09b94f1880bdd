"""Where the entries of FTS5's index stand: on shelves of 32 days each, in the order of publish times.

FTS5 goes through the list of a word in the order of its rowids, and can begin and end anywhere in it. So an entry's rowid is a place on
the shelf of the days when its article was published: a search within a month leaves a hundred others alone. On a shelf
places are given in the order of adding, since lists of small steps are short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.archive.bounds import DAY, number_of
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.engine.database import Run
    from dateline.archive.within import Within

_SHELF_DAYS = 32
# Places of a shelf. Below the first day of the calendar there is a thousand times as much room for articles without a publish time.
_PLACES = 1 << 24
_UNDATED, _DATED = 0, 1 << 12
_LAST = 2**62

# A stretch that is longer than a day, a year at most, begins on one shelf and may end on another.
_EARLIER = "SELECT min(first) FROM shelved WHERE last - first >= 86400 AND first >= ? AND first < ? AND last >= ?"
_LONGEST = 366 * DAY


class Places(NamedTuple):
    """Places from the first to the last, both ends inclusive."""

    first: int
    last: int


EVERYWHERE = Places(0, _LAST)


def shelf(first: int | None) -> int:
    """The shelf of what was published from a local second on."""
    return _UNDATED if first is None else number_of(first) // _SHELF_DAYS


def places_within(within: Within, run: Run) -> Places:
    """The places of all that may be within; what stands on the first and the last shelf need not be."""
    if not within:
        return EVERYWHERE
    start, end = within.earliest, within.latest
    if start is not None:
        (earlier,) = run(_EARLIER, (start - _LONGEST, start, start)).fetchone()
        start = start if earlier is None else earlier
    first = _DATED if start is None else shelf(start)
    return Places(first * _PLACES, _LAST if end is None else (shelf(end) + 1) * _PLACES - 1)


class FreePlaces:
    """Gives places for new entries; within one transaction that writes."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._last: dict[int, int] = {}

    def on(self, shelf: int) -> int:
        """The next place on a shelf; raises `ArchiveError` when it is full."""
        begin = shelf * _PLACES
        end = (_DATED if shelf == _UNDATED else shelf + 1) * _PLACES
        if shelf not in self._last:
            (last,) = self._run("SELECT max(place) FROM shelved WHERE place >= ? AND place < ?", (begin, end)).fetchone()
            self._last[shelf] = begin if last is None else last
        self._last[shelf] += 1
        if self._last[shelf] >= end:
            raise ArchiveError(
                f"holds {_PLACES:,} articles of one month, which is all that a folder takes; "
                "`dateline transfer` moves it to PostgreSQL, which takes more"
            )
        return self._last[shelf]
