"""Days of other calendars as Gregorian days.

Every function gives None for a day that its calendar does not have.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

Calendar = Literal["gregorian", "solar hijri", "islamic", "buddhist", "minguo", "japanese era"]

# Years outside are no dates of news: page numbers, prices, counts.
FIRST_YEAR, LAST_YEAR = 1700, 2199

BUDDHIST_SHIFT = 543
MINGUO_SHIFT = 1911
# The first day of each era (Japanese Cabinet decisions); 1873 began the Gregorian calendar, earlier Meiji days are lunar.
_ERAS = {
    "明治": (date(1873, 1, 1), 1867),
    "大正": (date(1912, 7, 30), 1911),
    "昭和": (date(1926, 12, 25), 1925),
    "平成": (date(1989, 1, 8), 1988),
    "令和": (date(2019, 5, 1), 2018),
}
_ERA_ENDS = {"明治": date(1912, 7, 30), "大正": date(1926, 12, 25), "昭和": date(1989, 1, 7), "平成": date(2019, 4, 30)}

# Leap years within the 33-year cycle of the Solar Hijri calendar; the cycle agrees with the astronomical rule of the
# Iranian law of 1925 for the years 1178 to 1633 (K. M. Borkowski, "The Persian calendar for 3000 years", 1996).
_SOLAR_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
_SOLAR_ANCHOR = date(2021, 3, 21)  # 1 Farvardin 1400
_SOLAR_YEARS = range(1178, 1634)

# 1 Muharram 1 in the civil reckoning is Friday, 16 July 622 (Julian), 19 July 622 in the proleptic Gregorian calendar.
_ISLAMIC_EPOCH = date(622, 7, 19)


def gregorian(year: int, month: int, day: int) -> date | None:
    """A Gregorian day between `FIRST_YEAR` and `LAST_YEAR`."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def solar_hijri(year: int, month: int, day: int) -> date | None:
    """A day of the Solar Hijri calendar (Iran, Afghanistan): six months of 31 days, five of 30, one of 29 or 30."""
    if year not in _SOLAR_YEARS or not 1 <= month <= 12:
        return None
    leap = year % 33 in _SOLAR_LEAPS
    length = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if not 1 <= day <= length:
        return None
    months = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    days = 365 * (year - 1400) + _solar_leaps(year) - _solar_leaps(1400) + months + day - 1
    return _SOLAR_ANCHOR + timedelta(days=days)


def _solar_leaps(year: int) -> int:
    """The leap years before `year` since the cycle's beginning."""
    cycles, rest = divmod(year, 33)
    return 8 * cycles + sum(leap < rest for leap in _SOLAR_LEAPS)


def islamic(year: int, month: int, day: int) -> date | None:
    """A day of the Islamic calendar by the civil tabular rule: 30 and 29 days in turn, 11 leap years in 30.

    A month that begins by sighting may differ by a day. Rule: N. Dershowitz and E. Reingold, Calendrical Calculations, ch. 7.
    """
    if not 1 <= year <= 1700 or not 1 <= month <= 12:
        return None
    leap = (11 * year + 14) % 30 < 11
    if not 1 <= day <= (30 if month % 2 or (month == 12 and leap) else 29):
        return None
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return _ISLAMIC_EPOCH + timedelta(days=days)


def buddhist(year: int, month: int, day: int) -> date | None:
    """A day of the Thai solar calendar, whose year 2500 is 1957; before 1941 its year began in April."""
    return gregorian(year - BUDDHIST_SHIFT, month, day)


def minguo(year: int, month: int, day: int) -> date | None:
    """A day of the calendar of the Republic of China, whose year 1 is 1912."""
    return gregorian(year + MINGUO_SHIFT, month, day) if year > 0 else None


def japanese(era: str, year: int, month: int, day: int) -> date | None:
    """A day of a Japanese era: 令和6年3月5日 is 2024-03-05. A day before its era or after its end is none."""
    first, shift = _ERAS[era]
    found = gregorian(shift + year, month, day) if year > 0 else None
    if found is None or found < first or found > _ERA_ENDS.get(era, date.max):
        return None
    return found
