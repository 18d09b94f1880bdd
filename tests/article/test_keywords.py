"""Keywords: the best declaration, else the tags that the page prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.keywords import find_keywords, tidy_keywords

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

BODY = "<h1>Pier</h1><article><p>The council will rebuild the pier.</p></article>"


@pytest.mark.parametrize(
    ("source", "keywords"),
    [
        pytest.param('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "keywords": ["Pier", {"name": "Storm"}]}</script>', ("Pier", "Storm"), id="json-ld"),
        pytest.param("<meta name=news_keywords content='Pier, Storm; pier'>", ("Pier", "Storm"), id="meta"),
        pytest.param("<meta property='article:tag' content=Pier><meta property='article:tag' content=Storm>", ("Pier", "Storm"), id="repeated"),
        pytest.param(BODY + "<a rel=tag href=/p>Pier</a> <a rel=tag href=/s>Storm</a>", ("Pier", "Storm"), id="tag-links"),
        pytest.param(BODY + "<div class='article-tags'><a href=/p>#Pier</a><a href=/s>Storm</a></div>", ("Pier", "Storm"), id="tag-list"),
        pytest.param(BODY + "<div class='article-tags'><a href='#next'>Skip these topics</a><a href=/s>Storm</a></div>", ("Storm",), id="skip-link"),
        pytest.param(BODY, (), id="none"),
    ],
)  # fmt: skip
def test_keywords(clues_of: CluesOf, source: str, keywords: tuple[str, ...]) -> None:
    """Keywords come one by one, in the outlet's order, each once."""
    assert find_keywords(clues_of(source)).value == keywords


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        pytest.param(["a pier, storms", "Storms"], ("a pier", "storms"), id="case"),
        pytest.param(["Caf&eacute; | Bar"], ("Café", "Bar"), id="entities"),
        pytest.param(["nlp category: general", "37938e79-bd0d-4796-aa7c-5d9dbef41b38", "Pier"], ("Pier",), id="machine-marks"),
        pytest.param(["_prio_3", "Pier"], ("Pier",), id="marks-of-the-desk"),
        pytest.param(["码头 风暴"], ("码头", "风暴"), id="han-spaces"),
        pytest.param(["northern pier"], ("northern pier",), id="phrase"),
    ],
)
def test_tidy_keywords(values: list[str], kept: tuple[str, ...]) -> None:
    """Lists are taken apart, and what systems add is left out."""
    assert tidy_keywords(values) == kept
