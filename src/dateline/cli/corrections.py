"""`dateline corrections`: what was set right by hand, taken back, or given out as gold."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING

import click

from dateline.cli.export import written
from dateline.cli.listing import HASH_SHOWN
from dateline.cli.options import archive_option, opened
from dateline.cli.output import cut, emit_json, one_line, say

if TYPE_CHECKING:
    from dateline.archive import Correction

_SHOWN = 60  # characters of a value


@click.command("corrections")
@click.argument("id_", metavar="[ID]", required=False)
@archive_option
@click.option("--withdraw", type=click.IntRange(1), metavar="NUMBER", help="Take a correction back; needs --by.")
@click.option("--by", metavar="NAME", help="Who takes it back.")
@click.option("--gold", metavar="FILE", help="Write the corrected pages as training gold (Parquet), instead of listing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(id_: str | None, archive: str, withdraw: int | None, by: str | None, gold: str | None, as_json: bool) -> None:
    """List the corrections of an article, or all, the latest first.

    A line is number, time, capture, field, the reader's value, the value by hand, and who set it; withdrawn ones say so. Gold has
    the columns of the sets that the reader is trained and scored with: only what was corrected or confirmed is in it.
    """
    if (withdraw is None) != (by is None):
        raise click.UsageError("--withdraw and --by go together")
    if gold is not None and (id_ is not None or withdraw is not None):
        raise click.UsageError("--gold goes alone")
    with opened(archive) as store:
        if gold is not None:
            from dateline.exchange import write_gold

            counter = count()
            with written(gold) as file:
                file.writelines(write_gold(page for page, _ in zip(store.labelled(), counter, strict=False)))
            say(f"{next(counter):,} pages")
            return
        found = [store.withdraw(withdraw, by=by)] if withdraw is not None and by is not None else store.corrections(id_)
        for each in found:
            emit_json(each) if as_json else click.echo(_line(each))


def _line(each: Correction) -> str:
    cells = [
        str(each.id),
        f"{each.at:%Y-%m-%d %H:%M}Z",
        each.capture[:HASH_SHOWN],
        each.field,
        _text(each.machine),
        _text(each.value),
    ]
    who = each.by if each.withdrawn_by is None else f"{each.by}, withdrawn by {each.withdrawn_by}"
    return "\t".join([*cells, one_line(who)])


def _text(value: object) -> str:
    """A value of a record's JSON in one short line; `-` for none."""
    match value:
        case None | [] | "":
            return "-"
        case str():
            return cut(one_line(value), _SHOWN)
        case {"text": str(text)} | {"name": str(text)}:
            return cut(one_line(text), _SHOWN)
        case list():
            return cut("; ".join(map(_text, value)), _SHOWN)
    return cut(one_line(json.dumps(value, ensure_ascii=False)), _SHOWN)
