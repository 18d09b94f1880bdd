"""What people say of articles: corrections of fields, and notes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, delete, get, patch, post
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import JSONBody, QueryParameter

from dateline import Span
from dateline.archive import Annotation, Correction, Passage, State, w3c
from dateline.room import access
from dateline.room.api import params
from dateline.room.api.pages import number_of, page_of
from dateline.room.given import Archives, Settings

_JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


class Corrections(msgspec.Struct, frozen=True):
    """A page of corrections, the latest first, withdrawn ones too; `next` is the cursor of the next page, null on the last."""

    items: tuple[Correction, ...]
    next: str | None


class ToCorrect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction: `value` is text, or what JSON makes of the field; null says that the page has no such field.

    Times may be ISO 8601 text as precise as they are known, authors a list of names, the body a list of texts or spans of the page.
    """

    field: str
    value: Any
    by: str
    note: str | None = None


class Annotations(msgspec.Struct, frozen=True):
    """A page of notes, the latest first; `next` is the cursor of the next page, null on the last."""

    items: tuple[Annotation, ...]
    next: str | None


class ToAnnotate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note on an article, or on a passage: its `span` in the record's `text`, or its words, `exact`, with what is around them."""

    body: str
    by: str
    span: Span | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""

    @property
    def passage(self) -> Span | Passage | None:
        """The passage, as the archive takes it."""
        if self.exact is None:
            return self.span
        return Passage(self.span or Span(0, 0), self.exact, self.prefix, self.suffix)


class ToModerate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of a note."""

    state: Literal["pending", "shown", "hidden"]


@get("/articles/{id:str}/corrections", sync_to_thread=True, tags=["Corrections"])
def corrections_of(
    archives: Archives,
    id: params.Id,  # noqa: A002 - as everybody calls it
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
) -> Corrections:
    """The corrections of an article."""
    with archives.reading() as archive:
        return Corrections(*page_of(archive.corrections(id, before=number_of(cursor)), limit, _number))


@post("/articles/{id:str}/corrections", sync_to_thread=True, tags=["Corrections"])
def correct(archives: Archives, id: params.Id, data: JSONBody[ToCorrect]) -> Correction:  # noqa: A002
    """Set a field right by hand, on the capture that is named. It wins in the record, and survives new readings."""
    with archives.writing() as archive:
        return archive.correct(id, data.field, data.value, by=data.by, note=data.note)


@get("/corrections", sync_to_thread=True, tags=["Corrections"])
def corrections(archives: Archives, limit: params.Limit = 20, cursor: params.Cursor = None) -> Corrections:
    """All corrections."""
    with archives.reading() as archive:
        return Corrections(*page_of(archive.corrections(before=number_of(cursor)), limit, _number))


@delete("/corrections/{number:int}", sync_to_thread=True, tags=["Corrections"], status_code=200)
def withdraw(
    archives: Archives,
    number: params.Number,
    by: Annotated[str, QueryParameter(min_length=1, max_length=200, description="Who withdraws it.")],
) -> Correction:
    """Withdraw a correction: it no longer counts, and stays in the history."""
    with archives.writing() as archive:
        return archive.withdraw(number, by=by)


@get("/articles/{id:str}/annotations", sync_to_thread=True, tags=["Annotations"])
def annotations_of(
    request: Request[Any, Any, Any],
    archives: Archives,
    settings: Settings,
    id: params.Id,  # noqa: A002
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
) -> Annotations:
    """The notes on an article: all to the owner of the room, those that are shown to others."""
    _annotated(settings)
    state: State | None = None if request.user.owner else "shown"
    with archives.reading() as archive:
        return Annotations(*page_of(archive.annotations(id, state=state, before=number_of(cursor)), limit, _number))


@post("/articles/{id:str}/annotations", sync_to_thread=True, tags=["Annotations"], opt={"readers": True})
def annotate(
    request: Request[Any, Any, Any],
    archives: Archives,
    settings: Settings,
    id: params.Id,  # noqa: A002
    data: JSONBody[ToAnnotate],
) -> Annotation:
    """Write a note on an article or a passage of it. It is pending until the owner shows it; the owner's own is shown at once."""
    state = access.note_state(settings, request.user)
    with archives.writing() as archive:
        return archive.annotate(id, data.body, by=data.by, passage=data.passage, state=state)


@get("/annotations", sync_to_thread=True, tags=["Annotations"])
def all_annotations(
    request: Request[Any, Any, Any],
    archives: Archives,
    settings: Settings,
    in_state: Annotated[State | None, QueryParameter(name="state")] = None,
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
) -> Annotations:
    """All notes, in one state or in any; others than the owner get those that are shown."""
    _annotated(settings)
    wanted: State | None = in_state if request.user.owner else "shown"
    with archives.reading() as archive:
        return Annotations(*page_of(archive.annotations(state=wanted, before=number_of(cursor)), limit, _number))


@get("/annotations/{number:int}", sync_to_thread=True, tags=["Annotations"], media_type=_JSON_LD)
def annotation(
    request: Request[Any, Any, Any], archives: Archives, settings: Settings, number: params.Number
) -> Response[dict[str, Any]]:
    """A note in the form of the W3C Web Annotation Data Model, in JSON-LD."""
    _annotated(settings)
    with archives.reading() as archive:
        found = next(archive.annotations(before=number + 1), None)
    if found is None or found.id != number or not (request.user.owner or found.state == "shown"):
        raise NotFoundException("there is no annotation of this number")
    return Response(w3c(found), media_type=_JSON_LD)


@patch("/annotations/{number:int}", sync_to_thread=True, tags=["Annotations"])
def moderate(archives: Archives, settings: Settings, number: params.Number, data: JSONBody[ToModerate]) -> Annotation:
    """Show or hide a note."""
    _annotated(settings)
    with archives.writing() as archive:
        return archive.moderate(number, data.state)


def _annotated(settings: Settings) -> None:
    if not settings.annotations:
        raise NotFoundException("this room takes no notes")


def _number(item: Correction | Annotation) -> int:
    return item.id


handlers: list[HTTPRouteHandler] = [
    *(corrections_of, correct, corrections, withdraw),
    *(annotations_of, annotate, all_annotations, annotation, moderate),
]
