"""Files, folders, patterns, gzip and streams become captures."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import SourceError
from dateline.sources import capture_file, capture_stream, find_files


def found(*places: str | Path) -> tuple[list[str], list[str]]:
    """What `find_files` yields for `places`, and the messages of what failed."""
    failed: list[SourceError] = []
    files = list(find_files([str(place) for place in places], failed=failed.append))
    return files, [error.message for error in failed]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pages, other files and a folder in it."""
    for name in ("b.html", "a.txt", "sub/c.htm.gz", "sub/d.HTML", "e.gz", "x.png", "y.warc.gz", ".hidden.html", ".git/z.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"<p>words")
    return tmp_path


def test_folder_is_walked_in_order(folder: Path) -> None:
    """A folder gives its pages and what holds pages by suffix, sorted, hidden ones left out, then those of the folders below."""
    files, failed = found(folder)
    assert [os.path.relpath(file, folder) for file in files] == [
        "a.txt",
        "b.html",
        "e.gz",
        "y.warc.gz",
        "sub/c.htm.gz",
        "sub/d.HTML",
    ]
    assert failed == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("*.html", ["b.html"], id="star"),
        pytest.param("**/*.htm*", ["b.html", "sub/c.htm.gz"], id="any-depth"),
        pytest.param("*.png", ["x.png"], id="a-named-suffix-is-meant"),
        pytest.param("su[b]", ["sub/c.htm.gz", "sub/d.HTML"], id="a-folder-fits"),
    ],
)
def test_pattern_is_expanded(folder: Path, pattern: str, expected: list[str]) -> None:
    """A pattern that the shell left alone is expanded, sorted, and means what it says."""
    files, failed = found(folder / pattern)
    assert [os.path.relpath(file, folder) for file in files] == expected
    assert failed == []


def test_file_named_like_a_pattern_is_itself(tmp_path: Path) -> None:
    """A name with brackets that exists is a file, not a pattern."""
    path = tmp_path / "story [1].html"
    path.write_text("<p>x", "utf-8")
    assert found(path) == ([str(path)], [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("none.html", "there is no such file", id="missing"),
        pytest.param("no*.html", "no file fits this pattern", id="pattern"),
        pytest.param("empty", "the folder holds no pages", id="empty-folder"),
    ],
)
def test_what_is_not_there_fails_and_the_rest_follows(folder: Path, name: str, message: str) -> None:
    """A place without pages is told, and the places after it are still found."""
    (folder / "empty").mkdir()
    files, failed = found(folder / name, folder / "a.txt")
    assert files == [str(folder / "a.txt")]
    assert len(failed) == 1
    assert message in failed[0]


def test_address_is_not_fetched() -> None:
    """An address is told apart from a missing file, and the error says what to do instead."""
    files, failed = found("https://news.example/?id=[1]")
    assert files == []
    assert "save the page" in failed[0]


def test_stdin_is_passed_on() -> None:
    """A dash is standard input."""
    assert found("-") == (["-"], [])


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        pytest.param("a.html", "text/html", id="html"),
        pytest.param("a.HTM", "text/html", id="upper-case"),
        pytest.param("a.xhtml", "application/xhtml+xml", id="xhtml"),
        pytest.param("a.txt", "text/plain", id="text"),
        pytest.param("a.txt.gz", "text/plain", id="under-gzip"),
        pytest.param("a.php", None, id="left-open"),
    ],
)
def test_suffix_tells_the_media_type(tmp_path: Path, name: str, media_type: str | None) -> None:
    """The suffix tells the media type, also under `.gz`; others leave it open."""
    path = tmp_path / name
    path.write_bytes(b"words")
    capture = capture_file(path)
    assert capture.media_type == media_type
    assert capture.origin == str(path)


def test_given_facts_are_kept(tmp_path: Path) -> None:
    """What the caller knows goes into the capture; the file's own time does not."""
    path = tmp_path / "a.html"
    path.write_bytes(b"words")
    when = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
    given = capture_file(path, url="https://news.example/a", media_type="text/plain", captured_at=when)
    assert (given.url, given.media_type, given.captured_at) == ("https://news.example/a", "text/plain", when)
    assert capture_file(path).captured_at is None


def test_gzip_is_unpacked_by_its_bytes(tmp_path: Path) -> None:
    """Packed and plain copies of a page are one capture, whatever the name says."""
    plain, packed, misnamed = tmp_path / "a.html", tmp_path / "a.html.gz", tmp_path / "b.html.gz"
    plain.write_bytes(b"<p>words")
    packed.write_bytes(gzip.compress(b"<p>words"))
    misnamed.write_bytes(b"<p>words")
    assert len({capture_file(path).sha256 for path in (plain, packed, misnamed)}) == 1


@pytest.mark.parametrize("damage", [slice(0, -9), slice(0, 4), slice(0, 12)], ids=["cut-end", "cut-header", "cut-middle"])
def test_damaged_gzip_is_told(tmp_path: Path, damage: slice) -> None:
    """Damaged gzip data is an error that names the file and says what to do."""
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"<p>words" * 50)[damage])
    with pytest.raises(SourceError, match="damaged or cut short") as caught:
        capture_file(path)
    assert caught.value.subject == str(path)


def test_size_is_limited_unpacked(tmp_path: Path) -> None:
    """A small gzip file that unpacks to more than the limit is refused, not held in memory."""
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"0" * 3_000_000))
    with pytest.raises(SourceError, match="larger than 1 MiB"):
        capture_file(path, max_bytes=1024 * 1024)


def test_folder_is_no_page(tmp_path: Path) -> None:
    """A folder given where a file is meant says so."""
    with pytest.raises(SourceError, match="it is a folder"):
        capture_file(tmp_path)


def test_stream_is_captured() -> None:
    """A stream is read whole, unpacked if need be, and its origin is the dash."""
    capture = capture_stream(io.BytesIO(gzip.compress(b"<p>words")), url="https://news.example/")
    assert (capture.content, capture.origin, capture.media_type) == (b"<p>words", "-", None)


def test_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    """A file name with stray bytes is read, and its origin can be encoded."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.html"
    with open(path, "wb") as file:
        file.write(b"words")
    capture = capture_file(os.fsdecode(path))
    assert capture.origin is not None
    assert capture.origin.encode("utf-8").endswith(b"caf\\udce9.html")


def test_links_are_not_followed_in_circles(tmp_path: Path) -> None:
    """A folder that links to its parent is walked once; a link to nothing is handed on, to fail when read."""
    (tmp_path / "a.html").write_bytes(b"words")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    files, failed = found(tmp_path)
    assert [Path(file).name for file in files] == ["a.html", "gone.html"]
    assert failed == []
    with pytest.raises(SourceError, match="no such file"):
        capture_file(files[1])


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs POSIX users")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    """Without the right to read, a folder, a file and a file below a locked folder are each told, and the rest follows."""
    pages = tmp_path / "pages"
    for name in ("locked/a.html", "open/b.html", "open/shut.html"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_bytes(b"words")
    (pages / "locked").chmod(0)
    (pages / "open" / "shut.html").chmod(0)
    script = textwrap.dedent("""
        import os, sys
        from dateline.errors import SourceError
        from dateline.sources import capture_file, find_files
        os.chdir(sys.argv[1])  # before the rights go: the folders above are root's own
        if os.getuid() == 0:
            os.setgroups([]); os.setgid(65534); os.setuid(65534)  # nobody: root can read all
        def tell(error): print("failed", error)
        for name in find_files(["pages", "pages/locked/a.html"], failed=tell):
            try:
                print("read", capture_file(name).origin)
            except SourceError as error:
                tell(error)
    """)
    tmp_path.chmod(0o755)
    run = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False)
    (pages / "locked").chmod(0o755)
    assert run.stderr == ""
    advice = "you may not read it; ask its owner, or change its permissions"
    assert sorted(run.stdout.splitlines()) == [
        f"failed pages/locked/a.html: {advice}",
        f"failed pages/locked: {advice}",
        f"failed pages/open/shut.html: {advice}",
        "read pages/open/b.html",
    ]
