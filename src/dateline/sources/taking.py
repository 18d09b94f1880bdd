"""What a source gives: captures, records that were read before, and what gave neither, each with its reason."""

from __future__ import annotations

import msgspec

from dateline.records import Article, Capture, Note


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


# The header that names the capture which a restored record was read from.
READ_FROM = "x-dateline-read-from"


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
        return Restored(capture=msgspec.structs.replace(capture, headers=()), article=article)
    note = Note("capture.text", f"restored from a record; the page it was read from, {article.capture}, is not here")
    kept = msgspec.structs.replace(article, capture=capture.sha256, notes=(*article.notes, note))
    return Restored(capture=capture, article=kept)
