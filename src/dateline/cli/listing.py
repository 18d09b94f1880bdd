"""Many records, a line or two each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.output import cut, one_line, stdout_console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from dateline import Span
    from dateline.archive import Hit, Summary

HASH_SHOWN = 10  # hex digits of a capture's hash: some 40 bits, so that two of a million pages hardly ever share them
_OPENING = 60  # characters of the opening that stand for a missing headline


def print_summaries(summaries: Iterable[Summary]) -> None:
    """Print articles in short: a table on a terminal, else columns parted by tabs (ID, published, outlet, kind, headline)."""
    console = stdout_console()
    if not console.is_terminal:
        for each in summaries:
            click.echo("\t".join(_cells(each)))  # the console would put spaces for tabs
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", expand=True)
    for name in ("ID", "published", "outlet", "kind"):
        table.add_column(name, no_wrap=True)
    table.add_column("headline", no_wrap=True, ratio=1, min_width=20)
    for each in summaries:
        *cells, headline = _cells(each)
        table.add_row(*map(Text, cells), Text(headline, style="bold" if each.headline else "italic"))
    console.print(table)


def _cells(summary: Summary) -> tuple[str, str, str, str, str]:
    """ID, published, outlet, kind, headline or opening; safe, each in one line."""
    published = summary.published
    return (
        summary.capture[:HASH_SHOWN],
        str(published).replace("T", " ") if published else "-",
        one_line(summary.outlet or "-"),
        summary.genre or summary.kind if summary.kind == "article" else summary.kind,
        title(summary),
    )


def title(summary: Summary) -> str:
    """The headline, or in parentheses the article's first words where it has none."""
    return one_line(summary.headline) if summary.headline else f"({cut(one_line(summary.opening), _OPENING) or 'no text'})"


def print_hits(hits: Sequence[Hit]) -> None:
    """Print found articles: a line of facts, the headline, and the words around what was found, which stand out."""
    from rich.text import Text

    console = stdout_console()
    plain = not console.is_terminal
    for hit in hits:
        code, published, outlet, kind, headline = _cells(hit)
        copies = f"  +{hit.copies:,} {'copy' if hit.copies == 1 else 'copies'}" if hit.copies else ""
        console.print(Text(f"{code}  {published}  {outlet}  {kind}{copies}", style="dim"), soft_wrap=plain)
        shown = marked(hit.headline, hit.headline_highlights, plain=plain) if hit.headline else Text(headline)
        shown.stylize("bold")
        console.print(Text("  ") + shown, soft_wrap=plain)
        if hit.snippet:
            console.print(Text("  ") + marked(hit.snippet.text, hit.snippet.highlights, plain=plain), soft_wrap=plain)
        console.print()


def marked(text: str, highlights: Iterable[Span], *, plain: bool) -> Text:
    """Text with stretches that stand out: in colour on a terminal, else between asterisks; safe, in one line."""
    from rich.text import Text

    out, at = Text(), 0
    for span in highlights:
        out.append(_flat(text[at : span.start]))
        found = _flat(text[span.start : span.end])
        out.append(f"*{found}*" if plain else found, style="yellow")
        at = span.end
    return out.append(_flat(text[at:]))


def _flat(part: str) -> str:
    """`one_line` that keeps a space at either end: the part goes on in its neighbours."""
    return one_line(f"|{part}|")[1:-1]
