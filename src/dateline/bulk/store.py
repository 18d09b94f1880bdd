"""The folder that a run writes to, on a local disk or in a store that pyarrow or fsspec knows. Files come whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from dateline.errors import SourceError
from dateline.sources.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

# All that is no data lies here; engines pass over names that begin with an underscore.
BOOKS = "_dateline"
_STAGING = f"{BOOKS}/staging"


class Store:
    """One folder. Names are relative to it, with slashes; methods raise `SourceError` with the place when the store fails."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.system, self._root = open_store(place)

    def path(self, name: str) -> str:
        """Where a name lies within the file system."""
        return f"{self._root}/{name}"

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None when there is none."""
        try:
            with self.system.open_input_stream(self.path(name)) as file:
                return bytes(file.read())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self.error(error, name) from error

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place whole, in the stead of one that was there."""
        staged = self.staged()
        try:
            with self.system.open_output_stream(staged, compression=None) as file:
                file.write(data)
            self.put(staged, name)
        except OSError as error:
            raise self.error(error, name) from error

    def staged(self) -> str:
        """A path for a file in the making, where nobody looks for data."""
        self.system.create_dir(self.path(_STAGING), recursive=True)
        return self.path(f"{_STAGING}/{uuid4().hex}")

    def put(self, staged: str, name: str) -> None:
        """Move a finished file into its place."""
        self.system.create_dir(os.path.dirname(self.path(name)), recursive=True)
        try:
            self.system.move(staged, self.path(name))
        except OSError:  # HDFS moves nothing onto a file that is there
            if self.read(name) is None:
                raise
            self.remove(name)
            self.system.move(staged, self.path(name))

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        with suppress(FileNotFoundError):
            self.system.delete_file(self.path(name))

    def remove_staged(self) -> None:
        """Take away what workers left that died; only when none is at work."""
        self.remove_folder(_STAGING)

    def remove_folder(self, name: str) -> None:
        """Take a folder away with all that is in it, if it is there."""
        with suppress(FileNotFoundError):
            self.system.delete_dir(self.path(name))

    def names(self, folder: str, suffix: str) -> list[str]:
        """The files below a folder, sorted."""
        from pyarrow.fs import FileSelector, FileType

        root = self.path("")
        found = self.system.get_file_info(FileSelector(self.path(folder).rstrip("/"), allow_not_found=True, recursive=True))
        paths = [info.path for info in found if info.type == FileType.File and info.path.endswith(suffix)]
        return sorted(path.removeprefix(root) for path in paths)

    def error(self, error: OSError, name: str) -> SourceError:
        """What to tell of a store that fails."""
        return SourceError(f"it cannot be read or written: {error.strerror or error}", subject=f"{self.place}/{name}")


def write_table(store: Store, name: str, table: pa.Table, *, row_group_size: int | None = None) -> None:
    """Put a table in place as Parquet, whole."""
    from pyarrow import parquet

    staged = store.staged()
    parquet.write_table(table, staged, filesystem=store.system, compression="zstd", row_group_size=row_group_size)
    store.put(staged, name)


def data_files(names: Sequence[str]) -> list[str]:
    """Those of the names that are data."""
    return [name for name in names if not name.startswith(f"{BOOKS}/")]
