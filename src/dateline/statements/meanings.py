"""What an expression means before its surroundings are looked at: its type, its value, the days it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.statements import periods

if TYPE_CHECKING:
    from datetime import date

    from dateline.statements.periods import Period
    from dateline.statements.records import Granularity, TimeRole, TimeType


class Meaning(NamedTuple):
    """A time: its TIMEX3 type and value, its days, and the calendar period behind them where it is one.

    `clock` is "THH:MM" or a part of the day ("TMO") for what has no day of its own.
    """

    type: TimeType
    value: str
    granularity: Granularity
    start: date | None = None
    end: date | None = None
    period: Period | None = None
    clock: str = ""
    vague: bool = False
    resolved: bool = True
    role: TimeRole = "event"
    shown: tuple[int, int] | None = None


# What looks like a time and is none ("30 February", "25-year-old"): its words are passed over.
NOTHING = Meaning("DATE", "", "reference")


def date_of(period: Period | None, *, vague: bool = False) -> Meaning | None:
    """The meaning of a period of the calendar."""
    if period is None:
        return None
    return Meaning("DATE", period.value, period.unit, period.start, period.end, period, vague=vague)


def unknown(value: str, granularity: Granularity) -> Meaning:
    """A time that cannot be told without the publish date."""
    return Meaning("DATE", value, granularity, resolved=False)


def reference(value: str, *, start: date | None = None, end: date | None = None) -> Meaning:
    """Now, the past or the future, without borders."""
    return Meaning("DATE", value, "reference", start, end, vague=True, resolved=True)


def part_of_day(meaning: Meaning, clock: str) -> Meaning:
    """A day's meaning with a clock or a part of the day."""
    if meaning.granularity != "day":
        return meaning
    return meaning._replace(
        type="TIME", value=f"{meaning.value}{clock}", clock=clock, granularity="minute" if ":" in clock else "part of day"
    )


def unknown_value(unit: str) -> str:
    """The TIMEX3 value of a period of a unit that cannot be told."""
    shapes = {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "decade": "XXX",
    }
    return shapes.get(unit, "XX" if unit == "century" else "XXXX")


def granularity_of(unit: str) -> Granularity:
    """The granularity that a unit's name stands for."""
    return periods.UNITS.get(unit, "week" if unit == "fortnight" else "hour")
