"""Failures, and how searches are written."""

from __future__ import annotations

from itertools import islice
from typing import Any

import msgspec
from litestar import Request, Response

from dateline.archive import Failure
from dateline.room.given import Archives
from dateline.room.rendering import page, shown

# Failures on the page; `dateline failures` lists them all.
FAILURES = 500


class FailuresView(msgspec.Struct, frozen=True):
    """What could not be taken in, the latest first, and how many failures there are in all."""

    failures: tuple[Failure, ...]
    total: int


class HelpView(msgspec.Struct, frozen=True):
    """The examples on the page of help: a search, and what it finds."""

    examples: tuple[tuple[str, str], ...]


EXAMPLES = (
    ("bridge council", "both words, in headline, byline or body"),
    ('"city council"', "the words in sequence, within one paragraph"),
    ("repair*", "words that begin so"),
    ("ferry OR tram", "either; capitals make it an operator"),
    ("ferry NOT strike", "the first without the second; NOT binds closest, then AND, then OR"),
    ('headline:bridge author:"Ann Lee"', "in that field: headline, byline, author, section, keyword"),
    ("outlet:tidewater* lang:en", "a whole value, or its beginning: outlet, lang, genre, kind, id"),
    ("from:2021-11 to:2021-11-23", "published within, both ends included, as wide as they are written"),
    ("from:2021-11-23T18:00Z", "an instant, where the article’s zone is known"),
)


@page("/failures")
def failures(request: Request[Any, Any, Any], archives: Archives) -> Response[bytes]:
    """What could not be read, and why."""
    with archives.reading() as archive:
        view = FailuresView(tuple(islice(archive.failures(), FAILURES)), archive.counts().failures)
    return shown(request, "failures.html", view)


@page("/help")
def help_(request: Request[Any, Any, Any]) -> Response[bytes]:
    """How searches are written, and the keys."""
    return shown(request, "help.html", HelpView(EXAMPLES))


handlers = [*failures, *help_]
