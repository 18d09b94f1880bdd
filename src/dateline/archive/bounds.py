"""Publish times as they are kept and compared.

An article's publish time is the stretch of local seconds that it may lie in (a day is 86,400 of them), and its offset from
UTC where that is known. A bound of a search is a stretch too, as wide as it was written. The rules, both ends inclusive:

- A bound without an offset (`2021-11-23`, `2021-11`, `2021-11-23T18:00`) is compared with the date or clock as printed.
- A bound with an offset (`2021-11-23T18:00Z`) is compared as an instant with articles whose offset is known, and by the
  local day with the others.
- A time that is only roughly known (a month, a year) is within when any part of it may be.
- An article without a publish time is within no bounds.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import NamedTuple, get_args

import msgspec

from dateline.errors import QueryError
from dateline.records import Moment, Precision

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - local clocks have no zone
DAY = 86_400  # seconds
_LENGTH = {"day": DAY, "hour": 3_600, "minute": 60, "second": 1}

# No number of a day is negative, since databases cut towards zero.
_DAYS_BEFORE = 1_000_000
DAY_OF = f"({{}} + {_DAYS_BEFORE * DAY}) / {DAY}"
"""The number of the day that a column of local seconds lies in, in SQL; `day_at` gives the day back."""

# Articles without a publish time come after all others.
UNDATED = -(2**62)

_BOUND = re.compile(
    r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?", re.ASCII
)
HOW_TO_WRITE = "write 2021, 2021-11, 2021-11-23, 2021-11-23T18:00 or 2021-11-23T18:00+03:30"


class Stretch(msgspec.Struct, frozen=True):
    """Local seconds since 1970-01-01T00:00 on the same clock, both ends inclusive; `offset` from UTC in seconds, or None."""

    first: int
    last: int
    offset: int | None = None

    @property
    def instants(self) -> tuple[int, int]:
        """First and last as seconds since the epoch in UTC; the local clock is taken for UTC where the offset is not known."""
        return self.first - (self.offset or 0), self.last - (self.offset or 0)


class Times(NamedTuple):
    """A publish time as a row holds it: `time` for order, in UTC; the stretch and its offset, None where they are not known."""

    time: int
    first: int | None
    last: int | None
    offset: int | None


def times(moment: Moment | None) -> Times:
    """The columns of a publish time."""
    if moment is None:
        return Times(UNDATED, None, None, None)
    found = stretch(moment)
    return Times(found.instants[0], found.first, found.last, found.offset)


def stretch(moment: Moment) -> Stretch:
    """The stretch of time that a moment may lie in."""
    return _stretch(moment.clock, moment.precision, _offset(moment.offset))


def bound(value: str | date) -> Stretch:
    """A bound of a search from its text, a date or a datetime; raises `QueryError` when it is no date."""
    if isinstance(value, datetime):
        offset = value.utcoffset()
        return _stretch(value.replace(tzinfo=None), "second", None if offset is None else round(offset.total_seconds()))
    if isinstance(value, date):
        return _stretch(datetime(value.year, value.month, value.day), "day", None)  # noqa: DTZ001
    return _stretch(*_written(value))


def moment(text: str) -> Moment:
    """A point in time as precise as it is written, from the same text as a bound; raises `QueryError` when it is no date."""
    clock, precision, offset = _written(text)
    if offset is not None and abs(offset) >= DAY:
        raise QueryError(f"{text!r} is more than a day from UTC: {HOW_TO_WRITE}")
    return Moment.at(clock, precision=precision, offset=None if offset is None else timedelta(seconds=offset))


def _written(value: str) -> tuple[datetime, Precision, int | None]:
    """The clock, the precision and the offset of a date as it is written."""
    match = _BOUND.fullmatch(_ascii_digits(value.strip()))
    if match is None:
        raise QueryError(f"{value!r} is no date: {HOW_TO_WRITE}")
    *parts, zone = match.groups()
    known = [int(part) for part in parts if part is not None]
    try:
        clock = datetime(*(known + [1, 1][len(known) - 1 :] if len(known) < 3 else known))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        raise QueryError(f"{value!r} is no date of the calendar: {HOW_TO_WRITE}") from None
    return clock, get_args(Precision)[len(known) - 1], _offset(zone)


def within(article: Stretch | None, from_: Stretch | None, to: Stretch | None) -> bool:
    """Whether an article's publish time is within the bounds: the rules in Python, for what SQL does."""
    if from_ is None and to is None:
        return True
    if article is None:
        return False
    return (from_ is None or _ends_after(article, from_)) and (to is None or _begins_before(article, to))


def _ends_after(article: Stretch, from_: Stretch) -> bool:
    if from_.offset is None:
        return article.last >= from_.first
    if article.offset is None:
        return article.last >= day_of(from_.first)
    return article.instants[1] >= from_.instants[0]


def _begins_before(article: Stretch, to: Stretch) -> bool:
    if to.offset is None:
        return article.first <= to.last
    if article.offset is None:
        return article.first <= day_of(to.last) + DAY - 1
    return article.instants[0] <= to.instants[1]


def out_of_order(from_: Stretch, to: Stretch) -> bool:
    """Whether the end comes before the beginning. Where only one has an offset, a day lies between their clocks at most."""
    slack = 0 if (from_.offset is None) == (to.offset is None) else DAY
    return to.instants[1] + slack < from_.instants[0]


def number_of(second: int) -> int:
    """The number of the day that a local second lies in, as `DAY_OF` gives it."""
    return second // DAY + _DAYS_BEFORE


def day_of(second: int) -> int:
    """The first second of the local day that a local second is in."""
    return second - second % DAY


def date_of(second: int) -> date:
    """The local date of a local second."""
    return (_EPOCH + timedelta(seconds=second)).date()


def clock_of(second: int) -> str:
    """The local date and clock of a local second, for people."""
    return (_EPOCH + timedelta(seconds=second)).isoformat(" ", "minutes")


def day_at(number: int) -> date:
    """The day of a number that `DAY_OF` gave."""
    return date_of((number - _DAYS_BEFORE) * DAY)


def _stretch(clock: datetime, precision: str, offset: int | None) -> Stretch:
    first = round((clock.replace(microsecond=0) - _EPOCH).total_seconds())
    if precision == "year":
        length = (366 if monthrange(clock.year, 2)[1] == 29 else 365) * DAY
    elif precision == "month":
        length = monthrange(clock.year, clock.month)[1] * DAY
    else:
        length = _LENGTH[precision]
    return Stretch(first, first + length - 1, offset)


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3_600 + int(zone[-2:]) * 60
    return -seconds if zone[0] == "-" else seconds


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
