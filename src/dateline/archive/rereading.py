"""Reading captures anew: the same bytes, a better reader. Versions never come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.archive.codec import Codec, capture_from
from dateline.archive.identity import keys
from dateline.archive.results import Reread
from dateline.archive.searching import all_numbers
from dateline.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.archive.engine.database import Database
    from dateline.archive.searching import Search
    from dateline.archive.writing import Writer
    from dateline.records import Capture

# How many articles are looked up at a time, and read anew in one transaction.
AT_ONCE = 50
# Numbers of what was taken down may be given again, so that the bytes are asked for too.
_STILL = "SELECT 1 FROM capture c JOIN content b ON b.id = c.content WHERE c.article = ? AND c.reading = ? AND b.sha256 = ?"


class Stored(msgspec.Struct, frozen=True):
    """A reading that another reader made, with the capture it is of as first seen."""

    reading: int
    capture: Capture
    article: Article


class Rereader:
    """Finds what is to be read anew, and keeps what came of it; the caller holds the transactions."""

    def __init__(self, database: Database, codec: Codec, writer: Writer) -> None:
        self._database = database
        self._run = database.run
        self._codec = codec
        self._writer = writer

    def pages(self, search: Search) -> Iterator[list[int]]:
        """The ids of the articles that a search finds, in ascending order."""
        for found in all_numbers(self._run, self._database.words, search):
            yield from [found[at : at + AT_ONCE] for at in range(0, len(found), AT_ONCE)]

    def stale(self, article: int, reader: str) -> Iterator[Stored]:
        """The article's readings that this reader has neither made nor confirmed."""
        rows = self._run(
            "SELECT r.id, r.record, b.bytes, c.captured_at, c.url, c.origin, c.media_type, c.charset, c.headers "
            "FROM capture c JOIN reading r ON r.id = c.reading JOIN content b ON b.id = c.content "
            "WHERE c.article = ? AND r.reader != ? AND c.id = (SELECT e.id FROM capture e "
            "WHERE e.article = c.article AND e.reading = c.reading ORDER BY e.at, e.id LIMIT 1) ORDER BY c.at, c.id",
            (article, reader),
        ).fetchall()
        for reading, record, content, *columns in rows:
            yield Stored(reading, capture_from(self._codec.unpack(content), columns), self._codec.article(record))

    def keep(self, article: int, stored: Stored, new: Article) -> Reread | None:
        """Keep what a capture is now read as; a reading like the old one only confirms it. None if it was taken down meanwhile."""
        if self._run(_STILL, (article, stored.reading, bytes.fromhex(stored.capture.sha256))).fetchone() is None:
            return None
        changed = tuple([field for field in Article.__struct_fields__ if getattr(stored.article, field) != getattr(new, field)])
        changed = tuple([field for field in changed if field != "reader"])
        if not changed:
            self._run("UPDATE reading SET reader = ? WHERE id = ?", (new.reader, stored.reading))
            return Reread(new.capture, (), stored.article, new)
        before = self._writer.shown(article)
        reading = self._database.insert(
            "INSERT INTO reading (content, reader, record) SELECT content, ?, ? FROM reading WHERE id = ?",
            (new.reader, self._codec.pack(new), stored.reading),
        )
        self._run("UPDATE capture SET reading = ? WHERE article = ? AND reading = ?", (reading, article, stored.reading))
        for key in keys(new).all:
            self._run("INSERT INTO key VALUES (?, ?) ON CONFLICT DO NOTHING", (key, article))
        self._writer.refresh(article, before)
        return Reread(new.capture, changed, stored.article, new)
