"""Times told after a day that is known: "updated 16:02", "updated May 25, 10:11", "5/24 10:20".

What is told after a day lies on it or behind it: a clock alone is of that day, and a day without its year is the next such day, if that is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, datetime, timedelta
from typing import NamedTuple

from dateline.moments.absolute import Mention
from dateline.moments.calendars import gregorian
from dateline.moments.clocks import Clock, clock_around
from dateline.moments.fields import order_of
from dateline.moments.scan import Run, read_run
from dateline.moments.shapes import NUMBERS_YEARLESS, YEARLESS
from dateline.moments.words import MONTH_BITS, root
from dateline.records import Moment

# How much of a text is read.
MOST_TEXT = 60
# Judged: the day itself is not printed, or its year.
_CLOCK_ALONE, _YEARLESS = 0.9, 0.8
# A day without its year lies at most this far behind: of a later one the year would be told.
_LATEST = timedelta(days=60)
# Languages that write the month before the day in figures, too.
_MONTH_FIRST = frozenset(("zh", "ja", "ko", "hu"))

_DOTTED = re.compile(r"\d\.\d")
_AT = re.compile(r"(?:\bkl\.?|\bklo|\balle|\bore|\bum|\bpukul|\bkell)\s*$", re.I)
# What may follow such a time: nothing, the end of a bracket, a mark that parts. Anything else may go on with it: "16:02 on May 28".
_CLOSED = re.compile(r"\s*(?:$|[)）\]|｜·•\n]|[.,;–—-]\s*(?:$|[|·•\n]))")


class _Named(NamedTuple):
    """A day and month, named by the tokens up to `last`."""

    day: int
    month: int
    last: int


def find_since(text: str, *, day: date, language: str | None = None) -> Mention | None:
    """The time that `text` begins with, on `day` or after it: a clock alone, or a day and month without a year.

    Days in figures ("5/24") are read with a clock behind them alone, and where their order is sure. Only the first `MOST_TEXT`
    code points are read. None for anything else, also where more of the time or of a sentence may follow.
    """
    run = read_run(text[:MOST_TEXT], 0, min(len(text), MOST_TEXT), language)
    first = next((place for place in range(len(run.codes)) if not _leads(run, place)), len(run.codes))
    named = _by_name(run, first) or _by_figures(run, first)
    when = _next(named, day) if named else day
    if when is None:
        return None
    last = named.last if named else 0
    clock = clock_around(run, last, last, when)
    if not named and (clock is None or _is_dotted(run, clock)):
        return None
    start = run.starts[first] if named or clock is None else clock.start
    end = clock.end if clock else run.ends[last - 1]
    if not _CLOSED.match(run.text, end):
        return None
    return Mention(
        start=start,
        end=end,
        moment=Moment.at(
            datetime.combine(when, clock.time) if clock else when,
            precision=clock.precision if clock else "day",
            offset=clock.offset if clock else None,
        ),
        certainty=_YEARLESS if named else _CLOCK_ALONE,
        relative=True,
    )


def _leads(run: Run, place: int) -> bool:
    """Whether a token only leads to a time: "at", "on", a comma, a weekday; German "am", which is a half of the day elsewhere."""
    return run.codes[place] in "f,:|NW" or (run.codes[place] == "A" and run.text[run.starts[place] : run.ends[place]] == "am")


def _is_dotted(run: Run, clock: Clock) -> bool:
    """Whether a clock alone may as well be a day: "16.02" is one where a word for clocks follows."""
    if not _DOTTED.search(run.text, clock.start, clock.end):
        return False
    if _AT.search(run.text[: clock.start]):
        return False
    behind = bisect_left(run.starts, clock.end)
    return run.codes[behind - 1] not in "HA" and run.codes[behind : behind + 1] not in ("H", "A")


def _by_name(run: Run, first: int) -> _Named | None:
    """A day whose month is named."""
    found = YEARLESS.match(run.codes, first)
    if found is None:
        return None
    day, month = (
        run.values[found.start(next(g for g in groups if found[g]))] for groups in (("d", "d2", "d3"), ("m", "m2", "m3"))
    )
    return _Named(day, month & MONTH_BITS, found.end())


def _by_figures(run: Run, first: int) -> _Named | None:
    """A day in figures that a clock follows, where day and month are told apart."""
    found = NUMBERS_YEARLESS.match(run.codes, first)
    if found is None:
        return None
    one, two = run.values[found.start("a")], run.values[found.start("b")]
    separator = run.text[run.starts[found.start("sep")]]
    if root(run.language) in _MONTH_FIRST:
        return _Named(two, one, found.end())
    order = order_of(one, two, separator, run.language, None)
    if order is None or not order.settled:
        return None
    return _Named(one, two, found.end()) if order.day_first else _Named(two, one, found.end())


def _next(named: _Named, day: date) -> date | None:
    """Such a day, if there is one soon after a day."""
    days = (gregorian(year, named.month, named.day) for year in (day.year, day.year + 1))
    return next((found for found in days if found and timedelta(0) <= found - day <= _LATEST), None)
