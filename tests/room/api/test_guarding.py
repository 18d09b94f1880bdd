"""Whom a request is addressed to, where it comes from, and what every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.room import LOOPBACK
from dateline.room.guarding import addressed, same_origin

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from tests.room.api.conftest import Serve


@pytest.mark.parametrize(
    ("host", "known", "expected"),
    [
        ("localhost:8000", LOOPBACK, True),
        ("LOCALHOST", LOOPBACK, True),
        ("127.0.0.1:1", LOOPBACK, True),
        ("[::1]:8000", LOOPBACK, True),
        ("evil.example", LOOPBACK, False),
        ("localhost.evil.example:8000", LOOPBACK, False),
        ("localhost@evil.example", LOOPBACK, False),
        ("[::1", LOOPBACK, False),
        ("", LOOPBACK, False),
        ("evil.example", ("*",), True),
        ("room.example:443", ("Room.example",), True),
    ],
)
def test_hosts(host: str, known: tuple[str, ...], expected: bool) -> None:
    """A room answers to its own names, whatever the port; nothing that only looks like one passes."""
    assert addressed(host, known) is expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "http://localhost:8000", "host": "localhost:8000"}, True),
        ({"origin": "https://Room.example", "host": "room.example"}, True),
        ({"origin": "http://localhost:9000", "host": "localhost:8000"}, False),
        ({"origin": "http://evil.example", "host": "localhost:8000"}, False),
        ({"origin": "null", "host": "localhost:8000"}, False),
        ({"origin": "", "host": ""}, False),
        ({"origin": "http://localhost:8000"}, False),
        ({"origin": "http://evil.example", "host": "localhost:8000", "sec-fetch-site": "same-origin"}, False),
    ],
)
def test_origins(headers: dict[str, str], expected: bool) -> None:
    """What is sent by this room's own pages, or by no page, passes."""
    assert same_origin(headers) is expected


@pytest.mark.parametrize("path", ["/", "/api/search", "/static/0/none.css"])
def test_a_name_that_is_not_the_rooms(room: httpx.Client, path: str) -> None:
    """A page elsewhere that gave its own name this machine's address gets nothing, on any route."""
    answer = room.get(path, headers={"Host": "evil.example"})
    assert answer.status_code in (400, 404)
    assert "Council" not in answer.text


@pytest.mark.parametrize("path", ["/api/articles", "/api/read", "/login", "/logout", "/read/keep"])
def test_forms_of_other_sites(serve: Serve, fresh: Path, path: str) -> None:
    """What a page of another site sends changes nothing, though the room has no password."""
    room = serve(fresh)
    before = room.get("/api/counts").json()
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = room.post(path, content="text=x", headers=headers | {"Content-Type": "application/x-www-form-urlencoded"})
        assert answer.status_code == 403
    assert room.get("/api/counts").json() == before


@pytest.mark.parametrize("path", ["/", "/api/search", "/nowhere", "/api/nowhere", "/api/articles/zz", "/api/read"])
def test_headers_of_every_answer(room: httpx.Client, path: str) -> None:
    """Nothing inline, nothing from elsewhere, no guessing of types: on pages, data and errors alike."""
    headers = room.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert headers["cache-control"] == "no-cache"
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_headers_behind_https(serve: Serve, kept: Path) -> None:
    """Browsers that came by HTTPS are told to stay with it; a room for few is kept by no shared cache."""
    headers = serve(kept, https=True, token="t" * 20).get("/api/health").headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["cache-control"] == "private, no-cache"


def test_static_files_are_kept_for_good(room: httpx.Client) -> None:
    """Their address changes with what is in them."""
    page = room.get("/", headers={"Accept": "text/html"}).text
    start = page.index("/static/")
    answer = room.get(page[start : page.index('"', start)])
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert room.get("/static/../../pyproject.toml").status_code == 404
    assert room.get("/static/%2e%2e/app.py").status_code == 404
