"""`dateline forget`: takedowns."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.listing import HASH_SHOWN
from dateline.cli.options import archive_option, opened
from dateline.cli.output import emit_json, one_line, say
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive import Archive


@click.command("forget")
@click.argument("id_", metavar="[ID]", required=False)
@archive_option
@click.option("--reason", metavar="TEXT", help="Why; it stays, and is told to whoever asks for the article.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--list", "listed", is_flag=True, help="List the takedowns, the latest first.")
@click.option("--json", "as_json", is_flag=True, help="Print what was taken down, one JSON object a line.")
def command(id_: str | None, archive: str, reason: str | None, yes: bool, listed: bool, as_json: bool) -> None:
    """Take an article down: its captures, text and index entries are removed and overwritten.

    Hashes stay with the reason, so that it is not added again. Backups and copies made before keep what they have. ID is a uri, or the
    beginning of a hash as `list` shows it.
    """
    if listed:
        if id_ is not None:
            raise click.UsageError("--list takes no ID")
        _list(archive, as_json=as_json)
        return
    if id_ is None or not (reason or "").strip():
        raise click.UsageError("a takedown needs the ID of an article and a --reason")
    with opened(archive) as store:
        article, group = store.get(id_), store.copies(id_)
        if not yes:
            if not sys.stdin.isatty():
                raise click.UsageError("nobody is there to be asked; say --yes")
            click.confirm(
                f"Forget “{one_line(article.headline or '')}” ({one_line(article.uri)}) for good?", abort=True, err=True
            )
        gone = store.forget(id_, reason=str(reason))
        copies = [each.id for each in group if _is_there(store, each.id)]
    if as_json:
        emit_json(gone)
    say(f"{len(gone.captures):,} captures removed")
    if copies:
        say(f"its text stands in other articles too: {', '.join(map(one_line, copies))}")


def _is_there(store: Archive, id_: str) -> bool:
    try:
        store.get(id_)
    except ArchiveError:
        return False
    return True


def _list(archive: str, *, as_json: bool) -> None:
    with opened(archive) as store:
        for each in store.forgotten():
            if as_json:
                emit_json(each)
            else:
                captures = " ".join(capture[:HASH_SHOWN] for capture in each.captures)
                click.echo(f"{each.at:%Y-%m-%d %H:%M}Z\t{one_line(each.reason)}\t{captures}")
