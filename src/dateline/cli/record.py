"""A record as people read it: a panel on a terminal, plain lines elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.cli.output import cut, one_line, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from dateline import Article, Moment, Paragraph

_BEGINNING = 280  # characters of the body in a summary: some three lines, enough to know a text by
_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")  # languages written without spaces: characters are counted, not words
_WORD = re.compile(r"\w+(?:[’'\u200c-]\w+)*")
_MARKS = {"heading": "## ", "list item": "• ", "quotation": "> "}


def told(moment: Moment | None) -> str:
    """A moment as far as it is known: `2021-11-23 21:37, zone not stated`."""
    if moment is None:
        return "not stated"
    shown = moment.local.replace("T", " ")
    if moment.precision in ("year", "month", "day"):
        return shown
    if moment.offset is None:
        return f"{shown}, zone not stated"
    return f"{shown} {moment.offset}" + (" (the outlet's zone)" if moment.zone_source == "outlet" else "")


def size(article: Article) -> str:
    """How long the main content is: `412 words in 9 paragraphs`."""
    paragraphs = len(article.body)
    text = "\n".join(paragraph.text for paragraph in article.body)
    if (article.language or "").split("-")[0] in _UNSPACED:
        return f"{_many(sum(map(str.isalnum, text)), 'character')} in {_many(paragraphs, 'paragraph')}"
    return f"{_many(sum(1 for _ in _WORD.finditer(text)), 'word')} in {_many(paragraphs, 'paragraph')}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def facts(article: Article) -> Iterator[tuple[str, str]]:
    """The record's fields as label and words, those that are always told and those that have a value; safe to print."""
    yield "outlet", one_line(article.outlet or "not known")
    yield "item number", one_line(article.news_id or "none")
    yield "headline", one_line(article.headline or "no headline on the page")
    if article.subheadline:
        yield "subheadline", one_line(article.subheadline)
    yield "byline", one_line(article.byline or "no byline on the page")
    if article.authors:
        yield "authors", one_line(", ".join(f"{author.name} ({author.kind})" for author in article.authors))
    for label, value in (("source", article.source), ("dateline", article.dateline)):
        if value:
            yield label, one_line(value)
    yield "published", told(article.published)
    if article.modified:
        yield "modified", told(article.modified)
    yield "language", one_line(article.language or "not known")
    for label, value in (("section", article.section), ("keywords", ", ".join(article.keywords))):
        if value:
            yield label, one_line(value)
    yield "kind", ", ".join(filter(None, (article.kind, article.genre, article.access)))
    yield "size", size(article)
    if article.comments:
        yield "comments", str(len(article.comments))


def beginning(article: Article) -> str:
    """The first words of the main content, in one line."""
    text = ""
    for paragraph in article.body:
        text += (" " if text else "") + one_line(paragraph.text)
        if len(text) > _BEGINNING:
            break
    return cut(text, _BEGINNING)


def print_record(console: Console, title: str, article: Article, *, whole: bool = False) -> None:
    """Print a record under a title: its facts, its notes, and the beginning of the body or the `whole` of it."""
    rows = list(facts(article))
    text = "\n\n".join(map(_paragraph, article.body)) if whole else beginning(article)
    notes = [one_line(note.detail) for note in article.notes]
    if console.is_terminal:
        _print_panel(console, safe(title), rows, text, notes)
    else:
        _print_plain(console, safe(title), rows, text, notes)


def _paragraph(paragraph: Paragraph) -> str:
    return _MARKS.get(paragraph.kind, "") + safe(paragraph.text)


def _print_plain(console: Console, title: str, rows: list[tuple[str, str]], text: str, notes: list[str]) -> None:
    """Lines that can be cut and grepped: nothing is wrapped or drawn."""
    lines = [title, *(f"  {label:<12} {words}" for label, words in rows), *(f"  {'note':<12} {note}" for note in notes)]
    if text:
        lines += ["", *(f"  {line}".rstrip() for line in text.split("\n"))]
    console.out("\n".join([*lines, ""]))


def _print_panel(console: Console, title: str, rows: list[tuple[str, str]], text: str, notes: list[str]) -> None:
    from rich.console import Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, words in rows:
        table.add_row(label, Text(words, style="bold" if label == "headline" else ""))
    for note in notes:
        table.add_row("note", Text(note))
    parts = [table, Text("\n" + text)] if text else [table]
    console.print(Panel(Group(*parts), title=Text(title), title_align="left", border_style="dim"))
