"""Sources: the agency or outlet that a text is credited to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.credits.source import find_source

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

TEXT = "The county said on Friday that the river has gone back into its bed after nine days."
TOP = "<h1>Floods recede</h1>"


def _body(opening: str = "", closing: str = "") -> str:
    return f"<article><p>{opening}{TEXT}</p><p>{TEXT}</p><p>{TEXT}{closing}</p></article>"


def _ld(rest: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Floods recede", {rest}}}</script>'


PAGES = {
    "dateline": (TOP + _body("ORRIN FALLS (AP) — "), "AP"),
    "byline": (TOP + "<p>By Jane Doyle and Tom Ashby, Reuters</p>" + _body(), "Reuters"),
    "byline with an agency": (TOP + "<p>Von Karla Brandtner mit AP</p>" + _body(), "AP"),
    "byline with an agency behind a comma": (TOP + "<p>Von Karla Brandtner, mit AP</p>" + _body(), "AP"),
    "inputs from an agency": (TOP + _body(closing="</p><p>(With inputs from PTI)"), "PTI"),
    "inputs from an agency, below the text": (TOP + _body() + "<p>(With inputs from PTI)</p>", "PTI"),
    "agency alone": (TOP + "<p>By Associated Press</p>" + _body(), "Associated Press"),
    "label": (TOP + "<p>Source: Harbour News Agency</p>" + _body(), "Harbour News Agency"),
    "Chinese label": (TOP + "<p>来源：新华网</p>" + _body(), "新华网"),
    "behind a time": (TOP + "<p>2020-04-03 08:15 来源：北岸日报 作者：林月</p>" + _body(), "北岸日报"),
    "beside the time": (TOP + "<p>2020年04月03日 08:15 北岸日报</p>" + _body(), "北岸日报"),
    "in brackets at the end": (TOP + _body() + "<p>（来源：北岸日报）</p>", "北岸日报"),
    "before its reporter": (TOP + "<p>来源：北岸新闻 记者 林月</p>" + _body(), "北岸新闻"),
    "a sentence": (TOP + "<p>来源：海水、河水和雨水三种。</p>" + _body(), None),
    "a person beside the time": (TOP + "<p>2020年04月03日 08:15 林月</p>" + _body(), None),
    "no name of a source": (TOP + "<p>来源：本站原创 作者：林月</p>" + _body(), None),
    "an entry of a menu": (TOP + '<ul><li><a href="/app">APP</a></li></ul>' + _body(), None),
    "label below": (TOP + _body() + "<p>Quelle: sid/dpa</p>", "sid/dpa"),
    "closing": (TOP + _body(closing=" (dpa)"), "dpa"),
    "a partner beside the outlet": (
        '<meta property="og:site_name" content="Northern Post">' + TOP + _body() + "<p>Northern Post / Costa Libre</p>",
        "Costa Libre",
    ),
    "two others": (
        '<meta property="og:site_name" content="Northern Post">' + TOP + _body() + "<p>Costa Brava / Costa Libre</p>",
        None,
    ),
    "a photographer beside the outlet": (
        '<meta property="og:site_name" content="Northern Post">' + TOP + _body() + "<p>Northern Post / Photo Ana Lima</p>",
        None,
    ),
    "notice": (TOP + _body() + "<p>© 2026 The Canadian Press</p>", "Canadian Press"),
    "JSON-LD author": (_ld('"author": {"name": "AFP"}') + TOP + _body(), "AFP"),
    "JSON-LD source": (_ld('"sourceOrganization": {"name": "Oster-Bote"}') + TOP + _body(), "Oster-Bote"),
    "not a picture's": (TOP + "<figure><figcaption>The river on Friday, AP</figcaption></figure>" + _body(), None),
    "not a photo line": (TOP + "<p>Foto: dpa</p>" + _body(), None),
    "not the outlet's own": (
        _ld('"sourceOrganization": {"name": "Northern Post"}')
        + '<meta property="og:site_name" content="Northern Post">'
        + TOP
        + _body(),
        None,
    ),
    "not one that is only quoted": (TOP + _body(closing=" The mayor told Reuters so."), None),
}


@pytest.mark.parametrize("case", PAGES)
def test_source(clues_of: CluesOf, case: str) -> None:
    """A credited agency is given as printed; pictures' credits, quoted agencies and the outlet itself are not."""
    page, source = PAGES[case]
    clues = clues_of(page)
    found = find_source(clues)
    assert found.value == source
    assert all(e.span is None or e.span.of(clues.page.text) == e.raw for e in found.evidence)
