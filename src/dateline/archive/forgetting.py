"""Takedowns: an article's captures, text and index entry go, and hashes stay that keep it from coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.codec import PAGE_HASH, microseconds, moment_at
from dateline.archive.indexing import Change, row
from dateline.archive.results import Forgotten

if TYPE_CHECKING:
    from datetime import datetime

    from dateline.archive.engine.database import Database
    from dateline.records import Article

_UNUSED_READINGS = (
    "DELETE FROM reading WHERE content = ? "
    "AND NOT EXISTS (SELECT 1 FROM capture c WHERE c.content = reading.content AND c.reading = reading.id)"
)
_UNUSED_CONTENT = "DELETE FROM content WHERE id = ? AND NOT EXISTS (SELECT 1 FROM capture c WHERE c.content = content.id)"


def forget(database: Database, article: int, shown: Article, *, reason: str, now: datetime) -> Forgotten:
    """Remove an article within a transaction that the caller holds; `shown` is the record that its index entry was made from.

    Bytes that also belong to another article stay for that one.
    """
    run = database.run
    contents = run(
        "SELECT DISTINCT b.id, b.sha256 FROM capture c JOIN content b ON b.id = c.content WHERE c.article = ? ORDER BY b.sha256",
        (article,),
    ).fetchall()
    takedown = database.insert("INSERT INTO takedown (reason, at) VALUES (?, ?)", (reason, microseconds(now)))
    run(
        "INSERT INTO forgotten (takedown, hash) SELECT ?, hash FROM key WHERE article = ? AND length(hash) < ?",
        (takedown, article, PAGE_HASH),
    )
    pages = run("SELECT hash FROM key WHERE article = ? AND length(hash) = ?", (article, PAGE_HASH)).fetchall()
    database.words.change([Change(article, row(shown), None)])
    for table in ("correction", "annotation", "key"):
        run(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - of constants
    run("DELETE FROM capture WHERE article = ?", (article,))
    run("DELETE FROM article WHERE id = ?", (article,))
    removed: list[bytes] = []
    for content, digest in contents:
        run(_UNUSED_READINGS, (content,))
        if run(_UNUSED_CONTENT, (content,)).rowcount:
            removed.append(digest)
    # The pages that its records came without stay out, too, unless they are another article's.
    removed += [page for (page,) in pages if not run("SELECT 1 FROM content WHERE sha256 = ?", (page,)).fetchone()]
    removed = sorted(set(removed))
    for digest in removed:
        run("INSERT INTO forgotten VALUES (?, ?)", (digest, takedown))
    return Forgotten(tuple([digest.hex() for digest in removed]), reason, moment_at(microseconds(now)))
