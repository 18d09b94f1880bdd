"""What is to be read, cut into parts: a part is what one worker reads and writes at a time, and what is begun anew when it dies."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from dateline.sources import WarcRange, captures_from, kind_of, read_warc_ranges
from dateline.sources.captures import kind_by
from dateline.sources.files import MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from dateline.sources import Given

# Loose pages, and rows of an index, that make up one part: some seconds of reading for each.
_PAGES = 500
_RANGES = 1_000


class Part(msgspec.Struct, frozen=True):
    """Files that are read whole, or places of records in WARC files; one of the two."""

    files: tuple[str, ...] = ()
    ranges: tuple[WarcRange, ...] = ()

    @property
    def id(self) -> str:
        """Its name: the same for the same part."""
        from hashlib import sha256

        return sha256(msgspec.json.encode(self)).hexdigest()[:16]

    @property
    def name(self) -> str:
        """What people call it."""
        first = self.files[0] if self.files else f"{self.ranges[0].file}#{self.ranges[0].offset}"
        more = len(self.files) + len(self.ranges) - 1
        return first + (f" and {more:,} more" if more else "")

    @property
    def start(self) -> str:
        """Where its first capture is to be found: parts are in the order of these, as files of a crawl are by their names."""
        return self.files[0] if self.files else f"{self.ranges[0].file}#{self.ranges[0].offset:020}"

    def pieces(self) -> list[Part]:
        """Each file, or each row of an index, as a part of its own."""
        return [Part(files=(file,)) for file in self.files] or [Part(ranges=(row,)) for row in self.ranges]

    def given(self, *, max_bytes: int) -> Iterator[Given]:
        """Everything in it."""
        for place in self.files:
            yield from captures_from(place, max_bytes=max_bytes)
        if self.ranges:
            yield from read_warc_ranges(self.ranges, max_bytes=max_bytes)


def parts_of(files: Iterable[str], ranges: Iterable[WarcRange] = (), *, done: Container[str] = ()) -> Iterator[Part]:
    """The parts that are left: a file that holds many pages is one, loose pages are taken together, as rows of an index are.

    `done` are files and ids of parts that need nothing more.
    """
    loose: list[str] = []
    for place in files:
        if place in done:
            continue
        if not _is_loose(place):
            yield Part(files=(place,))
            continue
        loose.append(place)
        if len(loose) >= _PAGES:
            yield Part(files=tuple(loose))
            loose = []
    if loose:
        yield Part(files=tuple(loose))
    rows: list[WarcRange] = []
    for row in ranges:
        rows.append(row)
        if len(rows) >= _RANGES:
            yield from _left(Part(ranges=tuple(rows)), done)
            rows = []
    if rows:
        yield from _left(Part(ranges=tuple(rows)), done)


def _left(part: Part, done: Container[str]) -> Iterator[Part]:
    if part.id not in done:
        yield part


def _is_loose(place: str) -> bool:
    """Whether a file is a page by itself. Its name tells, else its beginning; one that cannot be opened is told when it is read."""
    from dateline.errors import SourceError

    if os.path.splitext(place.lower().removesuffix(".gz"))[1] in MEDIA_TYPES:
        return True
    if kind_by(b"", place) != "page":
        return False
    try:
        return kind_of(place) == "page"
    except SourceError:
        return True
