"""The full-text index in SQLite: FTS5, fed with pre-cut text."""

from __future__ import annotations

import sqlite3
from operator import itemgetter
from typing import TYPE_CHECKING

from dateline.archive.engine.database import UNSCORED, Found
from dateline.archive.engine.shelves import EVERYWHERE, FreePlaces, Places, places_within, shelf
from dateline.archive.engine.weighing import insists_on, is_all_of, words_sought
from dateline.archive.indexing import ALL
from dateline.archive.query import And, Everything, Node, Not, Or, Term, Value
from dateline.archive.results import Problem
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.archive.engine.database import Columns, Run, RunMany
    from dateline.archive.indexing import Change, Row
    from dateline.archive.within import Within

_PUT = "INSERT INTO words (rowid, headline, byline, body, tags) VALUES (?, ?, ?, ?, ?)"
# The table keeps no text of its own, and has to be told what to remove.
_TAKE_OUT = "INSERT INTO words (words, rowid, headline, byline, body, tags) VALUES ('delete', ?, ?, ?, ?, ?)"
_SHELVE = 'INSERT INTO shelved (place, id, time, first, last, "offset") VALUES (?, ?, ?, ?, ?, ?)'
_MISPLACED = (
    "SELECT s.id FROM shelved s JOIN article a ON a.id = s.id "
    'WHERE (s.time, s.first, s.last, s."offset") IS NOT (a.time, a.first, a.last, a."offset")'
)
_UNKNOWN = "SELECT id FROM words_docsize WHERE id NOT IN (SELECT place FROM shelved)"

# Weight of a word in the headline, the byline and the body for the order by relevance; tags only select.
# A word in a headline tells more than one in the body; the number is customary, not measured.
_SCORE = "bm25(words, 5.0, 2.0, 1.0, 0.0)"

# A word is common that stands in a fourth of so many articles, those before the end of the dates that are asked for. An archive that
# holds fewer has no common words.
_SAMPLE = 4_096
_COMMON = _SAMPLE // 4

_JOINED: dict[Columns, str] = {
    "none": "",
    "times": " CROSS JOIN shelved a ON a.place = words.rowid",
    "all": " CROSS JOIN shelved s ON s.place = words.rowid CROSS JOIN article a ON a.id = s.id",
}


class Fts5:
    """`Words` in SQLite."""

    ids = "SELECT id FROM shelved WHERE place IN (SELECT id FROM words_docsize)"

    def __init__(self, run: Run, run_many: RunMany) -> None:
        self._run = run
        self._many = run_many

    def found(self, tree: Node, within: Within, columns: Columns, *, ranked: bool = False) -> Found:
        """See `Words.found`."""
        places = places_within(within, self._run)
        telling = self._telling(tree, places) if ranked else []
        clauses, parameters = ["words MATCH ?"], list[str | int]([match(tree)])
        score = _SCORE if telling else UNSCORED
        if telling and not is_all_of(tree, telling) and insists_on(tree, telling):
            # Scores are of all that is matched: so what only selects is matched apart.
            clauses = ["words MATCH ?", "+words.rowid IN (SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?)"]
            parameters = [match(Or(tuple(telling))), *parameters, *places]
        if places != EVERYWHERE:
            clauses.append("words.rowid BETWEEN ? AND ?")
            parameters += places
        if within:
            columns = "times" if columns == "none" else columns
            bounds, numbers = within.clauses("s" if columns == "all" else "a")
            clauses += bounds
            parameters += numbers
        return Found(f"FROM words{_JOINED[columns]} WHERE {' AND '.join(clauses)}", parameters, score)

    def _telling(self, tree: Node, places: Places) -> list[Term]:
        """The words that are looked for and are not common."""
        sought = list(dict.fromkeys(words_sought(tree)))
        sample = self._sample(places) if sought else None
        if sample is None:
            return sought
        statement = "SELECT count(*) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
        counts = [self._run(statement, (match(term), *sample)).fetchone()[0] for term in sought]
        return [term for term, count in zip(sought, counts, strict=True) if count < _COMMON]

    def _sample(self, places: Places) -> Places | None:
        """The places of so many articles before the last of these, or of the earliest; None where there are not so many."""
        statement = "SELECT place FROM shelved WHERE place <= ? ORDER BY place DESC LIMIT 1 OFFSET ?"
        if first := self._run(statement, (places.last, _SAMPLE - 1)).fetchone():
            return Places(first[0], places.last)
        last = self._run("SELECT place FROM shelved ORDER BY place LIMIT 1 OFFSET ?", (_SAMPLE - 1,)).fetchone()
        return last and Places(EVERYWHERE.first, last[0])

    def change(self, changes: Sequence[Change]) -> None:
        """See `Words.change`. FTS5 writes out what it gathered whenever a rowid comes that is lower than the one before."""
        free = FreePlaces(self._run)
        shelved: dict[int, tuple[int | None, ...]] = {}
        places: dict[int, int] = {}
        steps: list[tuple[int, str, Row]] = []
        for article, before, after in changes:
            if before is not None:
                place = places.pop(article, None) or self._place(article)
                if shelved.pop(place, None) is None:
                    self._run("DELETE FROM shelved WHERE place = ?", (place,))
                steps.append((place, _TAKE_OUT, before))
            if after is not None:
                place = places[article] = free.on(shelf(after.times.first))
                shelved[place] = (place, article, *after.times)
                steps.append((place, _PUT, after))
        self._many(_SHELVE, sorted(shelved.values()))
        for place, statement, row in sorted(steps, key=itemgetter(0)):
            self._run(statement, (place, row.headline, row.byline, row.body, row.tags))

    def _place(self, article: int) -> int:
        row = self._run("SELECT place FROM shelved WHERE id = ?", (article,)).fetchone()
        if row is None:
            raise ArchiveError("the full-text index lacks an article; `dateline transfer` to a new folder makes the index anew")
        return int(row[0])

    def problems(self, entries: Iterator[tuple[int, Row]]) -> Iterator[Problem]:  # noqa: ARG002 - it cannot be asked what it holds
        """See `Words.problems`. The index looks over itself, and only where it may write."""
        try:
            self._run("INSERT INTO words (words) VALUES ('integrity-check')", ())
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
                yield Problem("index", "words", "the full-text index is damaged")
            elif error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
        for statement, what in ((_MISPLACED, "its times are not those of the article"), (_UNKNOWN, "it is of no article")):
            for (number,) in self._run(statement, ()).fetchall():
                yield Problem("index", f"row {number}", f"the full-text index is damaged: {what}")


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
