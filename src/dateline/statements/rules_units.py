"""Rules for units by name: this and the next one, what comes again, what a report compares; clocks, and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.statements import periods
from dateline.statements.context import around_anchor, compared
from dateline.statements.meanings import NOTHING, Meaning, date_of, granularity_of, part_of_day, reference, unknown
from dateline.statements.reading import Reading
from dateline.statements.rules_counts import duration, duration_value, is_title, stretch, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., Meaning | None]


_OF_A_DAY = ("hour", "minute", "second")
# A comparison that names no quarter: "a year earlier".
_AGO = ("ago", "earlier")


def shifted(reading: Reading, shift: str = "", kind: str = "") -> Meaning | None:
    """ "last week", "this quarter", "the following year": a unit by its distance from now, or from what was named last."""
    unit = unit_of(reading) or (kind if kind in periods.UNITS else "year")
    if is_title(reading):
        return None
    if reading.has("near"):
        anchor, count = reading.context.anchor(unit), reading.integer("near") or 0
    else:
        anchor, count = reading.published, reading.integer("shift") or int(shift or 0)
    if unit in _OF_A_DAY:
        return None
    if kind in ("the", "fiscal") and unit == "year" and reading.near(0) in reading.prose.lexicon.listed("ended"):
        # "in the year ended March 31": any twelve months
        return stretch(1.0, "year")
    if kind == "the" and unit == "quarter" and reading.toward() <= 0:
        return _last_quarter(reading)
    found = around_anchor(reading.context, {"night": "day", "fortnight": "week"}.get(unit, unit), anchor, count)
    if unit == "weekend" and anchor and count == 0 and not reading.has("near") and anchor.weekday() < 5 and reading.toward() < 0:
        # "over the weekend", told on a working day in the past tense.
        found = around_anchor(reading.context, "weekend", anchor, -1)
    return found and found._replace(vague=found.vague or kind == "fiscal")


def bare_unit(reading: Reading) -> Meaning | None:
    """A unit without an article: with "the end of" before it the current one, after "in" so far ahead, else nothing."""
    return shifted(reading, "0") if reading.before.part else duration(reading, "unit")


def year_ago(reading: Reading, back: str = "-1") -> Meaning | None:
    """ "the year-earlier quarter", "the latest period": what a report compares, by the last quarter that was named."""
    context, count = reading.context, int(back)
    if context.quarter and not (context.longer and reading.prose.lexicon.key(reading.prose.pieces[reading.last - 1]) in _AGO):
        return compared(context.quarter, count)
    return around_anchor(reading.context, "year", reading.published, count) if count else _last_quarter(reading)


def _last_quarter(reading: Reading) -> Meaning | None:
    """The quarter that a report is about: the one named last, or the last that has ended."""
    quarter, published = reading.context.quarter, reading.published
    return date_of(quarter) if quarter else around_anchor(reading.context, "quarter", published, -1)


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
        if (piece[0].isupper() and reading.near(-1) not in ("", "\n", ".")) or reading.before_name:
            # "the Daily Herald", "the daily Granma"
            return NOTHING
        count, _, unit = reading.word("often").partition(" ")
        return Meaning("SET", duration_value(float(count), unit), granularity_of(unit), role="set")
    number = reading.number() if reading.has("q") else 2.0 if reading.has("other") else 1.0
    unit = unit_of(reading)
    return Meaning("SET", duration_value(number, unit), granularity_of(unit), role="set")


def ref(reading: Reading, value: str) -> Meaning | None:
    """ "now", "recently", "the future"."""
    published = reading.published
    if value == "PRESENT_REF" and reading.prose.pieces[reading.first][0].isupper() and reading.near(0) in (",", "for"):
        # "Now, where was I?"
        return NOTHING
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
    "shifted": shifted,
    "bare_unit": bare_unit,
    "year_ago": year_ago,
    "repeated": repeated,
    "ref": ref,
    "clock": clock,
    "nothing": nothing,
}
