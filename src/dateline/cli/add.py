"""`dateline add`: pages into the archive, many at a time."""

from __future__ import annotations

import click

from dateline.cli.intake import Intake
from dateline.cli.options import PageOptions, archive_option, files_of, page_options, reading_options
from dateline.cli.output import say


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print what became of each page, one JSON object a line.")
@reading_options
@page_options
def command(paths: tuple[str, ...], archive: str, as_json: bool, jobs: int | None, deadline: float, given: PageOptions) -> None:
    """Read pages and keep them in the archive, which is made if it is missing.

    PATH is a file, a folder (with all pages in and below it), a pattern, an address (s3://…), or - for standard input: pages,
    WARC and WET, RSS and Atom, JSONL and Parquet; gzip and zstd are unpacked. What is there already is not read again, so a run
    that was interrupted goes on where it stopped. A page that cannot be read is told and kept in the list of failures; the others
    are added all the same.
    """
    from dateline import open_archive

    intake = Intake(given, archive, jobs=jobs, deadline=deadline, as_json=as_json)
    files = list(files_of(paths, given, intake.missing))
    with open_archive(archive, create=True) as opened:
        try:
            intake.run(opened, files)
        finally:  # also when the disk is full: what is told as added is on disk
            say(f"{intake.summary()}; archive: {opened.name}")
    if intake.interrupted:
        raise KeyboardInterrupt
    if intake.counts["failed"]:
        raise click.exceptions.Exit(1)
