"""A process beside this one: what it says comes back, and how it ended is told."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from dateline.sources.aside import Aside

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Enough for a process to start and to answer, in seconds.
_LONG = 60.0


def echo(connection: Connection, given: bytes) -> None:
    """Say back what is given, until told to be silent, to leave or to die."""
    while True:
        message = connection.recv_bytes()
        if message == b"leave":
            raise SystemExit(3)
        if message == b"die":
            os.kill(os.getpid(), signal.SIGKILL)
        if message != b"silence":
            connection.send_bytes(given + message)


def test_answers_and_starts_anew() -> None:
    """It is started with its first message, and again after it was stopped."""
    aside = Aside(echo, b"> ")
    assert (aside.runs, aside.receive(0), aside.stop()) == (False, None, "it never began")
    for _ in range(2):
        aside.send(b"one")
        assert (aside.runs, aside.receive(_LONG)) == (True, b"> one")
        assert aside.stop() == "it was ended"
        assert not aside.runs


def test_no_word() -> None:
    """Who says nothing in time has not died."""
    aside = Aside(echo, b"")
    aside.send(b"silence")
    assert aside.receive(0.01) is None
    assert aside.stop() == "it was ended"


@pytest.mark.parametrize(("message", "how"), [(b"leave", "exit code 3"), (b"die", "signal 9")])
def test_its_end(message: bytes, how: str) -> None:
    """Its death is an error for who waits for it, and its manner is told."""
    aside = Aside(echo, b"")
    aside.send(message)
    with pytest.raises((OSError, EOFError)):
        aside.receive(_LONG)
    assert aside.stop() == how
