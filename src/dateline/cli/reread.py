"""`dateline reread`: the same captures, read anew by the present reader."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.listing import HASH_SHOWN
from dateline.cli.options import archive_option, opened
from dateline.cli.output import cut, emit_json, one_line, say

if TYPE_CHECKING:
    from dateline import Article, Capture, Profile
    from dateline.archive import Reread

_logger = logging.getLogger(__name__)
_SHOWN = 60  # characters of a value


@click.command("reread")
@archive_option
@click.option("--where", "query", metavar="QUERY", default="", help="Only what this finds, as search does.")
@click.option(
    "--profiles",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of outlet profiles (*.toml), beside your own in the XDG configuration directory.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what differs, one JSON object a capture.")
def command(archive: str, query: str, profiles: Path | None, as_json: bool) -> None:
    """Read the archive's captures anew, where another reader than this one read them.

    What differs is told field by field, and is what the articles show then; versions do not come of it. A run that was interrupted is
    gone on with by running it again.
    """
    from dateline import read
    from dateline.sources import read_profiles

    anew = _Reader(read_profiles(profiles))
    fields = Counter[str]()
    done = differ = 0
    with opened(archive) as store:
        for each in store.reread(anew.read, reader=read(b"").reader, query=query):
            done += 1
            if each.changed:
                differ += 1
                fields.update(each.changed)
                _tell(each, as_json=as_json)
    say(f"{done:,} read anew, {differ:,} differ" + (f": {_counted(fields)}" if fields else ""))
    if gone := anew.given - anew.failures - done:
        say(f"{gone:,} passed over: taken down meanwhile")
    if anew.failures:
        say(f"{anew.failures:,} could not be read anew and stay as they were")
        raise click.exceptions.Exit(1)


class _Reader:
    """Reads a capture as it was read before: with the outlet that was named then, if one was."""

    def __init__(self, profiles: tuple[Profile, ...]) -> None:
        self.given = self.failures = 0
        self._profiles = profiles

    def read(self, capture: Capture, old: Article) -> Article | None:
        """The new record; None where the reader trips, which is told."""
        from dateline import ReadOptions, read

        self.given += 1
        named = next((each.raw for each in old.evidence if each.field == "outlet" and each.path == "options.outlet"), None)
        try:
            return read(capture, options=ReadOptions(outlet=named, profiles=self._profiles))
        except Exception as error:  # a batch's edge: one page that the reader trips over must not stop the others
            _logger.exception("reader failed", extra={"origin": capture.origin})
            self.failures += 1
            say(f"failed: {one_line(old.uri)}: the reader failed on it, please report: {error!r}")
            return None


def _tell(each: Reread, *, as_json: bool) -> None:
    from dateline.archive import diff

    if as_json:
        changes = diff(each.old, each.new)
        paragraphs = [paragraph for paragraph in changes.paragraphs if paragraph.state != "same"]
        emit_json(
            {
                "id": each.new.uri,
                "capture": each.capture,
                "changed": each.changed,
                "fields": changes.fields,
                "paragraphs": paragraphs,
            }
        )
        return
    told = {change.field: (change.old, change.new) for change in diff(each.old, each.new).fields}
    for field in each.changed:
        old, new = told.get(field, (None, None))
        values = f"\t{_value(old)}\t{_value(new)}" if field in told else ""
        click.echo(f"{each.capture[:HASH_SHOWN]}\t{field}{values}")


def _value(text: str | None) -> str:
    return "-" if text is None else cut(one_line(text), _SHOWN)


def _counted(fields: Counter[str]) -> str:
    return ", ".join(f"{field} {count:,}" for field, count in fields.most_common())
