"""Pieces of what is said, put together: what only marks divide, and quotations that go on in the next paragraph."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.statements.quotation import Quotation
    from dateline.statements.said import Said


def joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans with those made one that only marks and white space of a line divide."""
    found: list[Span] = []
    for span in spans:
        between = text[found[-1].end : span.start] if found else ""
        if found and not any(sign.isalnum() or sign == "\n" for sign in between):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def continued(said: list[Said], marks: Sequence[Quotation]) -> list[Said]:
    """Attributions with the paragraphs of their quotations that nobody has: those that go on, and those that are gone on from."""
    owners = sorted((span.start, span.end, at) for at, one in enumerate(said) for span in one.content)
    starts = [start for start, _, _ in owners]

    def owner(mark: Quotation) -> int | None:
        at = bisect_right(starts, mark.inner) - 1
        return owners[at][2] if at >= 0 and owners[at][1] > mark.inner else None

    def free(mark: Quotation) -> bool:
        """Whether no content begins within a paragraph."""
        at = bisect_right(starts, mark.start - 1)
        return at >= len(starts) or starts[at] >= mark.end

    outer = [mark for mark in marks if mark.depth == 0]
    latest: dict[int, int | None] = {}
    more: dict[int, list[Span]] = {}
    for at in range(1, len(outer)):
        if outer[at].continues:
            before = latest.get(at - 1, owner(outer[at - 1]))
            here = owner(outer[at])
            if before is not None and here is None and free(outer[at]):
                more.setdefault(before, []).append(Span(outer[at].start, outer[at].end))
                here = before
            latest[at] = here
    for at in range(len(outer) - 1, 0, -1):
        if outer[at].continues:
            here, before = latest.get(at, owner(outer[at])), latest.get(at - 1, owner(outer[at - 1]))
            if here is not None and before is None and free(outer[at - 1]):
                more.setdefault(here, []).append(Span(outer[at - 1].start, outer[at - 1].end))
                latest[at - 1] = here
    result = [
        one._replace(content=tuple(sorted((*one.content, *more[at])))) if at in more else one for at, one in enumerate(said)
    ]
    return sorted(result, key=lambda one: one.content[0])
