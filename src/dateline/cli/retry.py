"""`dateline retry`: what could not be taken in, once more."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from dateline.cli.intake import Intake
from dateline.cli.options import STDIN, PageOptions, archive_option, opened, page_options, reading_options
from dateline.cli.output import say

if TYPE_CHECKING:
    from dateline.archive import Failure


@click.command("retry")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print what became of each page, one JSON object a line.")
@reading_options
@page_options
def command(archive: str, as_json: bool, jobs: int | None, deadline: float, given: PageOptions) -> None:
    """Try again what is on the list of failures.

    A file that holds many pages is gone through whole; what of it is in the archive is not read again. What is taken in now goes
    off the list, as does what its source no longer holds or holds as no page. What fails again stays, with the reason of this time.
    """
    from dateline.sources import find_files

    intake = Intake(given, archive, jobs=jobs, deadline=deadline, as_json=as_json)
    with opened(archive) as store:
        before = [failure for failure in store.failures() if not failure.origin.startswith(STDIN)]
        urls = _places(before)
        intake.run(store, list(find_files(urls, failed=intake.missing)), urls=urls)
        if not intake.interrupted:
            after = {(failure.origin, failure.url): failure.tries for failure in store.failures()}
            for failure in before:  # neither taken in nor failed again
                if after.get((failure.origin, failure.url)) == failure.tries:
                    store.remove_failure(failure.origin, failure.url)
    say(f"{len(before):,} tried again: {intake.summary()}")
    if intake.interrupted:
        raise KeyboardInterrupt
    if intake.counts["failed"]:
        raise click.exceptions.Exit(1)


def _places(failures: list[Failure]) -> dict[str, str | None]:
    """The places to go through again, with the address that was told of a single page."""
    places: dict[str, str | None] = {}
    for failure in failures:
        holder, _, inside = failure.origin.rpartition("#")
        if holder and inside and not os.path.lexists(failure.origin):
            places.setdefault(holder, None)
        else:
            places[failure.origin] = failure.url
    return places
