"""What every request passes and every answer carries: whom the request is addressed to, where it comes from, and headers.

A room on this machine has no password, so that a page elsewhere must not be able to talk to it from a browser: not by a name
of its own that leads here (the name is checked), and not by sending forms (their origin is).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.middleware import ASGIMiddleware

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from litestar.types import ASGIApp, Message, Receive, Scope, Send

    from dateline.room.settings import Settings

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# Nothing from elsewhere and nothing inline: what a page of the press wrote cannot act even if it got through as markup.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # `no-referrer` would take the origin from the room's own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def addressed(host: str, known: tuple[str, ...]) -> bool:
    """Whether a Host header names one of these hosts, whatever the port; `*` stands for any."""
    if "*" in known:
        return True
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in {each.strip("[]").lower() for each in known}


def same_origin(headers: Mapping[str, str]) -> bool:
    """Whether a request that changes something comes from a page of this room, or from no page at all.

    Browsers say where it comes from (Origin, Sec-Fetch-Site); other programs say nothing.
    """
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


class Guarding(ASGIMiddleware):
    """Refuses requests that are addressed to another host or sent by another site's page."""

    def __init__(self, settings: Settings) -> None:
        self._hosts = settings.hosts

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass a request on, or raise what is wrong with it."""
        headers = Headers.from_scope(scope)
        if not addressed(headers.get("host", ""), self._hosts):
            raise ClientException("this room does not go by that name; start it with --allowed-host, or use one that it has")
        if scope.get("method", "GET") not in SAFE_METHODS and not same_origin(headers):
            raise PermissionDeniedException("the request was sent by a page of another site")
        await next_app(scope, receive, send)


def headers_of(settings: Settings) -> Callable[[Message, Scope], Awaitable[None]]:
    """A hook that puts headers on every answer, errors too; what is not said to be kept is asked for again each time."""
    always = _HEADERS | ({"Strict-Transport-Security": "max-age=31536000"} if settings.https else {})
    open_ = settings.token is None and settings.password_hash is None
    keep = "no-cache" if open_ or settings.public_read else "private, no-cache"

    async def before_send(message: Message, _: Scope) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            for name, value in always.items():
                headers[name] = value
            headers.setdefault("Cache-Control", keep)

    return before_send
