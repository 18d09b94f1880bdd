"""Moving an archive between databases: all rows of the tables that both have, verified; the full-text index is made anew."""

from __future__ import annotations

from contextlib import closing, contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from dateline.archive import indexing
from dateline.archive.codec import Codec
from dateline.archive.correcting import CorrectedRecords
from dateline.archive.engine.opening import folder_of, open_database
from dateline.archive.engine.sqlite import SqliteDatabase, unfinished
from dateline.archive.results import Transferred
from dateline.archive.schema import Table, shared_tables
from dateline.errors import ArchiveError, NoArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.archive.engine.database import Database

_DIGEST_BYTES = 32
_INDEXED_AT_ONCE = 1_000
_ENTRIES = "SELECT a.id, r.record FROM article a JOIN capture c ON c.id = a.capture JOIN reading r ON r.id = c.reading"


def transfer(source: str | Path, target: str | Path) -> Transferred:
    """Copy an archive, as it is at this moment, into a new or empty place; both as for `open_archive`, in any combination.

    The source stays as it is, and others may go on using it. The rows are counted and hashed on both sides before the copy counts;
    the target is an archive once all is there, or nothing is. Raises `ArchiveError` when the target holds something already, when
    a place cannot be read or written, or when the copy is not what the source is.
    """
    with closing(_opened(source)) as origin, _place_for(target) as copy:
        moved = _copy(origin, copy)
        with copy.told():
            copy.sweep()  # the index is in good order then, and PostgreSQL knows how much there is of what
        return moved


def _opened(source: str | Path) -> Database:
    try:
        return open_database(source)
    except NoArchiveError as error:
        raise NoArchiveError(
            "there is no archive here to copy from; `dateline transfer FROM TO` takes the folder or address of one",
            subject=error.subject,
        ) from error


def copy_to_folder(source: Database, folder: Path) -> None:
    """Copy an archive into a new or empty folder."""
    with _place_for(folder) as copy:
        _copy(source, copy)


@contextmanager
def _place_for(target: str | Path) -> Iterator[Database]:
    """An empty archive at that place; in a folder, one that is none until this ends well."""
    folder = folder_of(target)
    if folder is None:
        with closing(open_database(target, create=True)) as database:
            yield database
    else:
        with unfinished(folder) as name, closing(SqliteDatabase(folder, create=True, name=name)) as database:
            yield database


def _copy(source: Database, target: Database) -> Transferred:
    with source.reading(), target.writing():
        _refuse_filled(target)
        rows: dict[str, int] = {}
        digests: list[bytes] = []
        for table in shared_tables():
            copied = Tally()
            target.load(table, copied.of(source.stream(_all_of(table))))
            found = Tally()
            for _ in found.of(target.stream(_all_of(table))):
                pass
            if (found.rows, found.digest) != (copied.rows, copied.digest):
                raise ArchiveError(
                    f"the copy is not what {source.name} holds: {found.rows:,} of {copied.rows:,} rows of {table.name}, "
                    "or others; nothing was kept of it",
                    subject=target.name,
                )
            rows[table.name] = found.rows
            digests.append(f"{table.name} {found.rows} {found.digest}".encode())
        _index(source, target)
    return Transferred(rows, blake2b(b"\n".join(digests), digest_size=_DIGEST_BYTES).hexdigest())


def _refuse_filled(target: Database) -> None:
    for table in shared_tables():
        if target.run(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone():  # noqa: S608 - of the schema's names
            raise ArchiveError("holds an archive already; give a new or an empty place", subject=target.name)


def _index(source: Database, target: Database) -> None:
    """Make the full-text index of what articles show."""
    codec = Codec()
    corrector = CorrectedRecords(source.run, codec)
    indexed = 0
    changes: list[indexing.Change] = []
    with target.unwaited():
        for article, record in source.stream(_ENTRIES):
            row = indexing.row(corrector.corrected(article, codec.article(record)))
            changes.append(indexing.Change(article, None, row))
            indexed += 1
            if len(changes) == _INDEXED_AT_ONCE:
                target.words.change(changes)
                changes.clear()
        target.words.change(changes)
    (articles,) = target.run("SELECT count(*) FROM article").fetchone()
    if indexed != articles:
        raise ArchiveError(
            f"only {indexed:,} of {articles:,} articles have a record; `dateline check` says more", subject=source.name
        )


def _all_of(table: Table) -> str:
    columns = ", ".join([f'"{column}"' for column in table.columns])
    return f"SELECT {columns} FROM {table.name}"  # noqa: S608 - of the schema's names


class Tally:
    """How many rows went by, and the sum of their hashes: it does not depend on their order, which differs between databases."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0
        self._encode = msgspec.msgpack.Encoder().encode

    def of(self, rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
        """The rows, counted as they go by."""
        for row in rows:
            self.rows += 1
            self._sum += int.from_bytes(blake2b(self._encode(row), digest_size=_DIGEST_BYTES).digest())
            yield row

    @property
    def digest(self) -> str:
        """The sum so far."""
        return f"{self._sum % 256**_DIGEST_BYTES:0{2 * _DIGEST_BYTES}x}"
