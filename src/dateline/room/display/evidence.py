"""The evidence beside an article: field by field what was chosen, where it stands, how sure that is, and what lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dateline.room.display.marks import Mark
from dateline.room.display.told import sure, told

if TYPE_CHECKING:
    from dateline import Article, Evidence

# In the order in which a reader asks. What is always told is told even when the page does not say.
LABELS = {
    "outlet": "Outlet",
    "news_id": "Item number",
    "headline": "Headline",
    "subheadline": "Subheadline",
    "byline": "Byline",
    "authors": "Authors",
    "source": "Credited source",
    "dateline": "Dateline",
    "published": "Published",
    "modified": "Modified",
    "section": "Section",
    "keywords": "Keywords",
    "language": "Language",
    "genre": "Genre",
    "access": "Access",
    "kind": "Kind of page",
    "body": "Body",
    "comments": "Readers’ comments",
    "posts": "Posts",
    "images": "Images",
    "corrections": "Corrections",
    "canonical_url": "Canonical address",
    "uri": "Name of the record",
}
ABSENT = {
    "outlet": "not known",
    "news_id": "none on the page",
    "headline": "no headline on the page",
    "byline": "no byline on the page",
    "published": "not stated",
}

# A body or a thread has a piece of evidence a block; the page as captured shows those better than a list does.
_SHOWN = 8
_VALUE = 300  # characters of a value in the list


class Clue(NamedTuple):
    """A piece of evidence. `number` is its place in `Article.evidence`, by which marks on the page are linked to it."""

    number: int
    value: str
    method: str
    place: str
    percent: int
    sure: str
    on_page: bool


class FieldView(NamedTuple):
    """A field of the record: its value in words (None: absent, as `absent` says), what speaks for it, and what lost."""

    name: str
    label: str
    value: str | None
    absent: str
    chosen: tuple[Clue, ...]
    lost: tuple[Clue, ...]
    more: int

    @property
    def best(self) -> Clue | None:
        """What speaks most for the value."""
        return self.chosen[0] if self.chosen else None


def field_views(article: Article, lines: LineNumbers) -> list[FieldView]:
    """Every field that has a value or evidence, or that a reader expects."""
    numbered = sorted(enumerate(article.evidence), key=lambda pair: pair[1].field)
    groups = {field: list(group) for field, group in groupby(numbered, key=lambda pair: pair[1].field)}
    views = [_view(article, name, groups.get(name, []), lines) for name in LABELS]
    return [view for view in views if view.value or view.chosen or view.lost or view.name in ABSENT]


def _view(article: Article, name: str, found: list[tuple[int, Evidence]], lines: LineNumbers) -> FieldView:
    ranked = sorted(found, key=lambda pair: (not pair[1].chosen, -pair[1].confidence, pair[0]))
    if name == "body":
        ranked.sort(key=lambda pair: (not pair[1].chosen, pair[0]))
    chosen = [_clue(number, each, lines) for number, each in ranked if each.chosen]
    lost = [_clue(number, each, lines) for number, each in ranked if not each.chosen]
    kept = (tuple(chosen[:_SHOWN]), tuple(lost[:_SHOWN]))
    more = len(chosen) + len(lost) - len(kept[0]) - len(kept[1])
    return FieldView(name, LABELS[name], value_words(article, name), ABSENT.get(name, "none"), *kept, more)


def _clue(number: int, evidence: Evidence, lines: LineNumbers) -> Clue:
    place = f"line {lines.number(evidence.span.start):,}" if evidence.span else evidence.path or "not on the page"
    value = _cut(evidence.value)
    percent = min(99, round(evidence.confidence * 100)) if evidence.confidence < 1 else 100
    return Clue(number, value, evidence.method, place, percent, sure(evidence.confidence), evidence.span is not None)


def value_words(article: Article, name: str) -> str | None:
    """A field's value as people read it; None for no value."""
    value = getattr(article, name)
    if value is None or value == ():
        return None
    if name in ("published", "modified"):
        return str(told(value))
    if name == "authors":
        return ", ".join(author.name if author.kind == "person" else f"{author.name} ({author.kind})" for author in value)
    if name == "keywords":
        return ", ".join(value)
    if isinstance(value, tuple):
        return f"{len(value):,}"
    return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _VALUE else text[: _VALUE - 1] + "…"


class LineNumbers:
    """Line numbers of a page's text, from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def number(self, position: int) -> int:
        """The number of the line that holds the code point at `position`."""
        return bisect_right(self.starts, position)


def evidence_marks(article: Article) -> list[Mark]:
    """The evidence that stands on the page as marks, sorted."""
    marks = [
        Mark("evidence", str(number), each.span.start, each.span.end)
        for number, each in enumerate(article.evidence)
        if each.span is not None and each.field in LABELS
    ]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))
