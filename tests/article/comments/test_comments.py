"""Readers' comments in markup: many shapes of sections, and pages that only look as if they had one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.comments.find import CommentsFound, find_comments
from dateline.page import Limits, build_page
from dateline.records import Capture, Page

LONG = (
    "The harbour council voted on Monday to close the old ferry pier for repairs, after engineers had found that two of its "
    "eleven supports no longer carry the load for which they were built."
)
ARTICLE = f"<article><h1>Ferry pier to close for repairs</h1><p>{LONG}</p><p>{LONG} Work begins in May.</p></article>"
CAPTURED = datetime(2024, 5, 4, 12, tzinfo=UTC)


def page(body: str, *, lang: str = "en", head: str = "", url: str = "https://harbourpost.example/news/pier") -> Page:
    html = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    capture = Capture(content=html.encode(), media_type="text/html", charset="utf-8", url=url, captured_at=CAPTURED)
    return build_page(capture, limits=Limits())


def told(found: CommentsFound) -> list[tuple[str | None, str | None, str]]:
    return [(c.author, str(c.published) if c.published else None, c.text) for c in found.comments]


class Shape(NamedTuple):
    """A comment section, and the comments in it: author, time, words."""

    markup: str
    expected: list[tuple[str | None, str | None, str]]
    lang: str = "en"


WORDPRESS = Shape(
    """<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “Ferry pier”</h2><ol class="comment-list">
    <li id="comment-11" class="comment even thread-even depth-1"><article id="div-comment-11" class="comment-body">
      <footer class="comment-meta"><div class="comment-author vcard"><img src="a.png"><b class="fn">Ines Maar</b>
        <span class="says">says:</span></div>
      <div class="comment-metadata"><a href="#comment-11"><time datetime="2024-05-03T09:15:00+00:00">May 3, 2024 at 9:15 am</time></a>
      </div></footer>
      <div class="comment-content"><p>About time.</p><p>I take that ferry daily.</p></div>
      <div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article></li>
    <li id="comment-12" class="comment odd alt thread-odd depth-1"><article id="div-comment-12" class="comment-body">
      <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Tom Reeve</b></div>
      <time datetime="2024-05-03T10:00:00+00:00">May 3, 2024</time></footer>
      <div class="comment-content"><p>Which bus replaces it?</p></div></article></li></ol>
    <div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form id="commentform"><label>Name</label><label>Email</label>
    <button>Post Comment</button></form></div></div>""",
    [
        ("Ines Maar", "2024-05-03T09:15:00+00:00", "About time.\nI take that ferry daily."),
        ("Tom Reeve", "2024-05-03T10:00:00+00:00", "Which bus replaces it?"),
    ],
)
NESTED = Shape(
    """<section id="comments"><ol class="commentlist">
    <li class="comment depth-1" id="li-comment-1"><div id="comment-1"><cite class="fn">Ada</cite> <span>on 1 May 2024</span>
      <p>Will it take all summer?</p></div>
      <ul class="children"><li class="comment depth-2" id="li-comment-2"><div id="comment-2"><cite class="fn">Ben</cite>
        <span>on 2 May 2024</span><p>Until August, they say.</p></div>
        <ul class="children"><li class="comment depth-3" id="li-comment-3"><div id="comment-3"><cite class="fn">Ada</cite>
          <span>on 2 May 2024</span><p>Thank you.</p></div></li></ul></li></ul></li></ol></section>""",
    [
        ("Ada", "2024-05-01", "Will it take all summer?"),
        ("Ben", "2024-05-02", "Until August, they say."),
        ("Ada", "2024-05-02", "Thank you."),
    ],
)
DIVS = Shape(
    """<div class="story-comments"><div class="comment"><div class="comment__user">northwind</div>
      <div class="comment__date">2 hours ago</div><div class="comment__text">The pier was fine last year.</div>
      <div class="comment__actions"><button>Like</button> 4 <button>Report</button></div></div>
    <div class="comment"><div class="comment__user">Old Salt</div><div class="comment__date">yesterday</div>
      <div class="comment__text">It was not.</div></div></div>""",
    [("northwind", "2024-05-04T10+00:00", "The pier was fine last year."), ("Old Salt", "2024-05-03", "It was not.")],
)
THREAD = Shape(
    """<div id="disqus_thread"><ul id="post-list" class="post-list">
    <li class="post" id="post-900"><div class="post-content"><header><span class="author publisher-anchor-color">Mara</span>
      <a class="time-ago" title="Friday, May 3, 2024 8:30 AM">3 May 2024</a></header><div class="post-message"><p>Good news for cyclists.</p></div>
      <footer><ul><li class="voting">2</li><li class="reply">Reply</li></ul></footer></div></li>
    <li class="post" id="post-901"><div class="post-content"><header><span class="author">Idris</span>
      <a class="time-ago">3 May 2024</a></header><div class="post-message"><p>Why only for them, I wonder?</p></div></div></li></ul></div>""",
    [("Mara", "2024-05-03", "Good news for cyclists."), ("Idris", "2024-05-03", "Why only for them, I wonder?")],
)
MICRODATA = Shape(
    """<div><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Lena Holt</span>
      <meta itemprop="dateCreated" content="2024-05-02T18:00:00+02:00"><time itemprop="dateCreated" datetime="2024-05-02T18:00:00+02:00">Thu</time>
      <p itemprop="text">The ferry carries four hundred people a day.</p></div>
    <div itemprop="comment" itemscope><span itemprop="author">P. Quist</span><p itemprop="text">Five hundred.</p></div></div>""",
    [
        ("Lena Holt", "2024-05-02T18:00:00+02:00", "The ferry carries four hundred people a day."),
        ("P. Quist", None, "Five hundred."),
    ],
)
TABLE = Shape(
    """<table class="comments" border="0"><tr><td>Karl Blom, 2 May 2004</td><td>I remember when it was built.</td></tr>
    <tr><td>Sue Dent, 3 May 2004</td><td>So do I. It rained all week.</td></tr></table>""",
    [("Karl Blom", "2004-05-02", "I remember when it was built."), ("Sue Dent", "2004-05-03", "So do I. It rained all week.")],
)
DEFINITIONS = Shape(
    """<dl id="comment_list"><dt class="comment" id="comment-5">Jo Finn <span class="comment_time">May 1, 2012 at 4:20 pm</span></dt>
    <dd class="comment"><div class="format_text"><p>Where will the boats moor?</p></div></dd>
    <dt class="comment" id="comment-6">Al Roe <span class="comment_time">May 2, 2012 at 8:00 am</span></dt>
    <dd class="comment"><div class="format_text"><p>At the east quay.</p></div></dd></dl>""",
    [("Jo Finn", "2012-05-01T16:20", "Where will the boats moor?"), ("Al Roe", "2012-05-02T08:00", "At the east quay.")],
)
GERMAN = Shape(
    """<section class="kommentare"><h2>2 Kommentare</h2>
    <div class="kommentar" id="kommentar_81"><span class="kommentar-autor">Frieda Voss</span> <span class="datum">3. Mai 2024, 14:05 Uhr</span>
      <p>Endlich passiert etwas.</p><a href="#">Antworten</a> <a href="#">Melden</a></div>
    <div class="kommentar" id="kommentar_82"><span class="kommentar-autor">J. Albers</span> <span class="datum">3. Mai 2024, 15:00 Uhr</span>
      <p>Warten wir es ab.</p></div></section>""",
    [("Frieda Voss", "2024-05-03T14:05", "Endlich passiert etwas."), ("J. Albers", "2024-05-03T15:00", "Warten wir es ab.")],
    "de",
)
FRENCH = Shape(
    """<div id="commentaires"><ul class="liste-commentaires"><li class="commentaire">
      <p class="auteur">Par Odile Maréchal, le 2 mai 2024 à 09:12</p><p class="texte">Le quai sera-t-il fermé l’été ?</p></li>
    <li class="commentaire"><p class="auteur">Par René, le 3 mai 2024 à 10:00</p><p class="texte">Je le crains.</p>
      <a href="#">Répondre</a></li></ul></div>""",
    [
        ("Odile Maréchal", "2024-05-02T09:12", "Le quai sera-t-il fermé l’été ?"),
        ("René", "2024-05-03T10:00", "Je le crains."),
    ],
    "fr",
)
PERSIAN = Shape(
    """<div class="comments" id="nazarat"><h3>نظرات کاربران</h3>
    <div class="comment" id="comment-31"><span class="name">مریم احمدی</span> <span class="date">۱۴ اردیبهشت ۱۴۰۳</span>
      <p class="text">امیدوارم زودتر تمام شود.</p><a>پاسخ</a></div>
    <div class="comment" id="comment-32"><span class="name">رضا</span> <span class="date">۱۵ اردیبهشت ۱۴۰۳</span>
      <p class="text">من هم همین‌طور.</p></div></div>""",
    [("مریم احمدی", "2024-05-03", "امیدوارم زودتر تمام شود."), ("رضا", "2024-05-04", "من هم همین‌طور.")],
    "fa",
)
WRAPPED = Shape(
    """<div class="comment"><ul><li class="comment-item" id="comment-1"><b class="username">ana</b> <time datetime="2024-05-01">1 May</time>
      <p class="comment-text">First.</p></li>
    <li class="comment-item" id="comment-2"><b class="username">bo</b> <time datetime="2024-05-02">2 May</time>
      <p class="comment-text">Second.</p></li></ul></div>""",
    [("ana", "2024-05-01", "First."), ("bo", "2024-05-02", "Second.")],
)
BELOW = Shape(
    """<ol id="commentlist"><li id="comment-7"><p>A bridge would be cheaper.</p><p>Comment by Rolf Egge, 3 May 2024</p></li>
    <li id="comment-8"><p>It would not.</p><p>Comment by Kim Dahl, 4 May 2024</p></li></ol>""",
    [("Rolf Egge", "2024-05-03", "A bridge would be cheaper."), ("Kim Dahl", "2024-05-04", "It would not.")],
)
NAMELESS = Shape(
    """<p><b>Comments (2)</b></p><hr><p>Edna Crow<br>3 May 2001</p><p>I shall miss the view from there.</p>
    <hr><p>W. Pike<br>4 May 2001</p><p>The view stays where it is.</p>""",
    [("Edna Crow", "2001-05-03", "I shall miss the view from there."), ("W. Pike", "2001-05-04", "The view stays where it is.")],
)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(WORDPRESS, id="wordpress"),
        pytest.param(NESTED, id="nested-replies"),
        pytest.param(DIVS, id="divs-and-relative-times"),
        pytest.param(THREAD, id="third-party-thread"),
        pytest.param(MICRODATA, id="microdata"),
        pytest.param(TABLE, id="table"),
        pytest.param(DEFINITIONS, id="definition-list"),
        pytest.param(GERMAN, id="german"),
        pytest.param(FRENCH, id="french"),
        pytest.param(PERSIAN, id="persian"),
        pytest.param(WRAPPED, id="list-with-an-item's-name"),
        pytest.param(BELOW, id="author-below"),
        pytest.param(NAMELESS, id="no-names-in-markup"),
    ],
)
def test_comments_are_items(shape: Shape) -> None:
    """Each shape gives its comments in order with author, time and words, each with its span, and claims no line of the article."""
    read = page(ARTICLE + shape.markup, lang=shape.lang)
    found = find_comments(read)
    assert told(found) == shape.expected
    for comment, evidence in zip(found.comments, found.evidence, strict=True):
        assert comment.span.of(read.text) == comment.text == evidence.raw
        assert evidence.field == "comments"
        assert evidence.chosen
    claimed = [read.text[read.blocks[i].start : read.blocks[i].end] for i in sorted(found.blocks)]
    assert not any("harbour council" in line for line in claimed)
    assert not {"Ferry pier to close for repairs"} & set(claimed)


@pytest.mark.parametrize(
    "shape", [pytest.param(WORDPRESS, id="wordpress"), pytest.param(GERMAN, id="german"), pytest.param(DIVS, id="divs")]
)
def test_section_is_claimed_whole(shape: Shape) -> None:
    """Every line of a comment section belongs to it: its heading, names, buttons and form too."""
    read = page(ARTICLE + shape.markup, lang=shape.lang)
    blocks = find_comments(read).blocks
    assert blocks == frozenset(i for i, b in enumerate(read.blocks) if b.start > read.text.index("Work begins"))


def test_form_alone_is_no_comment() -> None:
    """A form for comments is told as evidence that was not chosen, and its lines are claimed."""
    form = """<div id="respond" class="comment-respond"><h3>Leave a Comment</h3><form id="commentform"><p>Your email address will not be
    published.</p><label>Name</label><button>Post Comment</button></form></div>"""
    found = find_comments(read := page(ARTICLE + form))
    assert found.comments == ()
    assert [(e.method, e.chosen) for e in found.evidence] == [("comment form", False)]
    assert found.evidence[0].raw.startswith("Leave a Comment")
    assert len(found.blocks) == sum(b.start >= read.text.index("Leave a Comment") for b in read.blocks)


ESSAY = "".join(f"<p>{LONG} It was the {n}th such finding.</p>" for n in range(4, 10))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<div class="comments-open post single"><h1>Pier to close</h1>{ESSAY}</div>', id="state-on-wrapper"),
        pytest.param(
            f'<div class="no-comments has-comments hentry"><div class="text">{ESSAY}</div></div>', id="state-without-headline"
        ),
        pytest.param(
            f'<article class="comment"><h1>We need a bridge</h1><span class="author">Ines Maar</span>{ESSAY}</article>',
            id="section",
        ),
        pytest.param(
            f'<h1>We need a bridge</h1><div class="comment"><span class="author">Ines Maar</span><time datetime="2024-05-03">3 May</time>{ESSAY}</div>',
            id="section-below-headline",
        ),
        pytest.param(f'<h1>We need a bridge</h1><div id="comments-wrapper">{ESSAY}</div>', id="region-around-article"),
        pytest.param(f'<main class="comments"><h1>Pier</h1>{ESSAY}</main>', id="main"),
        pytest.param(f'<div class="tone-comment commentary opinion-comment"><div>{ESSAY}</div></div>', id="tone"),
        pytest.param(f'<h1>Pier</h1><div class="recommended documents">{ESSAY}</div>', id="words-within-words"),
        pytest.param(
            f'<h1>Pier</h1>{ESSAY}<ul class="recent-comments"><li class="comment">Ada on <a href="/a">Ferry timetable</a> 3 May 2024</li>'
            '<li class="comment">Ben on <a href="/b">Harbour fees</a> 2 May 2024</li></ul>',
            id="latest-comments-elsewhere",
        ),
        pytest.param(
            f'<h1>Pier</h1>{ESSAY}<section class="comment"><h2>Comment</h2>'
            + "".join(
                f'<div class="comment"><h3><a href="/{n}">The council must explain the ferry fares</a></h3><span class="author">A. Writer</span>'
                f"<time>{n} May 2024</time><p>A view on what the council owes its passengers.</p></div>"
                for n in (1, 2, 3)
            )
            + "</section>",
            id="teasers-of-a-section",
        ),
        pytest.param(
            "<h1>Prize for harbour photographs</h1>"
            + "".join(f'<img src="{n}.jpg"><div class="gallery-item__comments">{LONG}</div>' for n in range(4)),
            id="editor's-remarks",
        ),
        pytest.param(
            "<h1>Final</h1>"
            + "".join(
                f'<div class="live-match-comment"><b>{n}\'</b><p>A long ball finds nobody in the box.</p></div>' for n in range(5)
            ),
            id="commentary-on-a-match",
        ),
    ],
)
def test_article_is_left_alone(body: str) -> None:
    """A page whose markup has the word "comment" for other reasons has no comments, and nothing of its article is claimed."""
    found = find_comments(read := page(body))
    assert found.comments == ()
    assert not any(len(read.text[read.blocks[i].start : read.blocks[i].end]) > 60 for i in found.blocks)


def test_pingbacks_are_claimed_but_no_comments() -> None:
    """What other sites' software leaves among the comments is nobody's comment."""
    markup = """<ol class="commentlist"><li class="comment" id="comment-1"><b class="fn">Ada</b> <time datetime="2024-05-03">3 May</time>
    <p>Well said.</p></li><li class="pingback comment" id="comment-2"><p>Pingback: Notes from the quay</p></li></ol>"""
    read = page(ARTICLE + markup)
    found = find_comments(read)
    assert [c.text for c in found.comments] == ["Well said."]
    assert any("Pingback" in read.text[read.blocks[i].start : read.blocks[i].end] for i in found.blocks)


def test_declared_comments_confirm_printed_ones() -> None:
    """A comment that JSON-LD gives as well is the surer for it; one that is only declared is not taken."""
    head = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry pier to close for repairs","comment":
    [{"@type":"Comment","text":"Which bus replaces it?"},{"@type":"Comment","text":"Not on the page."}]}</script>"""
    found = find_comments(page(ARTICLE + WORDPRESS.markup, head=head))
    assert [e.confidence for e in found.evidence] == [0.97, 0.99]


@pytest.mark.parametrize(
    ("count", "notes"), [("27", ["the page declares 27 comments and holds 2"]), ("2", []), ('"many"', []), ("9" * 400, [])]
)
def test_comments_kept_elsewhere_are_noted(count: str, notes: list[str]) -> None:
    """Where JSON-LD counts more comments than the page holds, a note says so."""
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry pier","commentCount":{count}}}</script>'
    assert [note.detail for note in find_comments(page(ARTICLE + WORDPRESS.markup, head=head)).notes] == notes


def test_relative_time_needs_the_time_of_capture() -> None:
    """Without a time of capture, "2 hours ago" is no time."""
    capture = Capture(
        content=f"<html><body>{ARTICLE}{DIVS.markup}</body></html>".encode(), media_type="text/html", charset="utf-8"
    )
    found = find_comments(build_page(capture, limits=Limits()))
    assert [c.published for c in found.comments] == [None, None]
    assert [c.author for c in found.comments] == ["northwind", "Old Salt"]


def test_thread_of_a_forum_has_no_comments() -> None:
    """The posts of a thread are its content, even where its software calls them comments."""
    found = find_comments(page(ARTICLE + WORDPRESS.markup, url="https://forum.harbourpost.example/t/pier/81"))
    assert found == CommentsFound()


def test_names_that_only_machines_make_are_none() -> None:
    """Where the markup gives its elements names without a meaning, the lines tell what comments are, as where it gives none."""
    hashed = "".join(f'<div class="c{number:03}xq"></div>' for number in range(30))
    plain, named = (find_comments(page(ARTICLE + more + NAMELESS.markup)).comments for more in ("", hashed))
    assert [(c.author, c.text) for c in named] == [(c.author, c.text) for c in plain] != []


def test_an_article_in_a_section_called_forum_has_comments() -> None:
    """An address alone makes no thread of a page that declares a news article."""
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier to be rebuilt"}</script>'
    found = find_comments(page(declared + ARTICLE + WORDPRESS.markup, url="https://harbourpost.example/forum/pier-81"))
    assert len(found.comments) > 1


NAMES = st.sampled_from(["comment", "comments", "comment-1", "commentlist", "respond", "author", "date", "text", "x", "fn", ""])
TREES = st.recursive(
    st.sampled_from(["Reply", "3 May 2024", "Ada says:", "A word or two.", LONG, ""]),
    lambda inner: st.builds(
        lambda tag, name, children: f'<{tag} class="{name}">{"".join(children)}</{tag}>',
        st.sampled_from(["div", "li", "ol", "p", "dd", "dt", "span", "h1", "form"]),
        NAMES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(TREES)
def test_any_markup_gives_comments_that_stand_in_the_page(body: str) -> None:
    """Whatever the markup: comments are words of the page, none within another, each of its lines among the claimed blocks."""
    read = page(body)
    found = find_comments(read)
    ends = 0
    for comment in sorted(found.comments, key=lambda c: c.span):
        assert comment.text == comment.span.of(read.text) != ""
        assert comment.span.start >= ends
        ends = comment.span.end
        inside = {i for i, b in enumerate(read.blocks) if comment.span.start <= b.start < comment.span.end}
        assert inside <= found.blocks


def test_a_term_that_holds_a_comment_is_none() -> None:
    """A `<dt>` has the author and time of the `<dd>` below it, or a comment of its own: that is given once."""
    found = find_comments(
        page('<dt class="comment"><div class="comment-1">A word or two.</div><dd class="comment-1">Reply</dd></dt>')
    )
    assert [comment.text for comment in found.comments].count("A word or two.") == 1


def test_letters_in_the_place_of_a_picture_are_no_name() -> None:
    """The name is the next line that begins as they do, however many words it has."""
    people = (("NW", "north wind blows where it will"), ("M", "Magnus_15"), ("ZZ", "Ada"))
    items = "".join(
        f'<li class="comment"><div class="author-profile image">{letters}</div><div><div>{name}</div></div><button>Copy link</button>'
        f'<div>3 May 2024, 11:1{at}</div><div class="comment-text">The pier was fine last year, and the year before.</div></li>'
        for at, (letters, name) in enumerate(people)
    )
    found = find_comments(page(f'{ARTICLE}<ul class="comments">{items}</ul>'))
    assert [c.author for c in found.comments] == ["north wind blows where it will", "Magnus_15", "ZZ"]


def test_what_a_page_tells_of_a_comment_is_none() -> None:
    """A dialog that says why a comment was not saved is no comment."""
    dialog = '<div class="modal-content comment"><div class="modal-title">Error</div><p>Your comment was not saved, for it is too long.</p></div>'
    found = find_comments(page(ARTICLE + WORDPRESS.markup + dialog))
    assert [c.author for c in found.comments] == ["Ines Maar", "Tom Reeve"]
    assert find_comments(page(ARTICLE + dialog)).comments == ()


def test_who_edited_a_comment_did_not_write_it() -> None:
    """Nor was it written when it was edited."""
    items = "".join(
        f'<li class="comment"><div class="comment-text">The pier was fine last year, and the year before.</div>'
        f'<div class="user-info"><div>edited <span class="time">May 5, 2024 at 9:0{at}</span></div><div class="user-name">Ed Hand</div></div>'
        f'<div class="user-info"><div>asked <span class="time">May 3, 2024 at 9:0{at}</span></div><div class="user-name">{name}</div></div></li>'
        for at, name in enumerate(("Ada Orr", "Ben Lund"))
    )
    found = find_comments(page(f'{ARTICLE}<ul class="comments">{items}</ul>'))
    assert [(c.author, str(c.published)[:10]) for c in found.comments] == [("Ada Orr", "2024-05-03"), ("Ben Lund", "2024-05-03")]
