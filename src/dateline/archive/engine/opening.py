"""From the address of an archive to its database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.archive.engine.sqlite import SqliteDatabase
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.engine.database import Database

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql", "postgres")


def open_database(url_or_path: str | Path, *, create: bool = False) -> Database:
    """Open the database of an archive; see `open_archive`."""
    folder = folder_of(url_or_path)
    if folder is not None:
        return SqliteDatabase(folder, create=create)
    try:
        from dateline.archive.engine.postgres import PostgresDatabase
    except ImportError as error:
        raise ArchiveError(
            f"an archive on PostgreSQL needs psycopg, `pip install 'dateline[postgres]'` ({' '.join(str(error).split())})"
        ) from error
    return PostgresDatabase(str(url_or_path), create=create)


def folder_of(url_or_path: str | Path) -> Path | None:
    """The folder of an archive in SQLite, None for one on PostgreSQL; raises `ArchiveError` for an address of neither."""
    if isinstance(url_or_path, str):
        scheme, separator, _ = url_or_path.partition("://")
        if separator and scheme in _POSTGRES:
            return None
        if url_or_path.startswith(_SQLITE):
            url_or_path = url_or_path.removeprefix(_SQLITE)
        elif separator:
            raise ArchiveError(
                f"no archive is opened by {scheme}:; give a folder, sqlite:///folder or postgresql://user@host/database"
            )
        if not url_or_path:
            raise ArchiveError("the name of the archive's folder is missing", subject=_SQLITE)
    return Path(url_or_path)
