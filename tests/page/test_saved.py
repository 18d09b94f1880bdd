"""Pages that a browser or its extension saved."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import read
from dateline.page.saved import Saved, saved_from

URL = "https://www.gazette.example/2024/03/pier-1234567"
AT = datetime(2024, 3, 14, 10, 22, 33, tzinfo=timezone(timedelta(hours=1)))
PAGE = (
    "<head><title>Pier</title></head><body><h1>The pier stays</h1><p>The council voted on Tuesday to keep it.</p></body></html>"
)

TOPS = {
    "Chrome": (f"<!DOCTYPE html>\n<!-- saved from url=(0048){URL} -->\n<html>", Saved(URL, None)),
    "SingleFile": (
        f"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Thu Mar 14 2024 10:22:33 GMT+0100 (Central European Standard Time)\n-->",
        Saved(URL, AT),
    ),
    "Save Page WE": (
        (
            f'<!DOCTYPE html><html><head><meta name="savepage-url" content="{URL}">'
            '<meta name="savepage-date" content="Thu Mar 14 2024 10:22:33 GMT+0100 (Central European Standard Time)"></head>'
        ),
        Saved(URL, AT),
    ),
    "WebScrapBook": (
        f'<!DOCTYPE html><html data-scrapbook-source="{URL}" data-scrapbook-create="20240314092233123">',
        Saved(URL, AT.astimezone(UTC)),
    ),
    "a date that is none": (
        f"<html><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Thu Mar 99 2024 10:22:33 GMT+0100\n-->",
        Saved(URL, None),
    ),
    "a file": ("<!-- saved from url=(0020)file:///home/me/a.html --><html>", None),
    "a page that was not saved": ("<!DOCTYPE html><html>", None),
}


@pytest.mark.parametrize("case", TOPS)
def test_saved_from(case: str) -> None:
    top, expected = TOPS[case]
    assert saved_from((top + PAGE).encode()) == expected


@pytest.mark.parametrize("case", ["Chrome", "SingleFile", "Save Page WE", "WebScrapBook"])
def test_a_saved_page_knows_its_address(case: str) -> None:
    """The outlet and the item number come from it; a note says where it stands. What the reader is told goes first."""
    top, saved = TOPS[case]
    assert saved is not None
    article = read(top + PAGE)
    assert (article.url, article.outlet, article.news_id) == (URL, "gazette.example", "1234567")
    assert article.captured_at == saved.at
    assert "capture.saved" in {note.code for note in article.notes}
    told = read(top + PAGE, url="https://other.example/pier", captured_at=AT + timedelta(days=1))
    assert (told.url, told.captured_at) == ("https://other.example/pier", AT + timedelta(days=1))
    assert "capture.saved" not in {note.code for note in told.notes}


def test_a_saved_copy_of_a_web_archive() -> None:
    """A page saved from the Wayback Machine is the page that it was there."""
    kept = f"https://web.archive.org/web/20240314092233/{URL}"
    article = read(f"<!-- saved from url=(0094){kept} --><html>{PAGE}")
    assert (article.url, article.captured_at) == (URL, AT.astimezone(UTC))


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    for each in (content, b"<!-- saved from url=(0010)http://" + content, b"<html data-scrapbook-source='http://" + content):
        found = saved_from(each)
        assert found is None or found.url.startswith("http")


@pytest.mark.parametrize(
    "piece",
    [b"<html data-scrapbook-source='http://", b"<!-- saved from url=(1)http://a", b"Page saved with SingleFile url: ", b"<html "],
)
def test_time_is_bounded(piece: bytes) -> None:
    """Only the top of a file is looked at."""
    start = time.perf_counter()
    saved_from(piece * 200_000)
    assert time.perf_counter() - start < 1
