"""The check on module sizes finds what is too long."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent / "module_sizes.py"


def test_only_long_modules_are_named(tmp_path: Path) -> None:
    """A module over the limit is named with its size and fails the check; one at the limit does neither."""
    (tmp_path / "stage").mkdir()
    (tmp_path / "stage" / "long.py").write_text("x = 1\n" * 501, "utf-8")
    (tmp_path / "short.py").write_text("x = 1\n" * 500, "utf-8")
    ran = subprocess.run([sys.executable, SCRIPT, tmp_path], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "stage/long.py: 501 lines, at most 500\n")


def test_source_is_within_the_limit() -> None:
    """No module of Dateline is too long."""
    ran = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
