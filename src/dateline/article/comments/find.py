"""Readers' comments: items of their own, with author, time and words, and the blocks of the page that belong to them.

Markup tells where they are by names ("commentlist", "comment-829", `itemprop=comment`), and structure proves it: an article
whose wrapper is called "comment", after its section or its state, holds the headline or most of the page's prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

import msgspec

from ...page.declared import words
from ...records import Comment, Evidence, Note, Page, Span
from ..clues import main_article
from ..outline import Outline, outermost, within
from .forest import Forest
from .hints import FORM, ITEM, REGION, STEMS, WIDGET, Said, said_of_comments
from .items import Item, Reader
from .lines import find_in_lines
from .posts import is_thread
from .repeated import repeated
from .words import is_form

# Proof that an element is a comment: the sum that it takes, and what each sign is worth.
_PROVEN = 2
_NUMBERED, _IN_REGION, _SIGNED, _DATED, _AMONG_OTHERS = 2, 1, 1, 1, 1
# Confidence of an item by its points of proof.
_CONFIDENCE = {2: 0.8, 3: 0.9, 4: 0.95}
_SUREST, _DECLARED = 0.97, 0.99
_FORM_CONFIDENCE = 0.9
# Code points of prose that a region may hold beside its items (rules of conduct, a note that comments are closed),
# or the share of the page's prose: a region that holds more is wrapped around an article.
_RULES, _RULES_SHARE = 1_200, 0.1
# Regions within regions that hold too much else; each look costs a pass over its blocks.
_MOST_INNER = 50
# How often what fails is taken off to see what it was wrapped around.
_ROUNDS = 3
# Code points of a linked heading that is an article's and not a commenter's name.
_TITLE = 30
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
# What other sites' software leaves among the comments.
_PINGBACK = re.compile(r"\W*(?:pingback|trackback)\b", re.IGNORECASE)
# Elements that hold a whole page, or a form's parts, and no comment.
_NO_CONTAINER = frozenset(("body", "html", "main"))
_NO_ITEM = frozenset(("fieldset", "form", "label", "button", "input", "textarea", "nav", "h1", "h2", "h3", "h4", "a", "dt"))
# Digits of a declared count that is no mistake, and one more.
_LONGEST_COUNT = 8
# So much of a declared comment is compared with a printed one.
_COMPARED = 40


class CommentsFound(msgspec.Struct, frozen=True):
    """Comments, and the indexes in `Page.blocks` of all that belongs to them: items, their authors, times and buttons, forms."""

    comments: tuple[Comment, ...] = ()
    blocks: frozenset[int] = frozenset()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()


def find_comments(page: Page) -> CommentsFound:
    """The readers' comments of a page. Runs before the body is sought: what it claims is not the article's.

    The posts of a forum thread are its main content and no comments on it: see `find_posts`.
    """
    if page.form == "text":
        return _in_lines(page)
    labels = [element.label for element in page.elements]
    different = set(labels)
    marked = {
        index: said
        for index in _speaking(labels, different)
        if (said := said_of_comments(labels[index])).mask
        and page.elements[index].tag not in _NO_CONTAINER
        and page.elements[index].start < page.elements[index].end
    }
    if is_thread(page):
        return CommentsFound()
    found = _Markup(page, marked).found() if marked else CommentsFound()
    # Old pages name nothing in their markup, and new ones give it names that only machines make: then the lines tell.
    return found if found.evidence else _in_lines(page)


def _in_lines(page: Page) -> CommentsFound:
    lines = find_in_lines(page)
    return _told(page, [(item, lines.confidence) for item in lines.items], lines.form, lines.blocks, "comment lines")


def _speaking(labels: list[str], different: set[str]) -> list[int]:
    """The elements whose labels have one of the stems: all labels are searched as one text, which is quick where none has."""
    joined = "\n".join(different)
    present = [stem for stem in STEMS if stem in joined]
    if not present:
        return []
    speaking = {label for label in different if any(stem in label for stem in present)}
    return [index for index, label in enumerate(labels) if label in speaking]


class _Markup:
    """A page on which some names speak of comments."""

    def __init__(self, page: Page, marked: dict[int, Said]) -> None:
        self.page = page
        self.outline = outline = Outline(page)
        self.reader = Reader(page, outline)
        headline = next((i for i, e in enumerate(page.elements) if e.tag == "h1" and e.end > e.start), -1)
        widgets = outermost(outline, (i for i, said in marked.items() if said.mask & WIDGET))
        self.marked = {
            index: said
            for index, said in marked.items()
            if not outline.holds(index, headline)
            and "articlebody" not in page.elements[index].label
            and within(outline, widgets, index) < 0
        }

    @cached_property
    def total(self) -> int:
        """The code points of the page's prose."""
        return self.outline.prose(range(len(self.page.blocks)))

    def found(self) -> CommentsFound:
        """Items that names tell, in regions without such those that repetition tells, and the rest of regions and forms."""
        areas = [i for i, said in self.marked.items() if said.mask & REGION]
        regions = outermost(self.outline, areas)
        proven = dict(self._named(regions))
        used = {within(self.outline, regions, index) for index in proven}
        for region in regions:
            if region not in used:
                proven.update(self._repeated(region))
        blocks = {block for item, _ in proven.values() for block in item.blocks}
        forms = [i for i, said in self.marked.items() if said.mask & FORM]
        held = {within(self.outline, regions, index) for index in proven}
        looks = Counter(self.page.elements[i].label for i in regions)
        # Several alike without any items are an editor's remarks.
        remarks = [i for i in regions if i not in held and looks[self.page.elements[i].label] > 1]
        areas = [i for i in areas if within(self.outline, remarks, i) < 0]
        pure = [i for i in outermost(self.outline, sorted((*areas, *forms))) if self._is_pure(i, blocks)]
        inner = (i for i in (*areas, *forms) if within(self.outline, pure, i) < 0)
        pure += [i for i in islice(inner, _MOST_INNER) if self._is_pure(i, blocks)]
        for index in pure:
            blocks.update(self.outline.blocks(index))
        empty = (self.outline.blocks(i) for i in (*forms, *pure))
        form = next((each for each in empty if each and blocks.issuperset(each)), None)
        items = [proven[index] for index in sorted(proven) if not _PINGBACK.match(proven[index][0].comment.text)]
        return _told(self.page, items, form, frozenset(blocks), "comment markup")

    def _named(self, regions: list[int]) -> Iterator[tuple[int, tuple[Item, float]]]:
        """The items that names tell, proven. What fails the proof may be wrapped around what does not."""
        left = {i: said for i, said in self.marked.items() if said.mask & ITEM and self.page.elements[i].tag not in _NO_ITEM}
        for _ in range(_ROUNDS):
            forest = Forest(self.outline, left)
            done: list[int] = []
            failed: list[int] = []
            for index, nested in forest.items():
                item = self.reader.item(index, nested)
                points = 0 if item is None else self._points(index, item, regions, family=forest.has_family(index))
                if item is not None and points >= _PROVEN:
                    yield index, (item, _CONFIDENCE.get(points, _SUREST))
                    done.append(index)
                else:
                    failed.append(index)
            done, around = outermost(self.outline, done), outermost(self.outline, failed)
            gone = {*failed, *(i for i in left if within(self.outline, done, i) >= 0 or within(self.outline, around, i) < 0)}
            left = {i: said for i, said in left.items() if i not in gone}
            if not left:
                break

    def _points(self, index: int, item: Item, regions: list[int], *, family: bool) -> int:
        """What proves an item: its number, or its author or time with the company that it keeps."""
        inside = within(self.outline, regions, index) >= 0
        numbered = self.marked[index].numbered
        signs = self._signs(item)
        if self._is_teaser(item) or is_form(item.comment.text.partition("\n")[0]):
            return 0
        if not (numbered or (signs and self._is_lesser(item)) or (inside and (signs or self.outline.prose(item.blocks)))):
            return 0
        return signs + _IN_REGION * inside + _NUMBERED * numbered + _AMONG_OTHERS * family

    def _repeated(self, region: int) -> Iterator[tuple[int, tuple[Item, float]]]:
        """The items of a region in which no name tells them: the elements alike that most of its words stand in."""
        found = []
        for index in repeated(self.outline, region):
            item = self.reader.item(index)
            if item is not None and not self._is_teaser(item):
                found.append((index, item))
        # One without others is told from a form by both author and time.
        asked = 2 if len(found) == 1 else 1
        if 2 * sum(self._signs(item) >= asked for _, item in found) > len(found):
            for index, item in found:
                yield index, (item, _CONFIDENCE[_PROVEN])

    @staticmethod
    def _signs(item: Item) -> int:
        return _SIGNED * (item.comment.author is not None) + _DATED * (item.comment.published is not None)

    def _is_lesser(self, item: Item) -> bool:
        """Whether more of the page's prose stands outside an item than in it."""
        return 2 * self.outline.prose(item.blocks) < self.total

    def _is_teaser(self, item: Item) -> bool:
        """Whether an item is a link to an article: "Comment" is the name of a section."""
        blocks = [self.page.blocks[b] for b in item.blocks]
        return any(b.tag in _HEADINGS and _TITLE < b.end - b.start < 2 * b.link for b in blocks)

    def _is_pure(self, index: int, taken: set[int]) -> bool:
        """Whether a region has little prose beside its items."""
        rest = self.outline.prose(b for b in self.outline.blocks(index) if b not in taken)
        return rest <= max(_RULES, _RULES_SHARE * self.total) and 2 * rest <= max(self.total, 1)


def _told(page: Page, items: list[tuple[Item, float]], form: range | None, blocks: frozenset[int], method: str) -> CommentsFound:
    """The result with its evidence: each comment's words, or the form that stands without any."""
    data = main_article(page)
    claims = data.data if data is not None else {}
    declared = _beginnings(claims.get("comment"))
    evidence = []
    for item, confidence in items:
        comment = item.comment
        sure = " ".join(comment.text.split())[:_COMPARED] in declared
        evidence.append(_evidence(page, comment.span, method, _DECLARED if sure else confidence, chosen=True))
    if not items and form:
        span = Span(page.blocks[form.start].start, page.blocks[form.stop - 1].end)
        evidence.append(_evidence(page, span, "comment form", _FORM_CONFIDENCE, chosen=False))
    count = str(claims.get("commentCount", ""))
    notes: tuple[Note, ...] = ()
    if count.isdecimal() and len(count) < _LONGEST_COUNT and int(count) > len(items):
        notes = (Note("comments.elsewhere", f"the page declares {int(count):,} comments and holds {len(items):,}"),)
    return CommentsFound(tuple(item.comment for item, _ in items), blocks, tuple(evidence), notes)


def _evidence(page: Page, span: Span, method: str, confidence: float, *, chosen: bool) -> Evidence:
    raw = span.of(page.text)
    return Evidence(field="comments", method=method, raw=raw, value=raw, confidence=confidence, chosen=chosen, span=span)


def _beginnings(given: Any) -> frozenset[str]:
    """How the comments that the page's JSON-LD gives begin."""
    listed = given if isinstance(given, list) else [given]
    texts = (words(each.get("text")) for each in listed if isinstance(each, dict))
    return frozenset(text[:_COMPARED] for text in texts if text)
