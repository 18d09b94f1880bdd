"""Annotations in the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.archive.annotations import Annotation, Passage
from dateline.archive.codec import microseconds, moment_at, text_column
from dateline.errors import NotFoundError
from dateline.records import Span

if TYPE_CHECKING:
    from datetime import datetime

    from dateline.archive.annotations import State
    from dateline.archive.engine.database import Database

_COLUMNS = (
    "SELECT n.id, n.uri, b.sha256, n.first, n.last, n.exact, n.prefix, n.suffix, n.body, n.author, n.at, n.state, n.moderated_at "
    "FROM annotation n JOIN content b ON b.id = n.content "
)
# How many annotations are listed at a time; between them no transaction is open.
_LISTED_AT_ONCE = 256


class Annotator:
    """Keeps, moderates and lists; the caller holds a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._run = database.run

    def add(self, article: int, content: int, new: Annotation) -> Annotation:
        """Keep an annotation of a content of an article; its number is given here."""
        place: tuple[object, ...] = (None,) * 5
        if (at := new.passage) is not None:
            place = (at.span.start, at.span.end, *map(text_column, (at.exact, at.prefix, at.suffix)))
        number = self._database.insert(
            "INSERT INTO annotation (article, uri, content, first, last, exact, prefix, suffix, body, author, at, state) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article, text_column(new.article), content, *place, new.body, new.by, microseconds(new.at), new.state),
        )
        return self.one(number)

    def moderate(self, number: int, state: State, now: datetime) -> Annotation:
        """Show or hide an annotation."""
        self._run("UPDATE annotation SET state = ?, moderated_at = ? WHERE id = ?", (state, microseconds(now), number))
        return self.one(number)

    def one(self, number: int) -> Annotation:
        """An annotation by its number."""
        row = self._run(_COLUMNS + "WHERE n.id = ?", (number,)).fetchone()
        if row is None:
            raise NotFoundError("there is no annotation of this number", subject=str(number))
        return _annotation(row)

    def page(self, article: int | None, state: State | None, before: int | None) -> list[Annotation]:
        """The next annotations, the latest first."""
        clauses, parameters = ["n.id < ?"], list[object]([2**62 if before is None else before])
        for column, value in (("article", article), ("state", state)):
            if value is not None:
                clauses.append(f"n.{column} = ?")
                parameters.append(value)
        statement = f"{_COLUMNS}WHERE {' AND '.join(clauses)} ORDER BY n.id DESC LIMIT {_LISTED_AT_ONCE}"
        return [_annotation(row) for row in self._run(statement, parameters).fetchall()]


def _annotation(row: tuple[Any, ...]) -> Annotation:
    number, uri, digest, first, last, exact, prefix, suffix, body, by, at, state, moderated_at = row
    return Annotation(
        id=number,
        article=uri,
        capture=digest.hex(),
        passage=None if first is None else Passage(Span(first, last), exact, prefix, suffix),
        body=body,
        by=by,
        at=moment_at(at),
        state=state,
        moderated_at=None if moderated_at is None else moment_at(moderated_at),
    )
