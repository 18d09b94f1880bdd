"""Posts of a live blog as dated items: those that its JSON-LD lists, where they stand in the page, else neighbours with times."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from ...moments import parse_machine
from ...page.declared import words
from ...records import Comment, Evidence, Found, Page, Span
from ..outline import Outline, outermost
from .items import Reader
from .repeated import looks

# What posts of live blogs are called in classes and ids.
_NAMES = re.compile(r"live|update|ticker|timeline|block|post|entry|moment|event")
# So many code points of a declared post's beginning are looked for in the page.
_PROBE = 40
# Declared posts that are looked for; the longest blog of the development pages lists 428 and shows 31.
_MOST_POSTS = 1_000
# Posts that a blog without declared ones has at least, and the share of them that bears a time.
_MIN_POSTS, _DATED = 3, 0.8
_ALIGNED, _REPEATED = 0.95, 0.8
_TAGS = re.compile(r"<[^<>]{1,400}>")


def find_updates(page: Page) -> Found[tuple[Comment, ...]]:
    """The posts of a live blog, in the page's order; empty where there are none. For pages of genre live."""
    declared = _declared(page)
    posts = _aligned(page, declared) if declared else []
    method, confidence = "liveBlogUpdate", _ALIGNED
    if not posts and page.form == "html":
        posts, method, confidence = _repeated(page), "live post", _REPEATED
    return Found(
        tuple(posts),
        tuple(
            Evidence(field="posts", method=method, raw=p.text, value=p.text, confidence=confidence, chosen=True, span=p.span)
            for p in posts
        ),
    )


def _declared(page: Page) -> list[dict[str, Any]]:
    """The posts that JSON-LD lists."""
    for node in page.declared.linked_data:
        listed = node.data.get("liveBlogUpdate")
        if isinstance(listed, list | dict):
            return [post for post in (listed if isinstance(listed, list) else [listed]) if isinstance(post, dict)][:_MOST_POSTS]
    return []


def _aligned(page: Page, declared: list[dict[str, Any]]) -> list[Comment]:
    """The declared posts that stand in the page: each from its headline or first words to the last line that it declares."""
    starts = [block.start for block in page.blocks]
    found: dict[int, Comment] = {}
    for post in declared:
        title, body = words(post.get("headline")), _plain(post.get("articleBody"))
        first = _place(page, starts, title, body)
        if first is None or first in found:
            continue
        last = first
        while last + 1 < len(starts) and _is_of(page, last + 1, body):
            last += 1
        span = Span(page.blocks[first].start, page.blocks[last].end)
        time = words(post.get("datePublished")) or words(post.get("dateModified"))
        found[first] = Comment(
            text=span.of(page.text),
            span=span,
            author=words(post.get("author")),
            published=parse_machine(time) if time else None,
        )
    return [found[first] for first in sorted(found)]


def _plain(value: Any) -> str:
    """A declared body as words; some carry markup."""
    return " ".join(_TAGS.sub(" ", words(value) or "").split())


def _place(page: Page, starts: list[int], title: str | None, body: str) -> int | None:
    """The block where a post begins: that of its first words, or its headline's where that stands right above."""
    at = page.text.find(body[:_PROBE]) if body else -1
    if at < 0:
        at = page.text.find(title) if title else -1
        return bisect_right(starts, at) - 1 if at >= 0 else None
    first = bisect_right(starts, at) - 1
    for above in range(first - 1, max(first - 3, -1), -1):
        block = page.blocks[above]
        if title and page.text[block.start : block.end] == title:
            return above
    return first


def _is_of(page: Page, index: int, body: str) -> bool:
    """Whether a block's words begin as something that the declared body says."""
    block = page.blocks[index]
    return page.text[block.start : min(block.end, block.start + _PROBE)] in body


def _repeated(page: Page) -> list[Comment]:
    """The elements alike, called as posts of live blogs are, that hold most of the words and each a time."""
    outline = Outline(page)
    reader = Reader(page, outline)
    groups: dict[tuple[str, str], list[int]] = {}
    for index, element in enumerate(page.elements):
        if element.start < element.end and element.label and _NAMES.search(element.label):
            groups.setdefault(looks(outline, index), []).append(index)
    sized = [
        (sum(page.elements[i].end - page.elements[i].start for i in outer), outer)
        for members in groups.values()
        if len(outer := outermost(outline, members)) >= _MIN_POSTS
    ]
    for _, outer in sorted(sized, reverse=True)[:_MIN_POSTS]:
        posts = [item.comment for index in outer if (item := reader.item(index)) is not None]
        if len(posts) >= _MIN_POSTS and sum(p.published is not None for p in posts) >= _DATED * len(posts):
            return posts
    return []
