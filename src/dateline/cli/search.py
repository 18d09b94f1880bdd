"""`dateline search`: articles found again."""

from __future__ import annotations

from typing import Literal

import click

from dateline.cli.bounds import bound_options
from dateline.cli.listing import print_hits
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, say


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@archive_option
@bound_options
@click.option(
    "--sort",
    type=click.Choice(("relevance", "time")),
    default="relevance",
    show_default=True,
    help="The best or the newest first.",
)
@click.option("--fold", is_flag=True, help="Show one of a text and its copies (wire copy, syndication), and count them as one.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@click.option("--cursor", metavar="CURSOR", help="Go on where the same search stopped: what it printed last on standard error.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(
    words: tuple[str, ...],
    archive: str,
    bounds: dict[str, str | None],
    sort: Literal["relevance", "time"],
    fold: bool,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> None:
    """Find articles by the words of headline, byline and body.

    All words have to occur. A "phrase in quotes", a begin*, OR, NOT and parentheses are understood, and fields:
    headline: byline: author: section: keyword: outlet: lang: genre: kind: id:.
    """
    with opened(archive) as store:
        found = store.search(" ".join(words), sort=sort, limit=limit, cursor=cursor, fold_copies=fold, **bounds)
    if as_json:
        for hit in found.hits:
            emit_json(hit)
    else:
        print_hits(found.hits)
    shown = len(found.hits)
    if cursor is not None:
        told = f", {shown:,} more shown"
    elif shown < found.total:
        told = f", the {'best' if sort == 'relevance' else 'newest'} {shown:,} shown; --limit shows more"
    else:
        told = ""
    say(f"{found.total:,} found{told}")
    if found.cursor is not None:
        say(f"the next: --cursor {found.cursor}")
