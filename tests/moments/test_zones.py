"""Zones printed beside clocks, and outlets' zones."""

from __future__ import annotations

from datetime import datetime

import pytest

from dateline.moments import parse_machine, with_zone
from dateline.moments.zones import zone_at

SUMMER, WINTER = datetime.fromisoformat("2021-07-01T12:00"), datetime.fromisoformat("2021-01-01T12:00")

CASES = [
    (" EST", None, WINTER, "-5:00"),
    (" ET", None, WINTER, "-5:00"),
    (" ET", None, SUMMER, "-4:00"),
    (" Eastern Time", None, SUMMER, "-4:00"),
    (" (Pacific Standard Time)", None, WINTER, "-8:00"),
    (" UTC", None, WINTER, "0:00"),
    (" gmt", None, WINTER, "0:00"),
    (" (GMT+3)", None, WINTER, "3:00"),
    (" UTC−05:30", None, WINTER, "-5:30"),
    ("+0330", None, WINTER, "3:30"),
    (" -08:00", None, WINTER, "-8:00"),
    (" IST", "en-IN", WINTER, "5:30"),
    (" IST", "hi", WINTER, "5:30"),
    (" IST", "he", WINTER, "2:00"),
    (" IST", "en", WINTER, None),
    (" IST", None, WINTER, None),
    (" CST", "zh", WINTER, "8:00"),
    (" CST", "en", WINTER, "-6:00"),
    (" BST", "en", SUMMER, "1:00"),
    (" AEST", None, WINTER, "10:00"),
    (" (мск)", "ru", WINTER, "3:00"),
    (" по московскому времени", "ru", WINTER, "3:00"),
    (" بتوقيت غرينتش", "ar", WINTER, "0:00"),
    (" به وقت تهران", "fa", WINTER, "3:30"),
    (" Europe/Berlin", None, SUMMER, "2:00"),
    (" Europe/Nowhere", None, SUMMER, None),
    (" +99:00", None, WINTER, None),
    (" est", None, WINTER, None),
    (" and", None, WINTER, None),
    ("", None, WINTER, None),
]


@pytest.mark.parametrize(("text", "language", "local", "expected"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_printed_zones(text: str, language: str | None, local: datetime, expected: str | None) -> None:
    """A zone is read where it is certain, with the offset of that day."""
    found = zone_at("12:00" + text, 5, local, language)
    if expected is None:
        assert found is None
        return
    assert found is not None
    minutes = round(found[1].total_seconds() / 60)
    assert f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02d}" == expected


def test_an_outlets_zone() -> None:
    """An outlet's zone gives a clock its offset, marked as the outlet's."""
    moment = parse_machine("2021-11-23T21:37")
    assert moment is not None
    placed = with_zone(moment, "Asia/Tehran")
    assert (str(placed), placed.zone_source) == ("2021-11-23T21:37+03:30", "outlet")


@pytest.mark.parametrize("text", ["2021-11-23", "2021-11-23T21:37Z"])
def test_nothing_to_add(text: str) -> None:
    """A day has no offset, and an explicit one stays."""
    moment = parse_machine(text)
    assert moment is not None
    assert with_zone(moment, "Asia/Tehran") == moment


@pytest.mark.parametrize("zone", ["Nowhere/City", "../etc", "", "Europe"])
def test_an_unknown_zone(zone: str) -> None:
    """An unknown zone is an error, whatever the moment."""
    moment = parse_machine("2021-11-23")
    assert moment is not None
    with pytest.raises(ValueError, match="no such time zone"):
        with_zone(moment, zone)
