"""The engine of one machine: as many processes as are wanted, each made anew when it dies."""

from __future__ import annotations

import multiprocessing
import os
import queue
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from dateline.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.bulk.running import T

# How often a task is tried whose worker dies: the second time every page is read apart, the third time something else did it.
_TRIES = 3


class Local:
    """`jobs` worker processes, one a core unless told."""

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs or os.cpu_count() or 1

    def __call__(self, work: Callable[[T], str], tasks: list[T]) -> Iterator[str]:
        """See `running.Engine`."""
        jobs = min(self._jobs, len(tasks))
        workers: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        for _ in range(jobs):
            workers.put(_Worker())

        def one(task: T) -> str:
            worker = workers.get()
            try:
                return worker.run(work, task)
            finally:
                workers.put(worker)

        threads = ThreadPoolExecutor(jobs)
        try:
            for done in as_completed([threads.submit(one, task) for task in tasks]):
                yield done.result()
        finally:
            threads.shutdown(cancel_futures=True)  # what is under way is waited for
            for _ in range(jobs):
                workers.get().stop()


class _Worker:
    """One process that does one task at a time, and stays for the next: its models are warm."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[[T], str], task: T) -> str:
        for _ in range(_TRIES):
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
            try:
                return self._pool.submit(work, task).result()
            except BrokenProcessPool:
                self.stop()
        raise SourceError(
            f"the process that worked on it died, {_TRIES} times; it may need more memory than there is", subject=task.name
        )

    def stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
