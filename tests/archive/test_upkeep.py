"""Checking, backing up and restoring an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.archive.places import ENGINES, behind, places

from dateline.archive import open_archive, restore
from dateline.archive.engine.sqlite import DATABASE
from dateline.errors import ArchiveError
from dateline.records import Comment, Link, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

URL = "https://news.example/"


@pytest.fixture
def five(place: Callable[[str], str], page: MakePage) -> str:
    """A closed archive of five articles."""
    return filled(place("archive"), page)


@pytest.fixture
def folder(tmp_path: Path, page: MakePage) -> Path:
    """The same in a folder."""
    return Path(filled(str(tmp_path / "in a folder"), page))


def filled(address: str, page: MakePage) -> str:
    """Make an archive of five articles."""
    with open_archive(address, create=True) as archive:
        list(archive.add_many(page(f"needle {n}", headline=f"Head {n}", url=f"{URL}{n}") for n in range(5)))
    return address


def test_a_sound_archive(five: str, page: MakePage) -> None:
    """It has no problems, after changes as well."""
    with open_archive(five) as archive:
        assert list(archive.check()) == []
        archive.add(*page("needle 1 corrected", url=f"{URL}1"))
        archive.add(*page("not found", url=f"{URL}2", kind="other"))
        archive.forget(f"{URL}3", reason="asked for")
        assert list(archive.check()) == []


SHARED_DAMAGE = {
    "a band of no copy": ("INSERT INTO copy_band VALUES (1, 99)", "reference", "band of no copy"),
    "a copy alone": ("INSERT INTO copy_text SELECT 2, 2, sha256 FROM content WHERE id = 2", "reference", "copy without another"),
    "copies of a group of another": (
        "INSERT INTO copy_text SELECT id, 9, sha256 FROM content WHERE id IN (2, 3)",
        "reference",
        "copies that are not called by their first",
    ),
    "bytes that are others": (
        "UPDATE content SET bytes = (SELECT bytes FROM content WHERE id = 1) WHERE id = 2",
        "content",
        "not those of",
    ),
    "bytes that do not unpack": ("UPDATE content SET bytes = substr(bytes, 2) WHERE id = 2", "content", "do not unpack"),
    "a size that is wrong": ("UPDATE content SET size = 1 WHERE id = 2", "content", "not those of its hash"),
    "bytes that are missing": ("DELETE FROM content WHERE id = 2", "reference", "capture without its content"),
    "a record of another capture": ("UPDATE reading SET content = 1 WHERE id = 2", "reading", "its record is of capture"),
    "a record that does not unpack": ("UPDATE reading SET record = substr(record, 2) WHERE id = 2", "reading", "cannot be read"),
    "a record that is missing": ("DELETE FROM reading WHERE id = 2", "reference", "capture without its reading"),
    "a capture that is missing": ("DELETE FROM capture WHERE id = 2", "reference", "article whose capture is missing"),
    "an article that is missing": ("DELETE FROM article WHERE id = 2", "reference", "capture without its article"),
    "a capture of no version": ("UPDATE capture SET version = NULL WHERE id = 2", "reference", "shows a poor capture"),
    "keys that are missing": ("DELETE FROM key WHERE article = 2", "reference", "nothing leads to"),
}
DAMAGE = {(name, engine): damage for engine in ENGINES for name, damage in SHARED_DAMAGE.items()} | {
    ("a copy of no article", "sqlite"): ("INSERT INTO copy_text VALUES (99, NULL, x'00')", "reference", "copy of no article"),
    ("an index entry that is missing", "sqlite"): ("DELETE FROM words_docsize WHERE id = 2", "reference", "not in the index"),
    ("an index entry that is nowhere", "sqlite"): ("DELETE FROM shelved WHERE id = 2", "reference", "not in the index"),
    ("an index entry of no article", "sqlite"): ("DELETE FROM shelved WHERE id = 2", "index", "it is of no article"),
    ("an index entry of another day", "sqlite"): ("UPDATE shelved SET first = 7 WHERE id = 2", "index", "times are not those"),
    ("an index that is damaged", "sqlite"): (
        "UPDATE words_data SET block = x'000000' WHERE id > 100",
        "index",
        "full-text index is damaged",
    ),
    ("an index of the database that is wrong", "sqlite"): (
        "UPDATE sqlite_master SET sql = replace(sql, 'article, at', 'article, id') WHERE name = 'capture_article'",
        "database",
        "capture_article",
    ),
    ("an index entry that is missing", "postgres"): ("DELETE FROM words WHERE rowid = 2", "reference", "not in the index"),
    ("an index entry of another text", "postgres"): (
        "UPDATE words SET vector = (SELECT vector FROM words WHERE rowid = 1) WHERE rowid = 2",
        "index",
        "full-text index is damaged",
    ),
    ("a part that is missing", "postgres"): (
        "UPDATE words SET whole = false WHERE rowid = 2",
        "index",
        "full-text index is damaged",
    ),
}


@pytest.mark.parametrize(
    ("made_on", "statement", "kind", "detail"),
    [(engine, *damage) for (_, engine), damage in DAMAGE.items()],
    ids=[f"{name} in {engine}" for name, engine in DAMAGE],
)
def test_damage_is_found(made_on: str, statement: str, kind: str, detail: str, tmp_path: Path, page: MakePage) -> None:
    """Each kind of damage is told."""
    with places(made_on, tmp_path) as place:
        address = filled(place("archive"), page)
        behind(address, statement)
        with open_archive(address) as archive:
            problems = list(archive.check())
    assert any(problem.kind == kind and detail in problem.detail for problem in problems), problems


def test_spans_are_checked(archive: Archive, page: MakePage) -> None:
    """Everything that says it stands on the page has to stand there."""
    capture, article = page("needle", headline="Head", url=URL)
    shifted = tuple(replace(evidence, span=Span(1, 5)) for evidence in article.evidence)
    wrong = replace(
        article,
        body=(replace(article.body[0], span=Span(5, 900)),),
        evidence=shifted,
        comments=(Comment(text="needle", span=Span(0, 6)),),
        links=(Link(URL, "Head", Span(0, 4)),),
    )
    archive.add(capture, wrong)
    assert [problem.detail.split(" ")[0] for problem in archive.check()] == ["body[0]", "evidence[0]", "comments[0]"]


def test_backup_and_restore(five: str, place: Callable[[str], str], tmp_path: Path, page: MakePage) -> None:
    """A backup is an archive of that moment, made while another program writes, and restoring gives one again."""
    with open_archive(five) as archive, open_archive(five) as other:
        other.add(*page("needle in between", url=f"{URL}between"))
        archive.backup(tmp_path / "backup")
        other.add(*page("needle after", url=f"{URL}after"))
    restore(tmp_path / "backup", place("restored"))
    assert [file.name for file in (tmp_path / "backup").iterdir()] == [DATABASE]
    with open_archive(place("restored")) as archive:
        assert archive.search("needle").total == 6
        assert archive.add(*page("needle after", url=f"{URL}after")).status == "added"
        assert list(archive.check()) == []


def test_a_backup_overwrites_nothing(five: str, folder: Path, tmp_path: Path) -> None:
    """Neither an archive nor other files."""
    with open_archive(five) as archive:
        with pytest.raises(ArchiveError, match="holds an archive already"):
            archive.backup(folder)
        with pytest.raises(ArchiveError, match="holds other files"):
            archive.backup(tmp_path)


def test_an_interrupted_backup(five: str, tmp_path: Path) -> None:
    """It is no archive, and the next one takes its place."""
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / f"{DATABASE}.part").write_bytes(b"half")
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / "backup")
    with open_archive(five) as archive:
        archive.backup(tmp_path / "backup")
    with open_archive(tmp_path / "backup") as archive:
        assert archive.counts().articles == 5


def test_a_damaged_backup_is_not_restored(folder: Path, tmp_path: Path) -> None:
    """It says what is wrong, and makes nothing."""
    behind(str(folder), "UPDATE content SET bytes = x'00' WHERE id = 2")
    with pytest.raises(ArchiveError, match="do not unpack"):
        restore(folder, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()
