"""SQLite: one file in a folder, in WAL mode; its complaints in words that say what to do."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from contextlib import closing, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dateline.archive.engine.fts5 import Fts5
from dateline.archive.results import Problem
from dateline.archive.schema import APPLICATION_ID, MIGRATIONS
from dateline.errors import ArchiveError, BusyError, NoArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from dateline.archive.schema import Table

DATABASE = "archive.sqlite"
_UNFINISHED = DATABASE + ".part"

# How long a command waits for another one's transaction. One batch of `add` takes well under a second.
BUSY_SECONDS = 30.0
# Compressed records and captures of a few KB pack better into pages of this size than into SQLite's 4 KiB: a fifth less on
# disk and in time for generated records of 400 words.
_PAGE_SIZE = 8_192
# Pages of the log (128 MB) before it is worked into the database: a batch of `add` writes a twelfth of that, and touches many pages
# that the batch before it touched. With a quarter of it the last tenth of 100,000 records went at .73 of the first's rate, for .75 to .77.
_LOG_PAGES = 16_000
# Kept in memory per open archive; the narrow tables of a million articles fit.
_CACHE_KIB = 64 * 1024
# SQLite takes a file that is shorter than its header for an empty database, and would write over it.
_HEADER = 100
# Free pages that one row of zeros fills, 8 MB.
_FILLED_AT_ONCE = 1_000
# How many complaints of SQLite's are passed on; there are none, or far too many to read.
_COMPLAINTS = 20

_MENDING = {
    sqlite3.SQLITE_BUSY: "is in use by another program, which did not finish in {seconds:g} seconds; try again when it is done",
    sqlite3.SQLITE_LOCKED: "is in use by another program; try again when it is done",
    sqlite3.SQLITE_FULL: "the disk is full, nothing of this step was kept; make room and run it again",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written (it may be full); what was kept before is safe",
    sqlite3.SQLITE_READONLY: "cannot be written; check the permissions of the folder and of the file in it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the permissions of the folder and of the file in it",
    sqlite3.SQLITE_PERM: "cannot be opened; check the permissions of the folder and of the file in it",
    sqlite3.SQLITE_CORRUPT: "is damaged; `dateline check` says how far, and a backup brings back what is lost",
    sqlite3.SQLITE_NOTADB: "is no archive: " + DATABASE + " in it is not a database; give another folder, or restore a backup",
    sqlite3.SQLITE_TOOBIG: "a page is larger than the database takes (1 GB)",
}


@contextmanager
def told(folder: Path, busy_seconds: float = BUSY_SECONDS) -> Iterator[None]:
    """Turn what can be mended of SQLite's errors into an `ArchiveError`; what cannot is a bug and goes on."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its finer points
        if code not in _MENDING:
            raise
        kind = BusyError if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else ArchiveError
        raise kind(_MENDING[code].format(seconds=busy_seconds), subject=str(folder)) from error


class SqliteDatabase:
    """`Database` in a folder, in the file of this name. `busy_seconds` is how long other programs are waited for."""

    def __init__(self, folder: Path, *, create: bool = False, busy_seconds: float = BUSY_SECONDS, name: str = DATABASE) -> None:
        self._folder = folder
        self._busy_seconds = busy_seconds
        self._connection = _connect(folder / name, create=create, busy_seconds=busy_seconds)
        self.name = str(folder)
        self.words = Fts5(self.run, self.run_many)

    def run(self, statement: str, parameters: Sequence[object] = (), /) -> sqlite3.Cursor:
        """See `Database.run`."""
        return self._connection.execute(statement, parameters)

    def run_many(self, statement: str, rows: Iterable[Sequence[object]], /) -> None:
        """See `Database.run_many`."""
        self._connection.executemany(statement, rows)

    def insert(self, statement: str, parameters: Sequence[object], /) -> int:
        """See `Database.insert`."""
        return self.run(statement, parameters).lastrowid or 0

    def numbers(self, table: str, count: int, /) -> range:
        """See `Database.numbers`."""
        (highest,) = self.run(f"SELECT max(id) FROM {table}").fetchone()  # noqa: S608 - of the schema's names
        return range((highest or 0) + 1, (highest or 0) + 1 + count)

    def unwaited(self) -> AbstractContextManager[None]:
        """See `Database.unwaited`; there is nothing to wait for."""
        return nullcontext()

    def tally(self, columns: str, where: str, parameters: Sequence[object], /) -> Counter[tuple[Any, ...]]:
        """See `Database.tally`. Counting here is faster than SQLite's sorting by several columns."""
        return Counter(self.run(f"SELECT {columns} {where}", parameters))

    def stream(self, statement: str, /) -> Iterator[tuple[Any, ...]]:
        """See `Database.stream`."""
        return self.run(statement)

    def load(self, table: Table, rows: Iterable[Sequence[object]], /) -> None:
        """See `Database.load`."""
        columns = ", ".join([f'"{column}"' for column in table.columns])
        places = ", ".join("?" * len(table.columns))
        self.run_many(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", rows)  # noqa: S608 - of the schema's names

    def told(self) -> AbstractContextManager[None]:
        """See `Database.told`."""
        return told(self._folder, self._busy_seconds)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See `Database.writing`."""
        with self.told(), _transaction(self._connection, "IMMEDIATE"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See `Database.reading`."""
        with self.told(), _transaction(self._connection, "DEFERRED"):
            yield

    def problems(self) -> Iterator[Problem]:
        """See `Database.problems`."""
        for (complaint,) in self.run(f"PRAGMA integrity_check({_COMPLAINTS})").fetchall():
            if complaint != "ok":
                yield Problem("database", DATABASE, complaint)

    def sweep(self) -> None:
        """See `Database.sweep`. FTS5 keeps removed words until segments are merged, and SQLite until the log is emptied.

        Pages that are free keep what stood on them: they are filled with zeros. (SQLite would overwrite each as it is freed, which
        takes a tenth of the time of adding, since merging the index frees many.)
        """
        self.run("INSERT INTO words (words) VALUES ('optimize')")
        (free, size) = self.run("SELECT freelist_count, page_size FROM pragma_freelist_count, pragma_page_size").fetchone()
        with _transaction(self._connection, "IMMEDIATE"):
            self.run("CREATE TABLE filling (zeros BLOB NOT NULL)")
            self.run_many("INSERT INTO filling VALUES (zeroblob(?))", [(_FILLED_AT_ONCE * size,)] * (free // _FILLED_AT_ONCE + 1))
            self.run("DROP TABLE filling")
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def backup(self, folder: Path) -> None:
        """See `Archive.backup`."""
        with unfinished(folder) as name, told(folder), closing(sqlite3.connect(folder / name)) as copy:
            self._connection.backup(copy)
            (state,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if state != "ok":
                raise ArchiveError(f"the copy is damaged ({state}); is the disk sound?", subject=str(folder))

    def close(self) -> None:
        """See `Database.close`."""
        with self.told():
            self._connection.close()


def _connect(file: Path, *, create: bool, busy_seconds: float) -> sqlite3.Connection:
    """Open the database of an archive's folder, making both if asked, and bring it to the present form.

    Raises `ArchiveError` when there is none, when the folder holds something else, or when it cannot be opened.
    """
    folder = file.parent
    try:
        if not file.is_file():
            make_room(folder, create=create)
        elif 0 < file.stat().st_size < _HEADER:
            raise ArchiveError(_MENDING[sqlite3.SQLITE_NOTADB], subject=str(folder))
    except OSError as error:
        raise ArchiveError(f"cannot be opened: {error.strerror}", subject=str(folder)) from error
    with told(folder, busy_seconds):
        connection = _open(file, busy_seconds)
        try:
            _prepare(connection, folder)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """All or nothing. "IMMEDIATE" to write; "DEFERRED" to read several times from one state."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk ends the transaction by itself
            connection.execute("ROLLBACK")
        raise
    try:
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def unfinished(folder: Path) -> Iterator[str]:
    """The name of a file in a new or empty folder for a copy that takes long: only once it is complete it is an archive.

    Raises `ArchiveError` when the folder holds something already. What was left of an interrupted copy is removed.
    """
    if (folder / DATABASE).exists():
        raise ArchiveError("holds an archive already; give a new or an empty folder", subject=str(folder))
    try:
        for left in folder.glob(f"{_UNFINISHED}*"):
            left.unlink()
        make_room(folder, create=True)
        yield _UNFINISHED
        (folder / _UNFINISHED).rename(folder / DATABASE)
    except OSError as error:
        raise ArchiveError(f"cannot be written: {error.strerror}", subject=str(folder)) from error


def make_room(folder: Path, *, create: bool) -> None:
    """See that a folder is there and holds nothing else; raises `ArchiveError` when it may not be made, or does.

    Another program may be making the same archive at this moment, so that the beginnings of one are nothing else.
    """
    if folder.exists() and not folder.is_dir():
        advice = "give the folder that it is in" if folder.name == DATABASE else "an archive is a folder"
        raise ArchiveError(f"is a file; {advice}", subject=str(folder))
    if not create:
        what = "holds no archive" if folder.exists() else "there is no archive here"
        raise NoArchiveError(f"{what}; `dateline add` makes one", subject=str(folder))
    if folder.exists() and any(not entry.name.startswith(DATABASE) for entry in folder.iterdir()):
        raise ArchiveError("holds other files and no archive; give a new or an empty folder", subject=str(folder))
    folder.mkdir(parents=True, exist_ok=True)


def _open(file: Path, busy_seconds: float) -> sqlite3.Connection:
    """Open for writing, or for reading where that is all that may be done.

    SQLite wants files of its own beside a database in WAL mode even to read it. In a folder that cannot be written, one that
    was closed properly is read as it is (`immutable`): it is on a read-only medium, or its owner is not writing just now.
    """
    if os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK)):
        mode = "mode=rwc"
    else:
        log = file.with_name(file.name + "-wal")
        mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    address = f"file:{quote(str(file.absolute()))}?{mode}"
    return sqlite3.connect(
        address, uri=True, timeout=busy_seconds, isolation_level=None, cached_statements=256, check_same_thread=False
    )


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    connection.execute("PRAGMA secure_delete = FAST")  # what is removed within a page is overwritten; `sweep` does the rest
    connection.execute("PRAGMA synchronous = FULL")  # what is reported as added survives a power cut
    version = _version(connection, folder)
    if version > len(MIGRATIONS):
        raise ArchiveError(
            f"was made by a newer Dateline (form {version}, this one knows {len(MIGRATIONS)}); install that to open it",
            subject=str(folder),
        )
    if version == len(MIGRATIONS):
        return
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")  # of a new database; an older one keeps its own
    connection.execute("PRAGMA journal_mode = WAL")
    with _transaction(connection, "IMMEDIATE"):
        version = _version(connection, folder)  # another program may have been here first
        for number, migration in enumerate(MIGRATIONS[version:], version + 1):
            for statement in _statements(migration.tables + migration.sqlite):
                connection.execute(statement)
            for step in (migration.step, migration.sqlite_step) if version else ():
                if step:
                    step(connection.execute, connection.executemany)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _version(connection: sqlite3.Connection, folder: Path) -> int:
    """The form of the database: 0 for one that was made but not yet filled."""
    version, application, tables = connection.execute(
        "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) "
        "FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if application != APPLICATION_ID and (tables or version):
        raise ArchiveError(f"is no archive: {DATABASE} in it is another program's database", subject=str(folder))
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since `executescript` would end the transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
