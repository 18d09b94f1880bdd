"""Pages saved in one file with what belongs to them."""

from __future__ import annotations

import base64
import plistlib
import quopri
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import read
from dateline.page.packed import unpacked
from dateline.sources.files import find_files

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.errors import SourceError

URL = "https://www.gazette.example/2024/03/pier-1234567"
TEXT = "Der Rat stimmte am Dienstag dafür, die Nachtfähre auch über den Winter fahren zu lassen – nach vier Stunden."
PAGE = (
    f"<!DOCTYPE html><html><head><title>Die Fähre bleibt</title></head><body><h1>Die Fähre bleibt</h1><p>{TEXT}</p></body></html>"
)
FRAME = "<html><body><p>An advertisement in a frame.</p></body></html>"


def mhtml(page: bytes, coding: str, *, charset: str = "", location: str = URL, newline: str = "\r\n") -> bytes:
    """A page as Chrome saves it, behind a frame and before a picture."""
    lines = [
        "From: <Saved by Blink>", f"Snapshot-Content-Location: {location}", "Subject: =?utf-8?Q?Die=20F=C3=A4hre?=",
        "Date: Thu, 14 Mar 2024 10:22:33 +0100", "MIME-Version: 1.0", "Content-Type: multipart/related;", '\ttype="text/html";',
        '\tboundary="----MultipartBoundary--abc----"', "", "", "------MultipartBoundary--abc----", "Content-Type: text/html",
        "Content-Transfer-Encoding: 8bit", "Content-Location: cid:frame", "", FRAME, "------MultipartBoundary--abc----",
        f"Content-Type: text/html{charset}", f"Content-Transfer-Encoding: {coding}", f"Content-Location: {URL}", "",
    ]  # fmt: skip
    rest = ["", "------MultipartBoundary--abc----", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "------MultipartBoundary--abc------", ""]  # fmt: skip
    return newline.join(lines).encode() + newline.encode() + page + newline.join(rest).encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(mhtml(quopri.encodestring(PAGE.encode()), "quoted-printable"), id="quoted-printable"),
        pytest.param(mhtml(base64.encodebytes(PAGE.encode()), "base64"), id="base64"),
        pytest.param(mhtml(PAGE.encode("cp1252"), "8bit", charset='; charset="windows-1252"'), id="as-it-is"),
        pytest.param(mhtml(quopri.encodestring(PAGE.encode()), "quoted-printable", newline="\n"), id="line-feeds"),
    ],
)
def test_mhtml(content: bytes) -> None:
    """The page is read, not its frames; its address and the time of saving are the file's."""
    article = read(content)
    assert (article.headline, article.url, article.news_id) == ("Die Fähre bleibt", URL, "1234567")
    assert [p.text for p in article.body] == [TEXT]
    assert article.captured_at == datetime(2024, 3, 14, 9, 22, 33, tzinfo=UTC)
    assert "capture.packed" in {note.code for note in article.notes}


def test_webarchive() -> None:
    main = {
        "WebResourceData": PAGE.encode("cp1252"),
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1252",
    }
    article = read(plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY))
    assert (article.headline, article.url, [p.text for p in article.body]) == ("Die Fähre bleibt", URL, [TEXT])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"bplist00" + b"\xff" * 60, id="damaged-plist"),
        pytest.param(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), id="another-plist"),
        pytest.param(plistlib.dumps({"WebMainResource": {"WebResourceData": "x"}}, fmt=plistlib.FMT_BINARY), id="no-bytes"),
        pytest.param(b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nno boundary", id="no-boundary"),
        pytest.param(mhtml(b"", "8bit").replace(b"text/html", b"image/png"), id="no-page"),
        pytest.param(b"The type multipart/related is for pages with pictures.", id="prose"),
        pytest.param(PAGE.encode(), id="a-page"),
    ],
)
def test_what_is_no_such_file(content: bytes) -> None:
    """Is left as it is, for the reader to say what it is."""
    assert unpacked(content) is None
    read(content)


def test_cut_short() -> None:
    """What is there of the page is read."""
    content = mhtml(PAGE.encode(), "8bit")
    article = read(content[: content.index(b"nach vier")])
    assert article.url == URL
    assert article.text.endswith("–")


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    for each in (
        content,
        b"bplist00" + content,
        mhtml(content, "base64"),
        b"A: b\nContent-Type: multipart/related; boundary=x\n\n--x" + content,
    ):
        found = unpacked(each)
        assert found is None or isinstance(found.content, bytes)


@pytest.mark.parametrize("piece", [b"--x\n\n", b"--x\nContent-Type: text/html\n\na", b"A: b\n", b"--x"])
def test_time_is_bounded(piece: bytes) -> None:
    start = time.perf_counter()
    unpacked(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + piece * 1_000_000)
    assert time.perf_counter() - start < 3


def test_folders_are_searched_for_them(tmp_path: Path) -> None:
    for name in ("a.mhtml", "b.mht", "c.webarchive", "d.png"):
        (tmp_path / name).write_bytes(b"x")
    failures: list[SourceError] = []
    found = [place.rsplit("/", 1)[-1] for place in find_files([str(tmp_path)], failed=failures.append)]
    assert (found, failures) == (["a.mhtml", "b.mht", "c.webarchive"], [])
