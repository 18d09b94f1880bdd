"""`dateline retry`: what could not be taken in, once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.intake import Intake
from dateline.cli.options import PageOptions, archive_option, opened, page_options, reading_options
from dateline.cli.output import say

if TYPE_CHECKING:
    from dateline.archive import Failure

STDIN = "-"


@click.command("retry")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print what became of each page, one JSON object a line.")
@reading_options
@page_options
def command(archive: str, as_json: bool, jobs: int | None, deadline: float, given: PageOptions) -> None:
    """Try again what is on the list of failures.

    What is taken in now goes off the list, as does what its source no longer holds or holds as no page. What fails again
    stays, with the reason of this time.
    """
    intake = Intake(given, archive, jobs=jobs, deadline=deadline, as_json=as_json)
    with opened(archive) as store:
        before = [failure for failure in store.failures() if not failure.origin.startswith(STDIN)]
        only = _places(before)
        intake.run(store, list(only), only=only)
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


def _places(failures: list[Failure]) -> dict[str, set[str]]:
    """The files to read again, each with the origins in it that failed."""
    only: dict[str, set[str]] = {}
    for failure in failures:
        place, _, inside = failure.origin.rpartition("#")
        name = place if inside and place else failure.origin
        only.setdefault(name, set()).add(failure.origin)
    return only
