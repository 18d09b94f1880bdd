"""JSON Lines of records that Dateline gave out, and of captures as crawlers and corpus builders have them."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

import msgspec
import zstandard

from dateline.sources.files import MAX_BYTES, shown, source_error
from dateline.sources.opening import open_binary
from dateline.sources.rows import from_row, packed_bytes
from dateline.sources.taking import Given, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# How long a line may be, in pages of the largest size: a record says the text of its page several times (text, body, evidence), and
# escapes make it longer. What it may hold besides, in bytes.
_PAGES = 4
_BESIDE = 64 * 1024
_DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError)


def read_jsonl(
    place: str, *, name: str | None = None, max_bytes: int = MAX_BYTES, share: Callable[[float], None] | None = None
) -> Iterator[Given]:
    """What each line gives: a record, or the capture in the columns that docs/sources.md lists. Gzip and zstd are unpacked.

    Origins are `file#line`, from 1; `share` is told how far in the file it is, 0 to 1. Raises `SourceError` when the file cannot
    be opened; a line that gives nothing is an `Unread`.
    """
    label = name or shown(place)
    number = 0
    try:
        with open_binary(place) as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            lines = _unpacked(file)
            longest = _PAGES * max_bytes + _BESIDE
            while line := lines.readline(longest + 1):
                number += 1
                if share is not None:
                    share(file.tell() / size)
                if len(line) > longest:
                    yield Unread(
                        origin=f"{label}#{number}",
                        reason=f"the line is longer than {longest:,} bytes; what follows was not read",
                    )
                    return
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")  # editors put a byte order mark there
                if line.strip():
                    yield _given(line, f"{label}#{number}", max_bytes)
    except _DAMAGED as error:
        yield Unread(origin=f"{label}#{number + 1}", reason=f"its packed data is damaged or cut short ({error})")
    except OSError as error:
        raise source_error(error, label) from error


def _given(line: bytes, origin: str, max_bytes: int) -> Given:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Unread(origin=origin, reason=f"the line is no JSON: {error}")
    if not isinstance(row, dict):
        return Unread(origin=origin, reason="the line is no JSON object")
    return from_row(packed_bytes(row), origin, max_bytes=max_bytes)


def _unpacked(file: BinaryIO) -> BinaryIO:
    start = file.read(4)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if start.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True, closefd=False))
    return file
