"""WARC and WET files to captures, whatever state they are in (ISO 28500; `.gz`, `.zst` or plain).

Every record that could hold a page gives a `Capture` or an `Unread` with its reason; `warcinfo`, `request` and `metadata`
records tell about captures and give nothing. A capture's origin is `file#offset`, as Common Crawl's indexes count (bytes of
the file as it lies), its content the body without transfer and content codings. A damaged file is gone on with at the next
record that can be found.
"""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator

from dateline.errors import SourceError
from dateline.sources.files import MAX_BYTES, shown, source_error
from dateline.sources.opening import open_binary
from dateline.sources.taking import Taken, Unread, too_large
from dateline.sources.warc_frames import Form, ends_cleanly, ends_where_it_says, form_of, is_frame, next_record
from dateline.sources.warc_records import ABOUT_CAPTURES, taken, url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Generator, Iterable, Iterator
    from pathlib import Path

    from fastwarc.warc import WarcRecord

# How many times the length of a file may be gone over for faults in it, before it is given up.
_MAX_PASSES = 20
_LZ4_MAGIC = b"\x04\x22\x4d\x18"
_PIECE = 1024 * 1024


class WarcRange(NamedTuple):
    """Where one record lies: a row of a CDX or columnar index (`filename`, `offset`, `length`; bytes)."""

    file: str
    offset: int
    length: int


def read_warc(
    source: str | Path | BinaryIO,
    *,
    name: str | None = None,
    max_bytes: int = MAX_BYTES,
    known: Container[str] = (),
    share: Callable[[float], None] | None = None,
) -> Iterator[Taken]:
    """Every record of a WARC or WET file, in its order: a path, an address of a store (`s3://…`), or a file that can be sought in.

    `name` stands in origins for the path, `max_bytes` bounds a record and its unpacked body, and origins in `known` are passed
    over without being read; `share` is told how far in the file it is, 0 to 1. Raises `SourceError` when the file cannot be opened; what is wrong within it is an `Unread`.
    """
    if isinstance(source, str | os.PathLike):
        label = name or shown(os.fspath(source))
        try:
            stream = open_binary(source)
        except OSError as error:
            raise source_error(error, label) from error
        with stream:
            yield from _Walk(stream, label, max_bytes, known, share=share).records()
    else:
        yield from _Walk(source, name or "-", max_bytes, known, share=share).records()


def read_warc_ranges(ranges: Iterable[WarcRange | tuple[str, int, int]], *, max_bytes: int = MAX_BYTES) -> Iterator[Taken]:
    """The records at these places, in the order given; rows of one file should follow each other, it stays open for them.

    A range that cannot be read is an `Unread`, and the others follow.
    """
    opened: tuple[str, BinaryIO] | None = None
    try:
        for file, offset, length in ranges:
            origin = f"{shown(file)}#{offset}"
            if offset < 0 or not 0 < length <= max_bytes:
                yield Unread(origin=origin, reason=f"offset {offset} and length {length} are no place of a record")
                continue
            try:
                if opened is None or opened[0] != file:
                    if opened is not None:
                        opened[1].close()
                        opened = None
                    opened = file, open_binary(file)
                opened[1].seek(offset)
                piece = opened[1].read(length)
            except OSError as error:
                yield Unread(origin=origin, reason=source_error(error, file).message)
            except SourceError as error:
                yield Unread(origin=origin, reason=error.message)
            else:
                yield from _Walk(io.BytesIO(piece), shown(file), max_bytes, (), base=offset).records()
    finally:
        if opened is not None:
            opened[1].close()


class _FaultError(Exception):
    """A record after which the stream cannot be trusted; the message is the reason."""


class _Walk:
    """One file gone through, record by record and from fault to fault."""

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        max_bytes: int,
        known: Container[str],
        *,
        base: int = 0,
        share: Callable[[float], None] | None = None,
    ) -> None:
        self._stream = stream
        self._name = name
        self._max_bytes = max_bytes
        self._known = known
        self._base = base
        self._share = share
        self._size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        start = stream.read(4)
        self._form: Form = form_of(start)
        self._lz4 = start == _LZ4_MAGIC
        self._patience = _MAX_PASSES * self._size
        self._last = (-1, 0)
        self._gap: Unread | None = None

    def records(self) -> Iterator[Taken]:
        """Everything there is."""
        if not self._size:
            yield Unread(origin=self._origin(0), reason="there is nothing in it")
            return
        if self._lz4:  # fastwarc reads it, but where its frames begin after a fault cannot be told
            yield Unread(origin=self._origin(0), reason="it is packed by LZ4; pack it by gzip or zstd, record by record")
            return
        start: int | None = 0
        while start is not None:
            start = yield from self._from(start)
            if start is not None and self._patience < 0:
                yield Unread(origin=self._origin(start), reason="the file has too many faults; what follows was not read")
                return

    def _from(self, start: int) -> Generator[Taken, None, int | None]:
        """Records from an offset on, until the end (None) or a fault (the offset at which to go on).

        A record is held back until the next one begins, since one whose length lies shows by what follows it.
        """
        self._stream.seek(start)
        records = iter(ArchiveIterator(self._stream, parse_http=False))
        at = held = url = None
        while True:
            try:
                record = next(records, None)
            except (OSError, ValueError) as error:
                return (yield from self._lost(start, at, held, url, str(error)))
            if self._gap is not None:
                yield self._gap
                self._gap = None
            if held is not None:
                yield held
                held = None
            if record is None:
                if at is None:
                    yield Unread(origin=self._origin(start), reason="no WARC record begins here")
                elif not ends_cleanly(self._stream, at if is_frame(self._stream, at, self._form) else 0, self._form):
                    yield Unread(
                        origin=f"{self._origin(at)}-", reason="the file is cut short: behind this record its data breaks off"
                    )
                return None
            at, url = record.stream_pos, url_of(record)
            origin = self._numbered(at)
            if self._share is not None:
                self._share(at / self._size)
            try:
                held = self._taken(record, at, origin)
            except _FaultError as fault:
                yield Unread(origin=origin, url=url, reason=str(fault))
                return self._next(at)

    def _lost(
        self, start: int, at: int | None, held: Taken | None, url: str | None, error: str
    ) -> Generator[Taken, None, int | None]:
        """Where to go on after no record could be made out behind the one at `at`, or at `start` when that was the first."""
        if at is None:
            self._gap = None
            yield Unread(origin=self._origin(start), reason=f"no WARC record can be read here ({error})")
            return self._next(start)
        resumed = self._next(at)
        if not is_frame(self._stream, at, self._form):
            if held is not None:
                yield held
            yield Unread(origin=self._origin(at), reason=f"what follows is damaged and, packed as one piece, lost ({error})")
            return None
        if ends_where_it_says(self._stream, at, self._form):
            if held is not None:
                yield held
            end = self._size if resumed is None else resumed
            reason = f"between this record and offset {self._base + end} stands something that is no record ({error})"
            gap = Unread(origin=f"{self._origin(at)}-{self._base + end}", reason=reason)
            if resumed is None:
                yield gap
            else:
                self._gap = gap  # told unless it is the next record itself that cannot be made out
        else:
            yield Unread(origin=self._origin(at), url=url, reason="its length is not what its header says")
        return resumed

    def _taken(self, record: WarcRecord, at: int, origin: str) -> Taken | None:
        """What a record gives; raises `_FaultError` when the stream cannot be gone on with."""
        length = record.content_length
        if not record.headers.get("WARC-Type"):
            raise _FaultError("its header is damaged or cut short")
        if (record.headers.get("Content-Length") or "").strip() != str(length):
            raise _FaultError("its header does not say how long it is")
        if self._form == "plain" and at + length > self._size:
            raise _FaultError(f"it says that it has {length:,} bytes, and the file has {self._size - at:,} from its beginning on")
        if length > self._max_bytes:
            if self._form == "plain":  # gone past without being read
                return Unread(origin=origin, url=url_of(record), reason=too_large(length, self._max_bytes))
            raise _FaultError(too_large(length, self._max_bytes))
        passed = record.record_type in ABOUT_CAPTURES or origin in self._known
        try:
            block = b"" if passed else _all_of(record)
            got = record.consume() if passed else len(block)
        except (OSError, ValueError) as error:
            raise _FaultError(f"it is damaged ({error})") from error
        if got < length:
            raise _FaultError(f"it says that it has {length:,} bytes, and {got:,} are there")
        return None if passed else taken(record, block, origin, self._max_bytes)

    def _next(self, at: int) -> int | None:
        """Where the first record behind `at` begins. What was read in vain behind it counts against the file."""
        self._patience -= max(self._stream.tell() - at, 0)
        return next_record(self._stream, at, self._form)

    def _origin(self, at: int) -> str:
        return f"{self._name}#{self._base + at}"

    def _numbered(self, at: int) -> str:
        """A record's origin; those of a file that is packed as one piece share offsets and are numbered (`#offset+n`)."""
        last, count = self._last
        self._last = at, count + 1 if at == last else 0
        return self._origin(at) + (f"+{count + 1}" if at == last else "")


def _all_of(record: WarcRecord) -> bytes:
    block = record.reader.read(record.content_length + 1)
    pieces = [block]
    while piece := record.reader.read(_PIECE):
        pieces.append(piece)
    return b"".join(pieces) if len(pieces) > 1 else block
