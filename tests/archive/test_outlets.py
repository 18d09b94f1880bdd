"""What is told of outlets: counts, shares of fields, and gaps in coverage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from dateline.archive.outlets import Gap, gaps
from dateline.records import Author, Moment

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

START = date(2024, 1, 1)


# The number of that day, as the archive numbers days.
FIRST = 1_000_000 + (START - date(1970, 1, 1)).days


def days(*numbers: int, count: int = 1) -> dict[int, int]:
    return {FIRST + number: count for number in numbers}


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ({}, []),
        (days(0), []),
        (days(*range(30)), []),
        (days(*range(0, 30, 2)), []),
        (days(*range(10), *range(13, 30)), []),
        (days(*range(10), *range(20, 60)), [(10, 19, 10.0)]),
        (days(*range(10), *range(12, 30), count=5), [(10, 11, 10.0)]),
        (days(0, 100, 250, 400, 520), []),
        (days(*range(10), *range(40, 50), *range(90, 99)), [(50, 89, 40.0 * 29 / 59), (10, 39, 30.0 * 29 / 69)]),
    ],
    ids=["none", "one day", "daily", "every second day", "a weekend", "ten days", "two of many a day", "rare", "two gaps"],
)
def test_gaps(published: dict[int, int], expected: list[tuple[int, int, float]]) -> None:
    """A stretch is a gap when it is too long for chance at the outlet's own rate, the longest first."""
    assert gaps(published) == tuple(
        Gap(START + timedelta(days=first), START + timedelta(days=last), last - first + 1, round(expected, 1))
        for first, last, expected in expected
    )


def test_outlets(archive: Archive, page: MakePage) -> None:
    """Shares are of what was read as articles; a correction counts, and pages of no outlet are told of too."""
    known: dict[str, Any] = {"outlet": "post.example", "published": Moment.at(START), "authors": (Author("Ada Fell"),)}
    archive.add(*page("One.", headline="One", url="https://post.example/1", **known))
    archive.add(*page("Two.", headline="Two", url="https://post.example/2", outlet="post.example", byline="By Us"))
    archive.add(*page("Front.", url="https://post.example/", outlet="post.example", kind="listing"))
    archive.add(*page("A copied text."))
    first, second = archive.outlets()
    assert (first.outlet, first.articles, first.others, first.undated) == ("post.example", 2, 1, 1)
    assert (first.first, first.last, first.gaps) == (START, START, ())
    assert {field: share for field, share in first.found.items() if share} == {
        "headline": 1.0,
        "byline": 0.5,
        "authors": 0.5,
        "published": 0.5,
    }
    assert (second.outlet, second.articles, second.first) == (None, 1, None)
    archive.correct("https://post.example/2", "published", "2024-01-02T08:00+01:00", by="Ada Fell")
    after = archive.outlets()[0]
    assert (after.found["published"], after.found["zone"], after.last) == (1.0, 0.5, date(2024, 1, 2))
