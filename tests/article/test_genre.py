"""Genres: by type, label, address, shape and wording; and none where nothing tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.genre import find_genre, genre_of

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

ARGUMENT = """We are still not sure whether the council meant to rebuild the pier or to let it rot, but whether it likes it or not it has no
other choice. It should be remembered that our harbour lives from that pier. There is no question of waiting, for the simple reason that
winter comes. The message is thus clear.""".replace("\n", " ")
REPORT = """The council said on Monday that it would rebuild the pier. “We have no other choice, and we must act,” said the mayor. The harbour
master told reporters that work should begin in May, according to a plan that was announced last year.""".replace("\n", " ")
TALK = "".join(f"<p>{who}: Something about the pier, at some length.</p>" for _ in range(4) for who in "QA")


def page(body: str, head: str = "", above: str = "", title: str = "Pier to be rebuilt") -> str:
    """A page with a headline."""
    return f"<html><head><title>{title}</title>{head}</head><body>{above}<h1>{title}</h1><article>{body}</article></body></html>"


def data(kind: str, section: str = "Harbour") -> str:
    """A JSON-LD article of a type."""
    return f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "x", "articleSection": "{section}"}}</script>'


@pytest.mark.parametrize(
    ("source", "url", "genre", "method"),
    [
        pytest.param(page(f"<p>{REPORT}</p>", data("OpinionNewsArticle")), None, "opinion", "json-ld", id="type"),
        pytest.param(page(f"<p>{REPORT}</p>", data("LiveBlogPosting")), None, "live", "json-ld", id="live-type"),
        pytest.param(page(f"<p>{REPORT}</p>", data("NewsArticle", "Meinung")), None, "opinion", "declared label", id="section"),
        pytest.param(page(f"<p>{REPORT}</p>", above="<p>Kommentar</p>"), None, "opinion", "label", id="label"),
        pytest.param(
            page(f"<p>{REPORT}</p>", above="<ul>" + "<li><a href=/a>News</a>" * 4 + "</ul><p>Kommentar</p>"),
            None,
            "opinion",
            "label",
            id="label-below-the-menu",
        ),
        pytest.param(
            page(f"<p>Stadt am Hafen. Ein Kommentar von Jana Muster</p><p>{REPORT}</p>"), None, "opinion", "byline", id="byline"
        ),
        pytest.param(page(f"<p>Analysis by Jane Doe</p><p>{REPORT}</p>"), None, "analysis", "byline", id="english-byline"),
        pytest.param(
            page(f"<p>Analysis by Coast Bank shows that fares rise</p><p>{REPORT}</p>"), None, None, None, id="somebodys-analysis"
        ),
        pytest.param(page(f"<p>A live report by the harbour</p><p>{REPORT}</p>"), None, None, None, id="no-byline"),
        pytest.param(
            page(f"<p>{REPORT}</p>", above="<p><a href=/live>Live</a></p>"), None, None, None, id="link-to-what-is-live"
        ),
        pytest.param(page(f"<p>{REPORT}</p>", above="<p>Live</p>"), None, "live", "label", id="live"),
        pytest.param(page(f"<p>{REPORT}</p>"), "https://x.example/newsticker/pier.html", None, None, id="newsticker"),
        pytest.param(
            page(f"<p>{REPORT}</p>", title="Analysis: What the pier costs"), None, "analysis", "headline label", id="headline"
        ),
        pytest.param(page(f"<p>{REPORT}</p>"), "https://x.example/press-releases/pier", "press release", "address", id="address"),
        pytest.param(page(TALK), None, "interview", "turns of question and answer", id="turns"),
        pytest.param(ARGUMENT, None, "opinion", "argument in the first person plural", id="argument"),
        pytest.param(page(f"<p>{REPORT}</p>", data("NewsArticle")), None, "news", "json-ld", id="news"),
        pytest.param(page(f"<p>{REPORT}</p>"), None, None, None, id="untold"),
    ],
)
def test_genre(clues_of: CluesOf, source: str, url: str | None, genre: str | None, method: str | None) -> None:
    """The genre, and what told it."""
    found = find_genre(clues_of(source, url=url, language="en"))
    assert (found.value, found.evidence[0].method if found.evidence else None) == (genre, method)


def test_wording_is_modest_evidence(clues_of: CluesOf) -> None:
    """An argument told by its wording alone is claimed with modest confidence."""
    assert find_genre(clues_of(ARGUMENT, language="en")).evidence[0].confidence <= 0.7


@pytest.mark.parametrize(
    ("label", "genre"),
    [
        pytest.param("OPINION", "opinion", id="case"),
        pytest.param("| Leitartikel", "opinion", id="german"),
        pytest.param("یادداشت", "opinion", id="persian"),
        pytest.param("Live updates", "live", id="two-words"),
        pytest.param("Comment", "opinion", id="first-of-a-line-of-the-table"),
        pytest.param("Fact check", "analysis", id="last-of-a-line-of-the-table"),
        pytest.param("Opinion polls", None, id="only-whole-labels"),
    ],
)
def test_labels(label: str, genre: str | None) -> None:
    """Only a whole label names a genre."""
    assert genre_of(label) == genre
