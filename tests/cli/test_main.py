"""The program as a process: pipes, locales, version, schema, and the generated reference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline import __version__

if TYPE_CHECKING:
    from tests.cli.conftest import Runner

ROOT = Path(__file__).parents[2]


def process(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """`python -m dateline` run in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environ,
        check=False,
    )


def test_version() -> None:
    """`dateline --version` prints the name and the version."""
    ran = process("--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"dateline {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["read", "--json"], ["read", "--explain"], ["schema"], ["--help"]], ids=" ".join)
def test_closed_pipe_ends_quietly(pages: Path, arguments: list[str]) -> None:
    """When nobody reads on, the program ends without a word."""
    places = [str(pages)] * 30 if arguments[0] == "read" else []
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as stdout:
        ran = subprocess.run(
            [sys.executable, "-m", "dateline", *arguments, *places], stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    assert ran.stderr == b""


def test_terminal_without_unicode(pages: Path) -> None:
    """Where stdout cannot take a character, an escape stands for it; JSON is UTF-8 everywhere."""
    page = pages / "1.html"
    page.write_text(page.read_text("utf-8").replace("lighthouse", "phare à éclipses"), "utf-8")
    ascii_ = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert r"Council moves phare \xe0 \xe9clipses" in process("read", str(page), **ascii_).stdout
    assert json.loads(process("read", str(page), "--json", **ascii_).stdout)["headline"] == "Council moves phare à éclipses"


def test_schema_is_printed(dateline_: Runner) -> None:
    """`dateline schema` prints the JSON Schema that docs/ keeps."""
    kept = json.loads((ROOT / "docs" / "schema" / "article.json").read_text("utf-8"))
    assert json.loads(dateline_("schema").out) == kept


def test_generated_docs_are_fresh() -> None:
    """docs/cli.md and the schema say what the program says."""
    check = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (check.returncode, check.stderr) == (0, "")
