"""What changed between two versions of an article: fields, paragraphs, and words within paragraphs. Pure.

Paragraphs and words are aligned by patience: what stands exactly once on both sides is an anchor, and between anchors the
same again. The work grows with the length of the texts and not with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.archive.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.records import Article

# Anchors within anchors are looked for so many times; then what is left counts as replaced.
_LEVELS = 16
# Up to so many pairs of things, comparing each with each is no work, and finds more than anchors do.
_FEW_PAIRS = 2_500
# Two paragraphs that share this much of their words are one that was edited. Below, an edit shows more red than black.
_EDITED = 0.5

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")

ParagraphState = Literal["same", "changed", "added", "removed"]
WordState = Literal["same", "added", "removed"]

# What is shown beside the body, in this order. Evidence, notes and spans are the reader's, not the publisher's.
FIELDS = (
    "headline", "subheadline", "byline", "authors", "source", "dateline", "published", "modified", "canonical_url", "outlet",
    "news_id", "language", "section", "keywords", "genre", "access", "kind", "images", "corrections",
)  # fmt: skip


class FieldChange(msgspec.Struct, frozen=True):
    """A field whose value changed, as text; None where there is no value."""

    field: str
    old: str | None
    new: str | None


class Run(msgspec.Struct, frozen=True):
    """A stretch of a changed paragraph."""

    state: WordState
    text: str


class ParagraphChange(msgspec.Struct, frozen=True):
    """A paragraph of either version; `old` or `new` is its place in that version's body. The runs make up its text."""

    state: ParagraphState
    runs: tuple[Run, ...]
    old: int | None
    new: int | None


class Diff(msgspec.Struct, frozen=True):
    """The difference between two records, named by their captures' hashes; every paragraph is there, in reading order."""

    id: str
    old: str
    new: str
    fields: tuple[FieldChange, ...]
    paragraphs: tuple[ParagraphChange, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return not self.fields and all(paragraph.state == "same" for paragraph in self.paragraphs)


def diff(old: Article, new: Article) -> Diff:
    """The difference between two records."""
    before, after = ([paragraph.text for paragraph in article.body] for article in (old, new))
    return Diff(new.uri, old.capture, new.capture, field_changes(old, new), tuple(_paragraphs(before, after)))


def field_changes(old: Article, new: Article) -> tuple[FieldChange, ...]:
    """The fields other than the body that differ."""
    pairs = ((field, shown(getattr(old, field)), shown(getattr(new, field))) for field in FIELDS)
    return tuple(FieldChange(field, before, after) for field, before, after in pairs if before != after)


def shown(value: object) -> str | None:
    """A field's value as people read it; None for no value."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return "; ".join(shown(part) or "" for part in value)
    for name in ("name", "caption", "text", "url"):
        text = getattr(value, name, None)
        if text:
            return str(text)
    return str(value)


def _paragraphs(before: list[str], after: list[str]) -> Iterator[ParagraphChange]:
    at, to = 0, 0
    for i, j in [*matches(before, after), (len(before), len(after))]:
        yield from _gap(before, after, (at, i), (to, j))
        if i < len(before):
            yield ParagraphChange("same", (Run("same", before[i]),), i, j)
        at, to = i + 1, j + 1


def _gap(before: list[str], after: list[str], old: tuple[int, int], new: tuple[int, int]) -> Iterator[ParagraphChange]:
    """Paragraphs between two that stayed: edited ones in pairs, the others removed and added."""
    at, to = old[0], new[0]
    for i, j in [*_edited(before[slice(*old)], after[slice(*new)]), (old[1] - old[0], new[1] - new[0])]:
        i, j = i + old[0], j + new[0]  # noqa: PLW2901
        yield from (ParagraphChange("removed", (Run("removed", before[k]),), k, None) for k in range(at, i))
        yield from (ParagraphChange("added", (Run("added", after[k]),), None, k) for k in range(to, j))
        if i < old[1]:
            yield ParagraphChange("changed", tuple(word_runs(before[i], after[j])), i, j)
        at, to = i + 1, j + 1


def _edited(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """The pairs, in order, that make the most of the words kept; none when there are too many to compare."""
    if not before or not after or len(before) * len(after) > _FEW_PAIRS:
        return []
    bags = [[frozenset(words(text)) for text in side] for side in (before, after)]
    # best[i][j]: the most that paragraphs from i and from j on can keep
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    kept = [[_kept(one, other) for other in bags[1]] for one in bags[0]]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + kept[i][j])
    pairs, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if kept[i][j] and best[i][j] == best[i + 1][j + 1] + kept[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _kept(one: frozenset[str], other: frozenset[str]) -> float:
    share = len(one & other) / max(len(one), len(other), 1)
    return share if share >= _EDITED else 0.0


def word_runs(old: str, new: str) -> Iterator[Run]:
    """How one text became the other, word by word."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    at, to = 0, 0
    same: list[str] = []
    for i, j in [*matches(before, after), (len(before), len(after))]:
        if i > at or j > to:
            if same:
                yield Run("same", "".join(same))
                same = []
            if i > at:
                yield Run("removed", "".join(before[at:i]))
            if j > to:
                yield Run("added", "".join(after[to:j]))
        if i < len(before):
            same.append(before[i])
        at, to = i + 1, j + 1
    if same:
        yield Run("same", "".join(same))


def matches(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places, ascending on both sides, where the two hold the same."""
    found: list[tuple[int, int]] = []
    open_gaps = [(0, len(before), 0, len(after), 0)]
    while open_gaps:
        start, end, first, last, level = open_gaps.pop()
        while start < end and first < last and before[start] == after[first]:
            found.append((start, first))
            start, first = start + 1, first + 1
        while start < end and first < last and before[end - 1] == after[last - 1]:
            end, last = end - 1, last - 1
            found.append((end, last))
        if start == end or first == last:
            continue
        if (end - start) * (last - first) <= _FEW_PAIRS:
            matcher = SequenceMatcher(None, before[start:end], after[first:last], autojunk=False)
            for i, j, size in matcher.get_matching_blocks():
                found += [(start + i + k, first + j + k) for k in range(size)]
        elif level < _LEVELS:
            anchors = _anchors(before, after, (start, end), (first, last))
            found += anchors
            for i, j in [*anchors, (end, last)] if anchors else []:
                open_gaps.append((start, i, first, j, level + 1))
                start, first = i + 1, j + 1
    return sorted(found)


def _anchors(before: Sequence[str], after: Sequence[str], old: tuple[int, int], new: tuple[int, int]) -> list[tuple[int, int]]:
    """What stands once in either range, as many as keep their order: the longest ascending sequence of places."""
    there = _once(after, new)
    pairs = sorted((i, there[text]) for text, i in _once(before, old).items() if text in there)
    ends: list[int] = []  # the lowest last place of a sequence of each length
    tails: list[int] = []  # and which pair that is
    previous: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        previous.append(tails[length - 1] if length else -1)
        if length == len(ends):
            ends.append(j)
            tails.append(number)
        else:
            ends[length], tails[length] = j, number
    chain: list[tuple[int, int]] = []
    number = tails[-1] if tails else -1
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    return chain[::-1]


def _once(side: Sequence[str], place: tuple[int, int]) -> dict[str, int]:
    """The texts that stand exactly once in a range, and where."""
    places: dict[str, int] = {}
    for at in range(*place):
        places[side[at]] = -1 if side[at] in places else at
    return {text: at for text, at in places.items() if at >= 0}
