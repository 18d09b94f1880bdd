"""What a source gives: captures, records that were read before, and what gave neither, each with its reason."""

from __future__ import annotations

import re

import msgspec

from dateline.records import READ_FROM, Article, Capture, Note


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """A record, row or entry of a source that gives no capture, and why.

    `origin` says where it stands (`file.warc.gz#offset`, `file.jsonl#line`), `url` whose it is where that is known. `fault` is
    True when something is wrong with it (damaged, too large, cut short), False when it is no page by its own account: a
    picture, an answer of 404, a revisit.
    """

    origin: str
    reason: str
    url: str | None = None
    fault: bool = True


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """A record that was read before and has come back in, with the capture that it now rests on."""

    capture: Capture
    article: Article


Taken = Capture | Unread
Given = Capture | Restored | Unread


def too_large(size: int, max_bytes: int) -> str:
    """The reason for what is larger than pages are, both in bytes."""
    return f"it has {size:,} bytes; more than {max_bytes:,} are not read"


# What the note of a restored record says; the hash in it is that of the page.
_RESTORED = "capture.text"
_HASH = re.compile(r"\b[0-9a-f]{64}\b")


def restored(article: Article, origin: str) -> Restored:
    """A record without its page, on a capture of the text that it was read from: every span and piece of evidence stays as it is.

    The page's own bytes are not there, so `capture` becomes the hash of the text's; a header and a note keep the hash of the page.
    """
    capture = Capture(
        content=article.text.encode("utf-8", "surrogatepass"),
        url=article.url,
        media_type="text/plain",
        charset="utf-8",
        headers=((READ_FROM, article.capture),),
        captured_at=article.captured_at,
        origin=origin,
    )
    if capture.sha256 == article.capture:  # read from text, or restored before
        page = next((found[0] for note in article.notes if note.code == _RESTORED and (found := _HASH.search(note.detail))), None)
        headers = () if page is None else ((READ_FROM, page),)
        return Restored(capture=msgspec.structs.replace(capture, headers=headers), article=article)
    note = Note(_RESTORED, f"restored from a record; the page it was read from, {article.capture}, is not here")
    kept = msgspec.structs.replace(article, capture=capture.sha256, notes=(*article.notes, note))
    return Restored(capture=capture, article=kept)
