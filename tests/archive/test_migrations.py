"""An archive of each older form is brought to the present one, with all that it holds."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from dateline.archive import open_archive
from dateline.archive.engine.sqlite import DATABASE
from dateline.archive.schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.archive.conftest import MakePage

URL = "https://news.example/quay"
# The rows of an article in the first form; later forms add tables and columns that may be empty.
_COPIED = ("content", "reading", "capture", "key")


def _older(folder: Path, made: Path, version: int) -> None:
    """An archive as the Dateline of that version left it, with the rows of another."""
    folder.mkdir()
    connection = sqlite3.connect(folder / DATABASE)
    for migration in MIGRATIONS[:version]:
        connection.executescript(migration.tables + migration.sqlite)
    connection.execute("ATTACH ? AS made", (str(made / DATABASE),))
    for table in _COPIED:
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM made.{table}")
    columns = 'id, capture, rank, time, first, last, "offset", outlet, language, genre, kind, section'
    connection.execute(f"INSERT INTO main.article ({columns}) SELECT {columns} FROM made.article")
    connection.execute(
        "INSERT INTO words (rowid, headline, byline, body, tags) VALUES (1, 'quay', '', 'the quay is shut', ':all :kind:article')"
    )
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_from_an_older_form(tmp_path: Path, page: MakePage, version: int) -> None:
    """What it holds is found, sound, counted and can be corrected."""
    with open_archive(tmp_path / "made", create=True) as archive:
        archive.add(*page("The quay is shut.", headline="Quay", url=URL))
    _older(tmp_path / "older", tmp_path / "made", version)
    with open_archive(tmp_path / "older") as archive:
        assert archive.search("quay").total == 1
        assert list(archive.check()) == []
        assert archive.outlets()[0].articles == 1
        archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
        archive.annotate(URL, "Well.", by="Ada Fell")
        assert archive.search("headline:shut").total == 1
        assert archive.outlets()[0].found["headline"] == 1.0
        assert list(archive.check()) == []
