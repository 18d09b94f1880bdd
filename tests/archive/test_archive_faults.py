"""What goes wrong with disks, folders and other programs: a clear error, and nothing lost that was reported as kept."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from dateline.archive import open_archive
from dateline.archive.engine.sqlite import DATABASE, SqliteDatabase
from dateline.archive.schema import MIGRATIONS
from dateline.archive.sql import SqlArchive
from dateline.errors import ArchiveError, BusyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.archive.conftest import MakePage

URL = "https://news.example/"


@pytest.fixture
def folder(tmp_path: Path, page: MakePage) -> Path:
    """A closed archive of forty articles."""
    with open_archive(tmp_path / "archive", create=True) as archive:
        list(archive.add_many(page(f"needle {n} " + "hay " * 200, url=f"{URL}{n}") for n in range(40)))
    return tmp_path / "archive"


def test_a_missing_archive(tmp_path: Path) -> None:
    """It says how one is made, and makes nothing."""
    with pytest.raises(ArchiveError, match="no archive here; `dateline add` makes one") as caught:
        open_archive(tmp_path / "archive")
    assert caught.value.subject == str(tmp_path / "archive")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_of_other_files(tmp_path: Path, create: bool) -> None:
    """It is not made an archive of."""
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(ArchiveError, match="holds other files" if create else "holds no archive"):
        open_archive(tmp_path, create=create)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_for_a_folder(folder: Path, tmp_path: Path) -> None:
    """A file is no archive, and the database alone is not either."""
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(ArchiveError, match="is a file; an archive is a folder"):
        open_archive(tmp_path / "letter.txt")
    with pytest.raises(ArchiveError, match="is a file; give the folder"):
        open_archive(folder / DATABASE)
    with pytest.raises(ArchiveError, match="cannot be opened"):
        open_archive(tmp_path / "letter.txt" / "archive", create=True)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "http://news.example/", "sqlite:///", ""])
def test_an_address_that_opens_nothing(url: str) -> None:
    """It says what does."""
    with pytest.raises(ArchiveError, match="folder"):
        open_archive(url)


@pytest.mark.parametrize(
    "content", [b"this is no database, though it is long enough to be one" * 50, b"x"], ids=["long", "short"]
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    """It is left as it is."""
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(ArchiveError, match="is no archive"):
        open_archive(tmp_path, create=True)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_another_programs_database(tmp_path: Path) -> None:
    """It gets no tables of ours."""
    connection = sqlite3.connect(tmp_path / DATABASE)
    connection.execute("CREATE TABLE letters (text)")
    connection.close()
    with pytest.raises(ArchiveError, match="another program's database"):
        open_archive(tmp_path, create=True)


def test_an_empty_file_becomes_an_archive(tmp_path: Path, page: MakePage) -> None:
    """A program that was ended before it made the tables leaves one."""
    (tmp_path / DATABASE).touch()
    with open_archive(tmp_path) as archive:
        assert archive.add(*page("needle")).status == "added"


def test_a_newer_archive(folder: Path) -> None:
    """It is refused unread, and stays as it is."""
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(ArchiveError, match="made by a newer Dateline"):
        open_archive(folder, create=True)
    assert (folder / DATABASE).read_bytes() == before


def test_a_damaged_page(folder: Path) -> None:
    """Reading what is damaged is an error that names the archive; it is not silently skipped."""
    data = bytearray((folder / DATABASE).read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    (folder / DATABASE).write_bytes(data)
    with pytest.raises(ArchiveError, match="is damaged"), open_archive(folder) as archive:
        list(archive.list())


def test_check_finds_every_damaged_page(folder: Path, tmp_path: Path) -> None:
    """Whichever page of the file is damaged, `check` says so; it never takes the archive for clean, and never ends otherwise."""
    whole = (folder / DATABASE).read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    silent = []
    for number in range(len(whole) // size):
        place = tmp_path / f"damaged-{number}"
        place.mkdir()
        data = bytearray(whole)
        start = max(100, number * size)  # the header of the file tells what kind it is
        data[start : (number + 1) * size] = bytes(reversed(data[start : (number + 1) * size]))
        (place / DATABASE).write_bytes(data)
        try:
            with open_archive(place) as archive:
                found = bool(list(archive.check()))
        except ArchiveError as error:
            found = "is damaged" in error.message or "is no archive" in error.message
        if not found:
            silent.append(number)
    assert silent == []


def test_what_a_damaged_page_leaves(tmp_path: Path, page: MakePage) -> None:
    """The captures on other pages can still be read, whole; those on it are an error, not other bytes."""
    folder = tmp_path / "archive"
    pages = [page(random.Random(n).randbytes(1_000).hex(), url=f"{URL}{n}") for n in range(40)]
    with open_archive(folder, create=True) as archive:
        list(archive.add_many(pages))
    connection = sqlite3.connect(folder / DATABASE)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'content'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = (folder / DATABASE).read_bytes()
    start = (root - 1) * size
    leaf = int.from_bytes(
        data[start + 12 : start + 14], "big"
    )  # where the root's first cell stands, which begins with a page's number
    damaged = int.from_bytes(data[start + leaf : start + leaf + 4], "big")
    with (folder / DATABASE).open("r+b") as file:
        file.seek((damaged - 1) * size)
        file.write(b"\xff" * 64)
    read = 0
    with open_archive(folder) as archive:
        for capture, _ in pages:
            with suppress(ArchiveError):
                assert archive.capture(capture.sha256).content == capture.content
                read += 1
    assert 0 < read < 40


def test_the_database_is_missing(folder: Path) -> None:
    """Where only the log is left there is no archive, and none is made over it."""
    (folder / f"{DATABASE}-wal").write_bytes(b"what was not yet worked in")
    (folder / DATABASE).unlink()
    with pytest.raises(ArchiveError, match="holds no archive"):
        open_archive(folder)
    assert (folder / f"{DATABASE}-wal").read_bytes() == b"what was not yet worked in"


def test_nothing_of_a_takedown_is_left_in_the_file(tmp_path: Path, page: MakePage) -> None:
    """Not on pages that were freed long before either: segments of the index are merged, and earlier takedowns leave room."""
    folder = tmp_path / "archive"
    with open_archive(folder, create=True) as archive:
        for block in range(30):
            pages = [(block * 40 + n, "xyzzysecret" if n == 7 else "") for n in range(40)]
            list(archive.add_many(page(f"{n} {word} " + f"w{n * 7 % 977} " * 40, url=f"{URL}{n}") for n, word in pages))
        for number in (7, 47, *range(87, 1200, 40)):
            archive.forget(f"{URL}{number}", reason="asked for")
        assert archive.search("xyzzysecret").total == 0
        assert list(archive.check()) == []
        for file in folder.iterdir():
            assert b"xyzzysecret" not in file.read_bytes()


def test_a_damaged_entry(folder: Path, page: MakePage) -> None:
    """Bytes that do not unpack are an error, and so are missing ones."""
    digests = [page(f"needle {n} " + "hay " * 200)[0].sha256 for n in (1, 2)]
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("UPDATE content SET bytes = x'00' WHERE sha256 = ?", (bytes.fromhex(digests[0]),))
    connection.execute("UPDATE reading SET record = x'28b52ffd' WHERE id = 3")
    connection.commit()
    connection.close()
    with open_archive(folder) as archive:
        with pytest.raises(ArchiveError, match="damaged entry"):
            archive.capture(digests[0])
        assert archive.capture(digests[1])
        with pytest.raises(ArchiveError, match="damaged entry"):
            list(archive.list())


def test_a_locked_archive(folder: Path, page: MakePage) -> None:
    """Another program's transaction is waited for, then reported; reading goes on meanwhile."""
    other = sqlite3.connect(folder / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqlArchive(SqliteDatabase(folder, busy_seconds=0.05)) as archive:
        with pytest.raises(BusyError, match="in use by another program"):
            archive.add(*page("later"))
        assert archive.search("needle").total == 40
        other.execute("ROLLBACK")
        assert archive.add(*page("later")).status == "added"
    other.close()


def _child(script: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a script with the maker of pages in another process."""
    prelude = "import sys, os\nfrom tests.archive.conftest import make_page\nfrom dateline.archive import open_archive\n"
    prelude += "from dateline.errors import ArchiveError\n"
    command = [sys.executable, "-c", prelude + textwrap.dedent(script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_a_full_disk(folder: Path) -> None:
    """Nothing of the step is kept, all before it is, and the error says what to do."""
    size = (folder / DATABASE).stat().st_size  # a limit on file size stands for the disk

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, size + 100_000))

    script = """
        archive = open_archive(sys.argv[1])
        kept = 0
        try:
            for _ in archive.add_many(make_page(os.urandom(3000).hex(), url=f"https://a.example/{n}") for n in range(3000)):
                kept += 1
        except ArchiveError as error:
            print(kept, error.message)
        try:
            archive.close()
        except ArchiveError:
            pass
    """
    done = _child(script, str(folder), preexec_fn=limit)
    assert "disk" in done.stdout, done.stderr
    kept = int(done.stdout.split()[0])
    with open_archive(folder) as archive:
        assert archive.counts().articles == 40 + kept
        assert list(archive.check()) == []
        assert archive.search("needle").total == 40


@pytest.fixture
def open_folder(folder: Path) -> Iterator[Path]:
    """The archive in a place that everybody can enter."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        shutil.copytree(folder, Path(place) / "archive")
        (Path(place) / "archive").chmod(0o755)
        (Path(place) / "archive" / DATABASE).chmod(0o644)
        yield Path(place) / "archive"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can drop its privileges")
def test_a_folder_that_cannot_be_written(open_folder: Path) -> None:
    """It can be read and searched; adding says what to check."""
    script = """
        os.setuid(65534)
        with open_archive(sys.argv[1]) as archive:
            print(archive.search("needle").total, len(list(archive.list())))
            for call in (lambda: archive.add(*make_page("later")), lambda: archive.add_failure("a", None, "b")):
                try:
                    call()
                except ArchiveError as error:
                    print(error.message)
    """
    done = _child(script, str(open_folder))
    assert done.stdout.splitlines()[:1] == ["40 40"], done.stderr
    assert done.stdout.count("cannot be written; check the permissions") == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can drop its privileges")
def test_a_folder_that_cannot_be_entered(open_folder: Path) -> None:
    """Neither to read nor to make one in it or beside it."""
    script = """
        os.setuid(65534)
        for place in ("archive", "archive/new", "new"):
            try:
                open_archive(os.path.join(sys.argv[1], place), create=True)
            except ArchiveError as error:
                print(error.message)
    """
    open_folder.chmod(0o700)
    done = _child(script, str(open_folder.parent))
    assert done.stdout.count("cannot be opened") == 3, done.stdout + done.stderr
