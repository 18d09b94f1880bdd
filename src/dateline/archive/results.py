"""What an archive hands out: small frozen records, each with JSON by msgspec."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from dateline.records import Article, Genre, Kind, Moment, Span


class Added(msgspec.Struct, frozen=True, gc=False):
    """What became of an added capture.

    `status`: "added" a new article, "changed" another version of a known one, "unchanged" nothing new about it, "forgotten" not
    kept, since the article was taken down (see `Archive.forget`). `id` is the article's uri, `capture` the SHA-256 of the bytes.
    """

    status: Literal["added", "unchanged", "changed", "forgotten"]
    id: str
    capture: str


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """An article in short. `id` is its uri; `opening` the first words of its body; `added_at` is UTC."""

    id: str
    capture: str
    kind: Kind
    outlet: str | None
    news_id: str | None
    headline: str | None
    byline: str | None
    opening: str
    published: Moment | None
    language: str | None
    genre: Genre | None
    url: str | None
    captured_at: datetime | None
    added_at: datetime


class Snippet(msgspec.Struct, frozen=True):
    """A stretch of the body as it stands there; `highlights` count from its beginning, `span` is its place in `Article.text`."""

    text: str
    highlights: tuple[Span, ...]
    span: Span


class Hit(Summary, frozen=True, kw_only=True):
    """A found article. A higher `score` is better; scores of different searches do not compare.

    `copies` counts the other articles whose text is nearly the same (see `Archive.copies`), found by this search or not.
    """

    score: float
    snippet: Snippet | None
    headline_highlights: tuple[Span, ...]
    copies: int


class Hits(msgspec.Struct, frozen=True):
    """A page of found articles; `total` of all pages; `cursor` asks for the next page, None when this is the last."""

    hits: tuple[Hit, ...]
    total: int
    cursor: str | None


class Failure(msgspec.Struct, frozen=True):
    """A page that could not be taken in: where it is, why, how often that was tried, and when last (UTC)."""

    origin: str
    url: str | None
    reason: str
    tries: int
    at: datetime


class Counts(msgspec.Struct, frozen=True):
    """How much an archive holds. `captures` are sightings; `contents` their different contents, of `content_bytes` in all."""

    articles: int
    versions: int
    captures: int
    contents: int
    content_bytes: int
    readings: int
    failures: int


class Sighting(msgspec.Struct, frozen=True):
    """A capture of an article. `at` is its time, else when it was added; `version` is None for a poor one (see versions.py)."""

    capture: str
    at: datetime
    version: int | None
    url: str | None


class Presence(msgspec.Struct, frozen=True):
    """Whether a capture has a passage; None for a poor capture, which does not tell."""

    sighting: Sighting
    present: bool | None


class Version(msgspec.Struct, frozen=True):
    """A state of an article that the publisher put out, numbered from 1 in order of time.

    `capture` is the newest that shows it; `first_seen` and `last_seen` are the times of the first and that one.
    """

    number: int
    capture: str
    first_seen: datetime
    last_seen: datetime
    captures: int


class FacetValue(msgspec.Struct, frozen=True):
    """A value of a field, and how many of the found articles have it."""

    value: str
    count: int


class Facets(msgspec.Struct, frozen=True):
    """The values that found articles have, the most frequent first; articles without a value are not counted in that field."""

    outlet: tuple[FacetValue, ...]
    language: tuple[FacetValue, ...]
    genre: tuple[FacetValue, ...]
    kind: tuple[FacetValue, ...]
    section: tuple[FacetValue, ...]


class SavedSearch(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A search that is kept by name; bounds as for `Archive.search`.

    `saved_at` and `run_at` (None before the first run) are UTC; `new` counts what it finds that was added since.
    """

    name: str
    query: str
    from_: str | None = None
    to: str | None = None
    outlet: str | None = None
    saved_at: datetime
    run_at: datetime | None = None
    new: int = 0


class Bucket(msgspec.Struct, frozen=True):
    """How many of the found articles were published in the day, week (from Monday) or month that begins at `start`."""

    start: date
    count: int


class Attention(msgspec.Struct, frozen=True):
    """Found articles over time, by the local day as printed. Empty buckets are left out.

    `unplaced` have no publish time, or one too rough for a bucket of this width.
    """

    buckets: tuple[Bucket, ...]
    unplaced: int


class BatchQuery(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """A query of a file of many: its bounds, the line that it stands on, and all cells of the row by column."""

    query: str
    from_: str | None
    to: str | None
    outlet: str | None
    line: int
    cells: dict[str, str]


class BatchResult(msgspec.Struct, frozen=True):
    """What a query of many found; `found` is None and `error` says why when it does not parse."""

    query: BatchQuery
    found: int | None
    attention: Attention | None
    error: str | None


class Problem(msgspec.Struct, frozen=True):
    """Something that is not as it should be. `subject` is a uri, a capture's hash or a part of the database."""

    kind: Literal["database", "index", "content", "reading", "span", "reference"]
    subject: str
    detail: str


class Forgotten(msgspec.Struct, frozen=True):
    """A takedown: which captures were removed, why, and when (UTC). Nothing that the article said is kept."""

    captures: tuple[str, ...]
    reason: str
    at: datetime


class Reread(msgspec.Struct, frozen=True):
    """A capture read anew: which fields the new reading has otherwise (none: it confirms the old one), and both records."""

    capture: str
    changed: tuple[str, ...]
    old: Article
    new: Article


class Transferred(msgspec.Struct, frozen=True):
    """An archive moved to another database: how many rows of which table, and a digest of them all.

    Both are what was counted in the new place, and are the same in the old one. The digest does not depend on the database.
    """

    rows: dict[str, int]
    digest: str
