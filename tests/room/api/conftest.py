"""A reading room over an archive of a few pages, on a real server of this process, and a client for it."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import httpx
import pytest
import uvicorn
from tests.room.api.harbour import WORDS, capture_of

from dateline import open_archive, read
from dateline.room import Settings, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A server that is not up by then will not be.
_STARTS_WITHIN = 30.0


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three articles and a failure, for tests that change nothing."""
    return _archive(tmp_path_factory.mktemp("kept") / "archive")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The same for a test that changes it."""
    return _archive(tmp_path / "archive")


def _archive(folder: Path) -> Path:
    with open_archive(folder, create=True) as archive:
        for number, word in enumerate(WORDS, 1):
            capture = capture_of(number, word)
            archive.add(capture, read(capture))
        archive.add_failure("plate.html.gz", None, "its gzip data is damaged or cut short")
    return folder


@contextmanager
def served(folder: Path | str, **settings: Any) -> Iterator[httpx.Client]:
    """A client of a room over that archive, on a port of its own."""
    app = create_app(folder, Settings(**{"writes_per_minute": 10_000} | settings))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + _STARTS_WITHIN
        while not server.started:
            if time.monotonic() > deadline or not thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(timeout=30)


class Serve(Protocol):
    """Opens a room with these settings, and gives a client of it."""

    def __call__(self, folder: Path | str, **settings: Any) -> httpx.Client:
        """Open it."""
        ...


@pytest.fixture
def serve() -> Iterator[Serve]:
    """See `Serve`; the rooms are closed after the test."""
    with ExitStack() as stack:
        yield lambda folder, **settings: stack.enter_context(served(folder, **settings))


@pytest.fixture(scope="session")
def room(kept: Path) -> Iterator[httpx.Client]:
    """A client of an open room that nothing is changed in."""
    with served(kept) as client:
        yield client


@pytest.fixture(scope="session")
def hashes(room: httpx.Client) -> list[str]:
    """The captures' hashes, in the order of the pages' numbers."""
    return [item["capture"] for item in reversed(room.get("/api/articles").json()["items"])]
