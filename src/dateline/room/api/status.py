"""Whether the room is well: for load balancers, and for Prometheus."""

from __future__ import annotations

from typing import Literal

import msgspec
from litestar import MediaType, Response, get
from litestar.handlers import HTTPRouteHandler
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Gauge, generate_latest

from dateline import __version__
from dateline.archive import Counts
from dateline.room.given import Archives


class Health(msgspec.Struct, frozen=True):
    """That the room answers and its archive can be read."""

    status: Literal["ok"]
    version: str


@get("/health", sync_to_thread=True, tags=["Status"], opt={"public": True})
def health(archives: Archives) -> Health:
    """Whether the archive can be read; 503 when it is kept busy. Asked for without token or password."""
    with archives.reading() as archive:
        archive.search("", limit=1)
    return Health("ok", __version__)


@get("/counts", sync_to_thread=True, tags=["Status"])
def counts(archives: Archives) -> Counts:
    """How much the archive holds."""
    with archives.reading() as archive:
        return archive.counts()


@get("/metrics", sync_to_thread=True, tags=["Status"], media_type=MediaType.TEXT)
def metrics(archives: Archives) -> Response[bytes]:
    """Requests by path, method and status, and how much the archive holds, as Prometheus reads it."""
    registry = CollectorRegistry()
    gauge = Gauge("dateline_archive", "How much the archive holds", ["of"], registry=registry)
    with archives.reading() as archive:
        for name, count in msgspec.structs.asdict(archive.counts()).items():
            gauge.labels(name).set(count)
    return Response(generate_latest(REGISTRY) + generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


handlers: list[HTTPRouteHandler] = [health, counts, metrics]
