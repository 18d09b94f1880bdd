"""What the ways of finding attributions hand on, before speakers are named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records import Span
    from dateline.statements.quotation import Quotation

# From this share of its letters in marks on, what is said is a quotation; below it is a paraphrase with words in marks.
_QUOTED_SHARE = 0.5


class Said(NamedTuple):
    """Something said: its words, the words that say that it was said, and those that say by whom."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()


def is_quote(content: tuple[Span, ...], quoted: Sequence[Quotation], starts: Sequence[int]) -> bool:
    """Whether most of what is said stands in marks; `quoted` are the outermost quotations of the text, `starts` where they begin."""
    inside = 0
    for span in content:
        first = max(0, bisect_right(starts, span.start) - 1)
        for one in quoted[first : bisect_left(starts, span.end)]:
            inside += max(0, min(span.end, one.end) - max(span.start, one.start))
    return inside >= _QUOTED_SHARE * sum(span.end - span.start for span in content)
