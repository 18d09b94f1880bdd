"""Open archives for requests: lent to one at a time, opened once, and writers that nobody waits for."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from tests.room.api.harbour import capture_of

from dateline import BusyError, open_archive, read
from dateline.room.archives import Archives

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def archives(fresh: Path) -> Iterator[Archives]:
    """Two for reading."""
    made = Archives(fresh, readers=2)
    yield made
    made.close()


def test_an_archive_is_lent_to_one_at_a_time(archives: Archives) -> None:
    """Those who read at once have each their own, and later ones get the same again."""
    with archives.reading() as one, archives.reading() as two:
        assert one is not two
    with archives.reading() as again:
        assert again in (one, two)


def test_who_comes_later_waits(archives: Archives) -> None:
    """A third reader waits for one of two, and then reads."""
    with ExitStack() as stack, ThreadPoolExecutor(1) as thread:
        first = stack.enter_context(archives.reading())
        with archives.reading():
            waiting = thread.submit(lambda: _counted(archives))
            time.sleep(0.1)
            assert not waiting.done()
        assert waiting.result(timeout=30) == first.counts().articles


def _counted(archives: Archives) -> int:
    with archives.reading() as archive:
        return archive.counts().articles


def test_readers_do_not_hold_up_a_writer(archives: Archives) -> None:
    """All readers in the midst of reading: what is added is there at once, and whoever asks anew sees it."""
    with archives.reading() as one, archives.reading() as two:
        listed = (one.list(), two.articles())
        for each in listed:
            next(iter(each))
        capture = capture_of(9, "ferry")
        with archives.writing() as archive:
            assert archive.add(capture, read(capture)).status == "added"
        assert one.search("ferry").total == 1


def test_a_writer_does_not_hold_up_readers(archives: Archives, fresh: Path) -> None:
    """Another program in the midst of writing: readers read what was there before."""
    begun, end = threading.Event(), threading.Event()

    def items() -> Iterator[object]:
        capture = capture_of(8, "pilot")
        yield capture, read(capture)
        begun.set()
        end.wait(30)

    def write() -> None:
        with open_archive(fresh) as archive:
            list(archive.add_many(items()))  # type: ignore[arg-type] # pairs

    with ThreadPoolExecutor(1) as thread:
        writing = thread.submit(write)
        assert begun.wait(30)
        assert _counted(archives) == 3
        end.set()
        writing.result(timeout=30)
    assert _counted(archives) == 4


def test_too_many_long_answers(archives: Archives) -> None:
    """The third export at once is told to come again; after one has ended it may."""
    with ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(archives.apart())
        with pytest.raises(BusyError), archives.apart():
            pass
    with archives.apart() as archive:
        assert archive.counts().articles == 3
