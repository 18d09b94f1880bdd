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


@pytest.mark.parametrize(
    ("source", "section"),
    [
        pytest.param('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "articleSection": ["Harbour", "Piers"]}</script>', "Harbour", id="json-ld"),
        pytest.param("<meta property='article:section' content='Harbour'>", "Harbour", id="meta"),
        pytest.param(TRAIL + "<h1>Pier to be rebuilt</h1>", "Harbour", id="declared-trail"),
        pytest.param(PRINTED, "Harbour", id="printed-trail"),
        pytest.param("Category: Harbour\nPier to be rebuilt\n", "Harbour", id="label"),
        pytest.param("<a href='/'>Home</a><h1>Pier</h1>", None, id="nothing"),
    ],
)  # fmt: skip
def test_section(clues_of: CluesOf, source: str, section: str | None) -> None:
    """The article's own section, not the front page and not the headline."""
    assert find_section(clues_of(source)).value == section


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("  World&nbsp;News ", "World News", id="entities"),
        pytest.param("Global,Innovation", "Global", id="list"),
        pytest.param("Startseite", None, id="front-page"),
        pytest.param("1234", None, id="number"),
        pytest.param("https://harbourpost.example/", None, id="address"),
        pytest.param("All the news of the harbour and of the whole coast, daily", None, id="slogan"),
    ],
)
def test_section_name(raw: str, name: str | None) -> None:
    """What is declared as a section is not always one."""
    assert section_name(raw) == name
