"""Putting captures into the tables, within a transaction that the caller holds."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.archive import indexing, versions
from dateline.archive.codec import (
    Prepared,
    capture_columns,
    facet_columns,
    microseconds,
    page_read_from,
    text_bytes,
)
from dateline.archive.copying import Copies, copied_words, sketch_of
from dateline.archive.correcting import CorrectedRecords
from dateline.archive.identity import same_article
from dateline.archive.pending import Pending
from dateline.archive.results import Added

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from dateline.archive.codec import Codec
    from dateline.archive.engine.database import Database
    from dateline.archive.lookup import Lookup
    from dateline.records import Article, Capture

_SEEN = "SELECT c.id, c.version, r.record FROM capture c JOIN reading r ON r.id = c.reading WHERE c.article = ? "
_BEFORE = _SEEN + "AND c.version IS NOT NULL AND c.at <= ? ORDER BY c.at DESC, c.id DESC LIMIT 1"
_LATER = _SEEN + "AND c.at > ? ORDER BY c.at, c.id"
_NEW_CONTENT = "INSERT INTO content (id, sha256, size, bytes) VALUES (?, ?, ?, ?)"
_NEW_READING = "INSERT INTO reading (id, content, reader, record) VALUES (?, ?, ?, ?)"
_NEW_ARTICLE = (
    'INSERT INTO article (id, capture, time, first, last, "offset", rank, outlet, language, genre, kind, section, found) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NEW_CAPTURE = "INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MET = "SELECT sha256 FROM content WHERE sha256 IN ({0}) UNION ALL SELECT hash FROM key WHERE hash IN ({0})"
# How many hashes are asked for at a time; twice as many are below every limit on a statement's parameters.
_ASKED_AT_ONCE = 400
_NEW_KEY = "INSERT INTO key VALUES (?, ?) ON CONFLICT DO NOTHING"
_SHOWN = "SELECT r.record FROM article a JOIN capture c ON c.id = a.capture JOIN reading r ON r.id = c.reading WHERE a.id = ?"


class Batch:
    """What is asked of the database once for a batch, so that a new article's rows can be written without asking for anything."""

    def __init__(self, database: Database, batch: Sequence[Prepared]) -> None:
        self._database = database
        self._size = len(batch)
        self._numbers: dict[str, Iterator[int]] = {}
        hashes = list(dict.fromkeys([found for new in batch for found in (new.sha256, *new.keys.all)]))
        self.met: set[bytes] = set()
        """The hashes of contents and keys that the archive has, of those in the batch; what is stored is to be added."""
        for start in range(0, len(hashes), _ASKED_AT_ONCE):
            some = hashes[start : start + _ASKED_AT_ONCE]
            rows = database.run(_MET.format(", ".join("?" * len(some))), [*some, *some])
            self.met.update([found for (found,) in rows])

    def number(self, table: str) -> int:
        """A number for a new row. There is one for each of the batch."""
        if table not in self._numbers:
            self._numbers[table] = iter(self._database.numbers(table, self._size))
        return next(self._numbers[table])

    @cached_property
    def free_version(self) -> int:
        """A number that no version has."""
        (highest,) = self._database.run("SELECT max(version) FROM capture").fetchone()
        return (highest or 0) + 1

    def decided(self, decision: versions.Decision) -> None:
        """Take the numbers that a decision gives to versions."""
        given = [decision.version, *(change.version for change in decision.changes)]
        self.free_version = max([self.free_version, *(number + 1 for number in given if number is not None)])


class Writer:
    """Decides with `identity` and `versions`, and carries it out."""

    def __init__(self, database: Database, codec: Codec, lookup: Lookup) -> None:
        self._database = database
        self._run = database.run
        self._codec = codec
        self._lookup = lookup
        self._corrector = CorrectedRecords(database.run, codec)
        self._pending = Pending(database.run_many)
        self._changes: list[indexing.Change] = []
        self.copies = Copies(
            database.run, database.run_many, self._pending, lambda article: copied_words(indexing.body(self.shown(article)))
        )

    def store_all(self, batch: Sequence[Prepared], now: datetime) -> list[Added]:
        """Keep a batch, and strike what is kept off the list of failures."""
        self._batch = Batch(self._database, batch)
        forgotten, failed = self._run("SELECT EXISTS (SELECT 1 FROM forgotten), EXISTS (SELECT 1 FROM failure)").fetchone()
        with self._pending.written(), self._indexed(), self.copies.expecting([new.sketch for new in batch]):
            added = [(forgotten and self._barred(new)) or self._store(new, now) for new in batch]
        for new in batch if failed else ():
            columns = text_bytes(new.capture.origin or ""), text_bytes(new.capture.url or "")
            self._run("DELETE FROM failure WHERE origin = ? AND url = ?", columns)
        return added

    def known(self, capture: Capture) -> Added | None:
        """The answer for a capture that is here already."""
        content = self._found("SELECT id FROM content WHERE sha256 = ?", bytes.fromhex(capture.sha256))
        uri = None if content is None else self._uri_of_same(capture, content)
        return None if uri is None else Added("unchanged", uri, capture.sha256)

    def _barred(self, new: Prepared) -> Added | None:
        """The answer for a capture of what was taken down."""
        taken_down = self._lookup.takedown_of((new.sha256, *new.keys.barring)) is not None
        return Added("forgotten", new.article.uri, new.sha256.hex()) if taken_down else None

    def _store(self, new: Prepared, now: datetime) -> Added:
        """Keep a prepared capture; the same one again adds nothing."""
        met = new.sha256 in self._batch.met
        if met or not self._batch.met.isdisjoint(new.keys.all):
            self._pending.write()  # it is looked for
        content = self._found("SELECT id FROM content WHERE sha256 = ?", new.sha256) if met else None
        if content is not None and (uri := self._uri_of_same(new.capture, content)) is not None:
            return Added("unchanged", uri, new.sha256.hex())
        # A copy that a web archive kept is older than its download.
        at = microseconds(new.article.captured_at or new.capture.captured_at or now)
        article = self._article_of(new)
        # The bytes of a page seen again are not read into another record, and are no change of the publisher's.
        reading = None
        if content is not None and article is not None:
            reading = self._found("SELECT reading FROM capture WHERE article = ? AND content = ?", article, content)
        read = new.article if reading is None else self._recorded(reading)
        decision = versions.decide(read, self._known(article, at))
        self._batch.decided(decision)
        if content is None:
            content = self._batch.number("content")
            self._pending.add(_NEW_CONTENT, [(content, new.sha256, len(new.capture.content), new.content)])
        if reading is None:
            reading = self._batch.number("reading")
            self._pending.add(_NEW_READING, [(reading, content, new.article.reader, new.record)])
        capture = self._batch.number("capture")
        before = None if article is None else self.shown(article)
        if article is None:
            article = self._batch.number("article")
            columns = (*new.row.times, versions.rank(new.article), *facet_columns(new.article))
            self._pending.add(_NEW_ARTICLE, [(article, capture, *columns)])
        self._change(decision, article, at)
        seen = article, content, reading, decision.version, at, microseconds(now), *capture_columns(new.capture)
        self._pending.add(_NEW_CAPTURE, [(capture, *seen)])
        self._pending.add_hashes(_NEW_KEY, [(key, article) for key in new.keys.all])
        if (page := page_read_from(new.capture)) is not None:  # whoever knows the page's hash finds what was read from it
            self._pending.add_hashes(_NEW_KEY, [(page, article)])
        self._batch.met.update((new.sha256, *new.keys.all))
        if before:
            self._pending.write()
            self._refresh(article, before)
        else:
            self._changes.append(indexing.Change(article, None, new.row))
            self.copies.add(article, new.article.outlet, new.sketch)
        return Added(decision.status, new.article.uri, new.sha256.hex())

    @contextmanager
    def _indexed(self) -> Iterator[None]:
        """The index is changed at the end, for all that was changed within; after an error it is not, as nothing is."""
        try:
            yield
            self._database.words.change(self._changes)
        finally:
            self._changes = []

    def refresh(self, article: int, before: Article) -> None:
        """Let an article be what its newest capture of a version shows: its row, and its words in the index for `before`'s."""
        with self._indexed():
            self._refresh(article, before)

    def _refresh(self, article: int, before: Article) -> None:
        newest, record = self._run(
            "SELECT c.id, r.record FROM capture c JOIN reading r ON r.id = c.reading "
            "WHERE c.article = ? AND c.version IS NOT NULL ORDER BY c.at DESC, c.id DESC LIMIT 1",
            (article,),
        ).fetchone()
        read = self._codec.article(record)
        now = self._corrector.corrected(article, read)
        old, new = indexing.row(before), indexing.row(now)
        self._run(
            'UPDATE article SET capture = ?, time = ?, first = ?, last = ?, "offset" = ?, '
            "rank = ?, outlet = ?, language = ?, genre = ?, kind = ?, section = ?, found = ? WHERE id = ?",
            (newest, *new.times, versions.rank(read), *facet_columns(now), article),
        )
        self._run("DELETE FROM ledger WHERE article = ?", (article,))  # what it says is to be read anew
        if (old.body, before.outlet, before.kind) != (new.body, now.outlet, now.kind):
            self.copies.drop(article, sketch_of(before, old.body))
            with self._pending.written():
                self.copies.add(article, now.outlet, sketch_of(now, new.body))
        if old != new:
            self._changes.append(indexing.Change(article, old, new))

    def _uri_of_same(self, capture: Capture, content: int) -> str | None:
        """The article of the same capture: the same bytes from the same address, at the same time or at none that is told."""
        statement, parameters = "SELECT article FROM capture WHERE content = ?", list[object]([content])
        if capture.url is None:
            statement += " AND url IS NULL"
        else:
            statement += " AND url = ?"
            parameters.append(text_bytes(capture.url))
        if capture.captured_at is not None:
            statement += " AND captured_at = ?"
            parameters.append(capture.captured_at.isoformat())
        article = self._found(f"{statement} LIMIT 1", *parameters)
        return None if article is None else self._read(article).uri

    def shown(self, article: int) -> Article:
        """The record that an article's row and index entry were made from."""
        return self._corrector.corrected(article, self._read(article))

    def _read(self, article: int) -> Article:
        """The same as the reader read it, without corrections."""
        return self._codec.article(self._run(_SHOWN, (article,)).fetchone()[0])

    def _recorded(self, reading: int) -> Article:
        return self._codec.article(self._run("SELECT record FROM reading WHERE id = ?", (reading,)).fetchone()[0])

    def _article_of(self, new: Prepared) -> int | None:
        """The article that a record is of: the first that shares a key, strongest key first and newest article first."""
        tried: set[int] = set()
        for key in filter(self._batch.met.__contains__, new.keys.identifying):
            for (article,) in self._run("SELECT article FROM key WHERE hash = ? ORDER BY article DESC", (key,)).fetchall():
                if article not in tried and same_article(new.article, self._read(article)):
                    return int(article)
                tried.add(article)
        return None

    def _known(self, article: int | None, at: int) -> versions.Known:
        free = self._batch.free_version
        if article is None:
            return versions.Known(free)
        best = self._found("SELECT rank FROM article WHERE id = ?", article)
        before = next(self._seen(_BEFORE, article, at), None)
        return versions.Known(free, best or 0, before, self._seen(_LATER, article, at))

    def _seen(self, statement: str, article: int, at: int) -> Iterator[versions.Seen]:
        for capture, version, record in self._run(statement, (article, at)):
            yield versions.Seen(capture, self._codec.article(record), version)

    def _change(self, decision: versions.Decision, article: int, at: int) -> None:
        """Let earlier added captures show what they turn out to show."""
        if decision.demote_all:
            self._run("UPDATE capture SET version = NULL WHERE article = ?", (article,))
        for change in decision.changes:
            self._run("UPDATE capture SET version = ? WHERE id = ?", (change.version, change.capture))
            if change.run is not None:
                self._run(
                    "UPDATE capture SET version = ? WHERE article = ? AND version = ? AND at > ?",
                    (change.version, article, change.run, at),
                )

    def _found(self, statement: str, *parameters: object) -> int | None:
        """The number that a statement gives."""
        row = self._run(statement, parameters).fetchone()
        return row[0] if row else None
