"""Options that several commands share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline import ReadOptions
    from dateline.archive import Archive
    from dateline.errors import SourceError
    from dateline.sources import Given

STDIN = "-"


def aware_time(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """An ISO 8601 time as an aware datetime; a usage error when it is none or has no offset from UTC."""
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no ISO 8601 time, such as 2024-05-06T07:08:09Z") from error
    if time.tzinfo is None:
        raise click.BadParameter(f"{value!r} has no offset from UTC; add one, such as Z or +03:30")
    return time


@dataclass(frozen=True)
class PageOptions:
    """What the command line tells about its pages."""

    url: str | None
    outlet: str | None
    captured_at: datetime | None
    profiles: Path | None

    def reading(self) -> ReadOptions:
        """The options for the reader, with the profiles of all folders; an outlet that nobody knows is told at once."""
        from dateline import ReadOptions
        from dateline.sources import read_profiles

        return ReadOptions(outlet=self.outlet, profiles=read_profiles(self.profiles))

    def captures(self, name: str, *, url: str | None = None, share: Callable[[float], None] | None = None) -> Iterator[Given]:
        """What is in a file or on standard input, with what the command line tells where the source does not."""
        from dateline.sources import captures_from

        return captures_from(name, url=url or self.url, captured_at=self.captured_at, share=share)


def page_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say what is known of the pages; the command gets them as `given`."""

    @click.option("--url", metavar="URL", help="The page's address (for a single page).")
    @click.option("--outlet", metavar="OUTLET", help="The outlet: a profile's id, or a domain.")
    @click.option(
        "--captured-at", callback=aware_time, metavar="TIME", help="When the pages were captured: ISO 8601 with offset."
    )
    @click.option(
        "--profiles",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="DIR",
        help="A folder of outlet profiles (*.toml), beside your own in the XDG configuration directory.",
    )
    @wraps(command)
    def with_options(
        url: str | None, outlet: str | None, captured_at: datetime | None, profiles: Path | None, **rest: Any
    ) -> None:
        command(given=PageOptions(url, outlet, captured_at, profiles), **rest)

    return with_options


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how many pages are read at once; the command gets them as `jobs` and `deadline`."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(1, 1_000),
        metavar="N",
        help="Processes that read; else one a core, and none of their own for a few pages.",
    )
    deadline = click.option(
        "--deadline",
        type=click.FloatRange(min=0, min_open=True),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="Give up a page that takes a reader process longer.",
    )
    return jobs(deadline(command))


def archive_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--archive`; the command gets the folder or address as `archive`."""
    return click.option(
        "--archive",
        metavar="DIR",
        envvar="DATELINE_ARCHIVE",
        default=default_archive,
        help="The archive's folder, or postgresql://user@host/database (or set DATELINE_ARCHIVE); "
        "else dateline/archive in the XDG data directory.",
    )(command)


def default_archive() -> str:
    """The archive's folder when none is named."""
    home = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(home, "dateline", "archive")


def files_of(places: tuple[str, ...], given: PageOptions, failed: Callable[[SourceError], None]) -> Iterator[str]:
    """The files that the command line names; what is not there goes to `failed`. One address needs one page."""
    from dateline.sources import find_files

    files = find_files(places, failed=failed)
    if given.url is None:
        yield from files
        return
    first = next(files, None)
    if first is not None and next(files, None) is not None:
        raise click.UsageError("--url is the address of one page; several are named")
    if first is not None:
        yield first


def opened(archive: str) -> Archive:
    """The archive in that place, which has to exist."""
    from dateline import open_archive

    return open_archive(archive)
