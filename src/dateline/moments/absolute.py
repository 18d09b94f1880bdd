"""Absolute dates in text: every day or month that is written with its year, in any language and calendar.

The text is looked through for numbers that can belong to a date (`scan.py`); only their surroundings are cut into tokens, and the
shapes of `shapes.py` are looked for in the tokens' codes. All of it is linear in the text.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from dateline.moments import shapes
from dateline.moments.calendars import Calendar
from dateline.moments.clocks import Clock, clock_around
from dateline.moments.fields import Day, Written, day_of
from dateline.moments.match import Match
from dateline.moments.scan import Run, parts, read_run
from dateline.moments.words import WEEKDAY
from dateline.records import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

# More dates than any page needs; it bounds the result, not the work.
MOST_MENTIONS = 10_000

# Factors of certainty. Judged, not measured.
_WRONG_WEEKDAY, _BROKEN_LINE, _RIGHT_WEEKDAY = 0.5, 0.75, 0.99


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A point in time as the text names it, `text[start:end]` in code points, clock and zone included.

    `certainty` is 0 to 1. An `ambiguous` mention has day and month in an order that nothing settled, and the other order as
    `alternative`. A `relative` one was counted from the time of capture.
    """

    start: int
    end: int
    moment: Moment
    certainty: float
    ambiguous: bool = False
    calendar: Calendar = "gregorian"
    alternative: Moment | None = None
    relative: bool = False


# Persian weekdays are often written with a space ("سه شنبه"), whose second half is a weekday of its own.
_PARTED_WEEKDAY = re.compile(r"\b(?:(?<=\bیک)|(?<=\bدو)|(?<=\bسه)|(?<=\bچهار)|(?<=\bپنج))[ ](?=شنبه)")


def find_dates(
    text: str, *, language: str | None = None, day_first: bool | None = None, limit: int = MOST_MENTIONS
) -> list[Mention]:
    """The dates and months with a year that `text` names, in order, at most `limit`.

    `language` is a BCP 47 tag (its region counts for the order of day and month); `day_first` goes before
    what the language would say. Relative times and dates without a year are not looked for (`find_relative`).
    """
    return list(islice(_mentions(_PARTED_WEEKDAY.sub("\u200c", text), language, day_first), limit))


def _mentions(text: str, language: str | None, day_first: bool | None) -> Iterator[Mention]:
    done = 0
    for start, end, own in parts(text, language):
        for mention in _in_run(read_run(text, start, end, language), day_first):
            # A date that begins in the overlap is left to the next part, which has all of it.
            if done <= mention.start < own:
                done = mention.end
                yield mention


def _in_run(run: Run, day_first: bool | None) -> Iterator[Mention]:
    place, free = 0, 0
    pattern = shapes.dates()
    while found := pattern.search(run.codes, place):
        match = Match(run, found)
        written, other, certainty = match.written(day_first)
        day = day_of(written, run.language) if written else None
        if written is None or (day is None and not (1 <= (written.day or 1) <= 31)):
            place = found.start() + 1
            continue
        place = found.end()
        if day:
            # Only the Gregorian press of some countries writes the month before the day.
            swapped = day_of(other, run.language) if other and day.calendar == "gregorian" else None
            mention = _mention(run, match, written, day, certainty, swapped, free)
            place, free = max(place, match.last), mention.end
            yield mention


def _mention(run: Run, match: Match, written: Written, day: Day, certainty: float, swapped: Day | None, free: int) -> Mention:
    """The mention of a day, with the weekday, clock and zone that stand beside it."""
    first, last = match.first, match.last
    certainty *= day.certainty
    if any(run.codes[index] == "N" for index in range(first, last)):
        certainty *= _BROKEN_LINE
    other = None
    start, end = run.starts[first], run.ends[last - 1]
    if written.day is None:
        moment = Moment.at(day.day, precision="month")
    else:
        first, last, agreed = _weekday(run, first, last, day.day)
        if agreed is not None:
            certainty = max(certainty, _RIGHT_WEEKDAY * day.certainty) if agreed else certainty * _WRONG_WEEKDAY
        start, end = min(start, run.starts[first]), max(end, run.ends[last - 1])
        within = match.clock_from()
        clock = clock_around(run, first, last if within is None else within, day.day, free)
        if clock:
            start, end = min(start, clock.start), max(end, clock.end)
        moment = _moment(day.day, clock)
        other = _moment(swapped.day, clock) if swapped else None
    match.last = last
    if run.text[end : end + 1] == ")" and "(" in run.text[start:end] and ")" not in run.text[start:end]:
        end += 1
    return Mention(
        start=start,
        end=end,
        moment=moment,
        certainty=round(certainty, 3),
        ambiguous=other is not None and other != moment,
        calendar=day.calendar,
        alternative=other if other != moment else None,
    )


def _moment(day: date, clock: Clock | None) -> Moment:
    if not clock:
        return Moment.at(day)
    return Moment.at(datetime.combine(day, clock.time), precision=clock.precision, offset=clock.offset)


def _weekday(run: Run, first: int, last: int, day: date) -> tuple[int, int, bool | None]:
    """The tokens with the weekday that stands beside a date, and whether it is that day's; None where none stands."""
    bit = 1 << (WEEKDAY + day.weekday())
    low = max(0, first - 5)
    before = shapes.WEEKDAY_BEFORE.search(run.codes[low:first])
    if before:
        token = low + before.start()
        agreed = bool(run.values[token] & bit)
        if agreed or run.codes[token] == "W":
            return token, last, agreed
    after = shapes.WEEKDAY_AFTER.match(run.codes, last)
    if after:
        token = next(index for index in range(last, after.end()) if run.codes[index] in "WB")
        agreed = bool(run.values[token] & bit)
        if agreed or run.codes[token] == "W":
            return first, token + 1, agreed
    return first, last, None
