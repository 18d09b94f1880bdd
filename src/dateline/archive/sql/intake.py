"""What comes in: captures with what was read from them, what could not be read, and captures read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive import results
from dateline.archive.codec import bytes_text, microseconds, moment_at, printable, text_bytes
from dateline.archive.rereading import Rereader
from dateline.archive.searching import Search
from dateline.archive.sql.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.archive.codec import Prepared
    from dateline.records import Article, Capture

# A batch shares one write to the disk. It ends at any of these bounds: the first keeps the write lock short, the second memory flat, and
# the third, in seconds, what a power cut takes where pages are slow to come; where they come fast, the others are reached sooner.
_BATCH_ITEMS = 1_000
_BATCH_BYTES = 32 * 1024 * 1024
_BATCH_SECONDS = 5.0


def is_full(items: int, size: int, seconds: float) -> bool:
    """Whether a batch of so many items and bytes, the first of which came so many seconds ago, is to be written."""
    return items >= _BATCH_ITEMS or size >= _BATCH_BYTES or seconds >= _BATCH_SECONDS


class Intake(Parts):
    """Captures with what was read from them, those that could not be read, and those that are read anew."""

    def add(self, capture: Capture, article: Article) -> results.Added:
        """See `Archive.add`."""
        return next(self.add_many([(capture, article)]))

    def add_many(self, items: Iterable[tuple[Capture, Article]]) -> Iterator[results.Added]:
        """See `Archive.add_many`."""
        batch: list[Prepared] = []
        size = 0
        since = 0.0
        try:
            for capture, article in items:
                now = self._seconds()
                since = since if batch else now
                batch.append(self._codec.prepare(capture, article))
                size += len(capture.content) + len(article.text)
                if is_full(len(batch), size, now - since):
                    full, batch, size = batch, [], 0
                    yield from self._keep(full)
        except BaseException:
            self._keep(batch)
            raise
        yield from self._keep(batch)

    def _keep(self, batch: list[Prepared]) -> list[results.Added]:
        if not batch:
            return []
        with self._database.writing(), self._database.unwaited():
            return self._writer.store_all(batch, self._clock())

    def known(self, capture: Capture) -> results.Added | None:
        """See `Archive.known`."""
        with self._database.reading():
            return self._writer.known(capture)

    def add_failure(self, origin: str, url: str | None, reason: str) -> None:
        """See `Archive.add_failure`."""
        with self._database.writing():
            self._database.run(
                "INSERT INTO failure (origin, url, reason, tries, at) VALUES (?, ?, ?, 1, ?) "
                "ON CONFLICT (origin, url) DO UPDATE SET reason = excluded.reason, tries = failure.tries + 1, at = excluded.at",
                (text_bytes(origin), text_bytes(url or ""), printable(reason), microseconds(self._clock())),
            )

    def remove_failure(self, origin: str, url: str | None) -> None:
        """See `Archive.remove_failure`."""
        with self._database.writing():
            columns = text_bytes(origin), text_bytes(url or "")
            self._database.run("DELETE FROM failure WHERE origin = ? AND url = ?", columns)

    def failures(self) -> Iterator[results.Failure]:
        """See `Archive.failures`."""
        with self._database.reading():
            rows = self._database.run("SELECT origin, url, reason, tries, at FROM failure ORDER BY at DESC, id DESC").fetchall()
        for origin, url, reason, tries, at in rows:
            yield results.Failure(bytes_text(origin) or "", bytes_text(url) or None, reason, tries, moment_at(at))

    def reread(
        self, read: Callable[[Capture, Article], Article | None], *, reader: str, query: str = ""
    ) -> Iterator[results.Reread]:
        """See `Archive.reread`."""
        rereader = Rereader(self._database, self._codec, self._writer)
        with self._database.told():
            for page in rereader.pages(Search.of(query, None, None, None)):
                stale = [(article, stored) for article in page for stored in rereader.stale(article, reader)]
                anew = [(article, stored, read(stored.capture, stored.article)) for article, stored in stale]
                with self._database.writing():
                    kept = [rereader.keep(article, stored, new) for article, stored, new in anew if new is not None]
                yield from filter(None, kept)
