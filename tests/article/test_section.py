"""Sections: declared, labelled, or the first step of a trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.section import find_section, section_name

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

TRAIL = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"name": "Harbour"},'
    ' {"name": "Pier to be rebuilt"}]}</script>'
)
PRINTED = "<div class='breadcrumbs'><a href='/'>Home</a> <a href='/h'>Harbour</a></div><h1>Pier to be rebuilt</h1>"


def crumbs(*steps: tuple[str, str]) -> str:
    """A printed trail above a headline."""
    return (
        "<div class=breadcrumbs>"
        + "".join(f"<a href='{to}'>{name}</a> " for name, to in steps)
        + "</div><h1>Pier to be rebuilt</h1>"
    )


@pytest.mark.parametrize(
    ("source", "section"),
    [
        pytest.param('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "articleSection": ["Harbour", "Piers"]}</script>', "Harbour", id="json-ld"),
        pytest.param("<meta property='article:section' content='Harbour'>", "Harbour", id="meta"),
        pytest.param(TRAIL + "<h1>Pier to be rebuilt</h1>", "Harbour", id="declared-trail"),
        pytest.param(PRINTED, "Harbour", id="printed-trail"),
        pytest.param("Category: Harbour\nPier to be rebuilt\n", "Harbour", id="label"),
        pytest.param("<a href='/'>Home</a><h1>Pier</h1>", None, id="nothing"),
        pytest.param(crumbs(("Home", "/"), ("Blog", "/b"), ("Harbour", "/b/h")), "Harbour", id="below-a-blog"),
        pytest.param(crumbs(("Home", "/"), ("Blog", "/b")), "Blog", id="a-blog-and-no-more"),
        pytest.param(crumbs(("Home", "/"), ("All articles", "/a"), ("Harbour", "/h")), "Harbour", id="all-that-there-is"),
        pytest.param("<meta property='article:section' content='Blog'>" + crumbs(("Harbour", "/h")), "Harbour", id="a-declared-blog"),
        pytest.param(crumbs(*((f"Menu entry number {n}", f"/{n}") for n in range(20))), None, id="a-menu-called-a-trail"),
        pytest.param(crumbs(("Post Home", "/"), ("Harbour", "/h")), "Harbour", id="front-page-by-its-address"),
        pytest.param(crumbs(("Post Home", "https://www.coastpost.example/"), ("Harbour", "/h")), "Harbour", id="front-page-by-its-whole-address"),
        pytest.param(crumbs(("Ferries", "https://ferries.coastpost.example/"), ("Harbour", "/h")), "Ferries", id="section-with-a-site-of-its-own"),
        pytest.param(crumbs(("Post Home", "https://coastpost.example/"), ("Harbour", "/h")), "Harbour", id="front-page-of-the-whole-site"),
        pytest.param(crumbs(("Skip to content", "#content"), ("Harbour", "/h")), "Harbour", id="place-on-the-page"),
        pytest.param(crumbs(("Harbour", "/h"), ("This article", "/news/pier")), "Harbour", id="the-page-itself-comes-later"),
        pytest.param(crumbs(("This article", "/news/pier"), ("Harbour", "/h")), "Harbour", id="the-page-itself"),
        pytest.param("<meta property='og:site_name' content='HP Online'>" + crumbs(("HP ONLINE", "/x"), ("Harbour", "/h")), "Harbour", id="outlet"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"name": "Post Home", "item": "https://www.coastpost.example"},'
            ' {"name": "Harbour", "item": {"@id": "https://www.coastpost.example/h"}}, {"name": "Pier"}]}</script><h1>Pier</h1>',
            "Harbour",
            id="declared-front-page-by-its-address",
        ),
        pytest.param("<meta property='og:site_name' content='HP Online'><meta property='article:section' content='HP Online'>", None, id="outlet-declared"),
        pytest.param("<meta property='article:section' content='Sport'>", "Sport", id="section-with-an-address-of-its-own"),
    ],
)  # fmt: skip
def test_section(clues_of: CluesOf, source: str, section: str | None) -> None:
    """The article's own section, not the front page, the outlet, the page itself or the headline."""
    assert find_section(clues_of(source, url="https://sport.coastpost.example/news/pier")).value == section


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("  World&nbsp;News ", "World News", id="entities"),
        pytest.param("Global,Innovation", "Global", id="list"),
        pytest.param("Startseite", None, id="front-page"),
        pytest.param("1234", None, id="number"),
        pytest.param("2023/43", None, id="issue"),
        pytest.param("...", None, id="dots"),
        pytest.param("{$category}", None, id="template"),
        pytest.param("https://harbourpost.example/", None, id="address"),
        pytest.param("All the news of the harbour and of the whole coast, daily", None, id="slogan"),
    ],
)
def test_section_name(raw: str, name: str | None) -> None:
    """What is declared as a section is not always one."""
    assert section_name(raw) == name
