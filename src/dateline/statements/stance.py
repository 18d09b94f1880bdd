"""What a clause about the future is: pledge, demand, plan, forecast or deadline; hedged, negated, conditional, and by which words."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.statements.clauses import Clause
    from dateline.statements.phrases import Lists
    from dateline.statements.records import StatementKind, TimeExpression

_SHORT_UNITS = ("day", "part of day", "minute", "hour", "week", "weekend")
# A past form and its auxiliary stand at most so far apart: "will most likely be released".
_AUXILIARY = 4
_MODALS = frozenset(("must", "should", "ought", "be", "to"))


class Stance(NamedTuple):
    """What a clause is; `hedge` are the words that hedge, negate or condition it."""

    kind: StatementKind
    hedged: bool
    negated: bool
    conditional: bool
    hedge: tuple[int, ...]


class Spoken(NamedTuple):
    """A clause of a sentence's words and the words `[first, last)` of its time, which say nothing of what it is: "May" is no modal."""

    keys: list[str]
    clause: Clause
    first: int
    last: int

    def is_of_noun(self, known: Lists) -> bool:
        """Whether the time stands before a noun, with no preposition of its own: "the 2024 budget"."""
        following = self.keys[self.last] if self.last < len(self.keys) else "."
        before = self.keys[self.first - 1] if self.first else ""
        joins = known["prepositions"] | known["subordinators"] | known["auxiliaries"]
        return following.isalpha() and following not in joins and before not in known["prepositions"]

    def inside(self) -> list[int]:
        """The words of the clause but for its time's."""
        return [index for index in range(self.clause.first, self.clause.last) if not self.first <= index < self.last]


def looks_ahead(spoken: Spoken, known: Lists) -> bool:
    """Whether a clause speaks of what is to come: a modal or an intent with no past form behind it.

    Where no verb stands before the time, the first one behind it tells.
    """
    ahead = told = False
    for index in spoken.inside():
        behind = index >= spoken.first
        if behind and told:
            break
        if _is_ahead(spoken.keys, index, known):
            ahead = told = True
        elif _is_past(spoken.keys, index, known):
            ahead, told = False, True
    clause = spoken.clause
    expects = clause.frame == "opining" and spoken.keys[clause.verb] in known["expecting"]
    return ahead or clause.frame == "demanding" or (expects and not has_past(spoken, known))


def has_past(spoken: Spoken, known: Lists) -> bool:
    """Whether a past form governs the time: one before it, else the first verb behind it."""
    before = [index for index in spoken.inside() if index < spoken.first]
    if any(_is_past(spoken.keys, index, known) or _is_ahead(spoken.keys, index, known) for index in before):
        return any(_is_past(spoken.keys, index, known) for index in before)
    for index in spoken.inside()[len(before) :]:
        if _is_ahead(spoken.keys, index, known) or spoken.keys[index] in known["auxiliaries"] - known["pasts"]:
            return False
        if _is_past(spoken.keys, index, known):
            return True
    return False


def is_arranged(spoken: Spoken, known: Lists) -> bool:
    """Whether a past form arranges what is to come: "announced", "was extended to"."""
    clause = spoken.clause
    words = [spoken.keys[index] for index in spoken.inside()]
    return bool({*words, *([spoken.keys[clause.verb]] if clause.frame else [])} & known["arranging"])


def _is_ahead(keys: list[str], index: int, known: Lists) -> bool:
    key = keys[index]
    after = keys[index + 1] if index + 1 < len(keys) else ""
    if key in ("need", "needs", "have", "has", "going", "about"):
        return after == "to"
    if key in known["will"] or key in known["may"] or key in known["must"]:
        return not (key not in ("will", "'ll", "shall", "must") and "have" in keys[index + 1 : index + 3])
    if key in known["planning"]:
        return after == "to" or key in ("scheduled", "due", "slated", "expected", "planned")
    # "to be held", but not "To be fair"
    return key in known["fixed"] or (key == "to" and after == "be" and index > 0 and keys[index - 1][0].isalnum())


def _is_past(keys: list[str], index: int, known: Lists) -> bool:
    key = keys[index]
    if key not in known["pasts"] and not (key.endswith("ed") and len(key) > 3):
        return False
    if key in known["planning"] or key in known["fixed"]:
        return False
    before = keys[max(0, index - _AUXILIARY) : index]
    if before and before[-1] in known["determiners"]:
        return False
    modals = known["will"] | known["may"] | _MODALS
    return not any(word in modals for word in before)


def stance(spoken: Spoken, time: TimeExpression, known: Lists) -> Stance:
    """What a clause is."""
    keys, clause = spoken.keys, spoken.clause
    inside = spoken.inside()
    framed = [clause.verb] if clause.frame else []
    hedges = [index for index in framed + inside if keys[index] in known["hedges"]]
    # "does not expect …"
    refused = range(max(0, clause.verb - 2), clause.verb) if clause.frame in ("opining", "demanding") else ()
    negations = [index for index in (*refused, *inside) if keys[index] in known["negations"] and not _is_idle(keys, index)]
    conditions = [index for index in inside if keys[index] in known["conditions"]]
    kind = _kind([keys[index] for index in inside], spoken, time, known)
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


def _kind(inside: list[str], spoken: Spoken, time: TimeExpression, known: Lists) -> StatementKind:
    """The kind of a clause by its words, the strongest sign first."""
    present, clause = set(inside), spoken.clause
    frame = spoken.keys[clause.verb] if clause.frame else ""
    if clause.frame == "demanding":
        return "demand"
    if present & known["deadline"] or ("until" in present and not present & known["lasting"]):
        return "deadline"
    if frame in known["pledging"] or present & known["pledging"]:
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
    """Whether somebody is called on: "must", "has to", "no choice but to"; "should" of persons."""
    for index, key in enumerate(inside):
        if key in ("must", "ought") or (key == "should" and index and inside[index - 1] in known["pronouns"]):
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
