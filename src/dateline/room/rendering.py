"""Pages from templates, and the files that go with them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Request, Response, get
from litestar.datastructures import CacheControlHeader
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template.base import csrf_token
from litestar.template.config import TemplateConfig
from markupsafe import Markup

from dateline import __version__
from dateline.room.answers import as_json
from dateline.room.display.corrections import CORRECTABLE, editable
from dateline.room.display.evidence import LABELS
from dateline.room.display.front import article_url
from dateline.room.display.told import at, many, told, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar.handlers import HTTPRouteHandler
    from litestar.router import Router
    from litestar.types import AnyCallable

    from dateline.room.settings import Settings

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
# Files are named after what is in them, so that a browser need never ask for one again.
_FOR_GOOD = CacheControlHeader(max_age=365 * 24 * 3600, public=True, immutable=True)


def static_digest(folder: Path = _STATIC) -> str:
    """What the static files are known by: a hash of all of them, so that they can name each other by relative paths."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def static_router(digest: str) -> Router:
    """Serves the static files under `/static/<digest>/`, to be cached for good."""
    return create_static_files_router(
        path=f"/static/{digest}", directories=[_STATIC], cache_control=_FOR_GOOD, opt={"public": True, "skip_session": True}
    )


def templates(settings: Settings, digest: str) -> TemplateConfig[JinjaTemplateEngine]:
    """The templates: all that is put into a page is escaped, and a name that is not there is an error.

    Templates have `settings`, `version` and `static("name")`, the address of a static file.
    """
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals.update(settings=settings, version=__version__, static=lambda name: f"/static/{digest}/{name}")
    environment.globals.update(labels=LABELS, url_of=article_url, correctable=CORRECTABLE, editable=editable)
    environment.filters.update(at=at, many=many, told=told)
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment))


def _shown(value: object) -> object:
    """What a template puts into a page: text without characters that a browser would obey. Markup of our own stays as it is."""
    return visible(value) if type(value) is str else value


def page(path: str, *, owner: bool = False) -> Callable[[AnyCallable], list[HTTPRouteHandler]]:
    """Make a function, run in a thread, the handler of a page, and of the same with `.json` (`/index.json` for `/`).

    Where the path ends with a parameter the function gets it with the `.json`. With `owner`, only the room's owner sees it.
    """

    def handlers(function: AnyCallable) -> list[HTTPRouteHandler]:
        paths = (path,) if path.endswith("}") else (path, ("/index" if path == "/" else path) + ".json")
        return [get(one, sync_to_thread=True, include_in_schema=False, opt={"owner": owner})(function) for one in paths]

    return handlers


def wants_data(request: Request[Any, Any, Any]) -> bool:
    """Whether a request is a program's: for the API, for a view as it is, or by what it accepts."""
    path = request.url.path
    return path.startswith("/api/") or path.endswith(".json") or "text/html" not in request.headers.get("accept", "")


def shown(
    request: Request[Any, Any, Any], template: str, view: msgspec.Struct, *, status: int = 200, **more: object
) -> Response[bytes]:
    """A view as a page, or as JSON where the path ends so. The template gets `view`, `request`, `csrf_input`,
    whether the reader is the `owner` and has a `session`, and `more`.

    To be called in a handler that runs in a thread: it renders at once.
    """
    if request.url.path.endswith(".json"):
        return Response(as_json(view), media_type=MediaType.JSON, status_code=status)
    engine = request.app.template_engine
    if engine is None:
        raise RuntimeError("the app was made without templates")
    field = Markup('<input type="hidden" name="_csrf_token" value="{}">').format(csrf_token({"request": request}))
    user = request.scope.get("user")  # none where a request failed before it was known who sent it
    known = {"owner": getattr(user, "owner", False), "session": getattr(user, "session", False)}
    page = engine.get_template(template).render(view=view, request=request, csrf_input=field, **known, **more)
    return Response(page.encode("utf-8", "replace"), media_type=MediaType.HTML, status_code=status)
