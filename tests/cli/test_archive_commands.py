"""`add`, `list`, `show`, `search` and `failures`: the thread through the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dateline
from dateline.cli.listing import HASH_SHOWN, marked
from dateline.records import Article, Span

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner


def test_pages_go_in_and_are_found(dateline_: Runner, pages: Path) -> None:
    """What `add` takes in, `list` lists, `search` finds by a word, and `show` shows by the beginning of its hash."""
    ran = dateline_("add", pages)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("3 added, 0 unchanged, 0 failed; archive: ")
    assert [len(line.split("\t")) for line in dateline_("list").out.splitlines()] == [5, 5, 5]
    hits = dateline_("search", "lighthouse", "--json")
    assert hits.err == "1 found\n"
    code = str(hits.objects[0]["capture"])[:HASH_SHOWN]
    shown = dateline_("show", code)
    assert "  headline     Council moves lighthouse\n" in shown.out
    assert "nobody on the council spoke against it." in shown.out
    record = dateline_("show", code, "--json").objects[0]
    assert set(record) == set(Article.__struct_fields__)
    assert dateline_("show", str(record["uri"]), "--json").objects == [record]


def test_adding_again_adds_nothing(dateline_: Runner, pages: Path) -> None:
    """The same pages added twice are told as unchanged."""
    dateline_("add", pages)
    assert dateline_("add", pages).err.startswith("0 added, 3 unchanged, 0 failed")


def test_json_says_what_became_of_each(dateline_: Runner, pages: Path) -> None:
    """`add --json` prints an object a page: origin and status, and the id or the reason."""
    ran = dateline_("add", pages / "1.html", "none.html", "--json")
    assert ran.code == 1
    by_origin = {each["origin"]: each for each in ran.objects}
    assert by_origin[str(pages / "1.html")]["status"] == "added"
    assert by_origin["none.html"] == {"origin": "none.html", "status": "failed", "reason": "there is no such file"}


def test_progress_bar_keeps_to_stderr(dateline_: Runner, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a bar is drawn on stderr, the data still goes to stdout, and only the data."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = dateline_("add", pages, "none.html", "--json")
    assert [each["status"] for each in ran.objects] == ["failed", "added", "added", "added"]
    assert "reading" in ran.err
    assert "failed: none.html: there is no such file" in ran.err


def test_failures_are_kept_until_mended(dateline_: Runner, pages: Path, tmp_path: Path) -> None:
    """What failed makes the exit code 1 and stands on the list with its reason, until it is added after all."""
    ran = dateline_("add", pages, "late.html")
    assert ran.code == 1
    assert "3 added, 0 unchanged, 1 failed" in ran.err
    listed = dateline_("failures")
    assert listed.out.split("\t")[1:] == ["late.html", "there is no such file\n"]
    assert [each["origin"] for each in dateline_("failures", "--json").objects] == ["late.html"]
    (tmp_path / "late.html").write_text("<p>" + "Here at last, words of some length. " * 10, "utf-8")
    assert dateline_("add", "late.html").code == 0
    assert dateline_("failures").err == "no failures\n"


def test_page_that_is_no_article_is_added_as_what_it_is(dateline_: Runner, tmp_path: Path) -> None:
    """An empty page and a page of links are added, not failed."""
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "links.html").write_text("".join(f"<li><a href=/{n}>Story {n}</a></li>" for n in range(40)), "utf-8")
    assert dateline_("add", "empty.html", "links.html").code == 0
    kinds = {each["kind"] for each in dateline_("list", "--json").objects}
    assert "article" not in kinds


def test_reader_that_trips_does_not_stop_the_others(
    dateline_: Runner, pages: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that the reader has a bug with is logged and on the list of failures; the others are added."""
    read = dateline.read

    def trips(source: dateline.Capture, *, options: dateline.ReadOptions) -> Article:
        if source.origin == str(pages / "2.html"):
            raise ZeroDivisionError("of the test")
        return read(source, options=options)

    monkeypatch.setattr("dateline.sources.readers.read", trips)
    ran = dateline_("add", pages)
    assert ran.code == 1
    assert "2 added, 0 unchanged, 1 failed" in ran.err
    assert [record.message for record in caplog.records] == ["reader failed"]
    assert "ZeroDivisionError" in dateline_("failures").out


@pytest.mark.parametrize(
    "command", [["list"], ["show", "abcd"], ["search", "word"], ["failures"]], ids=lambda command: command[0]
)
def test_missing_archive_is_told(dateline_: Runner, tmp_path: Path, command: list[str]) -> None:
    """Without an archive every command but `add` says so and makes none."""
    ran = dateline_(*command)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"dateline: {tmp_path / 'archive'}: there is no archive here; `dateline add` makes one\n"
    assert not (tmp_path / "archive").exists()


def test_archive_option_comes_first(dateline_: Runner, pages: Path, tmp_path: Path) -> None:
    """`--archive` is stronger than DATELINE_ARCHIVE."""
    dateline_("add", pages, "--archive", tmp_path / "other")
    assert (tmp_path / "other").is_dir()
    assert not (tmp_path / "archive").exists()


def test_archive_falls_back_to_the_data_directory(
    dateline_: Runner, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without either the archive is in the XDG data directory."""
    monkeypatch.delenv("DATELINE_ARCHIVE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    dateline_("add", pages)
    assert (tmp_path / "data" / "dateline" / "archive").is_dir()


def test_folder_that_is_no_archive(dateline_: Runner, pages: Path) -> None:
    """A folder that holds something else is not taken for an archive, and nothing is written there."""
    before = sorted(pages.iterdir())
    ran = dateline_("add", pages / "1.html", "--archive", pages)
    assert ran.code == 1
    assert ran.err.startswith(f"dateline: {pages}: ")
    assert sorted(pages.iterdir()) == before


def test_search_narrows(dateline_: Runner, pages: Path) -> None:
    """Bounds of time and a limit narrow a search; what is left out is told."""
    dateline_("add", pages)
    assert dateline_("search", "council").err == "3 found\n"
    ran = dateline_("search", "council", "--limit", "2")
    assert ran.err.startswith("3 found, the best 2 shown; --limit shows more\nthe next: --cursor ")
    assert dateline_("search", "council", "--to", "2022").err == "0 found\n"
    assert dateline_("search", "council", "--outlet", "another.example").err == "0 found\n"


def test_search_goes_on_with_a_cursor(dateline_: Runner, pages: Path) -> None:
    """Page by page every hit comes once; the last page names no cursor, and one of another search is refused."""
    dateline_("add", pages)
    whole = [found["id"] for found in dateline_("search", "council", "--json").objects]
    first = dateline_("search", "council", "--limit", "2", "--json")
    cursor = first.err.split()[-1]
    second = dateline_("search", "council", "--limit", "2", "--json", "--cursor", cursor)
    assert [found["id"] for found in first.objects + second.objects] == whole
    assert second.err == "3 found, 1 more shown\n"
    assert dateline_("search", "crane", "--cursor", cursor).code == 1


def test_words_that_were_found_stand_out(dateline_: Runner, pages: Path) -> None:
    """A hit shows its headline and the words around what was found, marked."""
    dateline_("add", pages)
    out = dateline_("search", "crane").out
    assert "  Council moves *crane*\n" in out


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (["harbour AND ("], "missing"),
        (["harbour", "--from", "soon"], "'soon' is no date"),
        (["from:2024-05", "to:2024-03"], "^^^^^^^^^^"),
    ],
    ids=["query", "bound", "order"],
)
def test_query_that_does_not_parse(dateline_: Runner, pages: Path, query: list[str], message: str) -> None:
    """A query or bound that does not parse is told in a sentence."""
    dateline_("add", pages)
    ran = dateline_("search", *query)
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err


def test_ambiguous_and_unknown_ids(dateline_: Runner, pages: Path) -> None:
    """An id that fits no record is told in a sentence."""
    dateline_("add", pages)
    ran = dateline_("show", "https://harbourpost.example/nowhere")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("dateline: ")


def test_table_on_a_terminal(dateline_: Runner, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the list is a table no wider than it; ids are shown whole, headlines are cut."""
    dateline_("add", pages)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "90")
    head, *rows = dateline_("list").out.splitlines()
    assert head.replace("\x1b[2m", "").startswith("ID")
    codes = {str(each["capture"])[:HASH_SHOWN] for each in dateline_("list", "--json").objects}
    assert len(rows) == 3
    assert all(any(code in row for code in codes) for row in rows)


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        pytest.param("a word here", (Span(2, 6),), "a *word* here", id="middle"),
        pytest.param("ab cd", (Span(0, 2), Span(3, 5)), "*ab* *cd*", id="both-ends"),
        pytest.param("no\x1b[1m\nend", (Span(7, 10),), r"no\x1b[1m *end*", id="safe-in-one-line"),
        pytest.param("nothing", (), "nothing", id="none"),
    ],
)
def test_marked(text: str, spans: tuple[Span, ...], expected: str) -> None:
    """Marks stand where the spans are, and the text is safe."""
    assert marked(text, spans, plain=True).plain == expected
