"""The front door of statements: an article or a text in, everything that is said in it out, in order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from dateline.statements.attributions import find_attributions
from dateline.statements.others import attributed, find_others
from dateline.statements.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from dateline.records import Article, Moment, Span
    from dateline.statements.passages import Passages
    from dateline.statements.records import Statement


def find_statements(
    source: Article | str, *, published: date | datetime | Moment | None = None, language: str | None = None
) -> tuple[Statement, ...]:
    """The statements of an article's body, or of a prose text, in the order of their content.

    Spans point into `Article.text`, or into the text itself. `published` is a date, a datetime or a `Moment`, the article's own unless
    given; `language` a BCP 47 tag, the article's own or guessed. `Statement.within` is an index of the tuple.
    """
    prose = passages(source, published, language)
    said = find_attributions(prose.text, language=prose.language)
    others = find_others(prose, said)
    return tuple(_moved(statement, prose) for statement in in_order(attributed(said, others), others))


def in_order(said: Iterable[Statement], others: Iterable[Statement]) -> list[Statement]:
    """Attributions and what else is stated, sorted; `within` is set for what stands inside an attribution's content."""
    attributions = sorted(said, key=_place)
    statements = sorted((*attributions, *others), key=_place)
    pieces = sorted((span.start, span.end, index) for index, one in enumerate(attributions) for span in one.content)
    starts = [start for start, _, _ in pieces]
    at = {id(one): index for index, one in enumerate(statements)}
    inner = {id(one) for one in statements} - {id(one) for one in attributions}
    result = []
    for one in statements:
        around = _around(one.content[0], pieces, starts) if id(one) in inner and one.within is None else None
        result.append(one if around is None else msgspec.structs.replace(one, within=at[id(attributions[around])]))
    return result


def _place(statement: Statement) -> tuple[int, int]:
    """Statements go by where their content begins, the wider first."""
    return statement.content[0].start, -statement.content[-1].end


def _around(span: Span, pieces: list[tuple[int, int, int]], starts: list[int]) -> int | None:
    """The attribution whose content a span begins in: pieces of content do not overlap."""
    found = bisect_right(starts, span.start) - 1
    return pieces[found][2] if found >= 0 and span.start < pieces[found][1] else None


def _moved(statement: Statement, prose: Passages) -> Statement:
    """A statement with its spans in the original."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(place for span in spans for place in prose.original(span))

    due = statement.due and msgspec.structs.replace(statement.due, span=prose.original(statement.due.span)[0])
    return msgspec.structs.replace(
        statement, content=moved(statement.content), cue=moved(statement.cue), speaker=moved(statement.speaker),
        hedge=moved(statement.hedge), due=due,
    )  # fmt: skip
