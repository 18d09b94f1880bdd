"""Parameters that several routes share, and their limits."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from litestar.params import FromQuery, PathParameter, QueryParameter

Id = Annotated[
    str,
    PathParameter(
        pattern="^[0-9a-fA-F]{4,64}$",
        description="The SHA-256 of a capture of the article, or the beginning of it: 4 hex digits at least.",
    ),
]
Digest = Annotated[
    str, PathParameter(pattern="^[0-9a-fA-F]{4,64}$", description="The SHA-256 of a capture, or the beginning of it.")
]
Number = Annotated[int, PathParameter(ge=1, le=2**62)]

Query = Annotated[
    str, QueryParameter(name="q", max_length=2_000, description="A query in the archive's language; empty finds everything.")
]
From = Annotated[
    str | None,
    QueryParameter(
        name="from", max_length=100, description="Published on or after: 2021, 2021-11, 2021-11-23, 2021-11-23T18:00Z."
    ),
]
To = Annotated[str | None, QueryParameter(name="to", max_length=100, description="Published on or before.")]
Outlet = Annotated[
    str | None, QueryParameter(name="outlet", max_length=300, description="Only this outlet's: a profile's id, or a domain.")
]
Limit = Annotated[int, QueryParameter(name="limit", ge=1, le=100, description="How many at most.")]
Cursor = Annotated[
    str | None,
    QueryParameter(
        name="cursor",
        max_length=20_000,
        pattern="^[A-Za-z0-9_=-]*$",
        description="The `next` of the page before; everything else as it was there.",
    ),
]
Sort = FromQuery[Literal["relevance", "time"]]
Every = FromQuery[Literal["day", "week", "month"]]


def bounds(from_: str | None, to: str | None, outlet: str | None) -> dict[str, Any]:
    """The bounds of a search, as the archive's methods take them."""
    return {"from_": from_ or None, "to": to or None, "outlet": outlet or None}
