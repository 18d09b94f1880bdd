"""Whatever a path leads to becomes one stream: tables, JSON Lines, feeds, WARC and pages, told apart by what is in them."""

from __future__ import annotations

import base64
import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa
import pytest
import zstandard
from hypothesis import example, settings
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st
from pyarrow import parquet
from tests.tools.warcs import PAGE, URL, http, packed, record

from dateline import Article, Capture, read, to_json
from dateline.exchange import write_jsonl, write_parquet, write_warc
from dateline.sources import Restored, Unread, captures_from, kind_of, read_warc

if TYPE_CHECKING:
    from dateline.sources import Given

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Strait Observer</title><language>en</language>
<item><title>Ferry &amp;amp; bridge</title><link>https://strait-observer.example/1</link><guid isPermaLink="false">77</guid>
<pubDate>Mon, 06 May 2024 07:08:09 +0200</pubDate><dc:creator>Mara Quill</dc:creator><category>Port</category>
<description>In short.</description><content:encoded><![CDATA[<p>The ferry will run again from Monday, the harbour office said.</p>
<p>The bridge stays closed until the end of the year, since two of its piers have to be made anew.</p>]]></content:encoded></item>
<item><link>https://strait-observer.example/2</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Bote</title>
<entry><id>urn:x:1</id><title>Pegel steigt</title><link href="https://bote.example/1"/><updated>2024-05-06T07:08:09Z</updated>
<summary>Erster Absatz &lt;b&gt;roh&lt;/b&gt;.

Zweiter Absatz.</summary></entry></feed>"""


def given(path: Path, data: bytes | None = None, **options: Any) -> list[Given]:
    """What a file gives, after `data` has been written to it."""
    if data is not None:
        path.write_bytes(data)
    return list(captures_from(str(path), **options))


def lines(*rows: dict[str, Any]) -> bytes:
    """JSON Lines."""
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def only(taken: list[Given]) -> Capture:
    """The one capture."""
    (one,) = taken
    assert isinstance(one, Capture), one
    return one


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        pytest.param("a.html", PAGE, "page", id="page"),
        pytest.param("a.gz", gzip.compress(PAGE), "page", id="packed-page"),
        pytest.param("noname", record(http()), "warc", id="warc-without-a-name"),
        pytest.param("noname", packed(record(http())), "warc", id="packed-warc-without-a-name"),
        pytest.param("a.warc.wet.gz", b"", "warc", id="empty-wet"),
        pytest.param("noname", lines({"url": URL}), "jsonl", id="json-lines-without-a-name"),
        pytest.param("a.jsonl.zst", zstandard.compress(b"[]"), "jsonl", id="packed-json-lines"),
        pytest.param("a.xml", RSS, "feed", id="rss"),
        pytest.param("a.xml.gz", gzip.compress(ATOM), "feed", id="packed-atom"),
        pytest.param("a.xml", b"\xff\xfe" + RSS.decode().encode("utf-16-le"), "feed", id="rss-in-utf-16"),
        pytest.param("a.xml", b"<?xml version='1.0'?><urlset></urlset>", "page", id="other-xml"),
        pytest.param("a.bin", b"PAR1....", "parquet", id="parquet-without-a-name"),
    ],
)
def test_kind(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    """The kind of a file is told by its first bytes, packed or not, and by its name where they do not tell."""
    (tmp_path / name).write_bytes(data)
    assert kind_of(str(tmp_path / name)) == kind


ROWS = [
    pytest.param(
        {"url": URL, "html": "<p>über", "captured_at": "2024-05-06T07:08:09Z", "headers": {"X-Robots-Tag": "noai"}, "date": "1999"},
        Capture(content="<p>über".encode(), url=URL, media_type="text/html", charset="utf-8", captured_at=AT, headers=(("x-robots-tag", "noai"),)),
        id="html",
    ),
    pytest.param(
        {"uri": URL, "text": "words", "timestamp": "2024-05-06T07:08:09"},
        Capture(content=b"words", url=URL, media_type="text/plain", charset="utf-8", captured_at=AT),
        id="text",
    ),
    pytest.param(
        {"url": URL, "content": "<p>x", "text": "x", "media_type": "text/html; charset=utf-8", "headers": [["A", "1"], ["A", "2"]]},
        Capture(content=b"<p>x", url=URL, media_type="text/html", charset="utf-8", headers=(("a", "1"), ("a", "2"))),
        id="content-before-text",
    ),
    pytest.param({"url": URL}, "it has neither html, content nor text", id="nothing"),
    pytest.param({"url": URL, "html": "x", "captured_at": "soon"}, "its time of capture is no time: 'soon'", id="no-time"),
    pytest.param({"url": URL, "html": "x", "headers": 7}, "its headers are neither an object of texts nor pairs of them", id="no-headers"),
    pytest.param({"url": URL, "html": "x" * 2_000}, "it has 2,000 bytes; more than 1,000 are not read", id="too-large"),
    pytest.param(
        {"uri": URL, "capture": "0", "reader": "r", "evidence": [], "notes": [], "text": "", "kind": "curious"},
        "it is no record: Invalid enum value 'curious' - at `$.kind`",
        id="no-record",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_rows(tmp_path: Path, row: dict[str, Any], expected: Capture | str) -> None:
    """A row gives a capture of the columns that tools use, or the reason why not; a page's own date is not taken for a crawl's."""
    path = tmp_path / "a.jsonl"
    (one,) = given(path, b"\n" + lines(row), max_bytes=1_000)
    if isinstance(expected, Capture):
        assert one == msgspec.structs.replace(expected, origin=f"{path}#2")
    else:
        assert isinstance(one, Unread)
        assert (one.origin, one.url, one.reason) == (f"{path}#2", URL, expected)


def test_parquet_of_captures(tmp_path: Path) -> None:
    """Columns of text, bytes, timestamps and maps are taken as they are; a row without a page has its reason."""
    latin = "<p>über".encode("latin-1")
    table = pa.table(
        {
            "url": [URL, None, URL],
            "content": pa.array([latin, b"", b"%PDF-"], pa.binary()),
            "charset": ["latin-1", None, None],
            "content_type": ["text/html", None, "application/pdf"],
            "fetch_time": pa.array([AT, AT, AT], pa.timestamp("ms", "UTC")),
            "other": [1, 2, 3],
        }
    )
    path = tmp_path / "a.parquet"
    parquet.write_table(table, path)
    first, second, third = given(path)
    assert first == Capture(content=latin, url=URL, media_type="text/html", charset="latin-1", captured_at=AT, origin=f"{path}#1")
    assert isinstance(second, Unread)
    assert (second.origin, second.reason) == (f"{path}#2", "it has neither html, content nor text")
    assert isinstance(third, Capture)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress], ids=["plain", "gzip", "zstd"])
def test_json_lines_are_read_one_by_one(tmp_path: Path, pack: Any) -> None:
    """Lines that are no JSON have their reason, and those around them are taken; bytes come in base64."""
    rows = lines({"html": "1"}) + b"{broken\n[1]\n\xff\n" + lines({"content_base64": base64.b64encode(b"\0\1").decode()})
    taken = given(tmp_path / "a.jsonl.x", pack(rows))
    assert [type(one) for one in taken] == [Capture, Unread, Unread, Unread, Capture]
    assert isinstance(taken[-1], Capture)
    assert taken[-1].content == b"\0\1"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.jsonl.gz", gzip.compress(lines({"html": "1"}) * 9)[:-9], "its packed data is damaged or cut short", id="jsonl-cut"),
        pytest.param("a.jsonl", b"x" * 99_000, "the line is longer than 69,536 bytes; what follows was not read", id="jsonl-long"),
        pytest.param("a.parquet", b"PAR1" + b"x" * 50, "it is no Parquet, or it is damaged", id="parquet-damaged"),
        pytest.param("a.rss", b"not xml at all", "it is no feed", id="no-feed"),
        pytest.param("a.rss", RSS.replace(b"<rss", b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss'), "it declares XML entities", id="entities"),
        pytest.param("a.rss.gz", gzip.compress(b"<rss>" + bytes(2_000)), "it is larger than 1000 bytes", id="feed-bomb"),
        pytest.param("none.html", None, "there is no such file", id="missing"),
    ],
)  # fmt: skip
def test_bad_file_is_told(tmp_path: Path, name: str, data: bytes | None, reason: str) -> None:
    """A file that cannot be read to its end ends with the reason; nothing is raised."""
    last = given(tmp_path / name, data, max_bytes=1_000)[-1]
    assert isinstance(last, Unread)
    assert last.reason.startswith(reason)
    assert last.fault


def test_records_come_back_in(tmp_path: Path) -> None:
    """Records that were given out as JSONL or Parquet come back on a capture of their text: every field, span and piece of evidence."""
    articles = [read(path.read_bytes(), url=URL, captured_at=AT) for path in sorted(EXAMPLES.iterdir())]
    for name, write in (("a.jsonl", write_jsonl), ("a.parquet", write_parquet)):
        taken = given(tmp_path / name, b"".join(write(articles)))
        assert len(taken) == len(articles)
        for number, (one, article) in enumerate(zip(taken, articles, strict=True), 1):
            assert isinstance(one, Restored)
            capture, back = one.capture, one.article
            assert capture.content.decode() == article.text
            assert (capture.url, capture.captured_at, capture.origin) == (article.url, AT, f"{tmp_path / name}#{number}")
            assert back.capture == capture.sha256
            if capture.headers:  # a page: what is here is its text
                assert capture.headers == (("x-dateline-read-from", article.capture),)
                assert back.notes[:-1] == article.notes
                back = msgspec.structs.replace(back, capture=article.capture, notes=article.notes)
            assert to_json(back) == to_json(article)


def test_restored_twice_is_restored_once(tmp_path: Path) -> None:
    """A record that has come back in and goes out and in again stays as it is."""
    article = read(PAGE, url=URL)
    (once,) = given(tmp_path / "a.jsonl", b"".join(write_jsonl([article])))
    assert isinstance(once, Restored)
    (twice,) = given(tmp_path / "a.jsonl", b"".join(write_jsonl([once.article])))
    assert isinstance(twice, Restored)
    assert twice.article == once.article
    assert twice.capture == once.capture


def test_entry_of_a_feed_is_read_as_what_it_claims(tmp_path: Path) -> None:
    """An entry's text, headline, time, author and category reach the record as declared claims; an empty entry has its reason."""
    first, second = given(tmp_path / "a.rss", RSS)
    assert isinstance(first, Capture)
    assert (first.url, first.origin) == ("https://strait-observer.example/1", f"{tmp_path / 'a.rss'}#1")
    assert dict(first.headers) == {"x-dateline-made-from": "rss20 entry", "x-dateline-entry-id": "77"}
    article: Article = read(first)
    assert article.headline == "Ferry & bridge"
    assert [author.name for author in article.authors] == ["Mara Quill"]
    assert str(article.published) == "2024-05-06T07:08:09+02:00"
    assert (article.language, article.keywords) == ("en", ("Port",))
    assert [paragraph.text for paragraph in article.body] == [
        "The ferry will run again from Monday, the harbour office said.",
        "The bridge stays closed until the end of the year, since two of its piers have to be made anew.",
    ]
    assert isinstance(second, Unread)
    assert second.reason == "the entry has neither headline nor text"


def test_entry_cannot_break_out_of_its_page(tmp_path: Path) -> None:
    """What a feed says of an entry cannot end an attribute or the head of the page that is made of it."""
    evil = ATOM.replace(b"https://bote.example/1", b"https://bote.example/&quot;&gt;&lt;h1&gt;Other")
    capture = only(given(tmp_path / "a.atom", evil))
    assert read(capture).headline == "Pegel steigt"
    assert capture.url == 'https://bote.example/"><h1>Other'


def test_plain_text_of_an_entry_is_kept_apart(tmp_path: Path) -> None:
    """Plain text with empty lines becomes paragraphs, and its angle brackets stay what they are."""
    feed = ATOM.replace(b"<summary>", b'<summary type="text">')
    page = only(given(tmp_path / "a.atom", feed)).content.decode()
    assert "<p>Erster Absatz &lt;b&gt;roh&lt;/b&gt;.</p>\n<p>Zweiter Absatz.</p>" in page
    assert '<html lang="de">' in page


def test_what_is_known_stands_in(tmp_path: Path) -> None:
    """An address and a time from the caller fill what the source leaves open, and replace nothing."""
    path = tmp_path / "a.jsonl"
    rows = lines({"html": "1"}, {"html": "2", "url": "https://b.example/", "captured_at": "2020-01-01T00:00:00Z"})
    first, second = given(path, rows, url=URL, captured_at=AT)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.url, first.captured_at) == (URL, AT)
    assert (second.url, second.captured_at) == ("https://b.example/", datetime(2020, 1, 1, tzinfo=UTC))


def test_share_rises_to_the_end(tmp_path: Path) -> None:
    """While a source is gone through it tells how far it is, never backwards, never past its end."""
    table = pa.table({"html": ["1"] * 100})
    parquet.write_table(table, tmp_path / "a.parquet")
    for name, data in (("a.parquet", None), ("a.jsonl", lines({"html": "1"}) * 100), ("a.warc.gz", packed(record(http())) * 100)):
        shares: list[float] = []
        given(tmp_path / name, data, share=shares.append)
        assert len(shares) == 100
        assert shares == sorted(shares)
        assert 0 <= shares[0] <= shares[-1] <= 1


CAPTURES = {
    "page": Capture(content=PAGE, url=URL, media_type="text/html", headers=(("content-type", "text/html"), ("x", "ü"), ("x", "2")), captured_at=AT),
    "wet": Capture(content=b"words", url=URL, media_type="text/plain", charset="utf-8", headers=(("warc-identified-content-language", "deu"),), captured_at=AT),
    "bare": Capture(content=b"\r\n\r\nWARC/1.0\r\n"),
    "empty": Capture(content=b"", url="https://a.example/ä?b=c d%20e"),
    "packed": Capture(content=b"<p>", headers=(("content-encoding", "gzip"), ("transfer-encoding", "chunked"), ("content-length", "9"))),
    "microseconds": Capture(content=b"x", url=URL, captured_at=AT.replace(microsecond=123_456)),
}  # fmt: skip


def test_captures_come_back_from_warc(tmp_path: Path) -> None:
    """A WARC that Dateline wrote gives the same captures again, whatever they had or had not; only their origins are new."""
    taken = given(tmp_path / "a.warc.gz", b"".join(write_warc(CAPTURES.values())))
    assert [isinstance(one, Capture) and msgspec.structs.replace(one, origin=None) for one in taken] == list(CAPTURES.values())


HEADER = st.tuples(
    st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Zs")), max_size=30),
)
ANY = st.builds(
    Capture,
    content=st.binary(max_size=300),
    url=st.none() | st.text(st.characters(codec="utf-8"), max_size=40),
    media_type=st.none() | st.sampled_from(["text/html", "image/png", "nonsense"]),
    charset=st.none() | st.just("utf-8"),
    headers=st.lists(HEADER, max_size=4).map(tuple),
    captured_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)


@settings(max_examples=60, deadline=None)
@example([])
@hypothesis_given(st.lists(ANY, max_size=3))
def test_any_capture_comes_back_from_warc(captures: list[Capture]) -> None:
    """Whatever a capture holds, it comes back from a WARC as it was."""
    taken = read_warc(io.BytesIO(b"".join(write_warc(captures))), name="f")
    assert [isinstance(one, Capture) and msgspec.structs.replace(one, origin=None) for one in taken] == captures


def test_warc_is_the_same_every_time() -> None:
    """The same captures are written as the same bytes, so that exports can be compared."""
    assert b"".join(write_warc(CAPTURES.values())) == b"".join(write_warc(CAPTURES.values()))
