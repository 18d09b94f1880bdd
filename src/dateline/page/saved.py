"""Pages that a browser or its extension saved: where from, and sometimes when, as the file says at its top.

Chrome and Edge write `<!-- saved from url=(0031)https://gazette.example/pier-4711 -->`, SingleFile a comment of several lines, Save Page WE meta elements,
WebScrapBook attributes of `<html>`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

# Bytes at the top of a file in which it says so.
_TOP = 16_384
_TELLING = (b"saved", b"savepage", b"scrapbook")
_URL = rb"(?P<url>https?://[^\s\"'<>]{1,2000}?)"
_MARKS = (
    re.compile(rb"<!--\s{0,8}saved from url=\(\d{1,5}\)" + _URL + rb"\s{0,8}-->", re.I),
    re.compile(rb"Page saved with SingleFile\s{1,8}url: " + _URL + rb"\s", re.I),
    re.compile(rb"<meta name=[\"']?savepage-url[\"']? content=[\"']?" + _URL + rb"[\"'\s>]", re.I),
    re.compile(rb"<html\b[^>]{0,400}\bdata-scrapbook-source=[\"']" + _URL + rb"[\"']", re.I),
)
# "Thu Mar 14 2024 10:22:33 GMT+0100", in English whatever the browser speaks; "20240314092233123", in UTC.
_DATES = (
    (
        re.compile(
            rb"(?:\bsaved date: |<meta name=[\"']?savepage-date[\"']? content=[\"'])(?P<date>\w{3} \w{3} \d\d? \d{4} [\d:]{8} GMT[+-]\d{4})"
        ),
        "%a %b %d %Y %H:%M:%S GMT%z",
        "",
    ),
    (re.compile(rb"\bdata-scrapbook-create=[\"'](?P<date>\d{14})"), "%Y%m%d%H%M%S%z", "+0000"),
)


class Saved(NamedTuple):
    """Where a page was saved from, and when, if it says so."""

    url: str
    at: datetime | None


def saved_from(content: bytes) -> Saved | None:
    """What a saved page says of itself; None where it says nothing."""
    top = content[:_TOP]
    if not any(word in top for word in _TELLING):
        return None
    match = next((found for mark in _MARKS if (found := mark.search(top))), None)
    if match is None:
        return None
    dates = (_time(dated["date"], form, zone) for mark, form, zone in _DATES if (dated := mark.search(top)))
    return Saved(match["url"].decode("utf-8", "replace"), next(dates, None))


def _time(said: bytes, form: str, zone: str) -> datetime | None:
    try:
        return datetime.strptime(said.decode("ascii", "replace") + zone, form).astimezone(UTC)
    except ValueError:
        return None
