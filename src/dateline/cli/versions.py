"""`dateline versions`: when an article was seen, and what it said when."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from dateline.cli.listing import HASH_SHOWN
from dateline.cli.options import archive_option, opened
from dateline.cli.output import cut, emit_json, one_line

if TYPE_CHECKING:
    from datetime import datetime

    from dateline.archive import Archive, Diff, Presence, Sighting, Version

_QUOTED = 80  # characters of a paragraph


@click.command("versions")
@click.argument("id_", metavar="ID")
@archive_option
@click.option("--passage", metavar="TEXT", help="Say of every capture whether it has these words.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(id_: str, archive: str, passage: str | None, as_json: bool) -> None:
    """Show the versions of an article, the captures that each was seen in, and which paragraphs came and went between.

    A capture that is not whole (an error page, a paywall's stub) is of no version, and says nothing about what is absent.
    """
    with opened(archive) as store:
        versions, sightings = store.versions(id_), store.sightings(id_)
        changes = [_change(store, id_, old, new) for old, new in pairwise(versions)]
        article = store.get(id_)
        presence = store.presence(id_, passage) if passage is not None else ()
    if as_json:
        emit_json({"id": id_, "versions": versions, "sightings": sightings, "changes": changes, "presence": presence})
    elif passage is not None:
        _print_presence(presence)
    else:
        _print(versions, sightings, changes, article.canonical_url or article.url)


def _change(store: Archive, id_: str, old: Version, new: Version) -> dict[str, object]:
    """What is between two versions, as statements on the last capture of the one and the first of the other."""
    diff = store.diff(id_, old.number, new.number)
    return {
        "from": old.number,
        "to": new.number,
        "before": old.last_seen,
        "after": new.first_seen,
        "fields": diff.fields,
        "changed": sum(paragraph.state == "changed" for paragraph in diff.paragraphs),
        "added": _texts(diff, "added"),
        "removed": _texts(diff, "removed"),
    }


def _texts(diff: Diff, state: str) -> list[str]:
    return ["".join(run.text for run in paragraph.runs) for paragraph in diff.paragraphs if paragraph.state == state]


def _print(
    versions: tuple[Version, ...], sightings: tuple[Sighting, ...], changes: list[dict[str, object]], known: str | None
) -> None:
    """The sightings, and what lies between them; `known` is the article's address, for captures that have none of their own (files)."""
    for sighting in sightings:
        version = "not whole" if sighting.version is None else f"version {sighting.version}"
        click.echo(f"{_at(sighting.at)}\t{version}\t{sighting.capture[:HASH_SHOWN]}\t{one_line(sighting.url or known or '-')}")
    for (old, new), change in zip(pairwise(versions), changes, strict=True):
        before, after = _at(old.last_seen), _at(new.first_seen)
        click.echo(f"\nversion {old.number} to {new.number}")
        for field in change["fields"]:  # type: ignore[attr-defined]  # `_change` puts a tuple there
            click.echo(
                f"  {field.field}: {_quoted(field.old)} in the capture of {before}, {_quoted(field.new)} in that of {after}"
            )
        if change["changed"]:
            changed = "1 paragraph" if change["changed"] == 1 else f"{change['changed']} paragraphs"
            click.echo(f"  {changed} changed; `diff` shows the words")
        for text in change["removed"]:  # type: ignore[attr-defined]
            click.echo(f"  {_quoted(text)}: present in the capture of {before}, absent in that of {after}")
        for text in change["added"]:  # type: ignore[attr-defined]
            click.echo(f"  {_quoted(text)}: absent in the capture of {before}, present in that of {after}")


def _print_presence(presence: tuple[Presence, ...]) -> None:
    words = {True: "present", False: "absent", None: "not whole"}
    for each in presence:
        click.echo(f"{_at(each.sighting.at)}\t{words[each.present]}\t{each.sighting.capture[:HASH_SHOWN]}")


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"“{cut(one_line(text), _QUOTED)}”"


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}Z"
