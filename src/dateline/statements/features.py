"""What the attribution model sees: a row of small whole numbers for every token, and no word that is not on a list.

A word is known by its number in the closed classes and the lists of reporting words, by its word class and its ending; names only by
their shape and by how often the text repeats them. The rest is where a token stands: in marks, in its sentence, in its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.statements.words_en import SHAPES, lists, word_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.statements.quotation import Quotation

Rows = npt.NDArray[np.int32]

# Words with inner points, hyphens and apostrophes are one token; "n't" and "'s" are tokens of their own.
_TOKEN = re.compile(
    r"``|''|\n|(?:Mrs?|Ms|Drs?|Prof|Sens?|Reps?|Govs?|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|St|Jr|Sr|No|Inc|Corp|Co|Ltd|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
    r"|(?:[A-Za-z]\.){1,8}(?![A-Za-z])(?<=[A-Z].)|['’](?:s|re|ve|d|ll|m)\b|n['’]t\b|[^\W_]+?(?=n['’]t\b)"
    r"|[^\W_]++(?:(?:[-'’&/](?!(?:s|re|ve|d|ll|m)\b)|[.,](?=\d))[^\W_]++)*|[^\s]"
)
_CAPITAL = re.compile(r"\b[A-Z][^\W_]+\b")
# More of a text than this is not looked at to learn its names: they have all been named by then.
_LOOKED_AT = 200_000
# Longer words are noise; their beginning says as much.
_LONGEST: Final = 40
_STOPS: Final = frozenset(".!?")
_AFTER_STOP: Final = frozenset(("”", '"', "''", "’", "'", ")", "»"))
_SINGLE: Final = frozenset("‘'’‚‹›")
# Sizes of quotations, in tokens, that tell a word in marks from a sentence.
_LENGTHS: Final = (2, 3, 5, 9, 17, 33)
_STATES, _PLACES, _ENDINGS, _COUNTS = 8, 16, 4, 12


class Features(NamedTuple):
    """One row of numbers for each token, and the number of its line and of its sentence in the stretch."""

    rows: Rows
    lines: Rows
    sentences: Rows


class Tokens(NamedTuple):
    """Tokens in order: `pieces[i]` is `text[starts[i]:ends[i]]`; a line's end is a token."""

    pieces: list[str]
    starts: list[int]
    ends: list[int]


def tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`."""
    found = list(_TOKEN.finditer(text, start, end))
    return Tokens([match.group() for match in found], [match.start() for match in found], [match.end() for match in found])


def capitals(text: str) -> dict[str, int]:
    """How often the text has each word with a capital; negative where it has it in small letters too."""
    start = text[:_LOOKED_AT]
    counts: dict[str, int] = {}
    for word in _CAPITAL.findall(start):
        counts[word] = counts.get(word, 0) + 1
    small = set(re.findall(r"\b[a-z]+\b", start))
    return {word: -count if word.lower() in small else count for word, count in counts.items()}


def sizes() -> tuple[int, ...]:
    """How many values each column of `Features.rows` can have."""
    return (*lists().sizes, SHAPES, _STATES, (len(_LENGTHS) + 1) * _ENDINGS + 1, _PLACES, _COUNTS)


def features(seen: Tokens, quoted: Sequence[Quotation], counts: Mapping[str, int]) -> Features:
    """What the model is told of a stretch; columns of rows as in `sizes`, all counted from one table's beginning."""
    size = len(seen.pieces)
    table: dict[str, int] = {}
    at = np.fromiter((table.setdefault(piece, len(table)) for piece in seen.pieces), dtype=np.int32, count=size)
    known = np.array([(*word_row(piece[:_LONGEST]), _count(counts.get(piece, 0))) for piece in table], dtype=np.int32).reshape(
        -1, 10
    )
    state, length = _quoted(seen, quoted)
    places = _places(seen)
    columns = np.column_stack((known[at][:, :9], state, length, places, known[at][:, 9]))
    opening = (places & 1) == 1
    begins = opening & ~np.concatenate(([False], opening[:-1]))
    broken = np.array([piece == "\n" for piece in seen.pieces], dtype=bool)
    cuts = broken & ~np.concatenate(([False], broken[:-1]))
    return Features(
        columns + np.cumsum((0, *sizes()[:-1]), dtype=np.int32),
        np.cumsum(cuts, dtype=np.int32),
        np.cumsum(begins, dtype=np.int32),
    )


def _count(count: int) -> int:
    """Names by how often they come: 1, 2, 3 to 5, 6 to 10, more; from 6 on for those that are common words too."""
    if count == 0:
        return 0
    much = abs(count)
    bucket = 1 + (much > 1) + (much > 2) + (much > 5) + (much > 10)
    return bucket + (5 if count < 0 else 0)


def _quoted(seen: Tokens, quoted: Sequence[Quotation]) -> tuple[Rows, Rows]:
    """For each token, where it stands in marks, and how long what the marks hold is and how it ends."""
    state = np.zeros(len(seen.pieces), dtype=np.int32)
    length = np.zeros(len(seen.pieces), dtype=np.int32)
    firsts = np.searchsorted(np.array(seen.starts), [one.start for one in quoted]).tolist()
    lasts = np.searchsorted(np.array(seen.ends), [one.end for one in quoted], side="right").tolist()
    for one, first, last in zip(quoted, firsts, lasts, strict=True):
        if first >= last:
            continue
        if one.depth:
            state[first:last] = 6
            continue
        state[first:last] = 5 if not one.closed else 4 if one.mark in _SINGLE else 2
        state[first] = 1
        if one.closed:
            state[last - 1] = 3
        final = seen.pieces[last - 2] if one.closed and last - first > 2 else ""
        ending = 1 if final == "," else 2 if final == "." else 3 if final in _STOPS and final else 0
        bucket = int(np.searchsorted(_LENGTHS, last - first - 2, side="right"))
        length[first:last] = 1 + bucket * _ENDINGS + ending
    return state, length


def _places(seen: Tokens) -> Rows:
    """For each token, whether it begins a sentence, stands in the first of its line, and whether the line ends without a stop."""
    places = np.zeros(len(seen.pieces), dtype=np.int32)
    opening, line, first = True, 0, 4
    for index, piece in enumerate(seen.pieces):
        if piece == "\n":
            if index > line and _last(seen.pieces, index) not in _STOPS:
                places[line:index] += 8
            opening, line, first = True, index + 1, 4
            continue
        if opening and index > line:
            first = 0
        places[index] = first + (1 if opening else 0) + (2 if index - line < 2 else 0)
        opening = (
            (piece in _STOPS)
            or (opening and (piece in _AFTER_STOP or not piece.isalnum()))
            or (piece in _AFTER_STOP and index > 0 and seen.pieces[index - 1] in _STOPS)
        )
    if seen.pieces and _last(seen.pieces, len(seen.pieces)) not in _STOPS:
        places[line:] += 8
    return places


def _last(pieces: list[str], end: int) -> str:
    """The last token before one, closing marks left out."""
    last = end - 1
    while last > 0 and end - last < 3 and pieces[last] in _AFTER_STOP:
        last -= 1
    return pieces[last]
