"""Markup to lines: what a reader sees on the screen, where each line comes from."""

from __future__ import annotations

import pytest

from dateline.page import Limits, build_page
from dateline.records import Capture, Page


def page(markup: str, *, limits: Limits | None = None, url: str | None = None) -> Page:
    return build_page(Capture(content=markup.encode(), media_type="text/html", url=url), limits=limits or Limits())


def lines(markup: str) -> list[str]:
    made = page(markup)
    return [made.text[b.start : b.end] for b in made.blocks]


HAN = "市政府星期二宣布，市中心的大桥将从九月起封闭十四个月，工程师在检查中发现桥墩移动了。"
LONG = "The council voted on Tuesday to keep the night ferry running through the winter."

LINES = {
    "paragraphs": ("<p>One</p><p>Two</p>", ["One", "Two"]),
    "white space folds": ("<p>  One \n\t two&nbsp;three </p>", ["One two three"]),
    "inline markup does not split": (
        "<p>The <b>H</b>arbour <i>Council</i>, <span>it</span>s vote</p>",
        ["The Harbour Council, its vote"],
    ),
    "drop cap": ('<p><span class="drop">T</span>he ferry</p>', ["The ferry"]),
    "a time of day does not go on": ("<p><time>15:48</time><i>2 minutes</i></p>", ["15:48 2 minutes"]),
    "a figure in two parts": ("<p><b>15</b><i>48</i></p>", ["1548"]),
    "neighbouring links part": ("<div><a href=/a>Home</a><a href=/b>News</a></div>", ["Home News"]),
    "neighbouring spans part": ("<div><span>Jane Orr</span><span>May 3</span></div>", ["Jane Orr May 3"]),
    "a break is a break": ("<p>Line one<br>line two</p>", ["Line one\nline two"]),
    "two breaks part paragraphs": ("<td>First.<br><br>Second.<br> <br/>Third.</td>", ["First.", "Second.", "Third."]),
    "text around blocks": ("<div>Before<p>in</p>after</div>", ["Before", "in", "after"]),
    "unclosed": ("<p>One<p>Two<div>Three<ul><li>Four", ["One", "Two", "Three", "Four"]),
    "preformatted keeps its lines": ("<pre>a\n  b\nc</pre>", ["a\n  b\nc"]),
    "cells": ("<table><tr><td>1<td>2<tr><td>3</table>", ["1", "2", "3"]),
    "no scripts, styles, comments": (
        "<p>x</p><script>var a='<p>no</p>'</script><style>p{}</style><!-- no --><svg><text>no</text></svg>",
        ["x"],
    ),
    "custom elements stand alone": ("<x-by>By A. Orr</x-by><x-on>May 3</x-on>", ["By A. Orr", "May 3"]),
    "custom elements within a paragraph do not": ("<p>The <x-term>levy</x-term> rose</p>", ["The levy rose"]),
    "entities once": ("<p>Salt &amp;amp; Sons &lt;b&gt;</p>", ["Salt &amp; Sons <b>"]),
    "frames without a body": ("<frameset><noframes>no</noframes></frameset>", []),
    "an icon does not end a line": (
        '<p>The <a href=/b>bakery<i class="fa" aria-hidden="true"></i></a> is shut.</p>',
        ["The bakery is shut."],
    ),
    "words for screen readers are passed over within a sentence": (
        '<p>The <a href=/b>report<span class="sr-only"> (opens in a new tab)</span></a>, and its end.</p>',
        ["The report, and its end."],
    ),
    "between elements they stay": (
        '<p><b>New!</b><span class="sr-only">By </span><span>Ana Lima</span></p>',
        ["New!", "By", "Ana Lima"],
    ),
    "a hidden time stays": ("<p>Said <time hidden>3 May</time> today.</p>", ["Said", "3 May", "today."]),
    "hidden text that a script may show stays": (
        f"<p>The council met. <span hidden>{'It sat long. ' * 6}</span> And voted.</p>",
        ["The council met.", "It sat long. " * 5 + "It sat long.", "And voted."],
    ),
    "breaks end paragraphs of ideographs": (
        "<td>" + "<br>　　".join([HAN] * 3) + "</td>",
        [HAN, HAN, HAN],
    ),
    "and lines of a poem": ("<td>春の海<br>ひねもす<br>のたりかな</td>", ["春の海\nひねもす\nのたりかな"]),
    "and of other scripts": ("<td>" + "<br>".join([LONG] * 3) + "</td>", ["\n".join([LONG] * 3)]),
    "how characters are read is passed over": (
        "<p><ruby>海<rt>うみ</rt></ruby>の<ruby>橋<rt>はし</rt></ruby>が閉まる</p>",
        ["海の橋が閉まる"],
    ),
    "and kept in brackets": (
        "<p><ruby>海老原<rp>（</rp><rt>えびはら</rt><rp>）</rp></ruby>さんは</p>",
        ["海老原（えびはら）さんは"],
    ),
    "right to left": ("<p dir=rtl>سلام <b>دنیا</b></p>", ["سلام دنیا"]),
}


@pytest.mark.parametrize(("markup", "expected"), LINES.values(), ids=LINES)
def test_lines(markup: str, expected: list[str]) -> None:
    """The lines of a page are those that a browser would show."""
    assert lines(markup) == expected


def test_page_text_is_a_block_a_line() -> None:
    """`Page.text` joins the blocks by line feeds and holds nothing else."""
    made = page("<h1>Title</h1><div>a<p>b<br>c</p></div>")
    assert made.text == "\n".join(made.text[b.start : b.end] for b in made.blocks)


def test_blocks_know_their_tag_links_and_bold() -> None:
    """A block says what it is, and how much of it is linked or strong."""
    made = page('<ul><li><p>See <a href="/x">the report</a> <b>now</b></p></li></ul>')
    (block,) = made.blocks
    assert (block.tag, block.link, block.bold) == ("li", len("the report"), 3)


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='display: none'>x</p>",
        "<p hidden>x</p>",
        "<div aria-hidden=true><p>x</p></div>",
        "<p class='visually-hidden'>x</p>",
        "<div style='visibility:hidden'>x</div>",
    ],
)
def test_hidden_text_is_kept_and_marked(markup: str) -> None:
    """Text that markup hides is on the page, marked as hidden, and its visible neighbours are not."""
    made = page(f"<p>seen</p>{markup}<p>seen</p>")
    assert [b.hidden for b in made.blocks] == [False, True, False]


def test_elements_span_their_words() -> None:
    """An element's span covers its own words, without the gaps around them."""
    made = page('<p>By <a rel="author" href="/staff/orr">A. Orr</a> <time datetime="2024-05-03">May 3</time></p>')
    found = {e.tag: (made.text[e.start : e.end], e.value, e.label) for e in made.elements}
    assert found["a"] == ("A. Orr", "/staff/orr", " rel=author")
    assert found["time"][:2] == ("May 3", "2024-05-03")


def test_images_stand_where_they_are() -> None:
    """An image is an element without words, with its address and its name."""
    made = page('<p>a</p><img src="/quay.jpg" alt="The quay"><p>b</p>')
    image = next(e for e in made.elements if e.tag == "img")
    assert (image.value, image.name, image.start) == ("/quay.jpg", "The quay", image.end)


def test_a_page_that_scripts_build_is_read_from_noscript() -> None:
    """Where nothing else is shown, the words in <noscript> are the page's."""
    assert lines("<div id=app></div><noscript><p>All of the story.</p></noscript>") == ["All of the story."]


def test_deep_nesting_keeps_its_words() -> None:
    """Five thousand nested elements lose no text."""
    assert lines("<div>" * 5_000 + "deep" + "</div>" * 5_000) == ["deep"]


def test_a_limit_on_nodes_is_told() -> None:
    """Beyond the limit on nodes the page is cut, and a note says so."""
    made = page("<p>x</p>" * 1_000, limits=Limits(max_nodes=100))
    assert 0 < len(made.blocks) <= 100
    assert any(note.code.startswith("limit.") for note in made.notes)
