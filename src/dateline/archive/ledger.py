"""The ledger in the tables: what articles say, followed through their versions, and the outcomes that people set.

An article's statements are read anew when a version came or a reading changed, or another reader is asked; that decides nothing
about outcomes. The caller holds the transactions.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from dateline.archive import restating
from dateline.archive.codec import microseconds, moment_at
from dateline.archive.following import Thread, match
from dateline.archive.lookup import Found
from dateline.errors import NotFoundError
from dateline.statements.told import DATED, Entry, Outcome, Telling, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.archive.engine.database import Database
    from dateline.archive.lookup import Lookup
    from dateline.records import Article
    from dateline.statements.told import StatementFilter

# The day of what has none: it comes after all others.
NO_DAY = "9999-99-99"
# How many entries are read at a time, and articles looked up.
_ROWS = 200
_tellings = msgspec.json.Decoder(tuple[Telling, ...])

_ENTRY = (
    "SELECT s.id, s.article, s.place, s.state, s.day, s.restated, s.tellings, c.reading, "
    "(SELECT count(*) FROM statement o WHERE o.restated = s.restated) FROM statement s JOIN article a ON a.id = s.article "
    "JOIN capture c ON c.id = a.capture "
)
_OUTCOMES = "SELECT outcome, remark, source, due, who, at FROM outcome WHERE statement = ? ORDER BY id"


class VersionRead(NamedTuple):
    """A version of an article: its number in order of time, and the newest reading that shows it with its record."""

    number: int
    reading: int
    record: Article


class Ledger:
    """Reads and writes statements on one connection."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self._database = database
        self._run = database.run
        self._lookup = lookup

    def stale(self, reader: str) -> Iterator[list[int]]:
        """The articles whose statements this reader has not read as the article is now, a few at a time."""
        after = 0
        while page := self._run(
            "SELECT a.id FROM article a LEFT JOIN ledger l ON l.article = a.id "
            "WHERE a.id > ? AND (l.reader IS NULL OR l.reader != ?) ORDER BY a.id LIMIT ?",
            (after, reader, _ROWS),
        ).fetchall():
            yield [article for (article,) in page]
            after = page[-1][0]

    def versions(self, article: int) -> list[VersionRead]:
        """The versions of an article in order of time, with what people set right in them."""
        return [
            VersionRead(number, one, self._lookup.shown(Found(article, one)))
            for number, one in enumerate(self.readings(article), 1)
        ]

    def readings(self, article: int) -> list[int]:
        """The newest reading of each version of an article, in order of time."""
        rows = self._run(
            "SELECT version, reading FROM capture WHERE article = ? AND version IS NOT NULL ORDER BY at, id", (article,)
        ).fetchall()
        return list(dict(rows).values())

    def keep(self, article: int, threads: Sequence[Thread], reader: str) -> None:
        """Make the article's statements these; what was known keeps its id, and what has an outcome stays."""
        rows = self._run("SELECT id, tellings FROM statement WHERE article = ? ORDER BY id", (article,)).fetchall()
        known = [_tellings.decode(tellings) for _, tellings in rows]
        ids = {new: rows[old][0] for old, new in match([each[-1] for each in known], [each.tellings[-1] for each in threads])}
        for place, thread in enumerate(threads):
            self._put(article, place, thread, ids.get(place))
        kept = set(ids.values())
        self._drop([number for number, _ in rows if number not in kept])
        self._run("DELETE FROM ledger WHERE article = ?", (article,))
        self._run("INSERT INTO ledger (article, reader) VALUES (?, ?)", (article, reader))

    def _put(self, article: int, place: int, thread: Thread, known: int | None) -> None:
        """Insert a statement or bring it up to date."""
        told = thread.tellings[-1]
        statement = told.statement
        moved = None if known is None else self._moved(known)
        columns = (
            *(place, statement.kind, folded(statement.speaker_name or ""), moved or _day(told.day), thread.state),
            msgspec.json.encode(thread.tellings),
        )
        if known is None:
            number = self._database.insert(
                "INSERT INTO statement (article, place, kind, speaker, day, state, tellings, restated) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                (article, *columns),
            )
        else:
            number = known
            self._run(
                "UPDATE statement SET place = ?, kind = ?, speaker = ?, day = ?, state = ?, tellings = ? WHERE id = ?",
                (*columns, known),
            )
        keys = set(restating.keys(told))
        had = {bytes(key) for (key,) in self._run("SELECT hash FROM statement_key WHERE statement = ?", (number,)).fetchall()}
        if known is None or had != keys:
            self._regroup(number, told, keys)

    def _regroup(self, number: int, told: Telling, keys: set[bytes]) -> None:
        """Put a statement beside those that say the same."""
        self._leave_group([number])
        self._run("DELETE FROM statement_key WHERE statement = ?", (number,))
        group = number
        for key in sorted(keys):
            for restated, tellings in self._run(
                "SELECT s.restated, s.tellings FROM statement_key k JOIN statement s ON s.id = k.statement "
                "WHERE k.hash = ? AND s.id != ? ORDER BY s.id LIMIT ?",
                (key, number, _ROWS),
            ).fetchall():
                if restated < group and restating.restates(_tellings.decode(tellings)[-1], told):
                    group = restated
        self._run("UPDATE statement SET restated = ? WHERE id = ?", (group, number))
        self._database.run_many(
            "INSERT INTO statement_key (hash, statement) VALUES (?, ?)", [(key, number) for key in sorted(keys)]
        )

    def _leave_group(self, numbers: Sequence[int]) -> None:
        """Let the next one lead the groups that these statements lead."""
        for number in numbers:
            heir = self._run("SELECT min(id) FROM statement WHERE restated = ? AND id != ?", (number, number)).fetchone()[0]
            if heir is not None:
                self._run("UPDATE statement SET restated = ? WHERE restated = ? AND id != ?", (heir, number, number))

    def _drop(self, numbers: Sequence[int]) -> None:
        """Remove statements that are no longer read, but for those that somebody set an outcome of."""
        for number in numbers:
            if self._run("SELECT 1 FROM outcome WHERE statement = ? LIMIT 1", (number,)).fetchone():
                self._run("UPDATE statement SET state = 'unread' WHERE id = ?", (number,))
            else:
                self._remove(number)

    def _remove(self, number: int) -> None:
        self._leave_group([number])
        self._run("DELETE FROM statement_key WHERE statement = ?", (number,))
        self._run("DELETE FROM outcome WHERE statement = ?", (number,))
        self._run("DELETE FROM statement WHERE id = ?", (number,))

    def forget(self, article: int) -> None:
        """Remove all that an article says, and what was made of it."""
        for (number,) in self._run("SELECT id FROM statement WHERE article = ?", (article,)).fetchall():
            self._remove(number)
        self._run("DELETE FROM ledger WHERE article = ?", (article,))

    def entry(self, number: int) -> Entry:
        """One statement; raises `ArchiveError` when there is none."""
        row = self._run(f"{_ENTRY} WHERE s.id = ?", (number,)).fetchone()
        if row is None:
            raise NotFoundError("there is no such statement; `dateline statements` shows their numbers", subject=str(number))
        return self._entry(row, {})

    def page(self, wanted: StatementFilter, after: tuple[str, int] | None) -> tuple[list[Entry], tuple[str, int] | None]:
        """Some of the statements that are wanted, by the day they fall due, and where to go on."""
        clauses, parameters = self._clauses(wanted)
        if after is not None:
            clauses.append("(s.day, s.id) > (?, ?)")
            parameters += after
        where = f"WHERE {' AND '.join(clauses)} " if clauses else ""
        rows = self._run(f"{_ENTRY}{where}ORDER BY s.day, s.id LIMIT ?", (*parameters, _ROWS)).fetchall()
        shown: dict[int, Article] = {}
        return [self._entry(row, shown) for row in rows], (rows[-1][4], rows[-1][0]) if len(rows) == _ROWS else None

    def place_of(self, number: int) -> tuple[str, int]:
        """Where a statement stands in the order of the list; raises `ArchiveError` when there is none."""
        entry = self.entry(number)
        return _day(entry.day), number

    def _clauses(self, wanted: StatementFilter) -> tuple[list[str], list[object]]:
        """The conditions of a filter and their parameters."""
        found: list[tuple[str, list[object]]] = []
        if wanted.article is not None:
            found.append(("s.article = ?", [self._lookup.find(wanted.article).article]))
        if wanted.speaker is not None:
            name = folded(wanted.speaker)
            for sign in "\\%_":
                name = name.replace(sign, f"\\{sign}")
            found.append(("s.speaker LIKE ? ESCAPE '\\'", [f"%{name}%"]))
        kinds: tuple[str, ...] = wanted.kinds or (DATED if wanted.status else ())
        if kinds:
            found.append((f"s.kind IN ({', '.join('?' * len(kinds))})", list(kinds)))
        if wanted.due_from is not None:
            found.append(("s.day >= ?", [_day(wanted.due_from)]))
        if wanted.due_from is not None or wanted.due_to is not None:
            found.append(("s.day <= ?", [_day(wanted.due_to or date.max)]))
        if wanted.outlet is not None:
            found.append(("a.outlet = ?", [wanted.outlet]))
        if wanted.group is not None:
            found.append(("s.restated = ?", [self.entry(wanted.group).group]))
        if wanted.status is not None:
            found.append(_status_clause(wanted))
        return [clause for clause, _ in found], [value for _, values in found for value in values]

    def _entry(self, row: Sequence[Any], articles: dict[int, Article]) -> Entry:
        """The entry of a row; `articles` holds the records unpacked so far."""
        number, article, _, state, day, restated, tellings, reading, alike = row
        told = _tellings.decode(tellings)
        shown = articles[article] = articles.get(article) or self._lookup.shown(Found(article, reading))
        outcomes = self.outcomes(number)
        return Entry(
            id=number,
            article=shown.uri,
            outlet=shown.outlet,
            url=shown.url,
            headline=shown.headline,
            published=shown.published,
            state=state,
            tellings=told,
            day=None if day == NO_DAY else date.fromisoformat(day),
            group=restated,
            restated=alike - 1,
            within=self._within(article, told[-1], state),
            outcome=outcomes[-1] if outcomes else None,
        )

    def _within(self, article: int, told: Telling, state: str) -> int | None:
        """The id of the attribution that a statement stands in: the place of one that is there is its index in the reading."""
        if told.statement.within is None or state in ("gone", "unread"):
            return None
        row = self._run(
            "SELECT id FROM statement WHERE article = ? AND place = ? AND state IN ('same', 'changed')",
            (article, told.statement.within),
        ).fetchone()
        return int(row[0]) if row else None

    def source(self, name: str) -> str:
        """What an outcome rests on: the uri of an article of the archive, or any web address; raises `ArchiveError` for neither."""
        if re.fullmatch(r"https?://[^\s/]+\S*", name) and not self._lookup.has(name):
            return name
        return self._lookup.record(self._lookup.find(name).reading).uri

    def set_outcome(self, number: int, outcome: Outcome) -> None:
        """Note what became of a statement, beside what was noted before."""
        self._run(
            "INSERT INTO outcome (statement, outcome, remark, source, due, who, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, outcome.outcome, outcome.remark, outcome.source, outcome.due and outcome.due.isoformat()),
                *(outcome.by, microseconds(outcome.at)),
            ),
        )
        told = self.entry(number).telling
        self._run(
            "UPDATE statement SET day = ?, outcome = ? WHERE id = ?",
            (self._moved(number) or _day(told.day), outcome.outcome, number),
        )

    def outcomes(self, number: int) -> tuple[Outcome, ...]:
        """All that was noted of what became of a statement, in order."""
        return tuple(
            Outcome(
                outcome=kind, remark=remark, source=source, due=date.fromisoformat(due) if due else None, by=who, at=moment_at(at)
            )
            for kind, remark, source, due, who, at in self._run(_OUTCOMES, (number,)).fetchall()
        )

    def _moved(self, number: int) -> str | None:
        """The day that a statement was moved to, if that is what became of it last."""
        outcomes = self.outcomes(number)
        return outcomes[-1].due.isoformat() if outcomes and outcomes[-1].outcome == "moved" and outcomes[-1].due else None


def _day(day: date | None) -> str:
    return NO_DAY if day is None else day.isoformat()


def _status_clause(wanted: StatementFilter) -> tuple[str, list[object]]:
    if wanted.status == "settled":
        return "(s.outcome IS NOT NULL AND s.outcome != 'moved')", []
    sign = "<" if wanted.status == "overdue" else ">="
    return f"(s.outcome IS NULL OR s.outcome = 'moved') AND s.day {sign} ?", [_day(wanted.day)]
