"""Days of other calendars against days that are known."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from dateline.moments import calendars

if TYPE_CHECKING:
    from collections.abc import Callable

SOLAR = [
    ((1400, 1, 1), date(2021, 3, 21)),
    ((1400, 9, 2), date(2021, 11, 23)),
    ((1399, 12, 30), date(2021, 3, 20)),
    ((1403, 12, 30), date(2025, 3, 20)),
    ((1404, 1, 1), date(2025, 3, 21)),
    ((1357, 11, 22), date(1979, 2, 11)),
    ((1300, 1, 1), date(1921, 3, 21)),
    ((1400, 12, 30), None),
    ((1400, 7, 31), None),
    ((1400, 13, 1), None),
    ((1400, 1, 0), None),
    ((99, 1, 1), None),
]
ISLAMIC = [
    ((1443, 4, 17), date(2021, 11, 23)),
    ((1, 1, 1), date(622, 7, 19)),
    ((1400, 1, 1), date(1979, 11, 21)),
    ((1446, 1, 1), date(2024, 7, 8)),
    ((1445, 12, 30), date(2024, 7, 7)),
    ((1443, 12, 30), None),
    ((1443, 2, 30), None),
    ((0, 1, 1), None),
]
JAPANESE = [
    (("令和", 6, 3, 5), date(2024, 3, 5)),
    (("令和", 1, 5, 1), date(2019, 5, 1)),
    (("令和", 1, 4, 30), None),
    (("平成", 31, 4, 30), date(2019, 4, 30)),
    (("平成", 31, 5, 1), None),
    (("昭和", 64, 1, 7), date(1989, 1, 7)),
    (("昭和", 64, 1, 8), None),
    (("大正", 1, 7, 30), date(1912, 7, 30)),
    (("明治", 45, 7, 30), date(1912, 7, 30)),
    (("令和", 0, 3, 5), None),
]


@pytest.mark.parametrize(("fields", "expected"), SOLAR, ids=str)
def test_solar_hijri(fields: tuple[int, int, int], expected: date | None) -> None:
    """Solar Hijri days fall where Iranian almanacs put them."""
    assert calendars.solar_hijri(*fields) == expected


@pytest.mark.parametrize(("fields", "expected"), ISLAMIC, ids=str)
def test_islamic(fields: tuple[int, int, int], expected: date | None) -> None:
    """Islamic days follow the civil tabular rule."""
    assert calendars.islamic(*fields) == expected


@pytest.mark.parametrize(("fields", "expected"), JAPANESE, ids=str)
def test_japanese_eras(fields: tuple[str, int, int, int], expected: date | None) -> None:
    """Japanese days lie within their era."""
    assert calendars.japanese(*fields) == expected


def test_buddhist_and_minguo() -> None:
    """Buddhist and Minguo years are Gregorian years counted from elsewhere."""
    assert calendars.buddhist(2564, 11, 23) == date(2021, 11, 23)
    assert calendars.minguo(113, 3, 5) == date(2024, 3, 5)
    assert calendars.minguo(0, 3, 5) is None


@pytest.mark.parametrize("convert", [calendars.solar_hijri, calendars.islamic], ids=["solar hijri", "islamic"])
def test_days_follow_each_other(convert: Callable[[int, int, int], date | None]) -> None:
    """Every day of 250 years of a calendar is the day after the one before it."""
    days = [convert(year, month, day) for year in range(1250, 1500) for month in range(1, 13) for day in range(1, 32)]
    known = [day for day in days if day]
    assert all(after - before == timedelta(days=1) for before, after in pairwise(known))


@pytest.mark.parametrize("fields", [(2021, 2, 30), (2021, 13, 1), (1699, 1, 1), (2200, 1, 1), (0, 0, 0)], ids=str)
def test_days_that_are_none(fields: tuple[int, int, int]) -> None:
    """A day that is not on the calendar, or far from any news, is no day."""
    assert calendars.gregorian(*fields) is None
