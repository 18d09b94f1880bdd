"""Coming in and going out, where the room has a password or token."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from dateline.room.access import fits, owner_session
from dateline.room.given import Settings
from dateline.room.rendering import shown


class LoginView(msgspec.Struct, frozen=True):
    """The form: where it leads on to, and whether what was given last did not fit."""

    next: str
    failed: bool = False


class LoginForm(msgspec.Struct):
    """What is typed."""

    secret: str = ""
    next: str = "/"


def own_path(path: str) -> str:
    """A path of this room, or its front page: nobody is led elsewhere from here."""
    parts = urlsplit(path)
    within = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return path if within and path.isprintable() else "/"


@get("/login", sync_to_thread=True, include_in_schema=False, opt={"public": True})
def login_form(request: Request[Any, Any, Any], next: FromQuery[str] = "/") -> Response[bytes]:  # noqa: A002 - as it is called on the web
    """The form."""
    return shown(request, "login.html", LoginView(own_path(next)))


@post("/login", sync_to_thread=True, include_in_schema=False, opt={"public": True})
def login(
    request: Request[Any, Any, Any],
    data: Annotated[LoginForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
    settings: Settings,
) -> Response[Any]:
    """Open a session."""
    if not fits(settings, data.secret):
        return shown(
            request, "login.html", LoginView(own_path(data.next), failed=True), status=NotAuthorizedException.status_code
        )
    request.set_session(owner_session(settings))
    return Redirect(own_path(data.next), status_code=303)


@post("/logout", include_in_schema=False, opt={"public": True})
async def logout(request: Request[Any, Any, Any]) -> Response[Any]:
    """End the session."""
    request.clear_session()
    return Redirect("/", status_code=303)


handlers = [login_form, login, logout]
