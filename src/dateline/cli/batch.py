"""`dateline batch`: the queries of a CSV file, counted."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, Literal, TextIO

import click

from dateline.cli.options import STDIN, archive_option, opened
from dateline.cli.output import emit_json, one_line, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.archive import BatchResult


@click.command("batch")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@archive_option
@click.option(
    "--attention",
    "every",
    type=click.Choice(("day", "week", "month")),
    help="Count by the day, week or month of publication: one row a bucket.",
)
@click.option("--fold", is_flag=True, help="Count a text and its copies (wire copy, syndication) as one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a query instead of CSV.")
def command(file: str, archive: str, every: Literal["day", "week", "month"] | None, fold: bool, as_json: bool) -> None:
    """Run the queries of a CSV FILE, or of standard input (-), and print CSV: the file's columns, and how many articles were found.

    The first line of FILE names the columns: query, and from, to and outlet if wanted; others stay as they are. With --attention a row
    has the first day of a bucket and its count; articles whose time is not known well enough stand in a row without a day. A query that
    does not parse is told, has no count, and makes the exit code 1.
    """
    from dateline.archive import read_queries, run_batch

    failed: list[int] = []
    with opened(archive) as store, _lines(file) as lines:
        results = _told(run_batch(store, read_queries(lines, origin=file), every=every, fold_copies=fold), failed)
        if as_json:
            for result in results:
                emit_json(result)
        else:
            for rows in _csv(results, attention=every is not None):
                click.echo(rows, nl=False)
    if failed:
        raise click.exceptions.Exit(1)


def _told(results: Iterable[BatchResult], failed: list[int]) -> Iterator[BatchResult]:
    """The results, while queries that do not parse are told and their lines noted."""
    for result in results:
        if result.error is not None:
            failed.append(result.query.line)
            say(f"line {result.query.line}: {result.error}")
        yield result


def _lines(file: str) -> TextIO:
    stream = sys.stdin.buffer if file == STDIN else open(file, "rb")  # noqa: SIM115 - closed by the caller's `with`
    return io.TextIOWrapper(stream, "utf-8-sig", newline="")


def _csv(results: Iterable[BatchResult], *, attention: bool) -> Iterator[bytes]:
    """The table, a few lines at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    measured = ["start", "count", "error"] if attention else ["found", "error"]
    for number, result in enumerate(results):
        if number == 0:
            writer.writerow([*result.query.cells, *measured])
        for row in _buckets(result) if attention else [[result.found, _error(result)]]:
            writer.writerow([*result.query.cells.values(), *row])
        yield buffer.getvalue().encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()


def _buckets(result: BatchResult) -> list[list[object]]:
    if result.attention is None:
        return [["", "", _error(result)]]
    unplaced = [["", result.attention.unplaced, ""]] if result.attention.unplaced else []
    return [*([bucket.start, bucket.count, ""] for bucket in result.attention.buckets), *unplaced]


def _error(result: BatchResult) -> str:
    return one_line(result.error.partition("\n")[0]) if result.error else ""
