"""Subheadlines: the dek below the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.titles.subheadline import find_subheadline

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

DEK = "Nine days of rain end, and the sweeping begins"
TEXT = "The county said on Friday that the river has gone back into its bed after nine days."
BODY = f"<article><p>{TEXT}</p><p>{TEXT}</p></article>"
TOP = "<h1>Floods recede at last in the north</h1>"

PAGES = {
    "class": (TOP + f'<p class="article-dek">{DEK}</p>' + BODY, DEK),
    "standfirst": (TOP + f'<div class="standfirst">{DEK}</div>' + BODY, DEK),
    "chapeau": (TOP + f'<p class="article__chapo">{DEK}</p>' + BODY, DEK),
    "described": (f'<meta property="og:description" content="{DEK}">' + TOP + f"<div>{DEK}</div>" + BODY, DEK),
    "heading below": (TOP + f"<h2>{DEK}</h2>" + BODY, DEK),
    "declared": (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "alternativeHeadline": "{DEK}"}}</script>'
        + TOP
        + BODY,
        DEK,
    ),
    "the headline again": (TOP + '<p class="dek">Floods recede at last in the north</p>' + BODY, None),
    "a byline": (TOP + '<p class="lede">By Jane Doyle and Tom Ashby in the north</p>' + BODY, None),
    "a prompt": (TOP + '<p class="intro">Sign up for our letter from the coast</p>' + BODY, None),
    "a caption": (TOP + f'<p class="caption lead">{DEK}</p>' + BODY, None),
    "none": (TOP + BODY, None),
}


@pytest.mark.parametrize("case", PAGES)
def test_subheadline(clues_of: CluesOf, case: str) -> None:
    """What the page sets below its headline is told by its class, description or place; bylines and prompts are not it."""
    page, subheadline = PAGES[case]
    assert find_subheadline(clues_of(page)).value == subheadline
