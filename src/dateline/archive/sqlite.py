"""The archive in one folder: SQLite in WAL mode, full text by FTS5, captures as compressed blobs."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from dateline.archive import results
from dateline.archive.backup import copy_to
from dateline.archive.check import Check
from dateline.archive.codec import Codec, bytes_text, microseconds, moment_at, printable, text_bytes
from dateline.archive.connection import BUSY_SECONDS, connect, told, transaction
from dateline.archive.diffing import Diff, diff
from dateline.archive.forgetting import forget, sweep
from dateline.archive.lookup import Lookup
from dateline.archive.rereading import Rereader
from dateline.archive.searching import Search, Searcher
from dateline.archive.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from dateline.archive.codec import Prepared
    from dateline.records import Article, Capture

# A batch shares one write to the disk. It ends at either bound: the first keeps the write lock short, the second memory flat.
_BATCH_ITEMS = 1_000
_BATCH_BYTES = 32 * 1024 * 1024


class SqliteArchive:
    """`Archive` on SQLite. `clock` gives the time of adding, `busy_seconds` how long other programs are waited for."""

    def __init__(
        self,
        folder: Path,
        *,
        create: bool = False,
        busy_seconds: float = BUSY_SECONDS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = folder
        self._busy_seconds = busy_seconds
        self._clock = clock
        self._connection = connect(folder, create=create, busy_seconds=busy_seconds)
        self._codec = Codec()
        self._lookup = Lookup(self._connection, self._codec)
        self._searcher = Searcher(self._connection, self._codec)
        self._writer = Writer(self._connection, self._codec, self._lookup)

    def add(self, capture: Capture, article: Article) -> results.Added:
        """See `Archive.add`."""
        return next(self.add_many([(capture, article)]))

    def add_many(self, items: Iterable[tuple[Capture, Article]]) -> Iterator[results.Added]:
        """See `Archive.add_many`."""
        batch: list[Prepared] = []
        size = 0
        try:
            for capture, article in items:
                batch.append(self._codec.prepare(capture, article))
                size += len(capture.content) + len(article.text)
                if len(batch) >= _BATCH_ITEMS or size >= _BATCH_BYTES:
                    full, batch, size = batch, [], 0
                    yield from self._keep(full)
        except BaseException:
            self._keep(batch)
            raise
        yield from self._keep(batch)

    def _keep(self, batch: list[Prepared]) -> list[results.Added]:
        if not batch:
            return []
        with self._writing():
            return self._writer.store_all(batch, self._clock())

    def add_failure(self, origin: str, url: str | None, reason: str) -> None:
        """See `Archive.add_failure`."""
        with self._writing():
            self._connection.execute(
                "INSERT INTO failure (origin, url, reason, tries, at) VALUES (?, ?, ?, 1, ?) "
                "ON CONFLICT (origin, url) DO UPDATE SET reason = excluded.reason, tries = tries + 1, at = excluded.at",
                (text_bytes(origin), text_bytes(url or ""), printable(reason), microseconds(self._clock())),
            )

    def remove_failure(self, origin: str, url: str | None) -> None:
        """See `Archive.remove_failure`."""
        with self._writing():
            self._connection.execute(
                "DELETE FROM failure WHERE origin = ? AND url = ?", (text_bytes(origin), text_bytes(url or ""))
            )

    def known(self, capture: Capture) -> results.Added | None:
        """See `Archive.known`."""
        with self._reading():
            return self._writer.known(capture)

    def failures(self) -> Iterator[results.Failure]:
        """See `Archive.failures`."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT origin, url, reason, tries, at FROM failure ORDER BY at DESC, id DESC"
            ).fetchall()
        for origin, url, reason, tries, at in rows:
            yield results.Failure(bytes_text(origin) or "", bytes_text(url) or None, reason, tries, moment_at(at))

    def get(self, id: str) -> Article:  # noqa: A002
        """See `Archive.get`."""
        with self._reading():
            return self._lookup.record(self._lookup.find(id).reading)

    def capture(self, sha256: str) -> Capture:
        """See `Archive.capture`."""
        with self._reading():
            return self._lookup.capture(sha256)

    def list(self, *, outlet: str | None = None, kind: str | None = None) -> Iterator[results.Summary]:
        """See `Archive.list`."""
        with told(self._folder, self._busy_seconds):
            yield from self._searcher.list(outlet, kind)

    def search(
        self,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        sort: Literal["relevance", "time"] = "relevance",
        limit: int = 20,
        cursor: str | None = None,
    ) -> results.Hits:
        """See `Archive.search`."""
        search = Search.of(query, from_, to, outlet)
        with self._reading():
            return self._searcher.search(search, order=sort, limit=max(0, limit), cursor_text=cursor)

    def articles(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Article]:
        """See `Archive.articles`."""
        search = Search.of(query, from_, to, outlet)
        with told(self._folder, self._busy_seconds):
            yield from self._searcher.articles(search)

    def captures(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Capture]:
        """See `Archive.captures`."""
        search = Search.of(query, from_, to, outlet)
        with told(self._folder, self._busy_seconds):
            yield from self._searcher.captures(search)

    def facets(
        self,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        limit: int = 50,
    ) -> results.Facets:
        """See `Archive.facets`."""
        search = Search.of(query, from_, to, outlet)
        with self._reading():
            return self._searcher.facets(search, limit=limit)

    def attention(
        self,
        query: str,
        *,
        every: Literal["day", "week", "month"] = "month",
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
    ) -> results.Attention:
        """See `Archive.attention`."""
        search = Search.of(query, from_, to, outlet)
        with self._reading():
            return self._searcher.attention(search, every=every)

    def sightings(self, id: str) -> tuple[results.Sighting, ...]:  # noqa: A002
        """See `Archive.sightings`."""
        with self._reading():
            return tuple(self._lookup.sightings(self._lookup.find(id).article))

    def versions(self, id: str) -> tuple[results.Version, ...]:  # noqa: A002
        """See `Archive.versions`."""
        with self._reading():
            return self._lookup.versions(self._lookup.find(id).article)

    def diff(self, id: str, old: int | None = None, new: int | None = None) -> Diff:  # noqa: A002
        """See `Archive.diff`."""
        with self._reading():
            article = self._lookup.find(id).article
            latest = len(self._lookup.versions(article))
            new = latest if new is None else new
            old = new - 1 if old is None else old
            return diff(self._lookup.version(article, old), self._lookup.version(article, new))

    def reread(self, read: Callable[[Capture], Article], *, reader: str, query: str = "") -> Iterator[results.Reread]:
        """See `Archive.reread`."""
        rereader = Rereader(self._connection, self._codec, self._writer)
        with told(self._folder, self._busy_seconds):
            for page in rereader.pages(Search.of(query, None, None, None)):
                anew = [(article, stored, read(stored.capture)) for article in page for stored in rereader.stale(article, reader)]
                with transaction(self._connection):
                    kept = [rereader.keep(*one) for one in anew]
                yield from kept

    def check(self) -> Iterator[results.Problem]:
        """See `Archive.check`."""
        with told(self._folder, self._busy_seconds):
            yield from Check(self._connection, self._codec).problems()

    def forget(self, id: str, *, reason: str) -> results.Forgotten:  # noqa: A002
        """See `Archive.forget`."""
        with self._writing():
            article = self._lookup.find(id).article
            gone = forget(self._connection, article, self._writer.shown(article), reason=reason, now=self._clock())
        with told(self._folder, self._busy_seconds):
            sweep(self._connection)
        return gone

    def forgotten(self) -> Iterator[results.Forgotten]:
        """See `Archive.forgotten`."""
        with self._reading():
            found = self._lookup.forgotten()
        yield from found

    def backup(self, folder: Path) -> None:
        """See `Archive.backup`."""
        with told(self._folder, self._busy_seconds):
            copy_to(self._connection, folder)

    def counts(self) -> results.Counts:
        """See `Archive.counts`."""
        with self._reading():
            return self._lookup.counts()

    def close(self) -> None:
        """See `Archive.close`."""
        with told(self._folder, self._busy_seconds):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with told(self._folder, self._busy_seconds), transaction(self._connection):
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with told(self._folder, self._busy_seconds), transaction(self._connection, "DEFERRED"):
            yield
