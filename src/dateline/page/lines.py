"""Text nodes and boundaries in, lines of text with their blocks out: how a browser lays words into lines."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from ..records import Block

# In ideographs, single breaks end paragraphs where there are so many pieces, and most are as long as sentences and end as they do. (In
# other scripts they end lines: outlets that set paragraphs so are few, and the gold keeps theirs together.)
_PIECES, _LONG, _MOST = 3, 25, 0.75
_CLOCK = re.compile(r"\d:\d\d")
_STOPS = "。！？…」』）”"


class Lines:
    """The text so far. `size` is its length in code points; `tag` and `home` are what the line in hand stands in."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.size = 0
        self.tag = ""  # the telling tag around
        self.home = -1  # the block-level element around
        self.link = self.bold = self.pre = self.hidden = 0  # how many such elements are open
        self.edge = False  # an inline element has just ended, with no text since
        self.start = 0  # where the line in hand begins
        self.gap = False  # white space has been seen since the last word
        self._link_chars = self._bold_chars = 0
        self._breaks: list[tuple[int, int, int]] = []  # in the line in hand: where, and the characters of links and bold so far
        self._first = 0  # its first piece

    @property
    def empty(self) -> bool:
        """Whether the line in hand has no words yet."""
        return self.size == self.start

    def text(self) -> str:
        """All lines, joined by line feeds."""
        return "".join(self.pieces)

    def words(self, content: str) -> None:
        """Add a text node: white space folded, except in preformatted text."""
        words = content.split()
        if not words:
            self.gap = True
            return
        pieces = self.pieces
        piece = "\n".join(line.rstrip() for line in content.strip("\n").split("\n")) if self.pre else " ".join(words)
        if self.size == self.start:
            if self.size:
                pieces.append("\n")
                self.size += 1
                self.start = self.size
            self._first = len(pieces)
        elif pieces[-1] != "\n" and (self.gap or content[0].isspace() or (self.edge and _is_set_apart(pieces[-1], words[0]))):
            pieces.append(" ")
            self.size += 1
        pieces.append(piece)
        size = len(piece)
        self.size += size
        if self.link:
            self._link_chars += size
        if self.bold:
            self._bold_chars += size
        self.gap = content[-1].isspace()
        self.edge = False

    def line_break(self) -> None:
        """A `<br>`: a line break within the block, and the second in a row ends it, as old pages set paragraphs."""
        if self.size == self.start:
            return
        if self.pieces[-1] == "\n":
            self.end_block()
        else:
            self._breaks.append((self.size, self._link_chars, self._bold_chars))
            self.pieces.append("\n")
            self.size += 1

    def end_block(self) -> None:
        """A block boundary: the line in hand, if it has words, becomes a block, or several where its breaks end paragraphs."""
        self.gap = self.edge = False
        if self.size == self.start:
            return
        if self.pieces[-1] == "\n":
            self.pieces.pop()
            self.size -= 1
            self._breaks.pop()
        start, link, bold = self.start, 0, 0
        if len(self._breaks) < _PIECES - 1 or self.pre or not _are_paragraphs("".join(self.pieces[self._first :]).split("\n")):
            self._breaks.clear()
        for end, link_chars, bold_chars in self._breaks:
            self._add(start, end, link_chars - link, bold_chars - bold)
            start, link, bold = end + 1, link_chars, bold_chars
        self._add(start, self.size, self._link_chars - link, self._bold_chars - bold)
        self.start = self.size
        self._link_chars = self._bold_chars = 0
        self._breaks.clear()

    def _add(self, start: int, end: int, link: int, bold: int) -> None:
        self.blocks.append(Block(start, end, self.tag, self.home, link, bold, self.hidden > 0))


def _is_set_apart(before: str, word: str) -> bool:
    """Whether style sets a word apart from the element before it, "<a>Home</a><a>News</a>", "<time>15:48</time><i>2 minutes</i>": no word
    goes from lower case to a capital, and no time of day on with another figure.
    """
    if word[0].isupper():
        return before[-1].islower()
    return word[0].isdigit() and _CLOCK.fullmatch(before[-4:]) is not None


def _are_paragraphs(pieces: list[str]) -> bool:
    return sum(map(_is_ideographic_sentence, pieces)) >= _MOST * len(pieces)


def _is_ideographic_sentence(piece: str) -> bool:
    return len(piece) >= _LONG and piece[-1] in _STOPS and 2 * sum(east_asian_width(c) == "W" for c in piece) > len(piece)
