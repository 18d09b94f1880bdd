"""`dateline serve`: what it refuses to start as, and that it starts, answers and stops."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--host", "0.0.0.0"), "lets others in: give --password-file or --token-file, or --public-read"),
        (("--host", "::"), "lets others in"),
        (("--host", "192.0.2.1"), "lets others in"),
        (("--host", "room.example"), "lets others in"),
        (("--port", "70000"), "70000"),
        (("--password-file", "short"), "shorter than 8 characters"),
        (("--token-file", "short"), "shorter than 8 characters"),
        (("--token-file", "missing"), "missing"),
        (("--host", "192.0.2.1", "--public-read"), "cannot listen on 192.0.2.1"),
    ],
)
def test_rooms_that_do_not_open(dateline_: Runner, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """Nobody is let in by mistake, and what cannot be is told."""
    (tmp_path / "short").write_text("abc\n")
    ran = dateline_("serve", *arguments)
    assert ran.code != 0
    assert said in ran.err


def test_a_port_in_use(dateline_: Runner) -> None:
    """It is told in one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = dateline_("serve", "--port", str(taken.getsockname()[1]))
    assert ran.code == 1
    assert ran.err.startswith("Error: cannot listen on 127.0.0.1")


def test_a_room_opens_and_closes(tmp_path: Path) -> None:
    """It makes its archive, says where it is, answers, and ends with the signal; the token comes from the environment."""
    command = [sys.executable, "-m", "dateline", "serve", "--port", "0", "--archive", str(tmp_path / "archive")]
    environment = {**os.environ, "DATELINE_TOKEN": "a-token-of-the-room"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, cwd=tmp_path) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
            assert found is not None
            with urllib.request.urlopen(f"{found[0]}api/health", timeout=30) as answer:
                assert answer.status == 200
            asked = urllib.request.Request(f"{found[0]}api/counts", headers={"Authorization": "Bearer a-token-of-the-room"})
            with urllib.request.urlopen(asked, timeout=30) as answer:
                assert b'"articles":0' in answer.read()
            server.send_signal(signal.SIGINT)
            assert server.wait(30) is not None
        finally:
            server.kill()
