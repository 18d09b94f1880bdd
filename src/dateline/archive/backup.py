"""Copies of an archive, made while others write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from dateline.archive.connection import DATABASE, make_room, told
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

_UNFINISHED = DATABASE + ".part"


def copy_to(connection: sqlite3.Connection, folder: Path) -> None:
    """Copy a whole database into a new folder, which is an archive once it is complete.

    Raises `ArchiveError` when the folder holds something already. What was left of an interrupted copy is written over.
    """
    if (folder / _UNFINISHED).exists():
        (folder / _UNFINISHED).unlink()
    if (folder / DATABASE).exists():
        raise ArchiveError("holds an archive already; give a new or an empty folder", subject=str(folder))
    make_room(folder, create=True)
    with told(folder), closing(sqlite3.connect(folder / _UNFINISHED)) as copy:
        connection.backup(copy)
        (state,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            raise ArchiveError(f"the copy is damaged ({state}); is the disk sound?", subject=str(folder))
    (folder / _UNFINISHED).rename(folder / DATABASE)
