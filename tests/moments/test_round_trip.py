"""Dates as CLDR formats them, in every language, are read back."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.moments import find_dates

babel = pytest.importorskip("babel", reason="Babel formats the dates of this round trip")
from babel.dates import format_date
from babel.localedata import locale_identifiers


@cache
def languages() -> list[str]:
    """Every language of CLDR in its usual script."""
    return sorted(name for name in locale_identifiers() if "_" not in name)


@settings(max_examples=700, deadline=None)
@given(st.data(), st.dates(date(1970, 1, 1), date(2060, 12, 31)), st.sampled_from(["full", "long", "medium", "short"]))
def test_formatted_dates_are_read_back(data: st.DataObject, day: date, width: str) -> None:
    """A date formatted in any language is read as that date, or has it as the other order of an ambiguous one."""
    language = data.draw(st.sampled_from(languages()))
    text = format_date(day, width, locale=language)
    (mention,) = find_dates(text, language=language)
    read = {mention.moment.local, mention.alternative.local if mention.alternative else ""}
    if width == "short":
        # Two digits of a year leave the century open, and in Thai the calendar.
        read |= {f"{day.year}{local[4:]}" for local in read if local and (day.year - int(local[:4])) % 100 in (0, 43)}
    assert day.isoformat() in read, text


def test_every_language_knows_every_month() -> None:
    """The twelve months of every language are read back in its long format."""
    wrong = []
    for language in languages():
        for month in range(1, 13):
            text = format_date(date(2021, month, 23), "long", locale=language)
            found = find_dates(text, language=language)
            if [mention.moment.local for mention in found] != [f"2021-{month:02d}-23"]:
                wrong.append((language, text))
    assert not wrong
