"""Quotation marks: which words of a text stand between them.

A state machine reads the marks in order, with a stack for marks within marks. It knows the pairs of the press in many languages,
newswire's ``…'', straight marks, and the mark that opens every paragraph of a quotation that goes on. One pass, linear in the text.
"""

from __future__ import annotations

import re
from collections import deque
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What closes what opens. A mark can do both: “ opens in English and closes in German.
_CLOSERS: Final = {
    "“": "”", "„": "“”„", "«": "»", "»": "«»", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "”": "”", "’": "’", "「": "」", "『": "』",
    "〝": "〞〟", "《": "》", "``": "''", '"': '"', "''": "''", "'": "'",
}  # fmt: skip
# Book titles stand in these in Chinese: marks, but of no quotation.
TITLES: Final = "《"
_SINGLE: Final = "‘’‚'‹›"
# These open wherever they stand; the others only where a word begins behind them.
_ONLY_OPENS: Final = frozenset("„«‹‚「『〝《") | {"``"}
_APOSTROPHES: Final = "’'"
_MARK = re.compile(r"``|''|[“”„«»‹›‘’‚「」『』〝〞〟《》\"']|\n")
# Marks within marks deeper than this are noise.
_DEEPEST = 8
# A quotation without its closing mark goes on over at most so many lines before it is taken for unclosed.
_MOST_LINES = 6
# More than any book has; it bounds the result, not the work.
MOST_QUOTATIONS: Final = 100_000


class Quotation(NamedTuple):
    """Words between marks: `text[start:end]` with the marks, `text[inner:outer]` without; `depth` 0 is in no other marks.

    One that is not `closed` ends with its line; when the next line opens with the same mark, that one `continues` it.
    """

    start: int
    end: int
    inner: int
    outer: int
    depth: int
    mark: str
    closed: bool = True
    continues: bool = False


class _Open(NamedTuple):
    place: int
    mark: str
    lines: int
    continues: bool


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of `text[start:end]`, in order of their beginning, outer ones first; at most `MOST_QUOTATIONS`."""
    end = len(text) if end is None else end
    found: list[Quotation] = []
    around: list[int] = []  # where the quotations around end
    for one in sorted(islice(_read(text, start, end), MOST_QUOTATIONS), key=lambda quotation: (quotation.start, quotation.depth)):
        while around and around[-1] <= one.start:
            around.pop()
        if one.mark not in TITLES:
            found.append(one._replace(depth=len(around)))
            around.append(one.end)
    return found


def _read(text: str, start: int, end: int) -> Iterator[Quotation]:
    stack: list[_Open] = []
    marks = _MARK.finditer(text, start, end)
    ahead = deque(islice(marks, _MOST_LINES))
    unclosed = ""  # the mark of a quotation that a line's end cut: the next line may take it up
    line = start
    while ahead:
        match = ahead.popleft()
        ahead.extend(islice(marks, 1))
        mark, place = match.group(), match.start()
        if mark == "\n":
            kept = sum(1 for _ in takewhile(partial(_goes_on, ahead), stack))
            yield from _ended(stack, kept, place)
            if not _blank(text, line, place):
                unclosed = stack[0].mark if stack and not kept else ""
            stack[:] = [one._replace(lines=one.lines + 1) for one in stack[:kept]]
            line = match.end()
            continue
        depth = _closing(text, match, stack)
        if depth is not None:
            opened = stack[depth]
            del stack[depth:]
            yield _quotation(opened, place, match.end(), depth)
        elif len(stack) < _DEEPEST and _opens(text, match, start):
            continues = not stack and mark == unclosed and _blank(text, line, place)
            stack.append(_Open(place, mark, 0, continues))
            unclosed = ""
    yield from _ended(stack, 0, end)


def _blank(text: str, start: int, end: int) -> bool:
    return start == end or text[start:end].isspace()


def _quotation(opened: _Open, outer: int, end: int, depth: int, *, closed: bool = True) -> Quotation:
    inner = opened.place + len(opened.mark)
    return Quotation(opened.place, end, inner, max(inner, outer), depth, opened.mark, closed, opened.continues)


def _ended(stack: list[_Open], kept: int, place: int) -> Iterator[Quotation]:
    """The quotations beyond the first `kept` that a line's end closes; single marks without a closing one are none."""
    for depth, opened in enumerate(stack[kept:], kept):
        if opened.mark not in _SINGLE:
            yield _quotation(opened, place, place, depth, closed=False)


def _goes_on(ahead: deque[re.Match[str]], opened: _Open) -> bool:
    """Whether the first of the marks `ahead` closes what is open: then the quotation holds several lines."""
    if opened.lines >= _MOST_LINES or opened.mark in _SINGLE or opened.mark in ('"', "''"):
        return False
    following = next((match.group() for match in ahead if match.group() != "\n"), "")
    return following in _CLOSERS[opened.mark] and following not in ("", opened.mark, *_APOSTROPHES)


def _closing(text: str, match: re.Match[str], stack: list[_Open]) -> int | None:
    """The depth of the quotation that a mark closes, if it does."""
    mark = match.group()
    if mark in _APOSTROPHES and text[match.end() : match.end() + 1].isalnum():
        return None
    opens = mark != '"' and bool(stack) and _begins_word(text, match)
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth].mark
        if mark in _CLOSERS[opened] and not (mark == opened and opens):
            return depth
    return None


def _begins_word(text: str, match: re.Match[str]) -> bool:
    """Whether a mark stands before a word and behind none."""
    before, behind = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return not (before.isalnum() or before in tuple(".,!?…;")) and not behind.isspace() and behind != ""


def _opens(text: str, match: re.Match[str], start: int) -> bool:
    mark, place = match.group(), match.start()
    if mark not in _CLOSERS:
        return False
    if mark in _ONLY_OPENS:
        return True
    before = text[place - 1] if place > start else " "
    behind = text[match.end() : match.end() + 1]
    if not behind or behind.isspace():
        return False
    if mark in _APOSTROPHES or mark == "‘":
        return not before.isalnum() and (behind.isalnum() or behind in '“"¿¡[(…')
    if mark == "“":
        return True
    return not before.isalnum() and before not in ".,!?…;%"
