"""The reading room as an ASGI application."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.di import Provide

from dateline.room import pages
from dateline.room.archives import Archives
from dateline.room.drafts import Drafts
from dateline.room.outlets import Outlets
from dateline.room.rendering import static_digest, static_router, templates
from dateline.room.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

# Threads that run handlers, beyond the archives they wait for: for what needs none.
_SPARE_THREADS = 4


def create_app(archive_url: str | Path, settings: Settings | None = None) -> Litestar:
    """The reading room over an archive, to be run by an ASGI server. The archive is opened with the first request."""
    settings = settings or Settings()
    archives = Archives(archive_url, readers=settings.readers)
    outlets = Outlets(settings.profiles)
    drafts = Drafts()
    digest = static_digest()

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        executor = ThreadPoolExecutor(settings.readers + _SPARE_THREADS, thread_name_prefix="room")
        asyncio.get_running_loop().set_default_executor(executor)
        try:
            yield
        finally:
            executor.shutdown()
            archives.close()

    return Litestar(
        route_handlers=[*pages.handlers, static_router(digest)],
        dependencies={
            "archives": Provide(lambda: archives, sync_to_thread=False),
            "drafts": Provide(lambda: drafts, sync_to_thread=False),
            "outlets": Provide(lambda: outlets, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
        },
        template_config=templates(settings, digest),
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=6),
        lifespan=[lifespan],
        openapi_config=None,
        request_max_body_size=settings.max_upload,
    )
