"""`dateline diff`: what changed between two versions of an article."""

from __future__ import annotations

from html import escape

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, safe, stdout_console

_PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ max-width: 45em; margin: 2em auto; font: 1rem/1.5 serif }} th {{ text-align: start; padding-inline-end: 1em }}
ins, p.added {{ background: #e2f4e2 }} del, p.removed {{ background: #fbe3e3 }}</style></head>
<body dir="auto">{body}</body></html>
"""
_STYLES = {"+": "green", "-": "red", "~": "yellow"}


def _number(_context: click.Context, argument: click.Parameter, value: str | None) -> int | None:
    """The number of a version; a usage error by the name that the help gives it."""
    if value is None:
        return None
    if not value.isdecimal() or int(value) < 1:
        name = {"old": "V1", "new": "V2"}[argument.name or ""]
        raise click.BadParameter(f"{value!r} is no number of a version; `dateline versions` shows them", param_hint=name)
    return int(value)


@click.command("diff")
@click.argument("id_", metavar="ID")
@click.argument("old", metavar="[V1", callback=_number, required=False)
@click.argument("new", metavar="V2]", callback=_number, required=False)
@archive_option
@click.option("--html", "as_html", is_flag=True, help="Print a web page.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(id_: str, old: int | None, new: int | None, archive: str, as_html: bool, as_json: bool) -> None:
    """Show what the publisher changed from version V1 of an article to V2: headlines, other fields, paragraphs and words.

    Without numbers the last two versions are compared, with one that version and the last. `+` stands before what was added, `-` before
    what was removed, `~` before a paragraph in which {+these words+} came and [-those-] went. `versions` shows the numbers.
    """
    from dateline.archive import diff_html, diff_text

    if as_html and as_json:
        raise click.UsageError("--html or --json, not both")
    with opened(archive) as store:
        found = store.diff(id_, old, new)
    if as_json:
        emit_json(found)
    elif as_html:
        click.echo(_PAGE.format(title=escape(found.id), body=diff_html(found)).encode(), nl=False)
    else:
        console = stdout_console()
        for line in diff_text(found).splitlines():
            if console.is_terminal:
                console.out(safe(line), style=_STYLES.get(line[:1]))
            else:
                click.echo(safe(line))
