"""Pages that a browser saved with all that belongs to them in one file: MHTML (Chrome, Edge, Internet Explorer) and Safari's web archive."""

from __future__ import annotations

import base64
import binascii
import plistlib
import quopri
from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

MHTML, WEBARCHIVE = "multipart/related", "application/x-webarchive"
# Bytes of a header at most, and parts of a file that are looked at.
_HEADER, _PARTS = 65_536, 200
_PLIST = b"bplist00"


class Packed(NamedTuple):
    """The page in a file of several: its bytes, and what the file says of them."""

    content: bytes
    url: str | None
    media_type: str
    charset: str | None
    at: datetime | None


def unpacked(content: bytes) -> Packed | None:
    """The page in a file that holds more than it; None for bytes that are no such file, or hold no page that can be taken out."""
    if content.startswith(_PLIST):
        return _of_webarchive(content)
    top = content[:_HEADER].lstrip()
    if top[:1].isalpha() and b"multipart/related" in top.lower():
        return _of_mhtml(content)
    return None


def _of_mhtml(content: bytes) -> Packed | None:
    head, _, _ = _parted(content)
    boundary = head.get_boundary()
    if head.get_content_type() != MHTML or not boundary:
        return None
    mark = b"--" + boundary.encode("ascii", "replace")
    found: list[tuple[Message, bytes]] = []
    at = content.find(mark)
    for _ in range(_PARTS):
        end = content.find(mark, at + len(mark)) if at >= 0 else -1
        if at < 0:
            break
        part, coding, body = _parted(content[at + len(mark) : end if end >= 0 else len(content)].lstrip(b"\r\n"))
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and (plain := _decoded(body, coding)) is not None:
            found.append((part, plain))
        at = end
    if not found:
        return None
    address = head.get("Snapshot-Content-Location")
    # Frames have parts of their own: the page's has its address, else it comes first.
    part, plain = next(((p, b) for p, b in found if address and p.get("Content-Location") == address), found[0])
    url = address or part.get("Content-Location")
    return Packed(plain, str(url) if url else None, part.get_content_type(), part.get_content_charset(), _time(head.get("Date")))


def _parted(part: bytes) -> tuple[Message, str, bytes]:
    """The header of a message or a part, how its body is coded, and the body."""
    lines = b"\r\n" if b"\r\n" in part[:_HEADER] else b"\n"
    end = part.find(lines * 2, 0, _HEADER)
    head, body = (part[:end], part[end + 2 * len(lines) :]) if end >= 0 else (part[:_HEADER], b"")
    message = BytesHeaderParser().parsebytes(head.lstrip() + b"\n\n")
    return message, str(message.get("Content-Transfer-Encoding", "")).strip().lower(), body


def _decoded(body: bytes, coding: str) -> bytes | None:
    if coding == "quoted-printable":
        return quopri.decodestring(body)
    if coding == "base64":
        try:
            return base64.b64decode(body)
        except binascii.Error:
            return None
    return body


def _time(said: str | None) -> datetime | None:
    try:
        at = parsedate_to_datetime(str(said)) if said else None
    except (TypeError, ValueError):
        return None
    return at if at is not None and at.tzinfo is not None else None


def _of_webarchive(content: bytes) -> Packed | None:
    try:
        main = plistlib.loads(content, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        data, url, charset = main["WebResourceData"], main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
        kind = main.get("WebResourceMIMEType") or "text/html"
    except (plistlib.InvalidFileException, KeyError, TypeError, AttributeError, ValueError, OverflowError, RecursionError):
        return None
    if not isinstance(data, bytes) or not isinstance(kind, str):
        return None
    return Packed(data, url if isinstance(url, str) else None, kind, charset if isinstance(charset, str) else None, None)
