"""The prose of an article as one text, a paragraph a line, and the way back to the spans of `Article.text`."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dateline.records import Article, Span

if TYPE_CHECKING:
    from datetime import date, datetime

    from dateline.records import Moment

# Lines of a body that are no prose: what stands in a table or a listing says nothing in sentences.
_NO_PROSE = frozenset(("table row", "preformatted"))


class Passages(NamedTuple):
    """Prose, when it was published, its language if known, and where its lines come from.

    The line that begins at `lines[i]` of `text` stands at `places[i]` of the original.
    """

    text: str
    published: date | datetime | Moment | None
    language: str | None
    lines: tuple[int, ...] = (0,)
    places: tuple[int, ...] = (0,)

    def original(self, span: Span) -> tuple[Span, ...]:
        """Where words of the prose stand in the original: one span, or one for every line they run over."""
        first, last = bisect_right(self.lines, span.start) - 1, bisect_right(self.lines, max(span.start, span.end - 1)) - 1
        if first == last:
            moved = self.places[first] - self.lines[first]
            return (Span(span.start + moved, span.end + moved),)
        found = []
        for line in range(first, last + 1):
            start = max(span.start, self.lines[line])
            end = min(span.end, self.lines[line + 1] - 1) if line < last else span.end
            if start < end:
                found.append(Span(start - self.lines[line] + self.places[line], end - self.lines[line] + self.places[line]))
        return tuple(found)


def passages(source: Article | str, published: date | datetime | Moment | None, language: str | None) -> Passages:
    """The prose of an article's body, or a text as it is."""
    if isinstance(source, str):
        return Passages(source, published, language)
    paragraphs = [paragraph for paragraph in source.body if paragraph.kind not in _NO_PROSE]
    lines, place = [], 0
    for paragraph in paragraphs:
        lines.append(place)
        place += len(paragraph.text) + 1
    return Passages(
        "\n".join(paragraph.text for paragraph in paragraphs),
        published if published is not None else source.published,
        language or source.language,
        tuple(lines) or (0,),
        tuple(paragraph.span.start for paragraph in paragraphs) or (0,),
    )
