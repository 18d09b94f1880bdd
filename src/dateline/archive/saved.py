"""Saved searches: kept by name, and run again for what is new since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from dateline.archive.codec import microseconds, moment_at, storable
from dateline.archive.results import SavedSearch
from dateline.archive.searching import Search, numbers
from dateline.archive.snippets import Lookout
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import datetime

    from dateline.archive.engine.database import Database
    from dateline.archive.results import Hit
    from dateline.archive.searching import Searcher

_LONGEST_NAME = 100
# Hits that are read in one transaction; what was handed out of them is marked in one, too.
_AT_ONCE = 100

_COLUMNS = "name, query, first, last, outlet, saved_at, run_at, newest"


class SavedSearches:
    """The saved searches of an archive. It holds transactions of its own, since a run of one may take long."""

    def __init__(self, database: Database, searcher: Searcher) -> None:
        self._database = database
        self._run = database.run
        self._searcher = searcher

    def save(self, search: SavedSearch, *, replace: bool) -> SavedSearch:
        """Keep a search; raises `QueryError` when it does not parse, `ArchiveError` for a name that is taken or none."""
        search = structs.replace(search, query=storable(search.query), outlet=search.outlet and storable(search.outlet))
        _of(search)
        if not search.name.isprintable() or not search.name.strip() or len(search.name) > _LONGEST_NAME:
            raise ArchiveError(f"a name is one line of at most {_LONGEST_NAME} characters", subject=search.name)
        values = (search.query, search.from_, search.to, search.outlet, microseconds(search.saved_at))
        with self._database.writing():
            if self._row(search.name) is None:
                statement = (
                    "INSERT INTO saved_search (query, first, last, outlet, saved_at, newest, name) VALUES (?, ?, ?, ?, ?, 0, ?)"
                )
            elif replace:
                statement = (
                    "UPDATE saved_search SET query = ?, first = ?, last = ?, outlet = ?, saved_at = ?, run_at = NULL, newest = 0 "
                    "WHERE name = ?"
                )
            else:
                raise ArchiveError("there is a saved search of this name; replace it, or give another name", subject=search.name)
            self._run(statement, (*values, search.name))
        return search

    def all(self) -> list[SavedSearch]:
        """The saved searches by name, each with the count of what is new."""
        with self._database.reading():
            rows = self._run(f"SELECT {_COLUMNS} FROM saved_search ORDER BY name").fetchall()  # noqa: S608 - of constants
            return [self._counted(*row) for row in rows]

    def remove(self, name: str) -> None:
        """Drop a search; raises `ArchiveError` when there is none."""
        with self._database.writing():
            self._known(name)
            self._run("DELETE FROM saved_search WHERE name = ?", (name,))

    def new(self, name: str, now: datetime, *, mark: bool) -> Generator[Hit]:
        """What was added since the search was last run, in the order of adding; raises `ArchiveError` when there is no such search."""
        with self._database.reading():
            search, after = self._known(name)
        return self._given(search, after, now if mark else None)

    def _given(self, search: SavedSearch, after: int, marked: datetime | None) -> Generator[Hit]:
        """The hits after a number; what was handed out is marked as seen at that time."""
        parsed = _of(search)
        lookout = Lookout(parsed.tree)
        seen = after
        while found := self._numbers(parsed, seen):
            for at in range(0, len(found), _AT_ONCE):
                hits = self._hits(found[at : at + _AT_ONCE], lookout)
                try:
                    for number, hit in hits:
                        seen = number
                        yield hit
                finally:
                    self._mark(search.name, seen, marked)
            seen = found[-1]
        self._mark(search.name, seen, marked)

    def _numbers(self, search: Search, after: int) -> list[int]:
        with self._database.reading():
            return numbers(self._run, self._database.words, search, after=after)

    def _hits(self, found: list[int], lookout: Lookout) -> list[tuple[int, Hit]]:
        """Those that were not taken down meanwhile."""
        with self._database.reading():
            there = [number for number in found if self._run("SELECT 1 FROM article WHERE id = ?", (number,)).fetchone()]
            return [(number, self._searcher.hit(number, 0.0, lookout)) for number in there]

    def _mark(self, name: str, newest: int, at: datetime | None) -> None:
        if at is None:
            return
        with self._database.writing():
            self._run("UPDATE saved_search SET newest = ?, run_at = ? WHERE name = ?", (newest, microseconds(at), name))

    def _known(self, name: str) -> tuple[SavedSearch, int]:
        row = self._row(name)
        if row is None:
            raise ArchiveError(
                "there is no saved search of this name; `dateline searches list` shows those there are", subject=name
            )
        return _saved(*row), row[-1]

    def _row(self, name: str) -> tuple[str, str, str | None, str | None, str | None, int, int | None, int] | None:
        row = self._run(f"SELECT {_COLUMNS} FROM saved_search WHERE name = ?", (storable(name),)).fetchone()  # noqa: S608 - of constants
        return None if row is None else tuple(row)

    def _counted(self, *row: *tuple[str, str, str | None, str | None, str | None, int, int | None, int]) -> SavedSearch:
        found = _of(_saved(*row)).found(self._database.words, "times")
        (new,) = self._run(f"SELECT count(*) {found.source} AND a.id > ?", [*found.parameters, row[-1]]).fetchone()
        return _saved(*row, new=new)


def bound_text(bound: str | date | None) -> str | None:
    """A bound as it is kept."""
    return bound.isoformat() if isinstance(bound, date) else bound


def forget_numbers(database: Database) -> None:
    """Let what comes next be new, after articles were removed: the numbers of the newest may be given again."""
    newest = "(SELECT coalesce(max(id), 0) FROM article)"
    database.run(f"UPDATE saved_search SET newest = {newest} WHERE newest > {newest}")  # noqa: S608 - of constants


def _saved(
    name: str,
    query: str,
    first: str | None,
    last: str | None,
    outlet: str | None,
    saved_at: int,
    run_at: int | None,
    _newest: int,
    *,
    new: int = 0,
) -> SavedSearch:
    return SavedSearch(
        name=name,
        query=query,
        from_=first,
        to=last,
        outlet=outlet,
        saved_at=moment_at(saved_at),
        run_at=None if run_at is None else moment_at(run_at),
        new=new,
    )


def _of(search: SavedSearch) -> Search:
    return Search.of(search.query, search.from_, search.to, search.outlet)
