"""What the archive holds of one article: the record it shows, its captures, versions and copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.diffing import Diff, diff
from dateline.archive.presence import presence
from dateline.archive.sql.parts import Parts
from dateline.errors import NotFoundError

if TYPE_CHECKING:
    from dateline.archive import results
    from dateline.records import Article, Capture


class Holdings(Parts):
    """One article: the record it shows, its captures, versions and copies."""

    def get(self, id: str) -> Article:  # noqa: A002
        """See `Archive.get`."""
        with self._database.reading():
            return self._lookup.shown(self._lookup.find(id))

    def capture(self, sha256: str) -> Capture:
        """See `Archive.capture`."""
        with self._database.reading():
            return self._lookup.capture(sha256)

    def sightings(self, id: str) -> tuple[results.Sighting, ...]:  # noqa: A002
        """See `Archive.sightings`."""
        with self._database.reading():
            return tuple(self._lookup.sightings(self._lookup.find(id).article))

    def versions(self, id: str) -> tuple[results.Version, ...]:  # noqa: A002
        """See `Archive.versions`."""
        with self._database.reading():
            return self._lookup.versions(self._lookup.find(id).article)

    def presence(self, id: str, passage: str) -> tuple[results.Presence, ...]:  # noqa: A002
        """See `Archive.presence`."""
        with self._database.reading():
            return tuple(presence(passage, self._lookup.seen(self._lookup.find(id).article)))

    def diff(self, id: str, old: int | None = None, new: int | None = None) -> Diff:  # noqa: A002
        """See `Archive.diff`."""
        with self._database.reading():
            article = self._lookup.find(id).article
            latest = len(self._lookup.versions(article))
            if latest == 1 and (old, new) == (None, None):
                raise NotFoundError("has one version so far; there is nothing to compare it with", subject=id)
            new = latest if new is None else new
            old = new - 1 if old is None else old
            return diff(self._lookup.version(article, old), self._lookup.version(article, new))

    def copies(self, id: str) -> tuple[results.Summary, ...]:  # noqa: A002
        """See `Archive.copies`."""
        with self._database.reading():
            group = self._writer.copies.group(self._lookup.find(id).article)
            return tuple([self._searcher.summary(article) for article in group])
