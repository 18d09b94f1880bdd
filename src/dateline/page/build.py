"""Capture → Page."""

from __future__ import annotations

import re

import msgspec

from ..records import Capture, Note, Page
from . import decode, text
from .memento import MEMENTO, memento, own_addresses, without_toolbar
from .packed import unpacked
from .saved import saved_from

# Code points of a block outside links that make it prose, for judging whether a page shows any.
_PROSE = 80
# Half of a pair, or a byte that did not decode: a record that holds one cannot be written as UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKUP_TYPES = ("html", "xml")
# Control characters that no text has; the share of them from which bytes are no text (random ones have 9 %).
_NOISE = 0.02
_CONTROLS = bytes([*range(9), *range(14, 27)])
# What a page that is no text starts with, and what people call it. The names are for the note.
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"\x7fELF", "a program"),
)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of one document is read. What lies beyond is left out, and a note says so.

    Of some 3,600 pages of development gold the largest has 5 MB, 22,000 tags and 6,200 lines.
    """

    max_bytes: int = 16_000_000
    max_nodes: int = 250_000
    max_blocks: int = 20_000


def build_page(capture: Capture, *, limits: Limits) -> Page:
    """Make a capture readable. Never fails on content: what cannot be read is a note on an empty page."""
    notes: list[Note] = []
    capture, content, is_copy = _opened(capture, notes)
    if not content.strip():
        notes.append(Note("input.empty", "the capture holds nothing but white space"))
    if len(content) > limits.max_bytes:
        notes.append(Note("limit.bytes", f"only the first {limits.max_bytes:,} of {len(content):,} bytes were read"))
        content = content[: limits.max_bytes]
    if (what := _binary(content)) is not None:
        notes.append(Note("input.binary", f"the capture is {what}, not a page"))
        return Page(form="text", text="", url=capture.url, captured_at=capture.captured_at, notes=tuple(notes))
    headers = dict(capture.headers)
    markup = _is_markup(capture.media_type or headers.get("content-type"), content)
    decoded = decode.decode(content, charset=capture.charset, content_type=headers.get("content-type"), markup=markup)
    notes.extend(decoded.notes)
    if not markup:
        return _from_text(capture, decoded, notes, limits)
    return _from_markup(capture, decoded, notes, limits, rewritten=is_copy)


def _opened(capture: Capture, notes: list[Note]) -> tuple[Capture, bytes, bool]:
    """The page in a capture: what is told of it, its bytes, and whether it is a web archive's copy.

    A browser may have saved it in one file with all that belongs to it, or have written where it was saved from; and the address may be
    that of a copy, which has the page's own within.
    """
    content = capture.content
    if (packed := unpacked(content)) is not None:
        notes.append(Note("capture.packed", "the page was taken out of a file that holds what belongs to it as well"))
        content = packed.content
        capture = msgspec.structs.replace(
            capture,
            url=capture.url or packed.url,
            media_type=packed.media_type,
            charset=packed.charset,
            captured_at=capture.captured_at or packed.at,
        )
    if capture.url and _SURROGATE.search(capture.url):
        capture = msgspec.structs.replace(capture, url=_SURROGATE.sub("\ufffd", capture.url))
        notes.append(Note("url.undecodable", "the address holds what is no text"))
    if (saved := saved_from(content)) is not None and capture.url in (None, saved.url):
        notes.append(Note("capture.saved", f"the file says that it was saved from {saved.url}"))
        capture = msgspec.structs.replace(capture, url=saved.url, captured_at=capture.captured_at or saved.at)
    if (kept := memento(capture.url)) is None:
        return capture, content, False
    notes.append(Note(MEMENTO, f"a copy kept by {kept.keeper} at {capture.url}"))
    return msgspec.structs.replace(capture, url=kept.url, captured_at=kept.taken_at), without_toolbar(content), True


def _from_text(capture: Capture, decoded: decode.Decoded, notes: list[Note], limits: Limits) -> Page:
    blocks, cut = text.lines(decoded.text, max_blocks=limits.max_blocks)
    if cut:
        notes.append(Note("limit.blocks", f"only the first {limits.max_blocks:,} lines were read"))
    return Page(
        form="text",
        text=decoded.text,
        blocks=blocks,
        url=capture.url,
        charset=decoded.charset,
        captured_at=capture.captured_at,
        notes=tuple(notes),
    )


def _from_markup(capture: Capture, decoded: decode.Decoded, notes: list[Note], limits: Limits, *, rewritten: bool) -> Page:
    from . import html  # the HTML engine loads when first used
    from .declared import declared
    from .guard import harmless
    from .stored import appended, stored_paragraphs

    encoded = decoded.text.encode("utf-8", "replace") if decoded.clean is None else decoded.clean
    source, tamed = harmless(encoded, max_tags=limits.max_nodes)
    if tamed:
        notes.append(Note("limit.markup", "tags, nesting or attributes beyond any honest page were cut"))
    tree = html.walk(source, max_nodes=limits.max_nodes)
    if tree.truncated:
        notes.append(Note("limit.nodes", f"only the first {limits.max_nodes:,} nodes were read"))
    if rewritten:
        tree = own_addresses(tree)
    claims, doubts = declared(tree, capture.url)
    whole, blocks, elements = tree.text, tree.blocks, tree.elements
    prose = sum(b.end - b.start for b in blocks if b.end - b.start - b.link >= _PROSE)
    if paragraphs := stored_paragraphs(whole, prose, claims.linked_data, tree.scripts):
        whole, blocks, elements = appended(whole, blocks, elements, paragraphs)
        notes.append(
            Note("text.stored", f"{len(paragraphs)} paragraphs stand in the page's data only and were set below its text")
        )
    if len(blocks) > limits.max_blocks:
        notes.append(Note("limit.blocks", f"only the first {limits.max_blocks:,} of {len(blocks):,} lines were read"))
        blocks = blocks[: limits.max_blocks]
    return Page(
        form="html",
        text=whole,
        blocks=blocks,
        elements=elements,
        declared=claims,
        url=capture.url,
        charset=decoded.charset,
        captured_at=capture.captured_at,
        notes=(*notes, *doubts),
    )


def _is_markup(media_type: str | None, content: bytes) -> bool:
    """By media type; without one, text that shows a tag within its first kilobyte is markup."""
    if media_type:
        kind = media_type.lower()
        if any(name in kind for name in _MARKUP_TYPES):
            return True
        if kind.startswith("text/plain"):
            return False
    start = content[:1_024].replace(b"\0", b"").lower()
    return any(
        tag in start for tag in (b"<!doctype", b"<html", b"<head", b"<body", b"<div", b"<p>", b"<article", b"<?xml", b"<table")
    )


def _binary(content: bytes) -> str | None:
    """What sort of non-text the bytes are, or None."""
    for start, name in _BINARY:
        if content.startswith(start):
            return name
    sample = content[:4_096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or not sample:
        return None
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # UTF-16 without a mark is half NULs in a regular pattern; other data is not.
    nuls = sample.count(0)
    if nuls and (sample[::2].count(0) == nuls or sample[1::2].count(0) == nuls) and nuls > len(sample) // 3:
        return None
    return "binary data" if controls > len(sample) * _NOISE else None
