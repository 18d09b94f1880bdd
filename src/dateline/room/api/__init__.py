"""The REST API, under `/api`. Its routes answer with the archive's own records; docs/rest.md is made from them."""

from __future__ import annotations

from litestar import Router

from dateline.room.api import openapi, routes

router = Router(path="/api", route_handlers=[*routes.handlers, openapi.document])
