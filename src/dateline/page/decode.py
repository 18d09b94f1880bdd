"""Bytes → text: which charset, and who decided.

In order: byte order mark, the charset the caller gave, UTF-8 if a claim to another charset meets bytes that are valid UTF-8,
the charset of the HTTP header, the page's own `<meta charset>`, UTF-8 if valid, detection. Bytes that do not decode become U+FFFD and a note: nothing is repaired in silence.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ..records import Note

# The encoding standard reads these labels as their Windows supersets.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers look at the first 1,024 bytes; many pages declare later, so we look a little further.
_META_WINDOW = 4_096
# Bytes shown to the detector: enough for its statistics, and its time grows with them.
_DETECTION_WINDOW = 20_000
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]{1,40})", re.I)
_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]{1,40})", re.I)


class Decoded(NamedTuple):
    """Text, the charset it was read in, and notes on who decided and what did not decode.

    `clean` is what was decoded where it is flawless UTF-8, so that nobody need encode the text again; else None.
    """

    text: str
    charset: str
    notes: tuple[Note, ...]
    clean: bytes | None = None


def decode(content: bytes, *, charset: str | None = None, content_type: str | None = None, markup: bool = True) -> Decoded:
    """Decode a page. `charset` is what the caller knows, `content_type` an HTTP header; `markup` looks for `<meta charset>`."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, "byte order mark")
    claims: list[tuple[str, str]] = []
    if charset:
        claims.append((charset, "caller"))
    if content_type and (match := _HTTP.search(content_type)):
        claims.append((match[1], "HTTP header"))
    if markup and (found := _META.search(content[:_META_WINDOW])):
        # Markup that says UTF-16 in readable ASCII is not UTF-16 (the encoding standard reads it as UTF-8).
        claims.append((re.sub("^utf-?16.*", "utf-8", found[1].decode("ascii").lower()), "meta element"))
    doubts: list[Note] = []
    for claim, who in claims:
        if (name := _known(claim)) is None:
            doubts.append(Note("charset.unknown", f"the {who} says {claim!r}, which is no known charset"))
        elif who != "caller" and name not in ("utf-8", "ascii") and not content.isascii() and _is_utf8(content):
            # Bytes of another charset are hardly ever valid UTF-8; pages saved by a browser or a crawler often are, whatever they say.
            doubts.append(Note("charset.contradicted", f"the {who} says {name}, but the bytes are valid UTF-8"))
            break
        else:
            said = _decoded(content, name, who)
            return said._replace(notes=(*doubts, *said.notes))
    if _is_utf8(content):
        said = _decoded(content, "utf-8", "bytes valid as UTF-8")
    else:
        said = _decoded(content, _detected(content), "detection")
    return said._replace(notes=(*doubts, *said.notes))


def _decoded(content: bytes, name: str, who: str) -> Decoded:
    notes = [Note("charset", f"{name} by {who}")]
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        text = content.decode(name, "replace")
        notes.append(Note("charset.errors", f"{text.count(chr(0xFFFD))} places do not decode as {name}"))
        return Decoded(text, name, tuple(notes))
    return Decoded(text, name, tuple(notes), content if name == "utf-8" else None)


def _known(label: str) -> str | None:
    """Python's name of a text codec for a charset label, as the encoding standard widens it."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    # Codecs that are no charsets (rot13, base64, zlib) are refused.
    if not getattr(info, "_is_text_encoding", True) or info.name in (
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
    ):
        return None
    return _SUPERSETS.get(info.name, info.name)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut in the middle of a character is still UTF-8.
        return error.reason == "unexpected end of data" and error.end >= len(content)
    return True


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load, seldom needed

    best = from_bytes(content[:_DETECTION_WINDOW], steps=5, chunk_size=1_024).best()
    name = _known(best.encoding) if best is not None else None
    return name or "cp1252"
