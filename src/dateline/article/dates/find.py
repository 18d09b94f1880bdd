"""When the article was published and modified: every claim weighed, day first, then clock and offset as far as any says."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from ...moments import with_zone
from ...records import Found, Moment, Note
from ..evidence import Candidate, choose
from .claims import Dated, declared_dates
from .lines import DateLines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..clues import Clues
    from .words import DateRole

# Below this no day is claimed: lone dates, far-off elements and dates in prose that nothing else supports.
LEAST = 0.4
# From this on a declared day needs no search of the whole page; from that on, no more than one printed line that agrees.
ENOUGH, SURE = 0.75, 0.93
# Claims that agree are not independent: each takes away this share of the doubt that is left.
_AGREEMENT = 0.45
_MOST_SURE = 0.995
# A claim that lends its clock to another of the same day is at least this sure.
_LENDING = 0.55
# Declared times that are looked at: the most of any page of the development sets is 13.
_MOST_DECLARED = 200
# The share of its weight that is left to a declared day which only repeats that of the last change.
_COPIED = 0.75
# The first web pages date from 1990: an earlier day is a subject, unless a label says otherwise.
_EARLIEST = "1990"
# A page captured in one zone may have been published in another, a day ahead.
_SLACK = timedelta(days=1)
_ONLY_CHANGED = Note("published.unstated", "the page states when it was last changed, and not when it was published")
_UTC = "+00:00"
# Offsets in use: whole hours from -12:00 to +14:00, and these (IANA time zone database).
_WEST, _EAST, _HOUR = timedelta(hours=-12), timedelta(hours=14), timedelta(hours=1)
_BROKEN_OFFSETS = frozenset(timedelta(hours=hours) for hours in (-9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 9.5, 10.5))
# From this hour on the next midnight of an inhabited zone has come (+13:00 at the most among publishers).
_LAST_HOURS = 11
# The time of capture in the address of a web archive's copy.
_ARCHIVED = re.compile(r"/web/((?:19|20)\d\d)(\d\d)(\d\d)\d{0,6}[a-z_]{0,4}/https?:")


def find_times(clues: Clues) -> dict[str, Found[Moment | None]]:
    """`published`: when the article came out; `modified`: when it was last changed, if not before publication.

    Either is None where the page states no day for it.
    """
    times = Times(clues)
    published = _found(clues, times, "published", None)
    modified = _found(clues, times, "modified", published.value)
    if published.value is None and modified.value is not None:
        published = msgspec.structs.replace(published, notes=(*published.notes, _ONLY_CHANGED))
    return {"published": published, "modified": modified}


class Times:
    """The claims of one page, gathered once for both fields."""

    def __init__(self, clues: Clues) -> None:
        self.notes: dict[Note, None] = {}
        captured = clues.page.captured_at
        self._latest = (captured.date() + _SLACK).isoformat() if captured is not None else "9999"
        archived = _ARCHIVED.search(clues.page.url or "")
        self._archived = "-".join(archived.groups()) if archived else None
        declared = islice(declared_dates(clues), _MOST_DECLARED)
        known = self._settled([], [claim for claim in declared if self._possible(claim)])
        lines = DateLines(clues)
        claims = known + self._printed(known, lines.near())
        if not any(claim.role == "published" and claim.weight >= ENOUGH for claim in claims):
            claims += self._settled(claims, [claim for claim in lines.anywhere() if self._possible(claim)])
        self.claims = _doubted(self._settled([c for c in claims if c.other is None], claims))

    def of(self, role: DateRole) -> list[Candidate[Moment]]:
        """Candidates for a field, the surest first: each claim's confidence is raised by the sources that agree on its day.

        The chosen moment has the clock and offset of whatever claim of its day knows them.
        """
        mine = [claim for claim in self.claims if claim.role == role]
        sources: dict[str, dict[str, float]] = {}
        for claim in mine:
            of_day = sources.setdefault(_day(claim), {})
            of_day[_source(claim)] = max(claim.weight, of_day.get(_source(claim), 0.0))
        sure = []
        for claim in mine:
            confidence = claim.weight
            for source, weight in sources[_day(claim)].items():
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
        day = _day(claim)
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
        days = {_day(claim) for claim in known}
        return [
            msgspec.structs.replace(claim, moment=claim.other, other=claim.moment)
            if claim.other and self._swap(claim, days)
            else claim
            for claim in claims
        ]

    def _swap(self, claim: Dated, known: set[str]) -> bool:
        day, other = _day(claim), claim.other.local[:10] if claim.other else ""
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


def _day(claim: Dated) -> str:
    return claim.moment.local[:10]


def _source(claim: Dated) -> str:
    """What makes two claims one: the same declaration, or the same manner of printing."""
    return claim.path or claim.method


def _bears_out(printed: Dated, declared: Dated) -> bool:
    """Whether a printed date is that of an exact declared one, and there is nothing more to learn of its clock."""
    if printed.role != "published" or _day(printed) != _day(declared) or printed.span is None:
        return False
    return knowledge(declared.moment) == 2 and (declared.moment.offset != _UTC or knowledge(printed.moment) > 0)


def _doubted(claims: list[Dated]) -> list[Dated]:
    """Claims, less sure where the machinery gives the day of the last change as that of publication, and a sure claim is earlier."""
    changed = {_day(claim) for claim in claims if claim.role == "modified"}
    sure = min(
        (_day(c) for c in claims if c.role == "published" and c.weight >= ENOUGH and c.method != "json-ld"), default="9999"
    )
    return [
        msgspec.structs.replace(claim, weight=claim.weight * _COPIED)
        if claim.role == "published" and claim.span is None and _day(claim) in changed and sure < _day(claim)
        else claim
        for claim in claims
    ]


def refined(claim: Dated, others: Iterable[Dated]) -> Moment:
    """The claim's moment, with the clock and offset of the surest other claim of its day that knows more.

    One instant given twice is given on the page's own clock where either gives that.
    """
    best, own = claim.moment, knowledge(claim.moment)
    ranked = sorted((c for c in others if c.weight >= _LENDING), key=lambda c: -c.weight)
    for other in ranked:
        more = knowledge(other.moment)
        # Where both know the clock, an offset is taken from one that reads the same.
        if more > own and _day(other) == best.local[:10] and (own == 0 or best.local[11:16] == other.moment.local[11:16]):
            best, own = other.moment, more
    if own == 2 and best.offset == _UTC:
        if day := _midnight_elsewhere(best, ranked):
            return Moment.at(day)
        best = next((local for other in ranked if (local := on_the_wall(best, other.moment)) is not None), best)
    return no_midnight(best)


def _midnight_elsewhere(universal: Moment, others: Iterable[Dated]) -> date | None:
    """The next day, where an instant in UTC is its midnight on the page's clock and the page prints that day without a clock."""
    if universal.local[13:].strip(":0") or int(universal.local[11:13]) < _LAST_HOURS:
        return None
    tomorrow = universal.day + timedelta(days=1)
    shown = tomorrow.isoformat()
    return tomorrow if any(_day(c) == shown and not knowledge(c.moment) and c.method != "address" for c in others) else None


def on_the_wall(universal: Moment, printed: Moment) -> Moment | None:
    """An instant in UTC put on the clock that the page prints, where both can be one instant; None where they cannot.

    "02:25Z" beside "9:25 pm" of the day before is -05:00: the minutes agree, and the difference is an offset in use.
    """
    if printed.offset is not None:
        return printed if printed.offset != _UTC and printed.instant == universal.instant else None
    if not knowledge(printed) or printed.local[14:16] not in (universal.local[14:16], *_shifted(universal)):
        return None
    difference = printed.clock.replace(second=0) - universal.clock.replace(second=0)
    if not difference or not _WEST <= difference <= _EAST or (difference % _HOUR and difference not in _BROKEN_OFFSETS):
        return None
    return Moment.at(universal.clock + difference, precision=universal.precision, offset=difference)


def _shifted(universal: Moment) -> tuple[str, str]:
    """The minutes of a clock half an hour and three quarters off."""
    minute = int(universal.local[14:16])
    return f"{(minute + 30) % 60:02d}", f"{(minute + 45) % 60:02d}"


def knowledge(moment: Moment) -> int:
    """How much a moment knows beyond its day: 0 nothing, 1 a clock, 2 a clock and its offset. Midnight is no clock:
    it is what machines write where they know none.
    """
    clock = moment.local[11:]
    if not clock or not clock.strip(":0"):
        return 0
    return 1 if moment.offset is None else 2


def no_midnight(moment: Moment) -> Moment:
    """The moment to its day, where its clock says nothing."""
    return moment if knowledge(moment) or moment.precision == "day" else Moment.at(moment.day)
