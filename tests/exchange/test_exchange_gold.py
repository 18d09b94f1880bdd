"""Gold: the columns that readers are trained and scored with, and only what was set by hand in them."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace
from training.sets import SCHEMA, read_set

from dateline import Capture, read
from dateline.exchange import Labelled, write_gold

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (
    "The council of the harbour agreed on Tuesday to open the northern quay again before the end of the year, after a winter in "
    "which three storms had taken the roof of its shed, and to pay for it from the fund for the old breakwater."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Quay opens - Post</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Quay opens</h1><p>By Ada Fell</p><p>{WORDS}</p><p>Nobody spoke against it. {WORDS}</p></article>
<footer>All rights reserved</footer></body></html>"""


def labelled(*fields: str, page: str = PAGE, **changes: Any) -> Labelled:
    """A page with these fields set by hand."""
    capture = Capture(
        content=page.encode(), url="https://post.example/1", captured_at=datetime(2024, 5, 6, tzinfo=UTC), origin="1.html"
    )
    return Labelled(replace(read(capture), **changes), capture, fields)


def rows(*pages: Labelled) -> list[dict[str, Any]]:
    """What the file holds."""
    found: list[dict[str, Any]] = pq.read_table(io.BytesIO(b"".join(write_gold(pages)))).to_pylist()
    return found


def test_the_columns_are_those_of_training(tmp_path: Path) -> None:
    """Names and types are the same, and the training reads the file."""
    data = b"".join(write_gold([labelled("headline")]))
    assert pq.read_schema(io.BytesIO(data)).equals(SCHEMA)
    (tmp_path / "gold.parquet").write_bytes(data)
    (gold,) = read_set(tmp_path / "gold.parquet", "strict")
    assert (gold.row["title"], gold.convention) == ("Quay opens", "strict")


def test_what_was_not_set_is_null() -> None:
    """Gold says nothing of what nobody looked at, whatever the reader made of it."""
    (row,) = rows(labelled("headline", "kind"))
    assert {key for key, value in row.items() if value is not None} == {
        *("set", "id", "url", "crawled", "html", "wet", "title", "page_type"),
    }
    assert (row["title"], row["page_type"], row["crawled"]) == ("Quay opens", "article", "2024-05-06T00:00:00+00:00")
    assert row["html"] == PAGE.encode()
    assert row["wet"].startswith("Quay opens - Post\nHome\nQuay opens\n")


def test_a_body_by_hand() -> None:
    """Paragraphs, the body of them, and the lines that somebody would select around it."""
    record = labelled().article
    (row,) = rows(labelled("body", body=record.body[:1]))
    assert row["paragraphs"] == [record.body[0].text]
    assert row["body"] == record.body[0].text
    assert row["clip"].split("\n")[0] == "Home"
    assert row["clip"].endswith("All rights reserved")


@pytest.mark.parametrize(
    ("field", "changes", "column"),
    [
        ("headline", {"headline": None}, "title"),
        ("authors", {"authors": ()}, "authors"),
        ("published", {"published": None}, "date"),
    ],
)
def test_what_the_page_lacks_has_no_gold(field: str, changes: dict[str, Any], column: str) -> None:
    """Null is no gold: a field that was set to be absent cannot be said in these columns."""
    assert rows(labelled(field, **changes))[0][column] is None


def test_a_plain_text() -> None:
    """It stands in an element that keeps its lines, with its marks of markup as text."""
    (row,) = rows(labelled("headline", page=f"Title <b>\n\n{WORDS}"))
    assert row["html"] == f"<pre>Title &lt;b&gt;\n\n{WORDS}</pre>".encode()


def test_many_pages() -> None:
    """They come in row groups, in order, and none makes a file all the same."""
    pages = [labelled("headline", headline=f"Quay {n}") for n in range(120)]
    assert [row["title"] for row in rows(*pages)] == [f"Quay {n}" for n in range(120)]
    assert rows() == []
