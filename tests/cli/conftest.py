"""A command line that is run in this process, and pages to run it on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

from dateline.cli import run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{headline} - Harbour Post</title>
<link rel="canonical" href="https://harbourpost.example/{number}"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{headline}</h1><p>By Mara Quill</p>
<p>12 May 2023</p><p>The harbour council said on Friday that the {word} would be moved to the northern quay before the end
of the year, after a winter in which three storms had taken its roof.</p><p>The cost, which was put at two million, is
to be paid from the fund for the old breakwater, and nobody on the council spoke against it.</p></article>
<footer>Copyright Harbour Post</footer></body></html>"""


@dataclass(frozen=True)
class Ran:
    """What a command gave: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        """The JSON objects on stdout, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Runner(Protocol):
    """Runs `dateline` with arguments."""

    def __call__(self, *arguments: str | Path) -> Ran:
        """Run it and give what came out."""
        ...


@pytest.fixture
def dateline_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """`dateline` with an archive, a home and a working folder of its own."""
    monkeypatch.setenv("DATELINE_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of three pages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, word in enumerate(("lighthouse", "crane", "fish market"), 1):
        page = PAGE.format(headline=f"Council moves {word}", word=word, number=number)
        (folder / f"{number}.html").write_text(page, "utf-8")
    return folder
