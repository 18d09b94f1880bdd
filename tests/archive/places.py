"""Places for archives in the tests: folders, and schemas of the PostgreSQL server that DATELINE_TEST_POSTGRES names."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENGINES = ("sqlite", "postgres")
"""What every archive test runs on."""

SERVER = os.environ.get("DATELINE_TEST_POSTGRES", "")
"""`postgresql://user:password@host:port/database`; its user may make schemas, roles and databases. See `.ci/postgres`."""


def need_postgres() -> None:
    """Skip, visibly, where there is no server or no psycopg."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    if not SERVER:
        pytest.skip("DATELINE_TEST_POSTGRES names no server; see .ci/postgres")


@contextmanager
def places(engine: str, folder: Path) -> Iterator[Callable[[str], str]]:
    """Gives the address of a new place for each name, and the same again for the same name; what was made there goes."""
    if engine == "sqlite":
        yield lambda name: str(folder / name)
        return
    need_postgres()
    import psycopg

    known: dict[str, str] = {}
    numbers = count()
    prefix = f"test_{uuid4().hex[:12]}"

    def place(name: str) -> str:
        if name not in known:
            known[name] = f"{prefix}_{next(numbers)}"
        return f"{SERVER}?schema={known[name]}"

    yield place
    with psycopg.connect(SERVER, autocommit=True) as server:
        for schema in known.values():
            server.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')


def behind(address: str, *statements: str) -> None:
    """Change an archive behind its back, past what the database itself would refuse."""
    if "://" in address:
        import psycopg

        server, _, schema = address.partition("?schema=")
        with psycopg.connect(server, options=f"-c search_path={schema} -c session_replication_role=replica") as connection:
            for statement in statements:
                connection.execute(statement.encode())
        return
    with closing(sqlite3.connect(Path(address) / "archive.sqlite", isolation_level=None)) as file:
        file.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            file.execute(statement)
