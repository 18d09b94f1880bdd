"""Fetching one page: what is refused before and at the connection, and what is bounded, against real servers on loopback."""

from __future__ import annotations

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from dateline.errors import SourceError
from dateline.sources import fetch, is_public

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "<!DOCTYPE html><html><body><h1>Quay shut</h1><p>The café is shut.</p></body></html>"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:a9fe:a9fe::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "2001:db8::1",
    ],
)
def test_addresses_of_no_public_network(address: str) -> None:
    """Private, loopback, link-local, metadata, shared, documentation and reserved ones, and all of them dressed up as IPv6."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111"])
def test_public_addresses(address: str) -> None:
    """They are what pages are fetched from."""
    assert is_public(address)


class _Site(BaseHTTPRequestHandler):
    """A site that behaves in many ways; `asked` are the paths that were asked of it."""

    asked: list[str] = []  # noqa: RUF012 - shared on purpose: a handler is made for each request

    def do_GET(self) -> None:
        """Answer by the path."""
        self.asked.append(self.path)
        name, _, argument = self.path.strip("/").partition("/")
        match name:
            case "page":
                self._send(200, PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1")
            case "to":
                self._send(302, b"", "text/plain", location=argument.replace("~", ":") if "~" in argument else f"/{argument}")
            case "round":
                self._send(302, b"", "text/plain", location=f"/round/{int(argument) + 1}")
            case "large":
                self._send(200, b"x" * 300_000, "text/html")
            case "bomb":
                self._send(200, gzip.compress(b"x" * 50_000_000), "text/html", encoding="gzip")
            case "slow":
                self.send_response(200)
                self.end_headers()
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.1)
            case "broken":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"x")
            case _:
                self._send(404, b"", "text/plain")

    def _send(
        self, status: int, body: bytes, media_type: str, *, location: str | None = None, encoding: str | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for header, value in (("Location", location), ("Content-Encoding", encoding)):
            if value is not None:
                self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        """Serve; a client that has enough goes away."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a site on this machine."""
    _Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)


def anything(_: str) -> bool:
    """Lets every address pass, so that the rest is tested on this machine."""
    return True


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "0x7f.1", "[::ffff:127.0.0.1]", "0"])
def test_this_machine_is_not_asked(site: str, host: str) -> None:
    """A server on loopback is there, and gets no request, however its address is written."""
    port = site.rpartition(":")[2]
    with pytest.raises(SourceError, match=r"not on the public internet|there is no host|no address"):
        fetch(f"http://{host}:{port}/page")
    assert _Site.asked == []


def test_a_redirect_to_another_network(site: str) -> None:
    """Each address is checked, not only the first: what it leads to gets no request."""
    port = int(site.rpartition(":")[2])
    with pytest.raises(SourceError, match="not on the public internet"):
        fetch(f"{site}/to/http~//127.0.0.2~{port}/page", allowed=lambda address: address == "127.0.0.1")
    assert len(_Site.asked) == 1


def test_a_page(site: str) -> None:
    """Its bytes, where redirects led, what was asked for, type, charset, headers and time are in the capture."""
    capture = fetch(f"{site}/to/page", allowed=anything)
    assert capture.content == PAGE.encode("latin-1")
    assert (capture.url, capture.origin) == (f"{site}/page", f"{site}/to/page")
    assert (capture.media_type, capture.charset) == ("text/html", "iso-8859-1")
    assert ("content-type", "text/html; charset=ISO-8859-1") in capture.headers
    assert capture.captured_at is not None
    assert capture.captured_at.tzinfo is not None


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nowhere", "answers 404"),
        ("/round/0", "redirects more than 5 times"),
        ("/large", "larger than"),
        ("/bomb", "larger than"),
        ("/to/file~///etc/passwd", "only addresses of http and https|cannot be fetched"),
        ("/to/ftp~//x.example/", "only addresses of http and https|cannot be fetched"),
        ("/slow", "takes too long|timed out"),
        ("/broken", "cannot be fetched"),
    ],
)
def test_what_is_bounded(site: str, path: str, reason: str) -> None:
    """Status, redirects, size (also unpacked), schemes and time."""
    begun = time.monotonic()
    with pytest.raises(SourceError, match=reason):
        fetch(site + path, max_bytes=200_000, seconds=1.0, allowed=anything)
    assert time.monotonic() - begun < 8


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only addresses of http"),
        ("ftp://news.example/", "only addresses of http"),
        ("javascript:alert(1)", "only addresses of http"),
        ("news.example", "only addresses of http"),
        ("http://", "only addresses of http"),
        ("http://user:secret@news.example/", "a name and a password"),
        ("http://[::1", "no address"),
        ("http://news.example:99999/", "no address"),
        ("http://x.example/" + "x" * 5_000, "too long"),
        ("http://no-such-host.invalid/", "there is no host"),
        ("", "only addresses of http"),
        ("http://\ud800/", "no address"),
    ],
)
def test_what_is_no_address(url: str, reason: str) -> None:
    """It is refused with the reason."""
    with pytest.raises(SourceError, match=reason):
        fetch(url)


def test_nobody_is_listening() -> None:
    """A refused connection is an error of the source."""
    with pytest.raises(SourceError, match="cannot be fetched"):
        fetch("http://127.0.0.1:1/", allowed=anything)
