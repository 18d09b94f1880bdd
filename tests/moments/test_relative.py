"""Times counted from now."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.moments import find_relative

NOW = datetime(2021, 11, 23, 18, 7, 5, tzinfo=timezone(timedelta(hours=3, minutes=30)))

CASES = [
    ("3 hours ago", "en", "2021-11-23T15+03:30"),
    ("Posted 2 days ago by Jane Roe", "en", "2021-11-21"),
    ("an hour ago", "en", "2021-11-23T17+03:30"),
    ("5 min. ago", "en", "2021-11-23T18:02+03:30"),
    ("5h ago", "en", "2021-11-23T13+03:30"),
    ("2 months ago", "en", "2021-09"),
    ("11 months ago", "en", "2020-12"),
    ("1 year ago", "en", "2020"),
    ("1 week ago", "en", "2021-11-16"),
    ("just now", "en", "2021-11-23T18:07+03:30"),
    ("in 5 hours", "en", "2021-11-23T23+03:30"),
    ("yesterday 14:05", "en", "2021-11-22T14:05"),
    ("Yesterday at 2:05 PM GMT", "en", "2021-11-22T14:05+00:00"),
    ("today, 08:15", "en", "2021-11-23T08:15"),
    ("Nov 22, 4:05 PM", "en", "2021-11-22T16:05"),
    ("24 Dec", "en", "2020-12-24"),
    ("Feb. 29", "en", "2020-02-29"),
    ("vor 2 Stunden", "de", "2021-11-23T16+03:30"),
    ("gestern, 14:05 Uhr", "de", "2021-11-22T14:05"),
    ("il y a 3 jours", "fr", "2021-11-20"),
    ("hier à 14h05", "fr", "2021-11-22T14:05"),
    ("hace 5 minutos", "es", "2021-11-23T18:02+03:30"),
    ("ayer", "es", "2021-11-22"),
    ("há 2 horas", "pt", "2021-11-23T16+03:30"),
    ("2 ore fa", "it", "2021-11-23T16+03:30"),
    ("2 uur geleden", "nl", "2021-11-23T16+03:30"),
    ("för 2 timmar sedan", "sv", "2021-11-23T16+03:30"),
    ("2 godziny temu", "pl", "2021-11-23T16+03:30"),
    ("5 часов назад", "ru", "2021-11-23T13+03:30"),
    ("вчера в 14:05", "ru", "2021-11-22T14:05"),
    ("2 години тому", "uk", "2021-11-23T16+03:30"),
    ("2 saat önce", "tr", "2021-11-23T16+03:30"),
    ("منذ ٣ ساعات", "ar", "2021-11-23T15+03:30"),
    ("قبل 3 أيام", "ar", "2021-11-20"),
    ("منذ ساعتين", "ar", "2021-11-23T16+03:30"),
    ("۳ ساعت پیش", "fa", "2021-11-23T15+03:30"),
    ("دیروز ۱۴:۰۵", "fa", "2021-11-22T14:05"),
    ("לפני 3 שעות", "he", "2021-11-23T15+03:30"),
    ("3 घंटे पहले", "hi", "2021-11-23T15+03:30"),
    ("3 ঘন্টা আগে", "bn", "2021-11-23T15+03:30"),
    ("3 ชั่วโมงที่ผ่านมา", "th", "2021-11-23T15+03:30"),
    ("3 giờ trước", "vi", "2021-11-23T15+03:30"),
    ("3 jam yang lalu", "id", "2021-11-23T15+03:30"),
    ("3時間前", "ja", "2021-11-23T15+03:30"),
    ("昨日 14:05", "ja", "2021-11-22T14:05"),
    ("11月22日 14:05", "ja", "2021-11-22T14:05"),
    ("3小时前", "zh", "2021-11-23T15+03:30"),
    ("3분 전", "ko", "2021-11-23T18:04+03:30"),
    ("3시간 전", "ko", "2021-11-23T15+03:30"),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES, ids=[f"{case[1]}: {case[0]}" for case in CASES])
def test_counted_from_now(text: str, language: str, expected: str) -> None:
    """A time counted from now is known to its unit, in its language."""
    (mention,) = find_relative(text, now=NOW, language=language)
    assert str(mention.moment) == expected
    assert mention.relative


NOTHING = ["", "ago", "5 people", "1984 years ago", "23 November 2021", "no time at all", "9" * 5000]


@pytest.mark.parametrize("text", NOTHING, ids=lambda text: text[:20])
def test_nothing_is_counted(text: str) -> None:
    """Numbers without a unit, whole dates and counts beyond a year's days are left alone."""
    assert find_relative(text, now=NOW, language="en") == []


def test_now_must_have_a_zone() -> None:
    """A naive time of capture is refused."""
    with pytest.raises(ValueError, match="aware"):
        find_relative("yesterday", now=NOW.replace(tzinfo=None))


@given(st.text(max_size=80))
def test_no_text_crashes(text: str) -> None:
    """Any text gives mentions within it."""
    for mention in find_relative(text, now=NOW):
        assert 0 <= mention.start < mention.end <= len(text)
