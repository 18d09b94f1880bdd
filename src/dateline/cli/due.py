"""Statements as people read them: what falls due by day, what is alleged, what is said."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dateline.cli.listing import HASH_SHOWN
from dateline.cli.output import cut, one_line, say, stdout_console

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from rich.console import Console

    from dateline.archive import Entry

_WORDS = 600  # characters of a statement's words
_QUOTED = 200  # and of a quotation's, of which a page has many
_HEADLINE = 60
_SAID = ("quote", "paraphrase")


def print_statements(entries: Iterable[Entry], as_of: date, names: Mapping[str, str] | None) -> None:
    """Print statements: dated ones under their days, then those without a day, then what is alleged, then what is said.

    `names` has the file names of pages by their captures; None tells that the statements are an archive's, and have numbers.
    """
    console = stdout_console()
    found = list(entries)
    dated = [entry for entry in found if entry.status(as_of) is not None]
    for day, due in groupby(dated, key=lambda entry: entry.day):
        _title(console, _day(day, as_of) if day else "no day: what it says is vague")
        for entry in due:
            _print(console, entry, as_of, names)
    for title, kinds in (("alleged or in doubt", ("allegation",)), ("said", _SAID)):
        listed = [entry for entry in found if entry.telling.statement.kind in kinds]
        if listed:
            _title(console, title)
        for entry in listed:
            _print(console, entry, as_of, names)
    counts = f"{len(dated):,} fall due" if len(dated) != 1 else "1 falls due"
    others = sum(entry.telling.statement.kind in _SAID for entry in found)
    say(f"{counts}, {len(found) - len(dated) - others:,} alleged, {others:,} quoted or paraphrased")


def _title(console: Console, title: str) -> None:
    from rich.text import Text

    console.print(Text(title, style="bold"))


def _day(day: date, as_of: date) -> str:
    away = (day - as_of).days
    told = (
        "today"
        if away == 0
        else f"in {away:,} days"
        if away > 1
        else "tomorrow"
        if away == 1
        else f"{-away:,} days ago"
        if away < -1
        else "yesterday"
    )
    return f"{day:%Y-%m-%d, %A} ({told})"


def _print(console: Console, entry: Entry, as_of: date, names: Mapping[str, str] | None) -> None:
    from rich.text import Text

    told, statement = entry.telling, entry.telling.statement
    plain = not console.is_terminal
    limit = _QUOTED if statement.kind in _SAID else _WORDS
    code = f"{entry.id}  " if names is None else ""
    head = Text("  ").append(f"{code}{statement.kind}", style="cyan").append(f"  {cut(one_line(told.text), limit)}")
    console.print(head, soft_wrap=plain)
    for line in _lines(entry, as_of, names or {}):
        console.print(Text(f"      {line}", style="dim"), soft_wrap=plain)
    console.print()


def _lines(entry: Entry, as_of: date, names: Mapping[str, str]) -> Iterator[str]:
    """What is told of a statement below its words; safe, each in one line."""
    told, statement, due = entry.telling, entry.telling.statement, entry.telling.statement.due
    by = one_line(statement.speaker_name) if statement.speaker_name else "the article's own voice"
    if due:
        vague = ", vague" if due.vague else ""
        yield f"by {by}; “{one_line(told.due or '')}” ({due.start or '…'} to {due.end or '…'}{vague})"
    else:
        yield f"by {by}"
    if statement.marks:
        words = ", ".join(f"“{one_line(hedge)}”" for hedge in told.hedge)
        yield f"{', '.join(statement.marks)}: {words}"
    if entry.outcome:
        moved = f" to {entry.outcome.due}" if entry.outcome.due else ""
        remark = f": {one_line(entry.outcome.remark)}" if entry.outcome.remark else ""
        yield f"{entry.outcome.outcome}{moved}, {one_line(entry.outcome.by)} says{remark}"
    elif entry.status(as_of) == "overdue":
        yield "past its day, no outcome set"
    if entry.state != "same":
        yield {"changed": "the publisher changed its words", "gone": "gone from the newest version"}.get(
            entry.state, "no longer found in the article"
        )
    if entry.restated:
        yield f"also told {entry.restated:,} more time{'' if entry.restated == 1 else 's'}"
    yield _source(entry, names)


def _source(entry: Entry, names: Mapping[str, str]) -> str:
    """Where it stands: article, capture and span."""
    title = cut(one_line(entry.headline or names.get(entry.telling.capture) or entry.article), _HEADLINE)
    where = f"{entry.span.start}-{entry.span.end}" if entry.span else "?"
    return " · ".join(
        filter(
            None,
            (
                title,
                one_line(entry.outlet or ""),
                str(entry.published or "").replace("T", " "),
                f"{entry.telling.capture[:HASH_SHOWN]}:{where}",
            ),
        )
    )
