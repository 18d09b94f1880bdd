"""What the words around a time make of it: its early or late part, and the role that its preposition gives it."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from dateline.statements import periods

if TYPE_CHECKING:
    from dateline.statements.meanings import Meaning
    from dateline.statements.periods import Period
    from dateline.statements.records import TimeRole

_THIRDS = {"early": 0, "begin": 0, "mid": 1, "middle": 1, "late": 2}
# Days of a month's early, middle and late part; a year has its first quarter, its two middle ones and its last one.
_FIRST_TEN, _SECOND_TEN = 10, 20
# "the end of" a longer period is its last month, or a decade's last year; of a month its last ten days.
_ENDS = {"year": 1, "half": 1, "quarter": 1, "season": 1, "decade": 12, "century": 120}


def with_part(meaning: Meaning, part: str, published: date | None) -> Meaning | None:
    """The part of a period that "early", "the end of" or "later" leaves; None where they leave the meaning as it is.

    The value stays the whole period's, as in TIMEX3, where this is a modifier.
    """
    period = meaning.period
    if part in ("mod", "earlier", "later", "rest") and (period is None or period.unit == "day"):
        return meaning if part in ("mod", "rest") and meaning.type == "DATE" else None
    if meaning.type != "DATE" or not (period or not meaning.resolved):
        return None
    if period is None or part == "mod":
        return meaning
    if part in ("earlier", "later", "rest"):
        start, end = period.start, period.end
        if published and start <= published <= end:
            start, end = (start, published) if part == "earlier" else (published, end)
        return meaning._replace(start=start, end=end, vague=part != "rest")
    start, end = _end_of(period) if part == "end" else _third(period, _THIRDS[part])
    return meaning._replace(start=start, end=end, vague=part != "end" and period.unit != "day")


def _end_of(period: Period) -> tuple[date, date]:
    months = _ENDS.get(period.unit)
    if months:
        first = periods.months_later(period.end.replace(day=1), 1 - months)
        return first or period.start, period.end
    return _third(period, 2)


def _third(period: Period, third: int) -> tuple[date, date]:
    """The first, second or last part of a period."""
    start, end = period.start, period.end
    if period.unit == "month" and start.day == 1:
        borders = (start, start.replace(day=_FIRST_TEN + 1), start.replace(day=_SECOND_TEN + 1))
    elif period.unit == "year" and start.month == 1:
        borders = (start, start.replace(month=4), start.replace(month=10))
    elif period.unit in ("decade", "century"):
        years = (end.year - start.year + 1) / 3
        borders = (start, start.replace(year=start.year + ceil(years)), start.replace(year=start.year + ceil(2 * years)))
    else:
        days = (end - start).days + 1
        borders = (start, start + timedelta(days=(days + 2) // 3), start + timedelta(days=(2 * days + 2) // 3))
    first = borders[third]
    last = end if third == 2 else borders[third + 1] - timedelta(days=1)
    return min(first, end), max(last, min(first, end))


def with_role(meaning: Meaning, role: str) -> tuple[TimeRole, date | None, date | None]:
    """The role that a preposition gives, and the days that are left: "by" has no beginning, "since" no end."""
    start, end = meaning.start, meaning.end
    if meaning.type not in ("DATE", "TIME") or role in ("", "to") or meaning.granularity == "reference":
        return meaning.role, start, end
    if role in ("by", "until", "within"):
        return "deadline", None, end
    if role == "before":
        return "deadline", None, periods.days_later(start, -1) if start else None
    if role in ("since", "from", "as of"):
        # "from 3 to 5 June" has its end.
        return "start", start, end if "/" in meaning.value else None
    return "start", periods.days_later(end, 1) if end else None, None
