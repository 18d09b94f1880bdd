"""Kept blocks that belong to other stories."""

from __future__ import annotations

import json

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

HEADLINE = "Night ferry stays through the winter"
NEXT = [
    "Anglers counted the salmon at the weir on Sunday and found more than in any year since the mill was closed.",
    "The count is made by hand, from a bridge, by people who have done so for thirty years without a break.",
]
TEASERS = [
    "The weir is older than the town and belongs to nobody.",
    "The mill was closed in a year of floods and never opened again.",
]


def article(*lines: str, headline: str = HEADLINE) -> str:
    return f"<article><h1>{headline}</h1>{paragraphs(*lines)}</article>"


def test_the_next_article_below_goes() -> None:
    """A page that goes on for ever shows the next story under the first."""
    below = article(*NEXT, headline="Salmon are back")
    assert kept(article(*P) + f"<div>{below}</div>", {*P, *NEXT}, headline=HEADLINE) == P


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<article><h1>{HEADLINE}</h1></article><article>{paragraphs(*P)}</article>", id="headline-in-another"),
        pytest.param(
            f"<h1>{HEADLINE}</h1><article>{paragraphs(*P[:2])}</article><article>{paragraphs(*P[2:])}</article>",
            id="headline-in-none",
        ),
        pytest.param(
            f"<article><h1>{HEADLINE}</h1><article>{paragraphs(*P[:2])}</article><article>{paragraphs(*P[2:])}</article></article>",
            id="posts-within",
        ),
        pytest.param(article(*P[:2]) + f"<article><h2>Part two</h2>{paragraphs(*P[2:])}</article>", id="cut-in-two"),
        pytest.param(
            article(*P[:2]) + "".join(f"<article><h3>{i}</h3><p>{line}</p></article>" for i, line in enumerate(P[2:])),
            id="posts-below",
        ),
        pytest.param(article(*P[:2]) + f"<section>{paragraphs(*P[2:])}</section>", id="goes-on-outside"),
    ],
)
def test_articles_of_the_article(markup: str) -> None:
    """An outlet may cut its own story into several such elements."""
    assert kept(markup, set(P), headline=HEADLINE) == P


def test_the_article_that_the_headline_stands_in_must_hold_text() -> None:
    """A headline may stand in an element of its own, and the text in another with a heading of the first level."""
    markup = article() + article(*P, headline="The ferry stays")
    assert kept(markup, set(P), headline=HEADLINE) == P


def test_entries_of_a_list_stay() -> None:
    """They have headings that are links, as teasers have, and are most of the page."""
    entries = "".join(
        f'<article class="entry"><h2><a href="/{i}">What was said at the pier</a></h2><p>{line}</p></article>'
        for i, line in enumerate([*P[2:], *NEXT])
    )
    assert kept(article(*P[:2]) + entries, {*P, *NEXT}, headline=HEADLINE) == [*P, *NEXT]
    teaser = f'<article class="entry"><h2><a href="/0">What was said at the weir</a></h2><p>{NEXT[0]}</p></article>'
    assert kept(article(*P) + teaser, {*P, *NEXT}, headline=HEADLINE) == P


def test_what_the_data_stored_is_a_copy() -> None:
    """Where the page shows another wording of it in the article of the headline."""
    stored = [f"{line} So it was told." for line in NEXT * 2]
    data = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n".join(stored)})
    markup = f'<script type="application/ld+json">{data}</script>{article(*P)}'
    assert kept(markup, {*P, *stored}) != P
    assert kept(markup, {*P, *stored}, headline=HEADLINE) == P


def card(headline: str, words: str, kind: str = "card") -> str:
    return f'<div class="{kind}"><h3><a href="/x">{headline}</a></h3><p>{words}</p></div>'


CARDS = [card("Salmon are back at the weir", TEASERS[0]), card("A mill that nobody wants", TEASERS[1])]


@pytest.mark.parametrize(
    ("markup", "stay"),
    [
        pytest.param(paragraphs(*P) + "".join(CARDS), P, id="cards"),
        pytest.param(paragraphs(*P) + CARDS[0], [*P, TEASERS[0]], id="one-card"),
        pytest.param(
            paragraphs(*P) + CARDS[0] + card("A mill that nobody wants", TEASERS[1], "map"), [*P, *TEASERS], id="of-two-kinds"
        ),
        pytest.param(
            paragraphs(*P[:2]) + CARDS[0] + CARDS[1] + paragraphs(*P[2:]), [*P[:2], *TEASERS, *P[2:]], id="within-the-article"
        ),
        pytest.param(paragraphs(P[0]) + "".join(CARDS), [P[0], *TEASERS], id="most-of-the-text"),
        pytest.param(
            paragraphs(*P) + "".join(CARDS).replace("<a href", "<b href").replace("</a>", "</b>"), [*P, *TEASERS], id="no-links"
        ),
    ],
)
def test_cards_at_the_end(markup: str, stay: list[str]) -> None:
    """Small containers of one kind, each with a headline that is a link."""
    assert kept(markup, {*P, *TEASERS}) == stay


@pytest.mark.parametrize(
    ("markup", "stays"),
    [
        pytest.param(paragraphs(*P) + f'<div class="text-teaser"><div><p>{TEASERS[0]}</p></div></div>', True, id="leads-nowhere"),
        pytest.param(
            paragraphs(*P) + f'<div class="text-teaser"><div><p>{TEASERS[0]}</p></div></div><p><a href="/x">Map</a></p>',
            True,
            id="a-link-below-it",
        ),
        pytest.param(
            paragraphs(*P) + f'<li class="manual-teaser"><a href="/x">Mill</a><div><p>{TEASERS[0]}</p></div></li>',
            False,
            id="teaser",
        ),
        pytest.param(paragraphs(*P) + f'<div class="article-cta"><div><p>{TEASERS[0]}</p></div></div>', False, id="invitation"),
        pytest.param(paragraphs(*P) + f'<div class="author-bio"><div><p>{TEASERS[0]}</p></div></div>', False, id="author"),
        pytest.param(paragraphs(*P) + f'<div class="factatlas"><div><p>{TEASERS[0]}</p></div></div>', True, id="part-of-a-name"),
        pytest.param(paragraphs(*P) + f'<li class="manual-item"><div><p>{TEASERS[0]}</p></div></li>', True, id="another-name"),
        pytest.param(
            f'<p>At sea</p><div class="teaser"><div><p>{TEASERS[0]}</p></div></div>' + paragraphs(*P), True, id="below-a-kicker"
        ),
        pytest.param(f'<div class="teaser"><div><p>{TEASERS[0]}</p></div></div>' + paragraphs(*P), True, id="standfirst"),
        pytest.param(
            paragraphs(*P[:2]) + f'<div class="teaser-content">{paragraphs(*P[2:], *P[:2], TEASERS[0])}</div>', True, id="large"
        ),
    ],
)
def test_boxes(markup: str, stays: bool) -> None:
    """Small containers whose names tell, below the first line."""
    assert (TEASERS[0] in kept(markup, {*P, TEASERS[0], "At sea"})) is stays
