"""Looking after the archive: what is in it, whether it is whole, backups and takedowns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive import indexing, results
from dateline.archive.check import Check
from dateline.archive.codec import printable
from dateline.archive.copying import sketch_of
from dateline.archive.forgetting import forget
from dateline.archive.outlets import Outlet, outlets
from dateline.archive.saved import forget_numbers
from dateline.archive.sql.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Upkeep(Parts):
    """Counts and outlets, checks and backups, takedowns."""

    def outlets(self) -> tuple[Outlet, ...]:
        """See `Archive.outlets`."""
        with self._database.reading():
            return outlets(self._database)

    def counts(self) -> results.Counts:
        """See `Archive.counts`."""
        with self._database.reading():
            return self._lookup.counts()

    def check(self) -> Iterator[results.Problem]:
        """See `Archive.check`."""
        with self._database.told():
            yield from Check(self._database, self._codec).problems()

    def forget(self, id: str, *, reason: str) -> results.Forgotten:  # noqa: A002
        """See `Archive.forget`."""
        with self._database.writing():
            article = self._lookup.find(id).article
            shown = self._writer.shown(article)
            self._ledger.forget(article)
            self._writer.copies.drop(article, sketch_of(shown, indexing.body(shown)))
            gone = forget(self._database, article, shown, reason=printable(reason), now=self._clock())
            forget_numbers(self._database)
        with self._database.told():
            self._database.sweep()
        return gone

    def forgotten(self) -> Iterator[results.Forgotten]:
        """See `Archive.forgotten`."""
        with self._database.reading():
            found = self._lookup.forgotten()
        yield from found

    def backup(self, folder: Path) -> None:
        """See `Archive.backup`."""
        with self._database.told():
            self._database.backup(folder)
