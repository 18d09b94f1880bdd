"""`versions`, `diff`, `copies`, `facets`, `attention`, `searches` and `batch`: what an archive can be asked."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import PAGE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner

FIRST = "https://harbourpost.example/1"


@pytest.fixture
def history(dateline_: Runner, pages: Path) -> str:
    """The three pages, the first of them in two versions; its id."""
    dateline_("add", pages, "--captured-at", "2024-03-01T08:00Z")
    page = (pages / "1.html").read_text("utf-8")
    later = page.replace("the northern quay", "the southern quay").replace(
        "<p>The cost, which",
        "<p>A ferry will carry visitors from May on, the council said in a note that it sent out late.</p><p>The cost, which",
    )
    (pages / "1.html").write_text(later, "utf-8")
    dateline_("add", pages / "1.html", "--captured-at", "2024-09-01T08:00Z")
    return FIRST


def test_versions(dateline_: Runner, history: str) -> None:
    """Every capture with its version, and what came and went between, said of two captures."""
    out = dateline_("versions", history).out.splitlines()
    assert [line.split("\t")[:2] for line in out[:2]] == [["2024-03-01 08:00Z", "version 1"], ["2024-09-01 08:00Z", "version 2"]]
    assert [line.split("\t")[3] for line in out[:2]] == [FIRST, FIRST]  # files have no address, but the article has
    assert "  1 paragraph changed; `diff` shows the words" in out
    assert out[-1].startswith("  “A ferry will carry visitors")
    assert out[-1].endswith("absent in the capture of 2024-03-01 08:00Z, present in that of 2024-09-01 08:00Z")
    found = dateline_("versions", history, "--json").objects[0]
    assert [each["number"] for each in found["versions"]] == [1, 2]  # type: ignore[attr-defined]
    assert len(found["sightings"]) == 2  # type: ignore[arg-type]
    assert found["changes"][0]["removed"] == []  # type: ignore[index]


def test_passage(dateline_: Runner, history: str) -> None:
    """Of words it is said in which captures they stand."""
    ran = dateline_("versions", history, "--passage", "Northern Quay")
    assert [line.split("\t")[1] for line in ran.out.splitlines()] == ["present", "absent"]
    found = dateline_("versions", history, "--passage", "northern quay", "--json").objects[0]
    assert [each["present"] for each in found["presence"]] == [True, False]  # type: ignore[attr-defined]


def test_diff(dateline_: Runner, history: str) -> None:
    """As text with marks, as a web page, and as JSON; the numbers of versions may be given."""
    text = dateline_("diff", history).out
    assert "[-northern-]{+southern+}" in text
    assert "\n+ A ferry will carry" in text
    page = dateline_("diff", history, "--html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "<del>northern</del><ins>southern</ins>" in page
    found = dateline_("diff", history, "2", "1", "--json").objects[0]
    assert {each["state"] for each in found["paragraphs"]} == {"same", "changed", "removed"}  # type: ignore[attr-defined]
    assert dateline_("diff", history, "1", "2").out == text
    assert dateline_("diff", history, "1").out == text


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["1", "3"], 1, "there is no version 3 of it, only 2"),
        (["--html", "--json"], 2, "not both"),
        (["one"], 2, "Invalid value for V1: 'one' is no number of a version; `dateline versions` shows them"),
        (["1", "0"], 2, "Invalid value for V2: '0' is no number"),
    ],
    ids=["no-version", "two-forms", "no-number", "zero"],
)
def test_what_diff_does_not_do(dateline_: Runner, history: str, arguments: list[str], code: int, message: str) -> None:
    """A version that is not there, and contradictory options, are told."""
    ran = dateline_("diff", history, *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


def test_one_version_has_no_diff(dateline_: Runner, history: str) -> None:
    """It is told, not shown as a difference from nothing."""
    ran = dateline_("diff", "https://harbourpost.example/2")
    assert ran.code == 1
    assert "has one version so far" in ran.err


def test_copies_and_folding(dateline_: Runner, pages: Path, tmp_path: Path) -> None:
    """The same text at another outlet is listed as a copy, shown beside a hit, and folded on request."""
    page = PAGE.format(headline="Council moves crane", word="crane", number=9).replace("harbourpost", "quaynews")
    (tmp_path / "copy.html").write_text(page.replace("12 May", "11 May"), "utf-8")
    dateline_("add", pages / "2.html", "copy.html")
    ran = dateline_("copies", "https://harbourpost.example/2", "--json")
    assert [each["id"] for each in ran.objects] == ["https://quaynews.example/9", "https://harbourpost.example/2"]
    assert ran.err == "1 copy\n"
    assert len(dateline_("copies", "https://harbourpost.example/2").out.splitlines()) == 2
    assert "+1 copy\n" in dateline_("search", "crane").out
    assert dateline_("search", "crane").err == "2 found\n"
    assert dateline_("search", "crane", "--fold", "--sort", "time").err == "1 found\n"
    assert dateline_("search", "crane", "--fold", "--sort", "time", "--json").objects[0]["copies"] == 1


def test_facets(dateline_: Runner, history: str) -> None:
    """Fields, values and counts, of all or of what a query finds."""
    assert ["outlet", "harbourpost.example", "3"] in [line.split("\t") for line in dateline_("facets").out.splitlines()]
    found = dateline_("facets", "crane", "--json").objects[0]
    assert found["outlet"] == [{"value": "harbourpost.example", "count": 1}]
    assert dateline_("facets", "crane", "--to", "2020").out == ""


def test_attention(dateline_: Runner, history: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Buckets and counts; on a terminal with bars."""
    assert dateline_("attention").out == "2023-05-01\t3\n"
    assert dateline_("attention", "crane", "--every", "week").out == "2023-05-08\t1\n"
    assert dateline_("attention", "crane", "--json").objects[0]["buckets"] == [{"start": "2023-05-01", "count": 1}]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "█" in dateline_("attention").out


def test_saved_searches(dateline_: Runner, pages: Path) -> None:
    """A search is saved, listed with what is new, run once for each new article, and removed."""
    dateline_("add", pages / "1.html", pages / "2.html")
    assert dateline_("searches", "save", "moves", "council", "NOT", "bridge", "--from", "2023").code == 0
    assert dateline_("searches", "list").out == "moves\t2\t-\tcouncil NOT bridge from:2023\n"
    assert dateline_("searches", "run", "moves", "--peek").err == "2 new\n"
    assert dateline_("searches", "run", "moves", "--limit", "1").err == "1 new, 1 more wait\n"
    ran = dateline_("searches", "run", "moves", "--json")
    assert [each["id"] for each in ran.objects] == ["https://harbourpost.example/2"]
    assert dateline_("searches", "run", "moves").err == "0 new\n"
    dateline_("add", pages)
    assert "*Council* moves fish market" in dateline_("searches", "run", "moves").out
    assert dateline_("searches", "save", "moves", "crane").code == 1
    assert dateline_("searches", "save", "moves", "crane", "--replace", "--json").objects[0]["query"] == "crane"
    assert dateline_("searches", "list", "--json").objects[0]["new"] == 1
    assert dateline_("searches", "remove", "moves").code == 0
    assert dateline_("searches", "list").err == "no saved searches\n"
    assert dateline_("searches", "run", "moves").code == 1


def table(text: str) -> list[list[str]]:
    """The rows of a CSV text."""
    return list(csv.reader(io.StringIO(text)))


def test_batch(dateline_: Runner, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts stand beside the columns of the file; over time, a row a bucket; from standard input as well."""
    dateline_("add", pages)
    queries = 'topic,query,to\nall,council,\nold,council,2020\none,"""fish market""",\n'
    (tmp_path / "q.csv").write_text(queries, "utf-8")
    ran = dateline_("batch", "q.csv")
    assert (ran.code, ran.err) == (0, "")
    assert table(ran.out) == [
        ["topic", "query", "to", "found", "error"],
        ["all", "council", "", "3", ""],
        ["old", "council", "2020", "0", ""],
        ["one", '"fish market"', "", "1", ""],
    ]
    ran = dateline_("batch", "q.csv", "--attention", "month")
    assert [row[3:] for row in table(ran.out)] == [["start", "count", "error"], ["2023-05-01", "3", ""], ["2023-05-01", "1", ""]]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(queries.encode()), "utf-8"))
    assert [each["found"] for each in dateline_("batch", "-", "--json").objects] == [3, 0, 1]


def test_batch_with_a_query_that_does_not_parse(dateline_: Runner, pages: Path, tmp_path: Path) -> None:
    """It is told with its line and makes the exit code 1; the others are counted."""
    dateline_("add", pages)
    (tmp_path / "q.csv").write_text("query\ncouncil (\ncouncil\n", "utf-8")
    ran = dateline_("batch", "q.csv")
    assert ran.code == 1
    assert [row[1] for row in table(ran.out)] == ["found", "", "3"]
    assert ran.err.startswith("line 2: ")
    (tmp_path / "q.csv").write_text("words\ncouncil\n", "utf-8")
    ran = dateline_("batch", "q.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "no column `query`" in ran.err


@pytest.mark.parametrize(
    "command",
    [
        ["versions", "abcd"],
        ["diff", "abcd"],
        ["copies", "abcd"],
        ["facets"],
        ["attention"],
        ["searches", "list"],
        ["searches", "save", "a", "b"],
        ["check"],
        ["backup", "copy"],
        ["restore", "nothing"],
        ["forget", "abcd", "--reason", "x", "--yes"],
        ["reread"],
    ],
    ids=" ".join,
)
def test_without_an_archive(dateline_: Runner, tmp_path: Path, command: list[str]) -> None:
    """Every command says so, and makes none."""
    ran = dateline_(*command)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("dateline: ")
    assert not (tmp_path / "archive").exists()
