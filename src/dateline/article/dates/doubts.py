"""Doubt cast on declared days by what else is claimed: machinery repeats the last change, and knows days that readers never see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from .claims import Dated
from .clocks import knowledge, on_the_wall

if TYPE_CHECKING:
    from ...records import Moment

# From this on a day needs no search of the whole page, and makes a later one that only repeats the last change less sure.
ENOUGH = 0.75
# The share of its weight that is left to a declared day which only repeats that of the last change.
_COPIED = 0.75
# The share that is left to one which is the last change to the second, where an earlier day is printed with so much weight.
_THE_CHANGE, _SHOWN = 0.5, 0.4
# The share that is left to a declared change that is publication to the minute, where a later one is claimed.
_THE_SAME = 0.6
# The share that is left to a declared day where the article's head prints one other day with so much weight, or with the address
# in support, and nothing else is printed near: on 37 such pages of the development sets the printed day is the gold's every time.
_UNBORNE, _AT_HEAD, _CLOSE = 0.65, 0.77, 0.55
_MINUTE = timedelta(minutes=1)
_MACHINES = frozenset(("json-ld", "meta", "microdata"))


def repeated(claims: list[Dated]) -> list[Dated]:
    """Claims, less sure where the machinery gives the time of the last change as that of publication, and another claim is earlier.

    Where the days agree, a sure claim is called for; where the clocks do to the second, less sure print will do that has not that day.
    """
    changed = {claim.moment for claim in claims if claim.role == "modified"}
    days = {moment.local[:10] for moment in changed}
    published = [claim for claim in claims if claim.role == "published"]
    sure = min((c.day for c in published if c.weight >= ENOUGH and c.method != "json-ld"), default="9999")
    shown = {claim.day for claim in published if claim.weight >= _SHOWN and _is_printed(claim)}
    earliest = min(shown, default="9999")

    def left(claim: Dated) -> float:
        if claim.role != "published" or claim.span is not None:
            return 1.0
        if claim.moment in changed and knowledge(claim.moment) and earliest < claim.day and claim.day not in shown:
            return _THE_CHANGE
        return _COPIED if claim.day in days and sure < claim.day else 1.0

    return [msgspec.structs.replace(claim, weight=claim.weight * left(claim)) for claim in claims]


def unborne(claims: list[Dated]) -> list[Dated]:
    """Claims, less sure where the article's head prints one day alone, which is no change's, and what is declared is another."""
    near: dict[str, float] = {}
    for claim in claims:
        if claim.role == "published" and claim.weight >= _CLOSE and _is_printed(claim):
            near[claim.day] = max(claim.weight, near.get(claim.day, 0.0))
    if len(near) != 1:
        return claims
    ((day, weight),) = near.items()
    if any(claim.method == "address" and claim.day == day for claim in claims):
        weight = 1.0
    if weight < _AT_HEAD or any(claim.role == "modified" and claim.day == day for claim in claims):
        return claims
    shown = [claim.moment for claim in claims if claim.day == day and _is_printed(claim)]
    return [
        msgspec.structs.replace(claim, weight=claim.weight * _UNBORNE)
        if claim.role == "published"
        and claim.method in _MACHINES
        and claim.day != day
        and all(on_the_wall(claim.moment, moment) is None for moment in shown)
        else claim
        for claim in claims
    ]


def unchanged(claims: list[Dated]) -> list[Dated]:
    """Claims, less sure where the machinery gives the time of publication as that of the last change, and another claim is later."""
    published = {claim.moment for claim in claims if claim.role == "published" and knowledge(claim.moment)}
    modified = [claim for claim in claims if claim.role == "modified"]
    if all(claim.moment in published for claim in modified):
        return claims
    others = [claim.moment for claim in modified if claim.moment not in published and claim.weight >= ENOUGH]
    return [
        msgspec.structs.replace(claim, weight=claim.weight * _THE_SAME)
        if claim.role == "modified"
        and claim.span is None
        and claim.moment in published
        and any(_is_later(moment, claim.moment) for moment in others)
        else claim
        for claim in claims
    ]


def _is_later(moment: Moment, than: Moment) -> bool:
    """Whether a moment is surely at least a minute later than another."""
    if moment.local[: len("yyyy-mm-ddThh:mm")] == than.local[: len("yyyy-mm-ddThh:mm")]:
        return False  # one clock, and two zones for it
    if moment.instant is not None and than.instant is not None:
        return moment.instant - than.instant >= _MINUTE
    if moment.local[:10] == than.local[:10] and not knowledge(moment):
        return False
    return moment.clock - than.clock >= _MINUTE and on_the_wall(than, moment) is None


def _is_printed(claim: Dated) -> bool:
    """Whether a claim rests on what a reader sees, or on a `<time>` around it."""
    return claim.span is not None or claim.method == "time element"
