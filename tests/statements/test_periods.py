"""Stretches of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.statements import periods, solar
from dateline.statements.holidays import holiday_in

DAY = date(2021, 11, 23)
AROUND = [
    ("day", 1, "2021-11-24", date(2021, 11, 24), date(2021, 11, 24)),
    ("week", 0, "2021-W47", date(2021, 11, 22), date(2021, 11, 28)),
    ("week", 6, "2022-W01", date(2022, 1, 3), date(2022, 1, 9)),
    ("fortnight", 1, "2021-W49", date(2021, 12, 6), date(2021, 12, 12)),
    ("weekend", -1, "2021-W46-WE", date(2021, 11, 20), date(2021, 11, 21)),
    ("month", 2, "2022-01", date(2022, 1, 1), date(2022, 1, 31)),
    ("quarter", -4, "2020-Q4", date(2020, 10, 1), date(2020, 12, 31)),
    ("half", 1, "2022-H1", date(2022, 1, 1), date(2022, 6, 30)),
    ("season", 0, "2021-FA", date(2021, 9, 1), date(2021, 11, 30)),
    ("season", 1, "2021-WI", date(2021, 12, 1), date(2022, 2, 28)),
    ("year", -1, "2020", date(2020, 1, 1), date(2020, 12, 31)),
    ("decade", 1, "203", date(2030, 1, 1), date(2039, 12, 31)),
    ("century", 0, "20", date(2000, 1, 1), date(2099, 12, 31)),
]


@pytest.mark.parametrize(("unit", "shift", "value", "start", "end"), AROUND, ids=[f"{case[0]} {case[1]}" for case in AROUND])
def test_around(unit: str, shift: int, value: str, start: date, end: date) -> None:
    """A unit around a day, or so many later, has its value and its days."""
    found = periods.around(unit, DAY, shift)
    assert found
    assert (found.value, found.start, found.end) == (value, start, end)


UNITS = st.sampled_from(
    ["day", "week", "fortnight", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
)


@given(UNITS, st.dates(), st.integers(-(10**9), 10**9))
def test_around_never_fails(unit: str, day: date, shift: int) -> None:
    """Whatever the shift, a period is in the calendar or there is none."""
    found = periods.around(unit, day, shift)
    assert found is None or found.start <= found.end


@given(UNITS, st.dates(), st.floats(-1e11, 1e11))
def test_later_never_fails(unit: str, day: date, count: float) -> None:
    """Whatever the count, the day that much later is in the calendar or there is none."""
    assert isinstance(periods.later(day, unit, count), date | None)


def test_months_later_keeps_to_the_month() -> None:
    """A month after the 31st is the last day of a shorter month."""
    assert periods.months_later(date(2021, 8, 31), 1) == date(2021, 9, 30)
    assert periods.months_later(date(2020, 2, 29), 12) == date(2021, 2, 28)


def test_solar_years_and_months() -> None:
    """The Solar Hijri year and month of a day, and those around them, in Gregorian days."""
    year, month, before = solar.around("year", DAY, 0), solar.around("month", DAY, 0), solar.around("month", DAY, -9)
    assert year == ("year", date(2021, 3, 21), date(2022, 3, 20), "2021-03-21/2022-03-20")
    assert month == ("month", date(2021, 11, 22), date(2021, 12, 21), "2021-11-22/2021-12-21")
    assert before == ("month", date(2021, 2, 19), date(2021, 3, 20), "2021-02-19/2021-03-20")
    assert solar.of_year(9999) is None


HOLIDAYS = [
    ("12-25", 2021, date(2021, 12, 25)),
    ("11-4-3", 2021, date(2021, 11, 25)),
    ("easter0", 2024, date(2024, 3, 31)),
    ("easter0", 2025, date(2025, 4, 20)),
    ("easter-2", 2000, date(2000, 4, 21)),
]


@pytest.mark.parametrize(("rule", "year", "day"), HOLIDAYS, ids=[f"{rule} {year}" for rule, year, _ in HOLIDAYS])
def test_holidays(rule: str, year: int, day: date) -> None:
    """Fixed, counted and Easter days come out; other years have none."""
    found = holiday_in(rule, year)
    assert found
    assert found.start == day
    assert holiday_in(rule, 1500) is None
