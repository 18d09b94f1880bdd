"""One comment or post as an item: who wrote it, when, and the words, without buttons and without the replies within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import msgspec

from ...moments import find_dates, find_relative, parse_machine
from ...records import Comment, Moment, Page, Span
from ..outline import Outline
from .hints import AUTHOR, ITEM, MAYBE_TEXT, NAMED, NOISE, TEXT, TIME, said_of_comments, said_of_parts
from .words import EDITS, clean_name, is_buttons, is_name, says_name

# Longest texts, in code points: an element that names an author or a time, a name itself, what stands beside them in their line.
_LONGEST_META, _LONGEST_NAME, _LONGEST_REST = 160, 60, 40
# A line above the text without any markup that names its author is short and of few words.
_MOST_WORDS = 5
# Letters that stand for a name in the place of a picture.
_LETTERS = 2
# Lines above the text that may name author and time, and how long such a line is.
_META_LINES, _DATE_LINE = 3, 120
# What times are counted from where only their place in the text is asked for.
_ANY = datetime(2000, 1, 1, tzinfo=UTC)


class Item(msgspec.Struct, frozen=True):
    """A comment, and all blocks that are its own: its words, its author's and time's, its buttons."""

    comment: Comment
    blocks: tuple[int, ...]


class Reader:
    """Reads items of one page. `language` is what the page says of itself, for the order of day and month."""

    def __init__(self, page: Page, outline: Outline) -> None:
        self.page, self.outline = page, outline
        self.language = page.declared.language

    def item(self, element: int, nested: Sequence[int] = (), text_element: int | None = None) -> Item | None:
        """The item in an element, without the items `nested` in it; None when it has no words of its own.

        `text_element` is the element that holds its words, where the caller knows it.
        """
        blocks, inside = self._own(element, nested)
        said = {index: said_of_parts(self.page.elements[index].tag, self.page.elements[index].label) for index in inside}
        signs, noise = self._spans(said, AUTHOR | TIME), self._spans(said, NOISE)
        meta = {b for b in blocks if self._is_meta(b, signs)}
        buttons = {b for b in blocks if self._is_button(b, noise)}
        # Where nothing is left, the element that is called its author holds all of it.
        kept = self._text(blocks, said, meta | buttons, text_element) or self._text(blocks, said, buttons, text_element)
        if not kept:
            return None
        comment = self._comment(blocks, kept, said)
        if comment.author is None or comment.published is None:
            header = set(self._header_lines(kept))
            rest = self._trimmed(kept, header | buttons)
            if not rest:
                return None
            comment = self._comment(blocks, rest, said)
        return Item(comment, tuple(blocks))

    def _comment(self, blocks: list[int], kept: list[int], said: dict[int, int]) -> Comment:
        span = Span(self.page.blocks[kept[0]].start, self.page.blocks[kept[-1]].end)
        head = [b for b in blocks if not kept[0] <= b <= kept[-1]]
        return Comment(
            text=span.of(self.page.text),
            span=span,
            author=self._named(self._author(said, span) or self._printed_author(head, kept[0]), [*head, kept[0]]),
            published=self._published(said, span) or self._printed_time(head),
        )

    def _own(self, element: int, nested: Sequence[int]) -> tuple[list[int], list[int]]:
        """The blocks and elements of an item outside the items nested in it."""
        blocks: list[int] = []
        inside: list[int] = []
        if (term := self._term(element)) is not None:
            blocks.extend(self.outline.blocks(term))
            inside.extend((term, *self.outline.descendants(term)))
        own, own_blocks = self.outline.descendants(element), self.outline.blocks(element)
        at, block_at = own.start, own_blocks.start
        for other in nested:
            theirs = self.outline.blocks(other)
            inside.extend(range(at, other))
            blocks.extend(range(block_at, max(block_at, theirs.start)))
            at, block_at = self.outline.descendants(other).stop, max(block_at, theirs.stop)
        inside.extend(range(at, own.stop))
        blocks.extend(range(block_at, own_blocks.stop))
        return blocks, inside

    def _term(self, element: int) -> int | None:
        """The `<dt>` before a `<dd>`: old lists of comments have author and time there. One that holds a comment is none."""
        elements = self.page.elements
        if elements[element].tag != "dd":
            return None
        before = element - 1
        while before > elements[element].parent >= 0 and elements[before].parent != elements[element].parent:
            before = elements[before].parent
        if before < 0 or elements[before].tag != "dt":
            return None
        holds_item = any(said_of_comments(elements[index].label).mask & ITEM for index in self.outline.descendants(before))
        return None if holds_item else before

    def _spans(self, said: dict[int, int], kind: int) -> list[Span]:
        elements = self.page.elements
        return [
            Span(elements[i].start, elements[i].end)
            for i, mask in said.items()
            if mask & kind and not mask & TEXT and 0 < elements[i].end - elements[i].start <= _LONGEST_META
        ]

    def _is_meta(self, index: int, spans: Iterable[Span]) -> bool:
        """Whether a block is an author's or a time's, but for a few words."""
        block = self.page.blocks[index]
        size = block.end - block.start
        covered = sum(max(0, min(block.end, s.end) - max(block.start, s.start)) for s in spans)
        return covered > 0 and (size <= covered or (size <= _LONGEST_META and size - covered <= _LONGEST_REST))

    def _header_lines(self, blocks: list[int]) -> Iterator[int]:
        """The first and the last lines of a text as far as they are a date with a name, a name above a date, or "Name says:"."""
        above: list[int] = []
        for index in blocks[:_META_LINES]:
            line = self.outline.line(index)
            above.append(index)
            if self._is_dated(line):
                yield from above
                break
            if says_name(line) is not None:
                yield index
            elif not is_name(line):
                break
        if len(blocks) > 1 and self._is_dated(self.outline.line(blocks[-1])):
            yield blocks[-1]

    def _is_dated(self, line: str) -> bool:
        """Whether a line is a date and little else."""
        if len(line) > _DATE_LINE or not any(c.isdigit() for c in line):
            return False
        found = find_dates(line, language=self.language, limit=1)
        return bool(found) and len(line) - (found[0].end - found[0].start) <= _LONGEST_NAME

    def _is_button(self, index: int, noise: Iterable[Span]) -> bool:
        block = self.page.blocks[index]
        if block.tag == "button" or any(s.start <= block.start and block.end <= s.end for s in noise):
            return True
        return block.end - block.start <= _LONGEST_META and is_buttons(self.outline.line(index))

    def _text(self, blocks: list[int], said: dict[int, int], furniture: set[int], text_element: int | None) -> list[int]:
        """The blocks of the words: those of the element that names them, else all but the furniture at both ends."""
        elements = self.page.elements
        named = [text_element] if text_element is not None else []
        for kind in (TEXT, MAYBE_TEXT):
            sized = sorted((elements[i].end - elements[i].start, -i) for i, mask in said.items() if mask & kind)
            # The innermost of those that hold most of what the largest holds.
            named += [-i for size, i in sized if 2 * size > sized[-1][0]][:1]
        for index in named:
            within = self.outline.blocks(index)
            kept = self._trimmed([b for b in blocks if within.start <= b < within.stop], furniture)
            if kept:
                return kept
        return self._trimmed(blocks, furniture)

    def _trimmed(self, blocks: list[int], furniture: set[int]) -> list[int]:
        """The longest unbroken run of blocks, without furniture at its ends."""
        best: list[int] = []
        for run in _runs(blocks):
            start, end = 0, len(run)
            while start < end and run[start] in furniture:
                start += 1
            while start < end and run[end - 1] in furniture:
                end -= 1
            if start < end and (not best or self._size(run[start:end]) > self._size(best)):
                best = run[start:end]
        return best

    def _size(self, run: list[int]) -> int:
        return self.page.blocks[run[-1]].end - self.page.blocks[run[0]].start

    def _author(self, said: dict[int, int], text: Span) -> str | None:
        """The name in the element that says most surely that it is one."""
        for kind in (NAMED, AUTHOR):
            for index, mask in said.items():
                element = self.page.elements[index]
                inside = text.start <= element.start < text.end
                if (
                    mask & kind
                    and not inside
                    and element.end > element.start
                    and element.tag != "time"
                    and not self._of_an_edit(element.start)
                ):
                    printed = self.page.text[element.start : min(element.end, element.start + 2 * _LONGEST_META)]
                    if name := clean_name(self._before_time(printed)):
                        return name
        return None

    def _printed_author(self, head: list[int], first: int) -> str | None:
        """The name in a line above the text: alone, before a date, or before "says"."""
        for index in head:
            line = self.outline.line(index)
            # Below the text a name stands beside a date: "Comment by Jane Doe, 3 May 2021".
            if len(line) > _DATE_LINE or is_buttons(line) or (index > first and not self._is_dated(line)):
                continue
            name = clean_name(self._before_time(line))
            if name and len(name.split()) <= _MOST_WORDS and name[-1] not in ".!?":
                return name
        return None

    def _named(self, author: str | None, head: list[int]) -> str | None:
        """An author's name; of one whose picture is letters ("EM"), the next line that begins with the first of them."""
        if author is None or len(author) > _LETTERS or author != author.upper():
            return author
        lines = (line for index in head if len(line := self.outline.line(index)) <= _LONGEST_NAME)
        named = (line for line in lines if line[0].upper() == author[0] and line != author and not self._is_dated(line))
        return next((line for line in named if not is_buttons(line)), author)

    def _of_an_edit(self, at: int) -> bool:
        """Whether what begins at a place of the text says who edited a post, or when: its line, or the one above, begins so."""
        text = self.page.text
        line = text.rfind("\n", 0, at) + 1
        above = text.rfind("\n", 0, max(0, line - 1)) + 1
        return text.startswith(EDITS, line) or text.startswith(EDITS, above)

    def _before_time(self, text: str) -> str:
        """A short text up to the time that it names, if it names one behind other words ("Jane Doe 2 hours ago")."""
        if not any(c.isdigit() for c in text):
            return text
        times = find_dates(text, language=self.language, limit=1) or find_relative(text, now=_ANY, language=self.language)
        return text[: times[0].start] if times else text

    def _published(self, said: dict[int, int], text: Span) -> Moment | None:
        """The time of the element that says that it is one: for machines first, then as printed."""
        elements = self.page.elements
        times = [
            elements[i]
            for i, mask in said.items()
            if mask & TIME and not text.start <= elements[i].start < text.end and not self._of_an_edit(elements[i].start)
        ]
        for element in sorted(times, key=lambda e: e.tag != "time"):
            if element.value and element.tag != "a" and (moment := parse_machine(element.value)) is not None:
                return moment
        for element in times:
            size = element.end - element.start
            if 0 < size <= _LONGEST_META and (moment := self.time_in(self.page.text[element.start : element.end])):
                return moment
        return None

    def _printed_time(self, head: list[int]) -> Moment | None:
        for index in head:
            line = self.outline.line(index)
            if len(line) <= _DATE_LINE and (moment := self.time_in(line)):
                return moment
        return None

    def time_in(self, text: str) -> Moment | None:
        """The first date in a short text; one counted from now only where the page's time of capture is known."""
        found = find_dates(text, language=self.language, limit=1)
        if not found and self.page.captured_at is not None:
            found = find_relative(text, now=self.page.captured_at, language=self.language)
        return found[0].moment if found else None


def _runs(blocks: list[int]) -> list[list[int]]:
    """Blocks in runs of consecutive numbers."""
    runs: list[list[int]] = []
    for index in blocks:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
