"""Bare FTS5: the same texts in a table of SQLite's own, as somebody would write it without an archive. What we are measured by."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.records import Article

FILE = "bare.sqlite"


class Asked(NamedTuple):
    """A query of two words within a range of days, both ends inclusive, as seconds of the local clock."""

    words: tuple[str, str]
    first: int
    last: int


class Bare:
    """A table of full text with SQLite's own tokeniser, and a table of times."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / FILE, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")  # what the archive asks of the disk, too
        self._connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS text USING fts5 (headline, byline, body)")
        self._connection.execute("CREATE TABLE IF NOT EXISTS doc (id INTEGER PRIMARY KEY, time INTEGER NOT NULL)")

    def add(self, articles: Sequence[Article]) -> None:
        """Insert texts in one transaction."""
        rows = [(each.headline, each.byline, "\n".join([paragraph.text for paragraph in each.body])) for each in articles]
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO text (headline, byline, body) VALUES (?, ?, ?)", rows)
        self._connection.execute("COMMIT")

    def add_times(self, times: Sequence[int]) -> None:
        """The times of the texts that were added last; apart, since adding is measured without them."""
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO doc (time) VALUES (?)", [(time,) for time in times])
        self._connection.execute("COMMIT")

    def search(self, asked: Asked) -> int:
        """Count what is found, and fetch the headlines of the best twenty."""
        words = " ".join(f'"{word}"' for word in asked.words)
        where = "FROM text CROSS JOIN doc ON doc.id = text.rowid WHERE text MATCH ? AND doc.time BETWEEN ? AND ?"
        parameters = (words, asked.first, asked.last)
        (found,) = self._connection.execute(f"SELECT count(*) {where}", parameters).fetchone()
        self._connection.execute(
            f"SELECT text.rowid, headline, bm25(text, 5.0, 2.0, 1.0) AS score {where} ORDER BY score LIMIT 20",
            parameters,
        ).fetchall()
        return int(found)

    def close(self) -> None:
        """Close it, its log worked in."""
        self._connection.close()
