"""An archive of each older form is brought to the present one, with all that it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.archive.older import older

from dateline.archive import open_archive
from dateline.archive.engine.sqlite import DATABASE
from dateline.archive.schema import MIGRATIONS
from dateline.errors import NotFoundError
from dateline.records import READ_FROM, Moment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.archive.conftest import MakePage

URL = "https://news.example/quay"


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_from_an_older_form(tmp_path: Path, page: MakePage, version: int) -> None:
    """What it holds is found, sound, counted and can be corrected."""
    with open_archive(tmp_path / "made", create=True) as archive:
        published = Moment(local="2021-11-23", precision="day")
        archive.add(*page("The quay is shut.", headline="Quay", url=URL, published=published))
    older(tmp_path / "older", tmp_path / "made", version)
    with open_archive(tmp_path / "older") as archive:
        assert [archive.search("quay", from_=day, to=day).total for day in ("2021-11-22", "2021-11-23")] == [0, 1]
        assert list(archive.check()) == []
        assert archive.outlets()[0].articles == 1
    with closing(sqlite3.connect(tmp_path / "older" / DATABASE)) as connection:
        assert connection.execute("SELECT v FROM words_config WHERE k = 'automerge'").fetchone() == (6,)
    with open_archive(tmp_path / "older") as archive:
        archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
        archive.annotate(URL, "Well.", by="Ada Fell")
        assert archive.search("headline:shut").total == 1
        assert archive.outlets()[0].found["headline"] == 1.0
        assert list(archive.check()) == []


def test_pages_that_records_came_without_are_noted(tmp_path: Path, page: MakePage) -> None:
    """Records that came in before their pages' hashes were kept as keys are found by them; other headers lead nowhere."""
    headers = [((READ_FROM, "ab" * 32),), ((READ_FROM, "cd" * 32), ("server", "x")), ((READ_FROM, "no hash"),), ()]
    with open_archive(tmp_path / "made", create=True) as archive:
        for number, told in enumerate(headers):
            capture, article = page(f"The quay is shut, {number}.", url=f"{URL}/{number}")
            archive.add(msgspec.structs.replace(capture, headers=told), article)
    with closing(sqlite3.connect(tmp_path / "made" / DATABASE)) as connection:
        assert connection.execute("DELETE FROM key WHERE length(hash) = 32").rowcount == 1
        connection.commit()
    older(tmp_path / "older", tmp_path / "made", 4)
    with open_archive(tmp_path / "older") as archive:
        assert archive.get("ab" * 32).url == f"{URL}/0"
        for missing in ("cd" * 32, "ef" * 32):
            with pytest.raises(NotFoundError):
                archive.get(missing)
