"""Posts of a forum thread as dated items: neighbours that look alike, each with an author, a time and a text."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...records import Comment, Evidence, Found, Page
from ..outline import Outline, outermost
from .hints import MAYBE_TEXT, TEXT, said_of_parts
from .items import Item, Reader
from .repeated import looks

_ARTICLES = frozenset(("NewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting"))
_THREADS = frozenset(("DiscussionForumPosting", "QAPage"))
# What forum software calls itself, and the addresses that it gives to threads.
_SOFTWARE = re.compile(
    r"discourse|phpbb|vbulletin|xenforo|invision|flarum|nodebb|mybb|simple machines|vanilla|fluxbb|punbb|woltlab|bbpress", re.I
)
_ADDRESS = re.compile(
    r"viewtopic|showthread|showtopic|//(?:[\w-]+\.)*(?:forums?|bbs|community|communities|discuss|discussions?|boards?)\.|/forums?/"
    r"|/threads?/|/topics?/\d|/t/[^/?#]+/\d|/questions/\d|/boards/\d|/r/\w+/comments/",
    re.I,
)
# A group of texts with less than this share of the words of the largest is a quotation's, a signature's or a sidebar's.
_SHARE = 0.5
_MIN_TEXT = 12
_CONFIDENCE, _SIGNED = 0.75, 0.9


def is_thread(page: Page) -> bool:
    """Whether a page says that it is a thread of posts: in its linked data, its generator's name or its address."""
    if page.url and _ADDRESS.search(page.url) and not _says_article(page):
        return True
    if any(not _THREADS.isdisjoint(node.types) for node in page.declared.linked_data):
        return True
    return _SOFTWARE.search(page.declared.get("generator") or "") is not None


def _says_article(page: Page) -> bool:
    """Whether a page declares an article: outlets have sections called forum and community, too."""
    if page.declared.get("og:type") == "article" and page.declared.get("article:published_time"):
        return True
    return any(not _ARTICLES.isdisjoint(node.types) for node in page.declared.linked_data)


def find_posts(page: Page) -> Found[tuple[Comment, ...]]:
    """The posts of a thread, in the page's order; empty where no texts repeat with authors or times. For pages of kind forum."""
    outline = Outline(page)
    texts = _texts(outline)
    reader = Reader(page, outline)
    containers = _containers(outline, texts)
    items = [
        item for box, text in zip(containers, texts, strict=True) if (item := reader.item(box, text_element=text)) is not None
    ]
    if 2 * sum(_is_signed(item) for item in items) < len(items):
        return Found(())
    return Found(tuple(item.comment for item in items), tuple(_evidence(item) for item in items))


def _texts(outline: Outline) -> list[int]:
    """The elements that hold the posts' words: of those called so, the group alike that holds most."""
    elements = outline.page.elements
    groups: dict[tuple[str, str], list[int]] = {}
    for index, element in enumerate(elements):
        if element.end - element.start >= _MIN_TEXT and said_of_parts(element.tag, element.label) & (TEXT | MAYBE_TEXT):
            groups.setdefault(looks(outline, index), []).append(index)
    sized = []
    for members in groups.values():
        outer = outermost(outline, members)
        if len(outer) > 1:
            named = said_of_parts(elements[outer[0]].tag, elements[outer[0]].label) & TEXT != 0
            sized.append((sum(elements[i].end - elements[i].start for i in outer), named, outer))
    if not sized:
        return []
    floor = _SHARE * max(size for size, _, _ in sized)
    return max((each for each in sized if each[0] >= floor), key=lambda each: (each[1], each[0]))[2]


def _containers(outline: Outline, texts: list[int]) -> list[int]:
    """For each text the largest element around it that holds no other of them: the post."""
    found = []
    for text in texts:
        box = text
        while (around := outline.parents[box]) >= 0 and outline.page.elements[around].tag != "body":
            inside = outline.descendants(around)
            if bisect_left(texts, inside.stop) - bisect_left(texts, inside.start) > 1:
                break
            box = around
        found.append(box)
    return found


def _is_signed(item: Item) -> bool:
    return item.comment.author is not None or item.comment.published is not None


def _evidence(item: Item) -> Evidence:
    comment = item.comment
    sure = _SIGNED if comment.author is not None and comment.published is not None else _CONFIDENCE
    return Evidence(
        field="posts",
        method="forum post",
        raw=comment.text,
        value=comment.text,
        confidence=sure,
        chosen=True,
        span=comment.span,
    )
