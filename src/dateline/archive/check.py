"""Whether an archive is whole: the database, hashes, records, spans and references."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from dateline.archive.results import Problem
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.archive.codec import Codec
    from dateline.records import Article, Span

# How many rows are read at a time; between them no transaction is open, so that others can write while it runs.
_ROWS = 200
# How many complaints of SQLite's are passed on; there are none, or far too many to read.
_COMPLAINTS = 20

# What can be wrong with references, and a query for the rows where it is.
_REFERENCES = {
    "reading without its content": "SELECT id FROM reading WHERE content NOT IN (SELECT id FROM content)",
    "capture without its content": "SELECT id FROM capture WHERE content NOT IN (SELECT id FROM content)",
    "capture without its reading": "SELECT id FROM capture WHERE reading NOT IN (SELECT id FROM reading)",
    "capture without its article": "SELECT id FROM capture WHERE article NOT IN (SELECT id FROM article)",
    "article whose capture is missing": (
        "SELECT a.id FROM article a LEFT JOIN capture c ON c.id = a.capture WHERE c.article IS NOT a.id"
    ),
    "article that shows a poor capture": "SELECT a.id FROM article a JOIN capture c ON c.id = a.capture WHERE c.version IS NULL",
    "article that nothing leads to": "SELECT id FROM article WHERE id NOT IN (SELECT article FROM key)",
    "key of no article": "SELECT DISTINCT article FROM key WHERE article NOT IN (SELECT id FROM article)",
    "article that is not in the index": "SELECT id FROM article WHERE id NOT IN (SELECT id FROM words_docsize)",
    "index entry of no article": "SELECT id FROM words_docsize WHERE id NOT IN (SELECT id FROM article)",
    "content that no capture has": "SELECT id FROM content WHERE id NOT IN (SELECT content FROM capture)",
    "copy of no article": "SELECT article FROM copy_text WHERE article NOT IN (SELECT id FROM article)",
    "mark of a copy that is not there": "SELECT DISTINCT article FROM copy_band WHERE article NOT IN (SELECT article FROM copy_text)",
    "copy that has no other": "SELECT min(article) FROM copy_text WHERE family IS NOT NULL GROUP BY family HAVING count(*) = 1",
    "group of copies that is not called by its first": (
        "SELECT min(article) FROM copy_text WHERE family IS NOT NULL GROUP BY family HAVING family <> min(article)"
    ),
    "forgotten hash without its takedown": "SELECT takedown FROM forgotten WHERE takedown NOT IN (SELECT id FROM takedown)",
}


class Check:
    """Walks the whole archive and tells what is wrong with it; nothing is changed."""

    def __init__(self, connection: sqlite3.Connection, codec: Codec) -> None:
        self._run = connection.execute
        self._codec = codec

    def problems(self) -> Iterator[Problem]:
        """Every problem, the gravest first."""
        for (complaint,) in self._run(f"PRAGMA integrity_check({_COMPLAINTS})").fetchall():
            if complaint != "ok":
                yield Problem("database", "archive.sqlite", complaint)
        yield from self._index()
        for name, statement in _REFERENCES.items():
            for (number,) in self._run(statement).fetchall():
                yield Problem("reference", f"row {number}", name)
        yield from self._each("SELECT id, sha256, size, bytes FROM content WHERE id > ? ORDER BY id LIMIT ?", self._content)
        yield from self._each(
            "SELECT r.id, b.sha256, r.record FROM reading r JOIN content b ON b.id = r.content "
            "WHERE r.id > ? ORDER BY r.id LIMIT ?",
            self._reading,
        )

    def _index(self) -> Iterator[Problem]:
        """The index looks over itself only where it may write."""
        try:
            self._run("INSERT INTO words (words) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
                yield Problem("index", "words", "the full-text index is damaged")
            elif error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise

    def _each(self, statement: str, look: Callable[..., Iterator[Problem]]) -> Iterator[Problem]:
        after = 0
        while rows := self._run(statement, (after, _ROWS)).fetchall():
            for _, *columns in rows:
                yield from look(*columns)
            after = rows[-1][0]

    def _content(self, digest: bytes, size: int, packed: bytes) -> Iterator[Problem]:
        try:
            content = self._codec.unpack(packed)
        except ArchiveError:
            yield Problem("content", digest.hex(), "its bytes do not unpack")
            return
        if len(content) != size or sha256(content).digest() != digest:
            yield Problem("content", digest.hex(), "its bytes are not those of its hash")

    def _reading(self, digest: bytes, packed: bytes) -> Iterator[Problem]:
        try:
            article = self._codec.article(packed)
        except (ArchiveError, msgspec.MsgspecError):
            yield Problem("reading", digest.hex(), "its record cannot be read")
            return
        if article.capture != digest.hex():
            yield Problem("reading", digest.hex(), f"its record is of capture {article.capture}")
        for place, span, text in _spans(article):
            if not 0 <= span.start <= span.end <= len(article.text) or span.of(article.text) != text:
                yield Problem("span", article.uri, f"{place} is not what stands at {span.start} to {span.end}")


def _spans(article: Article) -> Iterator[tuple[str, Span, str]]:
    """What says that it stands on the page, where, and what should stand there."""
    for number, paragraph in enumerate(article.body):
        yield f"body[{number}]", paragraph.span, paragraph.text
    for number, evidence in enumerate(article.evidence):
        if evidence.span is not None:
            yield f"evidence[{number}] of {evidence.field}", evidence.span, evidence.raw
    for number, comment in enumerate(article.comments):
        yield f"comments[{number}]", comment.span, comment.text
    for number, link in enumerate(article.links):
        yield f"links[{number}]", link.span, link.text
