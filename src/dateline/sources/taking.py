"""What a source gives: captures, and what gave none, each with its reason."""

from __future__ import annotations

import msgspec

from dateline.records import Capture


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


Taken = Capture | Unread
