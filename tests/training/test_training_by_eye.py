"""Labels by the digests of lines: they hold no text, and find their lines again on the gold's pages."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("pyarrow.parquet", reason="training reads Parquet")

from training.examples import UNKNOWN, example

from training import by_eye, sets

FIRST = "The harbour council voted on Tuesday to keep the night ferry running through the winter."
SECOND = "Two members had asked for a pause until the new pier is ready next spring."
NOTE = "The vote was taken by a show of hands."
LINES = ["Home", "Ferry stays", FIRST, "Ferry stays", SECOND, NOTE]
PAGE = f"<nav><a href=/>Home</a></nav><h1>Ferry stays</h1><p>{FIRST}</p><h2>Ferry  stays</h2><p>{SECOND}</p><p>{NOTE}</p>"


@pytest.fixture
def labelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold set of one page, and a file of labels that is still to be written."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.html").write_text(PAGE)
    (tmp_path / "pages" / "one.json").write_text(json.dumps({"url": "https://www.harbour.example/one"}))
    sets.pack(tmp_path / "pages", tmp_path / "harbour.parquet")
    monkeypatch.setattr(sets, "GOLD", tmp_path)
    monkeypatch.setattr(by_eye, "FILE", tmp_path / "by_eye.jsonl")
    return tmp_path / "by_eye.jsonl"


def write(file: Path, body: list[int], unsure: list[int], names: list[str] | None = None) -> None:
    """The labels of the one page."""
    named = names or by_eye.names_of(LINES)
    labels = by_eye.Labels("harbour", "one.html", [named[i] for i in body], [named[i] for i in unsure])
    file.write_bytes(msgspec.json.encode(labels) + b"\n")


def test_lines_with_the_same_words_have_names_of_their_own() -> None:
    """A name tells which of several lines with the same words is meant, however they are spaced."""
    names = by_eye.names_of(LINES)
    assert len(set(names)) == len(LINES)
    assert by_eye.names_of(["Ferry  stays"]) == [names[1]]


def test_labels_become_gold(labelled: Path) -> None:
    """A page read by eye is a row of the scorer's columns, and an example whose unsure line has no label."""
    write(labelled, [2, 3, 4], [5])
    (gold,) = by_eye.golds()
    assert (gold.row["set"], gold.row["id"], gold.convention) == ("by_eye", "harbour/one.html", "strict")
    assert gold.row["paragraphs"] == [FIRST, "Ferry stays", SECOND]
    assert gold.row["clip"].startswith("Home")
    made = example(gold, "html")
    assert made is not None
    assert made.y.tolist() == [0, 0, 1, 1, 1, UNKNOWN]
    assert by_eye.ids() == {"one.html"}


def test_a_page_that_has_changed_is_left_out(labelled: Path) -> None:
    """Where lines that the labels name are gone, nothing is learned from the page."""
    write(labelled, [2, 4], [], by_eye.names_of([*LINES[:4], "Other words.", NOTE]))
    assert by_eye.golds() == []
