"""Why a record is as it is: the evidence field by field, and the page line by line."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dateline.cli.output import cut, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from dateline import Article, Evidence, Reading
    from dateline.records import Line

_ROWS = 6  # pieces of evidence shown of a field; a body has one a paragraph, and the lines show those better
_VALUE = 100  # characters of a value
_LINE = 100  # characters of a line of the page in plain output
_KEPT = 0.5  # the score from which the body model keeps a line
_SIGNS = {"body": "+ kept", "caption": "~ caption", "comment": "# comment", "dropped": "- dropped"}
_STYLES = {"body": "", "caption": "cyan", "comment": "magenta", "dropped": "dim"}


class Lines:
    """Line numbers of a page's text, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def number(self, position: int) -> int:
        """The number of the line that holds the code point at `position`."""
        return bisect_right(self._starts, position)


def print_evidence(console: Console, article: Article) -> None:
    """Print each field's evidence: what was chosen, then what lost, with where it stands, method and confidence."""
    lines = Lines(article.text)
    order = {field: n for n, field in enumerate(article.__struct_fields__)}
    ranked = sorted(
        article.evidence,
        key=lambda each: (order.get(each.field, len(order)), not each.chosen, 0 if each.chosen else -each.confidence),
    )
    rows: list[_Row] = []
    for field, group in groupby(ranked, key=lambda each: each.field):
        found = list(group)
        rows += [
            _Row(
                field if n == 0 else "",
                each.chosen,
                cut(one_line(each.value), _VALUE),
                _place(each, lines),
                one_line(each.method),
                f"{each.confidence:.2f}",
            )
            for n, each in enumerate(found[:_ROWS])
        ]
        if len(found) > _ROWS:
            rows.append(_Row("", found[_ROWS].chosen, f"and {len(found) - _ROWS} more", "", "", ""))
    if console.is_terminal:
        _print_table(console, rows)
    else:
        console.out("evidence (* chosen)")
        for row in rows:
            why = f"  [{row.method}; {row.place}]" if row.method else ""
            console.out(f"  {row.field:<14} {'*' if row.chosen else ' '} {row.sure:<4}  {row.value}{why}")
        console.out("")


class _Row(NamedTuple):
    """A line of the table of evidence, safe to print; `field` only on a field's first."""

    field: str
    chosen: bool
    value: str
    place: str
    method: str
    sure: str


def _place(evidence: Evidence, lines: Lines) -> str:
    if evidence.span is not None:
        return f"line {lines.number(evidence.span.start)}"
    return one_line(evidence.path or "not on the page")


def _print_table(console: Console, rows: list[_Row]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 1), header_style="dim", pad_edge=False, expand=True)
    table.add_column("field", no_wrap=True)
    table.add_column("")
    table.add_column("value", overflow="fold", ratio=1)
    table.add_column("where", overflow="fold", max_width=32)
    table.add_column("method", overflow="fold", max_width=24)
    table.add_column("sure", justify="right", no_wrap=True)
    for row in rows:
        style = "" if row.chosen else "dim"
        cells = (row.field, "✓" if row.chosen else "", row.value, row.place, row.method, row.sure)
        table.add_row(*(Text(cell, style=style) for cell in cells))
    console.print(table, "")


def print_lines(console: Console, reading: Reading) -> None:
    """Print the page line by line: number, role, the body model's score, whether a rule decided against it, and the words."""
    text = reading.page.text
    lines = Lines(text)
    console.out("the page, line by line")
    for line in reading.lines:
        words = one_line(line.span.of(text))
        rule = "by rule  " if _is_mended(line) else ""
        head = f"{lines.number(line.span.start):>5}  {_SIGNS[line.role]:<9} {line.score:.2f}  {rule}"
        if console.is_terminal:
            from rich.text import Text

            console.print(Text(head + words, style=_STYLES[line.role]), no_wrap=True, overflow="ellipsis")
        else:
            console.out(head + cut(words, _LINE))
    console.out("")


def _is_mended(line: Line) -> bool:
    """Whether a line was kept or dropped against its score."""
    return line.score < _KEPT if line.role == "body" else line.role == "dropped" and line.score > _KEPT
