"""The body of an HTTP message as it was before it was packed for the way: chunks joined, content codings undone, bounded.

Transfer codings: RFC 9112, section 7. Content codings: RFC 9110, section 8.4; brotli RFC 7932, zstd RFC 8878.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

    Read = Callable[[bytes, int], bytes]

# Codings on top of each other; servers use one, a bomb may use many.
_MAX_CODINGS = 3
_CHUNK = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
_HEX = frozenset(b"0123456789abcdefABCDEF")


class BodyError(ValueError):
    """A body that cannot be unpacked; the message is the reason."""


def unpacked(payload: bytes, *, transfer: str, content: str, max_bytes: int) -> bytes:
    """The body of a message with these `Transfer-Encoding` and `Content-Encoding` values.

    Crawlers often store bodies unpacked and leave the headers as they were, so what plainly is not packed is taken as it is.
    Raises `BodyError` when it is damaged or cut short, unpacks to more than `max_bytes`, or is packed in a way nobody knows.
    """
    codings = [coding.strip().lower() for coding in f"{content},{transfer}".split(",")]
    codings = [coding for coding in codings if coding not in ("", "identity", "none", "utf-8")]
    if len(codings) > _MAX_CODINGS:
        raise BodyError(f"its body is packed {len(codings)} times over")
    for coding in reversed(codings):
        if (undo := _UNDO.get(coding)) is None:
            if _shows_markup(payload):
                continue
            raise BodyError(f"its body is packed as {coding[:40]!r}, which is not known")
        payload = undo(payload, max_bytes)
    return payload


class _Received:
    """A connection on which a message has come in whole, for `http.client` to read."""

    def __init__(self, message: bytes) -> None:
        self._message = message

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._message)


def _chunked(payload: bytes, max_bytes: int) -> bytes:
    from http.client import HTTPException, HTTPResponse

    size = payload[:64].split(b"\r\n")[0].split(b";")[0].strip()
    if not size or not _HEX.issuperset(size):
        return payload  # joined already
    response = HTTPResponse(cast("socket", _Received(_CHUNKED + payload)))
    try:
        response.begin()
        return _upto(response.read, max_bytes)
    except HTTPException as error:  # the end of a chunk is missing, or its size is no number
        raise BodyError("its chunked body is damaged or cut short") from error


def _gzip(payload: bytes, max_bytes: int) -> bytes:
    return _inflate(payload, 31, max_bytes) if payload.startswith(_GZIP_MAGIC) else payload


def _deflate(payload: bytes, max_bytes: int) -> bytes:
    """As zlib data or, as some servers have it, bare."""
    if _shows_markup(payload):
        return payload
    try:
        return _inflate(payload, 15, max_bytes)
    except BodyError:
        if payload[:1] == b"\x78":
            raise
        return _inflate(payload, -15, max_bytes)


def _inflate(payload: bytes, window: int, max_bytes: int) -> bytes:
    body = b""
    try:
        while payload.strip(b"\0"):  # members may follow each other
            stream = zlib.decompressobj(window)
            body += stream.decompress(payload, max_bytes + 1 - len(body))
            _bounded(len(body), max_bytes)
            if not stream.eof:
                raise BodyError("its packed body is cut short")
            payload = stream.unused_data
            if body and not payload.startswith(_GZIP_MAGIC):
                break
    except zlib.error as error:
        raise BodyError(f"its packed body is damaged ({error})") from error
    return body


def _brotli(payload: bytes, max_bytes: int) -> bytes:
    import brotli

    stream = brotli.Decompressor()
    body = bytearray()
    piece = payload
    try:
        while not stream.is_finished():
            body += stream.process(piece, output_buffer_limit=_CHUNK)
            _bounded(len(body), max_bytes)
            if stream.can_accept_more_data() and not stream.is_finished():
                raise BodyError("its brotli body is cut short")
            piece = b""
    except brotli.error as error:
        if _shows_markup(payload):
            return payload
        raise BodyError("its brotli body is damaged") from error
    return bytes(body)


def _zstd(payload: bytes, max_bytes: int) -> bytes:
    import zstandard

    if not payload.startswith(_ZSTD_MAGIC):
        return payload
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(payload), read_across_frames=True) as stream:
            return _upto(stream.read, max_bytes)
    except zstandard.ZstdError as error:
        raise BodyError(f"its zstd body is damaged ({error})") from error


def _upto(read: Callable[[int], bytes], max_bytes: int) -> bytes:
    body = bytearray()
    while piece := read(_CHUNK):
        body += piece
        _bounded(len(body), max_bytes)
    return bytes(body)


def _bounded(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise BodyError(f"its body unpacks to more than {max_bytes:,} bytes")


def _shows_markup(payload: bytes) -> bool:
    """Whether bytes that are said to be packed are readable as they are."""
    return payload[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


_UNDO: dict[str, Read] = {
    "chunked": _chunked,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
