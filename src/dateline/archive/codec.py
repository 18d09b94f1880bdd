"""How captures and records are written into columns, and read back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
import zstandard

from dateline.archive import indexing
from dateline.archive.copying import sketch_of
from dateline.archive.identity import Keys, keys
from dateline.archive.outlets import fields_found
from dateline.errors import ArchiveError
from dateline.records import READ_FROM, Article, Capture, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.stories import Sketch

# Level 3 is zstd's own choice; records are JSON that says much twice, where level 1 is as good and faster.
_CONTENT_LEVEL = 3
_RECORD_LEVEL = 1

# Bytes of a page's hash (SHA-256), by which it is told from the other keys of an article.
PAGE_HASH = 32

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_headers = msgspec.json.Decoder(tuple[tuple[str, str], ...])
_article = msgspec.json.Decoder(Article)


class Prepared(msgspec.Struct, frozen=True, gc=False):
    """A capture and its record, turned into what is stored. Made before the database is locked."""

    capture: Capture
    article: Article
    sha256: bytes
    keys: Keys
    content: bytes
    record: bytes
    row: indexing.Row
    sketch: Sketch | None


class Codec:
    """Compressors of one open archive (they may not be shared between threads)."""

    def __init__(self) -> None:
        self._pack_content = zstandard.ZstdCompressor(level=_CONTENT_LEVEL)
        self._pack_record = zstandard.ZstdCompressor(level=_RECORD_LEVEL)
        self._unpack = zstandard.ZstdDecompressor()

    def prepare(self, capture: Capture, article: Article) -> Prepared:
        """Everything about an add that needs no database."""
        row = indexing.row(article)
        return Prepared(
            capture=capture,
            article=article,
            sha256=sha256(capture.content).digest(),
            keys=keys(article),
            content=self._pack_content.compress(capture.content),
            record=self.pack(article),
            row=row,
            sketch=sketch_of(article, row.body),
        )

    def pack(self, article: Article) -> bytes:
        """A record as it is stored."""
        return self._pack_record.compress(to_json(article))

    def article(self, record: bytes) -> Article:
        """The record back."""
        return _article.decode(self.unpack(record))

    def unpack(self, packed: bytes) -> bytes:
        """What was compressed; raises `ArchiveError` when it is damaged."""
        try:
            return self._unpack.decompress(packed)
        except zstandard.ZstdError as error:
            raise ArchiveError("holds a damaged entry; `dateline check` says which") from error


def facet_columns(article: Article) -> tuple[str | None, str | None, str | None, str, str | None, int]:
    """`outlet`, `language`, `genre`, `kind`, `section` and `found` of an article's row."""
    outlet, language, section = map(text_column, (article.outlet, article.language, article.section))
    return outlet, language, article.genre, article.kind, section, fields_found(article)


def capture_columns(capture: Capture) -> tuple[str | None, bytes | None, bytes | None, str | None, str | None, str]:
    """`captured_at`, `url`, `origin`, `media_type`, `charset` and `headers` of a capture's row."""
    return (
        capture.captured_at.isoformat() if capture.captured_at else None,
        text_bytes(capture.url),
        text_bytes(capture.origin),
        text_column(capture.media_type),
        text_column(capture.charset),
        msgspec.json.encode(capture.headers).decode(),
    )


def page_read_from(capture: Capture) -> bytes | None:
    """The hash of the page that a record came without (see `sources.taking.restored`), None for what is no such record's text."""
    if len(capture.headers) != 1 or capture.headers[0][0] != READ_FROM:  # an answer of a server has others, too
        return None
    try:
        digest = bytes.fromhex(capture.headers[0][1])
    except ValueError:
        return None
    return digest if len(digest) == PAGE_HASH else None


def read_from_column(page: bytes) -> str:
    """The `headers` of a capture that stands for this page."""
    return msgspec.json.encode(((READ_FROM, page.hex()),)).decode()


def capture_from(content: bytes, columns: Sequence[object]) -> Capture:
    """The capture back, from its bytes and what `capture_columns` gave."""
    captured_at, url, origin, media_type, charset, headers = columns
    return Capture(
        content=content,
        url=bytes_text(url),
        media_type=media_type if isinstance(media_type, str) else None,
        charset=charset if isinstance(charset, str) else None,
        headers=decoded_headers(str(headers)),
        captured_at=datetime.fromisoformat(captured_at) if isinstance(captured_at, str) else None,
        origin=bytes_text(origin),
    )


def decoded_headers(column: str) -> tuple[tuple[str, str], ...]:
    """The headers of a capture's row."""
    return _headers.decode(column)


def text_bytes(text: str | None) -> bytes | None:
    """Text as bytes; what a file name has that is not UTF-8 goes in as it is."""
    if text is None:
        return None
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair, which no file name gives
        return text.encode("utf-8", "replace")


def bytes_text(data: object) -> str | None:
    """The text back."""
    return data.decode("utf-8", "surrogateescape") if isinstance(data, bytes) else None


def text_column(text: str | None) -> str | None:
    """Text as a column of text takes it: PostgreSQL's have no NUL, so that no archive has."""
    return text.replace("\0", "\ufffd") if text and "\0" in text else text


def printable(text: str) -> str:
    """Text for people, in which what is not UTF-8 of a file name is escaped; as a column of text takes it."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\ufffd")


def storable(text: str) -> str:
    """Text to compare or keep, without NUL and halves of surrogate pairs, which databases do not take and no word has."""
    return "".join([" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text])


def microseconds(moment: datetime) -> int:
    """An aware datetime as microseconds since the epoch."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment_at(micros: int) -> datetime:
    """The datetime (UTC) back."""
    return _EPOCH + timedelta(microseconds=micros)
