"""Conditional GET (RFC 9110): an answer that the client has already is not sent again."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.middleware import ASGIMiddleware

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send


class Conditional(ASGIMiddleware):
    """Names every whole answer to a GET by a hash of its body, and answers 304 to who has that one.

    The names are weak, since the same body may be sent compressed. What is streamed has no name.
    """

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass a request on, and look at its answer."""
        if scope.get("method") not in ("GET", "HEAD"):
            await next_app(scope, receive, send)
            return
        known = Headers.from_scope(scope).get("if-none-match")
        begun: Message | None = None

        async def look(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = message
                return
            if begun is None or message["type"] != "http.response.body":
                await send(message)
                return
            start, begun = begun, None
            if start["type"] == "http.response.start" and start["status"] == 200 and not message["more_body"]:
                headers = MutableScopeHeaders.from_message(start)
                tag = headers.get("etag") or f'W/"{blake2b(message["body"], digest_size=12).hexdigest()}"'
                headers["ETag"] = tag
                if known is not None and has(known, tag):
                    for name in ("content-length", "content-type"):
                        if name in headers:
                            del headers[name]
                    start["status"] = 304
                    message["body"] = b""
            await send(start)
            await send(message)

        await next_app(scope, receive, look)


def has(known: str, tag: str) -> bool:
    """Whether an If-None-Match header names this tag; weak comparison."""
    return known.strip() == "*" or tag.removeprefix("W/") in {each.strip().removeprefix("W/") for each in known.split(",")}
