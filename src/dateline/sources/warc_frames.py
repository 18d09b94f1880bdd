"""Finding the way in a damaged WARC file: where the next record begins, and whether one ends where it says.

fastwarc stops at the first fault. A crawl file has thousands of records behind it, each a gzip member or zstd frame of its
own, or begun by a line `WARC/1.x`.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Literal

import zstandard

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["gzip", "zstd", "plain"]

_CHUNK = 1024 * 1024
# What has to be seen from a record's beginning to tell it.
_WINDOW = 4_096
_MAX_HEADER = 64 * 1024
_STARTS: dict[Form, re.Pattern[bytes]] = {
    "gzip": re.compile(rb"\x1f\x8b\x08"),
    "zstd": re.compile(rb"\x28\xb5\x2f\xfd"),
    "plain": re.compile(rb"(?<=\n)WARC/\d\.\d\r?\n"),
}
_FIRST_LINE = re.compile(rb"WARC/\d\.\d\r?\n")


def form_of(start: bytes) -> Form:
    """How a WARC file is packed, by its first bytes."""
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    return "zstd" if start.startswith(b"\x28\xb5\x2f\xfd") else "plain"


def is_frame(stream: BinaryIO, at: int, form: Form) -> bool:
    """Whether a record's offset is a place in the file where one can begin; in a file packed as one piece it is not."""
    stream.seek(at)
    return form == "plain" or form_of(stream.read(4)) == form


def next_record(stream: BinaryIO, after: int, form: Form) -> int | None:
    """The offset of the first record that begins behind `after`, or None when there is none."""
    for at in _candidates(stream, after, _STARTS[form]):
        stream.seek(at)
        if form == "plain" or _FIRST_LINE.match(_unpacked_start(stream.read(_WINDOW), form)):
            return at
    return None


def ends_where_it_says(stream: BinaryIO, at: int, form: Form) -> bool:
    """Whether the record at `at` is followed by the two line ends that the format asks for."""
    pieces = _frame(stream, at, form)
    head = bytearray()
    for piece in pieces:
        head += piece
        if b"\r\n\r\n" in head or len(head) > _MAX_HEADER:
            break
    end = head.find(b"\r\n\r\n")
    found = re.search(rb"\r\ncontent-length:\s*(\d{1,18})\s*\r\n", bytes(head[: end + 2]), re.I)
    if end < 0 or found is None:
        return False
    rest, length = bytes(head[end + 4 :]), int(found[1])
    while len(rest) < length + 4 and (more := next(pieces, None)) is not None:
        dropped = min(len(rest), length)
        length, rest = length - dropped, rest[dropped:] + more
    return rest[length : length + 4] == b"\r\n\r\n"


def ends_cleanly(stream: BinaryIO, at: int, form: Form) -> bool:
    """Whether a file ends with the frame of the last record in it, which begins at `at`.

    fastwarc takes a gzip file that is cut within the first bytes of a member for one that has ended.
    """
    if form != "gzip":
        return True
    stream.seek(at)
    member = zlib.decompressobj(31)
    try:
        while packed := member.unconsumed_tail or stream.read(_CHUNK):
            member.decompress(packed, _CHUNK)
            if member.eof:
                return not any(piece.strip(b"\0") for piece in (member.unused_data, *iter(lambda: stream.read(_CHUNK), b"")))
    except zlib.error:
        return False
    return False


def _candidates(stream: BinaryIO, after: int, start: re.Pattern[bytes]) -> Iterator[int]:
    """Where the pattern stands behind `after`; it may lie across two reads."""
    at, kept = after, b""
    while True:
        stream.seek(at)
        if not (piece := stream.read(_CHUNK)):
            return
        window = kept + piece
        for match in start.finditer(window):
            if (place := at - len(kept) + match.start()) > after and match.end() > len(kept):
                yield place
        at += len(piece)
        kept = window[-16:]


def _frame(stream: BinaryIO, at: int, form: Form) -> Iterator[bytes]:
    """What one gzip member or zstd frame holds, in pieces, as far as it is sound; of a plain file, all from there on."""
    stream.seek(at)
    if form == "plain":
        while piece := stream.read(_CHUNK):
            yield piece
        return
    if form == "zstd":
        with zstandard.ZstdDecompressor().stream_reader(stream, closefd=False) as reader, suppress(zstandard.ZstdError):
            while piece := reader.read(_CHUNK):
                yield piece
        return
    member = zlib.decompressobj(31)
    with suppress(zlib.error):
        while not member.eof and (packed := member.unconsumed_tail or stream.read(_WINDOW)):
            yield member.decompress(packed, _CHUNK)


def _unpacked_start(packed: bytes, form: Form) -> bytes:
    try:
        if form == "gzip":
            return zlib.decompressobj(31).decompress(packed, 16)
        return zstandard.ZstdDecompressor().stream_reader(packed).read(16)
    except (zlib.error, zstandard.ZstdError):
        return b""
