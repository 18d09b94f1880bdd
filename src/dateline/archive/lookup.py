"""Finding one article or capture by what a person gives for it, and what is known of its past."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from dateline.archive.codec import PAGE_HASH, bytes_text, capture_from, moment_at, read_from_column
from dateline.archive.correcting import CorrectedRecords
from dateline.archive.identity import uri_keys
from dateline.archive.results import Counts, Forgotten, Sighting, Version
from dateline.errors import AmbiguousError, ArchiveError, ForgottenError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.archive.codec import Codec
    from dateline.archive.engine.database import Database
    from dateline.records import Article, Capture

_HASH_PREFIX = re.compile(r"[0-9a-f]{4,64}", re.ASCII)
# How many candidates an ambiguous id is answered with.
_CANDIDATES = 5


class Found(NamedTuple):
    """An article, and the reading that was asked for: of its newest version, or of the capture that was named."""

    article: int
    reading: int


class Lookup:
    """Reads from one connection; the caller holds a transaction."""

    def __init__(self, database: Database, codec: Codec) -> None:
        self._run = database.run
        self._codec = codec
        self._corrector = CorrectedRecords(database.run, codec)

    def find(self, name: str) -> Found:
        """An article by uri, or by the beginning of a capture's hash; raises `ArchiveError` when there is none or several."""
        by_key = next((found for key in uri_keys(name) if (found := self._with_key(key))), [])
        if len(by_key) > 1:
            _ambiguous(name, [self.record(found.reading).capture for found in by_key])
        if by_key:
            return by_key[0]
        self._refuse_forgotten(name, uri_keys(name))
        content, digest = self._content(name)
        rows = self._run(
            "SELECT article, min(reading) FROM capture WHERE content = ? GROUP BY article ORDER BY article", (content,)
        ).fetchall()
        if not rows:
            raise ArchiveError(f"nothing was read from capture {digest}; `dateline check` says more", subject=name)
        if len(rows) > 1:
            _ambiguous(name, [self.record(reading).uri for _, reading in rows])
        return Found(*rows[0])

    def shown(self, found: Found) -> Article:
        """The record that was asked for, with the corrections that hold for it."""
        return self._corrector.corrected(found.article, self.record(found.reading))

    def has(self, name: str) -> bool:
        """Whether a uri or address is an article's."""
        return any(self._with_key(key) for key in uri_keys(name))

    def record(self, reading: int) -> Article:
        """The record of a reading."""
        return self._codec.article(self._run("SELECT record FROM reading WHERE id = ?", (reading,)).fetchone()[0])

    def content_of(self, reading: int) -> int:
        """The content that a reading is of."""
        return int(self._run("SELECT content FROM reading WHERE id = ?", (reading,)).fetchone()[0])

    def capture(self, prefix: str) -> Capture:
        """A capture as first seen."""
        content, digest = self._content(prefix)
        if not digest.startswith(prefix.lower()):
            raise NotFoundError(
                f"this page is not here, only what was read from it; the text of that is capture {digest}", subject=prefix
            )
        row = self._run(
            "SELECT b.bytes, c.captured_at, c.url, c.origin, c.media_type, c.charset, c.headers "
            "FROM capture c JOIN content b ON b.id = c.content WHERE c.content = ? ORDER BY c.at, c.id LIMIT 1",
            (content,),
        ).fetchone()
        if row is None:
            raise ArchiveError(f"capture {digest} belongs to no article; `dateline check` says more", subject=prefix)
        return capture_from(self._codec.unpack(row[0]), row[1:])

    def sightings(self, article: int) -> Iterator[Sighting]:
        """The captures of an article in order of time, their versions numbered in that order."""
        numbers: dict[int, int] = {}
        for digest, at, version, url in self._run(
            "SELECT b.sha256, c.at, c.version, c.url FROM capture c JOIN content b ON b.id = c.content "
            "WHERE c.article = ? ORDER BY c.at, c.id",
            (article,),
        ):
            number = None if version is None else numbers.setdefault(version, len(numbers) + 1)
            yield Sighting(digest.hex(), moment_at(at), number, bytes_text(url))

    def seen(self, article: int) -> Iterator[tuple[Sighting, Article]]:
        """The captures of an article in order of time, each with what was read from it."""
        readings = self._run("SELECT reading FROM capture WHERE article = ? ORDER BY at, id", (article,)).fetchall()
        for sighting, (reading,) in zip(self.sightings(article), readings, strict=True):
            yield sighting, self.record(reading)

    def versions(self, article: int) -> tuple[Version, ...]:
        """The versions of an article in order of time."""
        found: dict[int, Version] = {}
        for seen in self.sightings(article):
            if seen.version is not None:
                first = found[seen.version].first_seen if seen.version in found else seen.at
                count = found[seen.version].captures + 1 if seen.version in found else 1
                found[seen.version] = Version(seen.version, seen.capture, first, seen.at, count)
        return tuple(found.values())

    def version(self, article: int, number: int) -> Article:
        """What the newest capture of a version shows."""
        version = next((version for version in self.versions(article) if version.number == number), None)
        if version is None:
            raise NotFoundError(f"there is no version {number} of it, only {len(self.versions(article))}")
        (reading,) = self._run(
            "SELECT c.reading FROM capture c JOIN content b ON b.id = c.content WHERE c.article = ? AND b.sha256 = ? LIMIT 1",
            (article, bytes.fromhex(version.capture)),
        ).fetchone()
        return self.record(reading)

    def counts(self) -> Counts:
        """How much there is."""
        row = self._run(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM (SELECT DISTINCT article, version FROM capture "
            "WHERE version IS NOT NULL) AS shown), (SELECT count(*) FROM capture), (SELECT count(*) FROM content), "
            "(SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM content), (SELECT count(*) FROM reading), (SELECT count(*) FROM failure)"
        ).fetchone()
        return Counts(*row)

    def forgotten(self) -> list[Forgotten]:
        """The takedowns, latest first."""
        return [
            Forgotten(self._captures_of(takedown), reason, moment_at(at))
            for takedown, reason, at in self._run("SELECT id, reason, at FROM takedown ORDER BY id DESC").fetchall()
        ]

    def takedown_of(self, hashes: Iterable[bytes]) -> int | None:
        """The takedown that one of these hashes fell under."""
        for key in hashes:
            row = self._run("SELECT takedown FROM forgotten WHERE hash = ? LIMIT 1", (key,)).fetchone()
            if row:
                return int(row[0])
        return None

    def _captures_of(self, takedown: int) -> tuple[str, ...]:
        rows = self._run("SELECT hash FROM forgotten WHERE takedown = ? AND length(hash) = 32 ORDER BY hash", (takedown,))
        return tuple(digest.hex() for (digest,) in rows)

    def _refuse_forgotten(self, name: str, hashes: Iterable[bytes]) -> None:
        takedown = self.takedown_of(hashes)
        if takedown is not None:
            reason, at = self._run("SELECT reason, at FROM takedown WHERE id = ?", (takedown,)).fetchone()
            raise ForgottenError(f"was forgotten on {moment_at(at):%Y-%m-%d}: {reason}", subject=name)

    def _with_key(self, key: bytes) -> list[Found]:
        rows = self._run(
            "SELECT a.id, c.reading FROM key k JOIN article a ON a.id = k.article JOIN capture c ON c.id = a.capture "
            "WHERE k.hash = ? ORDER BY a.id",
            (key,),
        )
        return [Found(*row) for row in rows]

    def _content(self, prefix: str) -> tuple[int, str]:
        """The one content whose hash begins so, and its hash; for a page that a record came without, the text that stands for it."""
        digits = prefix.lower()
        if not _HASH_PREFIX.fullmatch(digits):
            raise NotFoundError(
                "no article has this uri; an id is a uri or 4 or more hex digits of a capture's hash", subject=prefix
            )
        bounds = bytes.fromhex(digits.ljust(64, "0")), bytes.fromhex(digits.ljust(64, "f"))
        contents: dict[bytes, int] = dict(
            self._run(
                "SELECT sha256, id FROM content WHERE sha256 BETWEEN ? AND ? ORDER BY sha256 LIMIT ?", (*bounds, _CANDIDATES + 1)
            ).fetchall()
        )
        pages = self._run(
            "SELECT DISTINCT hash FROM key WHERE hash BETWEEN ? AND ? AND length(hash) = ? ORDER BY hash LIMIT ?",
            (*bounds, PAGE_HASH, _CANDIDATES + 1),
        ).fetchall()
        found = sorted({*contents, *[page for (page,) in pages]})
        if not found:
            rows = self._run("SELECT hash FROM forgotten WHERE length(hash) = 32 AND hash BETWEEN ? AND ?", bounds)
            self._refuse_forgotten(prefix, [digest for (digest,) in rows.fetchall()])
            raise NotFoundError("no capture's hash begins so; `dateline list` shows what there is", subject=prefix)
        if len(found) > 1:
            _ambiguous(prefix, [digest.hex() for digest in found])
        if found[0] in contents:
            return contents[found[0]], found[0].hex()
        return self._standing_for(found[0], prefix)

    def _standing_for(self, page: bytes, name: str) -> tuple[int, str]:
        """The text of the record that was read from a page which is not here."""
        row = self._run(
            "SELECT b.id, b.sha256 FROM key k JOIN capture c ON c.article = k.article JOIN content b ON b.id = c.content "
            "WHERE k.hash = ? AND c.headers = ? ORDER BY c.at, c.id LIMIT 1",
            (page, read_from_column(page)),
        ).fetchone()
        if row is None:
            raise ArchiveError(f"nothing that was read from page {page.hex()} is here; `dateline check` says more", subject=name)
        return row[0], row[1].hex()


def _ambiguous(name: str, candidates: Sequence[str]) -> NoReturn:
    more = ", …" if len(candidates) > _CANDIDATES else ""
    raise AmbiguousError(f"fits several, give one of: {', '.join(candidates[:_CANDIDATES])}{more}", subject=name)
