"""The archive on a database: what callers ask for as transactions on it. Which database it is makes no difference here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.archive import indexing, results
from dateline.archive.annotating import Annotator
from dateline.archive.annotations import noted
from dateline.archive.check import Check
from dateline.archive.codec import Codec, bytes_text, microseconds, moment_at, printable, text_bytes
from dateline.archive.copying import sketch_of
from dateline.archive.correcting import Corrector
from dateline.archive.corrections import signed
from dateline.archive.diffing import Diff, diff
from dateline.archive.following import follow
from dateline.archive.forgetting import forget
from dateline.archive.ledger import Ledger
from dateline.archive.lookup import Lookup
from dateline.archive.outlets import Outlet, outlets
from dateline.archive.presence import presence
from dateline.archive.rereading import Rereader
from dateline.archive.saved import SavedSearches, bound_text, forget_numbers
from dateline.archive.searching import Search, Searcher
from dateline.archive.writing import Writer
from dateline.errors import NotFoundError
from dateline.statements import told
from dateline.statements.telling import READER, tellings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from dateline.archive.annotations import Annotation, Passage, State
    from dateline.archive.codec import Prepared
    from dateline.archive.corrections import Correction
    from dateline.archive.engine.database import Database
    from dateline.exchange import Labelled
    from dateline.records import Article, Capture, Span

# A batch shares one write to the disk. It ends at either bound: the first keeps the write lock short, the second memory flat.
_BATCH_ITEMS = 1_000
_BATCH_BYTES = 32 * 1024 * 1024


class SqlArchive:
    """`Archive` on an open database, which it closes. `clock` gives the time of adding."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._clock = clock
        self._codec = Codec()
        self._lookup = Lookup(self._database, self._codec)
        self._searcher = Searcher(self._database, self._codec)
        self._saved = SavedSearches(self._database, self._searcher)
        self._writer = Writer(self._database, self._codec, self._lookup)
        self._corrector = Corrector(self._database, self._codec)
        self._annotator = Annotator(self._database)
        self._ledger = Ledger(self._database, self._lookup)

    @property
    def name(self) -> str:
        """See `Archive.name`."""
        return self._database.name

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
        with self._database.writing(), self._database.unwaited():
            return self._writer.store_all(batch, self._clock())

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

    def known(self, capture: Capture) -> results.Added | None:
        """See `Archive.known`."""
        with self._database.reading():
            return self._writer.known(capture)

    def failures(self) -> Iterator[results.Failure]:
        """See `Archive.failures`."""
        with self._database.reading():
            rows = self._database.run("SELECT origin, url, reason, tries, at FROM failure ORDER BY at DESC, id DESC").fetchall()
        for origin, url, reason, tries, at in rows:
            yield results.Failure(bytes_text(origin) or "", bytes_text(url) or None, reason, tries, moment_at(at))

    def get(self, id: str) -> Article:  # noqa: A002
        """See `Archive.get`."""
        with self._database.reading():
            return self._lookup.shown(self._lookup.find(id))

    def capture(self, sha256: str) -> Capture:
        """See `Archive.capture`."""
        with self._database.reading():
            return self._lookup.capture(sha256)

    def list(self, *, outlet: str | None = None, kind: str | None = None) -> Iterator[results.Summary]:
        """See `Archive.list`."""
        with self._database.told():
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
        fold_copies: bool = False,
    ) -> results.Hits:
        """See `Archive.search`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.reading():
            return self._searcher.search(search, order=sort, limit=max(0, limit), cursor_text=cursor, fold=fold_copies)

    def copies(self, id: str) -> tuple[results.Summary, ...]:  # noqa: A002
        """See `Archive.copies`."""
        with self._database.reading():
            group = self._writer.copies.group(self._lookup.find(id).article)
            return tuple([self._searcher.summary(article) for article in group])

    def save_search(
        self,
        name: str,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        replace: bool = False,
    ) -> results.SavedSearch:
        """See `Archive.save_search`."""
        search = results.SavedSearch(
            name=name, query=query, from_=bound_text(from_), to=bound_text(to), outlet=outlet, saved_at=self._clock()
        )
        return self._saved.save(search, replace=replace)

    def searches(self) -> tuple[results.SavedSearch, ...]:
        """See `Archive.searches`."""
        return tuple(self._saved.all())

    def run_search(self, name: str, *, mark: bool = True) -> Generator[results.Hit]:
        """See `Archive.run_search`."""
        return self._saved.new(name, self._clock(), mark=mark)

    def remove_search(self, name: str) -> None:
        """See `Archive.remove_search`."""
        self._saved.remove(name)

    def articles(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Article]:
        """See `Archive.articles`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.told():
            yield from self._searcher.articles(search)

    def captures(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Capture]:
        """See `Archive.captures`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.told():
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
        with self._database.reading():
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
        with self._database.reading():
            return self._searcher.attention(search, every=every)

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

    def correct(self, id: str, field: str, value: object, *, by: str, note: str | None = None) -> Correction:  # noqa: A002
        """See `Archive.correct`."""
        by, note = signed(by, note)
        with self._database.writing():
            found = self._lookup.find(id)
            before = self._writer.shown(found.article)
            made = self._corrector.add(found, field, value, by=by, note=note, now=self._clock())
            self._writer.refresh(found.article, before)
        return made

    def withdraw(self, correction: int, *, by: str) -> Correction:
        """See `Archive.withdraw`."""
        by, _ = signed(by, None)
        with self._database.writing():
            article = self._corrector.article_of(correction)
            before = self._writer.shown(article)
            withdrawn = self._corrector.withdraw(correction, by=by, now=self._clock())
            self._writer.refresh(article, before)
        return withdrawn

    def corrections(self, id: str | None = None, *, before: int | None = None) -> Iterator[Correction]:  # noqa: A002
        """See `Archive.corrections`."""
        article = None if id is None else self._article(id)
        with self._database.told():
            while page := self._corrector.page(article, before):
                yield from page
                before = page[-1].id

    def labelled(self) -> Iterator[Labelled]:
        """See `Archive.labelled`."""
        with self._database.told():
            yield from self._corrector.labelled()

    def annotate(
        self,
        id: str,  # noqa: A002
        body: str,
        *,
        by: str,
        passage: Span | Passage | str | None = None,
        state: State = "pending",
    ) -> Annotation:
        """See `Archive.annotate`."""
        with self._database.writing():
            found = self._lookup.find(id)
            new = noted(self._lookup.record(found.reading), body, by=by, passage=passage, state=state, at=self._clock())
            return self._annotator.add(found.article, self._lookup.content_of(found.reading), new)

    def moderate(self, annotation: int, state: State) -> Annotation:
        """See `Archive.moderate`."""
        with self._database.writing():
            return self._annotator.moderate(annotation, state, self._clock())

    def annotations(
        self,
        id: str | None = None,  # noqa: A002
        *,
        state: State | None = None,
        before: int | None = None,
    ) -> Iterator[Annotation]:
        """See `Archive.annotations`."""
        article = None if id is None else self._article(id)
        with self._database.told():
            while page := self._annotator.page(article, state, before):
                yield from page
                before = page[-1].id

    def outlets(self) -> tuple[Outlet, ...]:
        """See `Archive.outlets`."""
        with self._database.reading():
            return outlets(self._database)

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

    def counts(self) -> results.Counts:
        """See `Archive.counts`."""
        with self._database.reading():
            return self._lookup.counts()

    def close(self) -> None:
        """See `Archive.close`."""
        self._database.close()

    def _article(self, id: str) -> int:  # noqa: A002
        with self._database.reading():
            return self._lookup.find(id).article

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
