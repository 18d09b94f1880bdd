"""Moving archives between databases, in every direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.archive.places import ENGINES, places

from dateline.archive import Counts, open_archive, transfer
from dateline.archive.schema import shared_tables
from dateline.errors import ArchiveError
from dateline.records import Moment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

URL = "https://news.example/"


def fill(archive: Archive, page: MakePage) -> None:
    """A bit of everything: versions, a poor capture, a shared content, a failure, a takedown, a text of several index parts."""
    archive.add(*page("First text of it.", headline="Head", url=f"{URL}1", at="2024-03-01T08:00:00+00:00", outlet="a.example"))
    archive.add(*page("Second text of it.", headline="Head", url=f"{URL}1", at="2024-04-01T08:00:00+00:00", outlet="a.example"))
    archive.add(*page("Not found", url=f"{URL}1", at="2024-05-01T08:00:00+00:00", kind="other"))
    archive.add(*page("Second text of it.", headline="Head", url=f"{URL}2", published=Moment(local="2024-04", precision="month")))
    archive.add(*page("ordinary " * 2_000 + "last words", url=f"{URL}long"))
    archive.add(*page("To be forgotten.", url=f"{URL}gone"))
    archive.forget(f"{URL}gone", reason="asked for")
    archive.add_failure("caf\udce9.html", None, "no page")


def state(archive: Archive) -> list[object]:
    """What can be seen of an archive."""
    uris = [summary.id for summary in archive.list()]
    return [
        archive.counts(),
        list(archive.list()),
        list(archive.failures()),
        list(archive.forgotten()),
        [(archive.get(uri), archive.versions(uri), archive.sightings(uri)) for uri in uris],
        [
            archive.search(query, sort="time").total
            for query in ("text", '"second text"', '"last words"', '"last ordinary"', "headline:head", "NOT text")
        ],
        archive.facets(""),
        list(archive.check()),
    ]


@pytest.mark.parametrize("target", ENGINES)
@pytest.mark.parametrize("source", ENGINES)
def test_an_archive_is_moved_whole(source: str, target: str, tmp_path: Path, page: MakePage) -> None:
    """What can be seen of it is the same in the new place, and adding there goes on where it stopped."""
    with places(source, tmp_path) as from_, places(target, tmp_path) as to:
        with open_archive(from_("source"), create=True) as archive:
            fill(archive, page)
            expected = state(archive)
        moved = transfer(from_("source"), to("target"))
        assert moved.rows["article"] == 3
        assert moved.rows["capture"] == 5
        assert set(moved.rows) == {table.name for table in shared_tables()}
        with open_archive(to("target")) as archive:
            assert state(archive) == expected
            assert archive.add(*page("To be forgotten.", url=f"{URL}gone")).status == "forgotten"
            assert archive.add(*page("Third text of it.", url=f"{URL}1", at="2024-06-01T08:00:00+00:00")).status == "changed"
            assert archive.add(*page("Something new.", url=f"{URL}new")).status == "added"
            archive.forget(f"{URL}2", reason="asked for")
            assert list(archive.check()) == []
        assert transfer(from_("source"), to("again")) == moved, "the same archive has the same digest"


@pytest.mark.parametrize("target", ENGINES)
def test_nothing_is_written_over(target: str, tmp_path: Path, page: MakePage) -> None:
    """An archive that holds something is no target, and stays as it is; neither is the source itself."""
    with places(target, tmp_path) as place:
        for name in ("one", "two"):
            with open_archive(place(name), create=True) as archive:
                archive.add(*page(f"Text {name}", url=URL))
        for name in ("one", "two"):
            with pytest.raises(ArchiveError, match="holds an archive already"):
                transfer(place("one"), place(name))
        with open_archive(place("two")) as archive:
            assert archive.get(URL).body[0].text == "Text two"


@pytest.mark.parametrize("target", ENGINES)
def test_a_damaged_source_is_not_moved(target: str, tmp_path: Path, page: MakePage) -> None:
    """The error says what is wrong, nothing is kept, and a whole source can be moved there afterwards."""
    import sqlite3

    with places(target, tmp_path) as place:
        for name in ("bad", "good"):
            with open_archive(tmp_path / name, create=True) as archive:
                archive.add(*page(f"Text {name}", url=URL))
        connection = sqlite3.connect(tmp_path / "bad" / "archive.sqlite")
        connection.execute("UPDATE reading SET record = x'28b52ffd'")
        connection.commit()
        connection.close()
        with pytest.raises(ArchiveError, match="damaged entry"):
            transfer(tmp_path / "bad", place("target"))
        with open_archive(place("target"), create=True) as archive:
            assert archive.counts() == Counts(0, 0, 0, 0, 0, 0, 0)
        if target == "postgres":
            transfer(tmp_path / "good", place("target"))


def test_a_missing_source(tmp_path: Path) -> None:
    """Nothing is made of it."""
    with pytest.raises(ArchiveError, match="no archive here"):
        transfer(tmp_path / "source", tmp_path / "target")
    assert not (tmp_path / "target").exists()
