"""Captures are read in processes that may die, hang and be ended, and everything is told."""

from __future__ import annotations

import multiprocessing
import os
import time
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from tests.tools.warcs import PAGE

from dateline import Capture, read
from dateline.sources import Read, Restored, Unread, read_each

if TYPE_CHECKING:
    from collections.abc import Iterator

SOON = 30.0  # seconds; nothing here takes so long but what is told to hang


class Deadly(Capture, frozen=True):
    """A page that takes down the process that it comes into."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (7,)


class Endless(Capture, frozen=True):
    """A page that its process never gets done with."""

    def __reduce__(self) -> tuple[Any, ...]:
        return time.sleep, (SOON,)


def pages(number: int) -> list[Capture]:
    """Captures, each another."""
    return [Capture(content=PAGE + b"<p>%d" % each, origin=str(each)) for each in range(number)]


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_records_are_those_of_the_reader(jobs: int) -> None:
    """Every capture gives the record that `read` gives, however many processes there are; what needs no reading passes through."""
    restored = Restored(capture=pages(1)[0], article=read(PAGE))
    unread = Unread(origin="x", reason="of the test")
    results = list(read_each([*pages(20), restored, unread, "else"], jobs=jobs))
    assert [one for one in results if not isinstance(one, Read)] == [unread, "else"]
    by_origin = {one.capture.origin: one for one in results if isinstance(one, Read) and one.article is not restored.article}
    assert by_origin == {capture.origin: Read(capture, read(capture)) for capture in pages(20)}
    assert (restored.capture, restored.article) in results


def test_what_dies_or_hangs_is_told_and_stops_nothing() -> None:
    """A page whose process dies is tried again and then told, one that takes too long is told; all others are read."""
    given = [*pages(5), Deadly(content=b"1", origin="deadly", url="u"), Endless(content=b"2", origin="endless"), *pages(5)]
    results = list(read_each(given, jobs=2, deadline=3.0))
    assert sum(isinstance(one, Read) for one in results) == 10
    told = {one.origin: one for one in results if isinstance(one, Unread)}
    assert set(told) == {"deadly", "endless"}
    assert told["deadly"].reason.startswith("the process that read it died, 2 times (exit code 7)")
    assert told["deadly"].url == "u"
    assert told["endless"].reason == "reading it took more than 3 seconds"
    assert not multiprocessing.active_children()


def test_taking_no_more_ends_the_processes() -> None:
    """When the results are not wanted any more, the source is closed and the processes are ended, whatever they are at."""
    closed = []

    def source() -> Iterator[Capture]:
        try:
            yield from pages(2)
            for number in count():
                yield Endless(content=b"%d" % number)
        finally:
            closed.append(True)

    results = read_each(source(), jobs=2, deadline=SOON)
    assert isinstance(next(results), Read)
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < SOON / 2
    assert closed == [True]
    assert not multiprocessing.active_children()


def test_source_is_not_run_ahead_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Captures are taken from their source only as far ahead as the bytes under way allow."""
    monkeypatch.setattr("dateline.sources.readers._UNDER_WAY", 5 * len(pages(1)[0].content))
    taken = 0

    def source() -> Iterator[Capture]:
        nonlocal taken
        for capture in pages(40):
            taken += 1
            yield capture

    ahead = [taken - done for done, _ in enumerate(read_each(source(), jobs=2), 1)]
    assert taken == len(ahead) == 40
    assert max(ahead) <= 7  # five under way, one in hand, one just given out


def test_fault_of_the_source_is_raised() -> None:
    """What goes wrong in the source itself is raised where the results are taken, and leaves no process behind."""

    def source() -> Iterator[Capture]:
        yield from pages(1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(read_each(source(), jobs=1))
    assert not multiprocessing.active_children()
