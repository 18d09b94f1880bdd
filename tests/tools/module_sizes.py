"""Fail when a module has grown so large that nobody reads it: `python tests/tools/module_sizes.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

MAX_LINES = 500
SOURCE = Path(__file__).parents[2] / "src"


def too_long(source: Path) -> list[str]:
    """The modules below `source` that are over the limit, as `path: lines`."""
    sizes = ((path, len(path.read_text("utf-8").splitlines())) for path in sorted(source.rglob("*.py")))
    return [f"{path.relative_to(source)}: {lines} lines, at most {MAX_LINES}" for path, lines in sizes if lines > MAX_LINES]


def main() -> int:
    """Print what is too long; 1 if anything is."""
    faults = too_long(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
