"""Open archives for requests: an archive serves one thread at a time, and opening one takes longer than most answers."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline import BusyError, open_archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.archive import Archive


# Exports at a time, beside all else: each goes through the archive as long as its reader takes.
_LONG = 2


class Archives:
    """A few open archives at the same place, lent to one request each.

    Those lent last are lent first, since their caches are warm. One is kept for writing: writers of this program take turns
    before they ask for the database's lock, and readers do not wait for them.
    """

    def __init__(self, place: str | Path, *, readers: int) -> None:
        self._place = place
        self._idle: list[Archive] = []
        self._places = threading.BoundedSemaphore(readers)
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._long = threading.BoundedSemaphore(_LONG)
        self._writer: Archive | None = None

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """An archive to read from; waits while all are lent."""
        with self._places:
            with self._lock:
                archive = self._idle.pop() if self._idle else None
            if archive is None:
                archive = open_archive(self._place)
            try:
                yield archive
            finally:
                with self._lock:
                    self._idle.append(archive)

    @contextmanager
    def apart(self) -> Iterator[Archive]:
        """An archive of one's own for a long reading, such as an export; raises `BusyError` where there are too many already."""
        if not self._long.acquire(blocking=False):
            raise BusyError("too many long answers are under way; try again when one is done")
        try:
            with open_archive(self._place) as archive:
                yield archive
        finally:
            self._long.release()

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """The archive to write to; waits for other writers."""
        with self._turn:
            if self._writer is None:
                self._writer = open_archive(self._place)
            yield self._writer

    def close(self) -> None:
        """Close those that are not lent; to be called when no request is under way."""
        with self._turn, self._lock:
            for archive in (*self._idle, self._writer):
                if archive is not None:
                    archive.close()
            self._idle.clear()
            self._writer = None
