"""`check`, `backup`, `restore`, `forget` and `reread`: looking after an archive."""

from __future__ import annotations

import io
import sqlite3
from typing import TYPE_CHECKING

import msgspec
import pytest

import dateline
from dateline.records import Article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner

FIRST = "https://harbourpost.example/1"


@pytest.fixture
def archive(dateline_: Runner, pages: Path, tmp_path: Path) -> Path:
    """An archive of the three pages."""
    dateline_("add", pages)
    return tmp_path / "archive"


def test_check(dateline_: Runner, archive: Path) -> None:
    """A clean archive gives 0; a damaged one says what is wrong and gives 1, in JSON too."""
    ran = dateline_("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "clean: 3 captures\n")
    connection = sqlite3.connect(archive / "archive.sqlite")
    connection.execute("UPDATE content SET bytes = x'00' WHERE id = 2")
    connection.commit()
    connection.close()
    ran = dateline_("check")
    assert ran.code == 1
    assert ran.out.split("\t")[0::2] == ["content", "its bytes do not unpack\n"]
    assert ran.err.startswith("1 problem; ")
    ran = dateline_("check", "--json")
    assert (ran.code, ran.objects[0]["kind"]) == (1, "content")


def test_backup_and_restore(dateline_: Runner, archive: Path, tmp_path: Path) -> None:
    """A backup is an archive, and an archive is made from it; neither overwrites anything, and nothing comes of a damaged one."""
    ran = dateline_("backup", tmp_path / "copy", "--json")
    assert (ran.code, ran.objects[0]["articles"]) == (0, 3)
    assert dateline_("search", "crane", "--archive", tmp_path / "copy").err == "1 found\n"
    assert dateline_("backup", tmp_path / "copy").code == 1
    ran = dateline_("restore", tmp_path / "copy")
    assert ran.code == 1
    assert "holds an archive already" in ran.err
    ran = dateline_("restore", tmp_path / "copy", "--archive", tmp_path / "again")
    assert ran.err == f"3 articles, 3 captures restored to {tmp_path / 'again'}\n"
    (tmp_path / "copy" / "archive.sqlite").write_bytes(b"no database at all")
    ran = dateline_("restore", tmp_path / "copy", "--archive", tmp_path / "third")
    assert ran.code == 1
    assert not (tmp_path / "third").exists()


def test_restore_of_what_is_no_backup(dateline_: Runner, tmp_path: Path) -> None:
    """The command that makes one is named."""
    ran = dateline_("restore", tmp_path / "none", "--archive", tmp_path / "again")
    assert ran.code == 1
    assert ran.err == f"dateline: {tmp_path / 'none'}: there is no backup here; `dateline backup FOLDER` makes one\n"
    assert not (tmp_path / "again").exists()


def test_forget(dateline_: Runner, archive: Path, pages: Path) -> None:
    """A takedown says what went, is listed with its reason, is told to whoever asks, and keeps the page out."""
    ran = dateline_("forget", FIRST, "--reason", "court order 12", "--yes", "--json")
    assert (ran.code, ran.err) == (0, "1 captures removed\n")
    assert ran.objects[0]["reason"] == "court order 12"
    assert dateline_("search", "lighthouse").err == "0 found\n"
    assert "court order 12" in dateline_("show", FIRST).err
    assert dateline_("forget", "--list").out.split("\t")[1] == "court order 12"
    assert dateline_("forget", "--list", "--json").objects[0]["captures"] == ran.objects[0]["captures"]
    assert "forgotten" in {each["status"] for each in dateline_("add", pages, "--json").objects}
    assert dateline_("check").code == 0


def test_forget_tells_of_copies(dateline_: Runner, archive: Path, pages: Path, tmp_path: Path) -> None:
    """What says the same at other outlets stays, and is told, since whoever takes one down may want to know."""
    copy = (pages / "1.html").read_text("utf-8").replace("harbourpost", "quaynews")
    (tmp_path / "copy.html").write_text(copy, "utf-8")
    dateline_("add", "copy.html")
    ran = dateline_("forget", FIRST, "--reason", "x", "--yes")
    told, others = ran.err.splitlines()
    assert told == "1 captures removed"
    assert "https://quaynews.example/1" in others
    assert FIRST not in others


@pytest.mark.parametrize(
    "arguments",
    [["--reason", "x"], [FIRST], [FIRST, "--reason", " "], [FIRST, "--list"], [FIRST, "--reason", "x"]],
    ids=["no-id", "no-reason", "empty-reason", "id-to-list", "nobody-to-ask"],
)
def test_forget_wants_to_be_meant(
    dateline_: Runner, archive: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an ID and a reason, or where nobody can be asked, nothing goes."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert dateline_("forget", *arguments).code == 2
    assert dateline_("search", "council").err == "3 found\n"


def test_reread(dateline_: Runner, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a better reader has otherwise is told by field with old and new values; the next run has nothing to do."""
    assert dateline_("reread").err == "0 read anew, 0 differ\n"
    read = dateline.read

    def better(source: dateline.Capture | bytes, **given: object) -> Article:
        found = msgspec.structs.replace(read(source, **given), reader="dateline 9")  # type: ignore[arg-type]
        return msgspec.structs.replace(found, section="Harbour") if "crane" in found.text else found

    monkeypatch.setattr(dateline, "read", better)
    ran = dateline_("reread", "--where", "lighthouse")
    assert (ran.out, ran.err) == ("", "1 read anew, 0 differ\n")
    ran = dateline_("reread", "--json")
    assert ran.err == "2 read anew, 1 differ: section 1\n"
    assert ran.objects[0]["fields"] == [{"field": "section", "old": None, "new": "Harbour"}]
    assert ran.objects[0]["changed"] == ["section"]
    assert dateline_("reread").err == "0 read anew, 0 differ\n"
    assert dateline_("search", "section:harbour").err == "1 found\n"
    monkeypatch.setattr(
        dateline, "read", lambda *given, **named: msgspec.structs.replace(read(*given, **named), reader="dateline 10")
    )
    assert dateline_("reread").out.split("\t")[1:] == ["section", "Harbour", "-\n"]


def test_reread_keeps_the_outlet_that_was_named(dateline_: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the caller said of a page when it was added holds when it is read anew."""
    (tmp_path / "clip.txt").write_text("The harbour council met on Friday and decided nothing at all of note.\n" * 5, "utf-8")
    dateline_("add", "clip.txt", "--outlet", "harbourpost.example")
    read = dateline.read
    monkeypatch.setattr(
        dateline, "read", lambda *given, **named: msgspec.structs.replace(read(*given, **named), reader="dateline 9")
    )
    assert dateline_("reread").err == "1 read anew, 0 differ\n"
    assert [each["outlet"] for each in dateline_("list", "--json").objects] == ["harbourpost.example"]


def test_reread_goes_on_where_the_reader_trips(
    dateline_: Runner, archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that the reader has a bug with stays as it was and is told; the exit code is 1."""
    read = dateline.read

    def trips(source: dateline.Capture | bytes, **given: object) -> Article:
        found = msgspec.structs.replace(read(source, **given), reader="dateline 9")  # type: ignore[arg-type]
        if "crane" in found.text:
            raise ZeroDivisionError("of the test")
        return found

    monkeypatch.setattr(dateline, "read", trips)
    ran = dateline_("reread")
    assert ran.code == 1
    assert ran.err.startswith("failed: https://harbourpost.example/2: ")
    assert "2 read anew, 0 differ\n1 could not be read anew" in ran.err
    assert [record.message for record in caplog.records] == ["reader failed"]
