"""Publish times and the bounds of searches."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.archive.bounds import bound, date_of, out_of_order, stretch, within
from dateline.errors import QueryError
from dateline.records import Moment

DAY = Moment.at(date(2021, 11, 23))
MONTH = Moment.at(date(2021, 11, 1), precision="month")
MINUTE = Moment(local="2021-11-23T21:37", precision="minute")
TEHRAN = Moment(local="2021-11-24T01:00", precision="minute", offset="+03:30", zone_source="explicit")

CASES = {
    "a day is within itself": (DAY, "2021-11-23", "2021-11-23", True),
    "the day before": (DAY, None, "2021-11-22", False),
    "the day after": (DAY, "2021-11-24", None, False),
    "a clock within its day": (MINUTE, "2021-11-23", "2021-11-23", True),
    "a bound of a month": (MINUTE, "2021-11", "2021-11", True),
    "a bound of a year": (MINUTE, "2021", "2021", True),
    "another year": (MINUTE, "2022", None, False),
    "a month may hold the day": (MONTH, "2021-11-23", "2021-11-23", True),
    "a month before the day": (MONTH, "2021-12-01", None, False),
    "a clock as printed": (MINUTE, "2021-11-23T21:00", "2021-11-23T22", True),
    "the minute itself": (MINUTE, "2021-11-23T21:37", "2021-11-23T21:37", True),
    "after the clock": (MINUTE, "2021-11-23T21:38", None, False),
    "a day is the one printed, not UTC's": (TEHRAN, "2021-11-24", "2021-11-24", True),
    "nor the day in UTC": (TEHRAN, None, "2021-11-23", False),
    "an instant in UTC": (TEHRAN, "2021-11-23T21:30Z", "2021-11-23T21:30Z", True),
    "an instant elsewhere": (TEHRAN, "2021-11-23T22:30+01:00", "2021-11-23T16:30-05:00", True),
    "the instant before": (TEHRAN, None, "2021-11-23T21:29Z", False),
    "the instant after": (TEHRAN, "2021-11-23T21:31Z", None, False),
    "no offset: the day of the instant counts": (MINUTE, "2021-11-23T23:00Z", "2021-11-23T01:00Z", True),
    "no offset: another day": (MINUTE, "2021-11-24T00:00+03:30", None, False),
    "no publish time": (None, "1900", None, False),
    "no publish time, no bounds": (None, None, None, True),
    "digits of the outlet's script": (DAY, "۲۰۲۱-۱۱-۲۳", None, True),
}


@pytest.mark.parametrize(("moment", "from_", "to", "expected"), CASES.values(), ids=CASES)
def test_zone_rules(moment: Moment | None, from_: str | None, to: str | None, expected: bool) -> None:
    """Bounds hold as the module says, both ends inclusive."""
    bounds = [None if text is None else bound(text) for text in (from_, to)]
    assert within(stretch(moment) if moment else None, *bounds) is expected


def test_bounds_from_dates() -> None:
    """Dates and datetimes are bounds too."""
    assert bound(date(2021, 11, 23)) == bound("2021-11-23")
    assert bound(datetime.fromisoformat("2021-11-23T18:00:05")) == bound("2021-11-23T18:00:05")
    assert bound(datetime(2021, 11, 23, 18, 0, 5, tzinfo=UTC)) == bound("2021-11-23T18:00:05Z")


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2021-13", "2021-02-30", "21-11-23", "0000", "2021-11-23T25", "2021-11-23Z", "9" * 99]
)
def test_no_date(text: str) -> None:
    """What is no date is an error that says how one is written."""
    with pytest.raises(QueryError, match="write 2021"):
        bound(text)


@pytest.mark.parametrize("local", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_ends_of_the_calendar(local: str) -> None:
    """An offset that leads out of the calendar is no error."""
    for offset in ("+14:00", "-12:00"):
        found = stretch(Moment(local=local, precision="minute", offset=offset))
        assert date_of(found.first).isoformat() == local[:10]


@pytest.mark.parametrize(
    ("from_", "to", "expected"),
    [
        pytest.param("2024-05", "2024-03", True, id="months"),
        pytest.param("2024-05", "2024", False, id="within-a-year"),
        pytest.param("2024-05-03", "2024-05-03", False, id="one-day"),
        pytest.param("2024-05-03T10:00Z", "2024-05-03T09:00Z", True, id="instants"),
        pytest.param("2024-05-03T10:00+05:00", "2024-05-03T09:00Z", False, id="instants-of-two-zones"),
        pytest.param("2024-05-03T10:00Z", "2024-05-03T09:00", False, id="a-clock-that-may-be-later"),
        pytest.param("2024-05-05T10:00Z", "2024-05-03T09:00", True, id="a-clock-that-cannot"),
    ],
)
def test_out_of_order(from_: str, to: str, expected: bool) -> None:
    """Bounds are out of order when the end is before the beginning, whatever their zones."""
    assert out_of_order(bound(from_), bound(to)) is expected
