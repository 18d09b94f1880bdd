"""`dateline check`: whether an archive is whole."""

from __future__ import annotations

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line, say


@click.command("check")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(archive: str, as_json: bool) -> None:
    """Look over the whole archive: the database, the hashes of all captures, records and their spans, references.

    Nothing is changed, and others may write meanwhile. A line is a kind of problem, what it concerns, and what is wrong. The exit
    code is 0 when the archive is clean, 1 when it is not.
    """
    problems = 0
    with opened(archive) as store:
        for problem in store.check():
            problems += 1
            if as_json:
                emit_json(problem)
            else:
                click.echo(f"{problem.kind}\t{one_line(problem.subject)}\t{one_line(problem.detail)}")
        captures = store.counts().captures
    if problems:
        say(f"{problems:,} {'problem' if problems == 1 else 'problems'}; a backup brings back what is lost")
        raise click.exceptions.Exit(1)
    say(f"clean: {captures:,} captures")
