"""Statements: who says what will happen by when, and what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from typing import Annotated, Literal

import msgspec
from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery, JSONBody, QueryParameter

from dateline import QueryError
from dateline.archive import Entry, Outcome, OutcomeKind, StatementFilter
from dateline.room.api import params
from dateline.room.api.pages import number_of, page_of
from dateline.room.given import Archives

_Kind = Literal["quote", "paraphrase", "pledge", "demand", "plan", "forecast", "deadline", "allegation"]
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_Day = Annotated[str | None, QueryParameter(pattern=_DAY, description="A day, such as 2023-12-31.")]


class Statements(msgspec.Struct, frozen=True):
    """A page of statements, by the day they fall due, those without a day last; `next` is the cursor of the next page."""

    items: tuple[Entry, ...]
    next: str | None


class Outcomes(msgspec.Struct, frozen=True):
    """What was noted of what became of a statement, in order; the last counts."""

    items: tuple[Outcome, ...]


class ToSettle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of a statement: who says so, what it rests on (an article's uri, or an address), the new day of one that moved."""

    outcome: OutcomeKind
    by: str
    remark: str = ""
    source: str | None = None
    due: date | None = None


@get("/statements", sync_to_thread=True, tags=["Statements"])
def statements(
    archives: Archives,
    speaker: Annotated[str | None, QueryParameter(max_length=300, description="A part of the speaker's name.")] = None,
    kind: FromQuery[_Kind | None] = None,
    due_from: _Day = None,
    due_to: _Day = None,
    status: FromQuery[Literal["open", "overdue", "settled"] | None] = None,
    as_of: Annotated[
        str | None, QueryParameter(pattern=_DAY, description="The day that `status` is asked for; else today, in UTC.")
    ] = None,
    outlet: params.Outlet = None,
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
) -> Statements:
    """The statements of the ledger that fit all that is given."""
    wanted = StatementFilter(
        speaker=speaker or None,
        kinds=(kind,) if kind else (),
        due_from=_day(due_from),
        due_to=_day(due_to),
        status=status,
        as_of=_day(as_of) or datetime.now(UTC).date(),
        outlet=outlet or None,
        after=number_of(cursor),
        limit=limit + 1,
    )
    return _page(archives, wanted, limit)


@get("/articles/{id:str}/statements", sync_to_thread=True, tags=["Statements"])
def statements_of(
    archives: Archives,
    id: params.Id,  # noqa: A002 - as everybody calls it
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
) -> Statements:
    """The statements of an article, as far as the ledger has them."""
    return _page(archives, StatementFilter(article=id, after=number_of(cursor), limit=limit + 1), limit)


@get("/statements/{number:int}", sync_to_thread=True, tags=["Statements"])
def statement(archives: Archives, number: params.Number) -> Entry:
    """One statement, in each version of its article that has it."""
    with archives.reading() as archive:
        return archive.statement(number)


@get("/statements/{number:int}/outcomes", sync_to_thread=True, tags=["Statements"])
def outcomes(archives: Archives, number: params.Number) -> Outcomes:
    """All that was noted of what became of a statement."""
    with archives.reading() as archive:
        return Outcomes(archive.outcomes(number))


@post("/statements/{number:int}/outcomes", sync_to_thread=True, tags=["Statements"])
def settle(archives: Archives, number: params.Number, data: JSONBody[ToSettle]) -> Entry:
    """Note what became of a statement, beside all that was noted before."""
    with archives.writing() as archive:
        return archive.set_outcome(number, data.outcome, by=data.by, remark=data.remark, source=data.source, due=data.due)


def _day(text: str | None) -> date | None:
    """A day from its text; raises `QueryError` for one that the calendar does not have."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise QueryError(f"{text} is no day of the calendar") from error


def _page(archives: Archives, wanted: StatementFilter, limit: int) -> Statements:
    with archives.reading() as archive:
        try:
            return Statements(*page_of(islice(archive.statements(wanted), limit + 1), limit, lambda entry: entry.id))
        except ValueError as error:
            raise QueryError(str(error)) from error


handlers: list[HTTPRouteHandler] = [statements, statements_of, statement, outcomes, settle]
