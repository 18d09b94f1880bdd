"""Who speaks in a dated statement: as the attributions name him, else by the names of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from dateline.statements.names import find_names
from dateline.statements.said import Said
from dateline.statements.speakers import Speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records import Span
    from dateline.statements.names import Name
    from dateline.statements.records import Statement

_FIRST_PERSON: Final = frozenset(["i", "we"])
# "the company said": whose name is not repeated is the organisation that was named last, or that the article is about.
_COMPANY = re.compile(
    r"(?:the|this) (?:\w+ )?(?:company|concern|firm|group|bank|insurer|carrier|airline|maker|retailer|agency|publisher|thrift)\Z|it\Z",
    re.IGNORECASE,
)
# What follows a place, not an organisation: "Wilmington, Mass.", "Elmbridge-based".
_PLACE = re.compile(
    r"-based\b|,\s(?:[A-Z][a-z]{1,5}\.|[A-Z]\.[A-Z]\.|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?=[,-]\s?(?:based|a|an|the)\b))"
)
_COMMITTING: Final = frozenset(
    [
        "expect",
        "expects",
        "intend",
        "intends",
        "aim",
        "aims",
        "hope",
        "hopes",
        "vow",
        "vows",
        "vowed",
        "promise",
        "promises",
        "promised",
        "pledge",
        "pledges",
        "pledged",
        "want",
        "wants",
    ]
)
_SHORTEST_PREFIX = 4
# Statements whose speakers have been named.
_ATTRIBUTIONS: Final = ("quote", "paraphrase")


class Voices:
    """Names speakers; `name` is asked for one statement after the other, in their order."""

    def __init__(self, text: str, language: str, said: Sequence[Statement]) -> None:
        self._text = text
        self._speakers = Speakers(text, language)
        self._attributions = sorted(said, key=lambda one: one.content[0].start)
        self._told = 0
        self._names = [name for name in find_names(text) if name.kind == "organisation" and not _PLACE.match(text, name.span.end)]
        leading = [name for name in self._names if self._leads(name)]
        self._leading_starts, self._leading = [name.span.start for name in leading], [name.full for name in leading]
        self._longer: dict[str, str] = {}
        for name in self._names:
            for at, sign in enumerate(name.full):
                if sign == " ":
                    self._longer.setdefault(name.full[:at], name.full)

    def is_first_person(self, span: Span) -> bool:
        """Whether a speaker is "I" or "we", whom the words around it name."""
        return span.of(self._text).lower() in _FIRST_PERSON

    def commits(self, statement: Statement) -> bool:
        """Whether the cue of an attribution is a verb by which its speaker commits himself."""
        return bool(statement.cue) and statement.cue[-1].of(self._text).lower() in _COMMITTING

    def name(self, statement: Statement) -> str | None:
        """The fullest name of whoever says a statement."""
        if not statement.speaker:
            return None
        self._hear(statement)
        span = statement.speaker[0]
        if _COMPANY.match(" ".join(span.of(self._text).split())) and (organisation := self._organisation(span)):
            return organisation
        name = statement.speaker_name if statement.kind in _ATTRIBUTIONS else None
        name = name or self._speakers.name(Said(statement.content, statement.cue, statement.speaker))
        return self._fullest(name)

    def _hear(self, statement: Statement) -> None:
        """Tell the namer who spoke before, so that pronouns mean the right one."""
        while self._told < len(self._attributions):
            one = self._attributions[self._told]
            if one.content[0].start >= statement.content[0].start:
                return
            self._speakers.name(Said(one.content, one.cue, one.speaker))
            self._told += 1

    def _organisation(self, span: Span) -> str | None:
        """The organisation named last before a place, in its sentence's subject or the article's first."""
        at = bisect_left(self._leading_starts, span.start)
        if at:
            return self._fullest(self._leading[at - 1])
        return self._fullest(self._names[0].full) if self._names else None

    def _leads(self, name: Name) -> bool:
        """Whether a name begins a sentence or a line."""
        before = self._text[max(0, name.span.start - 6) : name.span.start]
        return (
            name.span.start == 0 or before.rstrip().endswith((".", "\n", "”", '"')) or before.endswith(("\n", ". The ", "\nThe "))
        )

    def _fullest(self, name: str | None) -> str | None:
        """A name that begins a longer one of an organisation of the text, as that."""
        if name is None or len(name) < _SHORTEST_PREFIX:
            return name
        return self._longer.get(name, name)
