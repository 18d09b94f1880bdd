"""`dateline attention`: how many of the found articles were published when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from dateline.cli.bounds import bound_options
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, say, stdout_console

if TYPE_CHECKING:
    from dateline.archive import Attention

_BAR = 40  # characters of the longest bar on a terminal


@click.command("attention")
@click.argument("words", nargs=-1, metavar="[QUERY]")
@archive_option
@bound_options
@click.option(
    "--every", type=click.Choice(("day", "week", "month")), default="month", show_default=True, help="How wide a bucket is."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    words: tuple[str, ...], archive: str, bounds: dict[str, str | None], every: Literal["day", "week", "month"], as_json: bool
) -> None:
    """Count what a QUERY finds, else everything, by the day, week (from Monday) or month of publication.

    A line is the first day of a bucket and a count; empty buckets are left out. Articles whose publish time is not known well enough
    are told on standard error.
    """
    with opened(archive) as store:
        found = store.attention(" ".join(words), every=every, **bounds)
    if as_json:
        emit_json(found)
        return
    _print(found)
    if found.unplaced:
        say(f"{found.unplaced:,} without a publish time that tells the {every}")


def _print(found: Attention) -> None:
    console = stdout_console()
    most = max((bucket.count for bucket in found.buckets), default=1)
    for bucket in found.buckets:
        if console.is_terminal:
            console.out(f"{bucket.start}  {bucket.count:>8,}  {'█' * max(1, round(_BAR * bucket.count / most))}")
        else:
            click.echo(f"{bucket.start}\t{bucket.count}")
