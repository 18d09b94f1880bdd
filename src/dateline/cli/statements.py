"""`dateline statements`: who said what, and what falls due when."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.due import print_statements
from dateline.cli.export import STDOUT, told, written
from dateline.cli.options import STDIN, PageOptions, archive_option, files_of, opened, page_options
from dateline.cli.output import emit_json, progress, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.archive import Archive, Entry, StatementFilter
    from dateline.errors import SourceError

_KINDS = ("pledge", "demand", "plan", "forecast", "deadline", "allegation", "quote", "paraphrase")


def a_day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """A day in ISO 8601; a usage error when it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day, such as 2024-05-06") from error


@click.command("statements")
@click.argument("places", nargs=-1, metavar="[PAGE or ID]...")
@archive_option
@click.option("--speaker", metavar="NAME", help="Only what somebody says: a part of the name.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only this kind; may be given several times.")
@click.option("--due-from", callback=a_day, metavar="DAY", help="Due on or after: 2021-12-31.")
@click.option("--due-to", callback=a_day, metavar="DAY", help="Due on or before.")
@click.option("--as-of", callback=a_day, metavar="DAY", help="The day that open and overdue are told for; today.")
@click.option("--open", "status", flag_value="open", help="Only what is still to come, or has no day.")
@click.option("--overdue", "status", flag_value="overdue", help="Only what is past its day and has no outcome.")
@click.option("--settled", "status", flag_value="settled", help="Only what has an outcome.")
@click.option("--stored", is_flag=True, help="Show the ledger as it is; do not read what was added since it was last asked.")
@click.option("--json", "form", flag_value="json", help="Print one JSON object a line.")
@click.option("--csv", "form", flag_value="csv", help="Print a table for spreadsheets.")
@click.option("--ics", "form", flag_value="ics", help="Print an iCalendar file: an event for each that has a day.")
@click.option("--parquet", "form", flag_value="parquet", help="Write typed columns, to the file that -o names.")
@click.option("-o", "--output", metavar="FILE", default=STDOUT, help="Write to a file, which is there only when it is whole.")
@page_options
def command(
    places: tuple[str, ...],
    archive: str,
    status: str | None,
    stored: bool,
    form: str | None,
    output: str,
    given: PageOptions,
    **wanted: object,
) -> None:
    """Show what is said, and what falls due, by day.

    PAGE is a file, a folder, a pattern, or - for standard input, and needs no archive; an ID is an article of the archive; without
    either, the whole archive's statements are shown. With pages, --outlet says whose they are; in the archive, it selects.
    """
    from dateline.archive import StatementFilter

    if output != STDOUT and form is None:
        raise click.UsageError("a file needs a form: --json, --csv, --ics or --parquet")
    if form == "parquet" and output == STDOUT:
        raise click.UsageError("parquet is no text; name a file with -o")
    as_of = wanted.pop("as_of") or datetime.now().astimezone().date()
    chosen = StatementFilter(status=status, as_of=as_of, **wanted)  # type: ignore[arg-type]
    pages = tuple(place for place in places if _is_page(place))
    ids = tuple(place for place in places if place not in pages)
    if pages and ids:
        raise click.UsageError(f"{ids[0]} is no file; give pages or IDs of the archive, not both")
    if pages:
        failures: list[SourceError] = []
        names: dict[str, str] = {}
        _shown(_of_pages(pages, given, chosen, names, failures), form, output, chosen, names)
        if failures:
            raise click.exceptions.Exit(1)
        return
    with opened(archive) as store:
        _shown(_of_archive(store, ids, given, chosen, stored=stored), form, output, chosen, None)


def _is_page(place: str) -> bool:
    return place == STDIN or Path(place).exists() or any(sign in place for sign in "*?[")


def _of_pages(
    pages: tuple[str, ...], given: PageOptions, chosen: StatementFilter, names: dict[str, str], failures: list[SourceError]
) -> Iterator[Entry]:
    """The statements of pages, in one list by their days; `names` gets the pages' names by their captures."""
    from dateline import read
    from dateline.archive import entries_of
    from dateline.errors import SourceError
    from dateline.sources import Restored, Unread

    def failed(error: SourceError) -> None:
        failures.append(error)
        say(f"failed: {error}")

    options = given.reading()
    found: list[Entry] = []
    for name in files_of(pages, given, failed):
        for one in given.captures(name):
            if isinstance(one, Unread):
                if one.fault:
                    failed(SourceError(one.reason, subject=one.origin))
                continue
            article = one.article if isinstance(one, Restored) else read(one, options=options)
            names[article.capture] = Path(name).name
            found += filter(chosen.takes, entries_of(article))
    yield from sorted(found, key=lambda entry: entry.day or date.max)


def _of_archive(
    store: Archive, ids: tuple[str, ...], given: PageOptions, chosen: StatementFilter, *, stored: bool
) -> Iterator[Entry]:
    import msgspec

    if not stored:
        with progress("reading statements", store.counts().articles) as advance:
            for number, _ in enumerate(store.update_statements(), 1):
                advance(number, number)
    chosen = msgspec.structs.replace(chosen, outlet=given.outlet)
    for name in ids or (None,):
        yield from store.statements(msgspec.structs.replace(chosen, article=name))


def _shown(
    entries: Iterable[Entry], form: str | None, output: str, chosen: StatementFilter, names: dict[str, str] | None
) -> None:
    from dateline.exchange import STATEMENT_FORMATS, write_statements_ics

    if form is None:
        print_statements(entries, chosen.day, names)
        return
    if form == "json" and output == STDOUT:
        for entry in entries:
            emit_json(entry)
        return
    if form == "ics":
        pieces = write_statements_ics(entries, stamp=datetime.now(UTC))
    else:
        pieces = STATEMENT_FORMATS["jsonl" if form == "json" else form].write(entries)
    with written(output) as file:
        for piece in pieces:
            with told(output):
                file.write(piece)
