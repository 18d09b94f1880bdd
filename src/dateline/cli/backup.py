"""`dateline backup`: a copy of the archive, made while others write."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, say


@click.command("backup")
@click.argument("folder", type=click.Path(path_type=Path))
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print how much was copied, as one JSON object.")
def command(folder: Path, archive: str, as_json: bool) -> None:
    """Copy the archive into FOLDER, which is to be new or empty; the copy is an archive of one moment.

    It may be opened like any other, and `restore` makes an archive of it again.
    """
    with opened(archive) as store:
        store.backup(folder)
    with opened(str(folder)) as copy:
        counts = copy.counts()
    if as_json:
        emit_json(counts)
    say(f"{counts.articles:,} articles, {counts.captures:,} captures copied to {folder}")
