"""The day of a holiday in a year."""

from __future__ import annotations

from datetime import date

from dateline.statements import periods

_YEARS = range(1583, 4001)


def holiday_in(rule: str, year: int) -> periods.Period | None:
    """The day that a rule gives: "MM-DD", "MM-N-W" for the Nth weekday W (Monday 0) of a month, or "easter+N", days from Easter.
    "+N" behind it is so many days later.

    Easter is the Western one. None for a year outside those that the rule of Easter holds for (1583 to 4000).
    """
    if year not in _YEARS:
        return None
    if rule.startswith("easter"):
        moved = periods.days_later(_easter(year), int(rule.removeprefix("easter")))
        return periods.of_day(moved) if moved else None
    rule, _, later = rule.partition("+")
    month, number, *weekday = map(int, rule.split("-"))
    if not weekday:
        return periods.of_day(date(year, month, number))
    first = date(year, month, 1)
    return periods.of_day(date(year, month, 1 + (weekday[0] - first.weekday()) % 7 + 7 * (number - 1) + int(later or 0)))


def _easter(year: int) -> date:
    """Western Easter by the rule of Oudin (1940), as in the Explanatory Supplement to the Astronomical Almanac."""
    century = year // 100
    golden = year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    distance = moon - weekday
    month = 3 + (distance + 40) // 44
    return date(year, month, distance + 28 - 31 * (month // 4))
