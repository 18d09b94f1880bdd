"""Copies that web archives keep."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import read
from dateline.page import Limits, build_page
from dateline.page.memento import Memento, memento, without_toolbar
from dateline.records import Capture

OWN = "http://www.gazette.example/2013/pier-4711"
TAKEN = datetime(2013, 11, 10, 12, 10, 40, tzinfo=UTC)
KEPT = f"https://web.archive.org/web/20131110121040/{OWN}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param(KEPT, Memento(OWN, TAKEN, "web.archive.org"), id="wayback"),
        pytest.param(f"http://web.archive.org/web/20131110121040id_/{OWN}", Memento(OWN, TAKEN, "web.archive.org"), id="as-it-was"),
        pytest.param(f"https://arquivo.example/wayback/20131110121040/{OWN}", Memento(OWN, TAKEN, "arquivo.example"), id="another"),
        pytest.param(f"https://wayback.it.example/1234/20131110121040/{OWN}", Memento(OWN, TAKEN, "wayback.it.example"), id="collection"),
        pytest.param("https://web.archive.org/web/20131110121040/http:/gazette.example/a?b=1#c", Memento("http://gazette.example/a?b=1#c", TAKEN, "web.archive.org"), id="one-slash"),
        pytest.param(OWN, None, id="no-copy"),
        pytest.param("https://web.archive.org/web/20139910121040/http://gazette.example/", None, id="no-time"),
        pytest.param("https://web.archive.org/web/2013*/http://gazette.example/", None, id="a-calendar"),
        pytest.param("https://gazette.example/20131110121040/pier", None, id="an-item-number"),
        pytest.param("https://gazette.example/go?to=/20131110121040/http://other.example/", None, id="in-a-query"),
        pytest.param(None, None, id="none"),
    ],
)  # fmt: skip
def test_addresses(address: str | None, expected: Memento | None) -> None:
    assert memento(address) == expected


def test_a_copy_is_read_as_the_page_that_it_was() -> None:
    """Its address, outlet, links and pictures are the page's own, its capture the copy's time; a note says who keeps it."""
    text = "The council voted on Tuesday to keep the night ferry running through the winter, after a debate of four hours."
    toolbar = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp">10 Nov 2013 success</div><!-- END WAYBACK TOOLBAR INSERT -->'
    markup = (
        f'<html><head><link rel="canonical" href="{KEPT}"><meta property="og:url" content="{KEPT}">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The pier", "url": "'
        + KEPT.replace("/", "\\/")
        + f'", "datePublished": "2013-11-09"}}</script></head><body>{toolbar}<article><h1>The pier</h1>'
        '<figure><img src="/web/20131110121040im_/http://www.gazette.example/pier.jpg"></figure>'
        f'<p>{text} <a href="/web/20131110121040/http://www.gazette.example/plan">The plan</a></p><p>{text[::-1]}</p></article></body></html>'
    )
    article = read(markup, url=KEPT)
    assert (article.url, article.canonical_url, article.outlet, article.news_id) == (OWN, OWN, "gazette.example", "4711")
    assert article.captured_at == TAKEN
    assert [image.url for image in article.images] == ["http://www.gazette.example/pier.jpg"]
    assert [link.url for link in article.links] == ["http://www.gazette.example/plan"]
    assert "success" not in article.text
    assert [note.detail for note in article.notes if note.code == "capture.memento"] == [
        f"a copy kept by web.archive.org at {KEPT}"
    ]
    assert not [note for note in article.notes if note.code.startswith("canonical.")]


def test_times_are_counted_from_when_the_copy_was_taken() -> None:
    """Not from when it was fetched from the archive."""
    capture = Capture(content=b"<p>x</p>", url=KEPT, captured_at=datetime(2026, 5, 1, tzinfo=UTC))
    assert build_page(capture, limits=Limits()).captured_at == TAKEN


def test_a_toolbar_without_an_end_takes_nothing() -> None:
    source = b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 3 + b"<p>The pier</p>"
    assert without_toolbar(source) == source


@given(st.text(max_size=200))
def test_any_address(address: str) -> None:
    for each in (address, f"https://web.archive.org/web/20131110121040/{address}"):
        found = memento(each)
        assert found is None or each.endswith(found.url) or found.url.replace("://", ":/", 1) in each
