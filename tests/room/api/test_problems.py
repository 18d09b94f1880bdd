"""One shape for all that goes wrong: on every route, to programs and to browsers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from dateline.room import description

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx
    from tests.room.api.conftest import Serve

KEYS = {"type", "title", "status", "detail", "faults"}


def is_problem(answer: httpx.Response, status: int) -> bool:
    """Whether an answer is a problem of that status, as RFC 9457 has it."""
    return (
        answer.status_code == status
        and answer.headers["content-type"] == "application/problem+json"
        and set(answer.json()) == KEYS
        and answer.json()["status"] == status
    )


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nowhere", 404),
        ("GET", "/nowhere.json", 404),
        ("GET", "/api/articles/0000", 404),
        ("GET", "/api/articles/not-a-hash", 400),
        ("GET", "/api/articles/0000/nowhere", 404),
        ("GET", "/api/search?q=%22open", 400),
        ("GET", "/api/search?limit=0", 400),
        ("GET", "/api/search?limit=x", 400),
        ("GET", "/api/search?cursor=x", 400),
        ("GET", "/api/search?sort=best", 400),
        ("GET", "/api/search?from=then", 400),
        ("GET", "/api/failures?cursor=%00", 400),
        ("GET", "/api/corrections?cursor=AAAA", 400),
        ("GET", "/api/lookup?uri=none", 404),
        ("GET", "/api/lookup", 400),
        ("DELETE", "/api/search", 405),
        ("PUT", "/api/articles", 405),
        ("POST", "/api/health", 405),
        ("PATCH", "/", 405),
        ("GET", "/index.json?q=%22open", 400),
    ],
)
def test_errors(room: httpx.Client, method: str, path: str, status: int) -> None:
    """What is asked for wrongly is told in one shape; what Litestar refuses is, too."""
    assert is_problem(room.request(method, path), status)


def test_what_is_not_allowed_says_what_is(room: httpx.Client) -> None:
    """405 names the methods there are."""
    assert "GET" in room.put("/api/search").headers["allow"]


def test_every_route_refuses_nonsense(room: httpx.Client) -> None:
    """Each route of the description, asked by a method that it does not have, answers in the same shape."""
    for path, item in description()["paths"].items():
        asked = path.replace("{id}", "0000").replace("{number}", "1").replace("{sha256}", "0000")
        for method in {"get", "post", "put", "patch", "delete"} - set(item):
            assert is_problem(room.request(method.upper(), asked), 405), (method, path)


def test_faults_name_the_parameter(room: httpx.Client) -> None:
    """A client can show the fault where it was made."""
    assert [fault["name"] for fault in room.get("/api/search?limit=x").json()["faults"]] == ["limit"]


def test_a_browser_gets_a_page(room: httpx.Client) -> None:
    """The same in HTML, for who asks for that; what was asked for stands in it as text."""
    answer = room.get("/articles/%3Cscript%3E", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>" not in answer.text.split("</head>")[1]


def test_an_article_that_was_taken_down(serve: Serve, fresh: Path) -> None:
    """It is gone, and the answer says why."""
    from dateline import open_archive

    room = serve(fresh)
    digest = room.get("/api/articles").json()["items"][0]["capture"]
    with open_archive(fresh) as archive:
        archive.forget(digest, reason="the author asked for it")
    answer = room.get(f"/api/articles/{digest}")
    assert is_problem(answer, 410)
    assert "the author asked for it" in answer.json()["detail"]


def test_the_rooms_own_trouble(serve: Serve, fresh: Path) -> None:
    """An archive that is gone is the room's trouble: the answer is a problem, and nothing of the machine is told."""
    room = serve(fresh)
    shutil.rmtree(fresh)
    for path in ("/api/search", "/api/health", "/index.json"):
        answer = room.get(path)
        assert is_problem(answer, 500), answer.text
        assert "Traceback" not in answer.text


def test_too_large_a_body(serve: Serve, fresh: Path) -> None:
    """It is refused without being read, also where its length is not told."""
    room = serve(fresh, max_upload=10_000)

    def pieces() -> Iterator[bytes]:
        yield from (b"x" * 1_000 for _ in range(100))

    for body in (b"x" * 10_001, pieces()):
        assert is_problem(room.post("/api/read", content=body, headers={"Content-Type": "text/plain"}), 413)
    assert room.post("/api/read", content=b"x" * 9_000, headers={"Content-Type": "text/plain"}).status_code == 200


def test_too_many_changes(serve: Serve, fresh: Path) -> None:
    """After so many in a minute they are refused, with the time to wait; reading goes on."""
    room = serve(fresh, writes_per_minute=3)
    answers = [room.post("/api/read", json={"text": "x"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert is_problem(answers[-1], 429)
    assert 0 < int(answers[-1].headers["retry-after"]) <= 60
    assert room.get("/api/search").status_code == 200
