"""Articles: the record, versions, differences, captures, citations."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from litestar import MediaType, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect

from dateline import Article
from dateline.archive import Diff, Sighting, Summary, Version
from dateline.exchange import STYLES
from dateline.room.api import params
from dateline.room.api.search import Found
from dateline.room.given import Archives, Outlets

_VERSION = Annotated[int | None, QueryParameter(ge=1, le=2**31, description="A version's number, from 1 in order of time.")]


class Versions(msgspec.Struct, frozen=True):
    """The states of an article that its publisher put out, in order of time."""

    items: tuple[Version, ...]


class Sightings(msgspec.Struct, frozen=True):
    """Every capture of an article, in order of time."""

    items: tuple[Sighting, ...]


class Copies(msgspec.Struct, frozen=True):
    """An article and its copies, the first published first."""

    items: tuple[Summary, ...]


@get("/articles", sync_to_thread=True, tags=["Articles"])
def articles(
    archives: Archives,
    q: params.Query = "",
    from_: params.From = None,
    to: params.To = None,
    outlet: params.Outlet = None,
    limit: params.Limit = 20,
    cursor: params.Cursor = None,
) -> Found:
    """Articles in short, the newest publish time first, those without one last."""
    with archives.reading() as archive:
        hits = archive.search(q, **params.bounds(from_, to, outlet), sort="time", limit=limit, cursor=cursor or None)
    return Found(hits.hits, hits.total, hits.cursor)


@get("/lookup", sync_to_thread=True, tags=["Articles"], status_code=303)
def lookup(
    archives: Archives, uri: Annotated[str, QueryParameter(min_length=1, max_length=2_000, description="A uri, or an address.")]
) -> Redirect:
    """Lead to the article of a uri, or of any address that it was captured from."""
    with archives.reading() as archive:
        return Redirect(f"/api/articles/{archive.get(uri).capture}", status_code=303)


@get("/articles/{id:str}", sync_to_thread=True, tags=["Articles"])
def article(archives: Archives, id: params.Id) -> Article:  # noqa: A002 - as everybody calls it
    """The record that a capture of an article shows, with the corrections that hold for it."""
    with archives.reading() as archive:
        return archive.get(id)


@get("/articles/{id:str}/versions", sync_to_thread=True, tags=["Articles"])
def versions(archives: Archives, id: params.Id) -> Versions:  # noqa: A002
    """The versions of an article."""
    with archives.reading() as archive:
        return Versions(archive.versions(id))


@get("/articles/{id:str}/captures", sync_to_thread=True, tags=["Articles"])
def sightings(archives: Archives, id: params.Id) -> Sightings:  # noqa: A002
    """The captures of an article."""
    with archives.reading() as archive:
        return Sightings(archive.sightings(id))


@get("/articles/{id:str}/copies", sync_to_thread=True, tags=["Articles"])
def copies(archives: Archives, id: params.Id) -> Copies:  # noqa: A002
    """An article and those with nearly the same text (wire copy, syndication), the first published first."""
    with archives.reading() as archive:
        return Copies(archive.copies(id))


@get("/articles/{id:str}/diff", sync_to_thread=True, tags=["Articles"])
def diff(archives: Archives, id: params.Id, old: _VERSION = None, new: _VERSION = None) -> Diff:  # noqa: A002
    """What changed from one version to another; without numbers, between the last two."""
    with archives.reading() as archive:
        return archive.diff(id, old, new)


@get("/articles/{id:str}/citation", sync_to_thread=True, tags=["Articles"], media_type=MediaType.TEXT)
def citation(
    archives: Archives,
    outlets: Outlets,
    id: params.Id,  # noqa: A002
    style: FromQuery[Literal["bibtex", "ris", "csl-json"]] = "bibtex",
) -> Response[str]:
    """A citation of an article."""
    with archives.reading() as archive:
        record = archive.get(id)
    text = STYLES[style](record, outlet=outlets.names.get(record.outlet or ""))
    return Response(text.encode("utf-8", "replace").decode(), media_type=MediaType.TEXT)


handlers: list[HTTPRouteHandler] = [articles, lookup, article, versions, sightings, copies, diff, citation]
