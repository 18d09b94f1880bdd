"""The work of every finder of metadata grows with the page and no faster, whatever the page repeats."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from dateline.article.body.mending import mended
from dateline.article.clues import Clues
from dateline.article.comments.find import find_comments
from dateline.article.credits.authors import find_credits
from dateline.article.dates.find import find_times
from dateline.article.language import find_language
from dateline.article.read import FINDERS
from dateline.article.titles.headline import find_headline

if TYPE_CHECKING:
    from types import FrameType

    from tests.article.conftest import CluesOf

Finder = Callable[[Clues], object]

FOUND: dict[str, Finder] = {
    "headline": lambda clues: find_headline(clues.page),
    "language": find_language,
    "times": find_times,
    "credits": find_credits,
    "comments": lambda clues: find_comments(clues.page),
    "mending": lambda clues: mended(clues.page, np.ones(len(clues.page.blocks), dtype=bool), clues.headline_span),
    **FINDERS,
}
# What a page repeats; `{0}` is the number of the repetition.
PIECES = {
    "dates": "<p>Published 3 May 2021, 10:15</p><p>Updated: 4.5.2021</p>",
    "marked dates": "<div class='date'><time class='updated' datetime='2021-05-{0}'>4 May 2021</time></div>",
    "years": "<p>2021 2021 1/1/21 1-1- 12:30 May</p>",
    "long lines": "<p>" + "This entry was posted on 3 May 2021 " * 20 + "</p>",
    "bylines": "<p class='byline'>By Jane Doyle and <a rel='author' href='/author/{0}'>Tom Ashby</a></p>",
    "names": "<p>Jane Doyle, Tom Ashby; Li Wei & Ana Gil | Editor</p>",
    "nested labels": "<div class='author'><span class='byline'>By</span> ",
    "credits": "<p>(Reporting by Jane Doyle; Editing by Tom Ashby)</p><p>Source: dpa</p>",
    "headings": "<h1>Floods recede {0}</h1><h2>Floods recede at last - {0} | Post</h2>",
    "bars": "<p>A | B | C - D : E » F ( [ {{ </p>",
    "labels": "<p>News ID: {0}</p><p>Author:</p><p>تاریخ انتشار:</p>",
    "pictures": "<figure><img src='/p/{0}.jpg' alt='x'><figcaption>Pier. Photo: dpa</figcaption></figure>",
    "comments": "<div class='comment' id='c{0}'><b>ana</b> <time>3 May 2021</time><p>Well said, and so it is.</p></div>",
    "links": "<a rel='tag' href='/tag/{0}'>harbour</a> <a href='/author/x{0}'>Jane Doyle</a>",
    "metas": "<meta name='article:published_time' content='2021-05-03T10:15:00Z'><meta name='author' content='Jane Doyle'>",
    "linked data": '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Floods","author":"Ana","datePublished":"2021-05-03"}}</script>',
    "biographies": "<p>Jane Doyle is a writer.</p><p>Tom Ashby {0} is the editor of the Post.</p>",
    "cards": "<article class='card'><h3><a href='/{0}'>Ferry fares to rise in spring</a></h3><p>The line says so.</p></article>",
    "lines of the house": "<p>Read more: Fares rise {0}</p><p>Photo: Jane Doyle</p><p>Sign up for our newsletter</p>",
    "quotations": "<p>The ferry sails through the winter {0}.</p><p>“The ferry sails through the winter”, the captain said on Monday, as he has said before.</p>",
    "letters": "<p>" + "b" * 300 + "</p>",
    "spaces": "<p>by " + " \u00a0" * 100 + "</p>",
}
FEW = 60
# Calls that do not depend on the page, and a time (seconds) below which a ratio of times means nothing.
_CONSTANT, _SHORT = 400, 0.05


def work(finder: Finder, clues: Clues) -> int:
    """The number of calls, of Python and of C, that a finder makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        finder(clues)
    finally:
        sys.setprofile(before)
    return calls


def spent(finder: Finder, clues: Clues) -> float:
    """Seconds of this process's time that a finder takes, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        finder(clues)
        times.append(time.process_time() - start)
    return min(times)


def page(piece: str, count: int) -> str:
    """A page with an article among so many repetitions of a piece."""
    repeated = "".join(piece.format(number) for number in range(count))
    text = "The harbour council voted on Monday to rebuild the northern pier, which a storm had broken in two last winter. " * 3
    return f"<html><body><h1>Floods recede</h1>{repeated}<article><p>{text}</p><p>{text}</p></article>{repeated}</body></html>"


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_work_of_finders_is_linear(clues_of: CluesOf, piece: str) -> None:
    """Twice the page takes about twice the calls, and no more than about twice the time, of any finder."""
    once, twice = (clues_of(page(piece, count), url="https://post.example/2021/05/floods") for count in (FEW, 2 * FEW))
    for field, finder in FOUND.items():
        finder(once)
        finder(twice)
        assert work(finder, twice) <= 2.3 * work(finder, once) + _CONSTANT, field
        if (long := spent(finder, twice)) > _SHORT:
            assert long <= 4 * spent(finder, once), field
