"""The page of an article, the diff of two versions, and an article as a file."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery

from dateline import Article, Capture, Line, ReadOptions, Span, read_page
from dateline.archive import anchor
from dateline.exchange import FORMATS, STYLES
from dateline.room.display.article import article_page, note_marks
from dateline.room.display.corrections import behind
from dateline.room.display.diff import diff_page
from dateline.room.display.front import DIGITS, article_url
from dateline.room.display.ledger import OUTCOME_WORDS, entry_view, statement_marks
from dateline.room.given import Archives, Outlets, Settings
from dateline.room.pages.ledger import today
from dateline.room.rendering import page, shown
from dateline.room.views import article as views

# What a form came to that led to an article.
_DONE = ("added", "changed", "unchanged", "forgotten", "noted-pending", "noted-shown")
# Bytes of a page that is read again for anybody; reading takes some 0.2 seconds a megabyte, and a page of news is far smaller.
_AGAIN_WITHIN = 2 * 1024 * 1024
# The styles in which a citation is shown, and what each is called.
_STYLES = {"BibTeX": "bibtex", "RIS": "ris", "CSL-JSON": "csl-json"}


@page("/articles/{name:str}")
def article(
    request: Request[Any, Any, Any],
    archives: Archives,
    outlets: Outlets,
    settings: Settings,
    name: FromPath[str],
    part: FromQuery[int] = 0,
    line: FromQuery[int] = 0,
    again: FromQuery[bool] = False,
) -> Response[bytes]:
    """An article as a capture shows it; `name` is the beginning of the capture's hash.

    With `again` the capture is read again, which tells the role and score of every line, and not only of what was kept.
    """
    with archives.reading() as archive:
        view = views.article(archive, name.removesuffix(".json"), notes=settings.annotations)
        record = view.article
        again = again and (request.user.owner or view.origin.size <= _AGAIN_WITHIN)
        lines = _lines(archive.capture(record.capture), record, outlets) if again else None
    done = request.query_params.get("done")
    placed = [(note, anchor(record.text, note.passage) if note.passage else None) for note in view.notes]
    said = sorted(
        (each for each in view.statements if each.telling.capture == record.capture), key=lambda each: each.span or Span(0, 0)
    )
    marks = [*note_marks(placed), *statement_marks(said, record.capture)]
    return shown(
        request,
        "article.html",
        view,
        page=article_page(record, outlet=outlets.names.get(record.outlet or ""), marks=marks, lines=lines, part=part, line=line),
        again=lines is not None,
        base=article_url(record.capture),
        newest_url=article_url(view.newest),
        citations=_citations(record, outlets),
        exports=tuple(FORMATS),
        names=outlets.names,
        statements=[entry_view(each, today(), outlets.names) for each in said],
        outcomes=OUTCOME_WORDS,
        done=done if done in _DONE else None,
        notes_on=settings.annotations,
        notes=placed,
        can_correct=request.user.owner,
        corrections=behind(record, view.corrections),
    )


def _lines(capture: Capture, record: Article, outlets: Outlets) -> tuple[Line, ...] | None:
    """The lines of a capture as they are read now; None where it is now read into another text than the record has."""
    reading = read_page(capture, options=ReadOptions(outlet=record.outlet, profiles=outlets.profiles))
    return reading.lines if reading.page.text == record.text else None


def _citations(record: Article, outlets: Outlets) -> list[tuple[str, str]]:
    """The article in every style of citation."""
    name = outlets.names.get(record.outlet or "")
    return [(label, STYLES[style](record, outlet=name).strip()) for label, style in _STYLES.items()]


@page("/articles/{name:str}/diff")
def diff(
    request: Request[Any, Any, Any],
    archives: Archives,
    outlets: Outlets,
    name: FromPath[str],
    old: FromQuery[int | None] = None,
    new: FromQuery[int | None] = None,
) -> Response[bytes]:
    """What changed between two versions of an article: the last two, unless told."""
    with archives.reading() as archive:
        view = views.diff(archive, name, old, new)
    record = view.article
    return shown(
        request,
        "diff.html",
        view,
        page=article_page(record, outlet=outlets.names.get(record.outlet or "")),
        changes=diff_page(view),
        base=article_url(record.capture),
    )


@get("/articles/{name:str}/export/{format_name:str}", sync_to_thread=True, include_in_schema=False)
def export(archives: Archives, name: FromPath[str], format_name: FromPath[str]) -> Response[bytes]:
    """The record of an article as a file in one of the formats of `dateline export`."""
    if format_name not in FORMATS:
        raise NotFoundException(f"There is no format {format_name!r}; these are: {', '.join(FORMATS)}.")
    with archives.reading() as archive:
        record = archive.get(name)
    given = FORMATS[format_name]
    headers = {"Content-Disposition": f'attachment; filename="{record.capture[:DIGITS]}{given.suffix}"'}
    return Response(b"".join(given.write([record])), media_type=given.media_type, headers=headers)


handlers = [*article, *diff, export]
