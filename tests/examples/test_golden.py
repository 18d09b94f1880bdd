"""The example pages give the records kept in `golden/`; `python -m pytest tests/examples --rewrite` writes those anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from dateline.records import Article, to_json
from dateline.sources import capture_file

PAGES = sorted((Path(__file__).parents[2] / "examples" / "pages").iterdir())
GOLDEN = Path(__file__).parent / "golden"


def record(page: Path) -> dict[str, object]:
    """The record of an example page as plain JSON values; without the reader's own version, which says nothing of the page."""
    values = json.loads(to_json(dateline.read(capture_file(page))))
    return {key: value for key, value in values.items() if key != "reader"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_example_gives_its_golden_record(page: Path, request: pytest.FixtureRequest) -> None:
    """Every key of the record of an example page is as it was when it was last looked over."""
    found = record(page)
    path = GOLDEN / f"{page.stem}.json"
    if request.config.getoption("--rewrite", default=False):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(path.read_text("utf-8"))
    assert set(found) == set(Article.__struct_fields__) - {"reader"}


def test_no_golden_record_is_left_over() -> None:
    """Every golden record has its page."""
    assert {path.stem for path in GOLDEN.iterdir()} == {page.stem for page in PAGES}
