"""Whatever a path leads to, as one stream: the kind of a file is told by its first bytes, and by its name where they do not tell."""

from __future__ import annotations

import shutil
import sys
import tempfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.errors import SourceError
from dateline.records import Capture
from dateline.sources.feeds import is_feed, read_feed
from dateline.sources.files import MAX_BYTES, STDIN, capture_file, shown, source_error
from dateline.sources.jsonl import read_jsonl
from dateline.sources.opening import open_binary
from dateline.sources.parquet import read_parquet
from dateline.sources.taking import Given, Restored, Unread
from dateline.sources.warc import read_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

Kind = Literal["page", "warc", "feed", "jsonl", "parquet"]

# What is looked at to tell the kind of a file, in bytes.
_WINDOW = 4_096


def kind_of(place: str) -> Kind:
    """What a file is; raises `SourceError` when it cannot be read."""
    try:
        with open_binary(place) as file:
            start = file.read(_WINDOW)
    except OSError as error:
        raise source_error(error, shown(place)) from error
    return kind_by(start, place)


def kind_by(start: bytes, name: str) -> Kind:
    """What a file is that begins so and has this name."""
    unpacked = _unpacked(start)
    stem = name.lower().removesuffix(".gz").removesuffix(".zst").removesuffix(".lz4")
    if unpacked.startswith(b"WARC/") or stem.endswith((".warc", ".wet")):
        return "warc"
    if start.startswith(b"PAR1") or stem.endswith(".parquet"):
        return "parquet"
    if stem.endswith((".jsonl", ".ndjson")) or unpacked.startswith(b'{"'):
        return "jsonl"
    if is_feed(unpacked) or stem.endswith((".rss", ".atom")):
        return "feed"
    return "page"


def captures_from(
    place: str,
    *,
    url: str | None = None,
    captured_at: datetime | None = None,
    max_bytes: int = MAX_BYTES,
    share: Callable[[float], None] | None = None,
) -> Iterator[Given]:
    """Everything in a file, at an address of a store, or on standard input (`-`): captures, records, and what gave neither.

    `url` and `captured_at` stand in where the source does not tell them; `share` is told how far in the file the stream is, 0 to
    1. A file that cannot be read is an `Unread` like any other; nothing is raised.
    """
    label = shown(place)
    try:
        with _seekable(place) as path:
            for given in _given(path, label, max_bytes, share):
                yield _filled(given, url, captured_at)
    except SourceError as error:
        yield Unread(origin=error.subject or label, url=url, reason=error.message)


def _given(path: str, label: str, max_bytes: int, share: Callable[[float], None] | None) -> Iterator[Given]:
    kind = kind_of(path)
    if kind == "warc":
        yield from read_warc(path, name=label, max_bytes=max_bytes, share=share)
    elif kind == "jsonl":
        yield from read_jsonl(path, name=label, max_bytes=max_bytes, share=share)
    elif kind == "parquet":
        yield from read_parquet(path, name=label, max_bytes=max_bytes, share=share)
    elif kind == "feed":
        yield from read_feed(path, name=label, max_bytes=max_bytes)
    else:
        yield capture_file(path, name=label, max_bytes=max_bytes)


def _filled(given: Given, url: str | None, captured_at: datetime | None) -> Given:
    """With what the caller knows, where the source does not tell it."""
    if isinstance(given, Restored):
        return given
    if url and not given.url:
        given = msgspec.structs.replace(given, url=url)
    if isinstance(given, Capture) and captured_at and not given.captured_at:
        given = msgspec.structs.replace(given, captured_at=captured_at)
    return given


@contextmanager
def _seekable(place: str) -> Iterator[str]:
    """A path; standard input is put into a file first, since archives and tables want to be read from several places."""
    if place != STDIN:
        yield place
        return
    with tempfile.NamedTemporaryFile(prefix="dateline-stdin-") as file:
        try:
            shutil.copyfileobj(sys.stdin.buffer, file)
            file.flush()
        except OSError as error:
            raise source_error(error, STDIN) from error
        yield file.name


def _unpacked(start: bytes) -> bytes:
    """The beginning of what a file's beginning unpacks to."""
    if start.startswith(b"\x1f\x8b"):
        try:
            return zlib.decompressobj(31).decompress(start, _WINDOW)
        except zlib.error:
            return start
    if start.startswith(b"\x28\xb5\x2f\xfd"):
        import zstandard

        try:
            return zstandard.ZstdDecompressor().stream_reader(start).read(_WINDOW)
        except zstandard.ZstdError:
            return start
    return start
