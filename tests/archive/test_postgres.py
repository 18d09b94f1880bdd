"""What goes wrong with a PostgreSQL server: a clear error that never shows the password, and nothing lost that was kept."""

from __future__ import annotations

import pickle
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import pytest
from tests.archive.places import SERVER, need_postgres, places

from dateline.archive import open_archive
from dateline.archive.schema import MIGRATIONS
from dateline.errors import ArchiveError, BusyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import psycopg
    from tests.archive.conftest import MakePage

    from dateline.archive import Added

URL = "https://news.example/"
PASSWORD = urlsplit(SERVER).password or "none"


@pytest.fixture
def schema(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Gives the addresses of new schemas."""
    with places("postgres", tmp_path) as place:
        yield place


@pytest.fixture
def kept(schema: Callable[[str], str], page: MakePage) -> str:
    """A closed archive of forty articles."""
    with open_archive(schema("kept"), create=True) as archive:
        list(archive.add_many(page(f"needle {n} hay", url=f"{URL}{n}") for n in range(40)))
    return schema("kept")


@contextmanager
def connected(address: str = SERVER) -> Iterator[psycopg.Connection]:
    """Another connection, in the schema of this archive."""
    import psycopg

    server, _, name = address.partition("?schema=")
    with psycopg.connect(server, autocommit=True) as connection:
        if name:
            connection.execute("SELECT set_config('search_path', %s, false)", [name])
        yield connection


def elsewhere(address: str, **changes: str) -> str:
    """The address with another host and port, user and password, or database."""
    parts = urlsplit(address)
    known = {"host": f"{parts.hostname}:{parts.port}", "user": f"{parts.username}:{parts.password}", "path": parts.path} | changes
    return urlunsplit(parts._replace(netloc=f"{known['user']}@{known['host']}", path=known["path"]))


UNREACHABLE = {
    "nobody listens": ({"host": "127.0.0.1:1"}, "the server cannot be reached"),
    "no such host": ({"host": "archive.invalid:5432"}, "the server cannot be reached"),
    "wrong password": ({"user": f"{urlsplit(SERVER).username}:wrong-{PASSWORD}"}, "check the name and the password"),
    "unknown user": ({"user": f"nobody_of_that_name:{PASSWORD}"}, "check the name and the password"),
    "no such database": ({"path": "/no_such_database"}, "no such database; make it with `createdb`"),
}


@pytest.mark.parametrize(("changes", "message"), UNREACHABLE.values(), ids=UNREACHABLE)
def test_a_server_that_does_not_let_in(changes: dict[str, str], message: str) -> None:
    """The error says what is wrong and names the address, without the password; it pickles."""
    need_postgres()
    with pytest.raises(ArchiveError, match=message) as caught:
        open_archive(elsewhere(SERVER, **changes), create=True)
    assert PASSWORD not in str(caught.value)
    assert str(caught.value).startswith("postgresql://")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


BAD_ADDRESSES = {
    "a port that is none": f"postgresql://me:{PASSWORD}@localhost:port/x",
    "an unknown setting": f"postgresql://me:{PASSWORD}@localhost/x?colour=red",
    "an open bracket": f"postgresql://me:{PASSWORD}@[::1/x",
    "a schema of the server's own": f"postgresql://me:{PASSWORD}@localhost/x?schema=pg_catalog",
    "a schema in quotes": f'postgresql://me:{PASSWORD}@localhost/x?schema="; DROP TABLE article; --',
    "no schema": f"postgresql://me:{PASSWORD}@localhost/x?schema=",
}


@pytest.mark.parametrize("address", BAD_ADDRESSES.values(), ids=BAD_ADDRESSES)
def test_an_address_that_cannot_be_read(address: str) -> None:
    """It is refused with how to write one, and not quoted."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(ArchiveError, match="write postgresql://user@host:5432/database") as caught:
        open_archive(address)
    assert PASSWORD not in str(caught.value)


def test_a_missing_archive(schema: Callable[[str], str]) -> None:
    """It says how one is made, and makes nothing."""
    with pytest.raises(ArchiveError, match="no archive here; `dateline add` makes one"):
        open_archive(schema("new"))
    with connected() as server:
        assert server.execute("SELECT to_regnamespace(%s)", [schema("new").partition("=")[2]]).fetchone() == (None,)


def test_another_programs_schema(schema: Callable[[str], str]) -> None:
    """It gets no tables of ours."""
    name = schema("other").partition("=")[2]
    with connected() as server:
        server.execute(f"CREATE SCHEMA {name}".encode())
        server.execute(f"CREATE TABLE {name}.letters (text text)".encode())
        for create in (True, False):
            with pytest.raises(ArchiveError, match="holds other tables" if create else "holds no archive"):
                open_archive(schema("other"), create=create)
        tables = server.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [name]).fetchall()
        assert tables == [("letters",)]


def test_a_newer_archive(kept: str) -> None:
    """It is refused unread."""
    with connected(kept) as server:
        server.execute("UPDATE form SET version = %s", [len(MIGRATIONS) + 1])
    with pytest.raises(ArchiveError, match="made by a newer Dateline"):
        open_archive(kept, create=True)


def test_a_role_that_may_only_read(kept: str, page: MakePage) -> None:
    """It can list and search; adding says whom to ask."""
    name = kept.partition("=")[2]
    role = f"{name}_reader"
    with connected(kept) as server:
        server.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'".encode())
        try:
            with pytest.raises(ArchiveError, match="permission denied"):
                open_archive(elsewhere(kept, user=f"{role}:{PASSWORD}"))
            server.execute(f"GRANT USAGE ON SCHEMA {name} TO {role}".encode())
            server.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {name} TO {role}".encode())
            with open_archive(elsewhere(kept, user=f"{role}:{PASSWORD}")) as archive:
                assert archive.search("needle").total == len(list(archive.list())) == 40
                assert list(archive.check()) == []
                with pytest.raises(ArchiveError, match=r"permission denied.*ask its owner"):
                    archive.add(*page("later"))
                with pytest.raises(ArchiveError, match=r"permission denied.*ask its owner"):
                    archive.add_failure("a", None, "b")
                assert archive.search("needle").total == 40
        finally:
            server.execute(f"DROP OWNED BY {role}".encode())
            server.execute(f"DROP ROLE {role}".encode())


def test_a_connection_that_may_only_read(kept: str, page: MakePage) -> None:
    """As that of a standby server."""
    with open_archive(f"{kept}&options=-c%20transaction_read_only%3Don%20-c%20default_transaction_read_only%3Don") as archive:
        assert archive.search("needle").total == 40


def backends(server: psycopg.Connection) -> int:
    """End all other connections of ours, and count them."""
    rows = server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dateline' AND pid <> pg_backend_pid()"
    )
    return len(rows.fetchall())


def test_a_connection_lost_in_mid_transaction(kept: str, page: MakePage) -> None:
    """The error says that nothing of the step was kept; what was reported before is there, and running again completes it."""
    from dateline.archive.engine.postgres import PostgresDatabase
    from dateline.archive.sql import SqlArchive

    calls = []

    def clock() -> datetime:  # it is asked for the time of adding once the transaction has begun
        calls.append(1)
        if len(calls) == 2:
            assert backends(server) >= 1
        return datetime.now(UTC)

    pages = [page(f"later {n}", url=f"{URL}later/{n}") for n in range(1_500)]
    with connected(kept) as server, SqlArchive(PostgresDatabase(kept), clock=clock) as archive:
        reported: list[Added] = []
        with pytest.raises(BusyError, match="connection to the server was lost, nothing of this step was kept") as caught:
            reported.extend(archive.add_many(pages))
        assert PASSWORD not in str(caught.value)
        assert len(reported) == 1_000
        assert archive.counts().articles == 1_040, "the next call connects anew"
        assert [added.status for added in archive.add_many(pages)] == ["unchanged"] * 1_000 + ["added"] * 500
        assert list(archive.check()) == []


def test_a_server_that_was_started_anew(kept: str, page: MakePage) -> None:
    """Between two calls a lost connection is nobody's concern."""
    with connected(kept) as server, open_archive(kept) as archive:
        assert archive.counts().articles == 40
        assert backends(server) >= 1
        assert archive.add(*page("later", url=URL + "later")).status == "added"
        assert backends(server) >= 1
        assert archive.search("later").total == 1


def test_a_connection_lost_while_listing(kept: str) -> None:
    """What goes on over many steps ends in an error, not in a list that seems whole."""
    with connected(kept) as server, open_archive(kept) as archive:
        found = archive.check()
        assert backends(server) >= 1
        with pytest.raises(BusyError, match="connection to the server was lost"):
            list(found)


def test_a_locked_archive(kept: str, page: MakePage) -> None:
    """Another program's transaction is waited for, then reported; reading goes on meanwhile."""
    from dateline.archive.engine.postgres import PostgresDatabase
    from dateline.archive.sql import SqlArchive

    other = PostgresDatabase(kept)
    with SqlArchive(PostgresDatabase(kept, busy_seconds=0.1)) as archive:
        with other.writing():
            with pytest.raises(BusyError, match=r"in use by another program, which did not finish in 0\.1 seconds"):
                archive.add(*page("later"))
            assert archive.search("needle").total == 40
        assert archive.add(*page("later")).status == "added"
    other.close()


def test_a_search_asks_the_index(kept: str) -> None:
    """However small the table beside the vectors is: reading them all takes a hundred times as long."""
    from dateline.archive.engine.postgres import PostgresDatabase
    from dateline.archive.searching import Search

    database = PostgresDatabase(kept)
    database.sweep()
    found = Search.of("needle NOT other", None, None, None).found(database.words, "times")
    plan = "\n".join(line for (line,) in database.run(f"EXPLAIN SELECT count(*) {found.source}", found.parameters))
    database.close()
    assert "Index Scan on words_vector" in plan
    assert "Seq Scan" not in plan


def test_a_closed_archive(kept: str) -> None:
    """It is not opened again by being used."""
    archive = open_archive(kept)
    archive.close()
    archive.close()
    with pytest.raises(ArchiveError, match="is closed"):
        archive.counts()


def test_the_archives_of_a_database_are_apart(schema: Callable[[str], str], page: MakePage) -> None:
    """Each schema is one, and none waits for another's writers."""
    from dateline.archive.engine.postgres import PostgresDatabase

    first = PostgresDatabase(schema("first"), create=True)
    with first.writing(), open_archive(schema("second"), create=True) as archive:
        archive.add(*page("needle"))
    with open_archive(schema("first")) as archive:
        assert archive.counts().articles == 0
    first.close()


def test_complaints_are_told_in_words() -> None:
    """Each kind of error that can be mended says what to do; a mistake of ours stays what it is."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from dateline.archive.engine.postgres_address import complaint

    told = {
        psycopg.errors.DiskFull: "disk is full",
        psycopg.errors.TooManyConnections: "not enough left",
        psycopg.errors.QueryCanceled: "took too long",
        psycopg.errors.AdminShutdown: "was lost",
        psycopg.errors.CannotConnectNow: "was lost",
        psycopg.errors.ConnectionFailure: "was lost",
        psycopg.errors.IdleInTransactionSessionTimeout: "was lost",
        psycopg.errors.DataCorrupted: "is damaged",
        psycopg.errors.DeadlockDetected: "in use",
        psycopg.errors.ReadOnlySqlTransaction: "cannot be written",
        psycopg.errors.IoError: "disk cannot be read",
    }
    for kind, words in told.items():
        assert words in (complaint(kind("server's words"), 30) or "")
    for bug in (psycopg.errors.SyntaxError, psycopg.errors.ForeignKeyViolation, psycopg.ProgrammingError):
        assert complaint(bug("server's words"), 30) is None
