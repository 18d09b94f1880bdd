"""The canonical URL: declared, sane, without tracking; and the record's name that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.canonical import find_canonical_url, same_site, tidy
from dateline.article.outlet import Profile
from dateline.article.publisher import find_outlet
from dateline.article.uri import body_words, find_uri
from dateline.records import Paragraph, Span

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

PIER = "https://www.harbourpost.example/news/pier"


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        pytest.param(PIER + "?utm_source=x&utm_medium=y", PIER, id="utm"),
        pytest.param(PIER + "?id=7&fbclid=abc#comments", PIER + "?id=7", id="kept-and-dropped"),
        pytest.param(PIER + "?ref=rss", PIER, id="referrer"),
        pytest.param("HTTPS://WWW.HarbourPost.example", "https://www.harbourpost.example/", id="case-and-path"),
        pytest.param("https://x.example/#!/news/7", "https://x.example/#!/news/7", id="hashbang"),
        pytest.param("/news/pier", None, id="relative"),
        pytest.param("javascript:void(0)", None, id="scheme"),
        pytest.param("http://[", None, id="broken"),
    ],
)
def test_tidy(address: str, clean: str | None) -> None:
    """What tracks a reader goes, what leads to the page stays."""
    assert tidy(address) == clean


@pytest.mark.parametrize(
    ("head", "url", "canonical", "note"),
    [
        pytest.param(f"<link rel=canonical href='{PIER}?utm_source=x'>", PIER + "?a=1", PIER, None, id="link"),
        pytest.param(f"<meta property='og:url' content='{PIER}'>", None, PIER, None, id="open-graph"),
        pytest.param("<link rel=canonical href='/news/pier'>", PIER + "?page=2", PIER, None, id="relative"),
        pytest.param("", PIER + "?utm_source=x", PIER, None, id="own-address"),
        pytest.param("<link rel=canonical href='https://wire.example/pier'>", PIER, PIER, "canonical.elsewhere", id="other-site"),
        pytest.param(
            "<link rel=canonical href='https://www.harbourpost.example/'>", PIER, PIER, "canonical.home", id="front-page"
        ),
        pytest.param("", None, None, None, id="unknown"),
    ],
)
def test_canonical(clues_of: CluesOf, head: str, url: str | None, canonical: str | None, note: str | None) -> None:
    """A declared address is believed unless it leads to the front page or to another site."""
    found = find_canonical_url(clues_of(f"<head>{head}</head><p>x</p>", url=url))
    assert found.value == canonical
    assert [n.code for n in found.notes] == ([note] if note else [])


def test_same_site() -> None:
    """Hosts and national domains of one publisher are one site; strangers are not."""
    assert same_site("https://m.daily.com/a", "https://www.daily.com/b")
    assert same_site("https://daily.co.uk/a", "https://daily.com/b")
    assert not same_site("https://daily.com/a", "https://weekly.com/b")


@pytest.mark.parametrize(
    ("outlet", "url", "profile", "found"),
    [
        pytest.param(None, PIER, None, "harbourpost.example", id="address"),
        pytest.param("harbourpost.example", None, None, "harbourpost.example", id="named"),
        pytest.param(None, PIER, Profile(id="harbour-post", name="Harbour Post"), "harbour-post", id="profile"),
        pytest.param(None, None, None, None, id="unknown"),
    ],
)
def test_outlet(clues_of: CluesOf, outlet: str | None, url: str | None, profile: Profile | None, found: str | None) -> None:
    """A profile's id, else the registrable domain, else nothing."""
    assert find_outlet(clues_of("<p>x</p>", url=url).page, outlet, profile).value == found


@pytest.mark.parametrize(
    ("canonical", "outlet", "number", "uri"),
    [
        pytest.param(PIER, "harbour-post", "7", PIER, id="address"),
        pytest.param(None, "harbour-post", "96957", "urn:dateline:harbour-post:96957", id="number"),
        pytest.param(None, "harbour-post", "a/9 7", "urn:dateline:harbour-post:a%2F9%207", id="escaped"),
        pytest.param(
            None, None, "96957", "urn:sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", id="hash"
        ),
    ],
)
def test_uri(canonical: str | None, outlet: str | None, number: str | None, uri: str) -> None:
    """The record is named by its address, else outlet and number, else the hash of its words."""
    assert find_uri(canonical, outlet, number, "abc").value == uri


def test_body_words() -> None:
    """The hash is of the body, and of the page's text where there is none."""
    assert body_words((Paragraph("paragraph", "a", Span(0, 1), 1.0), Paragraph("paragraph", "b", Span(2, 3), 1.0)), "x") == "a\nb"
    assert body_words((), "x") == "x"
