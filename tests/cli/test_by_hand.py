"""What is set by hand on the command line: corrections, gold, and readers' notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from dateline import open_archive

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner

URL = "https://harbourpost.example/1"


@pytest.fixture
def filled(dateline_: Runner, pages: Path) -> Runner:
    """The command line, with three pages in its archive."""
    assert dateline_("add", pages).code == 0
    return dateline_


def test_a_correction_from_the_command_line(filled: Runner) -> None:
    """It is made, shown, listed with the reader's value, and taken back."""
    assert filled("correct", URL, "section", "Port", "--by", "Ada Fell").code == 0
    assert filled("correct", URL, "authors", "Ada Fell", "Tom Quay", "--by", "Tom").code == 0
    (shown,) = filled("show", URL, "--json").objects
    assert (shown["section"], shown["authors"]) == (
        "Port",
        [{"name": "Ada Fell", "kind": "person"}, {"name": "Tom Quay", "kind": "person"}],
    )
    lines = [line.split("\t") for line in filled("corrections").out.splitlines()]
    assert [(line[0], *line[3:]) for line in lines] == [
        ("2", "authors", "Mara Quill", "Ada Fell; Tom Quay", "Tom"),
        ("1", "section", "-", "Port", "Ada Fell"),
    ]
    assert "withdrawn by Ada" in filled("corrections", "--withdraw", "1", "--by", "Ada").out
    assert filled("show", URL, "--json").objects[0]["section"] is None
    assert [each["field"] for each in filled("corrections", URL, "--json").objects] == ["authors", "section"]


def test_what_the_page_does_not_have(filled: Runner) -> None:
    """A field is set to be absent, and to what JSON says."""
    assert filled("correct", URL, "byline", "--absent", "--by", "Ada").code == 0
    moment = '{"local": "2023-05", "precision": "month"}'
    (made,) = filled("correct", URL, "published", moment, "--json-value", "--json", "--by", "Ada").objects
    assert made["value"] == {
        "text": "2023-05",
        "local": "2023-05",
        "precision": "month",
        "offset": None,
        "zone_source": "unknown",
    }
    assert filled("show", URL, "--json").objects[0]["byline"] is None


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("correct", URL, "kind", "poem", "--by", "A"), 1, "kind cannot be that"),
        (("correct", URL, "poem", "x", "--by", "A"), 1, "is not corrected; these are"),
        (("correct", URL, "headline", "--by", "A"), 2, "give a VALUE"),
        (("correct", URL, "headline", "a", "b", "--by", "A"), 2, "has one value"),
        (("correct", URL, "headline", "a", "--absent", "--by", "A"), 2, "goes without a VALUE"),
        (("correct", URL, "headline", "{", "--json-value", "--by", "A"), 2, "no JSON"),
        (("correct", URL, "headline", "a"), 2, "--by"),
        (("correct", "https://harbourpost.example/9", "headline", "a", "--by", "A"), 1, "no article has this uri"),
        (("corrections", "--withdraw", "7", "--by", "A"), 1, "no correction of this number"),
        (("corrections", "--withdraw", "7"), 2, "go together"),
        (("corrections", URL, "--gold", "x"), 2, "goes alone"),
        (("notes", "--show", "7"), 1, "no annotation of this number"),
    ],
)
def test_what_cannot_be(filled: Runner, arguments: tuple[str, ...], code: int, said: str) -> None:
    """It is told, and nothing is kept."""
    ran = filled(*arguments)
    assert (ran.code, said in ran.err) == (code, True)
    assert filled("corrections").out == ""


def test_gold_from_the_command_line(filled: Runner, tmp_path: Path) -> None:
    """A Parquet file with a row for each corrected page."""
    filled("correct", URL, "headline", "Lighthouse moves", "--by", "Ada")
    assert filled("corrections", "--gold", tmp_path / "gold.parquet").err.strip().endswith("1 pages")
    (row,) = pq.read_table(tmp_path / "gold.parquet").to_pylist()
    assert (row["title"], row["url"], row["body"], row["date"]) == ("Lighthouse moves", URL, None, None)


def test_notes_from_the_command_line(filled: Runner, tmp_path: Path) -> None:
    """They are listed, shown and hidden, and given in the W3C's form."""
    with open_archive(tmp_path / "archive") as archive:
        archive.annotate(URL, "How\nmuch?", by="Tom", passage="three storms")
        archive.annotate(URL, "Well.", by="Ada", state="shown")
    assert [line.split("\t")[3:] for line in filled("notes").out.splitlines()] == [
        ["shown", "Ada", "-", "Well."],
        ["pending", "Tom", "three storms", "How much?"],
    ]
    assert filled("notes", "--hide", "2", "--show", "1").code == 0
    assert [line.split("\t")[0] for line in filled("notes", URL, "--state", "shown").out.splitlines()] == ["1"]
    assert [each["type"] for each in filled("notes", "--json").objects] == ["Annotation"] * 2
