"""What a part holds, taken in a process of its own: a file that kills or hangs whoever goes through it is told, and the rest is read.

This is for parts whose worker has died before. Captures come over a pipe one at a time, so that all that come before a deadly record are
there.
"""

from __future__ import annotations

import pickle
import signal
from typing import TYPE_CHECKING

from dateline.records import Capture
from dateline.sources import Unread
from dateline.sources.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from dateline.bulk.parts import Part
    from dateline.sources import Given

# How often a piece is tried whose process dies: something else may have killed it.
_TRIES = 2
# What a process may take until it begins, in seconds: to start, and to load what it needs.
_START = 300.0
_BEGUN, _END = b"", b"."


def taken_apart(part: Part, *, max_bytes: int, patience: float) -> Iterator[Given]:
    """Everything in a part; `patience` is what the next capture may take to come, in seconds.

    A piece (a file, or a row of an index) whose process dies, or that gives nothing in time, is an `Unread` that says so, after what
    it gave before; the next piece follows.
    """
    process = _Process(max_bytes)
    try:
        for piece in part.pieces():
            yield from _piece(process, piece, patience)
    finally:
        process.stop()


def _piece(process: _Process, piece: Part, patience: float) -> Iterator[Given]:
    given, where, reason = 0, "before its first capture", ""
    for attempt in range(1, _TRIES + 1):
        try:
            process.begin(piece, given)
            while (one := process.next(patience)) is not None:
                given += 1
                where = f"after {_origin(one)}"
                yield one
        except TimeoutError:
            process.stop()
            reason = f"it gave nothing for more than {patience:g} seconds {where}"
            break
        except (OSError, EOFError):
            reason = f"the process that went through it died {where}, {attempt} times ({process.stop()})"
        else:
            return
    yield Unread(origin=piece.name, reason=f"{reason}; what follows there was not read")


class _Process:
    """The process that goes through pieces."""

    def __init__(self, max_bytes: int) -> None:
        self._process = Aside(serve, max_bytes)

    def begin(self, piece: Part, given: int) -> None:
        """Let it go through a piece, behind what that gave already. Raises `OSError` or `EOFError` when it is gone."""
        self._process.send(pickle.dumps((piece, given)))
        self._receive(_START)

    def next(self, patience: float) -> Given | None:
        """The next capture, None at the end of the piece. Raises `TimeoutError`, and `OSError` or `EOFError` when it is gone."""
        answer = self._receive(patience)
        given: Given | None = None if answer == _END else pickle.loads(answer)  # noqa: S301 - from our own process
        return given

    def _receive(self, patience: float) -> bytes:
        answer = self._process.receive(patience)
        if answer is None:
            raise TimeoutError
        return answer

    def stop(self) -> str:
        """End the process, and say how it ended."""
        return self._process.stop()


def serve(connection: Connection, max_bytes: int) -> None:
    """Go through the pieces that come in, until the other side is gone. Runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then ends this
    while True:
        try:
            piece, skipped = pickle.loads(connection.recv_bytes())  # noqa: S301 - from the process that started this one
            connection.send_bytes(_BEGUN)
            for number, given in enumerate(piece.given(max_bytes=max_bytes)):
                if number >= skipped:
                    connection.send_bytes(pickle.dumps(given))
            connection.send_bytes(_END)
        except (EOFError, BrokenPipeError):
            return


def _origin(given: Given) -> str:
    return (given.origin if isinstance(given, Capture | Unread) else given.capture.origin) or "what has no name"
