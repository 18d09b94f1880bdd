"""The reading room as an ASGI application."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.middleware.base import DefineMiddleware
from litestar.middleware.compression import CompressionMiddleware
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.plugins.prometheus import PrometheusConfig
from litestar.stores.memory import MemoryStore

from dateline.room import access, api, guarding, pages, problems
from dateline.room.answers import Answer
from dateline.room.archives import Archives
from dateline.room.conditional import Conditional
from dateline.room.drafts import Drafts
from dateline.room.memory import Memory
from dateline.room.methods import Methods
from dateline.room.outlets import Outlets
from dateline.room.rendering import static_digest, static_router, templates
from dateline.room.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from litestar import Request
    from litestar.stores.base import Store
    from litestar.types import Middleware

# Threads that run handlers, beyond the archives they wait for: for what needs none.
_SPARE_THREADS = 4
RATE_LIMIT = "rate_limit"
_TIDY_SECONDS = 60.0


def create_app(archive_url: str | Path, settings: Settings | None = None) -> Litestar:
    """The reading room over an archive, to be run by an ASGI server. The archive is opened with the first request."""
    settings = settings or Settings()
    archives = Archives(archive_url, readers=settings.readers)
    outlets = Outlets(settings.profiles)
    drafts = Drafts()
    memory = Memory()
    digest = static_digest()

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        executor = ThreadPoolExecutor(settings.readers + _SPARE_THREADS, thread_name_prefix="room")
        asyncio.get_running_loop().set_default_executor(executor)
        tidying = asyncio.create_task(_tidy(app.stores.get(RATE_LIMIT)))
        try:
            yield
        finally:
            tidying.cancel()
            executor.shutdown()
            archives.close()

    app = Litestar(
        route_handlers=[Router(path="/", route_handlers=pages.handlers), api.router, static_router(digest)],
        middleware=middleware(settings),
        guards=[access.admit],
        exception_handlers={HTTPException: problems.answer, Exception: problems.answer},
        response_class=Answer,
        before_send=[guarding.headers_of(settings)],
        dependencies={
            "archives": Provide(lambda: archives, sync_to_thread=False),
            "drafts": Provide(lambda: drafts, sync_to_thread=False),
            "memory": Provide(lambda: memory, sync_to_thread=False),
            "outlets": Provide(lambda: outlets, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
        },
        template_config=templates(settings, digest),
        lifespan=[lifespan],
        openapi_config=None,  # room/api/openapi.py serves its own
        logging_config=None,  # handlers belong to who runs the server
        request_max_body_size=settings.max_upload,
    )
    app.asgi_handler = Methods(app)
    return app


async def _tidy(store: Store) -> None:
    """Drop what is out of date of who changed how much, which the store in memory does not do by itself."""
    while True:
        await asyncio.sleep(_TIDY_SECONDS)
        if isinstance(store, MemoryStore):
            await store.delete_expired()


def middleware(settings: Settings) -> list[Middleware]:
    """What a request passes on its way to a handler, in this order; an answer passes it the other way."""
    return [
        PrometheusConfig(app_name="dateline", prefix="dateline_room", group_path=True).middleware,
        guarding.Guarding(settings),
        RateLimitConfig(
            rate_limit=("minute", settings.writes_per_minute), check_throttle_handler=_changes, store=RATE_LIMIT
        ).middleware,
        access.sessions(settings).middleware,
        DefineMiddleware(access.Authentication, settings=settings),
        access.csrf(settings),
        DefineMiddleware(CompressionMiddleware, config=CompressionConfig(backend="gzip", gzip_compress_level=6)),
        Conditional(),
    ]


def _changes(request: Request[Any, Any, Any]) -> bool:
    return request.method not in guarding.SAFE_METHODS
