"""Pages of lists: a `next` that clients hand back as it is, for lists that are told by numbers."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from dateline import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


def number_of(cursor: str | None) -> int | None:
    """The number in a cursor; raises `QueryError` when it is none of ours."""
    if cursor is None:
        return None
    try:
        number = int.from_bytes(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), "big")
    except (ValueError, UnicodeError):
        number = -1
    if not 0 <= number < 2**62 or cursor_of(number) != cursor:
        raise QueryError("the cursor is damaged; begin anew without one")
    return number


def cursor_of(number: int) -> str:
    """A number as a cursor."""
    return urlsafe_b64encode(number.to_bytes(8, "big")).rstrip(b"=").decode()


def page_of(items: Iterable[T], limit: int, number: Callable[[T], int]) -> tuple[tuple[T, ...], str | None]:
    """The first so many of a list that goes on below the number of the last one, and the cursor to go on with."""
    found = tuple(islice(items, limit + 1))
    return found[:limit], cursor_of(number(found[limit - 1])) if len(found) > limit else None
