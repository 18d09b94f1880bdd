"""RSS and Atom files to captures, one an entry.

A feed holds no pages but pieces of articles. The capture of an entry is a small HTML page made from it: headline and text as the feed has
them, and what the feed claims (address, times, authors, categories, language) in the meta elements where pages claim such
things, so that the reader takes them for what they are, claims. Made pages say so in a header, `x-dateline-made-from`.
"""

from __future__ import annotations

import io
import re
from email.utils import parsedate_to_datetime
from html import escape
from typing import TYPE_CHECKING, Any

from dateline.records import Capture
from dateline.sources.files import MAX_BYTES, content_of, shown, source_error
from dateline.sources.opening import open_binary
from dateline.sources.taking import Taken, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

MADE_FROM = "x-dateline-made-from"

# Larger than any feed, and as much as may be built up as a tree.
MAX_FEED = 64 * 1024 * 1024
_ROOT = re.compile(rb"<(?:\w+:)?(rss|feed|RDF)[\s>]")
_TAG = re.compile(r"<[^<>]{0,2000}>")
# Nothing that a feed needs, and all that a bomb of entities needs.
_ENTITY = b"<!ENTITY"


def is_feed(start: bytes) -> bool:
    """Whether a file that begins so is RSS or Atom."""
    plain = start.replace(b"\0", b"")
    return plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _ROOT.search(plain) is not None


def read_feed(place: str, *, name: str | None = None, max_bytes: int = MAX_BYTES) -> Iterator[Taken]:
    """Every entry of an RSS or Atom file, in its order, as `file#entry` (from 1); gzip is unpacked.

    An entry without text or headline is an `Unread`, as is a feed that is none. Raises `SourceError` when it cannot be read.
    """
    import feedparser

    label = name or shown(place)
    try:
        with open_binary(place) as file:
            data = content_of(file, label, min(max_bytes, MAX_FEED))
    except OSError as error:
        raise source_error(error, label) from error
    if _ENTITY in data.replace(b"\0", b""):
        yield Unread(origin=label, reason="it declares XML entities, which no feed needs; it was not read")
        return
    # The bytes go in as a file: feedparser takes a short string for an address or a path.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        yield Unread(origin=label, reason=f"it is no feed ({feed.get('bozo_exception') or 'neither RSS nor Atom'})")
        return
    for number, entry in enumerate(feed.entries, 1):
        yield _capture(entry, feed.feed, feed.version, f"{label}#{number}")
    if feed.get("bozo") and not isinstance(feed.bozo_exception, feedparser.exceptions.CharacterEncodingOverride):
        reason = f"the feed is malformed, and entries may be missing: {feed.bozo_exception}"
        yield Unread(origin=f"{label}#{len(feed.entries) + 1}", reason=reason)


def _capture(entry: Any, feed: Any, version: str, origin: str) -> Taken:
    url = entry.get("link") or None
    title = _markup(entry.get("title_detail"))
    text = max([*map(_markup, entry.get("content", ())), _markup(entry.get("summary_detail"))], key=len)
    if not text.strip() and not title.strip():
        return Unread(origin=origin, url=url, reason="the entry has neither headline nor text")
    claims = [
        ("article:published_time", _time(entry.get("published"))),
        ("article:modified_time", _time(dict(entry).get("updated"))),
        *(("author", person.get("name")) for person in entry.get("authors", ())),
        *(("article:tag", tag.get("term")) for tag in entry.get("tags", ())),
        ("og:site_name", feed.get("title")),
    ]
    language = (entry.get("content") or [{}])[0].get("language") or feed.get("language")
    page = "".join(
        (
            f"<!doctype html><html{_attribute('lang', language)}><head><meta charset=utf-8>",
            f"<title>{escape(_plain(title))}</title>",
            f"<link rel=canonical{_attribute('href', url)}>" if url else "",
            *(f"<meta{_attribute('property', key)}{_attribute('content', value)}>" for key, value in claims if value),
            f"</head><body><article><h1>{title}</h1>\n{text}</article></body></html>\n",
        )
    )
    told = [(MADE_FROM, f"{version or 'feed'} entry"), ("x-dateline-entry-id", entry.get("id"))]
    return Capture(
        content=page.encode("utf-8", "replace"),
        url=url,
        media_type="text/html",
        charset="utf-8",
        headers=tuple((key, value) for key, value in told if value),
        origin=origin,
    )


def _markup(detail: Any) -> str:
    """A text construct as HTML; plain text is split into paragraphs at empty lines."""
    value = (detail or {}).get("value") or ""
    if (detail or {}).get("type") != "text/plain":
        return str(value)
    pieces = re.split(r"\n\s*\n", value.strip())
    return escape(value.strip()) if len(pieces) == 1 else "".join(f"<p>{escape(piece)}</p>\n" for piece in pieces)


def _plain(markup: str) -> str:
    from html import unescape

    return unescape(_TAG.sub("", markup))


def _attribute(name: str, value: Any) -> str:
    return f' {name}="{escape(str(value))}"' if value else ""


def _time(value: str | None) -> str | None:
    """A time as meta elements have it: RSS writes `Mon, 06 May 2024 07:08:09 +0200`, Atom ISO 8601. Others stay as they are."""
    if not value:
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError):
        return value
