"""What the cheap ways into the program may load; everything slow waits until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

# The project's own modules on each way, and the packages from elsewhere.
LOADED: dict[str, tuple[set[str], set[str]]] = {
    "import": ({"dateline", "dateline._version"}, set()),
    "version": ({"dateline", "dateline._version", "dateline.cli", "dateline.cli.output", "dateline.errors"}, {"click"}),
}
# Standard modules that cost more than they are worth before there is anything to do.
SLOW = {"asyncio", "sqlite3", "urllib.request", "http.client", "ssl", "multiprocessing", "unittest", "pydoc"}

WAYS = {
    "import": "import dateline",
    "version": "from dateline.cli import run\nrun(['--version'])",
}


@pytest.mark.parametrize("way", WAYS)
def test_only_what_is_needed_is_loaded(way: str) -> None:
    """`import dateline` and `dateline --version` load no reader, archive, terminal library or array package."""
    script = f"import sys\nbefore = set(sys.modules)\n{WAYS[way]}\nprint(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.splitlines()[-1].split())
    own, others = LOADED[way]
    assert {name for name in loaded if name.split(".")[0] == "dateline"} <= own
    assert {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names) - {"dateline"} <= others
    assert not loaded & SLOW
