"""Captures to records, many at a time: a thread for each reader process hands it one capture after another.

A capture whose process dies is tried once more with another, one that takes too long is given up and its process ended; both
are told with their reason, and stop nothing. Memory is bounded by the bytes of what is under way.
"""

from __future__ import annotations

import logging
import pickle
import queue
import signal
import time
from collections.abc import Generator
from functools import partial
from multiprocessing import resource_tracker
from threading import Condition, Thread
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from dateline.reading import ReadOptions, read
from dateline.records import Article, Capture, article_from_json, to_json
from dateline.sources.aside import Aside
from dateline.sources.taking import Restored, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.connection import Connection

T = TypeVar("T")

_logger = logging.getLogger(__name__)

# What a page may take, in seconds. The reader bounds its work; the largest pages it reads take a few.
DEADLINE = 60.0
# Bytes of captures under way from the source to whoever takes the records, beyond which no more is taken from the source.
_UNDER_WAY = 64 * 1024 * 1024
# How often a capture is tried whose process dies: something else may have killed it.
_TRIES = 2
# How long a thread waits before it looks whether all is stopped, in seconds.
_GLANCE = 0.2
# What a process may take until it begins to read, in seconds: to start, and to load what it needs.
_START = 300.0
_BEGUN, _READ, _FAILED = b".", b"+", b"-"


class Read(NamedTuple):
    """A capture and the record read from it."""

    capture: Capture
    article: Article


def read_each(
    given: Iterable[Capture | Restored | T], *, options: ReadOptions | None = None, jobs: int = 0, deadline: float = DEADLINE
) -> Generator[Read | Unread | T, None, None]:
    """Read captures, in `jobs` processes, or with 0 in this one; records that come back in need no reading, all else passes through.

    With processes the results come in the order in which they are done, and a page that takes more than `deadline` seconds is
    an `Unread`; in this process it is waited for. With processes `given` is gone through in another thread than the caller's.
    """
    options = options or ReadOptions()
    if jobs:
        yield from _Readers(given, options, jobs, deadline).results()
        return
    for one in given:
        if isinstance(one, Capture):
            yield _read_here(one, options)
        else:
            yield _passed(one)


def _read_here(capture: Capture, options: ReadOptions) -> Read | Unread:
    try:
        return Read(capture, read(capture, options=options))
    except Exception as error:  # a batch's edge: one page that the reader trips over must not stop the others
        _logger.exception("reader failed", extra={"origin": capture.origin})
        return _tripped(capture, repr(error))


def _passed(one: Restored | T) -> Read | T:
    return Read(one.capture, one.article) if isinstance(one, Restored) else one


def _tripped(capture: Capture, error: str) -> Unread:
    return _unread(capture, f"the reader failed on it, please report: {error}")


def _unread(capture: Capture, reason: str) -> Unread:
    return Unread(origin=capture.origin or "", url=capture.url, reason=reason)


class _Ended(NamedTuple):
    """A thread has ended, with an error or well."""

    error: BaseException | None


class _Reader:
    """One reader process, made anew when it has died or was ended."""

    def __init__(self, options: ReadOptions) -> None:
        self._process = Aside(serve, options)

    def begin(self, capture: Capture) -> None:
        """Hand over a capture; raises `OSError` when the process is gone."""
        if not self._process.runs:
            _shield_from_interrupts()
        self._process.send(pickle.dumps(capture))

    def answer(self, capture: Capture, seconds: float) -> Read | Unread | Literal["begun"] | None:
        """What became of it, first that it has been begun, None when there is no word in that time.

        Raises `OSError` or `EOFError` when the process is gone.
        """
        answer = self._process.receive(seconds)
        if answer is None:
            return None
        if answer == _BEGUN:
            return "begun"
        if answer.startswith(_READ):
            return Read(capture, article_from_json(answer[1:]))
        return _tripped(capture, answer[1:].decode("utf-8", "replace"))

    def stop(self) -> str:
        """End the process, and say how it ended."""
        return self._process.stop()


def _shield_from_interrupts() -> None:
    """Let processes that this thread starts never see Ctrl-C: it is for the command, which then ends them."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # it is started with the first process, and lifts the mask when it is
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def serve(connection: Connection, options: ReadOptions) -> None:
    """Read captures that come in, until the other side is gone. Runs in a process of its own."""
    while True:
        try:
            message = connection.recv_bytes()
            connection.send_bytes(_BEGUN)
        except (EOFError, BrokenPipeError):
            return
        capture: Capture = pickle.loads(message)  # noqa: S301 - from the process that started this one
        try:
            answer = _READ + to_json(read(capture, options=options))
        except Exception as error:  # a batch's edge, as in `_read_here`
            _logger.exception("reader failed", extra={"origin": capture.origin})
            answer = _FAILED + repr(error).encode("utf-8", "replace")
        try:
            connection.send_bytes(answer)
        except BrokenPipeError:
            return


class _Readers(Generic[T]):
    """A thread that goes through the source, one for each reader process, and the results that they put out."""

    def __init__(self, given: Iterable[Capture | Restored | T], options: ReadOptions, jobs: int, deadline: float) -> None:
        self._given = given
        self._deadline = deadline
        self._room = Condition()
        self._under_way = 0
        self._stopped = False
        self._todo: queue.SimpleQueue[Capture | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Read | Unread | T | _Ended] = queue.SimpleQueue()
        self._readers = [_Reader(options) for _ in range(jobs)]

    def results(self) -> Generator[Read | Unread | T, None, None]:
        threads = [Thread(target=self._run, args=(self._fetch,), daemon=True)]
        threads += [Thread(target=self._run, args=(partial(self._serve, reader),), daemon=True) for reader in self._readers]
        for thread in threads:
            thread.start()
        running = len(threads)
        try:
            while running:
                result = self._done.get()
                if isinstance(result, _Ended):
                    running -= 1
                    if result.error is not None:
                        raise result.error
                    continue
                yield result
                if isinstance(result, Read):
                    self._free(len(result.capture.content))
        finally:
            with self._room:
                self._stopped = True
                self._room.notify_all()
            for _ in self._readers:
                self._todo.put(None)
            for thread in threads:
                thread.join()

    def _run(self, work: Callable[[], None]) -> None:
        error: BaseException | None = None
        try:
            work()
        except BaseException as caught:  # noqa: BLE001 - raised again where the results are taken
            error = caught
        self._done.put(_Ended(error))

    def _fetch(self) -> None:
        """Go through the source, as far ahead as there is room for."""
        try:
            for one in self._given:
                if isinstance(one, Capture | Restored):
                    with self._room:
                        self._room.wait_for(lambda: self._stopped or self._under_way < _UNDER_WAY)
                        self._under_way += len((one if isinstance(one, Capture) else one.capture).content)
                if self._stopped:
                    return
                if isinstance(one, Capture):
                    self._todo.put(one)
                else:
                    self._done.put(_passed(one))
        finally:
            for _ in self._readers:
                self._todo.put(None)
            if isinstance(self._given, Generator):
                self._given.close()  # in the thread that it ran in

    def _serve(self, reader: _Reader) -> None:
        """Hand one capture after another to a reader, and put out what became of each."""
        try:
            while (capture := self._todo.get()) is not None and not self._stopped:
                result = self._outcome(reader, capture)
                if isinstance(result, Unread):
                    self._free(len(capture.content))
                if result is not None:
                    self._done.put(result)
        finally:
            reader.stop()

    def _outcome(self, reader: _Reader, capture: Capture) -> Read | Unread | None:
        """What became of a capture; None when all is stopped before that is known."""
        how = ""
        for _ in range(_TRIES):
            until = time.monotonic() + _START
            try:
                reader.begin(capture)
                while not self._stopped and (rest := until - time.monotonic()) > 0:
                    result = reader.answer(capture, min(rest, _GLANCE))
                    if result == "begun":
                        until = time.monotonic() + self._deadline
                    elif result is not None:
                        return result
            except (OSError, EOFError):
                how = reader.stop()
                continue
            if self._stopped:
                return None
            reader.stop()
            return _unread(capture, f"reading it took more than {self._deadline:g} seconds")
        return _unread(capture, f"the process that read it died, {_TRIES} times ({how}); it may need more memory than there is")

    def _free(self, size: int) -> None:
        with self._room:
            self._under_way -= size
            self._room.notify_all()
