"""WARC and WET files: sound ones give captures, damaged ones give what is sound and a reason for what is not."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard
from tests.tools.warcs import DATE, PAGE, URL, chunked, http, packed, record

from dateline.errors import SourceError
from dateline.records import Capture
from dateline.sources import Unread, WarcRange, read_warc, read_warc_ranges

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.sources import Taken

GOOD = record(http(), url="https://strait-observer.example/good")
NEXT = record(http(), url="https://strait-observer.example/next")
ZSTD = zstandard.ZstdCompressor()
PACKS: dict[str, Callable[[bytes], bytes]] = {"plain": bytes, "gzip": gzip.compress, "zstd": ZSTD.compress}
SMALL = 1_000_000  # bytes, a bound that tests can reach


def read(data: bytes, max_bytes: int = SMALL) -> list[Taken]:
    """What a file with these bytes gives."""
    return list(read_warc(io.BytesIO(data), name="f", max_bytes=max_bytes))


def short(taken: Taken) -> str:
    """`good` for the capture of the page `…/good`, the reason for what was not read."""
    return (taken.url or "").rsplit("/", 1)[-1] if isinstance(taken, Capture) else taken.reason


def only(data: bytes) -> Capture:
    """The one capture of a file."""
    (taken,) = read(data)
    assert isinstance(taken, Capture), taken
    return taken


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_record_becomes_a_capture(pack: Callable[[bytes], bytes]) -> None:
    """A capture has the page's bytes, address, headers and time, and says where in the file it lies."""
    answer = http(PAGE, "X-Robots-Tag: noai", "X-Robots-Tag: noindex", "TDM-Reservation: 1")
    first = pack(GOOD)
    good, capture = read(first + pack(record(answer)))
    assert isinstance(good, Capture)
    assert capture == Capture(
        content=PAGE,
        url=URL,
        media_type="text/html",
        headers=(
            ("content-type", "text/html; charset=utf-8"),
            ("x-robots-tag", "noai"),
            ("x-robots-tag", "noindex"),
            ("tdm-reservation", "1"),
        ),
        captured_at=datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
        origin=f"f#{len(first)}",
    )


def test_wet_record_becomes_a_text_capture() -> None:
    """A conversion record gives its text as UTF-8, with the language that was seen in it."""
    text = "Der Hafen ist wieder offen.\nÜber Nacht".encode()
    wet = record(text, "WARC-Identified-Content-Language: deu", kind="conversion", media_type="text/plain")
    capture = only(wet)
    assert (capture.content, capture.media_type, capture.charset) == (text, "text/plain", "utf-8")
    assert ("warc-identified-content-language", "deu") in capture.headers


@pytest.mark.parametrize(
    ("body", "headers", "kept"),
    [
        pytest.param(chunked(PAGE), ["Transfer-Encoding: chunked"], "x-crawl-transfer-encoding", id="chunked"),
        pytest.param(
            chunked(PAGE).replace(b"10\r\n", b"10;a=b\r\n") + b"", ["Transfer-Encoding: chunked"], "x-crawl-transfer-encoding", id="chunk-extensions"
        ),
        pytest.param(gzip.compress(PAGE), ["Content-Encoding: gzip"], "x-crawl-content-encoding", id="gzip"),
        pytest.param(gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), ["Content-Encoding: x-gzip"], "x-crawl-content-encoding", id="gzip-members"),
        pytest.param(zlib.compress(PAGE), ["Content-Encoding: deflate"], "x-crawl-content-encoding", id="deflate"),
        pytest.param(zlib.compress(PAGE)[2:-4], ["Content-Encoding: deflate"], "x-crawl-content-encoding", id="deflate-bare"),
        pytest.param(brotli.compress(PAGE), ["Content-Encoding: br"], "x-crawl-content-encoding", id="brotli"),
        pytest.param(ZSTD.compress(PAGE), ["Content-Encoding: zstd"], "x-crawl-content-encoding", id="zstd"),
        pytest.param(brotli.compress(gzip.compress(PAGE)), ["Content-Encoding: gzip, br"], "x-crawl-content-encoding", id="two"),
        pytest.param(
            chunked(gzip.compress(PAGE)), ["Content-Encoding: gzip", "Transfer-Encoding: chunked"], "x-crawl-content-encoding", id="chunked-gzip"
        ),
        pytest.param(PAGE, ["Content-Encoding: gzip"], "x-crawl-content-encoding", id="gzip-undone-already"),
        pytest.param(PAGE, ["Content-Encoding: br"], "x-crawl-content-encoding", id="brotli-undone-already"),
        pytest.param(PAGE, ["Content-Encoding: deflate"], "x-crawl-content-encoding", id="deflate-undone-already"),
        pytest.param(PAGE, ["Transfer-Encoding: chunked"], "x-crawl-transfer-encoding", id="chunks-joined-already"),
    ],
)  # fmt: skip
def test_codings_are_undone(body: bytes, headers: list[str], kept: str) -> None:
    """The content is the page however it was packed for the way, and the header that no longer holds has another name."""
    first, second = read(record(http(body, *headers)) + GOOD)
    assert isinstance(first, Capture), first
    assert first.content == PAGE
    assert kept in dict(first.headers)
    assert not {"content-encoding", "transfer-encoding"} & set(dict(first.headers))
    assert short(second) == "good"


@pytest.mark.parametrize(
    ("bad", "reason", "fault"),
    [
        pytest.param(record(http(status="404 Not Found")), "the server answered 404 Not Found", False, id="not-found"),
        pytest.param(record(http(status="301 Moved")), "the server answered 301 Moved", False, id="redirect"),
        pytest.param(record(http(media_type="image/png")), "it holds image/png, no page", False, id="picture"),
        pytest.param(record(b"20240506 a.example", url="dns:a.example", media_type="text/dns"), "it holds text/dns, no page", False, id="dns"),
        pytest.param(record(http(b""), kind="revisit"), "a revisit: the server gave the same page as before, and its bytes are in another record", False, id="revisit"),
        pytest.param(record(b"x", kind="continuation"), "a piece of a record that was cut into segments; they are not put together", True, id="segment"),
        pytest.param(record(b"x", kind="curious"), "a record of an unknown type: 'curious'", True, id="type"),
        pytest.param(record(b"no answer at all\r\n\r\n"), "its block is no HTTP answer", True, id="no-http"),
        pytest.param(record(b"HTTP/1.1 200 OK\r\nServer: x"), "its HTTP header cannot be read (it has no end)", True, id="http-header-cut"),
        pytest.param(record(http(PAGE, "X: " + "a" * 200_000)), "its HTTP header cannot be read", True, id="http-header-long"),
        pytest.param(record(http(gzip.compress(PAGE * 9)[:-20], "Content-Encoding: gzip")), "its packed body is cut short", True, id="gzip-cut"),
        pytest.param(record(http(b"\x1f\x8b\x08" + PAGE, "Content-Encoding: gzip")), "its packed body is damaged", True, id="gzip-damaged"),
        pytest.param(record(http(brotli.compress(PAGE * 9)[:-9], "Content-Encoding: br")), "its brotli body is cut short", True, id="brotli-cut"),
        pytest.param(record(http(b"\xff\xff\xff\xff", "Content-Encoding: br")), "its brotli body is damaged", True, id="brotli-damaged"),
        pytest.param(record(http(ZSTD.compress(PAGE)[:6] + PAGE, "Content-Encoding: zstd")), "its zstd body is damaged", True, id="zstd-damaged"),
        pytest.param(record(http(chunked(PAGE)[:-20], "Transfer-Encoding: chunked")), "its chunked body is damaged or cut short", True, id="chunks-cut"),
        pytest.param(record(http(b"\x00\x01", "Content-Encoding: sdch")), "its body is packed as 'sdch', which is not known", True, id="coding-unknown"),
        pytest.param(record(http(PAGE, "Content-Encoding: " + "gzip," * 9)), "its body is packed 9 times over", True, id="coding-tower"),
        pytest.param(record(http(gzip.compress(bytes(9_000_000)), "Content-Encoding: gzip")), "its body unpacks to more than 1,000,000 bytes", True, id="gzip-bomb"),
        pytest.param(record(http(brotli.compress(bytes(9_000_000)), "Content-Encoding: br")), "its body unpacks to more than 1,000,000 bytes", True, id="brotli-bomb"),
        pytest.param(record(http(ZSTD.compress(bytes(9_000_000)), "Content-Encoding: zstd")), "its body unpacks to more than 1,000,000 bytes", True, id="zstd-bomb"),
        pytest.param(record(http(bytes(2_000_000))), "it has 2,000,", True, id="too-large"),
        pytest.param(record(http(), length=30), "its length is not what its header says", True, id="length-too-short"),
        pytest.param(record(http(), length=len(http()) + 40), "its length is not what its header says", True, id="length-too-long"),
        pytest.param(record(http(), length=900_000), "it says that it has 900,000 bytes, and", True, id="length-beyond-the-end"),
        pytest.param(record(http(), length=10**15), "it ", True, id="length-beyond-everything"),
        pytest.param(record(http(), length=-5), "its header does not say how long it is", True, id="length-negative"),
        pytest.param(record(http(), length="many"), "its header does not say how long it is", True, id="length-no-number"),
        pytest.param(record(http(), length=10**30), "its header does not say how long it is", True, id="length-overflows"),
        pytest.param(b"WARC/1.0\r\nnothing of the kind\r\n\r\n", "its header is damaged or cut short", True, id="header-damaged"),
        pytest.param(b"<html>a page in between</html>\r\n\r\n", "between this record and offset", True, id="something-else"),
        pytest.param(record(http(), "X: " + "a" * 200_000), "no WARC record can be read here", True, id="header-long"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_bad_record_has_its_reason_and_stops_nothing(
    pack: Callable[[bytes], bytes], bad: bytes, reason: str, fault: bool
) -> None:
    """Each kind of bad record gives one reason, and the records on both sides of it are taken."""
    first, *bads, last = read(pack(GOOD) + pack(bad) + pack(NEXT))
    assert (short(first), short(last)) == ("good", "next")
    assert [(taken.reason.startswith(reason), taken.fault) for taken in bads if isinstance(taken, Unread)] == [(True, fault)], (
        bads
    )
    assert len(bads) == 1


@pytest.mark.parametrize("kind", ["warcinfo", "request", "metadata"])
def test_records_about_captures_give_nothing(kind: str) -> None:
    """What a crawler writes about a capture is not told as something that was not read."""
    assert [short(taken) for taken in read(GOOD + record(b"software: x", kind=kind, media_type="text/plain") + NEXT)] == [
        "good",
        "next",
    ]


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_cut_anywhere_is_told(pack: Callable[[bytes], bytes]) -> None:
    """Wherever a file is cut off, what is whole is taken, and the cut is told unless it falls between two records."""
    first = pack(GOOD)
    data = first + pack(NEXT)
    line_ends = 4 if pack is bytes else 0  # a plain record is whole without the line ends behind it
    for cut in range(len(data)):
        taken = read(data[:cut])
        captures = [short(one) for one in taken if isinstance(one, Capture)]
        told = any(isinstance(one, Unread) for one in taken)
        between = len(first) - line_ends <= cut <= len(first) or cut >= len(data) - line_ends
        assert told is not (between and cut > 0), cut
        assert len(captures) >= (cut >= len(first)), cut


def test_file_of_faults_ends() -> None:
    """A file of nothing but records that claim to reach to its end is given up, told, and not gone over for ever."""
    lies = gzip.compress(record(http(), length=500_000)) * 400
    taken = read(lies)
    assert short(taken[-1]) == "the file has too many faults; what follows was not read"
    assert len(taken) < 100


def test_noise_never_hangs_or_raises() -> None:
    """Bytes changed, dropped and doubled at random places give captures or reasons, whatever they are."""
    chance = random.Random(20240506)
    for pack in PACKS.values():
        data = b"".join(map(pack, (GOOD, NEXT, record(http(gzip.compress(PAGE), "Content-Encoding: gzip")))))
        for _ in range(150):
            noisy = bytearray(data)
            for _ in range(chance.randint(1, 4)):
                at = chance.randrange(len(noisy))
                noisy[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
            assert all(isinstance(taken, Capture | Unread) for taken in read(bytes(noisy)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "there is nothing in it", id="empty"),
        pytest.param(b"\x04\x22\x4d\x18" + GOOD, "it is packed by LZ4", id="lz4"),
        pytest.param(PAGE * 50, "no WARC record can be read here", id="a-page"),
        pytest.param(gzip.compress(PAGE), "no WARC record can be read here", id="a-packed-page"),
    ],
)
def test_other_file_is_told(data: bytes, reason: str) -> None:
    """A file that is no WARC says so and nothing else."""
    (taken,) = read(data)
    assert isinstance(taken, Unread)
    assert taken.reason.startswith(reason)


def test_file_packed_as_one_piece() -> None:
    """A WARC that was gzipped as a whole is read; its records are told apart by number where they share an offset."""
    taken = read(gzip.compress(GOOD + NEXT + GOOD))
    assert [short(one) for one in taken] == ["good", "next", "good"]
    assert len({one.origin for one in taken}) == 3


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param(DATE, datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC), id="utc"),
        pytest.param("2024-05-06T07:08:09.5Z", datetime(2024, 5, 6, 7, 8, 9, 500_000, tzinfo=UTC), id="fraction"),
        pytest.param("2024-05-06T07:08:09", datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC), id="utc-by-the-standard"),
        pytest.param("last week", None, id="none"),
    ],
)
def test_time_of_capture(date: str, expected: datetime | None) -> None:
    """WARC-Date is the time of capture; what is no time is kept as it stands and not guessed at."""
    capture = only(record(http(), date=date))
    assert capture.captured_at == expected
    assert dict(capture.headers).get("warc-date") == (None if expected else date)


def test_headers_with_bare_line_feeds_and_old_letters() -> None:
    """HTTP headers that end in LF, and addresses and values in Latin-1, are read."""
    answer = b"HTTP/1.0 200 OK\nContent-Type: text/html\nX-Place: Malm\xf6\n\n" + PAGE
    capture = only(record(answer, url="<https://a.example/p>"))
    assert (capture.content, capture.url, dict(capture.headers)["x-place"]) == (PAGE, "https://a.example/p", "Malmö")


def test_large_page_is_taken_whole() -> None:
    """A page of 50 MB is a capture; how much of it is read is the reader's to decide."""
    page = PAGE + b"<p>words words</p>\n" * 2_800_000
    (capture,) = list(read_warc(io.BytesIO(gzip.compress(record(http(page)), 1))))
    assert isinstance(capture, Capture)
    assert len(capture.content) == len(page) > 50_000_000


def test_known_records_are_passed_over() -> None:
    """Records whose origins are known already are neither read nor told."""
    assert [short(one) for one in read_warc(io.BytesIO(GOOD + NEXT), name="f", known={"f#0"})] == ["next"]


def test_ranges(tmp_path: Path) -> None:
    """Rows of an index give the records at these places, with the same origins as the whole file; bad rows are told."""
    file = tmp_path / "a.warc.gz"
    file.write_bytes(packed(GOOD, NEXT, GOOD))
    first, second = len(packed(GOOD)), len(packed(NEXT))
    rows = [WarcRange(str(file), first, second), (str(file), 0, first), (str(file), 0, 30), (str(file), -1, 9), ("none", 0, 9)]
    taken = list(read_warc_ranges(rows))
    assert [short(one) for one in taken] == [
        "next",
        "good",
        "no WARC record begins here",
        "offset -1 and length 9 are no place of a record",
        "there is no such file",
    ]
    whole = {short(one): one for one in read_warc(file)}
    assert taken[0] == whole["next"]


def test_addresses_of_stores(tmp_path: Path) -> None:
    """A file is read through pyarrow's file systems as from a path; web addresses and unknown stores are refused."""
    file = tmp_path / "a.warc.gz"
    file.write_bytes(packed(GOOD, NEXT))
    assert [short(one) for one in read_warc(f"file://{file}")] == ["good", "next"]
    for address in ("https://a.example/a.warc.gz", "nostore://a/b"):
        with pytest.raises(SourceError, match=r"not fetched|fsspec|cannot be opened"):
            next(read_warc(address))
    with pytest.raises(SourceError, match="no such file"):
        next(read_warc(tmp_path / "none.warc"))
