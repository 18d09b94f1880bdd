"""Zones: names and offsets as a page prints them, and an outlet's zone put to a clock that has none."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.moments.tokens import fold
from dateline.moments.words import root
from dateline.records import Moment

# Abbreviations as hours from UTC, in one meaning the world over. From the IANA time zone database.
_HOURS = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "МСК": 3, "TRT": 3, "SAST": 2, "EAT": 3, "CAT": 2, "WAT": 1, "IRST": 3.5, "IRDT": 4.5, "AFT": 4.5, "PKT": 5,
    "NPT": 5.75, "ICT": 7, "WIB": 7, "WITA": 8, "HKT": 8, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "WIT": 9,
    "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "EDT": -4, "CDT": -5, "MDT": -6, "MST": -7,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "ADT": -3, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "CLT": -4,
    "CLST": -3, "COT": -5, "PET": -5, "VET": -4, "HNE": -5, "HAE": -4, "IDT": 3, "МСЬК": 3,
}  # fmt: skip
# Abbreviations that mean several zones: "" is for a text of any other language or region, or unknown.
_BY_LANGUAGE: dict[str, dict[str, float]] = {
    "IST": dict.fromkeys(("hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "or", "as", "IN"), 5.5)
    | {"he": 2, "IL": 2, "ga": 1, "IE": 1},
    "BST": {"bn": 6, "BD": 6, "": 1},
    "CST": {"zh": 8, "CN": 8, "TW": 8, "": -6},
    "AST": {"ar": 3, "SA": 3, "en": -4, "es": -4, "fr": -4},
    "EST": {"AU": 10, "": -5},
    "PST": {"fil": 8, "tl": 8, "PH": 8, "": -8},
    "GST": {"ar": 4, "AE": 4, "": 4},
    "AMT": {"hy": 4, "pt": -4},
    "BDT": {"bn": 6, "BD": 6},
}
# Names whose offset depends on the day.
_PLACES = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
    "eastern": "America/New_York", "eastern time": "America/New_York", "central time": "America/Chicago",
    "mountain time": "America/Denver", "pacific": "America/Los_Angeles", "pacific time": "America/Los_Angeles",
    "london time": "Europe/London", "uk time": "Europe/London", "heure de paris": "Europe/Paris", "moscow time": "Europe/Moscow",
    "по московскому времени": "Europe/Moscow", "по киевскому времени": "Europe/Kyiv", "за київським часом": "Europe/Kyiv",
    "به وقت تهران": "Asia/Tehran", "بتوقیت مکه": "Asia/Riyadh", "بتوقیت القاهره": "Africa/Cairo",
    "بتوقیت القدس": "Asia/Jerusalem", "بتوقیت بیروت": "Asia/Beirut",
    "beijing time": "Asia/Shanghai", "北京时间": "Asia/Shanghai", "tehran time": "Asia/Tehran",
    "hora de madrid": "Europe/Madrid", "hora peninsular": "Europe/Madrid", "horario de brasilia": "America/Sao_Paulo",
    "de brasilia": "America/Sao_Paulo", "ora italiana": "Europe/Rome", "waktu indonesia barat": "Asia/Jakarta",
    "turkiye saatiyle": "Europe/Istanbul", "czasu polskiego": "Europe/Warsaw", "deutscher zeit": "Europe/Berlin",
}  # fmt: skip
_NAMED_HOURS: dict[str, float] = {
    "greenwich mean time": 0, "coordinated universal time": 0, "universal time": 0, "british summer time": 1,
    "central european time": 1, "central european standard time": 1, "central european summer time": 2,
    "eastern european time": 2, "eastern european summer time": 3, "eastern standard time": -5, "eastern daylight time": -4,
    "central standard time": -6, "central daylight time": -5, "mountain standard time": -7, "mountain daylight time": -6,
    "pacific standard time": -8, "pacific daylight time": -7, "india standard time": 5.5, "indian standard time": 5.5,
    "japan standard time": 9, "korea standard time": 9, "china standard time": 8, "iran standard time": 3.5,
    "moscow standard time": 3, "israel standard time": 2, "israel daylight time": 3, "بتوقیت غرینتش": 0, "بتوقیت جرینتش": 0,
    "توقیت غرینتش": 0, "غرینتش": 0, "جرینتش": 0, "به وقت گرینویچ": 0, "по гринвичу": 0, "по мск": 3, "мск": 3,
    "mitteleuropaische zeit": 1, "mitteleuropaische sommerzeit": 2, "mittlere greenwich zeit": 0,
}  # fmt: skip
_LONGEST_NAME = 4

_OFFSET = r"[+\-−](?P<{0}h>\d{{1,2}})(?::?(?P<{0}m>\d{{2}}))?(?!\d)"
_NUMERIC = re.compile(r"\s?[(\[]?" + _OFFSET.format("a") + r"(?::\d\d(?!\d))?\s?[)\]]?")
_BASED = re.compile(r"[ \xa0,\u202f]{0,2}[(\[]?(?:UTC|GMT|Z)\s?" + _OFFSET.format("b") + r"\s?[)\]]?", re.IGNORECASE)
_WORDS = re.compile(r"[ \xa0,\u202f|/-]{0,3}[(\[]?([^\W\d_]+)(?:\s([^\W\d_]+))?(?:\s([^\W\d_]+))?(?:\s([^\W\d_]+))?")
_IANA = re.compile(
    r"\s?[(\[]?((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]{3,40})[)\]]?"
)
_ISO_CLOCK = re.compile(r"[Tt]\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?$|:\d\d:\d\d$")
_LONGEST_CLOCK = 20
_CLOSING = re.compile(r"\s?[)\]]")
# The widest offsets in use: Kiribati and American Samoa's neighbours.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)


def zone_at(text: str, position: int, local: datetime, language: str | None = None) -> tuple[int, timedelta] | None:
    """The zone that stands right after a clock ending at `position`: where it ends, and its offset on that day."""
    window = text[position : position + 64]
    for pattern, name in ((_BASED, "b"), (_NUMERIC, "a")):
        if found := pattern.match(window):
            offset = timedelta(hours=int(found[name + "h"]), minutes=int(found[name + "m"] or 0))
            if not found.group().strip(" ([,\xa0\u202f").upper().lstrip("UTCGMZ").lstrip().startswith("+"):
                offset = -offset
            based = pattern is _BASED
            if not _EARLIEST <= offset <= _LATEST or (
                not based and (len(found["ah"]) < 2 or _is_range(text, position, local, offset))
            ):
                return None
            return position + found.end(), offset
    if found := _IANA.match(window):
        there = _offset_there(found[1], local)
        return (position + found.end(), there) if there is not None else None
    return _named(window, position, local, language)


def _is_range(text: str, position: int, local: datetime, offset: timedelta) -> bool:
    """Whether "-11:30" behind a clock is the end of a range: later than the clock, and not in ISO 8601."""
    later = -offset > timedelta(hours=local.hour, minutes=local.minute)
    return later and not _ISO_CLOCK.search(text, max(0, position - _LONGEST_CLOCK), position)


def _named(window: str, position: int, local: datetime, language: str | None) -> tuple[int, timedelta] | None:
    """A zone by abbreviation or name at the window's beginning."""
    found = _WORDS.match(window)
    if not found:
        return None
    for count in range(_LONGEST_NAME, 0, -1):
        if not found[count]:
            continue
        name = " ".join(fold(word) for word in found.groups()[:count])
        offset = _by_name(name, local)
        if offset is None and count == 1:
            offset = abbreviation(found[1], local, language)
        if offset is not None:
            end = found.end(count)
            if "(" in window[:end] or "[" in window[:end]:
                end = closing.end() if (closing := _CLOSING.match(window, end)) else end
            return position + end, offset
    return None


def _by_name(name: str, local: datetime) -> timedelta | None:
    if name in _NAMED_HOURS:
        return timedelta(hours=_NAMED_HOURS[name])
    return _offset_there(_PLACES[name], local) if name in _PLACES else None


def abbreviation(name: str, local: datetime, language: str | None = None) -> timedelta | None:
    """The offset that a zone's abbreviation means at a local time; one that is ambiguous needs the language or its region."""
    if name.lower() in ("gmt", "utc", "z"):
        name = name.upper()
    if name in _HOURS:
        return timedelta(hours=_HOURS[name])
    if name in _PLACES and name.isupper():
        return _offset_there(_PLACES[name], local)
    if name not in _BY_LANGUAGE:
        return None
    meanings = _BY_LANGUAGE[name]
    tags = (language or "").replace("_", "-").split("-")
    hours = next((meanings[tag.upper()] for tag in tags[1:] if tag.upper() in meanings), None)
    if hours is None:
        hours = meanings.get(root(language) or "-", meanings.get(""))
    return None if hours is None else timedelta(hours=hours)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _offset_there(zone: str, local: datetime) -> timedelta | None:
    """The offset of an IANA zone at a local time; None where the system has no zone data."""
    try:
        return local.replace(tzinfo=_zone(zone)).utcoffset()
    except ZoneInfoNotFoundError:
        return None


def with_zone(moment: Moment, zone: str) -> Moment:
    """The moment in an outlet's zone (an IANA name): its clock stays, the offset of that day is added.

    A moment that has an offset or no clock comes back as it is. Raises `ValueError` for an unknown zone.
    """
    try:
        there = _zone(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"no such time zone: {zone!r}") from error
    if moment.offset is not None or moment.precision in ("year", "month", "day"):
        return moment
    offset = moment.clock.replace(tzinfo=there).utcoffset()
    return Moment.at(moment.clock, precision=moment.precision, offset=offset, zone_source="outlet")
