"""Whether an archive is whole: the database, hashes, records, spans and references."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from dateline.archive import indexing
from dateline.archive.correcting import CorrectedRecords
from dateline.archive.results import Problem
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.archive.codec import Codec
    from dateline.archive.engine.database import Database
    from dateline.archive.indexing import Row
    from dateline.records import Article, Span

# How many rows are read at a time; between them no transaction is open, so that others can write while it runs.
_ROWS = 200

_SHOWN = (
    "SELECT a.id, r.record FROM article a JOIN capture c ON c.id = a.capture JOIN reading r ON r.id = c.reading "
    "WHERE a.id > ? ORDER BY a.id LIMIT ?"
)

# What can be wrong with references, and a query for the rows where it is.
_REFERENCES = {
    "reading without its content": "SELECT id FROM reading x WHERE NOT EXISTS (SELECT 1 FROM content y WHERE y.id = x.content)",
    "capture without its content": "SELECT id FROM capture x WHERE NOT EXISTS (SELECT 1 FROM content y WHERE y.id = x.content)",
    "capture without its reading": "SELECT id FROM capture x WHERE NOT EXISTS (SELECT 1 FROM reading y WHERE y.id = x.reading)",
    "capture without its article": "SELECT id FROM capture x WHERE NOT EXISTS (SELECT 1 FROM article y WHERE y.id = x.article)",
    "article whose capture is missing": (
        "SELECT id FROM article x WHERE NOT EXISTS (SELECT 1 FROM capture y WHERE y.id = x.capture AND y.article = x.id)"
    ),
    "article that shows a poor capture": "SELECT a.id FROM article a JOIN capture c ON c.id = a.capture WHERE c.version IS NULL",
    "article that nothing leads to": "SELECT id FROM article x WHERE NOT EXISTS (SELECT 1 FROM key y WHERE y.article = x.id)",
    "key of no article": "SELECT DISTINCT article FROM key x WHERE NOT EXISTS (SELECT 1 FROM article y WHERE y.id = x.article)",
    "content that no capture has": "SELECT id FROM content x WHERE NOT EXISTS (SELECT 1 FROM capture y WHERE y.content = x.id)",
    "correction of no article": "SELECT id FROM correction x WHERE NOT EXISTS (SELECT 1 FROM article y WHERE y.id = x.article)",
    "correction without its content": "SELECT id FROM correction x WHERE NOT EXISTS (SELECT 1 FROM content y WHERE y.id = x.content)",
    "annotation of no article": "SELECT id FROM annotation x WHERE NOT EXISTS (SELECT 1 FROM article y WHERE y.id = x.article)",
    "annotation without its content": "SELECT id FROM annotation x WHERE NOT EXISTS (SELECT 1 FROM content y WHERE y.id = x.content)",
    "copy of no article": "SELECT article FROM copy_text x WHERE NOT EXISTS (SELECT 1 FROM article y WHERE y.id = x.article)",
    "band of no copy": (
        "SELECT DISTINCT article FROM copy_band x WHERE NOT EXISTS (SELECT 1 FROM copy_text y WHERE y.article = x.article)"
    ),
    "copy without another": "SELECT min(article) FROM copy_text WHERE family IS NOT NULL GROUP BY family HAVING count(*) = 1",
    "copies that are not called by their first": (
        "SELECT min(article) FROM copy_text WHERE family IS NOT NULL GROUP BY family HAVING family <> min(article)"
    ),
    "statement of no article": "SELECT id FROM statement WHERE article NOT IN (SELECT id FROM article)",
    "key of no statement": "SELECT DISTINCT statement FROM statement_key WHERE statement NOT IN (SELECT id FROM statement)",
    "outcome of no statement": "SELECT id FROM outcome WHERE statement NOT IN (SELECT id FROM statement)",
    "ledger of no article": "SELECT article FROM ledger WHERE article NOT IN (SELECT id FROM article)",
    "forgotten hash without its takedown": (
        "SELECT takedown FROM forgotten x WHERE NOT EXISTS (SELECT 1 FROM takedown y WHERE y.id = x.takedown)"
    ),
}


class Check:
    """Walks the whole archive and tells what is wrong with it; nothing is changed."""

    def __init__(self, database: Database, codec: Codec) -> None:
        self._database = database
        self._run = database.run
        self._codec = codec
        self._corrector = CorrectedRecords(database.run, codec)

    def problems(self) -> Iterator[Problem]:
        """Every problem, the gravest first."""
        yield from self._database.problems()
        yield from self._database.words.problems(self._entries())
        entries = self._database.words.ids
        unindexed = {
            "article that is not in the index": f"SELECT id FROM article WHERE id NOT IN ({entries})",  # noqa: S608 - of constants
            "index entry of no article": f"SELECT id FROM ({entries}) AS entry WHERE id NOT IN (SELECT id FROM article)",  # noqa: S608
        }
        for name, statement in (_REFERENCES | unindexed).items():
            for (number,) in self._run(statement).fetchall():
                yield Problem("reference", f"row {number}", name)
        yield from self._each("SELECT id, sha256, size, bytes FROM content WHERE id > ? ORDER BY id LIMIT ?", self._content)
        yield from self._each(
            "SELECT r.id, b.sha256, r.record FROM reading r JOIN content b ON b.id = r.content "
            "WHERE r.id > ? ORDER BY r.id LIMIT ?",
            self._reading,
        )

    def _entries(self) -> Iterator[tuple[int, Row]]:
        """What the index should hold of every article whose record can be read."""
        after = 0
        while rows := self._run(_SHOWN, (after, _ROWS)).fetchall():
            for article, packed in rows:
                try:
                    yield article, indexing.row(self._corrector.corrected(article, self._codec.article(packed)))
                except (ArchiveError, msgspec.MsgspecError):
                    continue  # told of as a reading
            after = rows[-1][0]

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
