"""A process beside this one that is given work over a pipe: started when it is needed, and anew when it has died or was ended."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

# What a process that has died is given to be gone, in seconds.
_GONE = 0.2


class Aside:
    """The process, which runs `serve(connection, given)`."""

    def __init__(self, serve: Callable[..., None], given: object) -> None:
        self._serve = serve
        self._given = given
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    @property
    def runs(self) -> bool:
        """Whether it has been started, and not stopped since."""
        return self._process is not None

    def send(self, message: bytes) -> None:
        """Give it a message; raises `OSError` when it is gone."""
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=self._serve, args=(theirs, self._given), daemon=True)
            self._process.start()
            theirs.close()
        self._connection.send_bytes(message)

    def receive(self, seconds: float) -> bytes | None:
        """What it says next, None when there is no word in that time. Raises `OSError` or `EOFError` when it is gone."""
        if self._connection is None or not self._connection.poll(max(seconds, 0)):
            return None
        return self._connection.recv_bytes()

    def stop(self) -> str:
        """End it, and say how it ended."""
        if self._process is None or self._connection is None:
            return "it never began"
        self._process.join(_GONE)
        code = self._process.exitcode
        self._process.kill()
        self._process.join()
        self._connection.close()
        self._process = self._connection = None
        if code is None:
            return "it was ended"
        return f"signal {-code}" if code < 0 else f"exit code {code}"
