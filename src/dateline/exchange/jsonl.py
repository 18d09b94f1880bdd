"""JSON Lines: the whole record, one object a line. Comes back in without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import msgspec

from dateline.errors import SourceError
from dateline.exchange.text import json_line
from dateline.records import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# The longest line taken, in bytes. A record holds its page's text and the evidence in it; the largest page that is read
# has 256 MB, and what is longer than that is no line of records.
MAX_LINE = 256 * 1024 * 1024


def write_jsonl(articles: Iterable[Article]) -> Iterator[bytes]:
    """The whole record with spans and evidence, one JSON object a line; comes back in without loss."""
    return map(json_line, articles)


def read_jsonl(path: str | Path, *, failed: Callable[[SourceError], None] | None = None) -> Iterator[Article]:
    """The records of a JSON Lines file, one at a time; empty lines are passed over.

    A line that is no record is a `SourceError` that names it: raised, or given to `failed`, and then the rest follows.
    Raises `SourceError` when the file cannot be read.
    """
    try:
        with open(path, "rb") as file:
            yield from _records(file, str(path), failed)
    except OSError as error:
        raise SourceError(f"it cannot be read: {error.strerror}", subject=str(path)) from error


def _records(file: BinaryIO, name: str, failed: Callable[[SourceError], None] | None) -> Iterator[Article]:
    decoder = msgspec.json.Decoder(Article)
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            raise SourceError(f"line {number} is longer than {MAX_LINE:,} bytes; this is no file of records", subject=name)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")  # editors put a byte order mark there
        if not line.strip():
            continue
        try:
            article = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            fault = SourceError(f"line {number} is no record: {error}", subject=name)
            if failed is None:
                raise fault from error
            failed(fault)
        else:
            yield article
