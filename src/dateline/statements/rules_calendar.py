"""Rules for what has a place in the calendar: days, months, years, quarters, seasons, weekdays, and the days around now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.moments import calendars
from dateline.moments.words import SOLAR
from dateline.statements import periods
from dateline.statements.meanings import (
    NOTHING,
    Meaning,
    Reading,
    around_anchor,
    date_of,
    nearest,
    part_of_day,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., Meaning | None]

# Two digits of a year: POSIX's rule for %y of strptime, as in `moments.fields`.
_PIVOT = 69
# A Solar Hijri year begins in the Gregorian one that is so much later.
_SOLAR_SHIFT = 621
# 29 February comes back within eight years.
_LEAP_GAP = 9
# A month of a Solar Hijri year has at most this many days.
_LONGEST_MONTH = 31


def _shift(reading: Reading) -> int | None:
    """What "last", "this", "next" say, as -1, 0, 1."""
    return reading.integer("shift")


def _year(reading: Reading, published: date | None) -> int | None:
    """The year that is named, in full, by its last digits, or from now ("last year's third quarter")."""
    year = reading.integer("year")
    if year is None and reading.has("q"):
        spoken = int(reading.number() or 0)
        year = spoken if _EARLIEST_SPOKEN <= spoken < _LATEST_BARE else None
    if year is None and reading.has("two") and (short := reading.integer("two")) is not None:
        year = 2000 + short if short < _PIVOT else 1900 + short
    if year is None and reading.has("yearshift") and published:
        year = published.year + (reading.integer("yearshift") or 0)
    return year


def day(reading: Reading) -> Meaning | None:
    """A day of a month, with or without its year; two days make a stretch."""
    month, number = reading.integer("month"), reading.integer("day")
    if month is None or number is None:
        return None
    year, published = _year(reading, reading.published), reading.published
    if year is None and published is None:
        return unknown(f"XXXX-{month:02d}-{number:02d}", "day") if month < SOLAR and _exists(month, number) else NOTHING
    first = _day_in(year, month, number, reading)
    if first is None:
        return NOTHING
    second = reading.integer("day2")
    if second is None or month > SOLAR:
        return date_of(periods.of_day(first))
    last = _on(first.year, reading.integer("month2") or month, second)
    if last is None or last < first:
        return NOTHING
    return Meaning("DATE", f"{first}/{last}", "day", first, last, periods.of_day(first))


def _exists(month: int, number: int) -> bool:
    return _on(2000, month, number) is not None


def _on(year: int, month: int, number: int) -> date | None:
    """A day; None where there is none such."""
    if month > SOLAR:
        return calendars.solar_hijri(year, month - SOLAR, number)
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _day_in(year: int | None, month: int, number: int, reading: Reading) -> date | None:
    """The day in its year, or in the year that the surroundings call for."""
    if year is not None:
        return _on(year, month, number)
    published = reading.published
    if published is None:
        return None
    here = published.year - _SOLAR_SHIFT if month > SOLAR else published.year
    days = [periods.of_day(found) for near in range(here - _LEAP_GAP, here + _LEAP_GAP) if (found := _on(near, month, number))]
    weekday = reading.integer("weekday")
    agreeing = [day for day in days if day.start.weekday() == weekday and abs(day.start.year - published.year) <= 1]
    found_day = nearest(agreeing, reading, _shift(reading) or 0) or nearest(days, reading, _shift(reading) or 0)
    return found_day.start if found_day else None


def month(reading: Reading) -> Meaning | None:
    """A month, with its year, with "last" or "next", or alone."""
    number, year, published = reading.integer("month"), _year(reading, reading.published), reading.published
    if number is None:
        return None
    if number > SOLAR:
        return _solar_month(reading, number - SOLAR, year)
    if year is not None:
        return date_of(periods.of_month(year, number))
    shift = _shift(reading)
    if shift is None and _is_name(reading):
        return None
    if published is None:
        return unknown(f"XXXX-{number:02d}", "month")
    if shift is None:
        near = (periods.of_month(near, number) for near in range(published.year - 1, published.year + 2))
        return date_of(nearest([month for month in near if month], reading, 0))
    return date_of(periods.of_month(published.year + (0 if (number - published.month) * shift > 0 else shift), number))


def _is_name(reading: Reading) -> bool:
    """Whether a month's word is a person's name, or begins a sentence as a verb: "Theresa May", "May I", "Ms. June"."""
    prose, lexicon = reading.prose, reading.prose.lexicon
    token = reading.tokens("month")[0]
    if lexicon.key(prose.pieces[token]) not in lexicon.names:
        return False
    before = prose.pieces[token - 1] if token else "\n"
    after = prose.pieces[reading.last] if reading.last < len(prose.pieces) else ""
    begins = before in ("\n", ".", '"', "“", "`")
    called = before[:1].isupper() and prose.codes[token - 1] == "x"
    return begins or called or (after[:1].isupper() and prose.codes[reading.last] == "x")


def _solar_month(reading: Reading, number: int, year: int | None) -> Meaning | None:
    """A month of the Solar Hijri calendar, given by its Gregorian days."""
    published = reading.published
    if year is None:
        if published is None:
            return unknown("XXXX-XX", "month")
        here = published.year - _SOLAR_SHIFT
        firsts = [
            periods.of_day(first) for near in (here - 1, here, here + 1) if (first := calendars.solar_hijri(near, number, 1))
        ]
        nearest_first = nearest(firsts, reading, 0)
        first = nearest_first.start if nearest_first else None
    else:
        first = calendars.solar_hijri(year, number, 1)
    if first is None:
        return None
    last = next(found for back in range(_LONGEST_MONTH) if (found := _last_of(first, number, _LONGEST_MONTH - back)))
    return Meaning("DATE", f"{first}/{last}", "month", first, last)


def _last_of(first: date, number: int, length: int) -> date | None:
    year = next(
        year
        for year in (first.year - _SOLAR_SHIFT, first.year - _SOLAR_SHIFT - 1)
        if calendars.solar_hijri(year, number, 1) == first
    )
    return calendars.solar_hijri(year, number, length)


def year(reading: Reading, kind: str = "") -> Meaning | None:
    """A year; `fiscal` ones and school years are taken as the calendar year of their number, and are vague."""
    number = _year(reading, reading.published)
    if number is None:
        return None
    if kind == "period" and reading.context.quarter:
        # "the 1988 quarter": the one of the report, in that year.
        return date_of(periods.around("quarter", reading.context.quarter.start.replace(year=number)))
    if kind == "bare" and not _stands_as_year(reading):
        return None
    if reading.has("two2") or reading.has("year2"):
        last = reading.integer("year2") or number // 100 * 100 + (reading.integer("two2") or 0)
        whole = periods.of_year(number)
        until = periods.of_year(last)
        if not whole or not until or not 0 < last - number <= 100:
            return None
        return Meaning("DATE", f"{number}/{last}", "year", whole.start, until.end, whole, vague=last == number + 1)
    return date_of(periods.of_year(number), vague=kind == "fiscal")


# A number outside these years is one of things more often than not.
_EARLIEST_BARE, _LATEST_BARE, _EARLIEST_SPOKEN = 1900, 2100, 1800


def _stands_as_year(reading: Reading) -> bool:
    """Whether four digits alone are a year: no price, no number of things, no part of a longer number or name."""
    lexicon, text = reading.prose.lexicon, reading.prose.text
    start, end = reading.prose.starts[reading.first], reading.prose.ends[reading.last - 1]
    glued, after = text[max(0, start - 2) : start], text[end : end + 2]
    if glued[-1:] in tuple("$€£¥#%/+=&.:_") or (glued[-1:] == "-" and glued[:1].isdecimal()):
        return False
    if after[:1] in tuple("%°$€/_:") or (after[:1] in tuple("-–.,") and after[1:].isdecimal()):
        return False
    before, follows = reading.near(-1), reading.near(0)
    if before in lexicon.listed("noyear"):
        return False
    number = reading.integer("year") or 0
    if not _EARLIEST_BARE <= number < _LATEST_BARE or follows in lexicon.listed("counted"):
        return before in lexicon.listed("yearprep") and follows not in lexicon.listed("counted")
    return True


def decade(reading: Reading, kind: str = "") -> Meaning | None:
    """ "the 1990s", "the '90s", "the nineties"; two digits are of the century before the publish date's when that is nearer."""
    number = reading.integer("decade")
    if number is None:
        return None
    if number < 100:
        if kind == "full":
            # "in his 30s"
            return None
        number += 2000 if number < 30 else 1900
    return date_of(periods.of_decade(number))


def century(reading: Reading) -> Meaning | None:
    """A century by its number."""
    tens, ones = reading.integer("tens") or 0, reading.integer("nth")
    return date_of(periods.of_century(tens + ones)) if ones is not None and tens + ones <= 30 else None


def quarter(reading: Reading, unit: str = "quarter", back: str = "0") -> Meaning | None:
    """A quarter or a half of a year: of the one that is named, else the nearest in the direction of the sentence."""
    number = reading.integer("nth")
    most, letter = (4, "Q") if unit == "quarter" else (2, "H")
    if number is None or not 1 <= number <= most:
        return None
    make = periods.of_quarter if unit == "quarter" else periods.of_half
    year, published = _year(reading, reading.published), reading.published
    if year is None and published is None:
        return unknown(f"XXXX-{letter}{number}", "quarter" if unit == "quarter" else "half")
    if year is None and published:
        near = (make(near, number) for near in range(published.year - 1, published.year + 2))
        found = nearest([period for period in near if period], reading, 0)
        year = found.start.year + int(back) if found else None
    return date_of(make(year, number)) if year is not None else None


def season(reading: Reading, kind: str = "") -> Meaning | None:
    """A season of the northern half of the Earth, with its year, or counted from now."""
    number, published = reading.integer("season"), reading.published
    if number is None:
        return None
    if kind == "bare" and reading.near(0) in ("of", "in", "from", "to"):
        return None
    year = _year(reading, published)
    if year is not None:
        return date_of(periods.of_season(year, number))
    if published is None:
        return unknown(f"XXXX-{periods.SEASONS[number]}", "season")
    shift = _shift(reading)
    found = [season for near in range(published.year - 2, published.year + 3) if (season := periods.of_season(near, number))]
    if shift == -1:
        found = [season for season in found if season.end < published]
    elif shift == 1:
        found = [season for season in found if season.start > published]
    elif shift == 0:
        found = [
            season for season in found if published.year in (season.start.year, season.end.year) and season.end >= published
        ] or found
    return date_of(nearest(found, reading, shift or 0))


def weekday(reading: Reading) -> Meaning | None:
    """A weekday: with "last", "next", "the following" by them, else by the sentence; in the publish date's own week by "this"."""
    number, published = reading.integer("weekday"), reading.published
    if number is None:
        return None
    clock = reading.word("daypart")
    anchor = reading.context.anchor() if reading.has("near") else published
    if anchor is None:
        found = unknown(f"XXXX-WXX-{number + 1}", "day")
        return part_of_day(found, clock) if clock else found
    ahead = (number - anchor.weekday()) % 7
    shift = reading.integer("near") if reading.has("near") else reading.integer("shift")
    if reading.has("coming"):
        shift = 1
    if shift is None:
        toward = reading.toward()
        days = ahead if toward > 0 else ahead - 7 if ahead else 0
    elif shift == 0:
        days = number - anchor.weekday()
    elif shift < 0:
        days = ahead - 7
    elif reading.has("near") or reading.has("coming"):
        days = ahead or 7
    else:
        # "next Friday" is the one of the next week.
        days = 7 - anchor.weekday() + number
    if reading.has("weekshift"):
        days = number - anchor.weekday() + 7 * (reading.integer("weekshift") or 0)
    moved = periods.days_later(anchor, days)
    found_day = date_of(periods.of_day(moved)) if moved else None
    return part_of_day(found_day, clock) if found_day and clock else found_day


def week_of(reading: Reading) -> Meaning | None:
    """ "the week of March 6"."""
    found = day(reading)
    return date_of(periods.of_week(found.start)) if found and found.start else found


def weekday_day(reading: Reading) -> Meaning | None:
    """ "Sunday the 31st": the nearest such day, if there is one in the year around the publish date."""
    number, name, published = reading.integer("day"), reading.integer("weekday"), reading.published
    if number is None or name is None:
        return None
    if published is None:
        return unknown(f"XXXX-XX-{number:02d}", "day")
    months = [(published.year * 12 + published.month - 1 + shift) for shift in (0, -1, 1)]
    days = (_on(count // 12, count % 12 + 1, number) for count in months)
    agreeing = [periods.of_day(found) for found in days if found and found.weekday() == name]
    return date_of(nearest(agreeing, reading, 0)) or unknown(f"XXXX-XX-{number:02d}", "day")


def deictic(reading: Reading, offset: str = "0", clock: str = "") -> Meaning | None:
    """ "yesterday", "last night": a day by its distance from the publish date."""
    clock = clock or reading.word("daypart")
    found = around_anchor("day", reading.published, reading.integer("deictic") if reading.has("deictic") else int(offset))
    return part_of_day(found, clock) if found and clock else found


def same_day(reading: Reading, offset: str = "0") -> Meaning | None:
    """ "that day", "the next morning": a day by its distance from the last one named."""
    if reading.has("near"):
        offset = str(reading.integer("near"))
    found = around_anchor("day", reading.context.anchor(), int(offset))
    clock = reading.word("daypart")
    return part_of_day(found, clock) if found and clock else found


def holiday(reading: Reading) -> Meaning | None:
    """A holiday with a fixed day, "MM-DD", or "easter+N" by the Western reckoning, or "MM-N-W": the Nth weekday W of a month."""
    rule, published = reading.word("holiday"), reading.published
    year = _year(reading, published)
    if not rule:
        return None
    if year is not None:
        return date_of(_holiday(rule, year))
    if published is None:
        return unknown("XXXX-XX-XX" if not rule[2:].startswith("-") or len(rule) > 5 else f"XXXX-{rule}", "day")
    days = [found for near in range(published.year - 1, published.year + 2) if (found := _holiday(rule, near))]
    return date_of(nearest(days, reading, _shift(reading) or 0))


def year_end(reading: Reading) -> Meaning | None:
    """ "year-end": the last day of the year."""
    published = reading.published
    if published is None:
        return unknown("XXXX-12-31", "day")
    days = [periods.of_day(date(near, 12, 31)) for near in range(published.year - 1, published.year + 1)]
    return date_of(days[0] if reading.before.role == "since" else days[1])


def _holiday(rule: str, year: int) -> periods.Period | None:
    if not 1583 <= year <= 4000:
        return None
    if rule.startswith("easter"):
        moved = periods.days_later(_easter(year), int(rule.removeprefix("easter")))
        return periods.of_day(moved) if moved else None
    month, number, *weekday = map(int, rule.split("-"))
    if not weekday:
        return periods.of_day(date(year, month, number))
    first = date(year, month, 1)
    return periods.of_day(date(year, month, 1 + (weekday[0] - first.weekday()) % 7 + 7 * (number - 1)))


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


RULES: dict[str, Rule] = {
    "day": day, "month": month, "year": year, "decade": decade, "century": century, "quarter": quarter, "season": season,
    "weekday": weekday, "weekday_day": weekday_day, "week_of": week_of, "deictic": deictic, "same_day": same_day, "holiday": holiday, "year_end": year_end,
}  # fmt: skip
