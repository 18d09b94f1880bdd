"""How a reading room is set up: decided once, before it opens."""

from __future__ import annotations

import secrets
from pathlib import Path

import msgspec

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""The names of this machine to itself."""

_MIB = 1024 * 1024


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a reading room is set up.

    `hosts` are the names, without ports, that the room answers to; requests that name another host are refused, which keeps
    pages of other sites from reaching a room on this machine by a name of their own. `token` and `password_hash` (argon2, as
    `hash_password` gives it) say who the owner is; without either, everybody who reaches the room is. `public_read` lets
    everybody read and write comments, which wait for the owner, where there is a token or password; without either it lets
    everybody read and nobody change anything. `https` says that browsers reach the room by HTTPS, through a proxy. `secret`
    (32 bytes) signs sessions; a new one ends them.
    """

    title: str = "Dateline"
    hosts: tuple[str, ...] = LOOPBACK
    token: str | None = None
    password_hash: str | None = None
    public_read: bool = False
    https: bool = False
    secret: bytes = msgspec.field(default_factory=lambda: secrets.token_bytes(32))
    fetch: bool = True
    """Whether *Read* takes addresses and fetches them."""
    annotations: bool = True
    """Whether readers may comment on articles."""
    profiles: Path | None = None
    """A folder of outlet profiles, beside the user's own."""
    max_upload: int = 16 * _MIB
    """Bytes of a request's body; a larger one is answered with 413."""
    writes_per_minute: int = 60
    """Requests that change or compute something, from one address."""
    readers: int = 4
    """Archives held open, each for one request at a time: requests beyond them wait."""
