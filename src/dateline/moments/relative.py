"""Times counted from now: "3 hours ago", "yesterday 14:05", "Nov 23" without its year.

They are resolved against the time of capture, which the caller must know, and marked `relative`. The counted patterns are
CLDR's (`relative.json`); CLDR's words for yesterday and today are not in Babel, so those are listed here.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.moments import by_hand
from dateline.moments.absolute import Mention, find_dates
from dateline.moments.calendars import gregorian
from dateline.moments.clocks import clock_around
from dateline.moments.scan import Run, read_run
from dateline.moments.shapes import YEARLESS
from dateline.moments.tokens import fold, phrase
from dateline.moments.words import MONTH_BITS, root
from dateline.records import Moment, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer texts are prose, where "yesterday" is not the page's: only this much is read.
MOST_TEXT = 2000
# Judged: a page's own "3 hours ago" is rounded; a day without its year is taken for the latest one.
_COUNTED, _NAMED_DAY, _YEARLESS = 0.85, 0.8, 0.6
# A count above this is no time that a page counts from now: "1984 years ago".
_LARGEST = 366
_MOST_WORDS = 5
# 29 February comes back within eight years.
_LEAP_GAP = 9

_PRECISION: dict[str, Precision] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "day", "month": "month", "year": "year",
}  # fmt: skip
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}


class _Tables(msgspec.Struct, frozen=True):
    cldr: str
    counted: dict[str, dict[str, str]]
    uncounted: dict[str, str]


@cache
def _tables() -> tuple[dict[str, dict[str, str]], dict[str, tuple[int, str]]]:
    """Units by the words after and before a number, and fixed phrases as `(count, unit)`; all without spaces."""
    found = msgspec.json.decode(Path(__file__).with_name("relative.json").read_bytes(), type=_Tables)
    counted = found.counted
    for pattern, unit in by_hand.MORE_COUNTED.items():
        before, _, after = pattern.partition("{}")
        counted.setdefault(_squeezed(after), {}).setdefault(_squeezed(before), unit)
    phrases = {name: (1, unit) for name, unit in found.uncounted.items()}
    phrases |= {_squeezed(name): (1, unit) for name, unit in by_hand.ONE_AGO.items()}
    phrases |= {_squeezed(name): (2, unit) for name, unit in by_hand.TWO_AGO.items()}
    for count, names in by_hand.DAYS.items():
        phrases |= {_squeezed(name): (abs(count), "day" if count >= 0 else "+day") for name in names.split(",")}
    phrases |= {_squeezed(name): (0, "minute") for name in by_hand.NOW.split(",")}
    return counted, phrases


def _squeezed(text: str) -> str:
    return phrase(text).replace(" ", "")


def find_relative(text: str, *, now: datetime, language: str | None = None) -> list[Mention]:
    """The times that `text` counts from `now` (aware, the time of capture), in order.

    The precision is the unit's: "3 hours ago" is known to the hour. A clock beside a day keeps its own zone,
    or none. Only the first `MOST_TEXT` code points are read. Raises `ValueError` for a naive `now`.
    """
    if now.tzinfo is None:
        raise ValueError("now must be an aware datetime: what 'yesterday' is depends on the zone")
    run = read_run(text[:MOST_TEXT], 0, min(len(text), MOST_TEXT), language)
    return list(_mentions(run, now, language))


def _mentions(run: Run, now: datetime, language: str | None) -> Iterator[Mention]:
    words = [
        "" if code in "N.,/|-:'+" else fold(run.text[start:end]).replace(" ", "")
        for code, start, end in zip(run.codes, run.starts, run.ends, strict=True)
    ]
    dated = [range(mention.start, mention.end) for mention in find_dates(run.text, language=language)]
    place = 0
    while place < len(words):
        taken = any(run.starts[place] in span for span in dated)
        found = None if taken else _counted(run, words, place) or _fixed(words, place, root(language))
        mention = _resolved(run, found, now) if found else None if taken else _yearless(run, place, now)
        if mention:
            yield mention
            place = bisect_left(run.starts, mention.end)
        else:
            place += 1


class _Count(NamedTuple):
    """So many units back from now (ahead when negative), named by the tokens `[first, last)`."""

    number: int
    unit: str
    first: int
    last: int


def _counted(run: Run, words: list[str], place: int) -> _Count | None:
    """A number with the words around it: the pattern with the most words wins."""
    if run.codes[place] not in "nh" or run.values[place] > _LARGEST:
        return None
    counted = _tables()[0]
    befores, joined = {"": place}, ""
    for index in range(place - 1, max(-1, place - 1 - _MOST_WORDS), -1):
        if not words[index]:
            break
        joined = words[index] + joined
        befores[joined] = index
    best, joined = None, ""
    for index in range(place, min(len(words), place + 1 + _MOST_WORDS)):
        if index > place:
            if not words[index] and run.codes[index] != ".":
                break
            joined += words[index]
        patterns = counted.get(joined) if words[index] else None
        for before in sorted(befores, key=len, reverse=True) if patterns else ():
            if patterns and before in patterns:
                unit, sign = patterns[before].lstrip("+"), -1 if patterns[before][0] == "+" else 1
                best = _Count(sign * run.values[place], unit, befores[before], index + 1)
                break
    return best


def _fixed(words: list[str], place: int, language: str) -> _Count | None:
    """A phrase that has its number in it: "yesterday", "an hour ago"."""
    phrases, joined, best = _tables()[1], "", None
    for index in range(place, min(len(words), place + _MOST_WORDS)):
        if not words[index]:
            break
        joined += words[index]
        if joined in phrases and by_hand.OWN_ONLY.get(joined, language) == language:
            count, unit = phrases[joined]
            best = _Count(-count if unit[0] == "+" else count, unit.lstrip("+"), place, index + 1)
    return best


def _resolved(run: Run, found: _Count, now: datetime) -> Mention | None:
    """The moment that a count from now means, to its unit; a day with the clock beside it."""
    start, end = run.starts[found.first], run.ends[found.last - 1]
    precision = _PRECISION[found.unit]
    certainty = _COUNTED
    if found.unit in _SECONDS:
        try:
            local = now - timedelta(seconds=_SECONDS[found.unit] * found.number)
        except OverflowError:
            return None
    else:
        months = now.year * 12 + now.month - 1 - found.number * (12 if found.unit == "year" else 1)
        local = now.replace(year=months // 12, month=months % 12 + 1, day=1)
    moment = Moment.at(local, precision=precision, offset=now.utcoffset())
    if precision == "day":
        clock = clock_around(run, found.first, found.last, local.date())
        if clock:
            start, end = min(start, clock.start), max(end, clock.end)
            moment = Moment.at(datetime.combine(local.date(), clock.time), precision=clock.precision, offset=clock.offset)
            certainty = _NAMED_DAY
    return Mention(start=start, end=end, moment=moment, certainty=certainty, relative=True)


def _yearless(run: Run, place: int, now: datetime) -> Mention | None:
    """A day and month without a year: the latest such day that is not after tomorrow."""
    found = YEARLESS.match(run.codes, place)
    if not found:
        return None
    day = run.values[found.start(next(name for name in ("d", "d2", "d3") if found[name]))]
    month = run.values[found.start(next(name for name in ("m", "m2", "m3") if found[name]))] & MONTH_BITS
    # Tomorrow here is today somewhere.
    latest = now.date() + timedelta(days=1)
    days = (gregorian(year, month, day) for year in range(latest.year, latest.year - _LEAP_GAP, -1))
    when = next((candidate for candidate in days if candidate and candidate <= latest), None)
    if not when:
        return None
    first, last = found.span()
    clock = clock_around(run, first, last, when)
    local = datetime.combine(when, clock.time) if clock else when
    return Mention(
        start=min(run.starts[first], clock.start) if clock else run.starts[first],
        end=max(run.ends[last - 1], clock.end) if clock else run.ends[last - 1],
        moment=Moment.at(local, precision=clock.precision if clock else "day", offset=clock.offset if clock else None),
        certainty=_YEARLESS,
        relative=True,
    )
