"""Methods that every route has beside its own: HEAD where there is GET, and OPTIONS that names them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from litestar.datastructures import MutableScopeHeaders

if TYPE_CHECKING:
    from litestar import Litestar
    from litestar.types import ASGIApp, Message, Receive, Scope, Send


class Methods:
    """Stands before an app. Litestar has no HEAD by itself, and its OPTIONS forgets the second handler of a path."""

    def __init__(self, app: Litestar) -> None:
        self._app: ASGIApp = app.asgi_handler
        self._routes = {route.path_format: sorted({*getattr(route, "methods", ()), "HEAD"}) for route in app.routes}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        asked: Any = scope.get("method")
        if asked == "HEAD":  # in a copy: the server looks at its own for whether a body is to follow
            scope = cast("Scope", {**scope, "method": "GET"})

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.body" and asked == "HEAD":
                message["body"] = b""
            if message["type"] == "http.response.start" and asked == "OPTIONS":
                headers = MutableScopeHeaders.from_message(message)
                headers["Allow"] = ", ".join(self._routes.get(str(scope.get("path_template")), ["OPTIONS"]))
            await send(message)

        await self._app(scope, receive, answer if asked in ("HEAD", "OPTIONS") else send)
