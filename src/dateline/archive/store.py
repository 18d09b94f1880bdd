"""What an archive is to its callers, and how one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from dateline.archive.engine.opening import folder_of, open_database
from dateline.archive.sql import SqlArchive
from dateline.archive.transfer import transfer
from dateline.errors import ArchiveError, NoArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from dateline.archive.annotations import Annotation, Passage, State
    from dateline.archive.corrections import Correction
    from dateline.archive.diffing import Diff
    from dateline.archive.outlets import Outlet
    from dateline.archive.results import (
        Added,
        Attention,
        Counts,
        Facets,
        Failure,
        Forgotten,
        Hit,
        Hits,
        Presence,
        Problem,
        Reread,
        SavedSearch,
        Sighting,
        Summary,
        Version,
    )  # fmt: skip
    from dateline.exchange import Labelled
    from dateline.records import Article, Capture, Span
    from dateline.statements.told import Entry, Outcome, OutcomeKind, StatementFilter


class Archive(Protocol):
    """Captures kept whole, the records read from them, and a full-text index.

    An `id` is an article's uri, or the beginning of the SHA-256 of a capture (4 hex digits at least). Every method
    raises `ArchiveError` when the archive is in use for too long, damaged, or its disk cannot be read; those that write
    also when it cannot be written or the disk is full, and then nothing of that call's transaction is kept. One open archive
    belongs to one thread; any number of programs and threads may have the same one open.
    """

    @property
    def name(self) -> str:
        """What messages call it: the folder, or the address without the password."""
        ...

    def add(self, capture: Capture, article: Article) -> Added:
        """Keep a capture and the record read from it. Adding the same capture twice adds nothing. On disk when it returns."""
        ...

    def add_many(self, items: Iterable[tuple[Capture, Article]]) -> Iterator[Added]:
        """Keep many, a batch in one transaction; what is yielded is on disk, in the order of the items.

        When `items` raises, what it gave before is kept, and the error goes on.
        """
        ...

    def add_failure(self, origin: str, url: str | None, reason: str) -> None:
        """Note a page that could not be taken in. Once a capture of that origin and URL is added, the note goes."""
        ...

    def remove_failure(self, origin: str, url: str | None) -> None:
        """Strike a page off the list of failures: it turned out to be no page, or is gone from its source."""
        ...

    def known(self, capture: Capture) -> Added | None:
        """What adding a capture that is here already would say ("unchanged"), told without a record of it; None for any other."""
        ...

    def failures(self) -> Iterator[Failure]:
        """What could not be taken in, the latest first."""
        ...

    def get(self, id: str) -> Article:  # noqa: A002 - it is what everybody calls it
        """The record of an article's newest version, or, by a capture's hash, what that capture showed.

        Raises `ArchiveError` when there is none, and when there are several: then the message lists them.
        """
        ...

    def capture(self, sha256: str) -> Capture:
        """A capture by its whole hash, or the beginning of it, as first seen; raises `ArchiveError` as `get` does."""
        ...

    def list(self, *, outlet: str | None = None, kind: str | None = None) -> Iterator[Summary]:
        """Every article in short, newest publish time first, those without one last."""
        ...

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
    ) -> Hits:
        """Find articles, the best or the newest first; for the language see `query`, for the bounds on publish time `bounds`.

        `fold_copies` gives one article of each group of copies (see `copies`), the first in the order asked for, and counts groups.

        Raises `QueryError`, which shows the place, for a query or bound that does not parse or a cursor of another search.
        Going on with a cursor gives every article that was there at the first page once, whatever is added meanwhile.
        """
        ...

    def copies(self, id: str) -> tuple[Summary, ...]:  # noqa: A002
        """The articles whose text is nearly the same (wire copy, syndication), the article itself among them.

        The first published comes first, as far as publish times tell: one known to the day counts as that day's end, those without
        a time come last. What counts as nearly the same, see `stories.copies`. Raises `ArchiveError` as `get` does.
        """
        ...

    def save_search(
        self,
        name: str,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        replace: bool = False,
    ) -> SavedSearch:
        """Keep a search by name, to be run again and again; arguments and `QueryError` as for `search`.

        Raises `ArchiveError` when the name is taken and `replace` is not set. Everything is new to a search that was never run.
        """
        ...

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches by name, each with the count of what is new since it was last run."""
        ...

    def run_search(self, name: str, *, mark: bool = True) -> Generator[Hit]:
        """What a saved search finds that was added since it was last run, in the order of adding.

        What was handed out counts as seen, so that a run which is broken off is gone on with by the next; not with `mark=False`.
        An article that changes is not new. Raises `ArchiveError` when there is no search of that name.
        """
        ...

    def remove_search(self, name: str) -> None:
        """Drop a saved search; raises `ArchiveError` when there is none of that name."""
        ...

    def articles(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Article]:
        """The records that a search finds, each in its newest version, in the order in which they were first added.

        Arguments and errors as those of `search`. It holds no transaction and a few records at a time, however many there are;
        what is added meanwhile comes at the end, what is taken down meanwhile does not come.
        """
        ...

    def captures(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Capture]:
        """Every capture of the articles that a search finds, those of one article in order of time; otherwise as `articles`."""
        ...

    def facets(
        self,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        limit: int = 50,
    ) -> Facets:
        """Which outlets, languages, genres, kinds and sections the found articles have, at most `limit` of each; as `search`."""
        ...

    def attention(
        self,
        query: str,
        *,
        every: Literal["day", "week", "month"] = "month",
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
    ) -> Attention:
        """How many of the found articles were published when; arguments as those of `search`."""
        ...

    def sightings(self, id: str) -> tuple[Sighting, ...]:  # noqa: A002
        """Every capture of an article, in order of time; raises `ArchiveError` as `get` does."""
        ...

    def versions(self, id: str) -> tuple[Version, ...]:  # noqa: A002
        """The states of an article that its publisher put out, in order of time; raises `ArchiveError` as `get` does."""
        ...

    def presence(self, id: str, passage: str) -> tuple[Presence, ...]:  # noqa: A002
        """Which captures of an article have a passage and which have not, in order of time; see `presence`.

        Raises `ArchiveError` as `get` does.
        """
        ...

    def diff(self, id: str, old: int | None = None, new: int | None = None) -> Diff:  # noqa: A002
        """What changed from one version to another; without numbers, between the last two.

        Raises `ArchiveError` as `get` does, and when there is no such version.
        """
        ...

    def reread(self, read: Callable[[Capture, Article], Article | None], *, reader: str, query: str = "") -> Iterator[Reread]:
        """Read anew what another reader than `reader` read, of the articles that a query finds.

        `read` gives the record of a capture, and is told the old one; what differs from that is kept, and is what the article shows
        then. Where it gives None the old one stays, and the next run comes to it again.
        No version comes of it. What is yielded is kept; a run that was interrupted is gone on with by running it again.
        """
        ...

    def correct(self, id: str, field: str, value: object, *, by: str, note: str | None = None) -> Correction:  # noqa: A002
        """Set a field of an article right by hand; `id` as in `get`, and by a capture's hash it is made on that capture.

        `value` is text or what JSON makes of the field, None for a page that has none; see `corrections.field_value`, and there for
        which captures a correction holds. It wins in what every method here gives, but for `diff`, and in the index; a value equal
        to the reader's confirms it. Raises `CorrectionError` for a field or value that cannot be, `ArchiveError` as `get` does.
        """
        ...

    def withdraw(self, correction: int, *, by: str) -> Correction:
        """Let a correction no longer count: the one before it does, or the reader's value. It stays in the history."""
        ...

    def corrections(self, id: str | None = None, *, before: int | None = None) -> Iterator[Correction]:  # noqa: A002
        """The corrections of an article, or all, the latest first, withdrawn ones too; `before`: only those with lower numbers."""
        ...

    def labelled(self) -> Iterator[Labelled]:
        """The pages on which fields were corrected or confirmed, as gold; one is held in memory at a time."""
        ...

    def annotate(
        self,
        id: str,  # noqa: A002
        body: str,
        *,
        by: str,
        passage: Span | Passage | str | None = None,
        state: State = "pending",
    ) -> Annotation:
        """Keep a reader's note on an article, or on a passage of it: its span in `Article.text`, or its words.

        Raises `AnnotationError` for a note or passage that cannot be, `ArchiveError` as `get` does.
        """
        ...

    def moderate(self, annotation: int, state: State) -> Annotation:
        """Show or hide a note."""
        ...

    def annotations(
        self,
        id: str | None = None,  # noqa: A002
        *,
        state: State | None = None,
        before: int | None = None,
    ) -> Iterator[Annotation]:
        """The notes on an article, or all, the latest first; `before`: only those with lower numbers."""
        ...

    def outlets(self) -> tuple[Outlet, ...]:
        """What there is of each outlet, that with the most articles first."""
        ...

    def update_statements(self) -> Iterator[str]:
        """Bring the ledger up to date: find the statements of what was added or read anew since, and give each article's uri.

        A statement keeps its id as long as it is found in its article; one that is found no more goes, unless it has an outcome. What
        is yielded is kept; a run that was interrupted is gone on with by running it again.
        """
        ...

    def statements(self, wanted: StatementFilter | None = None) -> Iterator[Entry]:
        """The statements of the ledger by the day they fall due, those without a day last; all of them, or those that are wanted.

        It holds no transaction and a bounded number of entries at a time. Raises `ArchiveError` as `get` does for an article or
        statement that is not there, and `ValueError` for a status without a day.
        """
        ...

    def statement(self, id: int) -> Entry:  # noqa: A002
        """One statement of the ledger; raises `ArchiveError` when there is none."""
        ...

    def set_outcome(
        self,
        id: int,  # noqa: A002
        outcome: OutcomeKind,
        *,
        by: str,
        remark: str = "",
        source: str | None = None,
        due: date | None = None,
    ) -> Entry:
        """Note what became of a statement, beside all that was noted before; the last outcome counts.

        `by` is who says so, `source` what it rests on: an article's uri, the beginning of a capture's hash, or an address. `due` is the
        new day of a statement that has moved. No reading of ours ever changes it. Raises `StatementError` for what is no outcome, and
        `ArchiveError` for a statement or a source that is not there.
        """
        ...

    def outcomes(self, id: int) -> tuple[Outcome, ...]:  # noqa: A002
        """All that was noted of what became of a statement, in order; raises `ArchiveError` when there is no such statement."""
        ...

    def check(self) -> Iterator[Problem]:
        """Look over the whole archive: the database, hashes, records, spans, references. Nothing is changed."""
        ...

    def forget(self, id: str, *, reason: str) -> Forgotten:  # noqa: A002
        """Take an article down: its captures, readings and index entries are removed and overwritten.

        Its hashes stay with the reason, and keep out what is added of it later. Raises `ArchiveError` as `get` does.
        """
        ...

    def forgotten(self) -> Iterator[Forgotten]:
        """The takedowns, the latest first."""
        ...

    def backup(self, folder: Path) -> None:
        """Copy the archive into a new or empty folder while others go on writing; the copy is an archive.

        Raises `ArchiveError` when the folder holds something already.
        """
        ...

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def close(self) -> None:
        """Close it; the folder may then be moved."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def open_archive(url_or_path: str | Path, *, create: bool = False) -> Archive:
    """Open an archive: a folder, `sqlite:///folder` (three slashes: from here; four: from the root), or
    `postgresql://user@host/database`, with `?schema=name` for another schema there than `dateline`.

    `create` makes a missing one (a database of PostgreSQL's has to be there). Raises `ArchiveError` when there is none and none is
    to be made, when the place holds something else, when it cannot be reached, or when a newer Dateline made it.
    """
    return SqlArchive(open_database(url_or_path, create=create))


def restore(backup: str | Path, target: str | Path) -> None:
    """Make an archive in a new or empty place from a backup of one; both as for `open_archive`.

    Raises `ArchiveError` when the backup is no archive or `check` finds something wrong with it; then nothing is made.
    """
    try:
        source = open_archive(backup)
    except NoArchiveError as error:
        raise NoArchiveError("there is no backup here; `dateline backup FOLDER` makes one", subject=error.subject) from error
    with source:
        problem = next(source.check(), None)
        if problem is not None:
            raise ArchiveError(f"is damaged ({problem.subject}: {problem.detail}); restore another backup", subject=source.name)
        folder = folder_of(target)
        if folder is not None:
            source.backup(folder)
            return
    transfer(backup, target)
