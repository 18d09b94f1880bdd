"""How commands talk: data on stdout, talk on stderr, and nothing from a page raw on a terminal."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import msgspec
    from rich.console import Console

# What a terminal would obey instead of showing: C0 but for line breaks and tabs, DEL, C1, the bidirectional embeddings,
# overrides and isolates (which reorder what follows them), and the line separators. The two joiners and the left-to-right and
# right-to-left marks stay: Persian and Arabic are not written without them, and they move nothing far.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# The same in UTF-8, as far as JSON leaves them raw.
_OBEYED_IN_JSON = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")


# Seconds between two lines of progress where no bar is drawn.
_TOLD_EVERY = 30.0


def safe(text: str) -> str:
    r"""`text` with everything that a terminal would obey written as an escape (`\x1b`, `\u202e`)."""
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """`text` as `safe` gives it, in one line."""
    return safe(" ".join(text.split()))


def json_line(record: msgspec.Struct | dict[str, object]) -> bytes:
    """A record as one line of JSON; what a terminal would obey is escaped, which reads back as the same text."""
    import msgspec

    encoded = msgspec.json.encode(record)
    return _OBEYED_IN_JSON.sub(lambda found: b"\\u%04x" % ord(found[0].decode("utf-8")), encoded)


def emit_json(record: msgspec.Struct | dict[str, object]) -> None:
    """Put a record on stdout, in UTF-8 whatever the locale."""
    click.echo(json_line(record))


def say(message: str) -> None:
    """Tell the user something, on stderr."""
    click.echo(message, err=True)


def stdout_console() -> Console:
    """Stdout for tables and panels. What is printed through it has to be `safe`; nothing is taken for markup."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def cut(text: str, length: int) -> str:
    """`text` cut to `length` characters at a word's end if one is near, with an ellipsis."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    space = head.rfind(" ")
    return (head[:space] if space > length // 2 else head).rstrip() + "…"


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[float, int], None]]:
    """How far the block is, on stderr: a bar with rate and time left, or where stderr is no terminal a line now and then.

    The block calls what it gets with how much of `total` is done, and with the number of pages so far.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn(label), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[told]}"), TimeRemainingColumn())
    drawn = console.is_terminal
    started = told_at = time.monotonic()
    with Progress(*columns, console=console, transient=True, disable=not drawn, redirect_stdout=False) as bar:
        task = bar.add_task(label, total=total, told="")

        def advance(done: float, pages: int) -> None:
            nonlocal told_at
            now = time.monotonic()
            rate = f"{pages:,} pages, {pages / max(now - started, 0.001):,.0f} a second"
            bar.update(task, completed=done, told=rate)
            if not drawn and now - told_at >= _TOLD_EVERY:
                told_at = now
                left = (now - started) * (total - done) / done if done else None
                say(
                    f"{label}: {rate}" + (f", {done / total:.0%} done, {left / 60:,.0f} minutes left" if left is not None else "")
                )

        yield advance
