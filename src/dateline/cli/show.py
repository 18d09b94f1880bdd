"""`dateline show`: one record from the archive, whole."""

from __future__ import annotations

import click

from dateline.cli.explain import print_evidence
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, stdout_console
from dateline.cli.record import print_record


@click.command("show")
@click.argument("id_", metavar="ID")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print the whole record as JSON, in one line.")
@click.option("--explain", is_flag=True, help="Show each field's evidence.")
def command(id_: str, archive: str, as_json: bool, explain: bool) -> None:
    """Show one record: its uri, or the beginning of its hash as `list` shows it."""
    if as_json and explain:
        raise click.UsageError("--json holds the evidence already; leave out --explain")
    with opened(archive) as store:
        article = store.get(id_)
    if as_json:
        emit_json(article)
        return
    console = stdout_console()
    print_record(console, article.uri, article, whole=True)
    if explain:
        print_evidence(console, article)
