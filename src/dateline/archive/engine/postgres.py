"""PostgreSQL: an archive is a schema of a database; its complaints in words that say what to do.

One program writes at a time, as in SQLite: a lock of the archive's own is taken at the beginning of every transaction that writes. So
decisions about what is known hold until they are carried out, numbers grow in the order in which they become visible (a
cursor counts on that), and nothing can deadlock. Readers see one state and wait for nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.types.numeric import Int8BinaryDumper

from dateline.archive.engine.postgres_address import Address, complaint, not_connected, passes
from dateline.archive.engine.tsvector import TsVector
from dateline.archive.schema import MIGRATIONS
from dateline.errors import ArchiveError, BusyError, NoArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.archive.results import Problem
    from dateline.archive.schema import Table

# How long a command waits for another one's transaction, as with SQLite.
BUSY_SECONDS = 30.0
# Rows that a stream has in memory; those of `content` may be large.
_STREAMED_AT_ONCE = 50
# The planner does not count what it costs to fetch and unpack vectors, which lie beside their table, and would rather read all of
# them than ask the index: 240 ms instead of 1.4 for one hit among 20,000 texts. Whole tables are read by their keys as well. And
# no statement of ours is worth compiling.
_SETTINGS = {"enable_seqscan": "off", "jit": "off"}
# Rows of one INSERT of `run_many`, and the place of the first.
_INSERTED_AT_ONCE = 100
_VALUES = re.compile(r"(?<=VALUES )\([?, ]+\)")
# Types of columns, by SQLite's names for them.
_TYPES = {"INTEGER": "int8", "REAL": "float8", "TEXT": "text", "BLOB": "bytea"}
# Every transaction that writes holds this lock, which is the schema's own.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))"
_STATE = (
    "SELECT to_regnamespace(?) IS NOT NULL, EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = ?), "
    "EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'form')"
)


class PostgresDatabase:
    """`Database` in a schema of a PostgreSQL database. `busy_seconds` is how long other programs are waited for."""

    def __init__(self, url: str, *, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> None:
        self._address = Address.of(url)
        self._busy_seconds = busy_seconds
        self._closed = False
        self.name = self._address.shown
        self.words = TsVector(self.run)
        with self.told(connected=False):
            self._connection = self._connect()
            try:
                self._prepare(create=create)
            except BaseException:
                self._connection.close()
                raise

    def run(self, statement: str, parameters: Sequence[object] = (), /) -> psycopg.Cursor[Any]:
        """See `Database.run`."""
        return self._connection.execute(numbered(statement), parameters or None, binary=True)

    def run_many(self, statement: str, rows: Iterable[Sequence[object]], /) -> None:
        """See `Database.run_many`. Of rows to insert, many go in one statement."""
        values = _VALUES.search(statement)
        if values is None:
            with self._connection.cursor() as cursor:
                cursor.executemany(numbered(statement), rows)
            return
        before, after = statement[: values.start()], statement[values.end() :]
        waiting = iter(rows)
        while some := list(islice(waiting, _INSERTED_AT_ONCE)):
            self.run(f"{before}{', '.join([values[0]] * len(some))}{after}", [value for row in some for value in row])

    def insert(self, statement: str, parameters: Sequence[object], /) -> int:
        """See `Database.insert`."""
        return int(self.run(f"{statement} RETURNING id", parameters).fetchone()[0])  # type: ignore[index]  # there is a row

    def numbers(self, table: str, count: int, /) -> list[int]:
        """See `Database.numbers`."""
        rows = self.run("SELECT nextval(pg_get_serial_sequence(?, 'id')) FROM generate_series(1, ?)", (table, count))
        return sorted([number for (number,) in rows])

    @contextmanager
    def unwaited(self) -> Iterator[None]:
        """See `Database.unwaited`; a libpq older than 14 waits all the same."""
        with self._connection.pipeline() if psycopg.Pipeline.is_supported() else nullcontext():
            yield

    def tally(self, columns: str, where: str, parameters: Sequence[object], /) -> Counter[tuple[Any, ...]]:
        """See `Database.tally`. Counted by the server, since the rows would have to be sent."""
        counted = self.run(f"SELECT {columns}, count(*) {where} GROUP BY {columns}", parameters)
        return Counter({tuple(values): count for *values, count in counted})

    def stream(self, statement: str, /) -> Iterator[tuple[Any, ...]]:
        """See `Database.stream`, by a cursor on the server."""
        with self._connection.cursor("stream") as cursor:
            cursor.itersize = _STREAMED_AT_ONCE
            cursor.execute(statement, binary=True)
            yield from cursor

    def load(self, table: Table, rows: Iterable[Sequence[object]], /) -> None:
        """See `Database.load`, by COPY; numbers given later go on after the highest."""
        columns = ", ".join([f'"{column}"' for column in table.columns])
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN (FORMAT BINARY)") as copy,
        ):
            copy.set_types([_TYPES[kind] for kind in table.columns.values()])
            for row in rows:
                copy.write_row(row)
        if "id" in table.columns:
            self.run(
                f"SELECT setval(pg_get_serial_sequence(?, 'id'), greatest(max(id), 1), max(id) IS NOT NULL) FROM {table.name}",  # noqa: S608
                (table.name,),
            )

    @contextmanager
    def told(self, *, connected: bool = True) -> Iterator[None]:
        """See `Database.told`. A connection that was lost in an earlier call is made anew."""
        try:
            if connected:
                self._reconnect()
            yield
        except psycopg.Error as error:
            message = complaint(error, self._busy_seconds)
            if message is None:
                raise
            kind = BusyError if passes(error) else ArchiveError
            raise kind(self._address.without_password(message), subject=self.name) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See `Database.writing`."""
        with self.told(), self._transaction("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"):
            self.run(_LOCK, (f"dateline {self._address.schema}",))
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See `Database.reading`."""
        with self.told(), self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
            yield

    def problems(self) -> Iterator[Problem]:
        """See `Database.problems`. The server looks after its files itself."""
        return iter(())

    def sweep(self) -> None:
        """See `Database.sweep`. Room that removed rows had is given free; the server writes over it in its own time."""
        for (table,) in self.run(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = ?", (self._address.schema,)
        ).fetchall():
            self.run(f"VACUUM (ANALYZE) {table}")

    def backup(self, folder: Path) -> None:
        """See `Archive.backup`: the copy is an archive in a folder, from which `restore` makes one of either kind."""
        from dateline.archive.transfer import copy_to_folder

        copy_to_folder(self, folder)

    def close(self) -> None:
        """See `Database.close`."""
        self._closed = True
        self._connection.close()

    def _connect(self) -> psycopg.Connection[Any]:
        try:
            connection = psycopg.connect(**self._address.parameters, autocommit=True, cursor_factory=psycopg.RawCursor)
        except psycopg.OperationalError as error:
            kind, message = not_connected(error)
            raise kind(self._address.without_password(message), subject=self.name) from error
        connection.server_cursor_factory = psycopg.RawServerCursor
        connection.adapters.register_dumper(int, Int8BinaryDumper)  # one type for all numbers: a statement is prepared once
        try:
            self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_up(self, connection: psycopg.Connection[Any]) -> None:
        settings = _SETTINGS | {
            "search_path": f'"{self._address.schema}"',
            "lock_timeout": f"{round(self._busy_seconds * 1_000)}",
        }
        for setting in settings.items():
            connection.execute("SELECT set_config($1, $2, false)", setting)
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise ArchiveError(f"the database is encoded in {encoding}; an archive needs UTF8", subject=self.name)

    def _reconnect(self) -> None:
        if self._closed:
            raise ArchiveError("is closed", subject=self.name)
        if self._connection.closed:
            self._connection = self._connect()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        try:
            self._connection.execute(begin)
        except psycopg.OperationalError:
            if not self._connection.closed:
                raise
            self._connection = self._connect()  # the server was started anew since the last call; nothing was begun
            self._connection.execute(begin)
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if not self._connection.closed and self._connection.info.transaction_status != TransactionStatus.IDLE:
                self._connection.execute("ROLLBACK")
            raise

    def _prepare(self, *, create: bool) -> None:
        """Bring the schema to the present form, making it if asked; raises `ArchiveError`."""
        if self._version(create=create) == len(MIGRATIONS):
            return
        with self.writing():
            version = self._version(create=create)  # another program may have been here first
            if version == 0:
                self.run(f'CREATE SCHEMA IF NOT EXISTS "{self._address.schema}"')
                self.run("CREATE TABLE form (version bigint NOT NULL)")
                self.run("INSERT INTO form VALUES (0)")
            for migration in MIGRATIONS[version:]:
                self._connection.execute(migration.for_postgres())
                if version and migration.step:
                    migration.step(self.run, self.run_many)
            self.run("UPDATE form SET version = ?", (len(MIGRATIONS),))

    def _version(self, *, create: bool) -> int:
        """The form of the archive: 0 where there is none and one is to be made."""
        schema = self._address.schema
        exists, filled, is_archive = self.run(_STATE, (schema, schema, schema)).fetchone()  # type: ignore[misc]  # one row
        if not is_archive:
            if not create:
                what = "holds no archive" if exists else "there is no archive here"
                raise NoArchiveError(f"{what}; `dateline add` makes one", subject=self.name)
            if filled:
                raise ArchiveError("holds other tables and no archive; give another schema (?schema=…)", subject=self.name)
            return 0
        (version,) = self.run(f'SELECT version FROM "{schema}".form').fetchone()  # type: ignore[misc]  # noqa: S608 - one row
        if version > len(MIGRATIONS):
            raise ArchiveError(
                f"was made by a newer Dateline (form {version}, this one knows {len(MIGRATIONS)}); install that to open it",
                subject=self.name,
            )
        return int(version)


@lru_cache(maxsize=1_024)
def numbered(statement: str) -> str:
    """A statement with its parameters as PostgreSQL writes them: `$1`, `$2`, …"""
    first, *others = statement.split("?")
    return first + "".join([f"${number}{other}" for number, other in enumerate(others, 1)])
