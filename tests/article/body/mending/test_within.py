"""Blocks in the midst of an article: pull quotes and hidden asides go, announced lists come back."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

ITEMS = "<li>Monday, 7 pm</li><li>Friday, 9 am</li>"


@pytest.mark.parametrize(
    ("markup", "gone"),
    [
        pytest.param(
            paragraphs(*P[:2]) + "<p hidden>Share this story</p>" + paragraphs(*P[2:]), {"Share this story"}, id="aside"
        ),
        pytest.param(f"<p>{P[0]}</p><div hidden>{paragraphs(*P[1:3])}</div><p>{P[3]}</p>", set(), id="half-of-the-article"),
        pytest.param(paragraphs(*P[:3]) + f'<p style="display:none">{P[3]}</p>', set(), id="a-tail-that-a-script-shows"),
        pytest.param(f"<div hidden>{paragraphs(*P)}</div>", set(), id="all-hidden"),
        pytest.param(paragraphs(*P[:2]) + f"<div>{P[0][4:40]}</div>" + paragraphs(*P[2:]), {P[0][4:40]}, id="pull-quote"),
    ],
)
def test_what_was_chosen_and_is_no_body(markup: str, gone: set[str]) -> None:
    """Little that stays hidden between paragraphs that all see goes; what a script may show stays."""
    chosen = {*P, *gone}
    assert set(kept(markup, chosen)) == chosen - gone


@pytest.mark.parametrize("title", ["<h3>Who sails?</h3>", "<button>Who sails?</button>"])
def test_answers_that_unfold_stay(title: str) -> None:
    """They stand hidden below their question, in one paragraph or several."""
    answers = ["The old crew.", "And a new captain."]
    markup = paragraphs(*P) + f"{title}<div hidden>{paragraphs(*answers)}</div>{paragraphs(P[0])}"
    lines = kept(markup, {*P, "Who sails?", *answers})
    assert lines[len(P) + 1 : len(P) + 3] == answers


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        pytest.param(f"<p>{P[0]}</p><p>It sails on:</p><ul>{ITEMS}</ul><p>{P[1]}</p>", True, id="announced"),
        pytest.param(f"<p>{P[0]}</p><p>It sails on:</p><ol>{ITEMS}</ol>", True, id="at-the-end"),
        pytest.param(f"<p>{P[0]}</p><p>It sails again.</p><ul>{ITEMS}</ul><p>{P[1]}</p>", False, id="not-announced"),
        pytest.param(f"<p>{P[0]}</p><p>It sails on:</p><div><ul>{ITEMS}</ul></div>", False, id="elsewhere"),
        pytest.param(
            f"<p>{P[0]}</p><p>It sails on:</p><ul>{ITEMS.replace('<li>', '<li><a href=/x>').replace('</li>', '</a></li>')}</ul>",
            False,
            id="links",
        ),
    ],
)
def test_a_list_that_a_paragraph_announces(markup: str, found: bool) -> None:
    """Its items are kept, however short, unless they are links."""
    lines = kept(markup, {P[0], P[1], "It sails on:", "It sails again."})
    assert ("Monday, 7 pm" in lines and "Friday, 9 am" in lines) is found
    assert ("Monday, 7 pm" in lines or "Friday, 9 am" in lines) is found


@pytest.mark.parametrize(
    ("markup", "back"),
    [
        pytest.param(
            "<h3>Wind</h3><p>{0}</p><h3>Tide</h3><p>{1}</p><h3>Snow</h3><p>{2}</p>", {"Tide"}, id="a-subheading-of-their-rank"
        ),
        pytest.param("<p>{0}</p><h3>Tide</h3><p>{1}</p>", set(), id="a-lone-subheading"),
        pytest.param("<h3>Wind</h3><p>{0}</p><h3>Newsletter</h3><p>{1}</p><h3>Snow</h3><p>{2}</p>", set(), id="a-label"),
        pytest.param("<h3>Wind</h3><p>{0}</p><h4>Tide</h4><p>{1}</p><h3>Snow</h3><p>{2}</p>", set(), id="of-another-rank"),
        pytest.param("<h3>Wind</h3><p>{0}</p><h3><a href=/t>Tide</a></h3><p>{1}</p><h3>Snow</h3><p>{2}</p>", set(), id="a-link"),
        pytest.param("<p>{0}</p><pre>ls -l</pre><p>{1}</p>", {"ls -l"}, id="code"),
        pytest.param("<p>{0}</p><blockquote>We sail.</blockquote><p>{1}</p>", {"We sail."}, id="a-quotation"),
        pytest.param("<p>{0}</p><ul><li>Tide</li><li>Wind</li></ul><p>{1}</p>", {"Tide"}, id="before-an-item"),
        pytest.param("<p>{0}</p><ul><li>Wind</li><li>Tide</li></ul><p>{1}</p>", set(), id="behind-the-last-item"),
        pytest.param(
            "<p>{0}</p><table><tr><th>Tide</th><td>Wind</td></tr><tr><td>Snow</td><td>{2}</td></tr></table>",
            {"Tide"},
            id="a-cell-of-a-kept-table",
        ),
        pytest.param("<p>{0}</p><table><tr><td>Tide</td><td>Wind</td></tr></table><p>{1}</p>", {"Tide"}, id="a-cell-of-a-part"),
        pytest.param("<p>{0}</p><table><tr><td>Tide</td><td>Low</td></tr></table><p>{1}</p>", set(), id="a-cell-of-another"),
        pytest.param("<ul><li>{0}</li><li>Wind</li><li>Snow</li><li>Tide</li></ul><p>{1}</p>", {"Tide"}, id="the-last-item"),
    ],
)
def test_what_stands_between_its_likes(markup: str, back: set[str]) -> None:
    """It comes back where others of its sort are kept on both sides."""
    chosen = {"Wind", "Snow", *P}
    lines = kept(markup.format(*P), chosen)
    assert {line for line in lines if line not in chosen} == back


@pytest.mark.parametrize(
    ("who", "back"), [("— Ana Lima (@analima) 3 May 2019", True), ("♬ Harbour song – Ana", False), ("Ana Lima, captain", False)]
)
def test_posts_that_an_article_quotes(who: str, back: bool) -> None:
    """With who posted them; other quotations of several blocks are left to the models."""
    post = f"<blockquote><p>We sail tonight!</p>{who}</blockquote>"
    lines = kept(f"<p>{P[0]}</p>{post}{post}<p>{P[1]}</p>", set(P))
    assert (lines.count("We sail tonight!"), lines.count(who)) == ((2, 2) if back else (0, 0))
