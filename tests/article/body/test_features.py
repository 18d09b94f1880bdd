"""What the body model sees: one row a feature, one column a block, whatever the page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article.body.features import Seen, features
from dateline.article.hints import LINE_HINTS, NAME_HINTS, line_mask, name_mask
from dateline.page import Limits, build_page
from dateline.records import Capture, Page, Span

PROSE = "The harbour council voted on Tuesday to keep the night ferry running through the winter, after a long debate."


def page(markup: str, media_type: str = "text/html") -> Page:
    return build_page(Capture(content=markup.encode("utf-8", "replace"), media_type=media_type), limits=Limits())


def seen(markup: str, headline: Span | None = None) -> tuple[Page, Seen]:
    made = page(markup)
    return made, features(made, headline)


def row(found: Seen, name: str) -> list[float]:
    values: list[float] = found.matrix[found.names.index(name)].tolist()
    return values


def test_names_are_unique_and_the_same_for_every_page() -> None:
    """A feature is found by its name: no two share one, and pages of a form have the same."""
    _, small = seen("<p>x</p>")
    _, large = seen(f"<nav><a href=/>Home</a></nav><article><h1>T</h1><p>{PROSE}</p></article>")
    assert len(set(small.names)) == len(small.names)
    assert small.names == large.names


def test_text_features_are_those_of_html() -> None:
    """Plain text has a subset of the features, under the same names."""
    text = features(page(f"Title\n{PROSE}\n", "text/plain"), None)
    _, html = seen(f"<p>{PROSE}</p>")
    assert set(text.names) < set(html.names)


def test_links_and_containers() -> None:
    """Menus are links; paragraphs share the container that holds the page's prose."""
    _, found = seen(f'<nav class="menu"><a href=/>Home</a></nav><main><p>{PROSE}</p><p>{PROSE}</p></main>')
    assert row(found, "link") == [1.0, 0.0, 0.0]
    assert row(found, "in_nav") == [1.0, 0.0, 0.0]
    assert row(found, "most_inside") == [0.0, 1.0, 1.0]


def test_kinship_tells_neighbours_from_relatives() -> None:
    """A second article stands beside the first on the page and far from it in the tree."""
    first = f"<article><h1>Ferry stays</h1><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></article>"
    made, found = seen(f"<main>{first}<article><p>{PROSE}</p></article></main>", Span(0, 11))
    assert made.text.startswith("Ferry stays")
    rise = row(found, "headline_kin_rise")
    assert rise[1] == rise[2] == rise[3] < rise[4]


def test_declared_body_is_a_clue() -> None:
    """Lines that the declared body has are marked, others are not."""
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{PROSE}"}}</script>'
    _, found = seen(f"{data}<p>{PROSE}</p><p>Something else entirely, of about the same length as a paragraph.</p>")
    assert row(found, "claimed") == [1.0, 0.0]


HINTS = {
    "comment list": ("div", "commentlist", "comment"),
    "byline": ("span", "post-byline", "author"),
    "newsletter": ("div", "c-newsletter__signup", "promo"),
    "related": ("aside", "most-read", "related"),
}


@pytest.mark.parametrize(("tag", "label", "hint"), HINTS.values(), ids=HINTS)
def test_name_hints(tag: str, label: str, hint: str) -> None:
    """Names of classes hint at what stands under them."""
    assert name_mask(tag, label) >> NAME_HINTS.index(hint) & 1


LINES = {
    "promo": "Subscribe to our newsletter!",
    "related": "Lesen Sie auch:",
    "credit": "Foto: Getty Images",
    "legal": "© 2024 Harbour News",
    "comment": "3 Comments",
}


@pytest.mark.parametrize(("hint", "line"), LINES.items(), ids=LINES)
def test_line_hints(hint: str, line: str) -> None:
    """Telling words are found with their punctuation."""
    assert line_mask(line) >> LINE_HINTS.index(hint) & 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/pdivlh1a ='\"xyz\n.!中ا𝄞", max_size=400))
def test_any_markup_has_finite_features(markup: str) -> None:
    """Whatever the markup, every feature of every block is a number."""
    made = page("<html>" + markup)
    if made.blocks:
        found = features(made, None)
        assert found.matrix.shape == (len(found.names), len(made.blocks))
        assert np.isfinite(found.matrix).all()
