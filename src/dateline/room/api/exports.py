"""Articles as files, in the formats of others."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated, Literal

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter
from litestar.response import Stream

from dateline.exchange import FORMATS
from dateline.room.api import params
from dateline.room.given import Archives

if TYPE_CHECKING:
    from collections.abc import Iterator

Format = Literal["jsonl", "csv", "parquet", "ninjs", "jsonld", "tei", "markdown"]
_FORMAT = Annotated[Format, QueryParameter(name="format", description="How to write them; see docs/exports.md.")]

_FILES = {"gives": tuple(dict.fromkeys(each.media_type.partition(";")[0] for each in FORMATS.values()))}


def _file(pieces: Iterator[bytes], format_: Format, name: str) -> Stream:
    """A file, sent while it is made."""
    headers = {
        "Content-Type": FORMATS[format_].media_type,  # as a media type, Litestar would add a charset of its own
        "Content-Disposition": f'attachment; filename="{name}{FORMATS[format_].suffix}"',
    }
    return Stream(pieces, headers=headers)


@get("/export", sync_to_thread=True, tags=["Exports"], opt=_FILES)
def export(
    archives: Archives,
    format_: _FORMAT = "jsonl",
    q: params.Query = "",
    from_: params.From = None,
    to: params.To = None,
    outlet: params.Outlet = None,
) -> Stream:
    """The articles that a search finds, each in its newest version, in the order in which they were added."""

    def pieces() -> Iterator[bytes]:
        with archives.apart() as archive:
            found = archive.articles(q, **params.bounds(from_, to, outlet))
            first = tuple(islice(found, 1))
            yield b""  # the question was understood; some formats begin with a head before they ask for an article
            yield from FORMATS[format_].write(chain(first, found))

    file = pieces()
    next(file)
    return _file(file, format_, "articles")


@get("/articles/{id:str}/export", sync_to_thread=True, tags=["Exports"], opt=_FILES)
def export_one(archives: Archives, id: params.Id, format_: _FORMAT = "jsonl") -> Stream:  # noqa: A002 - as everybody calls it
    """One article as a file."""
    with archives.reading() as archive:
        record = archive.get(id)
    return _file(iter(FORMATS[format_].write([record])), format_, record.capture[:12])


handlers: list[HTTPRouteHandler] = [export, export_one]
