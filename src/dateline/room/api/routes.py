"""Every route of the API."""

from __future__ import annotations

from dateline.room.api import articles, captures, exports, outlets, reading, remarks, search, statements, status

handlers = [
    *(*reading.handlers, *articles.handlers, *search.handlers),
    *(*remarks.handlers, *outlets.handlers, *captures.handlers),
    *statements.handlers,
    *(*exports.handlers, *status.handlers),
]
