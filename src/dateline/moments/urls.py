"""Dates in the paths of addresses: weak evidence, since item numbers look alike."""

from __future__ import annotations

import re

from dateline.moments.absolute import Mention
from dateline.moments.fields import Written, day_of
from dateline.moments.words import MONTH_BITS, sense
from dateline.records import Moment

# Judged: a day in the path is mostly that of publication or of the item's making; a bare run of eight digits may be a number.
_DAY, _RUN, _MONTH = 0.8, 0.6, 0.5

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*", re.IGNORECASE)
_PATH_END = re.compile(r"[?#]")
_YMD = re.compile(r"(?<!\d)(?P<y>\d{4})(?P<sep>[/_.-])(?P<m>\d{1,2}|[a-z]{3,9})(?P=sep)(?P<d>\d{1,2})(?![\d])", re.IGNORECASE)
_DMY = re.compile(r"(?<!\d)(?P<d>\d{1,2})(?P<sep>[/_.-])(?P<m>\d{1,2}|[a-z]{3,9})(?P=sep)(?P<y>\d{4})(?!\d)", re.IGNORECASE)
_EIGHT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_YM = re.compile(r"/(?P<y>\d{4})[/-](?P<m>\d{1,2}|[a-z]{3,9})(?=[/_-]|\Z)(?P<d>)", re.IGNORECASE)


def url_date(url: str) -> Mention | None:
    """The date in a URL's path, with its place in `url`; of two numbers before a year the day stands first.

    `/2021/11/23/` and the like give a day; `/2021/04/92713` gives the month, since a long number is an item's.
    """
    host = _HOST.match(url)
    start = host.end() if host else 0
    query = _PATH_END.search(url, start)
    end = query.start() if query else len(url)
    for pattern, certainty in ((_YMD, _DAY), (_DMY, _DAY), (_EIGHT, _RUN), (_YM, _MONTH)):
        for found in pattern.finditer(url, start, end):
            mention = _mention(found, certainty)
            if mention:
                return mention
    return None


def _mention(found: re.Match[str], certainty: float) -> Mention | None:
    name = found["m"]
    month = int(name) if name.isdecimal() else sense(name, "en")[1] & MONTH_BITS
    day = day_of(Written(int(found["y"]), month, int(found["d"]) if found["d"] else None, 4), None)
    if not day:
        return None
    return Mention(
        start=found.start("d") if found.start("d") in range(found.start("y")) else found.start("y"),
        end=max(found.end("y"), found.end("d"), found.end("m")),
        moment=Moment.at(day.day, precision="day" if found["d"] else "month"),
        certainty=round(certainty * day.certainty, 3),
        calendar=day.calendar,
    )
