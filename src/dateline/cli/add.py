"""`dateline add`: pages into the archive, many at a time."""

from __future__ import annotations

import logging
from collections import Counter, deque
from typing import TYPE_CHECKING

import click

from dateline.cli.options import PageOptions, archive_option, files_of, page_options
from dateline.cli.output import emit_json, one_line, progress, say
from dateline.errors import DatelineError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline import Article, Capture
    from dateline.archive import Added, Archive

_logger = logging.getLogger(__name__)


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print what became of each page, one JSON object a line.")
@page_options
def command(paths: tuple[str, ...], archive: str, as_json: bool, given: PageOptions) -> None:
    """Read pages and keep them in the archive, which is made if it is missing.

    PATH is a file, a folder (with all pages in and below it), a pattern, or - for standard input; gzip is unpacked. A page
    that cannot be read is told and kept in the list of failures; the others are added all the same.
    """
    from dateline import open_archive

    intake = Intake(given, as_json=as_json)
    files = list(files_of(paths, given, intake.failed))
    with open_archive(archive, create=True) as opened:
        try:
            intake.run(opened, files)
        finally:  # also when it is interrupted or the disk is full: what is told as added is on disk
            say(f"{intake.summary()}; archive: {opened.name}")
            intake.keep_failures(opened)
    if intake.failures:
        raise click.exceptions.Exit(1)


class Intake:
    """One run of `add`: reads files in turn, keeps count of what became of them and which failed."""

    def __init__(self, given: PageOptions, *, as_json: bool) -> None:
        self.counts: Counter[str] = Counter()
        self.failures: list[SourceError] = []
        self._given = given
        self._options = given.reading()
        self._as_json = as_json

    def run(self, archive: Archive, files: list[str]) -> None:
        """Add the files to the archive, in its batches."""
        origins: deque[str | None] = deque()  # of what is read but not yet said to be on disk
        with progress("reading", len(files)) as advance:
            for added in archive.add_many(self._read(files, origins)):
                self._done(added, origins.popleft())
                advance()

    def _read(self, files: Iterable[str], origins: deque[str | None]) -> Iterator[tuple[Capture, Article]]:
        from dateline import read

        for name in files:
            try:
                capture = self._given.capture(name)
                article = read(capture, options=self._options)
            except SourceError as error:
                self.failed(error)
            except DatelineError:
                raise  # about the command line, not about this page
            except Exception as error:  # a batch's edge: one page that the reader trips over must not stop the others
                _logger.exception("reader failed", extra={"origin": name})
                self.failed(SourceError(f"the reader failed on it, please report: {error!r}", subject=name))
            else:
                origins.append(capture.origin)
                yield capture, article

    def _done(self, added: Added, origin: str | None) -> None:
        self.counts[added.status] += 1
        if self._as_json:
            emit_json({"origin": origin, "status": added.status, "id": added.id, "capture": added.capture})

    def failed(self, error: SourceError) -> None:
        """Tell a failure, and hold it for `keep_failures`."""
        self.failures.append(error)
        say(f"failed: {one_line(str(error))}")
        if self._as_json:
            emit_json({"origin": error.subject, "status": "failed", "reason": error.message})

    def keep_failures(self, archive: Archive) -> None:
        """Put what failed on the archive's list."""
        for error in self.failures:
            archive.add_failure(error.subject or "", self._given.url, error.message)

    def summary(self) -> str:
        """`12 added, 0 unchanged, 1 failed`; other versions of known articles are told when there are any."""
        changed = f"{self.counts['changed']:,} changed, " if self.counts["changed"] else ""
        return f"{self.counts['added']:,} added, {changed}{self.counts['unchanged']:,} unchanged, {len(self.failures):,} failed"
