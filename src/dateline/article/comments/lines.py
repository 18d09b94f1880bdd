"""Comments in text without markup: below a line that is their label, short lines of names and dates alternate with words."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

import msgspec

from ...moments import Mention, find_dates, find_relative
from ...records import Comment, Moment, Page, Span
from ..labels import labelled
from ..outline import LONG
from .items import Item
from .words import STEMS, clean_name, is_buttons, is_form, is_label, is_name, is_titled_label, says_name

# Code points of long lines that stand above a comment section: a label above the article is a link to it.
_ARTICLE = 300
# Sections that are looked into. A page has one or two; each look costs a pass over the lines below.
_MOST_SECTIONS = 10
# Code points of a line with a name and a date, and of what stands before and behind the date.
_LONGEST_DATED, _BEFORE_DATE, _BEHIND_DATE = 120, 80, 40
# Lines of controls between the label and the first comment, and lines of one comment.
_CONTROLS, _MOST_LINES = 8, 80
# A lone comment is shorter than this and than half of what stands above it; else it may be an article with its byline.
_LONGEST_LONE = 1_500
# A line this short without a stop, below the last comment's first, is furniture that follows.
_FURNITURE = 40
# How sentences end, and smileys.
_STOPS = frozenset(".!?…。！？؟۔।\"”“»’')😀😉🙂😂😊👍❤")
_SEVERAL, _LONE = 0.85, 0.7


class Lines(msgspec.Struct, frozen=True):
    """Items found, how sure they are, the blocks of their section, and those of a form where there are no items."""

    items: tuple[Item, ...] = ()
    confidence: float = 0.0
    blocks: frozenset[int] = frozenset()
    form: range | None = None


class _Header(msgspec.Struct, frozen=True):
    """Where a comment's author and date stand: the lines `[start, end)`."""

    start: int
    end: int
    author: str
    published: Moment | None


def find_in_lines(page: Page) -> Lines:
    """The comments below the first line that is their label and has any, else the form below the last."""
    # The one letter whose lower case is longer would shift all that follows.
    lowered = page.text.replace("İ", "I").lower()
    places: list[int] = []
    for stem in STEMS:
        at = lowered.find(stem)
        while at >= 0:
            places.append(at)
            at = lowered.find(stem, at + len(stem))
    if not places:
        return Lines()
    starts = [block.start for block in page.blocks]
    speaking = sorted({bisect_right(starts, place) - 1 for place in places})
    return _Section(page).found([index for index in speaking if index >= 0])


class _Section:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.language = page.declared.language
        self.lines = [page.text[b.start : b.end] for b in page.blocks]
        self._dates: dict[int, Mention | None] = {}

    def found(self, speaking: list[int]) -> Lines:
        """What the lines that speak of comments open."""
        above, at, form = 0, 0, None
        for index in islice((i for i in speaking if is_label(self.lines[i])), _MOST_SECTIONS):
            above += sum(len(line) for line in self.lines[at:index] if len(line) >= LONG)
            at = index
            if above < _ARTICLE and not is_titled_label(self.lines[index]):
                continue
            items, end = self._items(index + 1)
            if items and self._are_comments(items, above):
                sure = _SEVERAL if len(items) > 1 else _LONE
                return Lines(tuple(items), sure, frozenset(range(index, self._behind_form(end))))
            if form is None or index >= self._behind_form(form + 1):
                form = index  # not one of the labels of the form above
        if form is None:
            return Lines()
        end = self._behind_form(form + 1)
        if end == form + 1 and any(len(line) >= LONG for line in self.lines[end:]):
            return Lines()  # a link to comments elsewhere
        return Lines(blocks=frozenset(range(form, end)), form=range(form, end))

    def _are_comments(self, items: list[Item], above: int) -> bool:
        """Whether items are comments and no teasers (titles with dates), nor the article below a link to its comments."""
        texts = [item.comment.text for item in items]
        if len(items) == 1:
            said = says_name(self.lines[items[0].blocks[0]]) is not None
            return len(texts[0]) <= min(_LONGEST_LONE, above // 2) and (said or texts[0][-1] in _STOPS)
        several = len({item.comment.author for item in items}) > 1
        return several and 2 * sum(text[-1] in _STOPS or len(text) >= 2 * LONG for text in texts) > len(texts)

    def _behind_form(self, index: int) -> int:
        """The line behind the form's lines that begin at `index`."""
        while index < len(self.lines) and is_form(self.lines[index]):
            index += 1
        return index

    def _items(self, index: int) -> tuple[list[Item], int]:
        """The comments from `index` on, and the line behind them."""
        nearest = (self._header(i) for i in range(index, min(len(self.lines), index + _CONTROLS)))
        header = next((found for found in nearest if found is not None), None)
        if header is None or labelled(self.lines[header.start]) is not None:
            return [], index
        items: list[Item] = []
        while header is not None:
            following, at = None, header.end
            while at < len(self.lines) and at - header.end < _MOST_LINES and (following := self._header(at)) is None:
                at += 1
            stop = following.start if following else self._end_of_last(header.end, at)
            if (item := self._item(header, stop)) is None:
                break
            items.append(item)
            index, header = stop, following
        return items, index

    def _item(self, header: _Header, stop: int) -> Item | None:
        kept = [i for i in range(header.end, stop) if not is_buttons(self.lines[i])]
        if not kept:
            return None
        span = Span(self.page.blocks[kept[0]].start, self.page.blocks[kept[-1]].end)
        comment = Comment(text=span.of(self.page.text), span=span, author=header.author, published=header.published)
        return Item(comment, tuple(range(header.start, stop)))

    def _end_of_last(self, start: int, stop: int) -> int:
        """Where the last comment ends: before the first line that is a label, a form's or furniture."""
        for index in range(start, stop):
            line = self.lines[index]
            bare = len(line) < _FURNITURE and line[-1].isalnum() and not is_buttons(line)
            if is_label(line) or is_form(line) or (bare and index > start):
                return index
        return stop

    def _header(self, index: int) -> _Header | None:
        """The author and date that begin at a line: "Name says:", "Name, date", or a name above a date."""
        line = self.lines[index]
        if len(line) > _LONGEST_DATED:
            return None
        date = self._date(index)
        said = says_name(line)
        author = said or clean_name(line[: date.start] if date else line)
        if author is None or not is_name(author):
            return None
        if date is not None:
            return _Header(index, index + 1, author, date.moment)
        below = self._date(index + 1) if index + 1 < len(self.lines) else None
        if below is not None and (said or not self.lines[index + 1][: below.start].strip(" |·•,-–—")):
            return _Header(index, index + 2, author, below.moment)
        return _Header(index, index + 1, author, None) if said else None

    def _date(self, index: int) -> Mention | None:
        """The date that a short line is, with a name or a few words beside it; each line is read once."""
        if index not in self._dates:
            self._dates[index] = self._read_date(self.lines[index])
        return self._dates[index]

    def _read_date(self, line: str) -> Mention | None:
        if len(line) > _LONGEST_DATED or not any(c.isdigit() for c in line):
            return None
        found = find_dates(line, language=self.language, limit=1)
        if not found and self.page.captured_at is not None:
            found = find_relative(line, now=self.page.captured_at, language=self.language)
        if not found or found[0].start > _BEFORE_DATE or len(line) - found[0].end > _BEHIND_DATE:
            return None
        return found[0]
