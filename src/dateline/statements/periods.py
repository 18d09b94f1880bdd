"""Stretches of the calendar: what a year, a quarter, a week or a season covers, its TIMEX3 value, and the next ones.

Nothing here raises for a day out of range: such a period is None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.statements.records import Granularity

# Years that `datetime` can hold with a year to spare on either side, so that shifts by a season or a week stay in range.
_FIRST, _LAST = 2, 9990
UNITS: dict[str, Granularity] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "half": "half", "season": "season",
    "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_BEGINS = 3  # March: meteorological seasons


class Period(NamedTuple):
    """The days `start` to `end`, both inclusive, of one unit of the calendar, and its TIMEX3 value."""

    unit: Granularity
    start: date
    end: date
    value: str


def of_day(day: date) -> Period:
    """One day."""
    return Period("day", day, day, day.isoformat())


def of_week(day: date) -> Period:
    """The ISO week (Monday to Sunday) that a day is in."""
    monday = _moved(day, -day.weekday())
    year, week, _ = day.isocalendar()
    return Period("week", monday, _moved(monday, 6), f"{year:04d}-W{week:02d}")


def of_weekend(day: date) -> Period:
    """The weekend of the ISO week that a day is in."""
    week = of_week(day)
    return Period("weekend", _moved(week.start, 5), week.end, week.value + "-WE")


def of_months(unit: Granularity, year: int, month: int, count: int, value: str) -> Period | None:
    """`count` months from a month on."""
    last = year * 12 + month - 1 + count - 1
    if not (year >= _FIRST and last // 12 <= _LAST):
        return None
    end_year, end_month = last // 12, last % 12 + 1
    return Period(unit, date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), value)


def of_month(year: int, month: int) -> Period | None:
    """A month of the Gregorian calendar."""
    return of_months("month", year, month, 1, f"{year:04d}-{month:02d}")


def of_quarter(year: int, quarter: int) -> Period | None:
    """A calendar quarter, 1 to 4."""
    return of_months("quarter", year, 3 * quarter - 2, 3, f"{year:04d}-Q{quarter}")


def of_half(year: int, half: int) -> Period | None:
    """A half of a calendar year, 1 or 2."""
    return of_months("half", year, 6 * half - 5, 6, f"{year:04d}-H{half}")


def of_season(year: int, season: int) -> Period | None:
    """A season of the northern half of the Earth, 0 (spring) to 3; the winter of a year begins in its December."""
    return of_months("season", year, _SEASON_BEGINS + 3 * season, 3, f"{year:04d}-{SEASONS[season]}")


def of_year(year: int) -> Period | None:
    """A calendar year."""
    return of_months("year", year, 1, 12, f"{year:04d}")


def of_decade(year: int) -> Period | None:
    """The ten years that a year is in, from the one that ends in 0."""
    return of_months("decade", year // 10 * 10, 1, 120, f"{year // 10:03d}")


def of_century(number: int) -> Period | None:
    """A century by its ordinal number: the 20th is taken as 1900 to 1999, as its TIMEX3 value does."""
    return of_months("century", 100 * (number - 1), 1, 1200, f"{number - 1:02d}") if number > 1 else None


def around(unit: str, day: date, shift: int = 0) -> Period | None:
    """The period of a unit that a day is in, or the one `shift` units later (earlier when negative)."""
    if abs(shift) > _LAST * 366:
        return None
    try:
        return _around(unit, day, shift)
    except OverflowError:
        return None


def _around(unit: str, day: date, shift: int) -> Period | None:
    if unit in ("day", "week", "weekend"):
        moved = day + timedelta(days=shift * (1 if unit == "day" else 7))
        return {"day": of_day, "week": of_week, "weekend": of_weekend}[unit](moved) if _FIRST <= moved.year <= _LAST else None
    if unit == "fortnight":
        return _around("week", day, 2 * shift)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + shift
        return of_month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + shift
        return of_quarter(quarters // 4, quarters % 4 + 1)
    if unit == "half":
        halves = day.year * 2 + (day.month - 1) // 6 + shift
        return of_half(halves // 2, halves % 2 + 1)
    if unit == "season":
        months = day.year * 12 + day.month - _SEASON_BEGINS + 3 * shift
        return of_season(months // 12, months % 12 // 3)
    if unit == "decade":
        return of_decade(day.year + 10 * shift)
    if unit == "century":
        return of_century(day.year // 100 + 1 + shift)
    return of_year(day.year + shift)


def shifted(period: Period, unit: str, count: int) -> Period | None:
    """The period of the same size `count` units later: the quarter a year before, the day two weeks after."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return around(period.unit, period.start, 0) and _by_days(period, count * {"day": 1, "fortnight": 14}.get(unit, 7))
    months = {"month": 1, "quarter": 3, "half": 6, "season": 3, "decade": 120, "century": 1200}.get(unit, 12) * count
    moved = months_later(period.start, months)
    return around(period.unit, moved) if moved else None


def _by_days(period: Period, days: int) -> Period | None:
    moved = days_later(period.start, days)
    return around(period.unit, moved) if moved else None


def days_later(day: date, days: int) -> date | None:
    """The day so many days later."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_later(day: date, months: int) -> date | None:
    """The same day so many months later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not _FIRST <= year <= _LAST:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def later(day: date, unit: str, count: float) -> date | None:
    """The day `count` units later; half units are counted in days or months."""
    if unit in ("hour", "minute", "second"):
        return days_later(day, int(count * {"hour": 60, "minute": 1}.get(unit, 0) // 1440))
    if unit in ("day", "week", "weekend", "fortnight"):
        return days_later(day, round(count * {"day": 1, "fortnight": 14}.get(unit, 7)))
    return months_later(day, round(count * {"month": 1, "quarter": 3, "decade": 120, "century": 1200}.get(unit, 12)))


def _moved(day: date, days: int) -> date:
    """A day near another one; the ends of the calendar stay where they are."""
    return days_later(day, days) or day
