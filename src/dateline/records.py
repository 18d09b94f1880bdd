"""The records that stages hand on: frozen, with tuples, and with JSON by msgspec.

All spans are half-open ranges of code points in `Page.text`. For plain text, `Page.text` is the decoded
input itself. Times are `Moment`s: they say as much as the page says and no more.

Records that hold words, numbers and other such records are kept out of the cyclic garbage collector (`gc=False`): they can
be part of no cycle, and a page makes thousands of them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

import msgspec

T = TypeVar("T")

Precision = Literal["year", "month", "day", "hour", "minute", "second"]
ZoneSource = Literal["explicit", "outlet", "unknown"]
Kind = Literal["article", "listing", "collection", "forum", "product", "documentation", "service", "other"]
Genre = Literal["news", "opinion", "analysis", "interview", "live", "review", "press release", "satire", "obituary"]
Access = Literal["full", "truncated", "paywalled"]
AuthorKind = Literal["person", "organisation", "desk"]
ParagraphKind = Literal["paragraph", "heading", "list item", "quotation", "table row", "preformatted", "term"]
Role = Literal["body", "caption", "comment", "dropped"]

# How many characters of an ISO 8601 local time each precision shows.
_SHOWN: dict[str, int] = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16, "second": 19}


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A range `[start, end)` of code points in `Page.text`; `[start, end]` in JSON."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]


class Moment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A point in time as far as it is known.

    `local` is the clock on the page's wall, in ISO 8601 cut to `precision`; `offset` is `+hh:mm`
    from UTC, or None when neither the page nor the outlet says; `zone_source` tells which of them did.
    `text` is what `str()` gives. Make one with `Moment.at`.
    """

    text: str = ""
    local: str
    precision: Precision
    offset: str | None = None
    zone_source: ZoneSource = "unknown"

    def __post_init__(self) -> None:
        datetime.fromisoformat(_whole(self.local))
        if len(self.local) != _SHOWN[self.precision]:
            raise ValueError(f"{self.local!r} is not written to the {self.precision}")
        msgspec.structs.force_setattr(self, "text", self.local + (self.offset or ""))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def at(
        cls,
        local: datetime | date,
        *,
        precision: Precision = "day",
        offset: timedelta | None = None,
        zone_source: ZoneSource | None = None,
    ) -> Moment:
        """A moment from a local date or clock (its own tzinfo is not looked at).

        A time less precise than an hour has no offset: a day does not begin everywhere at once.
        """
        shown = (local if isinstance(local, datetime) else datetime.combine(local, datetime.min.time())).replace(tzinfo=None)
        if precision in ("year", "month", "day"):
            offset = None
        source: ZoneSource = "unknown" if offset is None else zone_source or "explicit"
        return cls(
            local=shown.isoformat(timespec="seconds")[: _SHOWN[precision]],
            precision=precision,
            offset=None if offset is None else offset_text(offset),
            zone_source=source,
        )

    @property
    def day(self) -> date:
        """The local day; the first of the month or year where no day is known."""
        return self.clock.date()

    @property
    def clock(self) -> datetime:
        """The local date and clock, naive; what is not known is at its beginning."""
        return datetime.fromisoformat(_whole(self.local))

    @property
    def instant(self) -> datetime | None:
        """The instant in UTC, or None when the offset is not known."""
        if self.offset is None:
            return None
        return datetime.fromisoformat(_whole(self.local) + self.offset).astimezone(UTC)


def offset_text(offset: timedelta) -> str:
    """`+hh:mm` for an offset from UTC; seconds (historic local mean times) are rounded to the minute."""
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _whole(local: str) -> str:
    """A cut ISO local time filled up to the second."""
    return local + "0001-01-01T00:00:00"[len(local) :]


class Note(msgspec.Struct, frozen=True, gc=False):
    """What the reader could not settle, or a limit it hit. `code` is stable; `detail` is for people."""

    code: str
    detail: str


# The header of a capture that is the text of a record which came without its page: it names the page's hash.
READ_FROM = "x-dateline-read-from"


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes as they came, and what was told about them.

    `captured_at` is an aware datetime. `headers` have lower-case names. `origin` says where the bytes came
    from: a path, `file.warc.gz#offset`, a feed's address. A `str` given to `read` is kept as UTF-8 with `charset` "utf-8".
    """

    content: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    captured_at: datetime | None = None
    origin: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the content: hex, lower case."""
        from hashlib import sha256

        return sha256(self.content).hexdigest()


class Element(msgspec.Struct, frozen=True, gc=False):
    """An element of the markup that holds text or points somewhere.

    `label` is its class, id, role, itemprop and rel in lower case, joined by spaces (the last three as
    `role=…`, `itemprop=…`, `rel=…`); `value` is the address, machine time or
    content that it carries (`href`, `datetime`, `src`, `content`); `name` its `alt`, `aria-label` or `title`; `parent` is the
    index of the element around it, or -1.
    """

    tag: str
    start: int
    end: int
    parent: int
    label: str
    value: str | None
    name: str | None


class Block(msgspec.Struct, frozen=True, gc=False):
    """A line of the page: a run of text with no block boundary in it, `text[start:end]`.

    `element` is the index in `Page.elements` of the block-level element it stands in (-1 for plain text), `tag`
    that element's name or the nearest telling one (`p`, `h2`, `li`, `blockquote`, `figcaption`, `td`, `pre`; "" for
    plain text). `link` and `bold` count its code points within links and strong text; `hidden` is True when markup hides it.
    """

    start: int
    end: int
    tag: str
    element: int
    link: int
    bold: int
    hidden: bool


class LinkedData(msgspec.Struct, frozen=True):
    """One JSON-LD or microdata node: where it stands, its schema.org types, its properties as plain JSON values."""

    path: str
    types: tuple[str, ...]
    data: dict[str, Any]


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """What the page's machinery claims, apart from its visible text.

    `meta` has `(name, content)` in document order, names in lower case (`og:title`, `author`, `article:published_time`,
    `http:last-modified`, …); `links` has `(rel, href)` of `<link>` elements, made absolute.
    """

    title: str | None = None
    language: str | None = None
    direction: str | None = None
    meta: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    linked_data: tuple[LinkedData, ...] = ()

    def get(self, name: str) -> str | None:
        """The first non-empty meta content of that name."""
        return next((content for key, content in self.meta if key == name), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Every non-empty meta content of that name, in document order."""
        return tuple(content for key, content in self.meta if key == name)

    def link(self, rel: str) -> str | None:
        """The first `<link>` of that relation."""
        return next((href for key, href in self.links if key == rel), None)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A capture made readable.

    `text` is all visible text in document order, a block a line (a `<br>` inside a block is a line break within it);
    for plain text it is the decoded input, untouched. `form` tells the two apart.
    """

    form: Literal["html", "text"]
    text: str
    blocks: tuple[Block, ...] = ()
    elements: tuple[Element, ...] = ()
    declared: Declared = Declared()
    url: str | None = None
    charset: str | None = None
    captured_at: datetime | None = None
    notes: tuple[Note, ...] = ()


class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why a field has its value, or what it would have been otherwise.

    Visible evidence has a `span`, and `Page.text[span] == raw`; declared evidence has a `path` (`meta[og:title]`,
    `jsonld[0].headline`, `url`). `value` is what this evidence gives for the field, as text; `confidence` is 0 to 1.
    """

    field: str
    method: str
    raw: str
    value: str
    confidence: float
    chosen: bool
    span: Span | None = None
    path: str | None = None


class Found(msgspec.Struct, Generic[T], frozen=True):
    """What a finder returns: the value, the evidence for it and for the candidates that lost, and notes."""

    value: T
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()


class Author(msgspec.Struct, frozen=True, gc=False):
    """Who a byline names. `desk` is a newsroom's collective voice ("Staff Writer", "Editorial Board")."""

    name: str
    kind: AuthorKind = "person"


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A kept block of the main content; `text` is `Page.text[span]`, `confidence` the reader's that it belongs here."""

    kind: ParagraphKind
    text: str
    span: Span
    confidence: float


class Comment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A reader's comment (`Article.comments`, never part of the body), or a post of a forum thread or live blog (`Article.posts`)."""

    text: str
    span: Span
    author: str | None = None
    published: Moment | None = None


class Image(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An image of the article, with its caption and credit as printed."""

    url: str
    alt: str | None = None
    caption: str | None = None
    caption_span: Span | None = None
    credit: str | None = None


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link in the body: absolute address, the words that carry it, and where they stand."""

    url: str
    text: str
    span: Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The record read from a page: every value with its evidence, absent where the page does not say.

    `uri` is the canonical URL, else `urn:dateline:<outlet>:<news_id>`, else `urn:sha256:<of the body>`. `text` is
    `Page.text`, what all spans point into. `capture` is the SHA-256 of the bytes. See docs/records.md.
    """

    uri: str
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    news_id: str | None = None
    headline: str | None = None
    subheadline: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    source: str | None = None
    dateline: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    language: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    genre: Genre | None = None
    access: Access | None = None
    kind: Kind = "other"
    body: tuple[Paragraph, ...] = ()
    comments: tuple[Comment, ...] = ()
    posts: tuple[Comment, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Paragraph, ...] = ()
    text: str = ""
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    capture: str
    captured_at: datetime | None = None
    reader: str


class Line(msgspec.Struct, frozen=True, gc=False):
    """What the reader made of one block of the page: its role, and the body model's score for it (0 to 1)."""

    span: Span
    role: Role
    score: float


class Reading(msgspec.Struct, frozen=True):
    """One capture read once: the page, the record, and the role of every line."""

    page: Page
    article: Article
    lines: tuple[Line, ...]


def to_json(record: msgspec.Struct) -> bytes:
    """A record as one line of JSON (UTF-8), every key present."""
    return msgspec.json.encode(record)


def article_from_json(data: bytes | str) -> Article:
    """An `Article` back from its JSON; raises `msgspec.ValidationError` when it is none."""
    return msgspec.json.decode(data, type=Article)


def article_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Article`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(Article)
