"""`dateline failures`: what could not be taken in, and why."""

from __future__ import annotations

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line, say


@click.command("failures")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(archive: str, as_json: bool) -> None:
    """List what could not be added, the latest first; what is added later goes off the list."""
    with opened(archive) as store:
        failures = list(store.failures())
    for failure in failures:
        if as_json:
            emit_json(failure)
        else:
            click.echo(f"{failure.at:%Y-%m-%d %H:%M}Z\t{one_line(failure.origin)}\t{one_line(failure.reason)}")
    if not failures and not as_json:
        say("no failures")
