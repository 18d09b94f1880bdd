"""Markdown: page text shows as it is, and the front matter holds."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dateline.exchange import markdown_text, write_markdown
from dateline.exchange.markdown import escaped, front_matter
from dateline.exchange.text import printable
from dateline.records import Article, ParagraphKind

if TYPE_CHECKING:
    from tests.exchange.conftest import MakeArticle

PARSER = MarkdownIt("gfm-like", {"linkify": False})
TAG = re.compile(r"<[^>]*>")
# What the page's text is put into; anything else would come of the text itself.
TAGS = {"h1", "h2", "p", "br", "ul", "li", "blockquote", "pre", "code"}


def shown(markdown: str) -> list[str]:
    """The words that a reader sees."""
    return html.unescape(TAG.sub(" ", PARSER.render(markdown).replace("<br />\n", "\n"))).split()


def tags(markdown: str) -> set[str]:
    """The elements that Markdown makes of it."""
    return set(re.findall(r"<([a-z0-9]+)", PARSER.render(markdown)))


@given(st.text(st.sampled_from("\\`*_[]{}<>&|~$^#@+-=:.)(!\n \t1aw/\"'")))
@example("&lt;b&gt; &amp;")
@example("a\n===\nb\n---\n1) c\n    d")
@example("| a |\n|---|\n| b |")
@example("[x]: /y\n[x]")
def test_text_shows_as_it_is(text: str) -> None:
    """Any text between two others is paragraphs and line breaks, and reads as before."""
    markdown = f"before\n\n{escaped(text)}\n\nafter"
    assert tags(markdown) <= {"p", "br"}
    assert shown(markdown) == ["before", *text.split(), "after"]


@pytest.mark.parametrize("kind", get_args(ParagraphKind))
@given(text=st.text(st.sampled_from("`*_[<>&#-=:.1aw \n")))
def test_no_paragraph_changes_the_next(kind: ParagraphKind, text: str) -> None:
    """Whatever a paragraph of any kind holds, the paragraph after it is one of its own."""
    from dateline.records import Paragraph, Span

    body = (Paragraph(kind, text, Span(0, 0), 1.0), Paragraph("paragraph", "after", Span(0, 0), 1.0))
    article = Article(uri="u", capture="c", reader="r", body=body)
    markdown = markdown_text(article).partition("\n---\n")[2]
    assert tags(markdown) <= TAGS
    assert PARSER.render(markdown).endswith("<p>after</p>\n")
    assert shown(markdown) == [*text.split(), "after"]


def test_hostile_text_stays_text(hostile: Article) -> None:
    """In a whole document no text becomes markup, opens a front matter or holds a control character."""
    markdown = markdown_text(hostile)
    assert markdown.startswith("---\n")
    assert markdown.split("\n").count("---") == 2
    assert tags(markdown.partition("\n---\n")[2]) <= TAGS
    assert printable(markdown) == markdown


def test_front_matter_reads_back(article: Article, hostile: Article) -> None:
    """Each line of the front matter is a key and a JSON value, which is a YAML scalar or list on one line."""
    for each in (article, hostile):
        first, *lines, last, end = front_matter(each).split("\n")
        assert (first, last, end) == ("---", "---", "")
        values = {key: json.loads(value) for key, value in (line.split(": ", 1) for line in lines)}
        assert values["headline"] == printable(each.headline or "")
        assert values["authors"] == [printable(author.name) for author in each.authors]
        assert not set("".join(lines)) & set("\u2028\u202e\u2067\ufeff\x85")


def test_document(article: Article) -> None:
    """Headlines, byline, then the paragraphs by their kind."""
    body = markdown_text(article).partition("\n---\n")[2]
    assert body.startswith(
        "\n# Council moves lighthouse\n\nThree storms were enough\n\nBy Mara Quill and the Night Desk\n\nThe harbour"
    )
    assert "\n## What it costs\n\n- two million for the tower\n- one million for the quay\n\n> We have waited" in body
    assert body.endswith("\n```\nN  54.1\nE  12.3\n```\n\n")


def test_many_can_be_cut_apart(article: Article, make: MakeArticle) -> None:
    """A line of `---` only fences a front matter, in preformatted text too."""
    other = make(("preformatted", "---\nkey: value\n---"), ("paragraph", "---"))
    whole = b"".join(write_markdown([article, other])).decode()
    assert re.split(r"^---$", whole, flags=re.MULTILINE)[1::2] == [
        front_matter(each).removeprefix("---").removesuffix("---\n") for each in (article, other)
    ]


def test_missing_headline_is_not_made_up(make: MakeArticle) -> None:
    """Without a headline the document begins with its text."""
    assert markdown_text(make(("paragraph", "Words."))).endswith("---\n\nWords.\n\n")
