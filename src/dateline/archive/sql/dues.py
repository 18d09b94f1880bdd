"""What articles say and what became of it: statements, and the outcomes that people set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.archive.following import follow
from dateline.archive.sql.parts import Parts
from dateline.statements import told
from dateline.statements.telling import READER, tellings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Dues(Parts):
    """Statements and their outcomes."""

    def update_statements(self) -> Iterator[str]:
        """See `Archive.update_statements`."""
        with self._database.told():
            for page in self._ledger.stale(READER):
                for article in page:
                    with self._database.reading():
                        versions = self._ledger.versions(article)
                    threads = follow([tellings(version.record, version=version.number) for version in versions])
                    with self._database.writing():
                        # What came meanwhile leaves the article for the next time.
                        if self._ledger.readings(article) == [version.reading for version in versions]:
                            self._ledger.keep(article, threads, READER)
                    yield from [version.record.uri for version in versions[-1:]]

    def statements(self, wanted: told.StatementFilter | None = None) -> Iterator[told.Entry]:
        """See `Archive.statements`."""
        wanted = wanted or told.StatementFilter()
        left = wanted.limit
        with self._database.reading():
            after = None if wanted.after is None else self._ledger.place_of(wanted.after)
        while True:
            with self._database.reading():
                page, after = self._ledger.page(wanted, after)
            yield from page if left is None else page[:left]
            left = None if left is None else left - len(page)
            if after is None or (left is not None and left <= 0):
                return

    def statement(self, id: int) -> told.Entry:  # noqa: A002
        """See `Archive.statement`."""
        with self._database.reading():
            return self._ledger.entry(id)

    def set_outcome(
        self,
        id: int,  # noqa: A002
        outcome: told.OutcomeKind,
        *,
        by: str,
        remark: str = "",
        source: str | None = None,
        due: date | None = None,
    ) -> told.Entry:
        """See `Archive.set_outcome`."""
        given = told.outcome(outcome, by=by, remark=remark, due=due, at=self._clock())
        with self._database.writing():
            source = source and self._ledger.source(source)
            self._ledger.set_outcome(id, msgspec.structs.replace(given, source=source or None))
            return self._ledger.entry(id)

    def outcomes(self, id: int) -> tuple[told.Outcome, ...]:  # noqa: A002
        """See `Archive.outcomes`."""
        with self._database.reading():
            self._ledger.entry(id)
            return self._ledger.outcomes(id)
