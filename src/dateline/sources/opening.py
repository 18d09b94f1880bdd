"""Where bytes lie: local paths, and addresses of stores that pyarrow or fsspec knows (`s3://`, `hdfs://`, `gs://` …)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO, cast

from dateline.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from pyarrow import fs

# Schemes that pyarrow opens itself; the others are fsspec's.
_ARROW = ("s3", "gs", "gcs", "hdfs", "viewfs", "abfs", "abfss", "file")


def is_address(place: str) -> bool:
    """Whether a place is an address in a store and not a local path."""
    scheme, separator, _ = place.partition("://")
    return bool(separator) and scheme.isalnum()


def open_binary(place: str | Path) -> BinaryIO:
    """Open a place for reading, with `seek` and `tell`; raises `OSError`, or `SourceError` for an address that nothing opens.

    Web addresses are not fetched.
    """
    name = os.fspath(place)
    if not is_address(name):
        return open(name, "rb")
    scheme = name.partition("://")[0].lower()
    if scheme in ("http", "https"):
        raise SourceError("addresses are not fetched: save the file, and give its path", subject=name)
    if scheme in _ARROW:
        from pyarrow import ArrowInvalid, ArrowNotImplementedError
        from pyarrow.fs import FileSystem

        try:
            system, path = FileSystem.from_uri(name)
        except (ArrowInvalid, ArrowNotImplementedError) as error:
            raise SourceError(f"this address cannot be opened: {error}", subject=name) from error
        return cast("BinaryIO", system.open_input_file(path))
    try:
        import fsspec
    except ImportError as error:
        raise SourceError(f"addresses of {scheme}: need fsspec and its driver for them; install both", subject=name) from error
    try:
        return cast("BinaryIO", fsspec.open(name, "rb").open())
    except (ValueError, ImportError) as error:  # a scheme that it does not know, or whose driver is missing
        raise SourceError(f"this address cannot be opened: {error}", subject=name) from error


def open_store(place: str) -> tuple[fs.FileSystem, str]:
    """The file system that a path or an address leads to, and the path in it; raises `SourceError` for an address that nothing opens."""
    from pyarrow import ArrowInvalid, ArrowNotImplementedError
    from pyarrow.fs import FileSystem, FSSpecHandler, LocalFileSystem, PyFileSystem

    scheme, separator, rest = place.partition("://")
    if not separator:
        return LocalFileSystem(), os.path.abspath(place)
    try:
        system, path = FileSystem.from_uri(place)
    except (ArrowInvalid, ArrowNotImplementedError):
        try:
            import fsspec

            system, path = PyFileSystem(FSSpecHandler(fsspec.filesystem(scheme))), f"/{rest}" if scheme == "memory" else rest
        except (ImportError, ValueError) as error:
            raise SourceError(f"this address cannot be opened: {error}", subject=place) from error
    except OSError as error:
        raise SourceError(f"it cannot be opened: {error}", subject=place) from error
    return system, path.rstrip("/")


def files_below(place: str) -> list[str] | None:
    """The addresses of all files below one that is a folder, sorted; None for one that is none. Raises `OSError` and `SourceError`."""
    from pyarrow.fs import FileSelector, FileType

    system, root = open_store(place)
    if system.get_file_info(root).type != FileType.Directory:
        return None
    folder, mark, options = place.partition("?")
    found = system.get_file_info(FileSelector(root, recursive=True))
    paths = sorted(info.path.removeprefix(root) for info in found if info.type == FileType.File)
    return [f"{folder.rstrip('/')}{path}{mark}{options}" for path in paths]
