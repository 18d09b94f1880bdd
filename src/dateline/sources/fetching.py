"""One page from the web, for somebody who asks for it by its address: guarded, since whoever asks may be a stranger.

A server that fetches what it is told to can be made to ask its own network: routers, databases, the cloud's metadata service.
So only public addresses are connected to. A name is looked up once, every address it has is checked, and the connection is made to
one of these very addresses; the same for each redirect. Size, time and redirects are bounded.
"""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from dateline._version import __version__
from dateline.errors import SourceError
from dateline.records import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_FETCHED = 16 * 1024 * 1024
"""Bytes of a fetched page, unpacked. Saved pages may be larger, since they have their images inside."""

_SECONDS = 20.0
_SECONDS_PER_STEP = 10.0
_REDIRECTS = 5
_LONGEST_ADDRESS = 4_000
_AGENT = f"Dateline/{__version__} (reads one page that a person asked for)"

# Addresses of IPv6 that lead on to an address of IPv4 (NAT64), and so to any network: RFC 6052 and RFC 8215.
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, after all the ways to write a private one in IPv6 are undone."""
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address):
        for inner in (parsed.ipv4_mapped, parsed.sixtofour, *(parsed.teredo or ())):
            if inner is not None and not _is_public(inner):
                return False
        if any(parsed in network for network in _TRANSLATED) or parsed.is_site_local:
            return False
    return _is_public(parsed)


def _is_public(parsed: IPv4Address | IPv6Address) -> bool:
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def fetch(
    url: str, *, max_bytes: int = MAX_FETCHED, seconds: float = _SECONDS, allowed: Callable[[str], bool] = is_public
) -> Capture:
    """The capture of a page on the web; `allowed` says which IP addresses may be connected to.

    Its `url` is where redirects led to, its `origin` the address asked for. Raises `SourceError` when the address is none of
    http or https, leads to a network that is not `allowed`, does not answer with a page in time, or with too large a one.
    """
    deadline = time.monotonic() + seconds
    asked, at = url, _checked(url)
    transport = httpx.HTTPTransport(trust_env=False, retries=0)
    transport._pool = httpcore.ConnectionPool(  # httpx has no other way to choose how connections are made
        ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=_Guarded(allowed, deadline), retries=0
    )
    headers = {"User-Agent": _AGENT, "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"}
    with httpx.Client(transport=transport, headers=headers, timeout=min(_SECONDS_PER_STEP, seconds), trust_env=False) as client:
        for _ in range(_REDIRECTS + 1):
            try:
                with client.stream("GET", at) as response:
                    if response.next_request is None:
                        return _capture(response, asked, max_bytes, deadline)
                    at = _checked(str(response.next_request.url))
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                raise SourceError(f"it cannot be fetched: {_reason(error)}", subject=asked) from error
    raise SourceError(f"it redirects more than {_REDIRECTS} times", subject=asked)


def _checked(url: str) -> str:
    """An address that may be asked for; raises `SourceError`."""
    if len(url) > _LONGEST_ADDRESS:
        raise SourceError("the address is too long", subject=url[:80])
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise SourceError(f"it is no address of a page: {error}", subject=url) from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise SourceError("only addresses of http and https are fetched", subject=url)
    if parsed.port is not None and not 0 < parsed.port < 2**16:
        raise SourceError("it is no address of a page: there is no such port", subject=url)
    if parsed.userinfo:
        raise SourceError("addresses with a name and a password in them are not fetched", subject=url)
    return url


def _capture(response: httpx.Response, asked: str, max_bytes: int, deadline: float) -> Capture:
    """What a final answer holds, read piece by piece so that one without end is noticed."""
    if response.status_code != httpx.codes.OK:
        raise SourceError(f"the server answers {response.status_code} {response.reason_phrase}".rstrip(), subject=asked)
    content = bytearray()
    for piece in response.iter_bytes():
        content += piece
        if len(content) > max_bytes:
            raise SourceError(f"it is larger than {max_bytes // 1024:,} KiB; save it and give the file", subject=asked)
        if time.monotonic() > deadline:
            raise SourceError("it takes too long; save it and give the file", subject=asked)
    media_type, _, _ = response.headers.get("content-type", "").partition(";")
    return Capture(
        content=bytes(content),
        url=str(response.url),
        media_type=media_type.strip().lower() or None,
        charset=response.charset_encoding,
        headers=tuple((name.lower(), value) for name, value in response.headers.multi_items()),
        captured_at=datetime.now(UTC),
        origin=asked,
    )


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


class _Guarded(httpcore.NetworkBackend):
    """Connections to allowed addresses only: the one that is connected to is the one that was checked."""

    def __init__(self, allowed: Callable[[str], bool], deadline: float) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """See `httpcore.NetworkBackend`; the stream's TLS still asks for the name, which httpcore keeps apart."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ConnectTimeout("it takes too long")
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"there is no host {host!r}") from error
        addresses = [str(place[0]) for *_, place in found]
        # One address that is not allowed is enough: a name with a public and a private one is somebody's trick.
        if not addresses or not all(self._allowed(address) for address in addresses):
            raise httpcore.ConnectError(f"{host!r} is not on the public internet")
        return self._plain.connect_tcp(addresses[0], port, min(timeout or left, left), local_address, socket_options)
