"""The kernel: Arrow record batches of captures in, Arrow record batches of records out. It knows no engine.

Every capture that comes in gives one row, whatever becomes of it. The models are loaded once a process, memory is that of a
few batches, and no document takes more than its deadline.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import msgspec

from dateline.bulk.captures import from_batch
from dateline.bulk.outcomes import REPEATED, Kind, Outcome, batch, of_capture
from dateline.bulk.watch import OvertimeError, Watch
from dateline.reading import ReadOptions, read
from dateline.records import Article, Capture
from dateline.sources import DEADLINE, MAX_BYTES, Given, Read, Unread, read_each

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    import pyarrow as pa

_logger = logging.getLogger(__name__)

# A batch of records ends at so many rows, or so many characters of page text.
_ROWS = 256
_CHARACTERS = 4_000_000
# How notes begin that tell which limit a page has hit.
_LIMIT = "limit."
# What a source may take for its next captures, in seconds: it may be a store far away that makes one try again.
PATIENCE = 300.0


class Kernel(msgspec.Struct, frozen=True, kw_only=True):
    """How captures are read: `reading` as for `read`, `deadline` in seconds and `max_bytes` of content for one document, and `patience`, in
    seconds, with a source that gives nothing.

    `isolated` reads in a process apart, so that a page which ends it or hangs it is told and nothing else is lost; without it, a
    page is interrupted at its deadline, which works in a process's main thread only. `ends_process` is for workers that
    somebody starts anew: what cannot be interrupted ends them, and so does a source beyond patience.
    """

    reading: ReadOptions = ReadOptions()
    deadline: float = DEADLINE
    max_bytes: int = MAX_BYTES
    patience: float = PATIENCE
    isolated: bool = False
    ends_process: bool = False

    def records(
        self,
        batches: Iterable[pa.RecordBatch],
        *,
        clock: Callable[[], float] = time.monotonic,
        timed: Callable[[str, float], None] = lambda _origin, _seconds: None,
    ) -> Iterator[pa.RecordBatch]:
        """A row for each row of the batches, as `outcomes.schema` has it.

        A capture that came before in the same batches, bytes and address, is a duplicate. `clock` gives seconds; `timed` is told
        how long each page took to read, by its origin.
        """
        watch = Watch(self.deadline, ends_process=self.ends_process)
        new = _without_duplicates(self._given(batches, watch))
        rows: list[Outcome] = []
        characters = 0
        try:
            for outcome in self._read_apart(new) if self.isolated else self._outcomes(new, watch, clock, timed):
                rows.append(outcome)
                characters += len(outcome.article.text) if outcome.article else 0
                if len(rows) >= _ROWS or characters >= _CHARACTERS:
                    watch.rest()
                    yield batch(rows)
                    rows, characters = [], 0
        finally:
            watch.rest()
        if rows:
            yield batch(rows)

    def _given(self, batches: Iterable[pa.RecordBatch], watch: Watch) -> Iterator[Given]:
        first = 1
        watch.wait(self.patience)
        for each in batches:
            watch.rest()
            yield from from_batch(each, first, max_bytes=self.max_bytes)
            first += each.num_rows
            watch.wait(self.patience)
        watch.rest()

    def _outcomes(
        self,
        new: Iterable[Capture | Outcome],
        watch: Watch,
        clock: Callable[[], float],
        timed: Callable[[str, float], None],
    ) -> Iterator[Outcome]:
        for one in new:
            if isinstance(one, Outcome):
                yield one
                continue
            before = clock()
            outcome = self._read(one, watch)
            took = clock() - before
            timed(outcome.origin, took)
            yield outcome if took <= self.deadline else _failed(one, self._overtime())

    def _read(self, capture: Capture, watch: Watch) -> Outcome:
        try:
            return _told(capture, watch.call(read, capture, options=self.reading))
        except OvertimeError:
            return _failed(capture, self._overtime())
        except Exception as error:  # a batch's edge: one page that the reader trips over must not stop the others
            _logger.exception("reader failed", extra={"origin": capture.origin})
            return _failed(capture, f"the reader failed on it, please report: {error!r}")

    def _read_apart(self, new: Generator[Capture | Outcome, None, None]) -> Iterator[Outcome]:
        under_way: dict[str, Capture] = {}  # by origin; bounded, as what is under way is

        def noted() -> Generator[Capture | Outcome, None, None]:
            for one in new:
                if isinstance(one, Capture):
                    under_way[one.origin or ""] = one
                yield one

        results: Generator[Read | Unread | Outcome, None, None] = read_each(
            noted(), options=self.reading, jobs=1, deadline=self.deadline
        )
        for result in results:
            if isinstance(result, Read):
                under_way.pop(result.capture.origin or "", None)
                yield _told(result.capture, result.article)
            elif isinstance(result, Unread):
                capture = under_way.pop(result.origin, None) or Capture(content=b"", url=result.url, origin=result.origin)
                yield _failed(capture, result.reason)
            else:
                yield result

    def _overtime(self) -> str:
        return f"reading it took more than {self.deadline:g} seconds"


def _without_duplicates(given: Iterable[Given]) -> Generator[Capture | Outcome, None, None]:
    """Captures to be read, and outcomes of what needs no reading: records that were read before, too. Of every capture a hash and the origin are kept, some 200 bytes."""
    import hashlib

    seen: dict[bytes, str] = {}
    for one in given:
        if isinstance(one, Unread):
            kind: Kind = "failed" if one.fault else "passed over"
            yield Outcome(outcome=kind, origin=one.origin, url=one.url, reason=one.reason)
            continue
        capture = one if isinstance(one, Capture) else one.capture
        key = hashlib.blake2b((capture.url or "").encode("utf-8", "replace") + b"\0", digest_size=16)
        key.update(capture.content)
        if (first := seen.get(key.digest())) is not None:
            yield of_capture(capture, "duplicate", sha256=capture.sha256, duplicate_of=first, reason=REPEATED)
            continue
        seen[key.digest()] = capture.origin or ""
        yield one if isinstance(one, Capture) else _told(capture, one.article)


def _told(capture: Capture, article: Article) -> Outcome:
    reasons = [note.detail for note in article.notes if note.code.startswith(_LIMIT)]
    kind: Kind = "read" if article.kind == "article" else "not an article"
    if kind != "read":
        reasons.insert(0, f"it reads as {article.kind}, not as an article")
    return of_capture(capture, kind, sha256=article.capture, reason="; ".join(reasons) or None, article=article)


def _failed(capture: Capture, reason: str) -> Outcome:
    return of_capture(capture, "failed", sha256=capture.sha256, reason=reason)
