"""`dateline read`: pages to records, without keeping them."""

from __future__ import annotations

import click

from dateline.cli.explain import print_evidence, print_lines
from dateline.cli.options import PageOptions, files_of, page_options
from dateline.cli.output import emit_json, say, stdout_console
from dateline.cli.record import print_record


@click.command("read")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--json", "as_json", is_flag=True, help="Print the whole record, one JSON object a line per page.")
@click.option("--explain", is_flag=True, help="Show each field's evidence, and what the reader made of every line.")
@page_options
def command(pages: tuple[str, ...], as_json: bool, explain: bool, given: PageOptions) -> None:
    """Read pages and print their records.

    PAGE is a file, a folder, a pattern, or - for standard input; gzip is unpacked.
    """
    if as_json and explain:
        raise click.UsageError("--json holds the evidence already; leave out --explain")
    from dateline import read_page
    from dateline.errors import SourceError

    failures: list[SourceError] = []

    def failed(error: SourceError) -> None:
        failures.append(error)
        say(f"failed: {error}")

    options = given.reading()
    console = None if as_json else stdout_console()
    for name in files_of(pages, given, failed):
        try:
            capture = given.capture(name)
        except SourceError as error:
            failed(error)
            continue
        reading = read_page(capture, options=options)
        if console is None:
            emit_json(reading.article)
            continue
        print_record(console, capture.origin or name, reading.article)
        if explain:
            print_evidence(console, reading.article)
            print_lines(console, reading)
    if failures:
        raise click.exceptions.Exit(1)
