"""`dateline correct`: set a field of an article right by hand."""

from __future__ import annotations

import json
from typing import Any

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line, say

# Fields that have several values: each VALUE is one of them.
_SEVERAL = ("authors", "keywords", "body")


@click.command("correct")
@click.argument("id_", metavar="ID")
@click.argument("field")
@click.argument("values", nargs=-1, metavar="[VALUE]...")
@archive_option
@click.option("--by", required=True, metavar="NAME", help="Who corrects it.")
@click.option("--note", metavar="TEXT", help="Why.")
@click.option("--absent", is_flag=True, help="The page has no such field.")
@click.option("--json-value", is_flag=True, help="VALUE is JSON, as the field is in the record.")
@click.option("--json", "as_json", is_flag=True, help="Print the correction as a JSON object.")
def command(id_: str, field: str, values: tuple[str, ...], archive: str, as_json: bool, **said: Any) -> None:
    """Set a FIELD of an article right by hand.

    The correction is kept beside the reader's value, and wins in the record, in searches and in exports, whatever reads the page
    anew; where the publisher changes the field, it does not hold. A VALUE that is the reader's own confirms it. Times are ISO
    8601 as precise as they are known (2021-11, 2021-11-23T18:00+03:30); authors, keywords and paragraphs of the body (in order,
    each a text of the page) are a VALUE each. ID is a uri, or the beginning of a hash as `list` shows it: the capture that
    the correction is made on.
    """
    value = _value(field, values, absent=said["absent"], json_value=said["json_value"])
    with opened(archive) as store:
        made = store.correct(id_, field, value, by=said["by"], note=said["note"])
    if as_json:
        emit_json(made)
    else:
        say(
            f"correction {made.id}: {field} of {one_line(made.article)}; `dateline corrections --withdraw {made.id}` takes it back"
        )


def _value(field: str, values: tuple[str, ...], *, absent: bool, json_value: bool) -> object:
    """The value that the command line gives, as the archive takes it."""
    if absent:
        if values:
            raise click.UsageError("--absent goes without a VALUE")
        return [] if field in _SEVERAL else None
    if not values:
        raise click.UsageError("give a VALUE, or --absent")
    if json_value:
        try:
            return json.loads(" ".join(values))
        except ValueError as error:
            raise click.UsageError(f"VALUE is no JSON: {error}") from error
    if field in _SEVERAL:
        return list(values)
    if len(values) > 1:
        raise click.UsageError(f"{field} has one value; quote it if it has spaces")
    return values[0]
