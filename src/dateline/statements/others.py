"""What a text states besides attributions: what falls due and who says so, and what its author only alleges."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from dateline.moments.words import root
from dateline.statements.allegations import find_allegations
from dateline.statements.dated import find_dated
from dateline.statements.languages import guess
from dateline.statements.times import find_times, publish_day
from dateline.statements.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records import Span
    from dateline.statements.passages import Passages
    from dateline.statements.records import Statement


def find_others(prose: Passages, said: Sequence[Statement]) -> list[Statement]:
    """The dated statements and allegations of a prose; `said` are its attributions, in the order of their content."""
    language = root(prose.language) or guess(prose.text)
    day = publish_day(prose.published)
    around = _Attributions(said)
    # What somebody else alleges is his paraphrase, not the author's allegation.
    alleged = [one for one in find_allegations(prose.text, language=language) if around.of(one.hedge[0]) is None]
    if day is None:
        return list(alleged)
    times = find_times(prose.text, published=day, language=language)
    dated = list(find_dated(prose.text, times, published=day, language=language))
    voices = Voices(prose.text, language, said) if dated else None
    named = [one if voices is None else _spoken(one, around, voices) for one in dated]
    return [*named, *alleged]


def attributed(said: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """The attributions less those to nobody that are the author's allegations: "the owners allegedly knew of the damage"."""
    alleged = _Attributions([one for one in others if one.kind == "allegation"])
    return [one for one in said if one.speaker or all(alleged.of(span) is None for span in one.content)]


def _spoken(statement: Statement, around: _Attributions, voices: Voices) -> Statement:
    """A dated statement with who says it: of its own clause, unless the attribution it stands in knows better."""
    inside = around.of(statement.content[0])
    if inside is not None and inside.speaker and (not statement.speaker or voices.is_first_person(statement.speaker[0])):
        return msgspec.structs.replace(statement, cue=inside.cue, speaker=inside.speaker, speaker_name=voices.name(inside))
    if not statement.speaker:
        # "The grid expects to be back by Friday": what somebody means to do is his word.
        own = None if inside else around.within(statement)
        own = own if own and voices.commits(own) else None
        return (
            statement
            if own is None
            else msgspec.structs.replace(statement, cue=own.cue, speaker=own.speaker, speaker_name=voices.name(own))
        )
    if inside is not None and inside.cue and statement.cue and _meet(inside.cue[0], statement.cue[0]) and inside.speaker:
        return msgspec.structs.replace(statement, speaker=inside.speaker, speaker_name=voices.name(inside))
    return msgspec.structs.replace(statement, speaker_name=voices.name(statement))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


class _Attributions:
    """The attributions of a text by where their content stands."""

    def __init__(self, said: Sequence[Statement]) -> None:
        pieces = sorted((span.start, span.end, index) for index, one in enumerate(said) for span in one.content)
        self._said = said
        self._pieces = pieces
        self._starts = [start for start, _, _ in pieces]

    def within(self, statement: Statement) -> Statement | None:
        """The attribution whose cue and speaker stand in a statement's content, and whose content reaches its time."""
        content, due = statement.content[0], statement.due
        one = None if due is None else self.of(due.span)
        if one is None or not one.cue or not one.speaker:
            return None
        return one if all(content.start <= span.start and span.end <= content.end for span in (*one.cue, *one.speaker)) else None

    def of(self, span: Span) -> Statement | None:
        """The attribution that a span begins in; pieces of content do not overlap."""
        found = bisect_right(self._starts, span.start) - 1
        if found < 0 or span.start >= self._pieces[found][1]:
            return None
        return self._said[self._pieces[found][2]]
