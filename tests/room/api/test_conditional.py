"""Answers that the client has already, answers without a body, and compressed ones."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from dateline.room.conditional import has

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from tests.room.api.conftest import Serve

PATHS = ("/", "/index.json", "/api/search?q=council", "/api/outlets", "/outlets")


@pytest.mark.parametrize(
    ("known", "expected"),
    [('W/"a"', True), ('"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False), ("", False), ("a", False)],
)
def test_if_none_match(known: str, expected: bool) -> None:
    """Tags are compared weakly, in lists too."""
    assert has(known, 'W/"a"') is expected


@pytest.mark.parametrize("path", PATHS)
def test_what_the_client_has_is_not_sent_again(room: httpx.Client, path: str) -> None:
    """The same answer is named the same, compressed or not, and 304 has no body."""
    first = room.get(path, headers={"Accept-Encoding": "identity"})
    packed = room.get(path, headers={"Accept-Encoding": "gzip"})
    assert first.status_code == 200
    assert first.headers["etag"] == packed.headers["etag"]
    again = room.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert room.get(path, headers={"If-None-Match": '"other"'}).content == first.content


def test_a_change_changes_the_name(serve: Serve, fresh: Path) -> None:
    """What was true before is not confirmed after."""
    room = serve(fresh)
    tag = room.get("/api/search").headers["etag"]
    room.post("/api/articles", json={"text": "The quay is shut."})
    assert room.get("/api/search", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", [*PATHS, "/api/health"])
def test_head(room: httpx.Client, path: str) -> None:
    """The headers of the answer to GET, and no body."""
    got = room.get(path, headers={"Accept-Encoding": "identity"})
    head = room.head(path, headers={"Accept-Encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"]
    assert head.headers["etag"] == got.headers["etag"]


def test_errors_have_no_name(room: httpx.Client) -> None:
    """They are told anew each time."""
    assert "etag" not in room.get("/api/nowhere").headers
    assert room.get("/api/articles/0000", headers={"If-None-Match": "*"}).status_code == 404


def test_gzip(room: httpx.Client) -> None:
    """Who takes it gets it, and caches are told."""
    with room.stream("GET", "/api/search", headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert gzip.decompress(raw) == room.get("/api/search", headers={"Accept-Encoding": "identity"}).content
