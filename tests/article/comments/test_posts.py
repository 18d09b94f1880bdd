"""Posts of forum threads, and of live blogs, as dated items."""

from __future__ import annotations

import pytest

from dateline.article.comments.live import find_updates
from dateline.article.comments.posts import find_posts, is_thread
from dateline.page import Limits, build_page
from dateline.records import Capture, Comment, Found, Page

FORUM = "https://forum.harbourpost.example/t/mooring/81"


def page(body: str, *, head: str = "", url: str | None = None) -> Page:
    html = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return build_page(Capture(content=html.encode(), media_type="text/html", charset="utf-8", url=url), limits=Limits())


def told(read: Page, found: Found[tuple[Comment, ...]]) -> list[tuple[str | None, str | None, str]]:
    assert all(c.span.of(read.text) == c.text for c in found.value)
    assert [e.span for e in found.evidence] == [c.span for c in found.value]
    return [(c.author, str(c.published) if c.published else None, c.text) for c in found.value]


TWO = [
    ("Ada", "2024-05-03", "How long may one moor at the east quay?"),
    ("ben_k", "2024-05-04", "Three days.\nAsk at the office."),
]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            """<div class="thread"><article class="message js-post" id="js-post-1"><div class="message-user"><h4 class="message-name">Ada</h4>
            <h5>Member</h5></div><div class="message-main"><header><time datetime="2024-05-03">Friday</time> <a>#1</a></header>
            <div class="message-body"><div class="bbWrapper">How long may one moor at the east quay?</div></div><footer>Like Quote</footer></div>
            </article><article class="message js-post" id="js-post-2"><div class="message-user"><h4 class="message-name">ben_k</h4></div>
            <div class="message-main"><header><time datetime="2024-05-04">Today</time> <a>#2</a></header><div class="message-body">
            <div class="bbWrapper">Three days.<br><br>Ask at the office.</div></div></div></article></div>""",
            id="articles",
        ),
        pytest.param(
            """<table id="posts"><tr><td><b class="username">Ada</b></td><td><div class="date">3 May 2024</div>
            <div class="post_text" id="post_message_71">How long may one moor at the east quay?</div></td></tr>
            <tr><td><b class="username">ben_k</b></td><td><div class="date">4 May 2024</div>
            <div class="post_text" id="post_message_72"><p>Three days.</p><p>Ask at the office.</p></div></td></tr></table>""",
            id="table",
        ),
        pytest.param(
            """<div id="question"><div class="author">Ada</div> <time datetime="2024-05-03">May 3</time>
            <div itemprop="text">How long may one moor at the east quay?</div></div><div id="answers"><h2>1 answer</h2>
            <div class="answer"><div class="vote">7</div><div itemprop="text"><p>Three days.</p><p>Ask at the office.</p></div>
            <div class="user-details">ben_k</div> <time datetime="2024-05-04">May 4</time></div></div>""",
            id="question-and-answer",
        ),
    ],
)
def test_posts_of_a_thread(body: str) -> None:
    """Each post has its author, time and words, however the software lays them out."""
    read = page(f"<h1>Mooring at the east quay</h1>{body}", url=FORUM)
    assert told(read, find_posts(read)) == TWO


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>One paragraph.</p><p>Another paragraph, which is longer.</p>", id="no-texts"),
        pytest.param(
            '<div class="text">Some words of a page.</div><div class="text">Some more words of it.</div>', id="nobody's-texts"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_page_without_posts(body: str) -> None:
    """Repeated texts without authors and times are no posts."""
    assert find_posts(page(body)).value == ()


@pytest.mark.parametrize(
    ("url", "head", "expected"),
    [
        (FORUM, "", True),
        ("https://harbourpost.example/viewtopic.php?t=9", "", True),
        (None, '<meta name="generator" content="Discourse 3.1">', True),
        (None, '<script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Mooring"}</script>', True),
        ("https://harbourpost.example/news/forum-on-fees-opens", "", False),
        (None, '<meta name="generator" content="WordPress 6.5">', False),
        (None, "", False),
    ],
)
def test_threads_say_so(url: str | None, head: str, expected: bool) -> None:
    """A thread is known by its address, its software or its linked data."""
    assert is_thread(page("<p>Words.</p>", url=url, head=head)) is expected


LIVE = """<div class="feed"><section><h3>Tug on its way</h3><p>The harbour tug has left the quay.</p><p>It will arrive at six.</p></section>
<section><h3>Ferry aground</h3><p>The ferry <b>Alma</b> has run aground off the pier.</p></section></div>"""
DECLARED = """<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry aground: live","liveBlogUpdate":[
{"@type":"BlogPosting","headline":"Ferry aground","articleBody":"<p>The ferry <b>Alma</b> has run aground off the pier.</p>",
 "datePublished":"2024-05-03T16:10:00+02:00","author":{"name":"Ines Maar"}},
{"@type":"BlogPosting","headline":"Tug on its way","articleBody":"The harbour tug has left the quay. It will arrive at six.",
 "datePublished":"2024-05-03T17:05:00+02:00"},
{"@type":"BlogPosting","headline":"Not shown","articleBody":"This one is on the next page."}]}</script>"""


def test_declared_updates_are_found_where_they_stand() -> None:
    """Posts that JSON-LD lists have its times and authors, the page's words and order; those not on the page are left out."""
    read = page(LIVE, head=DECLARED)
    assert told(read, find_updates(read)) == [
        (None, "2024-05-03T17:05:00+02:00", "Tug on its way\nThe harbour tug has left the quay.\nIt will arrive at six."),
        ("Ines Maar", "2024-05-03T16:10:00+02:00", "Ferry aground\nThe ferry Alma has run aground off the pier."),
    ]


def test_undeclared_updates_are_neighbours_with_times() -> None:
    """Without linked data, elements called as posts of live blogs are, each with a time, are the posts."""
    posts = "".join(
        f'<div class="live-blog-post" id="post-{n}"><time datetime="2024-05-03T1{n}:00">1{n}:00</time><h3>Hour {n} of the rescue</h3>'
        f"<p>The tug pulled for the {n}th time.</p></div>"
        for n in (7, 6, 5)
    )
    read = page(f"<h1>Ferry aground: live</h1>{posts}")
    assert told(read, find_updates(read)) == [
        (None, f"2024-05-03T1{n}:00", f"Hour {n} of the rescue\nThe tug pulled for the {n}th time.") for n in (7, 6, 5)
    ]


def test_page_that_is_not_live_has_no_updates() -> None:
    """Paragraphs are no posts."""
    assert (
        find_updates(page("<h1>Pier</h1><p class='entry'>One.</p><p class='entry'>Two.</p><p class='entry'>Three.</p>")).value
        == ()
    )
