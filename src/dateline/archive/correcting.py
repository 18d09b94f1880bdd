"""Corrections in the tables: kept, withdrawn, listed, and put over the records that they hold for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dateline.archive.codec import capture_from, microseconds, moment_at, text_column
from dateline.archive.corrections import Correction, corrected, field_value, holds
from dateline.errors import NotFoundError
from dateline.exchange import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from dateline.archive.codec import Codec
    from dateline.archive.engine.database import Database, Run
    from dateline.archive.lookup import Found
    from dateline.records import Article

_COLUMNS = (
    "SELECT k.id, k.uri, b.sha256, k.field, k.value, k.machine, k.author, k.note, k.at, k.withdrawn_at, k.withdrawn_by "
    "FROM correction k JOIN content b ON b.id = k.content "
)
_OF_ARTICLE = _COLUMNS + "WHERE k.article = ? AND k.withdrawn_at IS NULL ORDER BY k.id"
# The record that a capture of an article is read as now, and the version that it shows.
_MADE_ON = (
    "SELECT r.record, c.version FROM capture c JOIN content b ON b.id = c.content JOIN reading r ON r.id = c.reading "
    "WHERE c.article = ? AND b.sha256 = ? ORDER BY c.at DESC, c.id DESC LIMIT 1"
)
# How many corrections are listed at a time; between them no transaction is open.
_LISTED_AT_ONCE = 256


class CorrectedRecords:
    """Puts the corrections of an article over its records."""

    def __init__(self, run: Run, codec: Codec) -> None:
        self._run = run
        self._codec = codec

    def corrected(self, article: int, record: Article) -> Article:
        """A record of an article with the corrections that hold for it."""
        made = [_correction(row) for row in self._run(_OF_ARTICLE, (article,)).fetchall()]
        return corrected(record, [each for each in made if self._holds(article, each, record)]) if made else record

    def _holds(self, article: int, correction: Correction, record: Article) -> bool:
        if correction.capture == record.capture:
            return True
        made_on, its_version = self._capture(article, correction.capture)
        _, version = self._capture(article, record.capture)
        return holds(correction.field, record, made_on, same_version=version is not None and version == its_version)

    def _capture(self, article: int, digest: str) -> tuple[Article, int | None]:
        packed, version = self._run(_MADE_ON, (article, bytes.fromhex(digest))).fetchone()
        return self._codec.article(packed), version


class Corrector(CorrectedRecords):
    """Decides with `corrections`, and carries it out; the caller holds a transaction."""

    def __init__(self, database: Database, codec: Codec) -> None:
        super().__init__(database.run, codec)
        self._database = database

    def add(self, found: Found, field: str, given: object, *, by: str, note: str | None, now: datetime) -> Correction:
        """Keep a correction of what a reading says; raises `CorrectionError`."""
        packed, content = self._run("SELECT record, content FROM reading WHERE id = ?", (found.reading,)).fetchone()
        record = self._codec.article(packed)
        value = msgspec.json.encode(field_value(field, given, record)).decode()
        machine = msgspec.json.encode(getattr(record, field)).decode()
        number = self._database.insert(
            "INSERT INTO correction (article, uri, content, field, value, machine, author, note, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (found.article, text_column(record.uri), content, field, value, machine, by, note, microseconds(now)),
        )
        return self.one(number)

    def withdraw(self, number: int, *, by: str, now: datetime) -> Correction:
        """Let a correction no longer count; one that was withdrawn before stays as it is."""
        self._run(
            "UPDATE correction SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND withdrawn_at IS NULL",
            (microseconds(now), by, number),
        )
        return self.one(number)

    def one(self, number: int) -> Correction:
        """A correction by its number."""
        row = self._run(_COLUMNS + "WHERE k.id = ?", (number,)).fetchone()
        if row is None:
            raise NotFoundError("there is no correction of this number", subject=str(number))
        return _correction(row)

    def article_of(self, number: int) -> int:
        """The article that a correction is of."""
        self.one(number)
        return int(self._run("SELECT article FROM correction WHERE id = ?", (number,)).fetchone()[0])

    def page(self, article: int | None, before: int | None) -> list[Correction]:
        """The next corrections, of one article or of all, the latest first."""
        clauses, parameters = ["k.id < ?"], [2**62 if before is None else before]
        if article is not None:
            clauses.append("k.article = ?")
            parameters.append(article)
        statement = f"{_COLUMNS}WHERE {' AND '.join(clauses)} ORDER BY k.id DESC LIMIT {_LISTED_AT_ONCE}"
        return [_correction(row) for row in self._run(statement, parameters).fetchall()]

    def labelled(self) -> Iterator[Labelled]:
        """Every capture that has corrections, in the order of the first of them."""
        pages = self._run(
            "SELECT k.content, k.article, min(k.id) FROM correction k WHERE k.withdrawn_at IS NULL "
            "GROUP BY k.content, k.article ORDER BY min(k.id)",
            (),
        ).fetchall()
        for content, article, _ in pages:
            row = self._run(
                "SELECT r.record, b.bytes, c.captured_at, c.url, c.origin, c.media_type, c.charset, c.headers "
                "FROM capture c JOIN reading r ON r.id = c.reading JOIN content b ON b.id = c.content "
                "WHERE c.article = ? AND c.content = ? ORDER BY c.at DESC, c.id DESC LIMIT 1",
                (article, content),
            ).fetchone()
            if row is None:  # it was taken down meanwhile
                continue
            record, packed, *columns = row
            rows = self._run(
                _COLUMNS + "WHERE k.article = ? AND k.content = ? AND k.withdrawn_at IS NULL ORDER BY k.id", (article, content)
            ).fetchall()
            made = [_correction(each) for each in rows]
            yield Labelled(
                article=corrected(self._codec.article(record), made),
                capture=capture_from(self._codec.unpack(packed), columns),
                fields=tuple(dict.fromkeys([each.field for each in made])),
            )


def _correction(row: tuple[Any, ...]) -> Correction:
    number, uri, digest, field, value, machine, by, note, at, withdrawn_at, withdrawn_by = row
    return Correction(
        id=number,
        article=uri,
        capture=digest.hex(),
        field=field,
        value=msgspec.json.decode(value),
        machine=msgspec.json.decode(machine),
        by=by,
        note=note,
        at=moment_at(at),
        withdrawn_at=None if withdrawn_at is None else moment_at(withdrawn_at),
        withdrawn_by=withdrawn_by,
    )
