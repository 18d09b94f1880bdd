"""`dateline read`: pages to records, without keeping them."""

from __future__ import annotations

import click

from dateline.cli.explain import print_evidence, print_lines
from dateline.cli.options import PageOptions, files_of, page_options
from dateline.cli.output import emit_json, one_line, say, stdout_console
from dateline.cli.record import print_record


@click.command("read")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--json", "as_json", is_flag=True, help="Print the whole record, one JSON object a line per page.")
@click.option("--explain", is_flag=True, help="Show each field's evidence, and what the reader made of every line.")
@page_options
def command(pages: tuple[str, ...], as_json: bool, explain: bool, given: PageOptions) -> None:
    """Read pages and print their records.

    PAGE is a file, a folder, a pattern, an address (s3://…), or - for standard input: what `add` takes.
    """
    if as_json and explain:
        raise click.UsageError("--json holds the evidence already; leave out --explain")
    from dateline import Capture, read_page
    from dateline.sources import Restored

    faults = 0

    def failed(what: object) -> None:
        nonlocal faults
        faults += 1
        say(f"failed: {one_line(str(what))}")

    options = given.reading()
    console = None if as_json else stdout_console()
    for name in files_of(pages, given, failed):
        for one in given.captures(name):
            if isinstance(one, Restored):
                emit_json(one.article) if console is None else print_record(console, one.capture.origin or name, one.article)
            elif isinstance(one, Capture):
                reading = read_page(one, options=options)
                if console is None:
                    emit_json(reading.article)
                    continue
                print_record(console, one.origin or name, reading.article)
                if explain:
                    print_evidence(console, reading.article)
                    print_lines(console, reading)
            elif one.fault:
                failed(f"{one.origin}: {one.reason}")
            else:
                say(f"passed over: {one_line(f'{one.origin}: {one.reason}')}")
    if faults:
        raise click.exceptions.Exit(1)
