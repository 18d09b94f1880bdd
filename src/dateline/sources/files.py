"""Saved pages to captures: files, folders, patterns, gzip and standard input.

A file's time of change is not taken for a time of capture: copying, unpacking and syncing all set it.
"""

from __future__ import annotations

import errno
import glob
import gzip
import os
import zlib
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import SourceError
from dateline.page.packed import MHTML, WEBARCHIVE
from dateline.records import Capture
from dateline.sources.opening import files_below, is_address, open_binary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

STDIN = "-"

# The largest page taken, unpacked, wherever it comes from: the same for `add`, `read` and `bulk`. Pages of over 50 MB exist (saved with
# their images inside); they are kept whole, and the record says how much of them was read. What is larger is an archive or a mistake,
# a gzip file may claim to be any size, and a worker's memory is a few times its largest page.
MAX_BYTES = 64 * 1024 * 1024

# What holds many pages, by the end of the name; each also with .gz or .zst.
CONTAINERS = (".warc", ".wet", ".jsonl", ".ndjson", ".parquet", ".rss", ".atom")

MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".webarchive": WEBARCHIVE,
}
# Folders beside the data, where engines keep their accounts.
_BOOKKEEPING = ("_dateline", "_temporary")
_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 1024 * 1024

_ADVICE = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "you may not read it; ask its owner, or change its permissions",
    errno.EPERM: "you may not read it; ask its owner, or change its permissions",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its links go round in a circle",
}


def find_files(places: Iterable[str], *, failed: Callable[[SourceError], None]) -> Iterator[str]:
    """The files that `places` name, sorted within each: files as they are, `-` for standard input, addresses in stores (`s3://`),
    folders, of stores too, with all pages, crawl archives, feeds and tables in and below them (by suffix; hidden ones are left out), and shell
    patterns (`**` for any depth).

    What cannot be found or listed goes to `failed`, and the rest follows.
    """
    for place in places:
        if place == STDIN:
            yield place
        elif place.startswith(("http://", "https://")):
            failed(SourceError("addresses are not fetched: save the page, and give its address with --url", subject=place))
        elif is_address(place):
            yield from _in_store(place, failed)
        elif glob.has_magic(place) and not os.path.lexists(place):
            matches = sorted(glob.glob(place, recursive=True))
            if not matches:
                failed(SourceError("no file fits this pattern", subject=shown(place)))
            for match in matches:
                yield from _below(match, failed)
        else:
            try:
                os.lstat(place)
            except OSError as error:
                failed(source_error(error, place))
            else:
                yield from _below(place, failed)


def _below(place: str, failed: Callable[[SourceError], None]) -> Iterator[str]:
    if not os.path.isdir(place):
        yield place
        return
    faults = 0

    def unlisted(error: OSError) -> None:
        nonlocal faults
        faults += 1
        failed(source_error(error, str(error.filename or place)))

    found = False
    for folder, folders, names in os.walk(place, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _BOOKKEEPING)
        for name in sorted(names):
            path = os.path.join(folder, name)
            if _is_page_name(name) and (os.path.isfile(path) or os.path.islink(path)):
                found = True
                yield path
    if not found and not faults:
        failed(_holds_none(place))


def _in_store(place: str, failed: Callable[[SourceError], None]) -> Iterator[str]:
    try:
        below = files_below(place)
    except OSError as error:
        failed(source_error(error, place))
        return
    except SourceError as error:
        failed(error)
        return
    if below is None:
        yield place
        return
    pages = [each for each in below if _is_page_address(each.removeprefix(place.partition("?")[0].rstrip("/")).partition("?")[0])]
    yield from pages
    if not pages:
        failed(_holds_none(place))


def _is_page_address(path: str) -> bool:
    *folders, name = path.strip("/").split("/")
    return _is_page_name(name) and not any(folder.startswith(".") or folder in _BOOKKEEPING for folder in folders)


def _holds_none(place: str) -> SourceError:
    wanted = ", ".join(f"*{suffix}" for suffix in (*MEDIA_TYPES, *CONTAINERS))
    return SourceError(f"the folder holds no pages ({wanted}, also with .gz)", subject=shown(place))


def _is_page_name(name: str) -> bool:
    """Whether a file in a folder is taken for a page, or for what holds pages: by suffix, so that pictures are not."""
    path = PurePath(name)
    if name.startswith("."):
        return False
    if name.lower().removesuffix(".gz").removesuffix(".zst").endswith(CONTAINERS):
        return True
    if path.suffix.lower() == ".gz":
        return path.with_suffix("").suffix.lower() in (*MEDIA_TYPES, "")
    return path.suffix.lower() in MEDIA_TYPES


def capture_file(
    path: str | os.PathLike[str],
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured_at: datetime | None = None,
    name: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Capture:
    """The capture of a saved page, unpacked if it is gzip; raises `SourceError` when it cannot be read.

    The media type is told by the suffix unless given; for other suffixes it is left open for the reader to see. `name` stands for
    the path in the origin and in errors.
    """
    place = os.fspath(path)
    name = name or place
    try:
        with open_binary(place) as stream:
            content = content_of(stream, name, max_bytes)
    except OSError as error:
        raise source_error(error, name) from error
    return Capture(
        content=content,
        url=url,
        media_type=media_type or _media_type(name),
        captured_at=captured_at,
        origin=shown(name),
    )


def capture_stream(
    stream: BinaryIO,
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured_at: datetime | None = None,
    max_bytes: int = MAX_BYTES,
) -> Capture:
    """The capture of an open binary stream, such as standard input; else as `capture_file`."""
    try:
        content = content_of(stream, STDIN, max_bytes)
    except OSError as error:
        raise source_error(error, STDIN) from error
    return Capture(content=content, url=url, media_type=media_type, captured_at=captured_at, origin=STDIN)


def content_of(stream: BinaryIO, name: str, max_bytes: int) -> bytes:
    """All of a stream, unpacked if it is gzip; raises `SourceError` when it is damaged or larger than `max_bytes`."""
    raw = _upto(stream, name, max_bytes)
    if not raw.startswith(_GZIP_MAGIC):
        return raw
    import io

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as unpacked:
            return _upto(unpacked, name, max_bytes)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"its gzip data is damaged or cut short ({error}); fetch it again", subject=shown(name)) from error


def _upto(stream: BinaryIO | gzip.GzipFile, name: str, max_bytes: int) -> bytes:
    """All of a stream, read in chunks so that one without end is noticed."""
    content = bytearray()
    while chunk := stream.read(_CHUNK):
        content += chunk
        if len(content) > max_bytes:
            limit = f"{max_bytes // (1024 * 1024)} MiB" if max_bytes >= 1024 * 1024 else f"{max_bytes} bytes"
            raise SourceError(f"it is larger than {limit}; a page of that size has to be cut down first", subject=shown(name))
    return bytes(content)


def _media_type(name: str) -> str | None:
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return MEDIA_TYPES.get(path.suffix.lower())


def source_error(error: OSError, name: str) -> SourceError:
    """What the system says of a file, in words that say what to do."""
    advice = _ADVICE.get(error.errno or 0, f"it cannot be read: {(error.strerror or str(error)).lower()}")
    return SourceError(advice, subject=shown(name))


def shown(name: str) -> str:
    """A path as text that can be stored and printed: bytes of a name that are no UTF-8 are written as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
