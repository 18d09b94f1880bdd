"""Rules for what is counted: durations, so many units ago or ahead, this and the next unit, what comes again, clocks, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.statements import periods
from dateline.statements.meanings import (
    NOTHING,
    Meaning,
    Reading,
    around_anchor,
    date_of,
    granularity_of,
    part_of_day,
    reference,
    unknown,
    unknown_value,
)
from dateline.statements.numerals import timex_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

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


def _unit(reading: Reading) -> str:
    return reading.word("unit")


# Numbers from here on are years or large counts, and count no units: "the 1988 quarter".
_NO_COUNT = 3000


def _is_title(reading: Reading) -> bool:
    """Whether the unit is part of a name: "60 Minutes", "This Week"."""
    word = reading.prose.pieces[reading.tokens("unit")[0]]
    return word[0].isupper() and not word.isupper() and reading.tokens("unit")[0] > 0 and reading.prose.lexicon.capitals_are_names


def _stretch(
    number: float | None, unit: str, *, start: date | None = None, end: date | None = None, vague: bool = False
) -> Meaning:
    open_ended = number is None
    return Meaning(
        "DURATION", duration_value(number, unit), granularity_of(unit), start, end, vague=vague or open_ended, role="duration"
    )


def duration(reading: Reading, kind: str = "") -> Meaning | None:
    """So many units. After "in", in a sentence that looks forward, they are the unit that far ahead."""
    unit, number = _unit(reading), reading.number()
    if reading.has("half") and number is not None:
        number += 0.5
    if kind == "each":
        number = 1.0
    if _is_title(reading) or (number or 0) >= _NO_COUNT:
        return None
    if unit == "quarter" and (reading.near(0) == "of" or "-" in reading.prose.pieces[reading.first : reading.last]):
        # A fraction: "three-quarters of it".
        return NOTHING
    before = reading.near(-1)
    lexicon = reading.prose.lexicon
    if kind == "each" and (before in lexicon.listed("rated") or before[:1].isdecimal()):
        return Meaning("SET", duration_value(1, unit), granularity_of(unit), role="set")
    if before in lexicon.listed("ahead") and number is not None and reading.toward() > 0:
        return _counted(reading, unit, number, reading.published)
    if before in lexicon.listed("within") and number is not None:
        published = reading.published
        found = _stretch(number, unit)
        until = periods.later(published, unit, number) if published else None
        return found._replace(start=published, end=until, role="deadline", resolved=until is not None)
    return _stretch(number, unit, vague=reading.has("about"))


def span(reading: Reading, side: str) -> Meaning | None:
    """ "the last three weeks", "the next six months": a duration that ends or begins at the publish date."""
    unit, number, published = _unit(reading), reading.number(), reading.published
    if _is_title(reading):
        return None
    if not reading.has("q"):
        number = 1 if reading.has("one") else None
    if not published:
        return _stretch(number, unit)._replace(resolved=False)
    vague = reading.has("about")
    if side == "past":
        return _stretch(
            number, unit, start=periods.later(published, unit, -number) if number else None, end=published, vague=vague
        )
    if side == "none":
        return _stretch(number, unit, vague=vague)
    return _stretch(number, unit, start=published, end=periods.later(published, unit, number) if number else None, vague=vague)


def counted(reading: Reading, side: str) -> Meaning | None:
    """ "three days ago", "two years later": the unit that far from the publish date, or from what was named last."""
    unit, number = _unit(reading), reading.number()
    if reading.has("half") and number is not None:
        number += 0.5
    sign = -1 if side in ("ago", "earlier") else 1
    if number is None or not reading.has("q"):
        if side in ("later", "earlier"):
            return _stretch(None, unit)
        return reference("PAST_REF", end=reading.published) if sign < 0 else reference("FUTURE_REF", start=reading.published)
    context = reading.context
    if side in ("ago", "earlier") and unit == "year" and number == 1 and context.quarter:
        return _compared(context.quarter, -1)
    if side in ("ago", "ahead"):
        return _counted(reading, unit, sign * number, reading.published)
    if unit in _OF_A_DAY:
        return _stretch(number, unit)
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
    found = around_anchor(name, anchor, int(number) * times)
    return found and found._replace(vague=vague or times > 2)


def shifted(reading: Reading, shift: str = "", kind: str = "") -> Meaning | None:
    """ "last week", "this quarter", "the following year": a unit by its distance from now, or from what was named last."""
    unit = _unit(reading)
    if _is_title(reading):
        return None
    if reading.has("near"):
        anchor, count = reading.context.anchor(unit), reading.integer("near") or 0
    else:
        anchor, count = reading.published, reading.integer("shift") if reading.has("shift") else int(shift or 0)
    if unit in _OF_A_DAY:
        return None
    if kind in ("the", "fiscal") and unit == "year" and reading.near(0) in reading.prose.lexicon.listed("ended"):
        # "in the year ended March 31": any twelve months
        return _stretch(1.0, "year")
    if kind == "the" and unit == "quarter" and reading.toward() <= 0:
        return _last_quarter(reading)
    found = around_anchor({"night": "day", "fortnight": "week"}.get(unit, unit), anchor, count or 0)
    if unit == "weekend" and anchor and count == 0 and not reading.has("near") and anchor.weekday() < 5 and reading.toward() < 0:
        # "over the weekend", told on a working day in the past tense.
        found = around_anchor("weekend", anchor, -1)
    return found and found._replace(vague=found.vague or kind == "fiscal")


def year_ago(reading: Reading, back: str = "-1") -> Meaning | None:
    """ "the year-earlier quarter", "the latest period": what a report compares, by the last quarter that was named."""
    context, count = reading.context, int(back)
    if context.quarter:
        return _compared(context.quarter, count)
    return around_anchor("year", reading.published, count) if count else _last_quarter(reading)


def _compared(quarter: periods.Period, years: int) -> Meaning | None:
    """A quarter some years away, which does not become what the text is about."""
    found = date_of(periods.shifted(quarter, "year", years))
    return found and found._replace(period=None)


def _last_quarter(reading: Reading) -> Meaning | None:
    """The quarter that a report is about: the one named last, or the last that has ended."""
    quarter, published = reading.context.quarter, reading.published
    return date_of(quarter) if quarter else around_anchor("quarter", published, -1)


def within_year(reading: Reading, side: str) -> Meaning | None:
    """ "the first nine months of 2021": a stretch at the beginning or the end of a year."""
    unit, number = _unit(reading), reading.number()
    year = reading.integer("year")
    if year is None and reading.has("yearshift") and reading.published:
        year = reading.published.year + (reading.integer("yearshift") or 0)
    whole = periods.of_year(year) if year else None
    if not whole or number is None:
        return _stretch(number, unit)
    if side == "first":
        after = periods.later(whole.start, unit, number)
        return _stretch(number, unit, start=whole.start, end=periods.days_later(after, -1) if after else None)
    before = periods.days_later(whole.end, 1)
    return _stretch(number, unit, start=periods.later(before, unit, -number) if before else None, end=whole.end)


def repeated(reading: Reading) -> Meaning | None:
    """ "every Friday", "daily", "each year": TIMEX3's SET."""
    if reading.has("weekday"):
        value: str = f"XXXX-WXX-{(reading.integer('weekday') or 0) + 1}"
        return Meaning("SET", value, "day", role="set")
    if reading.has("month"):
        return Meaning("SET", f"XXXX-{reading.integer('month') or 0:02d}", "month", role="set")
    if reading.has("season"):
        return Meaning("SET", f"XXXX-{periods.SEASONS[reading.integer('season') or 0]}", "season", role="set")
    if reading.has("daypart"):
        return Meaning("SET", f"XXXX-XX-XX{reading.word('daypart')}", "part of day", role="set")
    if reading.has("often"):
        piece = reading.prose.pieces[reading.tokens("often")[0]]
        if piece[0].isupper() and reading.near(-1) not in ("", "\n", "."):
            # "the Daily Herald"
            return NOTHING
        count, _, unit = reading.word("often").partition(" ")
        return Meaning("SET", duration_value(float(count), unit), granularity_of(unit), role="set")
    number = reading.number() if reading.has("q") else 2.0 if reading.has("other") else 1.0
    unit = _unit(reading)
    return Meaning("SET", duration_value(number, unit), granularity_of(unit), role="set")


def ref(reading: Reading, value: str) -> Meaning | None:
    """ "now", "recently", "the future"."""
    published = reading.published
    if value == "PRESENT_REF":
        return reference(value, start=published, end=published)
    return reference(value, end=published) if value == "PAST_REF" else reference(value, start=published)


def clock(reading: Reading, fixed: str = "") -> Meaning | None:
    """A time of day by itself; the day beside it is joined to it afterwards."""
    hour, minute = reading.integer("hour"), reading.integer("minute") or 0
    part = reading.word("daypart")
    if hour is None and part:
        text = part
    elif fixed:
        text = f"T{fixed}" if ":" in fixed else fixed
    elif reading.has("four"):
        four = reading.integer("four") or 0
        text = f"T{four // 100:02d}:{four % 100:02d}"
    elif hour is None:
        return None
    else:
        half = reading.word("half") or {"TMO": "am", "TAF": "pm", "TEV": "pm", "TNI": "pm"}.get(part, "")
        if half and hour > 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else hour
        text = f"T{hour:02d}:{minute:02d}"
    anchor = reading.context.day
    day = periods.of_day(anchor) if anchor else None
    found = date_of(day) or unknown("XXXX-XX-XX", "day")
    return part_of_day(found._replace(granularity="day"), text)


def nothing(_reading: Reading) -> Meaning | None:
    """Words that look like a time and are none: "25-year-old"."""
    return NOTHING


RULES: dict[str, Rule] = {
    "duration": duration, "span": span, "counted": counted, "shifted": shifted, "year_ago": year_ago, "within_year": within_year,
    "repeated": repeated, "ref": ref, "clock": clock, "nothing": nothing,
}  # fmt: skip
