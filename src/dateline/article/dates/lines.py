"""What a page prints of its time: lines near the headline, labelled lines, `<time>`, elements that the markup calls dates."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ...moments import find_relative
from ...records import Block, Element, Span
from ..comments.words import says_name
from ..credits.name_words import BY
from ..credits.names import authors_in
from ..elsewhere import among_stories, stands_elsewhere
from ..labels import labelled
from ..landmarks import COMMENT, DATE, MODIFIED, PUBLISHED, block_at, elements_within, marks
from .claims import Dated, machine_moment
from .mentions import DATE_LIKE, mentions_in
from .words import BEHIND, ENTRY, DateRole, has_update_behind, is_as_of, is_entry_date, is_other, reading_language, role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...moments import Mention
    from ..clues import Clues

# How often each source has the gold day where it is the best there is, on the same pages as the weights of claims.py.
_TIME, _TIME_NAMED, _CLASSED, _LABELLED = 0.88, 0.92, 0.84, 0.93
_NEAR, _ABOVE, _FAR_ABOVE, _INSIDE, _OPENING, _AFTER = 0.8, 0.6, 0.35, 0.65, 0.6, 0.45
# Copied text begins near the article; a page's top has today's date.
_FAR_ABOVE_TEXT = 0.5
_TIME_FAR, _TIME_NAMED_FAR, _CLASSED_FAR, _LABELLED_FAR, _BYLINE_FAR, _LONE = 0.5, 0.6, 0.5, 0.75, 0.7, 0.44
_RELATIVE, _AS_OF, _ENTRY_DATE = 0.7, 0.66, 0.6
# What marked elements lose above the headline (where today's date may stand) or behind the body's beginning, and twice that far
# above; and within the body, where they date posts that the article shows.
_HEIGHT, _EMBEDDED = 0.1, 0.35
# What a date loses that stands in a line with many other words.
_WORDY = 0.85
# A date in the first paragraph that no dash or bracket follows is the text's matter and no dateline.
_PROSE = 0.5
# What a caption's date loses: it is that of the picture, and that of the article where nothing else is printed.
_PICTURED = 0.8

# A line that states the article's time is short; a longer one is prose. Relative times stand in shorter ones.
_LONGEST, _LONGEST_RELATIVE = 180, 60
# How much of the body's first paragraphs is looked at: a dateline ("PORT ANA, Nov. 23, 2021 (Coast Wire) —").
_DATELINE = 90
# Lines above the headline, between it and the body, within the body, and behind it that belong to the article's head or foot.
_LINES_ABOVE, _LINES_CLOSE, _LINES_BETWEEN, _LINES_INSIDE, _LINES_BEHIND = 8, 3, 14, 10, 6
# A marked date may stand beneath a standfirst, which is of the body: at most so far behind the body's beginning.
_LINES_STANDFIRST = 4
# German puts the verb that says what a date is at most so far behind it.
_VERB = 80
# A date that stands with more words than this, and without a label, is one of something else.
_FEW_WORDS = 40
# Lines that are looked at in the whole of a page; pages with more are listings and threads.
_MOST_LINES = 1_500
# Marked elements that are looked at: each date is held against all of them.
_MOST_MARKED = 300
# Far from the article, marked dates of more days than this are those of other articles.
_MARKED, _OWN_DAYS = frozenset(("markup", "time element")), 1
# Elements around one that are looked at for "comment".
_CLIMB = 4

# hAtom puts the machine's time into the title: <abbr class="published" title="2019-05-03T10:15:00+02:00">.
_MACHINE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_NO_DIGITS = re.compile(r"[^\W\d][^\d\n]{2,40}(?=\d)")
# "Figure 3: a view of the pier on 3 May 2019": a caption by its words.
_FIGURE = re.compile(r"(?:abbildung|abb\.|figure|fig\.|figura|figuur|rysunek|рис\.)(?:\s?\d+)?\s?[:.]", re.I)
# What parts dates on a line.
_PARTING = " \u3000|·•,;–—-()/（）"
_DATELINE_END = re.compile(r"[^\n]{0,16}?[-–—:：/)|»]")


class DateLines:
    """The printed dates of a page, near the article first. Lines are read when asked for: most pages need few."""

    def __init__(self, clues: Clues) -> None:
        self._clues, self._page = clues, clues.page
        self._language = reading_language(clues)
        self._labels = clues.profile.labels if clues.profile is not None else None
        blocks = clues.page.blocks
        self._headline_at = clues.headline_span.start if clues.headline_span is not None else 0
        if clues.headline_span is not None:
            self._head = block_at(blocks, clues.headline_span.start)
        elif clues.page.form == "text":
            # Without a headline to start from, a text's head is all that stands above its body.
            self._head = max(0, clues.opening - _LINES_BETWEEN)
        else:
            self._head = max(0, clues.opening)
        self._first = clues.opening if clues.opening >= self._head else min(len(blocks), self._head + _LINES_BETWEEN)
        self._low = max(0, self._head - _LINES_ABOVE)
        self._read: set[int] = set()
        self._marked: list[Element] = []

    def near(self) -> Iterator[Dated]:
        """Dates at the article's head (between headline and body, in the body's first lines, right above), then at its foot."""
        blocks = self._page.blocks
        if not blocks:
            return
        high = min(len(blocks), self._first + _LINES_INSIDE) - 1
        within = elements_within(self._page, blocks[self._low].start, blocks[max(self._low, high)].end)
        self._marked = self._dates_among(self._page.elements[within.start : within.stop])
        yield from self._values(near=True)
        for index, weight in self._places():
            if self._may_tell(index, weight):
                yield from self._line(index, weight)
        yield from _if_one_day("position", self._foot())

    def anywhere(self) -> list[Dated]:
        """Dates in the rest of the page; of dates that merely stand alone in their lines, only if all are one day."""
        self._marked = self._dates_among(self._page.elements)
        found = list(self._values(near=False))
        for index in range(min(len(self._page.blocks), _MOST_LINES)):
            if self._may_tell(index, 0.0) and not self._is_of_others(index) and not self._is_said(index):
                found.extend(self._line(index, 0.0))
        return _if_few_days(_if_one_day("lone date", found))

    def _places(self) -> Iterator[tuple[int, float]]:
        """The lines near the article with the weight of their places, the likeliest first."""
        clues, head, first, count = self._clues, self._head, self._first, len(self._page.blocks)
        far = _FAR_ABOVE_TEXT if self._page.form == "text" else _FAR_ABOVE
        between = range(head, min(first, head + 2 * _LINES_BETWEEN))
        for index in (*between, *range(max(between.stop, first - _LINES_CLOSE), first)):
            yield index, _NEAR
        for index in range(first, min(count, first + _LINES_INSIDE, max(clues.last, first) + 1)):
            yield index, _OPENING if self._is_body(index) else _INSIDE
        for index in range(head - 1, self._low - 1, -1):
            yield index, _ABOVE if index >= head - _LINES_CLOSE else far

    def _foot(self) -> list[Dated]:
        """The dates right behind the body."""
        if self._clues.last < 0:
            return []
        behind = range(self._clues.last, min(len(self._page.blocks), self._clues.last + 1 + _LINES_BEHIND))
        own = (index for index in behind if not self._is_of_others(index) and not self._is_said(index))
        return [claim for index in own if self._may_tell(index, _AFTER) for claim in self._line(index, _AFTER)]

    def _is_said(self, index: int) -> bool:
        """Whether the line above says who speaks in a comment: "sarah says:"."""
        above = self._page.blocks[index - 1] if index else None
        return (
            above is not None
            and above.end - above.start <= _FEW_WORDS
            and bool(says_name(self._page.text[above.start : above.end]))
        )

    def _is_of_others(self, index: int) -> bool:
        """Whether a line stands in a list of other stories."""
        return among_stories(self._clues, self._page.blocks[index].element)

    def _is_body(self, index: int) -> bool:
        return bool(self._clues.lines) and self._clues.lines[index].role == "body"

    def _is_caption(self, index: int) -> bool:
        if bool(self._clues.lines) and self._clues.lines[index].role == "caption":
            return True
        return _FIGURE.match(self._page.text, self._page.blocks[index].start) is not None

    def _dates_among(self, elements: tuple[Element, ...]) -> list[Element]:
        """The elements that the markup calls dates."""
        dated = (
            e
            for e in elements
            if (e.tag == "time" or (e.label and marks(e.label) & DATE))
            and self._is_own(e)
            and not stands_elsewhere(self._page.elements, e, self._headline_at)
        )
        return list(islice(dated, _MOST_MARKED))

    def _is_own(self, element: Element) -> bool:
        """Whether a date element is short, and not that of a reader's comment."""
        if element.end - element.start > _LONGEST or element.tag in ("a", "img"):
            return False
        label, index = element.label, element.parent
        for _ in range(_CLIMB):
            if marks(label) & COMMENT:
                return False
            if index < 0:
                break
            label, index = self._page.elements[index].label, self._page.elements[index].parent
        return True

    def _values(self, *, near: bool) -> Iterator[Dated]:
        """Machine times that marked elements carry."""
        for element in self._marked:
            stated = element.value or (element.name if element.name and _MACHINE.match(element.name) else None)
            if stated and (moment := machine_moment(stated)) is not None:
                role = self._role_within(element) or _named_role(element) or self._role_before(element.start)
                yield Dated(
                    role=role or "published",
                    moment=moment,
                    raw=stated,
                    method="time element" if element.tag == "time" else "markup",
                    weight=self._element_weight(element, near=near),
                    path=f"{element.tag}[{'datetime' if element.value else 'title'}]",
                )

    def _role_before(self, position: int) -> DateRole | None:
        text = self._page.text
        line = text[max(text.rfind("\n", 0, position) + 1, position - _FEW_WORDS) : position]
        return role_of(line, "", self._labels) if line.strip() else None

    def _role_within(self, element: Element) -> DateRole | None:
        """What the words say that open the element itself: `<time>Updated 3 May 2019</time>`."""
        words = _NO_DIGITS.match(self._page.text, element.start, element.end)
        return role_of(words.group(), "", self._labels) if words else None

    def _element_weight(self, element: Element, *, near: bool) -> float:
        called = marks(element.label)
        if element.tag == "time":
            named = bool(called & PUBLISHED)
            weight = (_TIME_NAMED if named else _TIME) if near else (_TIME_NAMED_FAR if named else _TIME_FAR)
        else:
            weight = _CLASSED if near else _CLASSED_FAR
        blocks = self._page.blocks
        if not near or not blocks:
            return weight
        index = min(block_at(blocks, element.start), len(blocks) - 1)
        others = blocks[index].end - blocks[index].start - (element.end - element.start)
        if others > _FEW_WORDS and element.start > blocks[index].start:
            weight *= _WORDY  # "More on this in the evening news of 3 May"
        if index - self._first in (0, 1) and element.start == blocks[index].start:
            return weight  # a dateline
        if index >= self._first:
            if self._is_body(index) or blocks[index].tag == "blockquote":
                return weight - _EMBEDDED
            return weight if index <= self._first + _LINES_STANDFIRST else weight - _HEIGHT
        if self._clues.headline_span is None or index >= self._head:
            return weight
        return weight - (_HEIGHT if index >= self._head - _LINES_CLOSE else 2 * _HEIGHT)

    def _line(self, index: int, weight: float) -> Iterator[Dated]:
        """The dates of a line, by labels, marks and place. With weight 0 (far from the article) a place alone is nothing."""
        block, text = self._page.blocks[index], self._page.text
        body = self._is_body(index)
        self._read.add(index)
        line = text[block.start : self._end(index, weight)]
        done = 0
        for mention in (mentions := mentions_in(line, self._language)):
            before, after = line[done : mention.start], line[mention.end : mention.end + _VERB]
            if not done and index and not before.strip():
                before = self._label_above(index)
            done = mention.end
            if not before.strip(_PARTING) and (behind := BEHIND.match(after)) is not None:
                done += behind.end()  # it is said of this date, not of the next
            claim = self._by_label(mention, block, before, after, near=weight > 0) or self._by_mark(
                mention, block, after, near=weight > 0
            )
            if claim is not None:
                yield claim
                if claim.method == "label" and claim.role == "modified" and is_as_of(before):
                    yield self._dated(mention, "published", "as-of date", _AS_OF, block.start)
                elif claim.method != "label" and claim.role == "modified" and weight and self._is_entry_date(mention, block):
                    yield self._dated(mention, "published", "entry date", _ENTRY_DATE, block.start)
            elif not is_other(line):
                place = weight * _PICTURED if self._is_caption(index) else weight
                if body and mention.start and not self._is_dateline(index, line, mention.end):
                    place *= _PROSE
                found = self._by_place(mention, block, line, place)
                if found is not None:
                    yield found
        captured = self._page.captured_at
        if not mentions and weight and captured is not None and len(line) <= _LONGEST_RELATIVE:
            for mention in find_relative(line, now=captured, language=self._language)[:2]:
                role = role_of(line[: mention.start], "", self._labels)
                sure = _RELATIVE if role or weight >= _NEAR else _LONE
                yield self._dated(mention, role or "published", "relative time", sure, block.start)

    def _is_dateline(self, index: int, line: str, end: int) -> bool:
        """Whether a date in a line of the body that ends at `end` is a dateline's: before a dash or bracket, or the close of the text's
        first line where that holds no more ("PORT ANA, 23 November 2021").
        """
        if _DATELINE_END.match(line, end):
            return True
        return index <= self._first + 1 and len(line) <= _LONGEST_RELATIVE and not line[end:].strip(" .)")

    def _end(self, index: int, weight: float) -> int:
        """How far a line is read."""
        block = self._page.blocks[index]
        return min(block.end, block.start + (_DATELINE if weight and self._is_body(index) else _LONGEST))

    def _may_tell(self, index: int, weight: float) -> bool:
        """A cheap look: not read before, short enough, no comment, and something like a date in it."""
        block = self._page.blocks[index]
        if index in self._read:
            return False
        if (
            block.end - block.start > _LONGEST
            and not (weight and self._is_body(index))
            and not self._marked_in(block)
            and not ENTRY.match(self._page.text, block.start)
        ):
            return False
        if self._clues.lines and self._clues.lines[index].role == "comment":
            return False
        if DATE_LIKE.search(self._page.text, block.start, self._end(index, weight)):
            return True
        return bool(weight) and self._page.captured_at is not None and block.end - block.start <= _LONGEST_RELATIVE

    def _marked_in(self, block: Block) -> bool:
        return any(block.start <= element.start < block.end for element in self._marked)

    def _by_label(self, mention: Mention, block: Block, before: str, after: str, *, near: bool) -> Dated | None:
        role = role_of(before, after, self._labels)
        return self._dated(mention, role, "label", _LABELLED if near else _LABELLED_FAR, block.start) if role else None

    def _by_mark(self, mention: Mention, block: Block, after: str, *, near: bool) -> Dated | None:
        """The surest marked element around a date."""
        start, end = block.start + mention.start, block.start + mention.end
        around = [e for e in self._marked if e.start <= start and end <= e.end]
        if not around:
            return None
        element = max(around, key=lambda e: self._element_weight(e, near=near))
        role: DateRole = next((said for e in reversed(around) if (said := _named_role(e))), "published")
        if role == "modified" and has_update_behind(after):
            role = "published"
        method = "time element" if element.tag == "time" else "markup"
        return self._dated(mention, role, method, self._element_weight(element, near=near), block.start)

    def _is_entry_date(self, mention: Mention, block: Block) -> bool:
        start, end = block.start + mention.start, block.start + mention.end
        around = [e.label for e in self._marked if e.start <= start and end <= e.end]
        return is_entry_date(around)

    def _by_place(self, mention: Mention, block: Block, line: str, weight: float) -> Dated | None:
        few = len(line) - (mention.end - mention.start) <= _FEW_WORDS
        if weight < _BYLINE_FAR and _in_byline(line, mention.start):
            return self._dated(mention, "published", "byline", _BYLINE_FAR, block.start)
        if weight:
            return self._dated(mention, "published", "position", weight if few else weight * _WORDY, block.start)
        label = labelled(line, self._labels)
        if label is not None and label.kind == "byline":
            return self._dated(mention, "published", "byline", _BYLINE_FAR, block.start)
        if few and block.link + mention.end - mention.start <= block.end - block.start:
            return self._dated(mention, "published", "lone date", _LONE, block.start)
        return None

    def _label_above(self, index: int) -> str:
        """The line above where it is a label by itself: "Datum:", and the date below it."""
        block = self._page.blocks[index - 1]
        line = self._page.text[block.start : min(block.end, block.start + _FEW_WORDS)]
        if line.endswith((":", "：")):
            return line
        label = labelled(line + " 2000", self._labels)
        return line + ":" if label is not None and label.start > len(line) and label.kind in ("published", "modified") else ""

    def _dated(self, mention: Mention, role: DateRole, method: str, weight: float, base: int) -> Dated:
        span = Span(base + mention.start, base + mention.end)
        return Dated(
            role=role,
            moment=mention.moment,
            raw=span.of(self._page.text),
            method=method,
            weight=weight * mention.certainty,
            span=span,
            other=mention.alternative,
        )


def _in_byline(line: str, start: int) -> bool:
    """Whether what stands before a date in its line is a byline: "By Ana Lima on 3 May 2019"."""
    by = BY.match(line, 0, start)
    return by is not None and any(author.kind == "person" for author in authors_in(line[:start]))


def _if_one_day(method: str, claims: list[Dated]) -> list[Dated]:
    """Claims without those of a weak method that name several days: a list of other articles does."""
    days = {claim.moment.local[:10] for claim in claims if claim.method == method}
    return claims if len(days) <= 1 else [claim for claim in claims if claim.method != method]


def _if_few_days(claims: list[Dated]) -> list[Dated]:
    """Claims without those of marked elements that name more days than a page has of its own."""
    days = {claim.moment.local[:10] for claim in claims if claim.method in _MARKED}
    return claims if len(days) <= _OWN_DAYS else [claim for claim in claims if claim.method not in _MARKED]


def _named_role(element: Element) -> DateRole | None:
    """What the markup itself says that a date is."""
    called = marks(element.label)
    if called & PUBLISHED:
        return "published"
    return "modified" if called & MODIFIED else None
