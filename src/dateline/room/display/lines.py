"""The page as captured, line by line: what became of each line, and which words a value rests on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dateline import Span
from dateline.room.display.marks import Mark, Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline import Article, Line

# A screenful is some 60 lines; nobody reads on past a few thousand in one go, and a browser lays out no more at once with grace.
LINES = 1_500
CHARACTERS = 200_000

ROLES = {"body": "body", "caption": "caption", "comment": "comment", "dropped": "dropped"}


class LineView(NamedTuple):
    """A line of the page. `percent` is the reader's score that it is main content, where it is known."""

    number: int
    role: str
    percent: int | None
    pieces: list[Piece]


class Part(NamedTuple):
    """A stretch of something long: what to show, from which item on, and where the next and the previous stretch begin."""

    first: int
    end: int
    total: int
    next: int | None
    previous: int | None


class Captured(NamedTuple):
    """The page as captured: a part of its lines, and how many there are of each role."""

    lines: list[LineView]
    part: Part
    counts: dict[str, int]


def part_of(sizes: Sequence[int], first: int, *, items: int, characters: int) -> Part:
    """The items from `first` on that fit: at least one, at most `items`, of at most `characters` if there is more than one."""
    total = len(sizes)
    first = min(max(first, 0), max(total - 1, 0))
    end, room = first, characters
    while end < total and end - first < items and (end == first or sizes[end] <= room):
        room -= sizes[end]
        end += 1
    return Part(first, end, total, end if end < total else None, max(0, first - items) if first else None)


def captured(article: Article, marks: Sequence[Mark], *, lines: Sequence[Line] | None = None, first: int = 0) -> Captured:
    """The lines of the page from number `first` (from 0) on, with their roles.

    With a reading's own `lines` every line has its score; a record alone has scores of what it kept.
    """
    roles = _Roles(article, lines)
    spans = _lines(article.text)
    part = part_of([span.end - span.start for _, span in spans], first, items=LINES, characters=CHARACTERS)
    views = [_view(article.text, number, span, roles, marks) for number, span in spans[part.first : part.end]]
    counts = dict.fromkeys(ROLES, 0)
    for _, span in spans:
        counts[roles.at(span)[0]] += 1
    return Captured(views, part, counts)


def _lines(text: str) -> list[tuple[int, Span]]:
    """The lines that are not blank, with their numbers from 1."""
    out, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            out.append((number, Span(at, at + len(line))))
        at += len(line) + 1
    return out


def _view(text: str, number: int, span: Span, roles: _Roles, marks: Sequence[Mark]) -> LineView:
    role, score = roles.at(span)
    cut = Span(span.start, min(span.end, span.start + CHARACTERS))
    return LineView(number, role, None if score is None else round(score * 100), pieces(text, cut, marks))


class _Roles:
    """Which role the words at a place have."""

    def __init__(self, article: Article, lines: Sequence[Line] | None) -> None:
        self._stretches: list[tuple[int, int, str, float | None]]
        if lines is not None:
            self._stretches = [(line.span.start, line.span.end, line.role, line.score) for line in lines]
        else:
            kept = [(each.span.start, each.span.end, "body", each.confidence) for each in article.body]
            captions = [image.caption_span for image in article.images if image.caption_span]
            comments = [comment.span for comment in article.comments]
            comments += [each.span for each in article.evidence if each.field == "comments" and each.span]
            self._stretches = [
                *kept,
                *((span.start, span.end, "caption", None) for span in captions),
                *((span.start, span.end, "comment", None) for span in comments),
            ]
        self._stretches.sort(key=lambda stretch: stretch[0])
        self._starts = [stretch[0] for stretch in self._stretches]

    def at(self, span: Span) -> tuple[str, float | None]:
        """The role of a line, and its score: of the last stretch that begins in it or before it, if it reaches into it."""
        last = bisect_right(self._starts, max(span.end - 1, span.start)) - 1
        for start, end, role, score in reversed(self._stretches[max(0, last - 3) : last + 1]):
            if start < span.end and end > span.start:
                return role, score
        return "dropped", None
