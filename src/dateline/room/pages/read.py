"""Reading a page in the room: paste it, give a file or an address, look at the record, keep it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, BinaryIO, cast

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from dateline import Article, Capture, DatelineError, ReadOptions, SourceError, read_page
from dateline.archive import entries_of
from dateline.room.display.article import article_page
from dateline.room.display.front import article_url
from dateline.room.display.ledger import entry_view, statement_marks
from dateline.room.drafts import Draft
from dateline.room.given import Archives, Drafts, Outlets, Settings
from dateline.room.pages.ledger import today
from dateline.room.rendering import page, shown
from dateline.sources import capture_stream, fetch

# Statements of a page that is not kept are read while its reader waits: of a body of so many characters, within a second.
_STATEMENTS_WITHIN = 60_000

PASTED = "pasted in the reading room"


class ReadForm(msgspec.Struct, kw_only=True):
    """What a reader gives: one of a text, a file and an address to fetch, and what is known of the page."""

    text: str = ""
    file: UploadFile | None = None
    fetch: str = ""
    url: str = ""
    outlet: str = ""
    captured_at: str = ""


class FormView(msgspec.Struct, frozen=True):
    """The empty form, or what was wrong with a filled one."""

    error: str | None = None
    text: str = ""
    fetch: str = ""
    url: str = ""
    outlet: str = ""
    captured_at: str = ""


class DraftView(msgspec.Struct, frozen=True):
    """A record that was read and is not kept yet; `draft` is the name to keep it by."""

    article: Article
    draft: str
    known: bool


class KeepForm(msgspec.Struct):
    """Which draft to keep."""

    draft: str = ""


@page("/read")
def form(request: Request[Any, Any, Any], outlets: Outlets) -> Response[bytes]:
    """The form."""
    return shown(request, "read.html", FormView(), profiles=outlets.profiles)


@post("/read/record", sync_to_thread=True, include_in_schema=False, opt={"readers": True})
def read(
    request: Request[Any, Any, Any],
    data: Annotated[ReadForm, Body(media_type=RequestEncodingType.MULTI_PART)],
    outlets: Outlets,
    drafts: Drafts,
    settings: Settings,
) -> Response[Any]:
    """Read what was given and lead to the record; it is held for a while, and kept if that is asked for."""
    try:
        capture = captured(data, settings, owner=request.user.owner)
        reading = read_page(capture, options=ReadOptions(outlet=data.outlet.strip() or None, profiles=outlets.profiles))
    except (DatelineError, ValueError) as error:
        said = str(error)
        view = FormView(said, data.text, data.fetch, data.url, data.outlet, data.captured_at)
        return shown(request, "read.html", view, status=400, profiles=outlets.profiles)
    return Redirect(f"/read/{drafts.put(Draft(capture, reading))}", status_code=303)


@page("/read/{name:str}")
def draft(
    request: Request[Any, Any, Any],
    archives: Archives,
    outlets: Outlets,
    drafts: Drafts,
    name: FromPath[str],
    part: FromQuery[int] = 0,
    line: FromQuery[int] = 0,
) -> Response[bytes]:
    """A record that was read and is not kept yet."""
    name = name.removesuffix(".json")
    found = drafts.get(name)
    if found is None:
        return _gone(request, outlets)
    record = found.reading.article
    with archives.reading() as archive:
        known = _known(archive, found.capture)
    said = entries_of(record) if sum(len(each.text) for each in record.body) <= _STATEMENTS_WITHIN else ()
    return shown(
        request,
        "draft.html",
        DraftView(record, name, known),
        page=article_page(
            record,
            outlet=outlets.names.get(record.outlet or ""),
            marks=statement_marks(said, record.capture),
            lines=found.reading.lines,
            part=part,
            line=line,
        ),
        statements=[entry_view(each, today(), outlets.names) for each in said],
        known_url=article_url(found.capture.sha256),
    )


def _gone(request: Request[Any, Any, Any], outlets: Outlets) -> Response[bytes]:
    view = FormView("That page is no longer held here: please read it again.")
    return shown(request, "read.html", view, status=410, profiles=outlets.profiles)


def _known(archive: Any, capture: Capture) -> bool:
    try:
        archive.capture(capture.sha256)
    except DatelineError:
        return False
    return True


def captured(data: ReadForm, settings: Settings, *, owner: bool) -> Capture:
    """The capture of what was given; only for the owner an address is fetched.

    Raises `SourceError`, or `ValueError` for a time that is none.
    """
    url = data.url.strip() or None
    at = aware(data.captured_at.strip()) if data.captured_at.strip() else None
    if data.file is not None and data.file.filename:
        given = capture_stream(cast("BinaryIO", data.file.file), url=url, captured_at=at, max_bytes=settings.max_upload)
        return msgspec.structs.replace(given, origin=data.file.filename)
    if data.text.strip():
        # A form sends line ends as CR LF, whatever they were where the text was copied.
        text = data.text.replace("\r\n", "\n")
        content = text.encode("utf-8", "replace")
        return Capture(content=content, charset="utf-8", url=url, captured_at=at, origin=PASTED)
    address = data.fetch.strip()
    if address and not (settings.fetch and owner):
        raise SourceError("this room fetches no pages for you; paste the page, or give it as a file", subject=address)
    if address:
        return fetch(address, max_bytes=settings.max_upload)
    raise SourceError("paste a text, choose a file or give an address")


def aware(text: str) -> datetime:
    """An ISO 8601 time with its offset; raises `ValueError` in words for people."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no ISO 8601 time, such as 2024-05-06T07:08:09Z") from error
    if time.tzinfo is None:
        raise ValueError(f"{text!r} has no offset from UTC; add one, such as Z or +03:30")
    return time


@post("/read/keep", sync_to_thread=True, include_in_schema=False)
def keep(
    request: Request[Any, Any, Any],
    data: Annotated[KeepForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
    archives: Archives,
    outlets: Outlets,
    drafts: Drafts,
) -> Response[Any]:
    """Keep a draft in the archive and lead to its page."""
    found = drafts.get(data.draft)
    if found is None:
        return _gone(request, outlets)
    with archives.writing() as archive:
        added = archive.add(found.capture, found.reading.article)
    drafts.drop(data.draft)
    return Redirect(f"{article_url(found.capture.sha256)}?done={added.status}", status_code=303)


handlers = [*form, read, keep, *draft]
