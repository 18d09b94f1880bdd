"""Rules for days: of a month, of the week, around now, holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.moments import calendars
from dateline.moments.words import SOLAR
from dateline.statements import periods, solar
from dateline.statements.context import around_anchor
from dateline.statements.holidays import holiday_in
from dateline.statements.meanings import NOTHING, Meaning, date_of, part_of_day, unknown
from dateline.statements.reading import Reading, nearest
from dateline.statements.rules_calendar import shift_of, year_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., Meaning | None]


# 29 February comes back within eight years.
_LEAP_GAP = 9
_A_WEEK = 7


def day(reading: Reading, named: str = "") -> Meaning | None:
    """A day of a month, with or without its year; two days make a stretch. `named` is the month of a name of several words."""
    month, number = int(named) if named else reading.integer("month"), reading.integer("day")
    if month is None or number is None:
        return None
    year, published = year_of(reading, reading.published), reading.published
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
    here = published.year - solar.SHIFT if month > SOLAR else published.year
    days = [periods.of_day(found) for near in range(here - _LEAP_GAP, here + _LEAP_GAP) if (found := _on(near, month, number))]
    weekday = reading.integer("weekday")
    agreeing = [day for day in days if day.start.weekday() == weekday and abs(day.start.year - published.year) <= 1]
    found_day = nearest(agreeing, reading, shift_of(reading) or 0) or nearest(days, reading, shift_of(reading) or 0)
    return found_day.start if found_day else None


def weekday(reading: Reading) -> Meaning | None:
    """A weekday: with "last", "next", "the following" by them, else by the sentence; in the publish date's own week by "this"."""
    number, published = reading.integer("weekday"), reading.published
    if number is None:
        return None
    clock = reading.word("daypart")
    anchor = reading.context.anchor() if reading.has("near") else published
    begun = reading.context.day if reading.ends_range else None
    ranged = begun is not None and (published is None or abs((begun - published).days) <= _A_WEEK)
    if ranged:
        anchor = begun
    if anchor is None:
        found = unknown(f"XXXX-WXX-{number + 1}", "day")
        return part_of_day(found, clock) if clock else found
    moved = periods.days_later(anchor, _days_to(reading, number, anchor.weekday(), ranged=ranged))
    found_day = date_of(periods.of_day(moved)) if moved else None
    return part_of_day(found_day, clock) if found_day and clock else found_day


def _days_to(reading: Reading, number: int, today: int, *, ranged: bool) -> int:
    """The days from a weekday (`today`) to the one that is meant, Monday 0; `ranged` counts from the beginning of a range."""
    ahead = (number - today) % 7
    if reading.has("weekshift"):
        return number - today + 7 * (reading.integer("weekshift") or 0)
    if ranged:
        return ahead
    if reading.has("coming"):
        return ahead or 7
    shift = reading.integer("near" if reading.has("near") else "shift")
    if shift is None:
        return ahead if reading.toward() > 0 or not ahead else ahead - 7
    if shift == 0:
        return number - today
    if shift < 0:
        return ahead - 7
    # "the following Friday" is the first after, "next Friday" the one of the next week.
    return ahead or 7 if reading.has("near") else 7 - today + number


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


def week_of(reading: Reading) -> Meaning | None:
    """ "the week of March 6"."""
    found = day(reading)
    return date_of(periods.of_week(found.start)) if found and found.start else found


def deictic(reading: Reading, offset: str = "0", clock: str = "") -> Meaning | None:
    """ "yesterday", "last night": a day by its distance from the publish date."""
    if reading.is_shouted or reading.near(-1) in ("a", "the", "of a"):
        # "USA TODAY", "a tomorrow without war"
        return NOTHING
    clock = clock or reading.word("daypart")
    found = around_anchor(reading.context, "day", reading.published, int(offset))
    return part_of_day(found, clock) if found and clock else found


def same_day(reading: Reading, offset: str = "0") -> Meaning | None:
    """ "that day", "the next morning": a day by its distance from the last one named."""
    if reading.has("near"):
        offset = str(reading.integer("near"))
    found = around_anchor(reading.context, "day", reading.context.anchor(), int(offset))
    clock = reading.word("daypart")
    return part_of_day(found, clock) if found and clock else found


def holiday(reading: Reading, named: str = "") -> Meaning | None:
    """A holiday by the rule of its word, or of a name of several words (`named`); see `holidays.holiday_in`."""
    rule, published = named or reading.word("holiday"), reading.published
    year = year_of(reading, published)
    if not rule:
        return None
    if year is not None:
        return date_of(holiday_in(rule, year))
    if published is None:
        return unknown("XXXX-XX-XX" if not rule[2:].startswith("-") or len(rule) > 5 else f"XXXX-{rule}", "day")
    days = [found for near in range(published.year - 1, published.year + 2) if (found := holiday_in(rule, near))]
    return date_of(nearest(days, reading, shift_of(reading) or 0))


def year_end(reading: Reading, kind: str = "day") -> Meaning | None:
    """ "year-end": the last day of the year; "year's end" has the value of the year (`kind`), as "the end of the year" has."""
    found = _last_day(reading)
    if kind == "day" or found is None or found.start is None:
        return found
    return found._replace(value=f"{found.start.year:04d}")


def _last_day(reading: Reading) -> Meaning | None:
    year, published = year_of(reading, reading.published), reading.published
    if year is not None:
        whole = periods.of_year(year)
        return date_of(periods.of_day(whole.end)) if whole else None
    if published is None:
        return unknown("XXXX-12-31", "day")
    days = [periods.of_day(date(near, 12, 31)) for near in range(published.year - 1, published.year + 1)]
    return date_of(days[0] if reading.before.role == "since" else days[1])


RULES: dict[str, Rule] = {
    "day": day,
    "weekday": weekday,
    "weekday_day": weekday_day,
    "week_of": week_of,
    "deictic": deictic,
    "same_day": same_day,
    "holiday": holiday,
    "year_end": year_end,
}
