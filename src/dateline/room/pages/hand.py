"""What people set by hand: corrections of fields, notes on articles, and their moderation."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from dateline import AnnotationError, CorrectionError, Span
from dateline.archive import Annotation, State
from dateline.room.access import note_state
from dateline.room.display.corrections import CORRECTABLE, behind, typed
from dateline.room.display.front import article_url
from dateline.room.given import Archives, Settings
from dateline.room.rendering import page, shown

# Notes on the page of moderation at once.
NOTES = 100


class CorrectionForm(msgspec.Struct):
    """A field set right."""

    field: str = ""
    value: str = ""
    by: str = ""
    note: str = ""


class WithdrawForm(msgspec.Struct):
    """A field given back to the reader."""

    field: str = ""
    by: str = ""


class NoteForm(msgspec.Struct):
    """A note; `start` and `end` are code points of the page's text, empty for a note on the whole article."""

    body: str = ""
    by: str = ""
    start: str = ""
    end: str = ""


class ModerationForm(msgspec.Struct):
    """Which note becomes what."""

    note: int
    state: State


class NotesView(msgspec.Struct, frozen=True):
    """Notes in one state, the latest first; `next` asks for the ones before."""

    state: State
    notes: tuple[Annotation, ...]
    next: int | None


UrlEncoded = Body(media_type=RequestEncodingType.URL_ENCODED)


@post("/articles/{name:str}/corrections", sync_to_thread=True, include_in_schema=False)
def correct(archives: Archives, name: FromPath[str], data: Annotated[CorrectionForm, UrlEncoded]) -> Redirect:
    """Set a field right; it is made on the capture that was looked at."""
    if data.field not in CORRECTABLE:
        raise CorrectionError(f"{data.field!r} is not corrected here")
    with archives.writing() as archive:
        archive.correct(name, data.field, typed(data.field, data.value), by=data.by, note=data.note.strip() or None)
        capture = archive.get(name).capture
    return Redirect(f"{article_url(capture)}#f-{data.field}", status_code=303)


@post("/articles/{name:str}/corrections/withdraw", sync_to_thread=True, include_in_schema=False)
def withdraw(archives: Archives, name: FromPath[str], data: Annotated[WithdrawForm, UrlEncoded]) -> Redirect:
    """Let the correction that a record shows no longer count."""
    with archives.writing() as archive:
        record = archive.get(name)
        shown_ = behind(record, archive.corrections(name)).get(data.field)
        if shown_ is None:
            raise CorrectionError(f"{data.field!r} is not corrected", subject=record.uri)
        archive.withdraw(shown_.id, by=data.by or shown_.by)
    return Redirect(f"{article_url(record.capture)}#f-{data.field}", status_code=303)


@post("/articles/{name:str}/notes", sync_to_thread=True, include_in_schema=False, opt={"readers": True})
def annotate(
    request: Request[Any, Any, Any],
    archives: Archives,
    settings: Settings,
    name: FromPath[str],
    data: Annotated[NoteForm, UrlEncoded],
) -> Redirect:
    """Keep a note on an article or a passage of it; it waits for the room's owner, whose own is shown at once."""
    state = note_state(settings, request.user)
    passage = None
    if data.start or data.end:
        try:
            passage = Span(int(data.start), int(data.end))
        except ValueError as error:
            raise AnnotationError("a passage has a beginning and an end, both numbers") from error
    with archives.writing() as archive:
        note = archive.annotate(name, data.body, by=data.by, passage=passage, state=state)
    return Redirect(f"{article_url(note.capture)}?done=noted-{state}#notes", status_code=303)


@page("/notes", owner=True)
def moderation(
    request: Request[Any, Any, Any],
    archives: Archives,
    settings: Settings,
    which: FromQuery[Literal["pending", "shown", "hidden"]] = "pending",
    before: FromQuery[int | None] = None,
) -> Response[bytes]:
    """The notes of readers, to be shown or hidden by the room's owner."""
    if not settings.annotations:
        raise NotFoundException("This room takes no notes.")
    with archives.reading() as archive:
        found = tuple(islice(archive.annotations(state=which, before=before), NOTES + 1))
    notes = found[:NOTES]
    view = NotesView(which, notes, notes[-1].id if len(found) > NOTES else None)
    return shown(request, "moderation.html", view)


@post("/notes/state", sync_to_thread=True, include_in_schema=False)
def moderate(archives: Archives, data: Annotated[ModerationForm, UrlEncoded], which: FromQuery[State] = "pending") -> Redirect:
    """Show or hide a note, and go back to the list."""
    with archives.writing() as archive:
        archive.moderate(data.note, data.state)
    return Redirect(f"/notes?which={which}", status_code=303)


handlers = [correct, withdraw, annotate, *moderation, moderate]
