"""Dated statements: clauses that say what will, should, must or may happen by when.

A time that is yet to come makes a statement of the clause it stands in; one that has begun ("this year") only where the clause looks
ahead. `clauses.py` cuts the clause and finds who says it, `stance.py` what it is.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.records import Span
from dateline.statements.clauses import Clause, Cutter
from dateline.statements.lexicon import lexicon
from dateline.statements.phrases import lists
from dateline.statements.records import Due, Statement
from dateline.statements.sentence_words import sentence, words
from dateline.statements.stance import Spoken, has_past, is_arranged, looks_ahead, stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.statements.phrases import Lists
    from dateline.statements.records import TimeExpression
    from dateline.statements.sentence_words import Words

# More times than a sentence has: what has more is a list or noise, and is not read on.
_MOST_TIMES = 12
# Fewer words beside the time say nothing: "Sunday is".
_FEWEST = 2
_OF_DAYS = ("second", "minute", "hour", "part of day", "day")
_UNITS = (
    "second",
    "minute",
    "hour",
    "part of day",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
)


def find_dated(text: str, times: Sequence[TimeExpression], *, published: date | None, language: str) -> Iterator[Statement]:
    """The dated statements of a text whose times are `times`, in order; none without a publish date or in a language without lists."""
    known = lists(language)
    if known is None or published is None:
        return
    prose = lexicon(language)
    openers = prose.openers | prose.determiners
    place: tuple[int, int] = (0, 0)
    count = 0
    cutter: Cutter | None = None
    found: Words | None = None
    last: tuple[int, int] = (0, 0)
    said: set[tuple[str, date | None, date | None]] = set()
    for time in times:
        ahead = _ahead(time, published, time.span.of(text).lower())
        if not ahead:
            continue
        if cutter is None or found is None or not place[0] <= time.span.start < place[1]:
            count = 0
            place = sentence(text, time.span.start, time.span.end, known["abbreviations"], openers)
            found = words(text, *place)
            cutter = Cutter(found, known)
            last = (0, 0)
        count += 1
        if count > _MOST_TIMES:
            continue
        first, end = found.at(time.span.start), found.at(time.span.end - 1) + 1
        if end > len(found.keys):
            continue
        clause = None if _is_of_noun(found, first, known) else cutter.cut(first, end)
        if clause is None:
            continue
        spoken = Spoken(found.keys, clause, first, end)
        if not looks_ahead(spoken, known) and (ahead == "begun" or _looks_back(time, spoken, known)):
            continue
        if last[1] > clause.first:
            if first - last[1] < 2 or clause.first < last[0]:
                continue
            clause = clause._replace(first=_behind(found, last[1], first))
            spoken = spoken._replace(clause=clause)
        last = (clause.first, end)
        if sum(found.keys[index][0].isalpha() for index in spoken.inside()) < _FEWEST:
            continue
        statement = _statement(found, spoken, time, cutter, known)
        key = (" ".join(found.keys[clause.first : clause.last]), time.start, time.end)
        if key not in said:
            said.add(key)
            yield statement


def _ahead(time: TimeExpression, published: date, said: str) -> str:
    """Whether a time is "to come" after the publish date, has "begun" and goes on, or neither ("")."""
    if time.type == "SET" or (time.granularity not in _UNITS and not (time.value == "FUTURE_REF" and said.endswith("s"))):
        # "future quarters" has a unit, "the near future" none
        return ""
    start, end = time.start, time.end
    if start is None and end is None:
        return ""
    if start is None or start > published:
        return "to come" if end is None or end > published else ("begun" if end == published and time.type != "DURATION" else "")
    if end is None:
        return ("to come" if time.type == "DURATION" or time.value == "FUTURE_REF" else "begun") if start == published else ""
    if start == published and end > published and (time.type == "DURATION" or time.vague):
        return "to come"
    # What ends today, but for today itself, is looked back on.
    return "begun" if end > published or start == end == published else ""


def _looks_back(time: TimeExpression, spoken: Spoken, known: Lists) -> bool:
    """Whether a time that is taken for one to come is told of in the past, or only names a thing: "the 2024 budget was passed"."""
    told = time.direction
    undecided = told is not None and (told.why == "default" or (told.toward == "back" and told.why == "tense"))
    if undecided and time.granularity not in _OF_DAYS and time.role != "deadline":
        return True
    if has_past(spoken, known):
        return not is_arranged(spoken, known)
    return spoken.is_of_noun(known)


def _is_of_noun(found: Words, first: int, known: Lists) -> bool:
    """Whether a time only tells which day another is: "the week before Christmas"."""
    return first >= 2 and found.keys[first - 1] in ("before", "after") and found.keys[first - 2] in known["units"]


def _behind(found: Words, after: int, first: int) -> int:
    """Where the clause of a second time begins, behind the first one's."""
    while after < first - 1 and (not found.keys[after][0].isalnum() or found.keys[after] in ("and", "to", "or", "but")):
        after += 1
    return after


def _statement(found: Words, spoken: Spoken, time: TimeExpression, cutter: Cutter, known: Lists) -> Statement:
    """The record of a clause."""
    clause = spoken.clause
    told = stance(spoken, time, known)
    speaker, cue = _speaker(found, clause, cutter, known)
    return Statement(
        kind=told.kind,
        content=(Span(found.starts[clause.first], max(found.ends[clause.last - 1], time.span.end)),),
        cue=cue,
        speaker=speaker,
        speaker_name=speaker[0].of(found.text) if speaker else None,
        due=Due(span=time.span, value=time.value, start=time.start, end=time.end, vague=time.vague),
        hedged=told.hedged,
        negated=told.negated,
        conditional=told.conditional,
        hedge=tuple(Span(found.starts[index], found.ends[index]) for index in told.hedge),
    )


def _speaker(found: Words, clause: Clause, cutter: Cutter, known: Lists) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Who says a clause and the verb of saying, before it or behind it."""
    # ", which …, said" is the sentence's own verb
    behind = cutter.said_behind(clause.last) if found.keys[clause.first] not in ("which", "who") else None
    own = clause.subject is not None and all(found.keys[index] in known["first_person"] for index in range(*clause.subject))
    if clause.subject is not None and not (own and behind):
        first, last = clause.subject
        return (Span(found.starts[first], found.ends[last - 1]),), (Span(found.starts[clause.verb], found.ends[clause.verb]),)
    if behind is None:
        return (), ()
    (first, last), (verb, end) = behind
    return (Span(found.starts[first], found.ends[last - 1]),), (Span(found.starts[verb], found.ends[end - 1]),)
