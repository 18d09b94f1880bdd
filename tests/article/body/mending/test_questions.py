"""Questions and answers that close an article."""

from __future__ import annotations

import time

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

ASKED = ["When does the ferry sail?", "What does a crossing cost?"]
ANSWERS = [
    "Every evening at nine from the old quay, in winter as well.",
    "Four crowns for the people of the town, and eight for others.",
]
EACH = [f"<h3>{asked}</h3><div hidden><p>{answer}</p></div>" for asked, answer in zip(ASKED, ANSWERS, strict=True)]
QUESTIONS = "".join(EACH)


@pytest.mark.parametrize(
    "title",
    [
        "FAQs",
        "Frequently asked questions",
        "Häufige Fragen",
        "Häufig gestellte Fragen zur Fähre",
        "Questions fréquentes",
        "よくある質問",
    ],
)
def test_they_come_back(title: str) -> None:
    """Title, questions and answers, though they unfold at a click."""
    lines = kept(paragraphs(*P) + f"<h2>{title}</h2>{QUESTIONS}<h2>More from the Bay</h2><p>Regatta ends</p>", set(P))
    assert lines == [*P, title, ASKED[0], ANSWERS[0], ASKED[1], ANSWERS[1]]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(f"<h2>FAQs</h2>{EACH[0]}", id="one-answer"),
        pytest.param("<h2>FAQs</h2>" + "".join(f"<p><a href=/x>{asked}</a></p>" for asked in ASKED), id="links"),
        pytest.param(f"<h2>From the harbour</h2>{QUESTIONS}", id="no-title"),
        pytest.param(f"<p>FAQs</p>{QUESTIONS}", id="no-heading"),
        pytest.param(f"<aside><h2>FAQs</h2>{QUESTIONS}</aside>", id="in-an-aside"),
        pytest.param(f"<section class='subscription-faq'><h2>FAQs</h2>{QUESTIONS}</section>", id="of-an-offer"),
        pytest.param(f"<h2>Subscription FAQs</h2>{QUESTIONS}", id="on-subscriptions"),
        pytest.param(
            f"<h2>FAQs</h2><h3>How do I cancel my subscription?</h3><p>{ANSWERS[0]}</p>{QUESTIONS}", id="a-question-on-it"
        ),
        pytest.param("<h2>FAQs</h2><p>Regatta</p><p>Weather</p><p>Tides</p><p>Fish</p>" + QUESTIONS, id="other-things-first"),
        pytest.param("<p>Tides</p>" * 25 + f"<h2>FAQs</h2>{QUESTIONS}", id="far-below"),
    ],
)
def test_they_stay_away(below: str) -> None:
    """Without answers, or without a title right behind the article, they are none of it."""
    assert kept(paragraphs(*P) + below, set(P)) == list(P)


def test_they_are_found_in_linear_time() -> None:
    """A page of nothing but titles and questions."""
    spent = []
    for count in (1_000, 4_000):
        markup = paragraphs(*P) + "<h2>FAQ</h2><h3>When?</h3>" * count
        start = time.perf_counter()
        kept(markup, {*P, "When?"})
        spent.append(time.perf_counter() - start)
    assert spent[1] < 12 * spent[0] + 0.5


def test_what_stands_among_them_stays_away() -> None:
    """Prompts, teasers, and all that comes after a few lines without a question."""
    among = "<p>Advertisement</p><p><a href=/x>Who owns the sea bed off Norrgate?</a></p>"
    after = "<p>Tags</p>" * 14 + f"<p>Did the council listen?</p><p>{P[0]}</p>"
    lines = kept(paragraphs(*P) + "<h2>FAQs</h2>" + EACH[0] + among + EACH[1] + after, set(P))
    assert lines[: len(P) + 5] == [*P, "FAQs", ASKED[0], ANSWERS[0], ASKED[1], ANSWERS[1]]
    assert "Did the council listen?" not in lines
