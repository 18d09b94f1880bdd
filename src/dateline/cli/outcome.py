"""`dateline outcome`: what became of a statement, set by hand."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line
from dateline.cli.statements import a_day

if TYPE_CHECKING:
    from datetime import date

    from dateline.archive import OutcomeKind

_OUTCOMES = ("kept", "broken", "moved", "withdrawn", "moot")


@click.command("outcome")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("outcome", required=False, type=click.Choice(_OUTCOMES))
@archive_option
@click.option("--remark", default="", help="Why, in your words.")
@click.option("--source", metavar="ID or URL", help="What shows it: an article of the archive, or an address.")
@click.option("--due", callback=a_day, metavar="DAY", help="With moved: the day it falls due now.")
@click.option("--by", metavar="NAME", help="Who says so; the name you are logged in with.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(
    number: int,
    outcome: OutcomeKind | None,
    archive: str,
    by: str | None,
    as_json: bool,
    remark: str,
    source: str | None,
    due: date | None,
) -> None:
    """Say what became of the statement with this NUMBER, as `dateline statements` shows it.

    Without an OUTCOME, show all that was said of it. Nothing that was set is ever overwritten; the last outcome counts.
    """
    with opened(archive) as store:
        if outcome is not None:
            store.set_outcome(number, outcome, by=by or getpass.getuser(), remark=remark, source=source, due=due)
        found = store.outcomes(number)
    for each in found:
        if as_json:
            emit_json(each)
            continue
        moved = f" to {each.due}" if each.due else ""
        rests = f" ({one_line(each.source)})" if each.source else ""
        click.echo(
            f"{each.at:%Y-%m-%d %H:%M} UTC  {each.outcome}{moved}  {one_line(each.by)}  {one_line(each.remark)}{rests}".rstrip()
        )
