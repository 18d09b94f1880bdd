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
    "a credit": (TOP + '<p class="lead">Photograph courtesy of the Harbour Museum of the north</p>' + BODY, None),
    "a caption by its credit": (TOP + '<p class="lead">The pier in May. Photo: Ana Lima</p>' + BODY, None),
    "a caption above it": (
        TOP + f'<div class="article-intro"><p>The pier in May. Photo: Ana Lima</p><p>{DEK}</p></div>' + BODY,
        DEK,
    ),
    "a caption and its credit above it": (
        TOP + f'<div class="article-intro"><p>The pier in May</p><p>© Ana Lima</p><p>{DEK}</p></div>' + BODY,
        DEK,
    ),
    "dates": (TOP + '<p class="lead">December 6, 2026 at 6:22 PM EST</p>' + BODY, None),
    "a date and who": (TOP + '<p class="lead">Harbour news published December 6, 2026 with Tom Ashby</p>' + BODY, None),
    "a dek with a date": (
        TOP + '<p class="dek">The council wants to have swept all streets by December 6, 2026</p>' + BODY,
        "The council wants to have swept all streets by December 6, 2026",
    ),
    "none": (TOP + BODY, None),
}


@pytest.mark.parametrize("case", PAGES)
def test_subheadline(clues_of: CluesOf, case: str) -> None:
    """What the page sets below its headline is told by its class, description or place; bylines and prompts are not it."""
    page, subheadline = PAGES[case]
    assert find_subheadline(clues_of(page)).value == subheadline
