"""`dateline copies`: the articles with nearly the same text."""

from __future__ import annotations

import click

from dateline.cli.listing import print_summaries
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, say


@click.command("copies")
@click.argument("id_", metavar="ID")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(id_: str, archive: str, as_json: bool) -> None:
    """List an article and its copies (wire copy, syndication), the first published first.

    A publish time that is known to the day counts as that day's end; articles without one come last. ID is a uri, or the beginning
    of a hash as `list` shows it.
    """
    with opened(archive) as store:
        group = store.copies(id_)
    if as_json:
        for each in group:
            emit_json(each)
    else:
        print_summaries(group)
    say(f"{len(group) - 1:,} {'copy' if len(group) == 2 else 'copies'}")
