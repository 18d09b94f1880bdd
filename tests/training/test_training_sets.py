"""A user's own labelled pages, packed into the columns of the gold sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pq = pytest.importorskip("pyarrow.parquet", reason="training reads Parquet")

from training.examples import example
from training.sets import FOLDS, domain_of, pack, read_set

FIRST = "The harbour council voted on Tuesday to keep the night ferry running through the winter."
SECOND = "Two members had asked for a pause until the new pier is ready next spring."
PAGE = f"<title>Ferry stays</title><nav><a href=/>Home</a></nav><h1>Ferry stays</h1><p>{FIRST}</p><p>{SECOND}</p><footer>About us</footer>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tree with two labelled pages."""
    for name in ("one", "deeper/two"):
        path = tmp_path / "pages" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE)
        labels = {
            "url": f"https://www.harbour.example/{name}",
            "paragraphs": [FIRST, SECOND],
            "title": "Ferry stays",
            "page_type": "article",
        }
        path.with_suffix(".json").write_text(json.dumps(labels))
    return tmp_path / "pages"


def test_a_folder_is_packed(folder: Path, tmp_path: Path) -> None:
    """Pages and labels come out in the gold's columns, with both flattened forms made from the page."""
    out = tmp_path / "own.parquet"
    assert pack(folder, out) == 2
    row = pq.read_table(out).to_pylist()[0]
    assert row["body"] == f"{FIRST}\n\n{SECOND}"
    assert row["wet"].split("\n") == ["Ferry stays", "Home", "Ferry stays", FIRST, SECOND, "About us"]
    assert row["clip"].split("\n") == ["Home", "Ferry stays", FIRST, SECOND, "About us"]


def test_a_packed_page_is_an_example(folder: Path, tmp_path: Path) -> None:
    """A packed page trains: its body lines are labelled, and its fold is that of its domain."""
    out = tmp_path / "own.parquet"
    pack(folder, out)
    golds = list(read_set(out, "strict"))
    assert {domain_of(gold.row) for gold in golds} == {"harbour.example"}
    assert {gold.fold for gold in golds} <= set(range(FOLDS))
    made = example(golds[0], "html")
    assert made is not None
    assert [int(share >= 0.5) for share in made.y] == [0, 0, 1, 1, 0]
    assert made.x.shape == (5, len(made.names))


def test_missing_labels_are_told(folder: Path, tmp_path: Path) -> None:
    """A page without labels ends the packing with its name."""
    (folder / "three.html").write_text(PAGE)
    with pytest.raises(ValueError, match=r"three\.html has no labels"):
        pack(folder, tmp_path / "own.parquet")


def test_unknown_labels_are_told(folder: Path, tmp_path: Path) -> None:
    """A label of an unknown name ends the packing with the file's name."""
    (folder / "one.json").write_text('{"headline": "x"}')
    with pytest.raises(ValueError, match=r"one\.json has keys that are no labels: headline"):
        pack(folder, tmp_path / "own.parquet")
