"""Words that a page prints twice."""

from __future__ import annotations

import numpy as np
import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

from dateline.article.body import find
from dateline.article.body.mending import mended, said_once
from dateline.page import Limits, build_page
from dateline.records import Capture, Found

JOINED = " ".join(P)


def test_a_copy_of_the_article_in_one_line_goes() -> None:
    """It is no reason to take the paragraphs for pull quotes, wherever it stands and however it spells apostrophes."""
    copy = JOINED.replace("fare", "toll")
    for markup in (paragraphs(*P) + f"<div>{copy}</div>", f"<div>{copy}</div>" + paragraphs(*P)):
        assert kept(markup, {*P, copy}) == P


def test_a_long_paragraph_of_its_own_words_stays() -> None:
    """It may quote others at length."""
    own = (
        f"{P[0][:60]} had been asked for on many evenings, by many people, in words that the clerk wrote down one by one in ink. "
    )
    own = f"{own}{P[1][:60]} was asked for in the same ink, on other evenings, by people who had missed the ferry more than once."
    assert kept(paragraphs(*P) + f"<p>{own}</p>", {*P, own}) == [*P, own]


def test_of_copies_for_other_screens_the_first_stays() -> None:
    """A page builder prints the article once for each width of screen."""
    variant = f"<h3>What was decided on Tuesday</h3>{paragraphs(*P)}"
    chosen = {"What was decided on Tuesday", *P}
    assert kept(f"<div>{variant}</div><div>{variant}</div><div>{variant}</div>", chosen) == ["What was decided on Tuesday", *P]


@pytest.mark.parametrize("first", ["hidden", "shown"])
def test_of_copies_the_shown_one_stays(first: str) -> None:
    variants = [f"<div hidden>{paragraphs(*P)}</div>", f"<div>{paragraphs(*P)}</div>"]
    markup = "".join(variants if first == "hidden" else variants[::-1])
    page = build_page(Capture(content=markup.encode(), media_type="text/html"), limits=Limits())
    keep = mended(page, np.ones(len(page.blocks), dtype=bool), None)
    assert [page.blocks[i].hidden for i in np.flatnonzero(keep)] == [False] * len(P)


LONG = (
    "Along the canal the bakers open at five, and by seven the loaves of the first batch are gone, as those who live above the shops "
    "have known since the mill was sold to its millers."
)
OTHERS = [
    f"In {year} the {trade} moved out of the lower town, and took with them a third of the trade that the quay had lived on."
    for year, trade in ((1911, "coopers"), (1924, "sailmakers"), (1938, "ropers"), (1952, "chandlers"), (1966, "caulkers"))
]


def test_a_long_paragraph_that_comes_again_close_by_goes() -> None:
    lines = [*P, LONG, OTHERS[0], LONG, *OTHERS[1:]]
    assert kept(paragraphs(*lines), set(lines)) == [*P, LONG, *OTHERS]


@pytest.mark.parametrize(
    ("lines", "tag"),
    [
        pytest.param([LONG, *P, *OTHERS, LONG], "p", id="far-away"),
        pytest.param([LONG, *P, LONG, *OTHERS], "li", id="a-list"),
        pytest.param([LONG, *P, LONG, *OTHERS], "blockquote", id="a-quotation"),
        pytest.param([LONG, P[0], LONG, P[1]], "p", id="much-of-all"),
        pytest.param([LONG, "Chorus", *P, LONG, "Chorus", *OTHERS], "p", id="with-a-short-line"),
    ],
)
def test_a_long_paragraph_that_comes_again_and_stays(lines: list[str], tag: str) -> None:
    markup = "".join(f"<{tag}>{line}</{tag}>" if line == LONG else f"<p>{line}</p>" for line in lines)
    assert kept(markup, set(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([P[0], P[1], P[0], P[2]], id="twice"),
        pytest.param([P[0], "Chorus: oh", P[1], "Chorus: oh", P[2], "Chorus: oh"], id="a-short-line"),
        pytest.param([*P[:3], *P[2::-1]], id="in-another-order"),
        pytest.param([P[0]] * 4 + [P[1]], id="one-line-all-over"),
        pytest.param(
            [P[0], "Ada: yes", P[1], "Ada: no", P[2], "Ada: yes", P[0], "Tom: no", P[1], "Tom: yes", P[2], "Tom: no"],
            id="questions-to-each",
        ),
    ],
)
def test_lines_that_come_again_and_stay(lines: list[str]) -> None:
    """Refrains, a sentence said twice, and questions that are put to each of several people."""
    assert kept(paragraphs(*lines), set(lines)) == lines


def test_a_page_that_is_no_article_says_each_line_once() -> None:
    """Its cells and its code may say it again, and so may short lines."""
    line = "Ships within two working days"
    markup = f"<ul>{'<li>' + line + '</li>'}<li>Lamp</li><li>{line}</li><li>Lamp</li></ul><table><tr><td>{line}</td><td>{line}</td></tr></table><pre>{line}</pre>"
    page = build_page(Capture(content=markup.encode(), media_type="text/html"), limits=Limits())
    keep = said_once(page, np.ones(len(page.blocks), dtype=bool))
    lines = [page.text[b.start : b.end] for b, stays in zip(page.blocks, keep, strict=True) if stays]
    assert lines == [line, "Lamp", "Lamp", line, line, line]


@pytest.mark.parametrize("tag", ["li", "td"])
def test_an_ingredient_that_a_step_names_again_is_no_pull_quote(tag: str) -> None:
    line = "two leeks, washed and cut into thin rings"
    step = f"Fry {line}, for a quarter of an hour in a little butter, until they are soft and begin to turn brown at their edges."
    wrapped = f"<ul><li>{line}</li></ul>" if tag == "li" else f"<table><tr><td>{line}</td></tr></table>"
    assert kept(wrapped + paragraphs(step, *P), {line, step, *P}) == [line, step, *P]


def test_a_page_that_is_little_else_keeps_what_it_repeats() -> None:
    page = build_page(Capture(content=paragraphs(*[P[0]] * 4).encode(), media_type="text/html"), limits=Limits())
    assert said_once(page, np.ones(len(page.blocks), dtype=bool)).all()


def test_each_line_is_said_once_where_the_page_is_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "find_kind", lambda *_: (Found("product"), {"article": 0.0}))
    monkeypatch.setattr(find, "scores", lambda _models, seen, **_: np.ones(seen.matrix.shape[1], dtype=np.float32))
    page = build_page(Capture(content=paragraphs(*P, P[0]).encode(), media_type="text/html"), limits=Limits())
    assert [paragraph.text for paragraph in find.find_body(page).paragraphs.value] == P


def test_two_wordings_of_one_paragraph_stay() -> None:
    """A copy of the article is far longer than its paragraphs."""
    once, again = JOINED, JOINED.replace("fare", "toll")
    assert kept(paragraphs(once, again), {once, again}) == [once, again]


def test_questions_that_the_text_lists_are_no_pull_quotes() -> None:
    asked = "Who will pay for the night ferry in the spring?"
    lead = f"We put three questions to the council. {asked} When will the pier be built, and who is to build it, and of what?"
    assert kept(paragraphs(lead, asked, *P), {lead, asked, *P}) == [lead, asked, *P]


def test_a_subheading_whose_words_the_text_below_takes_up_stays() -> None:
    """Above the text that they are of, short words are a pull quote."""
    head, first = (
        "Four thousand names on paper",
        "Four thousand names on paper were handed over, before the council had begun to vote on it.",
    )
    assert kept(paragraphs(*P, head, first), {*P, head, first}) == [*P, head, first]
    assert kept(paragraphs(first, *P, head, P[0]), {*P, head, first}) == [first, *P, P[0]]
