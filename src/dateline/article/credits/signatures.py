"""Names by which a text is signed, with nothing that says so: alone in a line where it begins or ends, or at the head of a biography below."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from ...records import Span
from ..body.mending.below import heads_biography
from ..elsewhere import among_stories
from ..labels import labelled
from ..stopwords import stop_words
from .name_words import PARTICLES
from .names import authors_in, looks_like_person
from .witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records import Block, Page
    from ..clues import Clues

# Code points of a name, and words; lines of a text that a name may stand above, and below its last line where one may stand.
_LONGEST, _FEWEST_WORDS, _MOST_WORDS, _PARAGRAPHS, _BELOW = 60, 2, 5, 3, 2
_NO_NAME_TAGS = frozenset(("h1", "h2", "h3", "li", "figcaption", "button", "dt", "option", "label"))
# What a biography says of whom it is about.
_PERSON_IS = re.compile(
    r"(?:author\s|by\s)?(?P<name>(?-i:[^\W\d_a-z][\w.'’-]*)(?:\s(?-i:[^\W\d_a-z][\w.'’-]*)){1,3}),?"
    r"\s(?:is|was|has|writes|covers|works|joined|lives|ist|arbeitet|schreibt|est|es|è|é|är|er)\b",
    re.I,
)
_START = attrgetter("start")


def signatures(clues: Clues, outlets: frozenset[str]) -> Iterator[Witness]:
    """A person's name beside the text's paragraphs ("signed"), and the name that a biography begins with ("biography")."""
    if clues.first < 0:
        return
    page = clues.page
    below = range(clues.last + 1, bisect_left(page.blocks, clues.zones.tail.end, key=_START))
    named = [(index, "biography", _of_biography(page, index + 1)) for index in below if heads_biography(clues.line(index))]
    # In text, tags and captions look like names as well.
    ends = (
        (clues.first - 1, clues.first, *range(max(clues.first + 1, clues.last), clues.last + _BELOW + 1))
        if page.form == "html"
        else ()
    )
    named += [(index, "signed", _signed(clues, index)) for index in ends if 0 <= index < len(page.blocks)]
    for index, kind, span in named:
        if span is not None and not (index > clues.last and among_stories(clues, page.blocks[index].element)):
            raw = span.of(page.text)
            yield Witness(kind, authors_in(raw, outlets=outlets, japanese=clues.japanese), span=span, raw=raw)


def _of_biography(page: Page, index: int) -> Span | None:
    """The name that a biography begins with, alone in a line or before what is said of it."""
    if index >= len(page.blocks):
        return None
    block = page.blocks[index]
    line = page.text[block.start : block.end]
    named = _PERSON_IS.match(line)
    name = named["name"] if named else line if len(line) <= _LONGEST else ""
    if not looks_like_person(name):
        return None
    start = block.start + (named.start("name") if named else 0)
    return Span(start, start + len(name))


def _signed(clues: Clues, index: int) -> Span | None:
    """A line that is a person's name: the text's first or last, or one right above or below it beside its paragraphs."""
    page, block = clues.page, clues.page.blocks[index]
    if block.end - block.start > _LONGEST or block.link or block.tag in _NO_NAME_TAGS:
        return None
    if index > clues.first:
        beside = min(index - 1, clues.last)
    elif clues.first + _PARAGRAPHS <= clues.last:
        beside = clues.first if index < clues.first else index + 1
    else:
        return None
    if _place(page, page.blocks[beside]) != _place(page, block):
        return None
    line = clues.line(index)
    if not _is_name(line, clues.language) or labelled(line) is not None or _is_in_story(clues, line, index):
        return None
    return Span(block.start, block.end)


def _is_in_story(clues: Clues, name: str, index: int) -> bool:
    """Whether the headline or another line of the text names a person: who is quoted last is named below the words, too."""
    others = (line.span for at, line in enumerate(clues.lines[clues.first : clues.last + 1], clues.first) if at != index)
    surname = name.rsplit(maxsplit=1)[-1]
    return surname in (clues.headline or "") or any(name in span.of(clues.page.text) for span in others)


def _is_name(line: str, language: str | None) -> bool:
    words = line.split()
    if (
        "\n" in line
        or line[-1] in ".!?…:"
        or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        or not all(w[0].isupper() for w in words)
    ):
        return False
    return not any(_is_function_word(word.lower(), language) for word in words) and looks_like_person(line)


def _is_function_word(word: str, language: str | None) -> bool:
    """Whether a word is frequent in the page's language ("Contact Us", "À écouter aussi") and no part of names ("van", "de")."""
    said = (language or "").split("-")[0]
    return word not in PARTICLES and any(name == said for name, _ in stop_words().get(word, ()))


def _place(page: Page, block: Block) -> tuple[str, int]:
    return block.tag, page.elements[block.element].parent if block.element >= 0 else -1
