"""Lines of plain text, and paragraphs of text that a program has wrapped."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.page import text

PARAGRAPHS = (
    (
        "The council of Karsund voted on Tuesday to close the harbour road for the winter, after engineers found that the wall below it had "
        "moved by eleven centimetres since the spring."
    ),
    (
        "Mayor Ilse Brandt said the road would open again by 30 April, and that buses would go by way of the quarry until then. Shopkeepers "
        "on the quay had asked for a ferry, which the county turned down for want of money."
    ),
    (
        "A report by the county's own surveyors, seen by this newspaper, puts the cost of a new wall at four million, of which the council "
        "has set aside about a third."
    ),
)
HEAD = ("Karsund closes its harbour road", "By Nora Lind", "26 November 2026")


def blocks(content: str) -> list[str]:
    """The words of each block."""
    return [content[b.start : b.end] for b in text.lines(content, max_blocks=10_000)[0]]


@pytest.mark.parametrize("width", [50, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("between", [1, 2], ids=["indented", "empty-line"])
def test_paragraphs_of_wrapped_text_are_one_block_each(width: int, newline: str, between: int) -> None:
    """Whatever the width, what was one paragraph before wrapping is one block, and short lines above stay apart."""
    indent = "    " if between == 1 else ""
    wrapped = ["\n".join(textwrap.wrap(p, width - 4, initial_indent=indent)) for p in PARAGRAPHS * 2]
    content = ("\n".join(HEAD) + "\n\n" + ("\n" * between).join(wrapped)).replace("\n", newline)
    found = [" ".join(block.split()) for block in blocks(content)]
    assert found == [*HEAD, *PARAGRAPHS, *PARAGRAPHS]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("\n".join((*HEAD, *PARAGRAPHS)), id="lines are paragraphs"),
        pytest.param("\n".join(f"Item {n} of the list of the harbour office" for n in range(40)), id="list of like lines"),
        pytest.param(
            "\n".join("港务局周二宣布冬季关闭海港公路直到四月底为止并改走采石场" * 2 for _ in range(20)), id="without spaces"
        ),
        pytest.param("\n".join(["Home", "News", "Sport", "Weather", "Contact us", "About"] * 5), id="menu"),
        pytest.param("\n".join(textwrap.wrap(PARAGRAPHS[0], 60)), id="too few lines to tell"),
    ],
)
def test_lines_of_other_text_are_blocks(content: str) -> None:
    """Text whose lines end where its writer ended them keeps a block a line."""
    assert blocks(content) == content.split("\n")


def test_an_article_in_wrapped_text_is_read_by_paragraphs() -> None:
    """A story as a mail brings it has its headline, byline, day, and as many paragraphs as were written."""
    content = "\n\n".join([*HEAD, *("\n".join(textwrap.wrap(p, 72)) for p in PARAGRAPHS)])
    article = dateline.read(content)
    assert article.headline == HEAD[0]
    assert [author.name for author in article.authors] == ["Nora Lind"]
    assert str(article.published) == "2026-11-26"
    assert [" ".join(p.text.split()) for p in article.body] == list(PARAGRAPHS)


@given(st.text(st.sampled_from("ab .\n\r\té港"), max_size=400))
def test_no_word_is_lost(content: str) -> None:
    """The blocks hold every character of the text but white space, in order, and none overlaps another."""
    assert "".join("".join(blocks(content)).split()) == "".join(content.split())


def test_the_limit_is_on_lines() -> None:
    """Lines beyond the limit are left out, and it is said that they are."""
    found, cut = text.lines("one\ntwo\nthree", max_blocks=2)
    assert (len(found), cut) == (2, True)
