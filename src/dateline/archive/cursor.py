"""Cursors: where a search goes on, in a short text that a client keeps. Nothing is kept here.

A cursor pins the newest article of the first page, so that what is added later stays out. In order of time it goes on after
the last article given. In order of relevance it names the articles given, because every added text shifts all scores a little.
"""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import Annotated

import msgspec

from dateline.errors import QueryError

# A cursor that unpacks to more is none of ours; it would name half a million articles.
_MAX_SIZE = 1_000_000

# What SQLite takes for a number, with room to spare.
_Number = Annotated[int, msgspec.Meta(ge=-(2**62), le=2**62)]


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """`search` is the digest of what was asked; `newest` the pinned article id; then what was given so far."""

    search: str
    newest: _Number
    given: tuple[_Number, ...] = ()  # ascending, each as its distance from the one before
    after: tuple[_Number, _Number] | None = None  # time and id of the last one


def digest(*asked: object) -> str:
    """What ties a cursor to its search."""
    return blake2b(repr(asked).encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def dump(cursor: Cursor) -> str:
    """A cursor as text that is safe in a URL."""
    return urlsafe_b64encode(zlib.compress(msgspec.msgpack.encode(cursor), 9)).rstrip(b"=").decode()


def load(text: str, search: str) -> Cursor:
    """The cursor back; raises `QueryError` when it is none, or of another search."""
    try:
        unpacking = zlib.decompressobj()
        packed = unpacking.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), _MAX_SIZE)
        cursor = msgspec.msgpack.decode(packed, type=Cursor)
    except (ValueError, zlib.error, msgspec.MsgspecError):
        raise QueryError("the cursor is damaged; begin the search anew without one") from None
    if cursor.search != search:
        raise QueryError("the cursor belongs to another search; give it with the same query, bounds and order")
    return cursor


def distances(ids: set[int]) -> tuple[int, ...]:
    """Ids in ascending order, each as its distance from the one before: small numbers pack well."""
    ordered = sorted(ids)
    return tuple(after - before for before, after in zip([0, *ordered], ordered, strict=False))


def ids(given: tuple[int, ...]) -> set[int]:
    """The ids back."""
    found, at = set(), 0
    for step in given:
        at += step
        found.add(at)
    return found
