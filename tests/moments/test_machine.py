"""Times written for machines."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.moments import parse_machine

CASES = [
    ("2021-11-23T21:37:00+03:30", "2021-11-23T21:37:00+03:30"),
    ("2021-11-23T21:37:00+0330", "2021-11-23T21:37:00+03:30"),
    ("2021-11-23T21:37:00.000+0000", "2021-11-23T21:37:00+00:00"),
    ("2021-11-23T21:37:00.123456789Z", "2021-11-23T21:37:00+00:00"),
    ("2021-11-23T21:37Z", "2021-11-23T21:37+00:00"),
    ("2021-11-23T21:37:00-05", "2021-11-23T21:37:00-05:00"),
    ("2021-11-23 21:37:00 UTC", "2021-11-23T21:37:00+00:00"),
    ("2021-11-23 21:37:00 +0000 UTC", "2021-11-23T21:37:00+00:00"),
    ("2021-11-23T21:37:00 03:30", "2021-11-23T21:37:00+03:30"),
    ("2021-11-23T21:37:00+01:00[Europe/Berlin]", "2021-11-23T21:37:00+01:00"),
    ("2021-11-23 21:37:00 Europe/Berlin", "2021-11-23T21:37:00+01:00"),
    ("2021-11-23T21:37:00EST", "2021-11-23T21:37:00-05:00"),
    ("2021-11-23T21:37:00", "2021-11-23T21:37:00"),
    ("2021-11-23 21:37", "2021-11-23T21:37"),
    ("2021-11-23t21:37:00z", "2021-11-23T21:37:00+00:00"),
    ("2021-11-23T00:00:00", "2021-11-23T00:00:00"),
    ("2021-11-23T24:00", "2021-11-24T00:00"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"),
    ("31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59+00:00"),
    ("2021-11-23 09:37 PM", "2021-11-23T21:37"),
    ("2021/11/23 21:37", "2021-11-23T21:37"),
    ("2021-1-5 9:05", "2021-01-05T09:05"),
    ("2021-11-23", "2021-11-23"),
    ("2021 11 23", "2021-11-23"),
    ("20211123", "2021-11-23"),
    ("20211123T213700Z", "2021-11-23T21:37:00+00:00"),
    ("20211123213700", "2021-11-23T21:37:00"),
    ("2021-11", "2021-11"),
    ("2021", "2021"),
    ("1637703420", "2021-11-23T21:37:00+00:00"),
    ("1637703420000", "2021-11-23T21:37:00+00:00"),
    ("/Date(1637703420000)/", "2021-11-23T21:37:00+00:00"),
    ("Tue, 23 Nov 2021 21:37:00 +0330", "2021-11-23T21:37:00+03:30"),
    ("Tue, 23 Nov 2021 21:37:00 GMT", "2021-11-23T21:37:00+00:00"),
    ("Tue Nov 23 21:37:00 UTC 2021", "2021-11-23T21:37:00+00:00"),
    ("Tue Nov 23 21:37:00 2021", "2021-11-23T21:37:00"),
    ("Tue Nov 23 2021 21:37:00 GMT+0330 (Iran Standard Time)", "2021-11-23T21:37:00+03:30"),
    ("11/23/2021 9:37:00 PM", "2021-11-23T21:37:00"),
    ("November 23, 2021", "2021-11-23"),
    ("۱۴۰۰/۰۹/۰۲", "2021-11-23"),
    (" '2021-11-23' ", "2021-11-23"),
    ("2021-02-30", None),
    ("2021-13-01", None),
    ("2021-11-23T25:00", None),
    ("0000-00-00 00:00:00", None),
    ("0001-01-01T00:00:00Z", None),
    ("99999", None),
    ("12345678", None),
    ("PT5M30S", None),
    ("21:37", None),
    ("yesterday", None),
    ("", None),
    ("2021-11-23 " * 50, None),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] or "empty" for case in CASES])
def test_values_of_publishers(text: str, expected: str | None) -> None:
    """A value is read in every way that publishers write it, and garbage gives nothing."""
    moment = parse_machine(text)
    assert (str(moment) if moment else None) == expected


@given(st.text(max_size=60))
def test_no_value_crashes(text: str) -> None:
    """Any string gives a moment or None."""
    parse_machine(text)


@given(st.datetimes(min_value=datetime.fromisoformat("1700-01-01"), max_value=datetime.fromisoformat("2199-12-31")))
def test_iso_is_read_back(when: datetime) -> None:
    """A date in ISO 8601 is read back to the second."""
    text = str(when)[:19]
    moment = parse_machine(text)
    assert moment is not None
    assert str(moment).replace("T", " ") == text
