"""`dateline searches`: searches kept by name, and what is new in them."""

from __future__ import annotations

from itertools import islice

import click

from dateline.cli.bounds import bound_options
from dateline.cli.listing import print_hits
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line, say

_AT_ONCE = 20  # hits that are printed before the next are looked for


@click.group("searches")
def command() -> None:
    """Keep searches by name, and run them for what is new."""


@command.command("save")
@click.argument("name")
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@archive_option
@bound_options
@click.option("--replace", is_flag=True, help="Put it in the place of one of the same name.")
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
def save(name: str, words: tuple[str, ...], archive: str, bounds: dict[str, str | None], replace: bool, as_json: bool) -> None:
    """Keep a search. Everything that it finds is new until it is run."""
    with opened(archive) as store:
        saved = store.save_search(name, " ".join(words), replace=replace, **bounds)
    if as_json:
        emit_json(saved)


@command.command("list")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def list_(archive: str, as_json: bool) -> None:
    """List the saved searches: name, how many new articles there are, when it was last run, the query and its bounds."""
    with opened(archive) as store:
        saved = store.searches()
    for each in saved:
        if as_json:
            emit_json(each)
            continue
        run_at = f"{each.run_at:%Y-%m-%d %H:%M}Z" if each.run_at else "-"
        bounds = [f"{name}:{value}" for name, value in (("from", each.from_), ("to", each.to), ("outlet", each.outlet)) if value]
        click.echo(f"{one_line(each.name)}\t{each.new}\t{run_at}\t{one_line(' '.join([each.query, *bounds]))}")
    if not saved and not as_json:
        say("no saved searches")


@command.command("run")
@click.argument("name")
@archive_option
@click.option("--peek", is_flag=True, help="Leave what is shown new for the next run.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; the rest comes with the next run.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def run(name: str, archive: str, peek: bool, limit: int | None, as_json: bool) -> None:
    """Show what a saved search finds that was added since it was last run, in the order of adding."""
    shown = 0
    with opened(archive) as store:
        hits = store.run_search(name, mark=not peek)
        wanted = islice(hits, limit)
        while some := list(islice(wanted, _AT_ONCE)):
            shown += len(some)
            if as_json:
                for hit in some:
                    emit_json(hit)
            else:
                print_hits(some)
        hits.close()
        waiting = next(each.new for each in store.searches() if each.name == name) if limit and not peek else 0
    say(f"{shown:,} new" + (f", {waiting:,} more wait" if waiting else ""))


@command.command("remove")
@click.argument("name")
@archive_option
def remove(name: str, archive: str) -> None:
    """Drop a saved search."""
    with opened(archive) as store:
        store.remove_search(name)
