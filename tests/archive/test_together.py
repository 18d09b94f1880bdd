"""Several programs on one archive, and programs that are killed: nothing that was reported is lost, and nothing is there twice."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest

from dateline.archive import open_archive

if TYPE_CHECKING:
    from collections.abc import Callable

PRELUDE = """
import sys, time
from tests.archive.conftest import make_page
from dateline.archive import open_archive
"""


def command(script: str, *arguments: str) -> list[str]:
    """A command that runs a script with the maker of pages."""
    return [sys.executable, "-c", PRELUDE + textwrap.dedent(script), *arguments]


@pytest.mark.parametrize("seconds", [0.02, 0.06, 0.11, 0.17])
def test_killed_while_adding(place: Callable[[str], str], seconds: float) -> None:
    """After kill -9 the archive opens, holds all that was reported, and running again completes it without doubles."""
    script = """
        with open_archive(sys.argv[1], create=True) as archive:
            print("ready", flush=True)
            pages = (make_page(f"needle {n} " + "hay " * 300, url=f"https://a.example/{n}") for n in range(1200))
            for added in archive.add_many(pages):
                print(added.id, flush=True)
    """
    with subprocess.Popen(command(script, place("archive")), stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.kill()
        reported = [line.strip() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    with open_archive(place("archive")) as archive:
        for uri in reported:
            assert archive.get(uri).uri == uri
        assert archive.search("needle").total == archive.counts().articles >= len(reported)
        assert list(archive.check()) == []
    done = subprocess.run(command(script, place("archive")), capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.count("\n") == 1201, done.stderr
    with open_archive(place("archive")) as archive:
        counts = archive.counts()
        assert (counts.articles, counts.captures, counts.contents) == (1200, 1200, 1200)
        assert list(archive.check()) == []


def test_several_programs_add_at_once(place: Callable[[str], str]) -> None:
    """None fails, though all want to make the archive; nothing is lost, and what two of them add is there once."""
    script = """
        first = int(sys.argv[2])
        with open_archive(sys.argv[1], create=True) as archive:
            for n in range(first, first + 150):
                archive.add(*make_page(f"needle {n}", url=f"https://a.example/{n}"))
    """
    children = [subprocess.Popen(command(script, place("archive"), str(first))) for first in (0, 100, 200)]
    assert [child.wait(120) for child in children] == [0, 0, 0]
    with open_archive(place("archive")) as archive:
        assert archive.counts().captures == archive.search("needle").total == 350


def test_writers_and_readers_at_once(place: Callable[[str], str]) -> None:
    """Eight programs add in batches while sixteen search: none fails, what is reported is found, nothing is there twice."""
    write = """
        with open_archive(sys.argv[1]) as archive:
            first = int(sys.argv[2]) * 40
            batches = [[n % 200 for n in range(first + start, first + start + 20)] for start in (0, 20)]
            for batch in batches:
                made = [make_page(f"needle {n} " + "hay " * 30, url=f"https://a.example/{n}") for n in batch]
                for added in archive.add_many(made):
                    print(added.id)
    """
    read = """
        with open_archive(sys.argv[1]) as archive:
            before = 0
            for _ in range(5):
                found = archive.search("needle", limit=5)
                assert found.total >= before and len(found.hits) == min(5, found.total)
                before = found.total
    """
    open_archive(place("archive"), create=True).close()
    writers = [subprocess.Popen(command(write, place("archive"), str(n)), stdout=subprocess.PIPE, text=True) for n in range(8)]
    readers = [subprocess.Popen(command(read, place("archive"))) for _ in range(16)]
    reported = {line for writer in writers for line in writer.communicate(timeout=300)[0].split()}
    assert [child.wait(300) for child in writers] == [0] * 8
    assert [child.wait(300) for child in readers] == [0] * 16
    with open_archive(place("archive")) as archive:
        assert {summary.id for summary in archive.list()} == reported
        counts = archive.counts()
        assert counts.articles == counts.captures == archive.search("needle").total == len(reported) == 200
        assert list(archive.check()) == []
