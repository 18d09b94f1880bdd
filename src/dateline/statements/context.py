"""What a text has named so far, and the periods that are counted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.statements import periods, solar
from dateline.statements.directions import BACK
from dateline.statements.meanings import Meaning, date_of, granularity_of, unknown, unknown_value

if TYPE_CHECKING:
    from datetime import date

    from dateline.statements.periods import Period
    from dateline.statements.reading import Before
    from dateline.statements.records import Direction


# Units by size.
_SIZES = {
    "day": 1,
    "weekend": 2,
    "week": 3,
    "fortnight": 3,
    "month": 4,
    "season": 5,
    "quarter": 5,
    "half": 6,
    "year": 7,
    "decade": 8,
    "century": 9,
}


class Context:
    """What has been said so far: the publish day, and the last day or period and the last quarter that the text named.

    `longer` is whether it has since gone on to the half or the nine months of a report.
    """

    def __init__(self, published: date | None, language: str) -> None:
        self.published = published
        self.language = language
        self.focus: Period | None = None
        self.clock: tuple[int, Before] | None = None
        self.quarter: Period | None = None
        self.longer = False

    def remember(self, period: Period, direction: Direction | None) -> None:
        """Make a period the one that "a year earlier" or "the next day" counts from; a quarter too, unless it is to come."""
        self.focus = period
        looks_back = direction is not None and direction.toward == BACK and direction.why != "default"
        if period.unit == "quarter" and (self.published is None or period.end < self.published or looks_back):
            self.quarter = period
        if period.unit == "quarter":
            self.longer = False

    def anchor(self, unit: str = "day") -> date | None:
        """The day that "the following week" counts from: of what was named last, or the publish date.

        None where the last time is wider than the unit: "three days later" after "in October".
        """
        if self.focus is None:
            return self.published
        return self.focus.start if _SIZES.get(self.focus.unit, 0) <= _SIZES.get(unit, 0) else None

    @property
    def day(self) -> date | None:
        """The day that a clock belongs to: the last one named, or the publish date."""
        return self.focus.start if self.focus and self.focus.unit == "day" else self.published


def around_anchor(context: Context, unit: str, anchor: date | None, shift: int) -> Meaning | None:
    """The period of a unit around a day, or shifted from it; an unresolved one without a day."""
    if anchor is None:
        return unknown(unknown_value(unit), granularity_of(unit))
    if context.language == "fa" and unit in ("year", "month"):
        return date_of(solar.around(unit, anchor, shift))
    return date_of(periods.around(unit, anchor, shift))


def compared(quarter: Period, years: int) -> Meaning | None:
    """A quarter some years away, which does not become what the text is about."""
    found = date_of(periods.shifted(quarter, "year", years))
    return found and found._replace(period=None)
