"""A room over an archive on PostgreSQL: the same answers, from several threads at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from tests.archive.places import places
from tests.room.api.harbour import WORDS, capture_of

from dateline import open_archive, read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.room.api.conftest import Serve


def test_the_same_answers(serve: Serve, kept: Path, tmp_path: Path) -> None:
    """Search, record and outlets are those of the same archive in a folder; what is corrected is found at once."""
    with places("postgres", tmp_path) as place:
        address = place("room")
        with open_archive(address, create=True) as archive:
            for number, word in enumerate(WORDS, 1):
                capture = capture_of(number, word)
                archive.add(capture, read(capture))
        room, other = serve(address), serve(kept)
        digest = other.get("/api/search", params={"q": "lighthouse"}).json()["items"][0]["capture"]
        paths = [
            f"/api/articles/{digest}",
            "/api/outlets",
            "/api/facets?q=council",
            "/api/attention",
            f"/api/captures/{digest}",
        ] * 4
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(lambda path: (room.get(path).json(), other.get(path).json()), paths))
        assert all(one == two for one, two in answers)
        made = room.post(f"/api/articles/{digest}/corrections", json={"field": "section", "value": "Port", "by": "Ada"})
        assert made.status_code == 201
        assert room.get("/api/search", params={"q": "section:port"}).json()["total"] == 1
        assert [item["headline"] for item in room.get("/api/articles").json()["items"]] == [
            item["headline"] for item in other.get("/api/articles").json()["items"]
        ]
