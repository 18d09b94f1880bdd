"""Outlets, and what could not be taken in."""

from __future__ import annotations

from itertools import islice

import msgspec
from litestar import get
from litestar.handlers import HTTPRouteHandler

from dateline.archive import Failure, Outlet
from dateline.room.api import params
from dateline.room.api.pages import cursor_of, number_of
from dateline.room.given import Archives, Memory, Outlets


class OutletInfo(Outlet, frozen=True, kw_only=True):
    """What an archive holds of an outlet, with what its profile says: name, time zone, usual languages; null and empty without one."""

    name: str | None
    zone: str | None
    languages: tuple[str, ...]


class OutletList(msgspec.Struct, frozen=True):
    """Every outlet, that with the most articles first."""

    items: tuple[OutletInfo, ...]


class Failures(msgspec.Struct, frozen=True):
    """A page of failures, the latest first; `next` is the cursor of the next page, null on the last."""

    items: tuple[Failure, ...]
    next: str | None


@get("/outlets", sync_to_thread=True, tags=["Outlets"])
def outlets(archives: Archives, memory: Memory, outlets: Outlets) -> OutletList:
    """Counts, the share of articles in which each field was found, and gaps in coverage, of each outlet."""
    known = {profile.id: profile for profile in outlets.profiles}
    with archives.reading() as archive:
        found = memory.of("outlets", archive.outlets)
    return OutletList(
        tuple(
            OutletInfo(
                **msgspec.structs.asdict(each),
                name=profile.name if (profile := known.get(each.outlet or "")) else None,
                zone=profile.zone if profile else None,
                languages=profile.languages if profile else (),
            )
            for each in found
        )
    )


@get("/failures", sync_to_thread=True, tags=["Outlets"])
def failures(archives: Archives, limit: params.Limit = 20, cursor: params.Cursor = None) -> Failures:
    """What could not be read, and why."""
    after = number_of(cursor) or 0
    with archives.reading() as archive:
        found = tuple(islice(archive.failures(), after, after + limit + 1))
    return Failures(found[:limit], cursor_of(after + limit) if len(found) > limit else None)


handlers: list[HTTPRouteHandler] = [outlets, failures]
