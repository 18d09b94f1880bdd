"""`dateline export`: articles in the formats of others."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import click

from dateline.cli.options import STDIN, archive_option, opened
from dateline.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline import Article

T = TypeVar("T")

STDOUT = STDIN  # `-` names either, as the option asks
_FORMATS = ("jsonl", "csv", "parquet", "ninjs", "jsonld", "tei", "markdown", "warc")


@click.command("export")
@click.argument("words", nargs=-1, metavar="[QUERY]")
@archive_option
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="jsonl", show_default=True, help="How to write them.")
@click.option("-o", "--output", metavar="FILE", default=STDOUT, help="Write to a file, which is there only when it is whole.")
@click.option("--sidecar", metavar="FILE", help="With ninjs: write what it has no place for, an object a line.")
@click.option("--from", "from_", metavar="DATE", help="Published on or after: 2021, 2021-11, 2021-11-23, 2021-11-23T18:00Z.")
@click.option("--to", metavar="DATE", help="Published on or before.")
@click.option("--outlet", metavar="OUTLET", help="Only this outlet's: a profile's id, or a domain.")
def command(words: tuple[str, ...], archive: str, format_: str, output: str, sidecar: str | None, **bounds: str | None) -> None:
    """Write articles out for other programs.

    Those that a QUERY finds, as search does, else all, each in its latest version, in the order in which they were added.
    jsonl and parquet hold the whole record, warc every capture, packed by gzip unless the file is called *.warc; docs/exports.md says what the others hold.
    """
    from dateline.exchange import FORMATS, write_warc

    if sidecar is not None and format_ != "ninjs":
        raise click.UsageError("--sidecar goes with --format ninjs; the other formats have none")
    if sidecar == output:
        raise click.UsageError("the sidecar is a file of its own; give it another name than the output has")
    if (format_ == "warc" or not FORMATS[format_].text) and output == STDOUT and sys.stdout.isatty():
        raise click.UsageError(f"{format_} is no text for a terminal; name a file with -o")
    counter = count()
    with opened(archive) as store, written(output) as out:
        if format_ == "warc":
            pieces = write_warc(_counted(store.captures(" ".join(words), **bounds), counter), packed=not _is_plain(output))
        else:
            articles = store.articles(" ".join(words), **bounds)
            if sidecar is not None:
                articles = _with_sidecar(articles, sidecar)
            pieces = FORMATS[format_].write(_counted(articles, counter))
        for piece in pieces:
            with told(output):
                out.write(piece)
    say(f"{next(counter):,} exported")


def _is_plain(output: str) -> bool:
    """Whether the name says that what is in the file is not packed."""
    return output.lower().endswith(".warc")


def _counted(items: Iterator[T], counter: count[int]) -> Iterator[T]:
    return (item for item, _ in zip(items, counter, strict=False))


def _with_sidecar(articles: Iterator[Article], name: str) -> Iterator[Article]:
    """The articles, while their sidecar is written."""
    from dateline.exchange import sidecar_line

    with written(name) as file:
        for article in articles:
            with told(name):
                file.write(sidecar_line(article))
            yield article


@contextmanager
def written(name: str) -> Iterator[BinaryIO]:
    """A file to write to, or stdout. It takes its name when the block ends well; until then it stands beside it.

    What is no regular file (a pipe, a device) is written to as it is.
    """
    if name == STDOUT:
        yield sys.stdout.buffer
        return
    with told(name):
        place = os.path.realpath(name)
        whole = os.path.isfile(place) or not os.path.exists(place)
        unfinished = f"{place}.{os.getpid()}.part" if whole else place
        file = open(unfinished, "wb")  # noqa: SIM115 - closed below, where its errors are told
    try:
        yield file
        with told(name):
            file.close()
            if whole:
                os.replace(unfinished, place)
    except BaseException:
        with suppress(OSError):
            file.close()
        if whole:
            os.unlink(unfinished)
        raise


@contextmanager
def told(name: str) -> Iterator[None]:
    """What goes wrong with a file, as an error of the command line that names it."""
    try:
        yield
    except BrokenPipeError:  # the reader has all it wants
        raise
    except OSError as error:
        raise click.FileError(name, error.strerror) from error
