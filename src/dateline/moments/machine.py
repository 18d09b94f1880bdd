"""Times written for machines: meta tags, JSON-LD, `<time datetime>`, feeds, and what publishers make of them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from dateline.moments.absolute import find_dates
from dateline.moments.calendars import FIRST_YEAR, LAST_YEAR
from dateline.moments.tokens import number
from dateline.moments.zones import zone_at
from dateline.records import Moment, Precision

# A longer value is prose; no time is looked for in it.
_LONGEST = 200

_ISO = re.compile(
    r"(?P<y>\d{4})(?:(?P<dash>[-/. ]?)(?P<m>\d\d)(?:(?P=dash)(?P<d>\d\d))?|-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d))?"
    r"(?:[Tt_]?\s*(?P<h>\d\d?):?(?P<mi>\d\d)?(?::?(?P<s>\d\d)(?:[.,:]\d{1,9})?)?(?P<rest>.*))?\s*\Z",
    re.DOTALL,
)
_UNSIGNED = re.compile(r"\s(\d\d):(\d\d)\Z")  # "+03:30" whose plus was decoded to a space
_REGION = re.compile(r"\s*\[[\w/+-]{1,40}\]\Z")
_EPOCH = re.compile(r"(?:/Date\()?(\d{10}|\d{13})(?:\.\d+)?(?:\)/)?\Z")
_ASCTIME = re.compile(
    r"(?:[^\W\d_]{2,9},?\s+)?(?P<month>[^\W\d_]{3,9})\s+(?P<day>\d{1,2})\s+(?P<clock>\d{1,2}:\d\d(?::\d\d)?)\s+(?P<zone>[^\s\d]\S{0,9}\s+)?(?P<year>\d{4})\Z"
)
# Seconds since 1970 that are taken for a time: 1990 to 2100.
_EPOCHS = range(631_152_000, 4_102_444_800)


def parse_machine(text: str) -> Moment | None:
    """The moment that a machine-readable value states; None when it states none, or an impossible one.

    ISO 8601 with or without its separators, RFC 2822, `date` and `Date.toString` output, seconds or milliseconds since 1970; else
    the first date that `find_dates` sees. Midnight stays midnight: whether it stands for "no time" is for the caller to say.
    """
    value = text.strip().strip("\"'").strip()
    if not value or len(value) > _LONGEST:
        return None
    if found := _EPOCH.match(value):
        return _epoch(number(found[1]))
    if (found := _ISO.match(value)) and FIRST_YEAR <= int(found["y"]) <= LAST_YEAR:
        moment = _iso(found)
        if moment or not found["rest"]:
            return moment
    if found := _ASCTIME.match(value):
        zone = (found["zone"] or "").strip()
        value = f"{found['day']} {found['month']} {found['year']} {found['clock']} {zone}"
    mentions = find_dates(value, limit=1)
    return mentions[0].moment if mentions else None


def _epoch(count: int) -> Moment | None:
    seconds = count // 1000 if count > _EPOCHS.stop else count
    if seconds not in _EPOCHS:
        return None
    return Moment.at(datetime.fromtimestamp(seconds, UTC), precision="second", offset=timedelta(0))


def _iso(found: re.Match[str]) -> Moment | None:
    """The moment of an ISO-like value; None when a field is out of range or what follows the clock is no zone."""
    year, month, day = int(found["y"]), found["m"] or found["m1"], found["d"] or found["d1"]
    if found["h"] and not day:
        return None
    precision: Precision = "day" if day else "month" if month else "year"
    fields = [year, int(month or 1), int(day or 1)]
    after = timedelta(0)
    if found["h"]:
        precision = "second" if found["s"] else "minute" if found["mi"] else "hour"
        fields += [int(found["h"]), int(found["mi"] or 0), int(found["s"] or 0)]
        if fields[4:] == [59, 60]:
            fields[5] = 59  # a leap second, which Python's clocks do not have
        if fields[3] == 24 and not any(fields[4:]):
            fields[3], after = 0, timedelta(days=1)
    try:
        local = datetime(*fields) + after  # type: ignore[arg-type]  # noqa: DTZ001 - local by nature
    except ValueError:
        return None
    rest = _REGION.sub("", found["rest"] or "").rstrip()
    if not rest:
        return Moment.at(local, precision=precision)
    if unsigned := _UNSIGNED.match(rest):
        return Moment.at(local, precision=precision, offset=timedelta(hours=int(unsigned[1]), minutes=int(unsigned[2])))
    if rest.lstrip().lower() in ("am", "pm"):
        return None
    zone = zone_at(rest, 0, local)
    return Moment.at(local, precision=precision, offset=zone[1]) if zone else None
