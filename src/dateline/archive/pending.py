"""Rows that a transaction writes together at its end, or when somebody is about to look for them.

A batch of articles puts hashes all over the indexes of two tables. Written one after another they touch each part of an index many times;
written together, in order, once. And a server is sent one statement instead of hundreds.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.archive.engine.database import RunMany


class Pending:
    """Rows that wait, by the statement that writes each; statements run in the order in which they were first given."""

    def __init__(self, run_many: RunMany) -> None:
        self._many = run_many
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._hashes: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Let rows wait. Their first columns, which order them, are comparable and tell different rows apart."""
        self._rows.setdefault(statement, []).extend(rows)

    def add_hashes(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """The same for a table in the order of hashes: the more of its rows are written at once, the less it takes."""
        self._hashes.setdefault(statement, []).extend(rows)

    def write(self, *, hashes: bool = True) -> None:
        """Write what waits; without `hashes` those go on waiting."""
        for statement, rows in self._rows.items():
            rows.sort()
            self._many(statement, rows)
        self._rows.clear()
        if hashes:
            for statement, rows in self._hashes.items():
                rows.sort()
                self._many(statement, rows)
            self._hashes.clear()

    @contextmanager
    def written(self) -> Iterator[None]:
        """Within the caller's transaction: what comes to wait is written at the end. After an error it is dropped, as the transaction is."""
        try:
            yield
            self.write()
        finally:
            self._rows.clear()
            self._hashes.clear()
