"""Archives as an older Dateline left them, for the tests of migrations."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from dateline.archive import indexing, open_archive
from dateline.archive.engine.sqlite import DATABASE
from dateline.archive.schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

# The rows of an article in the first form; later forms add tables and columns that may be empty.
_COPIED = ("content", "reading", "capture", "key")


def later_than(version: int) -> list[str]:
    """Statements that take an archive's tables back to a form, in the order in which they may run."""
    memory = sqlite3.connect(":memory:")
    columns: list[dict[str, list[str]]] = []
    for number, migration in enumerate(MIGRATIONS, 1):
        memory.executescript(migration.tables)
        if number in (version, len(MIGRATIONS)):
            tables = [name for (name,) in memory.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
            columns.append({table: [row[1] for row in memory.execute(f"PRAGMA table_info({table})")] for table in tables})
    memory.close()
    before, now = columns
    dropped = [f"DROP TABLE {table}" for table in reversed(now) if table not in before]
    return dropped + [
        f"ALTER TABLE {table} DROP COLUMN {column}"
        for table, held in before.items()
        for column in now[table]
        if column not in held
    ]


def older(folder: Path, made: Path, version: int) -> None:
    """Make an archive of a form in `folder`, with the articles of the present one in `made`."""
    with open_archive(made) as archive:
        records = {article.uri: article for article in archive.articles()}
    folder.mkdir()
    connection = sqlite3.connect(folder / DATABASE)
    for migration in MIGRATIONS[:version]:
        connection.executescript(migration.tables + migration.sqlite)
    connection.execute("ATTACH ? AS made", (str(made / DATABASE),))
    for table in _COPIED:
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM made.{table}")
    columns = 'id, capture, rank, time, first, last, "offset", outlet, language, genre, kind, section'
    connection.execute(f"INSERT INTO main.article ({columns}) SELECT {columns} FROM made.article")
    places = {}  # in forms without shelves an entry's place was the number of its article
    if connection.execute("SELECT name FROM main.sqlite_master WHERE name = 'shelved'").fetchone():
        connection.execute("INSERT INTO main.shelved SELECT * FROM made.shelved")
        places = dict(connection.execute("SELECT id, place FROM main.shelved"))
    for number, article in enumerate(records.values(), 1):
        connection.execute(
            "INSERT INTO words (rowid, headline, byline, body, tags) VALUES (?, ?, ?, ?, ?)",
            (places.get(number, number), *indexing.row(article)[:4]),
        )
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()
