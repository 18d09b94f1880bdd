"""When the article was published and modified: every claim weighed, day first, then clock and offset as far as any says."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from ...moments import with_zone
from ...page.memento import MEMENTO
from ...records import Found, Moment, Note
from ..evidence import Candidate, choose
from .changes import told_since
from .claims import Dated, declared_dates
from .clocks import UTC, knowledge, no_midnight, refined
from .doubts import ENOUGH, repeated, unborne, unchanged
from .lines import DateLines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..clues import Clues
    from .words import DateRole

# Below this no day is claimed: lone dates, far-off elements and dates in prose that nothing else supports.
LEAST = 0.4
# From this on a declared day needs no more than one printed line that agrees.
SURE = 0.93
# Claims that agree are not independent: each takes away this share of the doubt that is left.
_AGREEMENT = 0.45
_MOST_SURE = 0.995
# Declared times that are looked at: the most of any page of the development sets is 13.
_MOST_DECLARED = 200
# The first web pages date from 1990: an earlier day is a subject, unless a label says otherwise.
_EARLIEST = "1990"
# A page captured in one zone may have been published in another, a day ahead.
_SLACK = timedelta(days=1)
_ONLY_CHANGED = Note("published.unstated", "the page states when it was last changed, and not when it was published")


def find_times(clues: Clues) -> dict[str, Found[Moment | None]]:
    """`published`: when the article came out; `modified`: when it was last changed, if not before publication.

    Either is None where the page states no day for it.
    """
    times = Times(clues)
    published = _found(clues, times, "published", None)
    modified = _found(clues, times, "modified", published.value)
    if published.value is not None and modified.value in (None, published.value):
        day = published.value.local[:10]
        spans = [claim.span for claim in times.claims if claim.role == "published" and claim.day == day and claim.span]
        told = sorted(told_since(clues, published.value, spans), key=lambda c: c.value.clock, reverse=True)
        modified = choose("modified", told, notes=modified.notes) if told else modified
    if published.value is None and modified.value is not None:
        published = msgspec.structs.replace(published, notes=(*published.notes, _ONLY_CHANGED))
    return {"published": published, "modified": modified}


class Times:
    """The claims of one page, gathered once for both fields."""

    def __init__(self, clues: Clues) -> None:
        self.notes: dict[Note, None] = {}
        captured = clues.page.captured_at
        self._latest = (captured.date() + _SLACK).isoformat() if captured is not None else "9999"
        # What a web archive prints on its copy is the day of the copy.
        copied = captured is not None and any(note.code == MEMENTO for note in clues.page.notes)
        self._archived = captured.date().isoformat() if copied and captured is not None else None
        declared = islice(declared_dates(clues), _MOST_DECLARED)
        known = self._settled([], [claim for claim in declared if self._possible(claim)])
        lines = DateLines(clues)
        claims = known + self._printed(known, lines.near())
        if not any(claim.role == "published" and claim.weight >= ENOUGH for claim in claims):
            # A page that prints when it was changed, and not when it was published, has a lone date for something else.
            dated = any(c.role == "modified" and c.span is not None and c.weight >= ENOUGH for c in claims)
            far = (claim for claim in lines.anywhere() if self._possible(claim))
            claims += self._settled(claims, [c for c in far if not (dated and c.method == "lone date")])
        self.claims = unchanged(unborne(repeated(self._settled([c for c in claims if c.other is None], claims))))

    def of(self, role: DateRole) -> list[Candidate[Moment]]:
        """Candidates for a field, the surest first: each claim's confidence is raised by the sources that agree on its day.

        The chosen moment has the clock and offset of whatever claim of its day knows them.
        """
        mine = [claim for claim in self.claims if claim.role == role]
        sources: dict[str, dict[str, float]] = {}
        for claim in mine:
            of_day = sources.setdefault(claim.day, {})
            of_day[_source(claim)] = max(claim.weight, of_day.get(_source(claim), 0.0))
        sure = []
        for claim in mine:
            confidence = claim.weight
            for source, weight in sources[claim.day].items():
                if source != _source(claim):
                    confidence += (1 - confidence) * _AGREEMENT * weight
            sure.append((min(confidence, _MOST_SURE), claim))
        sure.sort(key=lambda pair: -pair[0])
        return [
            _candidate(claim, refined(claim, mine) if not n else no_midnight(claim.moment), c)
            for n, (c, claim) in enumerate(sure)
        ]

    def _possible(self, claim: Dated) -> bool:
        """Refuse what lies after the capture or before the web, and what is the capture itself."""
        day = claim.day
        if len(day) < len("yyyy-mm-dd"):
            return False
        if day > self._latest:
            self.notes[Note(f"{claim.role}.future", f"{claim.raw!r} lies after the page's capture")] = None
        elif day < _EARLIEST and claim.method != "label":
            self.notes[Note(f"{claim.role}.early", f"{claim.raw!r} lies before the web")] = None
        elif day == self._archived and claim.span is not None:
            self.notes[Note(f"{claim.role}.captured", f"{claim.raw!r} is the day of the archive's copy")] = None
        else:
            return True
        return False

    def _printed(self, known: list[Dated], near: Iterable[Dated]) -> list[Dated]:
        """Printed claims, up to the first that bears out a sure and exact declared one; all of them where there is none."""
        top = max((c for c in known if c.role == "published"), key=lambda c: c.weight, default=None)
        changed = any(claim.role == "modified" for claim in known)
        found: list[Dated] = []
        for claim in near:
            if not self._possible(claim) and (
                claim.other is None or not self._possible(msgspec.structs.replace(claim, moment=claim.other))
            ):
                continue
            found += self._settled(known, [claim])
            if top is not None and changed and top.weight >= SURE and _bears_out(found[-1], top):
                break
        return found

    def _settled(self, known: list[Dated], claims: list[Dated]) -> list[Dated]:
        """Claims with day and month put the other way round where those known, or the capture, call for it."""
        if all(claim.other is None for claim in claims):
            return claims
        days = {claim.day for claim in known}
        return [
            msgspec.structs.replace(claim, moment=claim.other, other=claim.moment)
            if claim.other and self._swap(claim, days)
            else claim
            for claim in claims
        ]

    def _swap(self, claim: Dated, known: set[str]) -> bool:
        day, other = claim.day, claim.other.local[:10] if claim.other else ""
        if day in known or other in known:
            return other in known and day not in known
        return day > self._latest >= other


def _found(clues: Clues, times: Times, role: DateRole, published: Moment | None) -> Found[Moment | None]:
    notes = [note for note in times.notes if note.code.startswith(role)]
    candidates = [c for c in times.of(role) if c.confidence >= LEAST]
    if published is not None:
        day = published.local[:10]
        notes.extend(Note("modified.early", f"{c.raw!r} lies before publication") for c in candidates if c.value.local[:10] < day)
        candidates = [c for c in candidates if c.value.local[:10] >= day]
    if clues.profile is not None and clues.profile.zone is not None:
        candidates = [_placed(candidate, clues.profile.zone) for candidate in candidates]
    return choose(role, candidates, notes=notes)


def _placed(candidate: Candidate[Moment], zone: str) -> Candidate[Moment]:
    """The candidate with the outlet's zone put to a clock that has none."""
    moment = with_zone(candidate.value, zone)
    return msgspec.structs.replace(candidate, value=moment, text=str(moment))


def _candidate(claim: Dated, moment: Moment, confidence: float) -> Candidate[Moment]:
    return Candidate(
        value=moment,
        text=str(moment),
        raw=claim.raw,
        method=claim.method,
        confidence=confidence,
        span=claim.span,
        path=claim.path,
    )


def _source(claim: Dated) -> str:
    """What makes two claims one: the same declaration, or the same manner of printing."""
    return claim.path or claim.method


def _bears_out(printed: Dated, declared: Dated) -> bool:
    """Whether a printed date is that of an exact declared one, and there is nothing more to learn of its clock."""
    if printed.role != "published" or printed.day != declared.day or printed.span is None:
        return False
    return knowledge(declared.moment) == 2 and (declared.moment.offset != UTC or knowledge(printed.moment) > 0)
