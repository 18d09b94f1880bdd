"""Between headline and text: the standfirst comes back, the headline said over again goes."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

TITLE = "Night ferry to run through the winter"
DEK = "A petition and four hours of debate have saved the crossing."
TOP = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"{TOP}<p class='standfirst'>{DEK}</p>", id="named"),
        pytest.param(f"{TOP}<div class='article-lead'><div><p>{DEK}</p></div></div>", id="named-around"),
        pytest.param(f"<meta name='description' content='{DEK}'>{TOP}<p>{DEK}</p>", id="described"),
        pytest.param(f"{TOP}<p>By Ana Lima</p><h2 class='dek'>{DEK}</h2>", id="below-the-byline"),
    ],
)
def test_a_standfirst_comes_back(markup: str) -> None:
    """What the markup calls one, or the page its description."""
    assert kept(markup + paragraphs(*P), set(P), headline=TITLE) == [DEK, *P]


@pytest.mark.parametrize(
    "line",
    [
        "<p>A line that nothing calls anything at all.</p>",
        "<p class='standfirst'>By Ana Lima, Harbour correspondent</p>",
        "<p class='standfirst'>Northern Bay • 24.05.2024</p>",
        "<p class='standfirst'>Published on 24 May 2024 at 10:15 in Harbour</p>",
        "<p class='standfirst'>Photo: Ana Lima, Coast Wire, at the quay</p>",
        "<p class='standfirst'>The quay in winter © Ana Lima / Coast Wire</p>",
        "<p class='standfirst'>Subscribe below and get this in your inbox</p>",
        "<p class='standfirst'><a href='/x'>The council and its ferries: a long story</a></p>",
        "<figure class='lead'><figcaption>The night ferry at the old quay in the snow</figcaption></figure>",
        f"<p class='standfirst'>{TITLE}</p>",
        "<p class='standfirst' hidden>A petition has saved the night crossing.</p>",
        "<div class='intro'><p>This article is more than five years old and may be out of date</p></div>",
        "<div class='chapo'><p>Réservé aux abonnés du journal et de son application mobile</p></div>",
        "<div class='box'><h3>Bridge falls in Norrgate</h3><div class='excerpt'><p>A bridge has fallen in Norrgate, and nobody knows why.</p></div></div>",
        "<div class='newsletter-intro'><p>Every morning the news of the bay, for you.</p></div>",
    ],
)
def test_other_lines_stay_away(line: str) -> None:
    """Bylines, dates, credits, prompts, links and captions are none."""
    assert kept(TOP + line + paragraphs(*P), set(P), headline=TITLE) == list(P)


def test_below_the_first_kept_line_there_is_none() -> None:
    """A lead that stands within the text is another story's."""
    markup = TOP + paragraphs(P[0]) + f"<p class='standfirst'>{DEK}</p>" + paragraphs(*P[1:])
    assert kept(markup, set(P), headline=TITLE) == list(P)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Night ferry to run through the winter", False),
        ("Night ferry: to run through the winter!", False),
        ("Night ferry to run through the winter, and through the spring, and the crew is to stay on as well", True),
        ("The council has saved the night ferry", True),
    ],
)
def test_the_headline_over_again_goes(line: str, stays: bool) -> None:
    """Where it would be the first line of the body."""
    lines = kept(f"{TOP}<h2>{line}</h2>" + paragraphs(*P), {line, *P}, headline=TITLE)
    assert lines == [*([line] if stays else []), *P]


def test_in_text_it_stays() -> None:
    """Plain text has no markup to say which of the two is set as what."""
    text = "\n\n".join((TITLE, TITLE + ".", *P))
    assert kept(text, {TITLE + ".", *P}, headline=TITLE, text=True) == [TITLE + ".", *P]


def test_a_paragraph_in_the_headlines_words_stays() -> None:
    """A flash says in its first sentence what its headline says, and a poem is called by its first line."""
    line = TITLE + "."
    assert kept(f"{TOP}<p>{line}</p>" + paragraphs(*P), {line, *P}, headline=TITLE) == [line, *P]
