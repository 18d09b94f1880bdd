"""Plain text → Page: the text untouched, each line that holds words a block; in hard-wrapped text, each paragraph one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..records import Block

# A line without the white space at its ends; `[^\S\n]` is white space other than the line feed.
_LINE = re.compile(r"[^\s](?:[^\n\r]*[^\s])?")
_FIRST_WORD = re.compile(r"\S+")
# Characters of the longest line of hard-wrapped text: mail is wrapped at 72 or so, files at 80, some editors at 100 or 120.
_NARROWEST, _WIDEST = 40, 120
# A wrapped text has paragraphs: fewer lines that break for want of room may do so by chance.
_LEAST_BREAKS = 6
# Of the pairs of lines with no empty one between, how many must break for want of room. Of 5,400 development pages as text one
# reaches it, and it is wrapped by hand at 80.
_MOST = 0.6
# Words in the midst of a sentence are mostly small: where most lines start with a capital or a digit, they are items of a list.
_AMID = 0.5
# A first word of so many characters is an address, or script without spaces: it says nothing of the room that there was.
_LONG_WORD = 20

_Lines = list[tuple[int, int]]


def lines(text: str, *, max_blocks: int) -> tuple[tuple[Block, ...], bool]:
    """The blocks of a text, and whether `max_blocks` cut them short."""
    found: _Lines = []
    cut = False
    for match in _LINE.finditer(text):
        if len(found) == max_blocks:
            cut = True
            break
        found.append(match.span())
    return tuple(Block(start, end, "", -1, 0, 0, False) for start, end in unwrapped(text, found)), cut


def unwrapped(text: str, found: _Lines) -> _Lines:
    """The lines, or where the text is hard-wrapped, its paragraphs.

    A program that wraps text breaks a line where the next word has no room on it. So where nearly all lines break there, and
    what follows is mostly the midst of a sentence, the breaks are no ends of paragraphs.
    """
    indents = [
        start - 1 - max(text.rfind("\n", end, start), text.rfind("\r", end, start)) for (_, end), (start, _) in _pairs(found)
    ]
    width = max((indent + end - start for indent, (start, end) in zip(indents, found, strict=True)), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return found
    near = full = amid = 0
    joined = [False] * len(found)
    for i, ((start, end), (after, last)) in enumerate(pairwise(found)):
        if text.count("\n", end, after) != 1:
            continue
        near += 1
        word = _FIRST_WORD.match(text, after, min(last, after + _LONG_WORD))
        room = width - (indents[i] + end - start) - 1
        if indents[i + 1] <= indents[i] and word is not None and room < len(word[0]) < _LONG_WORD:
            joined[i + 1] = True
            full += 1
            amid += not (text[after].isupper() or text[after].isdigit())
    if full < max(_LEAST_BREAKS, _MOST * near) or amid < _AMID * full:
        return found
    paragraphs: _Lines = []
    for (start, end), goes_on in zip(found, joined, strict=True):
        paragraphs.append((paragraphs.pop()[0] if goes_on else start, end))
    return paragraphs


def _pairs(found: _Lines) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Each line with the one before it; the first with the beginning of the text."""
    return zip([(0, 0), *found], found, strict=False)
