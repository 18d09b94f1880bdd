"""The archive, measured: `make bench-archive` writes docs/benchmarks-archive.md.

    python -m benchmarks.archive                          # everything on 100,000 records (about ten minutes)
    python -m benchmarks.archive adding search --records 1000000
    python -m benchmarks.archive crowd --archive postgresql://user@host/database

Each part is measured beside bare FTS5 in the same run, block by block in turn, since the machine is shared: read the ratios.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import adding, crowd, finding
from .archive_page import written

DOCS = Path(__file__).resolve().parent.parent / "docs"
# What each part found last is kept, so that one part can be measured anew.
RESULTS = Path(__file__).resolve().parent / "archive.json"

Part = Callable[[Path, argparse.Namespace], dict[str, Any]]

# In this order: the parts after the first use the archive that it makes.
PARTS: dict[str, Part] = {
    "adding": lambda folder, args: adding.measure(folder, args.records),
    "reading": lambda folder, _: adding.with_reading(folder),
    "search": lambda folder, args: finding.measure(folder, args.records, args.queries),
    "memory": lambda folder, args: adding.memory(folder, args.records),
    "crowd": lambda folder, args: crowd.measure(args.archive or str(folder / "crowd"), args.seconds),
}


def main() -> None:
    """Measure the parts asked for and write the page from all that is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="of: " + ", ".join(PARTS))
    parser.add_argument("--records", type=int, default=100_000, help="of the archive that is added to and searched")
    parser.add_argument("--queries", type=int, default=finding.QUERIES, help="that are timed")
    parser.add_argument("--seconds", type=float, default=60.0, help="that a crowd adds and searches")
    parser.add_argument("--archive", help="where a crowd meets, instead of a new folder")
    parser.add_argument(
        "--folder", type=Path, help="where to build (13 GB a million records); kept, and used again if it is there"
    )
    args = parser.parse_args()
    results: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.is_file() else {}
    folder = args.folder or Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for part in args.parts or PARTS:
            name = f"{part} {args.records}" if part in ("adding", "search", "memory") else part
            if part == "crowd":
                name = "crowd PostgreSQL" if args.archive else "crowd SQLite"
            results[name] = PARTS[part](folder, args)
            print(json.dumps({name: results[name]}, indent=1))
            RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    finally:
        if args.folder is None:
            shutil.rmtree(folder)
    notes = (DOCS / "benchmarks-archive-notes.md").read_text()  # kept by hand
    (DOCS / "benchmarks-archive.md").write_text(f"{written(results)}\n{notes}")


if __name__ == "__main__":
    main()
