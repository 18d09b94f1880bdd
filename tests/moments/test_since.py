"""Times told after a known day: a clock alone, a day without its year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.moments import find_since

DAY = date(2024, 5, 24)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("16:02", "en", "2024-05-24T16:02"),
        (" at 4:02 p.m. ET", "en", "2024-05-24T16:02-04:00"),
        (": 4:02pm)", "en", "2024-05-24T16:02"),
        ("16:02 | Ana Lima", "en", "2024-05-24T16:02"),
        (" um 16:02 Uhr", "de", "2024-05-24T16:02"),
        (" um 16.02 Uhr", "de", "2024-05-24T16:02"),
        (" am 25. Mai, 10:11 Uhr", "de", "2024-05-25T10:11"),
        (" à 16h02", "fr", "2024-05-24T16:02"),
        (" le 25 mai à 10h11", "fr", "2024-05-25T10:11"),
        (" às 16h02", "pt", "2024-05-24T16:02"),
        ("alle 16.02", "it", "2024-05-24T16:02"),
        ("kl. 16.02", "da", "2024-05-24T16:02"),
        ("25.5. klo 10.11", "fi", "2024-05-25T10:11"),
        (" v 16:02", "cs", "2024-05-24T16:02"),
        ("5/24 10:20", "ja", "2024-05-24T10:20"),
        ("5월 25일 16:02", "ko", "2024-05-25T16:02"),
        ("May 25, 10:11", "en", "2024-05-25T10:11"),
        ("Jan 3", "en", None),  # seven months on its year would be told
        ("24/05 at 16:02", "en", "2024-05-24T16:02"),
    ],
)
def test_what_is_told_after_a_day(text: str, language: str, found: str | None) -> None:
    """A clock is of the day, a day without its year the next such day."""
    mention = find_since(text, day=DAY, language=language)
    assert (mention and str(mention.moment)) == found
    assert mention is None or mention.relative


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 min read",
        "12.05.",
        "16.02",
        "18:00 daily",
        "18:00-19:00",
        "16:02 on 25 May",
        "9:15 p.m. Sunday, May 26",
        "16:02, 24 May 2024",
        "May 25, 2024 10:11",
        "May 30 hearing date stands",
        "2 days ago",
        "25:61",
        "June 31 10:00",
    ],
)
def test_what_may_go_on_is_not_taken(text: str) -> None:
    """What is no time, or is the beginning of more, gives none."""
    assert find_since(text, day=DAY, language="en") is None


@given(st.dates(date(1995, 1, 1), date(2035, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_a_clock_is_of_the_day(day: date, hour: int, minute: int) -> None:
    """Any clock, on any day."""
    mention = find_since(f"at {hour:02}:{minute:02}", day=day, language="en")
    assert mention is not None
    assert str(mention.moment) == f"{day.isoformat()}T{hour:02}:{minute:02}"


def test_29_february() -> None:
    """A day that a year does not have is no day."""
    assert find_since("Feb 29", day=date(2023, 2, 20), language="en") is None
    found = find_since("Feb 29", day=date(2024, 2, 20), language="en")
    assert found is not None
    assert str(found.moment) == "2024-02-29"


def test_the_last_day_of_all() -> None:
    """Nothing comes after it, and nothing breaks."""
    assert find_since("Jan 3, 10:00", day=date.max, language="en") is None
