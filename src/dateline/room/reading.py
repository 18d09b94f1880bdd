"""Reading what is sent: a text, a page's markup, or an address to fetch."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from dateline import Article, Capture, ReadOptions, SourceError, read
from dateline.sources import fetch

if TYPE_CHECKING:
    from dateline.room.outlets import Outlets

SENT = "sent to the reading room"


class ToRead(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page to read: its `text` or `html`, or, where the room fetches pages, only its `url`.

    With `text` or `html`, `url` is the page's address. `outlet` is a profile's id or a domain. `captured_at` has an offset from UTC.
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    captured_at: datetime | None = None

    def capture(self, *, may_fetch: bool, max_bytes: int) -> Capture:
        """The capture of what was sent, or fetched if that `may` be; raises `SourceError`."""
        if self.text is not None and self.html is not None:
            raise SourceError("give text or html, not both")
        content = self.text if self.html is None else self.html
        if content is None:
            return self._fetched(may_fetch, max_bytes)
        return Capture(
            content=content.encode("utf-8", "replace"),
            charset="utf-8",
            media_type="text/plain" if self.html is None else "text/html",
            url=self.url,
            captured_at=aware(self.captured_at),
            origin=SENT,
        )

    def _fetched(self, may_fetch: bool, max_bytes: int) -> Capture:
        if self.url is None:
            raise SourceError("give text, html or url")
        if not may_fetch:
            raise SourceError("this room fetches no pages for you; send the page's text or html", subject=self.url)
        return fetch(self.url, max_bytes=max_bytes)


def aware(at: datetime | None) -> datetime | None:
    """A time of capture, which is an instant; raises `SourceError` for a local time."""
    if at is not None and at.tzinfo is None:
        raise SourceError("captured_at has no offset from UTC; add one, such as Z or +03:30")
    return at


def read_sent(capture: Capture, outlet: str | None, outlets: Outlets) -> Article:
    """The record of a capture, with the room's profiles; raises `ProfileError` for an outlet that is none."""
    return read(capture, options=ReadOptions(outlet=outlet or None, profiles=outlets.profiles))
