"""Rules for what is counted: durations, so many units ago or ahead, stretches of a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.statements import periods
from dateline.statements.context import around_anchor, compared
from dateline.statements.meanings import NOTHING, Meaning, date_of, granularity_of, reference, unknown, unknown_value
from dateline.statements.numerals import timex_number
from dateline.statements.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., Meaning | None]


# TIMEX3's letter for a unit, how many of it a unit is, and whether it is a part of a day.
_LETTERS = {
    "year": ("Y", 1, ""), "month": ("M", 1, ""), "week": ("W", 1, ""), "day": ("D", 1, ""), "decade": ("Y", 10, ""),
    "century": ("Y", 100, ""), "quarter": ("Q", 1, ""), "half": ("M", 6, ""), "weekend": ("D", 2, ""), "fortnight": ("W", 2, ""),
    "season": ("M", 3, ""), "hour": ("H", 1, "T"), "minute": ("M", 1, "T"), "second": ("S", 1, "T"), "millennium": ("Y", 1000, ""),
    "night": ("D", 1, ""),
}  # fmt: skip
# Where half of a unit is a whole number of a smaller one.
_HALVES = {"year": (6, "M", ""), "hour": (30, "M", "T"), "minute": (30, "S", "T"), "day": (12, "H", "T"), "decade": (5, "Y", "")}
_OF_A_DAY = ("hour", "minute", "second")
# A number like this before one unit is a year: "the 1988 quarter".
_YEARS = range(1900, 2100)
# Constants of patterns for words that have their number in them: "a week", Arabic duals.
FIXED_COUNTS = {"each": 1.0, "one": 1.0, "two": 2.0, "unit": 1.0}
# The value of a preposition that makes a duration the time so far ahead, whatever the verb ("через неделю").
_ALWAYS = 2


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X for an open number."""
    letter, times, prefix = _LETTERS[unit]
    if number is None:
        return f"P{prefix}X{'C' if unit == 'century' else letter}"
    if number != int(number) and unit in _HALVES and number * 2 == int(number * 2):
        half, smaller, below = _HALVES[unit]
        whole = f"{prefix}{int(number) * times}{letter}" if number >= 1 else ""
        if unit == "decade":
            return f"P{int(number * times)}Y"
        return f"P{whole}{'' if prefix and whole else below}{half}{smaller}"
    return f"P{prefix}{timex_number(number * times)}{letter}"


def unit_of(reading: Reading) -> str:
    """The unit that a reading kept; "" for none."""
    return reading.word("unit")


def is_title(reading: Reading) -> bool:
    """Whether the unit is part of a name: "60 Minutes", "This Week"."""
    if not reading.has("unit"):
        return False
    word = reading.prose.pieces[reading.tokens("unit")[0]]
    return word[0].isupper() and not word.isupper() and reading.tokens("unit")[0] > 0 and reading.prose.lexicon.capitals_are_names


def stretch(
    number: float | None, unit: str, *, start: date | None = None, end: date | None = None, vague: bool = False
) -> Meaning:
    """So many units as a TIMEX3 DURATION, with the days it covers where they are known."""
    open_ended = number is None
    return Meaning(
        "DURATION", duration_value(number, unit), granularity_of(unit), start, end, vague=vague or open_ended, role="duration"
    )


def duration(reading: Reading, kind: str = "") -> Meaning | None:
    """So many units. After "in", in a sentence that looks forward, they are the unit that far ahead."""
    unit, number = unit_of(reading), reading.number()
    before = reading.near(-1)
    lexicon = reading.prose.lexicon
    ahead = lexicon.listed("ahead").get(before)
    within = before in lexicon.listed("within") or reading.near(0) in lexicon.listed("withinafter")
    if kind == "unit" and not (ahead or within):
        return None
    number = FIXED_COUNTS.get(kind, number)
    if reading.has("half") and number is not None:
        number += 0.5
    if is_title(reading) or (number in _YEARS and reading.kind("unit") == "unit"):
        return None
    if unit == "quarter" and (reading.near(0) == "of" or "-" in reading.prose.pieces[reading.first : reading.last]):
        # A fraction: "three-quarters of it".
        return NOTHING
    if kind == "each" and not reading.has("half") and (before in lexicon.listed("rated") or before[:1].isdecimal()):
        return Meaning("SET", duration_value(1, unit), granularity_of(unit), role="set")
    if ahead and reading.near(-2) in ("time", "times"):
        # "for the second time in two months"
        return stretch(number, unit)
    if ahead and number is not None and (ahead == _ALWAYS or reading.toward() > 0):
        return _counted(reading, unit, number, reading.published)
    if within and number is not None:
        published = reading.published
        found = stretch(number, unit)
        until = periods.later(published, unit, number) if published else None
        return found._replace(start=published, end=until, role="deadline", resolved=until is not None)
    return stretch(number, unit, vague=reading.has("about"))


def span(reading: Reading, side: str) -> Meaning | None:
    """ "the last three weeks", "the next six months": a duration that ends or begins at the publish date."""
    unit, number, published = unit_of(reading), reading.number(), reading.published
    if is_title(reading):
        return None
    if not reading.has("q"):
        number = 1 if reading.has("one") else None
    if not published:
        return stretch(number, unit)._replace(resolved=False)
    vague = reading.has("about")
    if side == "past":
        return stretch(
            number, unit, start=periods.later(published, unit, -number) if number else None, end=published, vague=vague
        )
    if side == "none":
        return stretch(number, unit, vague=vague)
    return stretch(number, unit, start=published, end=periods.later(published, unit, number) if number else None, vague=vague)


def counted(reading: Reading, side: str, kind: str = "") -> Meaning | None:
    """ "three days ago", "two years later": the unit that far from the publish date, or from what was named last."""
    unit, number = unit_of(reading) or "year", FIXED_COUNTS.get(kind, reading.number())
    if reading.has("half") and number is not None:
        number += 0.5
    sign = -1 if side in ("ago", "earlier") else 1
    if number is None:
        if side in ("later", "earlier"):
            return stretch(None, unit)
        return reference("PAST_REF", end=reading.published) if sign < 0 else reference("FUTURE_REF", start=reading.published)
    context = reading.context
    if side in ("ago", "earlier") and unit == "year" and number == 1 and context.quarter and not context.longer:
        return compared(context.quarter, -1)
    if side in ("ago", "ahead"):
        return _counted(reading, unit, sign * number, reading.published)
    if unit in _OF_A_DAY:
        return stretch(number, unit)
    if unit == "week" and context.focus and context.focus.unit == "day":
        # "a week later", told from a day
        unit, number = "day", 7 * number
    return _counted(reading, unit, sign * number, context.anchor(unit))


def _counted(reading: Reading, unit: str, number: float, anchor: date | None) -> Meaning | None:
    vague = reading.has("about")
    if unit in _OF_A_DAY:
        moved = periods.later(anchor, unit, number) if anchor else None
        found = date_of(periods.of_day(moved)) if moved else unknown(unknown_value("day"), "day")
        return found and found._replace(type="TIME", granularity=granularity_of(unit), vague=True)
    if number != int(number):
        moved = periods.later(anchor, unit, number) if anchor else None
        found = (
            date_of(periods.around("month" if unit == "year" else "day", moved)) if moved else unknown(unknown_value(unit), "day")
        )
        return found and found._replace(vague=True)
    steps = {
        "decade": ("year", 10),
        "century": ("year", 100),
        "fortnight": ("week", 2),
        "weekend": ("week", 1),
        "night": ("day", 1),
        "season": ("month", 3),
        "half": ("month", 6),
        "millennium": ("year", 1000),
    }
    name, times = steps.get(unit, (unit, 1))
    found = around_anchor(reading.context, name, anchor, int(number) * times)
    if found is None:
        # "99999 years ago"
        return reference("PAST_REF", end=reading.published) if number < 0 else reference("FUTURE_REF", start=reading.published)
    return found._replace(vague=vague or times > 2)


def within_year(reading: Reading, side: str) -> Meaning | None:
    """ "the first nine months of 2021": a stretch at the beginning or the end of a year."""
    unit, number = unit_of(reading), reading.number()
    year = reading.integer("year")
    if year is None and reading.has("yearshift") and reading.published:
        year = reading.published.year + (reading.integer("yearshift") or 0)
    whole = periods.of_year(year) if year else None
    if year and unit == "quarter" and number == 2:
        # "the first two quarters of 1990"
        return date_of(periods.of_half(year, 1 if side == "first" else 2))
    if not whole or number is None:
        return stretch(number, unit)
    if side == "first":
        after = periods.later(whole.start, unit, number)
        return stretch(number, unit, start=whole.start, end=periods.days_later(after, -1) if after else None)
    before = periods.days_later(whole.end, 1)
    return stretch(number, unit, start=periods.later(before, unit, -number) if before else None, end=whole.end)


RULES: dict[str, Rule] = {"duration": duration, "span": span, "counted": counted, "within_year": within_year}
