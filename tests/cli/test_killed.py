"""`kill -9` while `dateline add` runs: a sample of what `make bench-archive` does two hundred times."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.cli.conftest import PAGE

import dateline

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = 1_050  # more than a batch, so that there is something to lose between two of them
_KILLS = 2


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Each time the archive opens and is sound, what was reported as added is there, and running again completes it without doubles."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(_PAGES):
        page = PAGE.format(headline=f"Council moves crane {number}", word=f"crane {number}", number=number)
        (pages / f"{number}.html").write_text(page, "utf-8")
    command = [sys.executable, "-m", "dateline", "add", str(pages), "--json", "--archive"]
    start = time.monotonic()
    subprocess.run([*command, str(tmp_path / "whole")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    whole = time.monotonic() - start
    archive = tmp_path / "archive"
    source = random.Random(4)
    for _ in range(_KILLS):
        shutil.rmtree(archive, ignore_errors=True)
        with subprocess.Popen([*command, str(archive)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
            assert child.stdout is not None
            time.sleep(source.uniform(0.2, 1.0) * whole)
            child.kill()
            reported = [json.loads(line) for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        with dateline.open_archive(archive, create=True) as opened:
            for each in reported:
                assert opened.get(each["id"]).capture == each["capture"]
            assert list(opened.check()) == []
    subprocess.run([*command, str(archive)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    with dateline.open_archive(archive) as opened:
        counts = opened.counts()
        assert counts.articles == counts.captures == counts.contents == _PAGES
        assert list(opened.check()) == []
