"""The options that narrow a search, shared by all commands that look for articles."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def bound_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--from`, `--to` and `--outlet`; the command gets them as `bounds`, which `Archive.search` and its like take."""

    @click.option("--from", "from_", metavar="DATE", help="Published on or after: 2021, 2021-11, 2021-11-23, 2021-11-23T18:00Z.")
    @click.option("--to", metavar="DATE", help="Published on or before.")
    @click.option("--outlet", metavar="OUTLET", help="Only this outlet's: a profile's id, or a domain.")
    @wraps(command)
    def with_bounds(from_: str | None, to: str | None, outlet: str | None, **rest: Any) -> None:
        command(bounds={"from_": from_, "to": to, "outlet": outlet}, **rest)

    return with_bounds
