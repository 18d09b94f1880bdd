"""`statements` and `outcome`: due lists of pages and of the archive."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner

MILL = """<!DOCTYPE html><html lang="en"><head><title>Paper mill closes - Harbour Post</title>
<link rel="canonical" href="https://harbourpost.example/mill"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Paper mill closes</h1><p>By Mara Quill</p>
<p>23 November 2021</p><p>The paper mill on the northern quay will close for good by December 31, after a winter in which three storms
had taken its roof and the river had twice come into its halls.</p><p>Analysts expect the price of paper to double by the end of
2022, and nobody on the council spoke against it when the owners told it of their plans on Monday.</p><p>The owners of the mill
allegedly knew of the damage to the old dam, which had been built by their grandfathers.</p></article>
<footer>Copyright Harbour Post</footer></body></html>"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    """A page with a plan, a forecast and an allegation."""
    file = tmp_path / "mill.html"
    file.write_text(MILL)
    return file


def test_a_page_needs_no_archive(dateline_: Runner, mill: Path) -> None:
    """The statements of a page are listed under their days, with who says so, the time, and where they stand."""
    ran = dateline_("statements", mill, "--as-of", "2021-12-01")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "2021-12-31, Friday (in 30 days)"
    assert lines[1] == "  plan  The paper mill on the northern quay will close for good by December 31"
    assert lines[2] == "      by the article's own voice; “December 31” (… to 2021-12-31)"
    assert lines[3].startswith("      Paper mill closes · harbourpost.example · 2021-11-23 · ")
    assert (
        "2022-12-31, Saturday (in 395 days)\n  forecast  the price of paper to double by the end of 2022\n      by Analysts; "
        in ran.out
    )
    assert "      hedged: “expect”\n" in ran.out
    assert "alleged or in doubt\n  allegation  The owners of the mill allegedly knew of the damage to the old dam" in ran.out
    assert ran.err.startswith("2 fall due, 1 alleged, ")


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--kind", "plan", "--kind", "forecast"], ["plan", "forecast"]),
        (["--due-to", "2021-12-31"], ["plan"]),
        (["--due-from", "2022-01-01"], ["forecast"]),
        (["--overdue", "--as-of", "2022-02-01"], ["plan"]),
        (["--open", "--as-of", "2022-02-01"], ["forecast"]),
        (["--settled"], []),
        (["--speaker", "analysts", "--kind", "forecast"], ["forecast"]),
    ],
    ids=" ".join,
)
def test_filters(dateline_: Runner, mill: Path, options: list[str], kinds: list[str]) -> None:
    """The same options select from a page and from the archive."""

    def found(*places: str | Path) -> list[str]:
        objects = dateline_("statements", *places, "--json", *options).objects
        return [each["tellings"][-1]["statement"]["kind"] for each in objects]  # type: ignore[index]

    assert found(mill) == kinds
    dateline_("add", mill)
    assert found() == kinds
    assert found("https://harbourpost.example/mill") == kinds


def test_csv_and_calendar(dateline_: Runner, mill: Path) -> None:
    """CSV has a row a statement; the calendar an all-day event for each that has a day, linked to the passage."""
    rows = list(csv.DictReader(io.StringIO(dateline_("statements", mill, "--csv", "--kind", "plan").out)))
    assert [(row["day"], row["due"], row["content"][:14]) for row in rows] == [("2021-12-31", "December 31", "The paper mill")]
    calendar = Calendar.from_ical(dateline_("statements", mill, "--ics").out)
    events = calendar.walk("VEVENT")
    assert [str(event.decoded("dtstart")) for event in events] == ["2021-12-31", "2022-12-31"]
    assert str(events[0]["url"]).startswith("https://harbourpost.example/mill#:~:text=The%20paper%20mill")
    assert calendar.errors == []


def test_files_are_written_whole(dateline_: Runner, mill: Path, tmp_path: Path) -> None:
    """Every form goes to a file as well; Parquet only there, and the list for people never."""
    for form in ("json", "csv", "ics", "parquet"):
        file = tmp_path / f"due.{form}"
        assert dateline_("statements", mill, f"--{form}", "-o", file).code == 0
        assert file.stat().st_size > 100
    assert pq.read_table(tmp_path / "due.parquet")["kind"].to_pylist()[:2] == ["plan", "forecast"]
    assert dateline_("statements", mill, "--parquet").code == 2
    assert dateline_("statements", mill, "-o", tmp_path / "due.txt").code == 2


def test_outcomes_are_set_by_number(dateline_: Runner, mill: Path) -> None:
    """`outcome` notes what became of a statement and shows all that was noted; the list tells the last."""
    dateline_("add", mill)
    listed = dateline_("statements", "--kind", "plan", "--as-of", "2022-02-01").out
    number = listed.splitlines()[1].split()[0]
    assert "past its day, no outcome set" in listed
    ran = dateline_(
        "outcome",
        number,
        "broken",
        "--by",
        "Ada Finch",
        "--remark",
        "still running",
        "--source",
        "https://harbourpost.example/mill",
    )
    assert ran.code == 0
    assert "broken  Ada Finch  still running (https://harbourpost.example/mill)" in ran.out
    dateline_("outcome", number, "moved", "--by", "Tom Reed", "--due", "2022-06-30")
    shown = dateline_("outcome", number, "--json").objects
    assert [(each["outcome"], each["by"], each["due"]) for each in shown] == [
        ("broken", "Ada Finch", None),
        ("moved", "Tom Reed", "2022-06-30"),
    ]
    assert "2022-06-30, Thursday" in dateline_("statements", "--kind", "plan").out
    assert "moved to 2022-06-30, Tom Reed says" in dateline_("statements", "--kind", "plan").out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["statements", "--due-to", "soon"], 2, "is no day"),
        (["statements", "mill.html", "cafe0123"], 2, "is no file"),
        (["statements", "cafe0123"], 1, "no capture"),
        (["statements", "none-*.html"], 1, "none-*.html"),
        (["outcome", "99", "kept"], 1, "no such statement"),
        (["outcome", "99", "done"], 2, "done"),
        (["outcome", "1", "kept", "--due", "2022-01-01"], 1, "only what has moved"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_goes_wrong(dateline_: Runner, mill: Path, arguments: list[str], code: int, told: str) -> None:
    """Wrong usage and what is not there are told in words."""
    dateline_("add", mill)
    ran = dateline_(*arguments)
    assert ran.code == code
    assert told in ran.err


def test_stored_reads_nothing(dateline_: Runner, mill: Path) -> None:
    """With --stored the ledger is shown as it is."""
    dateline_("add", mill)
    assert dateline_("statements", "--stored").out == ""
    assert dateline_("statements").out != ""
    assert dateline_("statements", "--stored").out != ""
