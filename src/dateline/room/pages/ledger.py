"""The ledger: what falls due on a time line, and what became of it, set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromPath
from litestar.response import Redirect, Stream

from dateline import StatementError
from dateline.archive import OUTCOMES, OutcomeKind
from dateline.exchange import STATEMENT_FORMATS, write_statements_ics
from dateline.room.display.ledger import DATED, KINDS, OUTCOME_WORDS, STATUSES, Wanted, days
from dateline.room.given import Archives, Outlets
from dateline.room.rendering import page, shown
from dateline.room.views.ledger import LedgerView
from dateline.room.views.ledger import ledger as ledger_view

# Articles whose statements are read in one request: some seconds.
_ARTICLES = 100


class OutcomeForm(msgspec.Struct):
    """What became of a statement."""

    outcome: str = ""
    by: str = ""
    remark: str = ""
    source: str = ""
    due: str = ""
    back: str = "/ledger"


def today() -> date:
    """The day that is today where the room is."""
    return datetime.now().astimezone().date()


@page("/ledger")
def ledger(request: Request[Any, Any, Any], archives: Archives, outlets: Outlets) -> Response[bytes]:
    """What falls due, past and to come."""
    wanted, as_of = Wanted.of(request.query_params), today()
    error, status, view = None, 200, LedgerView(as_of=as_of, entries=(), next=None)
    try:
        chosen = wanted.filter(as_of)
    except ValueError as raised:
        error, status = str(raised), 400
    else:
        with archives.reading() as archive:
            view = ledger_view(archive, chosen)
    return shown(
        request,
        "ledger.html",
        view,
        status=status,
        error=error,
        wanted=wanted,
        days=days(view, outlets.names),
        statuses=STATUSES,
        kinds=(DATED, KINDS[len(DATED) :]),
        outcomes=OUTCOME_WORDS,
        read=request.query_params.get("read"),
    )


@get("/ledger/export/{name:str}", sync_to_thread=True, include_in_schema=False)
def export(request: Request[Any, Any, Any], archives: Archives, name: FromPath[str]) -> Stream:
    """The statements that are looked for, as a file: a calendar, a table, lines of JSON."""
    if name not in STATEMENT_FORMATS:
        raise NotFoundException(f"There is no format {name!r}; these are: {', '.join(STATEMENT_FORMATS)}.")
    try:
        chosen = Wanted.of(request.query_params).filter(today())
    except ValueError as error:
        raise StatementError(str(error)) from error
    given = STATEMENT_FORMATS[name]

    def pieces() -> Iterator[bytes]:
        with archives.reading() as archive:
            entries = archive.statements(chosen)
            yield from write_statements_ics(entries, stamp=datetime.now(UTC)) if name == "ics" else given.write(entries)

    headers = {"Content-Disposition": f'attachment; filename="ledger{given.suffix}"'}
    return Stream(pieces, media_type=given.media_type, headers=headers)


@post("/ledger/read", sync_to_thread=True, include_in_schema=False)
def update(archives: Archives) -> Redirect:
    """Read the statements of articles that were added since they were last read, a bounded number of them."""
    with archives.writing() as archive:
        count = sum(1 for _ in islice(archive.update_statements(), _ARTICLES))
    return Redirect(f"/ledger?read={'all' if count < _ARTICLES else 'some'}", status_code=303)


@post("/statements/{number:int}/outcomes", sync_to_thread=True, include_in_schema=False)
def outcome(
    archives: Archives, number: FromPath[int], data: Annotated[OutcomeForm, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect:
    """Note what became of a statement, beside all that was noted before."""
    kind: OutcomeKind | None = next((each for each in OUTCOMES if each == data.outcome), None)
    if kind is None:
        raise StatementError(f"{data.outcome!r} is no outcome; these are: {', '.join(OUTCOMES)}")
    try:
        due = date.fromisoformat(data.due.strip()) if data.due.strip() else None
    except ValueError as error:
        raise StatementError(f"{data.due!r} is no day, such as 2021-12-31") from error
    with archives.writing() as archive:
        entry = archive.set_outcome(
            number, kind, by=data.by, remark=data.remark.strip(), source=data.source.strip() or None, due=due
        )
    back = f"/articles/{entry.telling.capture[:16]}#statements" if data.back == "article" else f"/ledger#s{number}"
    return Redirect(back, status_code=303)


handlers = [*ledger, export, update, outcome]
