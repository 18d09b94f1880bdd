"""The full-text index in SQLite: FTS5, fed with pre-cut text."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from dateline.archive.indexing import ALL
from dateline.archive.query import And, Everything, Node, Not, Or, Term, Value
from dateline.archive.results import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.archive.indexing import Row

_PUT = "INSERT INTO words (rowid, headline, byline, body, tags) VALUES (?, ?, ?, ?, ?)"
_TAKE_OUT = "INSERT INTO words (words, rowid, headline, byline, body, tags) VALUES ('delete', ?, ?, ?, ?, ?)"


class Fts5:
    """`Words` in SQLite."""

    ids = "SELECT id FROM words_docsize"
    # Weight of a word in the headline, the byline and the body for the order by relevance; tags only select.
    # A word in a headline tells more than one in the body; the number is customary, not measured.
    score = "bm25(words, 5.0, 2.0, 1.0, 0.0)"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def found(self, tree: Node) -> tuple[str, str, list[str | int]]:
        """See `Words.found`."""
        return "words CROSS JOIN article a ON a.id = words.rowid", "words MATCH ?", [match(tree)]

    def put(self, article: int, row: Row) -> None:
        """See `Words.put`."""
        self._run(_PUT, (article, *row))

    def take_out(self, article: int, row: Row) -> None:
        """See `Words.take_out`; the table keeps no text of its own, and has to be told what to remove."""
        self._run(_TAKE_OUT, (article, *row))

    def problems(self, entries: Iterator[tuple[int, Row]]) -> Iterator[Problem]:  # noqa: ARG002 - it cannot be asked what it holds
        """See `Words.problems`. The index looks over itself, and only where it may write."""
        try:
            self._run("INSERT INTO words (words) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
                yield Problem("index", "words", "the full-text index is damaged")
            elif error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise


def match(tree: Node) -> str:
    """A query tree as an expression of FTS5's."""
    match tree:
        case Everything():
            return f'"{ALL}"'
        case Value(field, value, prefix):
            return _sequence([f":{field}:{value}"], prefix)
        case Term(found, prefix, None):
            return _sequence(found, prefix)
        case Term(found, prefix, ("headline" | "byline") as field):
            return f"{field} : {_sequence(found, prefix)}"
        case Term(found, prefix, field):
            return _sequence([f":{field}:{token}" for token in found], prefix)
        case Or(parts):
            return f"({' OR '.join([match(part) for part in parts])})"
        case And(parts):
            kept = [match(part) for part in parts if not isinstance(part, Not)]
            return _but_not(kept, [match(part.part) for part in parts if isinstance(part, Not)])
        case Not(part):
            return _but_not([], [match(part)])


def _but_not(kept: list[str], excluded: list[str]) -> str:
    """FTS5 knows NOT only between two: what is kept, or everything, and what is not."""
    some = " AND ".join(kept or [f'"{ALL}"'])
    if not excluded:
        return f"({some})"
    some = f"({some})" if len(kept) > 1 else some
    return f"({some} NOT {excluded[0] if len(excluded) == 1 else '(' + ' OR '.join(excluded) + ')'})"


def _sequence(found: Iterable[str], prefix: bool) -> str:
    return f'"{" ".join(found)}"{" *" if prefix else ""}'
