"""The ledger as a time line: the days on which something falls due, past and to come, with what became of it."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, Self, get_args
from urllib.parse import urlencode

from dateline.archive import StatementFilter, Status
from dateline.room.display.front import article_url
from dateline.room.display.marks import Mark
from dateline.room.display.told import MONTHS, many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.archive import Entry
    from dateline.room.views.ledger import LedgerView

Kind = Literal["pledge", "demand", "plan", "forecast", "deadline", "allegation", "quote", "paraphrase"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# The kinds that fall due: the ledger shows these unless another is asked for.
DATED: tuple[Kind, ...] = KINDS[:5]
STATUSES = {"": "All", "open": "To come", "overdue": "Past its day", "settled": "Settled"}
OUTCOME_WORDS = {
    "kept": "it was kept",
    "broken": "it was not",
    "moved": "it was put off to another day",
    "withdrawn": "it was taken back",
    "moot": "it no longer matters",
}
# Characters of a statement's words on the time line; the article has them all.
_WORDS = 600


class Wanted(NamedTuple):
    """Which statements are looked for, as the address says it."""

    status: str = ""
    kind: str = ""
    speaker: str = ""
    outlet: str = ""
    from_: str = ""
    to: str = ""
    after: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> Self:
        """What the parameters of an address name; others are passed over."""
        return cls(**{field: parameters.get(field.rstrip("_"), "").strip() for field in cls._fields})

    def url(self, path: str = "/ledger", **changes: str) -> str:
        """The address with changes; a changed list begins at its first page."""
        changed = self._replace(**{"after": "", **changes})
        named = {key.rstrip("_"): value for key, value in changed._asdict().items() if value}
        return f"{path}?{urlencode(named)}" if named else path

    def filter(self, as_of: date) -> StatementFilter:
        """As the archive takes it. Raises `ValueError` in words for people."""
        kinds = tuple(kind for kind in KINDS if kind == self.kind) or DATED
        status: Status | None = next((each for each in get_args(Status) if each == self.status), None)
        return StatementFilter(
            kinds=kinds,
            status=status,
            speaker=self.speaker or None,
            outlet=self.outlet or None,
            due_from=_day(self.from_),
            due_to=_day(self.to),
            after=int(self.after) if self.after.isdecimal() else None,
            as_of=as_of,
        )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no day, such as 2021-12-31") from error


class EntryView(NamedTuple):
    """A statement: its words, who says it, and the address of its words in the article."""

    entry: Entry
    status: str
    kind: str
    text: str
    speaker: str | None
    due: str | None
    hedges: list[str]
    outlet: str | None
    url: str
    words_url: str


class DayView(NamedTuple):
    """A day on which something falls due; None for what has no day. `away` says how far from today."""

    day: date | None
    words: str
    away: str
    past: bool
    first_to_come: bool
    entries: list[EntryView]


def days(view: LedgerView, names: Mapping[str, str]) -> list[DayView]:
    """The time line: statements under their days, and where it passes today."""
    out: list[DayView] = []
    for day, group in groupby(view.entries, key=lambda entry: entry.day):
        past = day is not None and day < view.as_of
        first = not past and bool(out) and out[-1].past
        entries = [entry_view(entry, view.as_of, names) for entry in group]
        out.append(DayView(day, day_words(day), away(day, view.as_of), past, first, entries))
    return out


def day_words(day: date | None) -> str:
    """A day with its month in words."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "No day"


def away(day: date | None, today: date) -> str:
    """How far a day is from today."""
    if day is None:
        return "the words are vague"
    apart = (day - today).days
    if abs(apart) <= 1:
        return ("yesterday", "today", "tomorrow")[apart + 1]
    length = many(abs(apart), "day") if abs(apart) < 60 else many(round(abs(apart) / 30.44), "month")
    if abs(apart) > 730:
        length = many(round(abs(apart) / 365.25), "year")
    return f"{length} ago" if apart < 0 else f"in {length}"


def entry_view(entry: Entry, as_of: date, names: Mapping[str, str]) -> EntryView:
    """A statement as it is shown."""
    telling = entry.telling
    statement = telling.statement
    url = article_url(telling.capture)
    flags = (("negated", statement.negated), ("conditional", statement.conditional), ("hedged", statement.hedged))
    return EntryView(
        entry=entry,
        status=entry.status(as_of) or "",
        kind=statement.kind,
        text=telling.text if len(telling.text) <= _WORDS else telling.text[:_WORDS].rstrip() + " …",
        speaker=statement.speaker_name,
        due=telling.due,
        hedges=[word for word, holds in flags if holds],
        outlet=names.get(entry.outlet, entry.outlet) if entry.outlet else None,
        url=url,
        words_url=f"{url}#s{entry.id}-words",
    )


def statement_marks(entries: Iterable[Entry], capture: str) -> list[Mark]:
    """The words of statements in the text of a capture, as marks."""
    return [
        Mark("due" if telling.statement.kind in DATED else "statement", str(entry.id), span.start, span.end)
        for entry in entries
        for telling in entry.tellings
        if telling.capture == capture
        for span in telling.statement.content
    ]
