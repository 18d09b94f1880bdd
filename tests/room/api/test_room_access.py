"""Who may do what: open rooms, rooms with a token, with a password, and rooms that everybody may read."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from dateline.room import Settings, hash_password
from dateline.room.access import Visitor, fits, owner_session, visitor
from dateline.room.pages.login import own_path

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from tests.room.api.conftest import Serve

TOKEN, PASSWORD = "a-token-of-the-room", "correct horse battery"
PASSWORD_HASH = hash_password(PASSWORD)
NOBODY, READER, OWNER = Visitor(False, False), Visitor(True, False), Visitor(True, True)


@pytest.mark.parametrize(
    ("settings", "authorization", "expected"),
    [
        (Settings(), None, OWNER),
        (Settings(public_read=True), None, READER),
        (Settings(token=TOKEN), None, NOBODY),
        (Settings(token=TOKEN), f"Bearer {TOKEN}", OWNER),
        (Settings(token=TOKEN), f"bearer  {TOKEN}", OWNER),
        (Settings(token=TOKEN, public_read=True), None, READER),
        (Settings(password_hash=PASSWORD_HASH), None, NOBODY),
        (Settings(password_hash=PASSWORD_HASH, public_read=True), None, READER),
    ],
)
def test_visitors(settings: Settings, authorization: str | None, expected: Visitor) -> None:
    """What a request shows decides, and what the room has set."""
    assert visitor(settings, authorization, {}) == expected


def test_sessions_belong_to_their_secrets() -> None:
    """A session ends with the password, the token or the key that it was made with; nothing else makes one."""
    settings = Settings(password_hash=PASSWORD_HASH, token=TOKEN)
    session = owner_session(settings)
    assert visitor(settings, None, session) == Visitor(True, True, session=True)
    others = (
        Settings(password_hash=hash_password(PASSWORD), token=TOKEN, secret=settings.secret),
        Settings(password_hash=PASSWORD_HASH, token="another", secret=settings.secret),
        Settings(password_hash=PASSWORD_HASH, token=TOKEN),
    )
    assert [visitor(other, None, session) for other in others] == [NOBODY] * 3
    made_up: tuple[object, ...] = ({"owner": True}, {"owner": ""}, {"owner": None}, [], None, "owner")
    for session_ in made_up:
        assert visitor(settings, None, session_) == NOBODY


@pytest.mark.parametrize(
    ("secret", "expected"),
    [(PASSWORD, True), (TOKEN, True), ("", False), (PASSWORD + " ", False), ("\ud800", False), ("x" * 100_000, False)],
    ids=["password", "token", "empty", "nearly", "half a character", "long"],
)
def test_secrets(secret: str, expected: bool) -> None:
    """The password and the token fit, and nothing else."""
    assert fits(Settings(password_hash=PASSWORD_HASH, token=TOKEN), secret) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "/"),
        ("/articles/3f2a?x=1#f", "/articles/3f2a?x=1#f"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
        ("", "/"),
    ],
)
def test_where_a_login_leads(path: str, expected: str) -> None:
    """Within the room, whatever a link says."""
    assert own_path(path) == expected


def test_a_room_with_a_token(serve: Serve, fresh: Path) -> None:
    """Without it nothing is told, with it everything goes, and a wrong one is told as such."""
    room = serve(fresh, token=TOKEN)
    for path in ("/api/search", "/", "/api/metrics", "/api/captures/0000/content", "/index.json"):
        answer = room.get(path)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert room.get("/api/health").status_code == room.get("/api/openapi.json").status_code == 200
    assert room.post("/api/articles", json={"text": "x"}).status_code == 401
    assert room.get("/api/search", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert room.get("/api/search", headers={"Authorization": "Basic YTpi"}).status_code == 401
    assert room.post("/api/articles", json={"text": "x"}, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_a_room_that_everybody_may_read(serve: Serve, fresh: Path) -> None:
    """Strangers read, search, have pages read and write notes that wait; all else is the owner's, addresses to fetch too."""
    room = serve(fresh, token=TOKEN, public_read=True)
    owner = {"Authorization": f"Bearer {TOKEN}"}
    digest = room.get("/api/articles").json()["items"][0]["capture"]
    assert room.post("/api/read", json={"text": "The quay is shut."}).status_code == 200
    assert "fetches no pages for you" in room.post("/api/read", json={"url": "https://news.example/"}).json()["detail"]
    for method, path, body in (
        ("POST", "/api/articles", {"text": "x"}),
        ("POST", f"/api/articles/{digest}/corrections", {"field": "headline", "value": "x", "by": "A"}),
        ("DELETE", "/api/corrections/1?by=A", None),
        ("PATCH", "/api/annotations/1", {"state": "shown"}),
    ):
        assert room.request(method, path, json=body).status_code == 403
    note = room.post(f"/api/articles/{digest}/annotations", json={"body": "Really?", "by": "Tom"}).json()
    assert note["state"] == "pending"
    mine = f"/api/annotations/{note['id']}"
    lists = (f"/api/articles/{digest}/annotations", "/api/annotations", "/api/annotations?state=pending")
    assert [room.get(path).json()["items"] for path in lists] == [[], [], []]
    assert room.get(mine).status_code == 404
    assert [len(room.get(path, headers=owner).json()["items"]) for path in lists] == [1, 1, 1]
    assert room.patch(mine, json={"state": "shown"}, headers=owner).status_code == 200
    assert len(room.get(lists[0]).json()["items"]) == 1
    assert room.get("/notes").status_code == 403


def test_a_room_that_nobody_owns(serve: Serve, fresh: Path) -> None:
    """With --public-read alone it is to be read, and nothing is changed by anybody."""
    room = serve(fresh, public_read=True)
    digest = room.get("/api/articles").json()["items"][0]["capture"]
    assert room.post("/api/articles", json={"text": "x"}).status_code == 403
    assert room.post(f"/api/articles/{digest}/annotations", json={"body": "x", "by": "A"}).status_code == 403


def _login(room: httpx.Client, secret: str = PASSWORD) -> httpx.Response:
    return room.post("/login", data={"secret": secret, "next": "/outlets"})


def test_coming_in_and_going_out(serve: Serve, fresh: Path) -> None:
    """A browser is led to the form, the password opens a session that scripts cannot see, and going out ends it."""
    room = serve(fresh, password_hash=PASSWORD_HASH)
    sent = room.get("/?q=quay", headers={"Accept": "text/html"})
    assert (sent.status_code, sent.headers["location"]) == (303, "/login?next=%2F%3Fq%3Dquay")
    assert room.get(sent.headers["location"]).status_code == 200
    assert _login(room, "wrong").status_code == 401
    assert room.get("/api/search").status_code == 401
    done = _login(room)
    assert (done.status_code, done.headers["location"]) == (303, "/outlets")
    assert {"httponly", "samesite=lax"} <= {part.strip().lower() for part in done.headers["set-cookie"].split(";")}
    assert room.get("/api/search").status_code == 200
    page = room.get("/outlets", headers={"Accept": "text/html"}).text
    assert page
    assert room.post("/logout", headers={"x-csrf-token": room.cookies["dateline-csrf"]}).status_code == 303
    assert room.get("/api/search").status_code == 401


def test_requests_that_a_cookie_lets_pass_want_a_token(serve: Serve, fresh: Path) -> None:
    """With a session nothing is changed without the token of the room's own pages; forms have it in a hidden field."""
    room = serve(fresh, password_hash=PASSWORD_HASH)
    _login(room)
    assert room.post("/api/articles", json={"text": "x"}).status_code == 403
    form = room.get("/read", headers={"Accept": "text/html"}).text
    found = re.search(r'name="_csrf_token" value="([0-9a-f]{64,})"', form)
    assert found is not None
    assert room.post("/api/articles", json={"text": "x"}, headers={"x-csrf-token": "0" * 128}).status_code == 403
    assert room.post("/api/articles", json={"text": "x"}, headers={"x-csrf-token": found[1]}).status_code == 200
    assert room.post("/logout", data={"_csrf_token": "wrong"}).status_code == 403
    assert room.post("/logout", data={"_csrf_token": found[1]}).status_code == 303


def test_no_cookies_without_a_session(serve: Serve, kept: Path) -> None:
    """Who reads an open room is given none."""
    room = serve(kept)
    for path in ("/", "/read", "/api/search", "/help"):
        assert "set-cookie" not in room.get(path, headers={"Accept": "text/html"}).headers


@pytest.mark.parametrize(
    "cookie",
    [
        "x",
        "null",
        b64encode(b"x" * 60).decode(),
        b64encode(b"x" * 12 + b"additional_authenticated_data=").decode(),
        b64encode(b"x" * 40 + b'additional_authenticated_data={"expires_at": "never"}').decode(),
        b64encode(b"x" * 40 + b'additional_authenticated_data={"expires_at": 99999999999}').decode(),
        b64encode(b"x" * 40 + b"additional_authenticated_data=[1]").decode(),
        "é",
    ],
    ids=["short", "null", "noise", "no data", "text for a time", "forged", "a list", "not ASCII"],
)
def test_made_up_sessions(serve: Serve, kept: Path, cookie: str) -> None:
    """They are none, and no trouble."""
    room = serve(kept, password_hash=PASSWORD_HASH)
    answer = room.get("/api/search", headers=[(b"Cookie", f"dateline={cookie}".encode())])
    assert answer.status_code == 401


def test_cookies_by_https(serve: Serve, kept: Path) -> None:
    """They are sent by HTTPS only, and to this host only."""
    room = serve(kept, password_hash=PASSWORD_HASH, https=True)
    cookie = _login(room).headers["set-cookie"]
    assert cookie.startswith("__Host-dateline=")
    assert {"secure", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
