"""`dateline facets`: what values found articles have."""

from __future__ import annotations

import click

from dateline.cli.bounds import bound_options
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line


@click.command("facets")
@click.argument("words", nargs=-1, metavar="[QUERY]")
@archive_option
@bound_options
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many values of each field.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(words: tuple[str, ...], archive: str, bounds: dict[str, str | None], limit: int, as_json: bool) -> None:
    """Count the outlets, languages, genres, kinds and sections of what a QUERY finds, else of everything.

    A line is a field, a value and a count, the most frequent first.
    """
    with opened(archive) as store:
        found = store.facets(" ".join(words), limit=limit, **bounds)
    if as_json:
        emit_json(found)
        return
    for field in found.__struct_fields__:
        for each in getattr(found, field):
            click.echo(f"{field}\t{one_line(each.value)}\t{each.count}")
