"""Years and months of the Solar Hijri calendar in Gregorian days: what Persian means by "this year" and "last month"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.moments.calendars import solar_hijri
from dateline.statements.periods import Period, days_later

if TYPE_CHECKING:
    from datetime import date

# A Solar Hijri year begins in March of the Gregorian one that is so much later.
SHIFT = 621
# Four digits in this range are a Solar Hijri year in a Persian text.
YEARS = range(1300, 1450)


def of_year(year: int) -> Period | None:
    """A year; its value is the ISO 8601 interval of its days."""
    return _between("year", solar_hijri(year, 1, 1), solar_hijri(year + 1, 1, 1))


def of_month(year: int, month: int) -> Period | None:
    """A month, 1 (Farvardin) to 12."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _between("month", solar_hijri(year, month, 1), solar_hijri(*following, 1))


def around(unit: str, day: date, shift: int) -> Period | None:
    """The year or month that a day is in, or the one `shift` units later."""
    year = next((year for year in (day.year - SHIFT, day.year - SHIFT - 1) if _begun(year, 1, day)), None)
    if year is None:
        return None
    if unit == "year":
        return of_year(year + shift)
    month = next(month for month in range(12, 0, -1) if _begun(year, month, day))
    months = year * 12 + month - 1 + shift
    return of_month(months // 12, months % 12 + 1)


def _begun(year: int, month: int, day: date) -> bool:
    first = solar_hijri(year, month, 1)
    return first is not None and first <= day


def _between(unit: str, first: date | None, following: date | None) -> Period | None:
    last = days_later(following, -1) if following else None
    if first is None or last is None:
        return None
    return Period("year" if unit == "year" else "month", first, last, f"{first}/{last}")
