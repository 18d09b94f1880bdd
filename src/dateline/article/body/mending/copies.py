"""Words that a page prints twice: pull quotes, copies of the article, and notices that stand wherever something could not be shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kept import little, size_of, text_of

if TYPE_CHECKING:
    from ....records import Page

# Code points of a pull quote, and the marks it is set in.
_PULLED = (25, 250)
# Kept blocks of a page on which pull quotes are looked for: each is compared with all.
_SHORT_ENOUGH = 500
_QUOTE_MARKS = " \n\"'“”„‟«»‹›‘’—–-.,!?…"
# A copy of the article in one block is of so many code points, so much longer than any other, and so much of it stands in the others.
_COPY, _LONGER, _COVERED = 200, 1.5, 0.8
_WORD = re.compile(r"\w+")
# Code points of lines that do not come twice by chance; and of those that go with them when so many do.
_TELLING, _WITH_THEM, _MANY = 60, 20, 3
_VERBATIM = frozenset(("td", "th", "pre"))
# What stands on a page this often says nothing of the article; and repetitions go while they are less than this share of all.
_OFTEN, _PART = 3, 0.5


def copied(page: Page, kept: list[int]) -> list[int]:
    """The blocks that print the article once more in one piece, for a voice to read or a script to cut up."""
    found: list[int] = []
    left = sorted(kept, key=lambda i: page.blocks[i].end - page.blocks[i].start)
    while len(left) > 1:
        size, next_size = (size_of(page, [i]) for i in (left[-1], left[-2]))
        if size < _COPY or size < _LONGER * next_size:
            break
        longest = left.pop()
        own = _threes(text_of(page, longest))
        if not own or sum(g in own for g in set().union(*(_threes(text_of(page, i)) for i in left))) < _COVERED * len(own):
            break
        found.append(longest)
    return found


def repeated(page: Page, kept: list[int]) -> list[int]:
    """Lines that come again. Where many do, the page holds copies for screens of other sizes, of which the first is kept; where one or two
    do, again and again, they are notices, as are the lines beside them that come as often.
    """
    places: dict[str, list[int]] = {}
    for i in kept:
        places.setdefault(text_of(page, i), []).append(i)
    again = {text: at for text, at in places.items() if len(at) > 1 and len(text) >= _TELLING}
    if len(again) >= _MANY:
        return [i for text, at in places.items() if len(text) >= _WITH_THEM for i in at[1:]]
    notices: set[int] = set()
    for at in again.values():
        if len(at) < _OFTEN:
            continue
        notices.update(at)
        for step in (-1, 1):
            beside = {i + step for i in at}
            if any(beside <= set(others) for others in places.values()):
                notices |= beside
    return little(page, sorted(notices), kept, _PART)


def said_before(page: Page, kept: list[int]) -> list[int]:
    """Lines that stand on the page before: of a shop, a thread or a list, what is said on every card is said once. Cells and code stay."""
    seen: set[str] = set()
    found = []
    for i in kept:
        text = text_of(page, i)
        if len(text) < _WITH_THEM or page.blocks[i].tag in _VERBATIM:
            continue
        if text in seen:
            found.append(i)
        seen.add(text)
    return little(page, found, kept, _PART)


def pull_quotes(page: Page, kept: list[int]) -> list[int]:
    """The blocks that print again, as a line of their own, words that stand within a longer paragraph."""
    if len(kept) > _SHORT_ENOUGH:
        return []
    texts = {i: text_of(page, i) for i in kept}
    found = []
    for i, text in texts.items():
        words = text.strip(_QUOTE_MARKS)
        fits = _PULLED[0] <= len(words) <= _PULLED[1] and not page.blocks[i].tag.startswith("h")
        if fits and any(words in other and len(other) > 2 * len(words) for other in texts.values()):
            found.append(i)
    return found


def _threes(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return set(zip(words, words[1:], words[2:], strict=False))
