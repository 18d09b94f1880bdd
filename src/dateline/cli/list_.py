"""`dateline list`: what is in the archive."""

from __future__ import annotations

import click

from dateline.cli.listing import print_summaries
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json


@click.command("list")
@archive_option
@click.option("--outlet", metavar="OUTLET", help="Only this outlet's: a profile's id, or a domain.")
@click.option("--kind", metavar="KIND", help="Only this kind: article, listing, ...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(archive: str, outlet: str | None, kind: str | None, as_json: bool) -> None:
    """List the archive's articles, newest publish time first."""
    with opened(archive) as store:
        summaries = store.list(outlet=outlet, kind=kind)
        if not as_json:
            print_summaries(summaries)
            return
        for summary in summaries:
            emit_json(summary)
