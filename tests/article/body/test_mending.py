"""What the models' choice is mended by: pull quotes, hidden asides, announced lists."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.article.body.mending import mended
from dateline.page import Limits, build_page
from dateline.records import Capture

P = [
    "The council voted on Tuesday to keep the night ferry running through the winter, after a debate of four hours.",
    "Two members had asked for a pause until the new pier is ready, which the engineers expect in the late spring.",
    "The fare will rise by a tenth in January, and passes for pupils will stay as they are, the chairman said.",
    "A petition with four thousand names had asked for the service to stay, and was handed over before the vote.",
]


def kept(markup: str, chosen: set[str]) -> list[str]:
    """The lines of a page that are kept where the models chose these."""
    page = build_page(Capture(content=markup.encode(), media_type="text/html"), limits=Limits())
    lines = [page.text[block.start : block.end] for block in page.blocks]
    return [line for line, keep in zip(lines, mended(page, np.array([line in chosen for line in lines])), strict=True) if keep]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


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
