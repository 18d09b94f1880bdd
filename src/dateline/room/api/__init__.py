"""The REST API, under `/api`. Its routes answer with the archive's own records; docs/rest.md is made from them."""

from __future__ import annotations

from litestar import Router

from dateline.room.api import articles, captures, exports, outlets, reading, remarks, search, status

router = Router(
    path="/api",
    route_handlers=[
        *reading.handlers,
        *articles.handlers,
        *search.handlers,
        *remarks.handlers,
        *outlets.handlers,
        *captures.handlers,
        *exports.handlers,
        *status.handlers,
    ],
)
handlers = [router]
