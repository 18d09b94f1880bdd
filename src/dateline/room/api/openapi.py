"""The description of the API (OpenAPI 3.1): routes and parameters as Litestar sees them, records as msgspec writes them.

What Litestar cannot know is added: the bodies that pages are read from, and the one shape of all problems.
"""

from __future__ import annotations

import inspect
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Litestar, Router, get
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme, Tag
from litestar.routes import HTTPRoute

from dateline import __version__
from dateline.room.api.reading import PAGES
from dateline.room.api.routes import handlers
from dateline.room.problems import MEDIA_TYPE, Problem
from dateline.room.reading import ToRead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from litestar.handlers import HTTPRouteHandler

_REFERENCE = "#/components/schemas/{name}"
# Routes whose body is a page, or says which.
_READING = (("/api/read", "post"), ("/api/articles", "post"))

_ABOUT = """Reads news pages, and gives out what an archive holds of them.

Records are Dateline's own: docs/records.md and docs/archive.md say what is in them. Lists come in pages: hand the `next` of one back
as `cursor` for the following, with all else as it was. Every problem is told as RFC 9457 has it, in `application/problem+json`. Answers
have an ETag, and `If-None-Match` is heeded. Where the room has an owner, send `Authorization: Bearer <token>`.
"""
_TAGS = {
    "Reading": "Pages into records.",
    "Articles": "Records, their versions and captures. An article is named by the hash of a capture of it, or the beginning of that.",
    "Search": "Finding articles; docs/archive.md has the language of queries.",
    "Statements": "Who says what will happen by when; docs/statements.md says what the ledger is.",
    "Corrections": "Fields set right by hand.",
    "Annotations": "Readers' notes.",
    "Outlets": "Who published what is there, and what could not be taken in.",
    "Captures": "Bytes as they came.",
    "Exports": "Articles as files.",
    "Status": "Whether the room is well.",
}


_CONFIG = OpenAPIConfig(
    title="Dateline reading room",
    version=__version__,
    description=_ABOUT,
    tags=[Tag(name, description=text) for name, text in _TAGS.items()],
    use_handler_docstrings=True,
    security=[{"token": []}, {}],
    components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
)


@get("/openapi.json", include_in_schema=False, sync_to_thread=True, opt={"public": True})
def document() -> dict[str, Any]:
    """The description of this API."""
    return description()


@cache
def description() -> dict[str, Any]:
    """The description of the API, as plain JSON values."""
    app = _described()
    made: dict[str, Any] = app.openapi_schema.to_schema()
    _, schemas = msgspec.json.schema_components([*_records(app), Problem, ToRead], ref_template=_REFERENCE)
    made["components"]["schemas"] = {**made["components"].get("schemas", {}), **schemas}
    for schema in schemas.values():
        schema["description"] = inspect.cleandoc(schema.get("description", ""))
    for path, method in _READING:
        made["paths"][path][method]["requestBody"] = _page_body()
    for path, method, handler in _routes(app):
        _mend(made["paths"][path][method], handler)
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(made))
    return plain


def _described() -> Litestar:
    """An app of the routes, which is never served: Litestar puts pages of its own beside those it describes."""
    given = {name: Provide(lambda: None, sync_to_thread=False) for name in ("archives", "memory", "outlets", "settings")}
    return Litestar([Router("/api", route_handlers=handlers)], dependencies=given, openapi_config=_CONFIG, logging_config=None)


def _records(app: Litestar) -> Iterator[type[msgspec.Struct]]:
    """The records that routes of the API take or give."""
    for *_, handler in _routes(app):
        signature = handler.parsed_fn_signature
        for field in (signature.return_type, signature.parameters.get("data")):
            annotation = None if field is None else field.annotation
            if inspect.isclass(annotation) and issubclass(annotation, msgspec.Struct):
                yield annotation


def _routes(app: Litestar) -> Iterator[tuple[str, str, HTTPRouteHandler]]:
    """Path, method in lower case and handler of what is described."""
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for method, (handler, _) in route.route_handler_map.items():
                if handler.resolve_include_in_schema() and method != "OPTIONS":
                    yield route.path_format, method.lower(), handler


def _page_body() -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": {"$ref": _REFERENCE.format(name="ToRead")}}}
    content |= {media_type: {"schema": {"type": "string"}} for media_type in PAGES}
    return {"required": True, "content": content}


def _mend(operation: dict[str, Any], handler: HTTPRouteHandler) -> None:
    """Every route may answer with a problem, all in one shape; Litestar's own description of bad parameters goes.

    Where a route gives files, its option `gives` names their media types.
    """
    responses = {code: answer for code, answer in operation["responses"].items() if not code.startswith(("4", "5"))}
    for media_types in filter(None, [handler.opt.get("gives")]):
        responses["200"]["content"] = {each: {"schema": {"type": "string", "format": "binary"}} for each in media_types}
    for parameter in operation.get("parameters", ()):
        parameter["schema"] = _told(parameter["schema"])
    problem = {MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(name="Problem")}}}
    operation["responses"] = responses | {"default": {"description": "A problem", "content": problem}}


def _told(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter that may be left out, without the null that it is then: a query cannot say null."""
    kinds = [kind for kind in schema.get("oneOf", ()) if kind != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "oneOf"}
    return kinds[0] | rest if len(kinds) == 1 else schema
