"""`dateline notes`: readers' notes on articles, to be looked at and shown or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.listing import HASH_SHOWN
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line

if TYPE_CHECKING:
    from dateline.archive import State


@click.command("notes")
@click.argument("id_", metavar="[ID]", required=False)
@archive_option
@click.option("--state", type=click.Choice(("pending", "shown", "hidden")), help="Only those in this state.")
@click.option("--show", "shown", type=click.IntRange(1), multiple=True, metavar="NUMBER", help="Show a note; may be repeated.")
@click.option("--hide", "hidden", type=click.IntRange(1), multiple=True, metavar="NUMBER", help="Hide a note; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print one note a line, in the W3C's Web Annotation form.")
def command(
    id_: str | None, archive: str, state: State | None, shown: tuple[int, ...], hidden: tuple[int, ...], as_json: bool
) -> None:
    """List readers' notes on an article, or all, the latest first; or show and hide them.

    A line is number, time, capture, state, who wrote it, the passage, and the note.
    """
    from dateline.archive import w3c

    with opened(archive) as store:
        done = [store.moderate(number, "shown") for number in shown] + [store.moderate(number, "hidden") for number in hidden]
        for each in done or store.annotations(id_, state=state):
            if as_json:
                emit_json(w3c(each))
                continue
            passage = one_line(each.passage.exact) if each.passage else "-"
            cells = (str(each.id), f"{each.at:%Y-%m-%d %H:%M}Z", each.capture[:HASH_SHOWN], each.state)
            click.echo("\t".join([*cells, one_line(each.by), passage, one_line(each.body)]))
