"""Dates in addresses."""

from __future__ import annotations

import pytest

from dateline.moments import url_date

CASES = [
    ("https://news.example/2021/11/23/a-story", "2021/11/23", "2021-11-23"),
    ("https://news.example/2021-11-23-a-story", "2021-11-23", "2021-11-23"),
    ("https://news.example/world/20211123/a-story", "20211123", "2021-11-23"),
    ("https://news.example/a-story-2021-11-23.html", "2021-11-23", "2021-11-23"),
    ("https://news.example/2021/nov/23/a-story", "2021/nov/23", "2021-11-23"),
    ("https://news.example/23-11-2021/a-story", "23-11-2021", "2021-11-23"),
    ("https://news.example/2021/1/5/a", "2021/1/5", "2021-01-05"),
    ("https://news.example/1400/09/02/a", "1400/09/02", "2021-11-23"),
    ("/2021/11/23/", "2021/11/23", "2021-11-23"),
    ("https://news.example/2021/04/92713", "2021/04", "2021-04"),
    ("https://news.example/2021/11/", "2021/11", "2021-11"),
    ("https://news.example/item/12345678", None, None),
    ("https://news.example/item/2021112345", None, None),
    ("https://news.example/2021/13/45/a", None, None),
    ("https://news.example/2021/", None, None),
    ("https://2021.example/?day=2021/11/23", None, None),
    ("https://news.example/a#2021-11-23", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("url", "printed", "expected"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_dates_in_paths(url: str, printed: str | None, expected: str | None) -> None:
    """A path's date is found with its place; an item number is never a day."""
    found = url_date(url)
    assert (found and url[found.start : found.end], found and str(found.moment)) == (printed, expected)
