"""Text with marks on it, cut into pieces that a template can print one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline import Span

# More marks than this in one text are no help to anybody, and each costs markup: the first are kept.
MOST_MARKS = 4_000

_STATEMENTS = ("statement", "due")
_NAMED = ("evidence", "note", *_STATEMENTS)


class Mark(NamedTuple):
    """What a stretch of text is marked as: `due` is a statement that falls due.

    `key` is the number of the evidence, statement or annotation, or a link's address.
    """

    kind: Literal["evidence", "hit", "link", "note", "statement", "due"]
    key: str
    start: int
    end: int


class Piece(NamedTuple):
    """A run of text under the same marks. `begins` names the marks whose first piece this is, so that one can link to them."""

    text: str
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    href: str | None = None
    hit: bool = False
    due: bool = False
    begins: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether there is no mark on it."""
        return not (self.evidence or self.notes or self.statements or self.href or self.hit)


def pieces(text: str, span: Span, marks: Sequence[Mark]) -> list[Piece]:
    """`text[span]` cut at the ends of the marks that reach into it.

    `marks` must be sorted by `start`. Marks may overlap. Every piece belongs to the marks that cover it.
    """
    inside = [mark for mark in marks if mark.start < span.end and mark.end > span.start and mark.end > mark.start][:MOST_MARKS]
    cuts = sorted({span.start, span.end, *(cut for mark in inside for cut in _cuts(mark, span))})
    out: list[Piece] = []
    open_marks: list[Mark] = []
    coming = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while coming < len(inside) and inside[coming].start <= start:
            if inside[coming].end > start:
                open_marks.append(inside[coming])
            coming += 1
        out.append(_piece(text[start:end], open_marks, start))
    return out


def _cuts(mark: Mark, span: Span) -> tuple[int, int]:
    return max(mark.start, span.start), min(mark.end, span.end)


def _piece(text: str, marks: list[Mark], start: int) -> Piece:
    if not marks:
        return Piece(text)
    return Piece(
        text,
        evidence=tuple(mark.key for mark in marks if mark.kind == "evidence"),
        notes=tuple(mark.key for mark in marks if mark.kind == "note"),
        statements=tuple(mark.key for mark in marks if mark.kind in _STATEMENTS),
        due=any(mark.kind == "due" for mark in marks),
        href=next((mark.key for mark in marks if mark.kind == "link"), None),
        hit=any(mark.kind == "hit" for mark in marks),
        begins=tuple(_name(mark) for mark in marks if mark.start == start and mark.kind in _NAMED),
    )


def _name(mark: Mark) -> str:
    """What the beginning of a mark is called on the page."""
    if mark.kind == "evidence":
        return f"e{mark.key}"
    return f"n{mark.key}-words" if mark.kind == "note" else f"s{mark.key}-words"


def highlighted(text: str, spans: Iterable[Span]) -> list[Piece]:
    """Text with what was found in it: the spans count from its beginning."""
    from dateline import Span

    marks = sorted((Mark("hit", str(n), span.start, span.end) for n, span in enumerate(spans)), key=lambda mark: mark.start)
    return pieces(text, Span(0, len(text)), marks)
