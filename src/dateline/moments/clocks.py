"""The clock beside a date, with its half of the day and its zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dateline.moments.shapes import CLOCK_AFTER, CLOCK_BEFORE
from dateline.moments.words import HALVES
from dateline.moments.zones import zone_at

if TYPE_CHECKING:
    import re

    from dateline.moments.scan import Run
    from dateline.records import Precision

# A clock before its date ends at most this many tokens before it.
_TOKENS_BEFORE = 18
# "8 at night" is before midnight, "2 at night" after it.
_NIGHT_FALLS = 6


class Clock(NamedTuple):
    """A time of day, with what it covers in the text."""

    start: int
    end: int
    time: time
    precision: Precision
    offset: timedelta | None


def clock_around(run: Run, first: int, last: int, day: date, free: int = 0) -> Clock | None:
    """The clock right after the tokens `[first, last)` of a date, or else right before them, from code point `free` on."""
    found = CLOCK_AFTER.match(run.codes, last)
    if found and (clock := _read(run, found, day, dotted=_may_be_dotted(run, found, last))):
        return clock
    if first == 0:
        return None
    low = max(0, first - _TOKENS_BEFORE)
    found = CLOCK_BEFORE.search(run.codes[low:first])
    clock = _read(run, found, day, shift=low, dotted=False, before=first) if found else None
    return clock if clock and clock.start >= free else None


def _may_be_dotted(run: Run, found: re.Match[str], last: int) -> bool:
    """Whether "21.37" behind a date is a clock: two digits of minutes, and not the end of a sentence between."""
    token = found.start("mi3")
    return token >= 0 and _width(run, token) == 2 and run.codes[last] != "."


def _read(run: Run, found: re.Match[str], day: date, *, dotted: bool, shift: int = 0, before: int = 0) -> Clock | None:
    """The clock that a match of codes means, or None when it is none."""
    value = {name: run.values[found.start(name) + shift] for name, piece in found.groupdict().items() if piece}
    if "h3" in value and not dotted and not ("after" in value or "before" in value):
        return None
    hour = value.get("h", value.get("h2", value.get("h3", value.get("h4"))))
    minute = value.get("mi", value.get("mi2", value.get("mi3")))
    second = value.get("s", value.get("s2", value.get("s3")))
    if military := "t" in value:
        hour, minute = divmod(value["t"], 100)
    if hour is None:
        return None
    half = found.start("after" if found["after"] else "before")
    hour = _hour_of_day(hour, _half(run, half + shift) if half >= 0 else None)
    if (minute, second) == (59, 60):
        second = 59  # a leap second, which Python's clocks do not have
    try:
        clock = time(hour, minute or 0, second or 0)
    except ValueError:
        return None
    if any(found[name] and _width(run, found.start(name) + shift) != 2 for name in ("mi", "mi3")):
        return None
    first, last = found.start("clock") + shift, found.end("clock") + shift
    while run.codes[last - 1] == "f":
        last -= 1
    start, end = run.starts[first], run.ends[last - 1]
    zone = zone_at(run.text, end, datetime.combine(day, clock), run.language)
    if before and zone and zone[0] > run.starts[before]:
        zone = None
    if military and zone is None:
        return None
    if before and found["zone"] and zone is None:
        return None
    precision: Precision = "hour" if minute is None else "minute" if second is None else "second"
    return Clock(start, zone[0] if zone else end, clock, precision, zone[1] if zone else None)


def _width(run: Run, token: int) -> int:
    """The number of digits of a token."""
    return run.ends[token] - run.starts[token]


def _half(run: Run, token: int) -> str:
    """The half of the day that a token means."""
    return "pm" if run.codes[token] == "q" else HALVES[run.values[token]]


def _hour_of_day(hour: int, half: str | None) -> int:
    """The hour from 0 to 23 that a clock of twelve hours means in a half of the day; others stay."""
    if half is None or hour > 12:
        return hour
    if half == "am":
        return hour % 12
    if half == "noon":
        return hour + 12 if hour < _NIGHT_FALLS else hour
    if half == "night":
        return hour % 12 + 12 if _NIGHT_FALLS <= hour < 12 else hour % 12
    return hour % 12 + 12
