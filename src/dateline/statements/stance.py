"""What a clause about the future is: pledge, demand, plan, forecast or deadline; hedged, negated, conditional, and by which words."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.statements.clauses import Clause
    from dateline.statements.phrases import Lists
    from dateline.statements.records import StatementKind, TimeExpression
    from dateline.statements.sentence_words import Words

_SHORT_UNITS = ("day", "part of day", "minute", "hour", "week", "weekend")
# A past form and its auxiliary stand at most so far apart: "will most likely be released".
_AUXILIARY = 4


class Stance(NamedTuple):
    """What a clause is; `hedge` are the words that hedge, negate or condition it."""

    kind: StatementKind
    hedged: bool
    negated: bool
    conditional: bool
    hedge: tuple[int, ...]


def looks_ahead(words: Words, clause: Clause, first: int, known: Lists) -> bool:
    """Whether a clause speaks of what is to come, though its time has begun: a modal or an intent, and no past form behind it."""
    ahead = -1
    keys = words.keys
    for index in range(clause.first, clause.last):
        if index < first or ahead < 0:
            if _is_ahead(keys, index, known):
                ahead = index
            elif _is_past(keys, index, known) and index < first:
                ahead = -1
    return ahead >= 0 or (clause.frame == "opining" and not _any_past(keys, clause, first, known)) or clause.frame == "demanding"


def has_past(words: Words, clause: Clause, first: int, known: Lists) -> bool:
    """Whether a past form governs the time."""
    return _any_past(words.keys, clause, first, known)


def _any_past(keys: list[str], clause: Clause, first: int, known: Lists) -> bool:
    return any(_is_past(keys, index, known) for index in range(clause.first, min(first, clause.last)))


def _is_ahead(keys: list[str], index: int, known: Lists) -> bool:
    key = keys[index]
    after = keys[index + 1] if index + 1 < len(keys) else ""
    if key in ("need", "needs", "have", "has", "going", "about"):
        return after == "to"
    if key in known["will"] or key in known["may"] or key in known["must"]:
        return not (key not in ("will", "'ll", "shall", "must") and "have" in keys[index + 1 : index + 3])
    if key in known["planning"]:
        return after == "to" or key in ("plans", "scheduled", "due", "slated", "expected", "planned")
    return key in known["fixed"] or (key == "to" and after == "be")


def _is_past(keys: list[str], index: int, known: Lists) -> bool:
    key = keys[index]
    if key not in known["pasts"] and not (key.endswith("ed") and len(key) > 3):
        return False
    if key in known["planning"] or key in known["fixed"]:
        return False
    before = keys[max(0, index - _AUXILIARY) : index]
    return not any(
        word in known["will"] or word in known["may"] or word in known["must"] or word in ("be", "to") for word in before
    ) and (not before or before[-1] not in known["determiners"])


def stance(words: Words, clause: Clause, time: TimeExpression, known: Lists) -> Stance:
    """What a clause is."""
    keys = words.keys
    inside = range(clause.first, clause.last)
    frame = keys[clause.verb] if clause.frame else ""
    hedges = [index for index in inside if keys[index] in known["hedges"]]
    if frame in known["hedges"]:
        hedges.insert(0, clause.verb)
    negations = [index for index in inside if keys[index] in known["negations"] and not _is_idle(keys, index)]
    conditions = [index for index in inside if keys[index] in known["conditions"]]
    kind = _kind(keys, clause, time, known)
    weak = [index for index in inside if keys[index] in known["weak"]] if kind == "forecast" else []
    marks = tuple(sorted({*hedges, *weak, *negations, *conditions}))
    return Stance(kind, bool(hedges or weak), bool(negations), bool(conditions), marks)


def _is_idle(keys: list[str], index: int) -> bool:
    """Whether a word of negation negates nothing: "no other choice but to", "whether they like it or not", "not only"."""
    around = keys[index + 1 : index + 3]
    return (
        bool({"choice", "option", "alternative", "doubt"} & set(around))
        or around[:1] == ["only"]
        or keys[index - 1 : index] == ["or"]
    )


def _kind(keys: list[str], clause: Clause, time: TimeExpression, known: Lists) -> StatementKind:
    inside = keys[clause.first : clause.last]
    present = set(inside)
    if clause.frame == "demanding":
        return "demand"
    if present & known["deadline"] or (clause.first and keys[clause.first - 1] == "until"):
        return "deadline"
    if (clause.frame and keys[clause.verb] in known["pledging"]) or present & known["pledging"]:
        return "pledge"
    forecast, arranged = bool(present & known["forecasting"]), bool(present & known["arranged"])
    if _obliged(inside, known) and not forecast:
        return "demand"
    if clause.frame == "opining":
        return "plan" if arranged and not forecast else "forecast"
    if _promises(inside, clause):
        return "pledge"
    if present & known["may"] or "should" in present:
        return "plan" if arranged else "forecast"
    if arranged and not (forecast and not present & {"expected"}):
        return "plan"
    if forecast and not present & {"expected", "likely", "unlikely"}:
        return "forecast"
    if present & known["will"]:
        return "plan" if time.granularity in _SHORT_UNITS else "forecast"
    return "forecast" if forecast and time.granularity not in _SHORT_UNITS else "plan"


def _obliged(inside: list[str], known: Lists) -> bool:
    for index, key in enumerate(inside):
        if key in ("must", "should", "ought"):
            return True
        if key in known["must"] and inside[index + 1 : index + 2] == ["to"]:
            return True
        if key == "choice" and "to" in inside[index : index + 4]:
            return True
    return False


def _promises(inside: list[str], clause: Clause) -> bool:
    """Whether somebody speaks of what he himself will do: "I will", or behind a verb of saying "he would"."""
    for one, other in itertools.pairwise(inside):
        if one in ("i", "we") and other in ("will", "'ll", "shall"):
            return True
        if clause.frame == "saying" and one in ("he", "she", "they") and other in ("will", "would", "'ll"):
            return True
    return False
