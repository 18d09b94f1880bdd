"""`kill -9` at random moments of `dateline add`: afterwards the archive is sound, and holds all that was reported."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

from dateline import open_archive

from .corpus import BLOCK, Corpus

_PAGES = 2_000
_MOMENTS = (0.1, 1.05)  # of the time that a whole run takes: from before the archive is made to after the end


def measure(folder: Path, kills: int) -> dict[str, Any]:
    """Kill so many runs; raises when an archive is not sound, something reported is missing, or a second run makes doubles."""
    pages = _pages(folder / "pages")
    source = random.Random(9)
    command = [sys.executable, "-m", "dateline", "add", str(pages), "--json", *_jobs()]
    archive = folder / "killed"
    reported = interrupted = 0
    start = time.monotonic()
    _run([*command, "--archive", str(folder / "whole")])
    whole = time.monotonic() - start
    for _ in range(kills):
        shutil.rmtree(archive, ignore_errors=True)
        with subprocess.Popen(
            [*command, "--archive", str(archive)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as child:
            if child.stdout is None:
                raise AssertionError("the pipe was asked for")
            time.sleep(source.uniform(*_MOMENTS) * whole)
            interrupted += child.poll() is None
            child.kill()
            lines = [json.loads(line) for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        ids = [line["id"] for line in lines if line["status"] == "added"]
        reported += len(ids)
        if ids or archive.exists():
            _sound(archive, ids)
    _run([*command, "--archive", str(archive)])
    with open_archive(archive) as opened:
        counts = opened.counts()
    if not counts.articles == counts.captures == _PAGES:
        raise AssertionError(f"running again gave {counts} for {_PAGES} pages")
    return {"kills": kills, "interrupted": interrupted, "reported": reported, "pages": _PAGES}


def _run(command: list[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def _sound(archive: Path, ids: list[str]) -> None:
    with open_archive(archive, create=True) as opened:
        for each in ids:
            opened.get(each)
        problems = list(opened.check())
    if problems:
        raise AssertionError(problems[:3])


def _jobs() -> list[str]:
    """Parallel readers, where there are some."""
    helped = subprocess.run([sys.executable, "-m", "dateline", "add", "--help"], capture_output=True, text=True, check=True)
    return ["--jobs", "2"] if "--jobs" in helped.stdout else []


def _pages(folder: Path) -> Path:
    """The corpus as web pages."""
    folder.mkdir(exist_ok=True)
    corpus = Corpus(seed=5)
    for number, (_, article) in enumerate(record for at in range(_PAGES // BLOCK) for record in corpus.block(at)):
        paragraphs = "".join(f"<p>{escape(paragraph.text)}</p>" for paragraph in article.body)
        head = f'<title>{escape(article.headline or "")}</title><link rel="canonical" href="{escape(article.uri)}">'
        (folder / f"{number:05d}.html").write_text(
            f"<!DOCTYPE html><html><head>{head}</head><body><h1>{article.headline}</h1>{paragraphs}</body></html>"
        )
    return folder
