"""An article with its versions, its captures, and where the one that is shown came from."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from dateline import Article
from dateline.archive import Annotation, Correction, Diff, Entry, Sighting, StatementFilter, Summary, Version

if TYPE_CHECKING:
    from dateline.archive import Archive


# Statements that are shown with an article; a long interview has some hundred quotations.
STATEMENTS = 200


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A capture without its content: where it came from, when, and what was told of it. `size` is in bytes."""

    sha256: str
    size: int
    url: str | None
    origin: str | None
    media_type: str | None
    charset: str | None
    captured_at: datetime | None


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """The page of an article: the record of one capture of it.

    `newest` is the capture that its newest version shows. `statements` are the ledger's of this
    article, by their day. `copies` are the articles with nearly the same text, this one
    among them, the first published first. `corrections` come the latest first, `notes` (the shown ones) the first.
    """

    article: Article
    origin: Origin
    versions: tuple[Version, ...]
    sightings: tuple[Sighting, ...]
    newest: str
    copies: tuple[Summary, ...]
    statements: tuple[Entry, ...]
    corrections: tuple[Correction, ...]
    notes: tuple[Annotation, ...]

    @property
    def is_newest(self) -> bool:
        """Whether what is shown is the newest version."""
        return self.version is None or not self.versions or self.version.number == self.versions[-1].number

    @property
    def version(self) -> Version | None:
        """The version that is shown; None for a capture that shows none."""
        number = next((each.version for each in self.sightings if each.capture == self.article.capture), None)
        return next((each for each in self.versions if each.number == number), None)


class DiffView(msgspec.Struct, frozen=True, kw_only=True):
    """What changed between two versions, by number."""

    article: Article
    versions: tuple[Version, ...]
    old: int
    new: int
    diff: Diff


def article(archive: Archive, id: str, *, notes: bool = True) -> ArticleView:  # noqa: A002 - it is what everybody calls it
    """An article by uri or by the beginning of a capture's hash, with its shown `notes` where they are wanted.

    Raises `ArchiveError` when there is none.
    """
    record = archive.get(id)
    sightings = archive.sightings(id)
    versions = archive.versions(id)
    return ArticleView(
        article=record,
        origin=origin(archive, record.capture),
        versions=versions,
        sightings=sightings,
        newest=versions[-1].capture if versions else record.capture,
        copies=archive.copies(id),
        statements=tuple(archive.statements(StatementFilter(article=id, limit=STATEMENTS))),
        corrections=tuple(archive.corrections(id)),
        notes=tuple(archive.annotations(id, state="shown"))[::-1] if notes else (),
    )


def origin(archive: Archive, sha256: str) -> Origin:
    """Where a capture came from."""
    capture = archive.capture(sha256)
    return Origin(
        sha256=capture.sha256,
        size=len(capture.content),
        url=capture.url,
        origin=capture.origin,
        media_type=capture.media_type,
        charset=capture.charset,
        captured_at=capture.captured_at,
    )


def diff(archive: Archive, id: str, old: int | None, new: int | None) -> DiffView:  # noqa: A002
    """What changed between two versions, the last two unless told; raises `ArchiveError` where there are no two."""
    versions = archive.versions(id)
    new = new if new is not None else versions[-1].number
    old = old if old is not None else max((each.number for each in versions if each.number < new), default=new)
    return DiffView(article=archive.get(id), versions=versions, old=old, new=new, diff=archive.diff(id, old, new))
