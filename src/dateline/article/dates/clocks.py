"""The clock of a day: what is known beyond it, put together from the claims that agree."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...records import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .claims import Dated

# A claim that lends its clock to another of the same day is at least this sure.
_LENDING = 0.55
UTC = "+00:00"
_TO_THE_MINUTE = len("yyyy-mm-ddThh:mm")
# Offsets in use: whole hours from -12:00 to +14:00, and these (IANA time zone database).
_WEST, _EAST, _HOUR = timedelta(hours=-12), timedelta(hours=14), timedelta(hours=1)
_BROKEN_OFFSETS = frozenset(timedelta(hours=hours) for hours in (-9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 9.5, 10.5))
# From this hour on the next midnight of an inhabited zone has come (+13:00 at the most among publishers).
_LAST_HOURS = 11


def refined(claim: Dated, others: Iterable[Dated]) -> Moment:
    """The claim's moment, with the clock and offset of the surest other claim of its day that knows more.

    One instant given twice is given on the page's own clock where either gives that.
    """
    best, own = claim.moment, knowledge(claim.moment)
    ranked = sorted((c for c in others if c.weight >= _LENDING), key=lambda c: -c.weight)
    for other in ranked:
        more = knowledge(other.moment)
        # Where both know the clock, an offset is taken from one that reads the same.
        if more > own and other.day == best.local[:10] and (own == 0 or best.local[11:16] == other.moment.local[11:16]):
            best, own = other.moment, more
    if own == 2 and best.offset == UTC:
        if day := _midnight_elsewhere(best, ranked):
            return Moment.at(day)
        best = next((local for other in ranked if (local := on_the_wall(best, other.moment)) is not None), best)
    return no_midnight(best)


def _midnight_elsewhere(universal: Moment, others: Iterable[Dated]) -> date | None:
    """The next day, where an instant in UTC is its midnight on the page's clock and the page prints that day without a clock."""
    if universal.local[13:].strip(":0") or int(universal.local[11:13]) < _LAST_HOURS:
        return None
    tomorrow = universal.day + timedelta(days=1)
    shown = tomorrow.isoformat()
    return tomorrow if any(c.day == shown and not knowledge(c.moment) and c.method != "address" for c in others) else None


def on_the_wall(universal: Moment, printed: Moment) -> Moment | None:
    """An instant in UTC put on the clock that the page prints, where both can be one instant; None where they cannot.

    "02:25Z" beside "9:25 pm" of the day before is -05:00: the minutes agree, and the difference is an offset in use.
    """
    if printed.offset is not None:
        return printed if printed.offset != UTC and printed.instant == universal.instant else None
    if universal.offset != UTC or len(universal.local) < _TO_THE_MINUTE:
        return None
    if not knowledge(printed) or printed.local[14:16] not in (universal.local[14:16], *_shifted(universal)):
        return None
    difference = printed.clock.replace(second=0) - universal.clock.replace(second=0)
    if not difference or not _WEST <= difference <= _EAST or (difference % _HOUR and difference not in _BROKEN_OFFSETS):
        return None
    return Moment.at(universal.clock + difference, precision=universal.precision, offset=difference)


def _shifted(universal: Moment) -> tuple[str, str]:
    """The minutes of a clock half an hour and three quarters off."""
    minute = int(universal.local[14:16])
    return f"{(minute + 30) % 60:02d}", f"{(minute + 45) % 60:02d}"


def knowledge(moment: Moment) -> int:
    """How much a moment knows beyond its day: 0 nothing, 1 a clock, 2 a clock and its offset. Midnight is no clock:
    it is what machines write where they know none.
    """
    clock = moment.local[11:]
    if not clock or not clock.strip(":0"):
        return 0
    return 1 if moment.offset is None else 2


def no_midnight(moment: Moment) -> Moment:
    """The moment to its day, where its clock says nothing."""
    return moment if knowledge(moment) or moment.precision == "day" else Moment.at(moment.day)
