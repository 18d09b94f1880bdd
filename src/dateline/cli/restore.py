"""`dateline restore`: an archive made from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, say


@click.command("restore")
@click.argument("backup", type=click.Path(path_type=Path))
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print how much was restored, as one JSON object.")
def command(backup: Path, archive: str, as_json: bool) -> None:
    """Make an archive from a BACKUP, in the place that --archive names, which is to be new or empty.

    The backup is checked first; from a damaged one nothing is made.
    """
    from dateline.archive import restore

    restore(backup, archive)
    with opened(archive) as store:
        counts, name = store.counts(), store.name
    if as_json:
        emit_json(counts)
    say(f"{counts.articles:,} articles, {counts.captures:,} captures restored to {name}")
