"""A date's fields, as written, on the Gregorian calendar: which calendar, which order, which century."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.moments import calendars
from dateline.moments.words import ISLAMIC, SOLAR, order, root

if TYPE_CHECKING:
    from datetime import date

    from dateline.moments.calendars import Calendar


class Written(NamedTuple):
    """A date as printed. `month` may carry `SOLAR` or `ISLAMIC`; `digits` is the length of the year.

    `named` tells a month by name from one by number, `thai` a date in Thai script.
    """

    year: int
    month: int
    day: int | None
    digits: int
    era: str = ""
    named: bool = False
    thai: bool = False


class Day(NamedTuple):
    """A day found on the Gregorian calendar, with a factor for how sure the calendar is."""

    day: date
    calendar: Calendar
    certainty: float


class Order(NamedTuple):
    """Whether the day stands first, and whether anything settled it."""

    day_first: bool
    settled: bool
    certainty: float


# Factors of certainty. Judged by what else such a date could be, not measured.
_EVIDENT, _HABITUAL, _OPEN = 0.97, 0.87, 0.5
_SHORT_YEAR, _GUESSED, _SIGHTED_MOON = 0.8, 0.75, 0.85

# Two digits of a year: POSIX's rule for %y of strptime.
_PIVOT = 69
# Thai years of two digits from 2543 (2000) to 2579 are Buddhist; others are Gregorian.
_THAI_SHORT = range(43, 80)
# Years as these calendars write them in living memory; none is a Gregorian year of news.
_SOLAR, _HIJRI, _BUDDHIST, _MINGUO = range(1250, 1450), range(1300, 1500), range(2400, 2600), range(1, 200)
# Without any other evidence, years up to here are Solar Hijri, later ones Islamic: both count about 1400 now.
_LAST_SOLAR = 1419
_SOLAR_LANGUAGES = frozenset(("fa", "ps", "ckb", "prs", "mzn", "lrc", "glk", "haz"))
_ISLAMIC_LANGUAGES = frozenset(("ar", "ur"))
_BUDDHIST_LANGUAGES = frozenset(("th", "lo", "km"))


def day_of(written: Written, language: str | None) -> Day | None:
    """The Gregorian day of a written date; the first of the month where it names no day. None for no possible day."""
    year, day = written.year, written.day or 1
    if written.month > SOLAR:
        if written.day is None:
            return None
        if written.month > ISLAMIC:
            return _islamic(year, written.month - ISLAMIC, day, 1.0)
        return _solar(year, written.month - SOLAR, day, 1.0)
    if written.era and written.era != "gregorian":
        return _of_era(written, day, language)
    if written.digits == 2:
        year = _full_year(year, written, language)
        written = written._replace(year=year)
    if calendars.FIRST_YEAR <= year <= calendars.LAST_YEAR:
        found_day = calendars.gregorian(year, written.month, day)
        return Day(found_day, "gregorian", _SHORT_YEAR if written.digits == 2 else 1.0) if found_day else None
    return _of_another_calendar(written, day, language)


def _of_era(written: Written, day: int, language: str | None) -> Day | None:
    """The day in the calendar that an era word names."""
    year, month, era = written.year, written.month, written.era
    if era in ("solar hijri", "islamic", "hijri"):
        if written.day is None:
            return None
        solar = era == "solar hijri" or (era == "hijri" and root(language) in _SOLAR_LANGUAGES)
        return _solar(year, month, day, 1.0) if solar else _islamic(year, month, day, 1.0)
    if era == "buddhist":
        return _day(calendars.buddhist(year, month, day), "buddhist", 1.0) if year in _BUDDHIST else None
    if era == "minguo":
        return _day(calendars.minguo(year, month, day), "minguo", 1.0)
    return _day(calendars.japanese(era, year, month, day), "japanese era", 1.0)


def _of_another_calendar(written: Written, day: int, language: str | None) -> Day | None:
    """The day of a year that is none of the Gregorian calendar's and has no era to say whose it is."""
    year, month, spoken = written.year, written.month, root(language)
    if year in _BUDDHIST and (written.thai or spoken in _BUDDHIST_LANGUAGES or not written.named):
        sure = written.thai or spoken in _BUDDHIST_LANGUAGES
        return _day(calendars.buddhist(year, month, day), "buddhist", 1.0 if sure else _GUESSED)
    if written.digits == 3 and spoken == "zh" and year in _MINGUO:
        return _day(calendars.minguo(year, month, day), "minguo", _HABITUAL)
    if written.named or written.day is None or written.digits < 4:
        return None
    if spoken in _SOLAR_LANGUAGES:
        return _solar(year, month, day, 1.0)
    if spoken in _ISLAMIC_LANGUAGES:
        return _islamic(year, month, day, 1.0)
    return _solar(year, month, day, _GUESSED) if year <= _LAST_SOLAR else _islamic(year, month, day, _GUESSED)


def _day(found: date | None, calendar: Calendar, certainty: float) -> Day | None:
    return Day(found, calendar, certainty) if found else None


def _solar(year: int, month: int, day: int, certainty: float) -> Day | None:
    return _day(calendars.solar_hijri(year, month, day), "solar hijri", certainty) if year in _SOLAR else None


def _islamic(year: int, month: int, day: int, certainty: float) -> Day | None:
    return _day(calendars.islamic(year, month, day), "islamic", certainty * _SIGHTED_MOON) if year in _HIJRI else None


def _full_year(year: int, written: Written, language: str | None) -> int:
    """The year that two digits mean."""
    if year in _THAI_SHORT and (written.thai or root(language) in _BUDDHIST_LANGUAGES):
        return 2500 + year
    return 2000 + year if year < _PIVOT else 1900 + year


def order_of(first: int, second: int, separator: str, language: str | None, day_first: bool | None) -> Order | None:
    """Which of two numbers before a year is the day; None when neither order can be."""
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if first > 12 or second > 12 or first == second:
        return Order(first > 12, True, _EVIDENT)
    if day_first is not None:
        return Order(day_first, True, _EVIDENT)
    habit = order(language)
    if separator == "." and habit != "mdy":
        return Order(True, True, _HABITUAL)
    if language and root(language) == language.lower() == "en":
        # Half the English-speaking press writes the one, half the other; the United States print more.
        return Order(separator == ".", separator == ".", _HABITUAL if separator == "." else _OPEN)
    if habit in ("mdy", "dmy"):
        return Order(habit == "dmy", True, _HABITUAL)
    return Order(True, False, _OPEN)
