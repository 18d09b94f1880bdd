"""What `add` and `retry` share: pages from their sources through the readers into the archive, and what became of each."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter, deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from dateline.cli.options import STDIN
from dateline.cli.output import emit_json, one_line, progress, say

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

    from dateline import Article, Capture
    from dateline.archive import Added, Archive
    from dateline.cli.options import PageOptions
    from dateline.errors import SourceError
    from dateline.sources import Given, Read, Unread

    Results = Generator[Read | Unread | tuple[str | None, Added], None, None]

T = TypeVar("T")

# Up to so many loose pages are read sooner in this process than reader processes have started.
_FEW = 32


class Intake:
    """One run: counts what became of the pages, tells what failed, and keeps that on the archive's list as it goes."""

    def __init__(self, given: PageOptions, archive: str, *, jobs: int | None, deadline: float, as_json: bool) -> None:
        self.counts: Counter[str] = Counter()
        self.interrupted = False
        self._given = given
        self._archive = archive
        self._jobs = jobs
        self._deadline = deadline
        self._as_json = as_json
        self._options = given.reading()
        self._early: list[Unread] = []
        self._share = 0.0
        self._advance: Callable[[], None] = lambda: None

    def missing(self, error: SourceError) -> None:
        """A place that holds nothing to read; it is told with the others once the archive is open."""
        from dateline.sources import Unread

        self._early.append(Unread(origin=error.subject or "", url=self._given.url, reason=error.message))

    def run(self, archive: Archive, files: list[str], *, urls: Mapping[str, str | None] | None = None) -> None:
        """Add what is in the files to the archive, in its batches; `urls` has addresses of single ones.

        Ctrl-C ends it after what has been read is on disk; `interrupted` says so.
        """
        from dateline.sources import read_each

        jobs = _jobs_for(files) if self._jobs is None else self._jobs
        origins: deque[str | None] = deque()  # of what is read but not yet said to be on disk
        for unread in self._early:
            self._unread(archive, unread)
        results: Results = read_each(self._new(files, urls or {}), options=self._options, jobs=jobs, deadline=self._deadline)
        with progress("reading", len(files)) as advance, _stoppable() as stop:
            self._advance = lambda: advance(self._share, sum(self.counts.values()))
            for added in archive.add_many(self._items(archive, results, origins, stop)):
                self._done(added, origins.popleft())

    def _new(self, files: Iterable[str], urls: Mapping[str, str | None]) -> Iterator[Given | tuple[str | None, Added]]:
        """What is in the files and not in the archive; of what is there already, the answer that adding it would give.

        It runs in another thread than the archive was opened in, so it looks into one that it opens itself.
        """
        from dateline import Capture, open_archive

        with open_archive(self._archive) as kept:
            for number, name in enumerate(files):

                def share(of: float, number: int = number) -> None:
                    self._share = number + of

                for one in self._given.captures(name, url=urls.get(name), share=share):
                    added = kept.known(one) if isinstance(one, Capture) else None
                    yield one if added is None or not isinstance(one, Capture) else (one.origin, added)
                self._share = number + 1.0

    def _items(
        self,
        archive: Archive,
        results: Results,
        origins: deque[str | None],
        stop: Stop,
    ) -> Iterator[tuple[Capture, Article]]:
        """What is to be added, until there is no more or the user has had enough."""
        from dateline.sources import Read, Unread

        try:
            while not stop.wanted and (result := stop.while_waiting(results)) is not None:
                if isinstance(result, Read):
                    origins.append(result.capture.origin)
                    yield result.capture, result.article
                elif isinstance(result, Unread):
                    self._unread(archive, result)
                else:
                    self._done(result[1], result[0])
            self.interrupted = stop.wanted
        finally:
            results.close()  # its processes end with it

    def _done(self, added: Added, origin: str | None) -> None:
        self.counts[added.status] += 1
        self._advance()
        if self._as_json:
            emit_json({"origin": origin, "status": added.status, "id": added.id, "capture": added.capture})

    def _unread(self, archive: Archive, unread: Unread) -> None:
        """Count and tell what gave no capture; faults are said aloud and kept on the list of failures."""
        status = "failed" if unread.fault else "passed over"
        self.counts[status] += 1
        self._advance()
        if unread.fault:
            say(f"failed: {one_line(f'{unread.origin}: {unread.reason}')}")
            archive.add_failure(unread.origin, unread.url, unread.reason)
        if self._as_json:
            emit_json({"origin": unread.origin, "status": status, "reason": unread.reason})

    def summary(self) -> str:
        """`12 added, 0 unchanged, 1 failed`; what is rarer is told when there is any."""
        told = [
            ("added", True),
            ("changed", False),
            ("unchanged", True),
            ("forgotten", False),
            ("passed over", False),
            ("failed", True),
        ]
        return ", ".join(f"{self.counts[status]:,} {status}" for status, always in told if always or self.counts[status])


def _jobs_for(files: list[str]) -> int:
    """Reader processes for these files: none for a few loose pages or standard input, else one a core."""
    from dateline.errors import SourceError
    from dateline.sources import kind_of

    def loose(name: str) -> bool:
        try:
            return name == STDIN or kind_of(name) == "page"
        except SourceError:
            return True

    return 0 if len(files) <= _FEW and all(map(loose, files)) else os.cpu_count() or 1


class Stop:
    """Whether Ctrl-C was pressed. While results are waited for it ends the wait; while they are written it lets them be written."""

    def __init__(self) -> None:
        self.wanted = False
        self._waiting = False

    def press(self, _signal: int, _frame: object) -> None:
        """Handle the signal; the second one is not waited with."""
        again, self.wanted = self.wanted, True
        if self._waiting or again:
            raise KeyboardInterrupt

    def while_waiting(self, results: Iterator[T]) -> T | None:
        """The next result; None at the end, and when the user has had enough."""
        self._waiting = True
        try:
            return next(results, None)
        except KeyboardInterrupt:
            self.wanted = True
            return None
        finally:
            self._waiting = False


@contextmanager
def _stoppable() -> Iterator[Stop]:
    """A `Stop` that listens to Ctrl-C, where signals may be listened to."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, stop.press)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
