"""The routes of the API: what each gives, and that nothing is kept that was not asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.room.api.harbour import URL, WORDS, capture_of

from dateline import Article, Capture, article_from_json, open_archive, read, to_json

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from tests.room.api.conftest import Serve

TEXT = (
    "News ID: 118822\nPublish Date: Sun, 22 Oct 2023 21:37\nBy: Ada Fell\n\nThe quay was shut on Monday, and the port waits.\n\n"
    "The council of the harbour agreed on Tuesday to open the northern quay again before the end of the year, after a winter in "
    "which three storms had taken the roof of its shed.\n\n"
    "Nobody on the council spoke against it, and the pilots said that they would wait for the lamp.\n"
)


def test_articles_in_pages(room: httpx.Client) -> None:
    """The newest first, each once over all pages, and the last page has no next."""
    seen, cursor = [], None
    for _ in range(5):
        page = room.get("/api/articles", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        assert page["total"] == 3
        seen += [item["headline"] for item in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert seen == [f"Council moves {word}" for word in reversed(WORDS)]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"q": "lighthouse"}, ["Council moves lighthouse"]),
        ({"q": "council from:2023-05-02", "to": "2023-05-02"}, ["Council moves crane"]),
        ({"q": "council", "from": "2023-05-03"}, ["Council moves fish market"]),
        ({"q": "council", "outlet": "nowhere.example"}, []),
        ({"q": "council", "sort": "time", "limit": 1}, ["Council moves fish market"]),
    ],
)
def test_search(room: httpx.Client, params: dict[str, Any], found: list[str]) -> None:
    """The query, the bounds beside it, order and limit are those of the archive."""
    answer = room.get("/api/search", params=params).json()
    assert [item["headline"] for item in answer["items"]] == found
    assert all(item["snippet"] is None or item["snippet"]["text"] for item in answer["items"])


def test_facets_and_attention(room: httpx.Client) -> None:
    """What was found, by field and by time."""
    assert room.get("/api/facets", params={"q": "council"}).json()["outlet"] == [{"value": "harbourpost.example", "count": 3}]
    days = room.get("/api/attention", params={"q": "council", "every": "day"}).json()
    assert [(bucket["start"], bucket["count"]) for bucket in days["buckets"]] == [(f"2023-05-0{n}", 1) for n in (1, 2, 3)]


def test_an_article_and_what_belongs_to_it(room: httpx.Client, hashes: list[str], kept: Path) -> None:
    """The record is the archive's own, by whole hash and by the beginning of it; the rest is found beside it."""
    with open_archive(kept) as archive:
        record = archive.get(hashes[0])
    for name in (hashes[0], hashes[0][:12].upper()):
        assert article_from_json(room.get(f"/api/articles/{name}").content) == record
    path = f"/api/articles/{hashes[0]}"
    assert [version["number"] for version in room.get(f"{path}/versions").json()["items"]] == [1]
    assert [capture["capture"] for capture in room.get(f"{path}/captures").json()["items"]] == [hashes[0]]
    assert room.get(f"{path}/citation").text.startswith("@")
    assert room.get(f"{path}/citation", params={"style": "ris"}).text.startswith("TY  - ")
    assert room.get(f"{path}/diff").status_code == 404


@pytest.mark.parametrize("uri", [URL.format(number=1), "http://www.harbourpost.example/1?utm_source=x#top"])
def test_lookup(room: httpx.Client, hashes: list[str], uri: str) -> None:
    """A uri, or any address of an article, leads to it."""
    answer = room.get("/api/lookup", params={"uri": uri})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/api/articles/{hashes[0]}")


def test_a_diff(serve: Serve, fresh: Path) -> None:
    """Between the last two versions, and between those that are named."""
    room = serve(fresh)
    later = capture_of(1, "lighthouse").content.replace(b"two\nmillion", b"three million")
    added = room.post("/api/articles", content=later, params={"url": URL.format(number=1)}, headers={"Content-Type": "text/html"})
    assert added.json()["status"] == "changed"
    path = f"/api/articles/{added.json()['capture']}"
    runs = [run for paragraph in room.get(f"{path}/diff").json()["paragraphs"] for run in paragraph["runs"]]
    assert {(run["state"], run["text"]) for run in runs if run["state"] != "same"} == {("removed", "two"), ("added", "three")}
    back = room.get(f"{path}/diff", params={"old": 2, "new": 1}).json()
    assert back["new"] == room.get(f"{path}/diff").json()["old"]


BODIES = {
    "plain text": (TEXT.encode(), "text/plain; charset=utf-8", {}),
    "JSON text": (json.dumps({"text": TEXT, "outlet": "example.org"}).encode(), "application/json", {}),
    "JSON html": (json.dumps({"html": "<p>" + TEXT.replace("\n", "<br>")}).encode(), "application/json", {}),
    "html": (capture_of(1, "lighthouse").content, "text/html", {"url": URL.format(number=1)}),
    "latin-1": ("Das Gerüst über der Brücke wurde am Montag abgebaut.".encode("latin-1"), "text/plain; charset=latin-1", {}),
    "bytes that are no text": (bytes(range(256)), "text/plain", {}),
}


@pytest.mark.parametrize(("body", "media_type", "params"), BODIES.values(), ids=BODIES)
def test_read_keeps_nothing(room: httpx.Client, body: bytes, media_type: str, params: dict[str, str]) -> None:
    """It answers with the whole record, whatever was sent, and the archive is as it was."""
    before = room.get("/api/counts").json()
    answer = room.post("/api/read", content=body, headers={"Content-Type": media_type}, params=params)
    assert answer.status_code == 200
    assert set(answer.json()) == set(Article.__struct_fields__)
    assert room.get("/api/counts").json() == before


def test_read_is_the_reader(room: httpx.Client) -> None:
    """The record is the same as the library's, field for field."""
    capture = capture_of(2, "crane")
    answer = room.post(
        "/api/read", content=capture.content, headers={"Content-Type": "text/html"}, params={"url": capture.url or ""}
    )
    assert answer.content == to_json(read(Capture(content=capture.content, url=capture.url, media_type="text/html")))
    text = room.post("/api/read", json={"text": TEXT, "outlet": "post.example", "captured_at": "2024-01-01T00:00:00Z"}).json()
    assert (text["news_id"], text["published"]["text"], text["captured_at"]) == (
        "118822",
        "2023-10-22T21:37",
        "2024-01-01T00:00:00Z",
    )


def test_a_page_in_one_file_with_what_belongs_to_it(room: httpx.Client) -> None:
    """MHTML is sent as it is."""
    header = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n"
    sent = f"{header}Content-Location: https://post.example/quay\r\n\r\n<h1>The quay</h1><p>{TEXT.splitlines()[-1]}</p>\r\n--x--"
    answer = room.post("/api/read", content=sent.encode(), headers={"Content-Type": "multipart/related"}).json()
    assert (answer["headline"], answer["url"]) == ("The quay", "https://post.example/quay")


@pytest.mark.parametrize(
    ("body", "media_type", "status", "said"),
    [
        (b"{", "application/json", 400, "the body is not as it should be"),
        (b'{"text": 3}', "application/json", 400, "Expected `str | null`"),
        (b'{"words": "x"}', "application/json", 400, "unknown field `words`"),
        (b"{}", "application/json", 422, "give text, html or url"),
        (b'{"text": "x", "html": "x"}', "application/json", 422, "not both"),
        (b'{"text": "x", "captured_at": "2024-01-01T00:00:00"}', "application/json", 422, "no offset from UTC"),
        (b'{"text": "x", "outlet": "no such outlet"}', "application/json", 400, "no such outlet"),
        (b'{"url": "http://127.0.0.1:9/"}', "application/json", 422, "not on the public internet"),
        (b'{"url": "file:///etc/passwd"}', "application/json", 422, "only addresses of http and https"),
        (b"  ", "text/plain", 422, "the body is empty"),
        (b"x", "image/png", 415, "send application/json"),
        (b"\xff", "application/json", 400, "the body is not as it should be"),
    ],
)
def test_what_cannot_be_read(room: httpx.Client, body: bytes, media_type: str, status: int, said: str) -> None:
    """It is a problem that says what to mend."""
    answer = room.post("/api/read", content=body, headers={"Content-Type": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert said in answer.json()["detail"]


def test_a_room_that_fetches_nothing(serve: Serve, kept: Path) -> None:
    """With --no-fetch addresses are not fetched, public ones neither."""
    answer = serve(kept, fetch=False).post("/api/read", json={"url": "https://news.example/"})
    assert (answer.status_code, "fetches no pages" in answer.json()["detail"]) == (422, True)


def test_keeping(serve: Serve, fresh: Path) -> None:
    """A page is kept once, and found at once."""
    room = serve(fresh)
    sent = {"text": TEXT, "outlet": "post.example"}
    assert [room.post("/api/articles", json=sent).json()["status"] for _ in range(2)] == ["added", "unchanged"]
    assert room.get("/api/search", params={"q": "quay outlet:post.example"}).json()["total"] == 1


def test_corrections(serve: Serve, fresh: Path) -> None:
    """A field is corrected, wins, is listed with its history, and withdrawn."""
    room = serve(fresh)
    path = f"/api/articles/{room.get('/api/articles').json()['items'][0]['capture']}"
    made = room.post(f"{path}/corrections", json={"field": "section", "value": "Port", "by": "Ada Fell"})
    assert (made.status_code, made.json()["machine"]) == (201, None)
    assert room.get(path).json()["section"] == "Port"
    assert room.get("/api/search", params={"q": "section:port"}).json()["total"] == 1
    room.post(f"{path}/corrections", json={"field": "section", "value": None, "by": "Tom"})
    first = room.get(f"{path}/corrections", params={"limit": 1}).json()
    second = room.get("/api/corrections", params={"limit": 1, "cursor": first["next"]}).json()
    assert [first["items"][0]["value"], second["items"][0]["value"], second["next"]] == [None, "Port", None]
    gone = room.delete(f"/api/corrections/{first['items'][0]['id']}", params={"by": "Ada Fell"}).json()
    assert gone["withdrawn_by"] == "Ada Fell"
    assert room.get(path).json()["section"] == "Port"
    for body, status in (({"field": "text", "value": "x", "by": "A"}, 422), ({"field": "kind", "value": "poem", "by": "A"}, 422)):
        assert room.post(f"{path}/corrections", json=body).status_code == status
    assert room.delete("/api/corrections/99", params={"by": "A"}).status_code == 404


def test_annotations(serve: Serve, fresh: Path) -> None:
    """The owner's notes are shown at once, on the article or a passage, and are given in the W3C's form."""
    room = serve(fresh)
    path = f"/api/articles/{room.get('/api/articles').json()['items'][0]['capture']}/annotations"
    whole = room.post(path, json={"body": "Well put.", "by": "Ada Fell"}).json()
    words = room.post(
        path, json={"body": "How much?", "by": "Tom", "exact": "three storms", "prefix": "a winter in which "}
    ).json()
    assert (whole["state"], whole["passage"], words["passage"]["exact"]) == ("shown", None, "three storms")
    span = words["passage"]["span"]
    assert room.post(path, json={"body": "So.", "by": "Tom", "span": span}).json()["passage"] == words["passage"]
    assert [item["id"] for item in room.get(path).json()["items"]] == [3, 2, 1]
    hidden = room.patch(f"/api/annotations/{whole['id']}", json={"state": "hidden"}).json()
    assert hidden["state"] == "hidden"
    assert [item["id"] for item in room.get("/api/annotations", params={"state": "hidden"}).json()["items"]] == [whole["id"]]
    written = room.get(f"/api/annotations/{words['id']}")
    assert written.headers["content-type"].startswith("application/ld+json")
    assert written.json()["target"]["selector"][1]["exact"] == "three storms"
    assert room.post(path, json={"body": "x", "by": "Tom", "exact": "never said"}).status_code == 422
    assert (
        room.get("/api/annotations/99").status_code
        == room.patch("/api/annotations/99", json={"state": "shown"}).status_code
        == 404
    )


def test_a_room_without_annotations(serve: Serve, kept: Path, hashes: list[str]) -> None:
    """There are none to read or write."""
    room = serve(kept, annotations=False)
    for answer in (
        room.get("/api/annotations"),
        room.post(f"/api/articles/{hashes[0]}/annotations", json={"body": "x", "by": "A"}),
    ):
        assert answer.status_code == 404


def test_captures(room: httpx.Client, hashes: list[str]) -> None:
    """What is known of a capture; its bytes come as they were, as a file and never as markup."""
    known = room.get(f"/api/captures/{hashes[0]}").json()
    content = capture_of(1, "lighthouse").content
    assert (known["sha256"], known["size"], known["origin"]) == (hashes[0], len(content), "1.html")
    answer = room.get(f"/api/captures/{hashes[0]}/content")
    assert answer.content == content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"] == f'attachment; filename="{hashes[0]}.bin"'


@pytest.mark.parametrize(
    ("format_", "media_type", "begins"),
    [
        ("jsonl", "application/jsonl", b'{"uri"'),
        ("csv", "text/csv; charset=utf-8; header=present", b""),
        ("parquet", "application/vnd.apache.parquet", b"PAR1"),
        ("ninjs", "application/jsonl", b"{"),
        ("jsonld", "application/jsonl", b"{"),
        ("tei", "application/tei+xml", b"<?xml"),
        ("markdown", "text/markdown; charset=utf-8", b""),
    ],
)
def test_exports(room: httpx.Client, hashes: list[str], format_: str, media_type: str, begins: bytes) -> None:
    """Every format, for what a search finds and for one article, as a file with its own type."""
    many = room.get("/api/export", params={"format": format_, "q": "council"})
    one = room.get(f"/api/articles/{hashes[0]}/export", params={"format": format_})
    for answer in (many, one):
        assert answer.status_code == 200
        assert answer.headers["content-type"] == media_type
        assert answer.headers["content-disposition"].startswith('attachment; filename="')
        assert answer.content.startswith(begins)
    assert len(many.content) > len(one.content)


@pytest.mark.parametrize("format_", ["jsonl", "tei", "parquet"])
def test_an_export_that_goes_wrong(room: httpx.Client, format_: str) -> None:
    """A query that does not parse is a problem, not half a file."""
    answer = room.get("/api/export", params={"q": '"open', "format": format_})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


def test_outlets_and_failures(room: httpx.Client) -> None:
    """Counts and shares of each outlet, and what could not be taken in."""
    (outlet,) = room.get("/api/outlets").json()["items"]
    assert (outlet["outlet"], outlet["articles"], outlet["name"]) == ("harbourpost.example", 3, None)
    assert outlet["found"]["headline"] == outlet["found"]["zone"] == 1.0
    failures = room.get("/api/failures").json()
    assert [(item["origin"], failures["next"]) for item in failures["items"]] == [("plate.html.gz", None)]


def test_what_is_no_unicode(serve: Serve, fresh: Path) -> None:
    """A name or an address with bytes that are no text is given as an escape, to programs and on pages."""
    with open_archive(fresh) as archive:
        archive.add_failure("plate\udcff.html", "https://post.example/\udcff", "damaged")
        capture = Capture(content=b"The quay is shut.", origin="a\udcfe.txt")
        digest = archive.add(capture, read(capture)).capture
    room = serve(fresh)
    paths = ("/api/failures", "/failures.json", "/failures", f"/articles/{digest}.json", f"/articles/{digest}")
    for path in (*paths, f"/api/articles/{digest}/captures", f"/api/captures/{digest}"):
        answer = room.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, (path, answer.text[:200])


def test_status(room: httpx.Client) -> None:
    """The room says that it is well, and how much it holds, to programs of two kinds."""
    assert room.get("/api/health").json()["status"] == "ok"
    assert room.get("/api/counts").json()["articles"] == 3
    metrics = room.get("/api/metrics")
    assert metrics.headers["content-type"] == "text/plain; version=1.0.0; charset=utf-8"
    assert 'dateline_archive{of="articles"} 3.0' in metrics.text
    assert 'path="/api/health"' in metrics.text


def test_statements(serve: Serve, fresh: Path) -> None:
    """What the ledger has is given in pages, by article and by what is asked for; outcomes are noted and listed."""
    with open_archive(fresh) as archive:
        text = "The harbour minister, Ada Fell, said that the quay would be open by December 31. " * 2 + TEXT
        capture = Capture(content=text.encode(), url="https://post.example/9", media_type="text/plain")
        archive.add(capture, read(capture))
        for _ in archive.update_statements():
            pass
        known = [entry.id for entry in archive.statements()]
    assert known
    room = serve(fresh)
    found, cursor = [], None
    while True:
        page = room.get("/api/statements", params={"limit": 1} | ({"cursor": cursor} if cursor else {})).json()
        found += [item["id"] for item in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert found == known
    first = room.get(f"/api/statements/{known[0]}").json()
    of_article = room.get(f"/api/articles/{first['tellings'][-1]['capture']}/statements").json()["items"]
    assert known[0] in [item["id"] for item in of_article]
    path = f"/api/statements/{known[0]}/outcomes"
    assert room.post(path, json={"outcome": "kept", "by": "Tom", "remark": "Seen open."}).json()["outcome"]["outcome"] == "kept"
    assert [item["by"] for item in room.get(path).json()["items"]] == ["Tom"]
    assert room.post(path, json={"outcome": "perhaps", "by": "Tom"}).status_code == 400
    assert room.get("/api/statements/999999").status_code == 404
    assert room.get("/api/statements", params={"status": "settled"}).json()["items"]
