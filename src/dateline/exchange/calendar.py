"""iCalendar (RFC 5545): what falls due, an all-day event each, on the day that it falls due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from dateline._version import __version__
from dateline.exchange.statements import passage_link
from dateline.exchange.text import identifier, one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.statements.told import Entry

_SUMMARY = 120  # characters; calendars show less
_KINDS = {"pledge": "Pledge", "demand": "Demand", "plan": "Plan", "forecast": "Forecast", "deadline": "Deadline"}


def write_statements_ics(entries: Iterable[Entry], *, stamp: datetime | None = None) -> Iterator[bytes]:
    """A calendar file with an event for every statement that has a day; each links to its article, and says where it stands there.

    `stamp` (aware) is when the calendar was made, which the format asks for; without it the day the article was published counts.
    Memory is that of one event.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//Dateline//Dateline {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "What falls due")
    head, _, tail = calendar.to_ical().partition(b"END:VCALENDAR")
    yield head
    for entry in entries:
        if entry.day is not None:
            yield _event(entry, stamp)
    yield b"END:VCALENDAR" + tail


def _event(entry: Entry, stamp: datetime | None) -> bytes:
    from icalendar import Event

    told, statement = entry.telling, entry.telling.statement
    day = entry.day
    if day is None:  # for the type checker: the caller has looked
        return b""
    event = Event()
    event.add("uid", _uid(entry))
    event.add("dtstamp", stamp or _published(entry))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    words = one_line(told.text)
    short = words if len(words) <= _SUMMARY else words[: _SUMMARY - 1].rstrip() + "…"
    event.add("summary", f"{_KINDS.get(statement.kind, statement.kind.capitalize())}: {short}")
    event.add("description", printable("\n".join(_lines(entry))))
    event.add("url", passage_link(entry) or identifier(entry.article))
    event.add("categories", [statement.kind])
    event.add("transp", "TRANSPARENT")
    event.add("x-dateline-article", identifier(entry.article))
    event.add("x-dateline-capture", told.capture)
    if entry.span is not None:
        event.add("x-dateline-span", f"{entry.span.start}-{entry.span.end}")
    return bytes(event.to_ical())


def _uid(entry: Entry) -> str:
    """The same for the same statement, whenever the calendar is made."""
    name = f"{entry.article}\n{entry.id}\n{entry.telling.statement.kind}"
    return f"{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@dateline"


def _published(entry: Entry) -> datetime:
    day = entry.published.day if entry.published else entry.day
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1970, 1, 1, tzinfo=UTC)


def _lines(entry: Entry) -> Iterator[str]:
    """What the event says in full."""
    told, statement, due = entry.telling, entry.telling.statement, entry.telling.statement.due
    yield f"“{told.text}”"
    yield f"Said by: {statement.speaker_name or 'the article'}"
    if due:
        yield f"Due: {told.due} ({due.start or '…'} to {due.end or '…'}{', vague' if due.vague else ''})"
    if statement.marks:
        yield f"It is {', '.join(statement.marks)}."
    if entry.outcome:
        yield f"Outcome: {entry.outcome.outcome}, set by {entry.outcome.by}. {entry.outcome.remark}".rstrip()
    yield " · ".join(filter(None, (entry.headline, entry.outlet, str(entry.published) if entry.published else "", entry.article)))
