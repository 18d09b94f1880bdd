"""`dateline bulk`: crawls into Parquet, on this machine or on a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.output import emit_json, one_line, progress, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.bulk import Engine
    from dateline.errors import SourceError


@click.command("bulk")
@click.argument("places", nargs=-1, metavar="IN...")
@click.argument("out", metavar="OUT")
@click.option("--engine", type=click.Choice(["local", "spark", "ray"]), default="local", show_default=True, help="What runs it.")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Spark's master (spark://…, yarn) or Ray's address (auto, ray://…); else what the engine's environment says.",
)
@click.option("--by", type=click.Choice(["month", "outlet"]), default="month", show_default=True, help="Partition the output.")
@click.option("--paths", multiple=True, metavar="FILE", help="A file that lists what to read, a path a line (warc.paths.gz).")
@click.option(
    "--index", multiple=True, metavar="FILE", help="An index of records to read: file, offset, length (Parquet, CSV, CDXJ)."
)
@click.option(
    "--prefix", default="", metavar="PLACE", help="What comes before the paths in lists and indexes (s3://commoncrawl/)."
)
@click.option("--jobs", type=click.IntRange(1, 1_000), metavar="N", help="Processes of the local engine; else one a core.")
@click.option(
    "--deadline",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Give up a page that takes longer to read.",
)
@click.option("--max-bytes", type=click.IntRange(1), metavar="N", help="Give up a page that is larger; else 64 MiB.")
@click.option(
    "--profiles",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of outlet profiles (*.toml), beside your own in the XDG configuration directory.",
)
@click.option("--copies", is_flag=True, help="Find the groups of copies over all the output, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(
    places: tuple[str, ...], out: str, engine: str, cluster: str | None, jobs: int | None, as_json: bool, **rest: Any
) -> None:
    """Read everything in IN into Parquet files under OUT, one row a capture, whatever became of it.

    IN and OUT are files and folders, or addresses (s3://…, hdfs://…); in IN are WARC and WET, Parquet of captures, and all else that
    `dateline add` takes. A run that was stopped goes on where it was. The report lies in OUT/_dateline/report.json, and
    `dateline add OUT` takes the records into an archive.
    """
    from dateline import ReadOptions
    from dateline.bulk import GROUPS, MAX_BYTES, Kernel, Work, find_copies, run
    from dateline.sources import read_profiles

    missing: list[SourceError] = []
    files = list(_files(places, rest["paths"], rest["prefix"], missing))
    for error in missing:
        say(f"failed: {one_line(str(error))}")
    kernel = Kernel(
        reading=ReadOptions(profiles=read_profiles(rest["profiles"])),
        deadline=rest["deadline"],
        max_bytes=rest["max_bytes"] or MAX_BYTES,
    )
    chosen = _engine(engine, cluster, jobs)
    with progress("reading", 1) as advance:
        report = run(
            Work(out=out, by=rest["by"], kernel=kernel),
            files,
            _ranges(rest["index"], rest["prefix"]),
            engine=chosen,
            advance=lambda done, of: advance(done / of, done),
        )
    if as_json:
        emit_json(report)
    counts = ", ".join(f"{count:,} {kind}" for kind, count in report.outcomes.items())
    say(f"{report.captures:,} captures: {counts or 'none'}; output: {out}")
    if rest["copies"]:
        say(f"{find_copies(out, engine=chosen):,} groups of copies; {out.rstrip('/')}/{GROUPS}")
    if missing:
        raise click.exceptions.Exit(1)


def _files(places: tuple[str, ...], lists: tuple[str, ...], prefix: str, missing: list[SourceError]) -> Iterator[str]:
    from dateline.bulk import read_paths
    from dateline.sources import find_files

    yield from find_files(places, failed=missing.append)
    for each in lists:
        yield from read_paths(each, prefix=prefix)


def _ranges(indexes: tuple[str, ...], prefix: str) -> Iterator[Any]:
    from dateline.bulk import read_index

    for each in indexes:
        yield from read_index(each, prefix=prefix)


def _engine(name: str, cluster: str | None, jobs: int | None) -> Engine:
    """The engine of that name; what it needs is imported when it is wanted."""
    if name == "spark":
        from dateline.bulk.spark import Spark

        return Spark(cluster)
    if name == "ray":
        from dateline.bulk.ray import Ray

        return Ray(cluster)
    from dateline.bulk import Local

    return Local(jobs)
