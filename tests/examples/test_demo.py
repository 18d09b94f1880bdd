"""The demo runs, again too, and clears away nothing that it did not make."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "examples" / "demo.sh"

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")


def demo(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the demo with `folder` as working folder."""
    environ = os.environ | {"BIN": str(Path(sys.executable).parent), "XDG_CONFIG_HOME": str(folder)}
    return subprocess.run(["sh", str(SCRIPT)], cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)


def test_demo_runs_twice(tmp_path: Path) -> None:
    """The demo reads all pages into a new archive, finds some again, and can be run again."""
    pages = len(list((SCRIPT.parent / "pages").iterdir()))
    for _ in range(2):
        ran = demo(tmp_path)
        assert ran.returncode == 0, ran.stderr
        assert f"{pages} added, 0 unchanged, 0 failed" in ran.stderr
        assert "0 found" not in ran.stderr
        assert "Try next" in ran.stdout
        assert re.search(r"dateline serve --archive demo-archive --profiles \S+/outlets\n\Z", ran.stdout)


def test_demo_leaves_foreign_folders_alone(tmp_path: Path) -> None:
    """A folder of the archive's name that the demo did not make stays as it is."""
    kept = tmp_path / "demo-archive" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    ran = demo(tmp_path)
    assert ran.returncode == 1
    assert "not made by the demo" in ran.stderr
    assert kept.read_text("utf-8") == "mine"
