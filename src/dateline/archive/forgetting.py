"""Takedowns: an article's captures, text and index entry go, and hashes stay that keep it from coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.codec import microseconds, moment_at
from dateline.archive.indexing import row
from dateline.archive.results import Forgotten

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from dateline.records import Article


def forget(connection: sqlite3.Connection, article: int, shown: Article, *, reason: str, now: datetime) -> Forgotten:
    """Remove an article within a transaction that the caller holds; `shown` is the record that its index entry was made from.

    Bytes that also belong to another article stay for that one.
    """
    run = connection.execute
    contents = run(
        "SELECT DISTINCT b.id, b.sha256 FROM capture c JOIN content b ON b.id = c.content WHERE c.article = ? ORDER BY b.sha256",
        (article,),
    ).fetchall()
    takedown = run("INSERT INTO takedown (reason, at) VALUES (?, ?)", (reason, microseconds(now))).lastrowid
    run("INSERT INTO forgotten SELECT hash, ? FROM key WHERE article = ?", (takedown, article))
    run("INSERT INTO words (words, rowid, headline, byline, body, tags) VALUES ('delete', ?, ?, ?, ?, ?)", (article, *row(shown)))
    run("DELETE FROM key WHERE article = ?", (article,))
    run("DELETE FROM capture WHERE article = ?", (article,))
    run("DELETE FROM article WHERE id = ?", (article,))
    removed = []
    for content, digest in contents:
        run("DELETE FROM reading WHERE content = ?1 AND id NOT IN (SELECT reading FROM capture WHERE content = ?1)", (content,))
        if run(
            "DELETE FROM content WHERE id = ?1 AND id NOT IN (SELECT content FROM capture WHERE content = ?1)", (content,)
        ).rowcount:
            run("INSERT INTO forgotten VALUES (?, ?)", (digest, takedown))
            removed.append(digest.hex())
    return Forgotten(tuple(removed), reason, moment_at(microseconds(now)))


def sweep(connection: sqlite3.Connection) -> None:
    """Overwrite what is left of removed words: FTS5 keeps them until segments are merged, and SQLite until the log is emptied."""
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
