"""`dateline search`: articles found again."""

from __future__ import annotations

import click

from dateline.cli.listing import print_hits
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, say


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@archive_option
@click.option("--from", "from_", metavar="DATE", help="Published on or after: 2021, 2021-11, 2021-11-23, 2021-11-23T18:00Z.")
@click.option("--to", metavar="DATE", help="Published on or before.")
@click.option("--outlet", metavar="OUTLET", help="Only this outlet's: a profile's id, or a domain.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many, best first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(
    words: tuple[str, ...], archive: str, from_: str | None, to: str | None, outlet: str | None, limit: int, as_json: bool
) -> None:
    """Find articles by the words of headline, byline and body.

    All words have to occur. A "phrase in quotes", a begin*, OR, NOT and parentheses are understood, and fields:
    headline: byline: author: section: keyword: outlet: lang: genre: kind: id:.
    """
    with opened(archive) as store:
        found = store.search(" ".join(words), from_=from_, to=to, outlet=outlet, limit=limit)
    if as_json:
        for hit in found.hits:
            emit_json(hit)
    else:
        print_hits(found.hits)
    shown = len(found.hits)
    say(f"{found.total:,} found" + (f", the best {shown:,} shown; --limit shows more" if shown < found.total else ""))
