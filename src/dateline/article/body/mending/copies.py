"""Words that a page prints twice: pull quotes, and copies of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from ....page.tags import HEADINGS
from .kept import little, size_of, text_of

if TYPE_CHECKING:
    from ....records import Page

# Code points of a pull quote, and of one of text below it that markup or marks do not set off: a shorter line is a subheading, whose words
# the text takes up.
_PULLED, _SET_OFF_FROM = (25, 250), 45
_PLACES = 4  # where the same words stand
_QUOTE_CLOSING = " \n\"'”»›’"
_QUOTE_MARKS = " \n\"'“”„‟«»‹›‘’—–-.,!?…"
# A copy of the article in one block is of so many code points, so much longer than any other, and so much of it stands in the others.
_COPY, _LONGER, _COVERED = 200, 1.5, 0.8
_WORD = re.compile(r"\w+")
# Code points that are compared with one another at most, and copies that are looked for.
_COMPARED, _COPIES = 300_000, 5
# Code points of lines that do not come twice by chance, of those that are looked at on pages that are no articles, and how many make a copy.
_TELLING, _WITH_THEM, _MANY = 60, 20, 3
# Repetitions go while they are less than this share of all.
_PART = 0.5
# A paragraph of so many code points, with others of so many, is no refrain. It comes again within so many lines, and is so little of all.
_PARAGRAPH, _OTHERS, _CLOSE_BY, _BIT = 140, 80, 8, 0.2
_VERBATIM = frozenset(("td", "th", "pre"))
_APART = _VERBATIM | {"li", "dt", "dd", "blockquote"}
# Headings, ingredients and cells say again what the text says.
_LISTED = _VERBATIM | {"li", "dt", "dd", *HEADINGS}


def copied(page: Page, kept: list[int]) -> list[int]:
    """The blocks that print the article once more in one piece, for a voice to read or a script to cut up."""
    if size_of(page, kept) > _COMPARED:
        return []
    found: list[int] = []
    left = sorted(kept, key=lambda i: page.blocks[i].end - page.blocks[i].start)
    while len(left) > 1 and len(found) < _COPIES:
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
    """The lines of copies for screens of other sizes: runs of lines that come again in the same order; and long paragraphs that come again
    close by. The first stay, unless they are hidden and the others are not.

    A refrain, or a question that is put to each of several people, comes again with other lines around it.
    """
    last: dict[str, int] = {}
    before = []  # for each kept line, where among them it stood last
    for at, i in enumerate(kept):
        text = text_of(page, i)
        before.append(last.get(text, -1))
        last[text] = at
    copies: list[int] = []
    close_by: list[int] = []
    run: list[int] = []  # places among the kept lines
    for at in range(len(kept) + 1):
        if run and (at == len(kept) or before[at] != before[at - 1] + 1):
            first, again = [kept[before[where]] for where in run], [kept[where] for where in run]
            if len({text for i in again if len(text := text_of(page, i)) >= _TELLING}) >= _MANY:
                copies += _less_shown(page, first, again)
            elif run[0] - before[run[0]] <= _CLOSE_BY and _are_paragraphs(page, again):
                close_by += _less_shown(page, first, again)
            run = []
        if at < len(kept) and before[at] >= 0:
            run.append(at)
    return copies + little(page, close_by, kept, _BIT)


def _are_paragraphs(page: Page, run: list[int]) -> bool:
    sizes = [page.blocks[i].end - page.blocks[i].start for i in run if page.blocks[i].tag not in _APART]
    return len(sizes) == len(run) and min(sizes) >= _OTHERS and max(sizes) >= _PARAGRAPH


def _less_shown(page: Page, first: list[int], again: list[int]) -> list[int]:
    """Of two copies, the one that goes."""
    hidden, shown = (all(page.blocks[i].hidden for i in first), not any(page.blocks[i].hidden for i in again))
    return first if hidden and shown else again


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
    if size_of(page, kept) > _COMPARED:
        return []
    texts = [text_of(page, i) for i in kept]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    joined = "\0".join(texts)
    found = []
    for own, (i, text) in enumerate(zip(kept, texts, strict=True)):
        words = text.strip(_QUOTE_MARKS)
        heads = len(words) < _SET_OFF_FROM and page.blocks[i].tag != "blockquote" and words == text
        if (
            not _PULLED[0] <= len(words) <= _PULLED[1]
            or page.blocks[i].tag in _LISTED
            or text.rstrip(_QUOTE_CLOSING).endswith(("?", "？"))
        ):
            continue
        at = -1
        for _ in range(_PLACES):
            at = joined.find(words, at + 1)
            if at < 0:
                break
            where = bisect_right(starts, at) - 1
            if len(texts[where]) > 2 * len(words):
                if not (heads and where > own):
                    found.append(i)
                break
    return found


def _threes(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return set(zip(words, words[1:], words[2:], strict=False))
