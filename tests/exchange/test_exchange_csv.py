"""CSV: a table that reads back, in which nothing is a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.exchange import write_csv
from dateline.exchange.csv import COLUMNS, cell, closed
from dateline.exchange.text import printable

if TYPE_CHECKING:
    from tests.exchange.conftest import MakeArticle

    from dateline.records import Article

# How docs/exports.md says the guard is undone.
UNDO = re.compile(r"((?:\A|[;\t\n])[ \xa0']*)'(?=[=+\-@＝＋－＠])")


def rows(*articles: Article) -> list[dict[str, str]]:
    """The table read back."""
    return list(csv.DictReader(io.StringIO(b"".join(write_csv(articles)).decode(), newline="")))


def test_columns(article: Article) -> None:
    """Every documented column is there, in that order, with its value."""
    (row,) = rows(article)
    assert tuple(row) == COLUMNS
    assert all(row.values())
    assert (row["authors"], row["published"], row["words"]) == ("Mara Quill; Night Desk", "2023-05-12T21:37+02:00", "48")
    assert row["text"].split("\n")[1] == "What it costs"


def test_absent_is_empty(make: MakeArticle) -> None:
    """Where the record does not say, the cell is empty; words are not counted where spaces do not part them."""
    (row,) = rows(make(("paragraph", "港の灯台"), language="ja"))
    assert {name for name, value in row.items() if value} == {"uri", "language", "kind", "comments", "capture", "reader", "text"}


def test_no_articles_make_a_table() -> None:
    """Without articles there is the heading."""
    assert b"".join(write_csv([])).decode() == ",".join(f'"{name}"' for name in COLUMNS) + "\r\n"


def test_hostile_text_stays_in_its_cell(hostile: Article) -> None:
    """No text breaks out of its cell, and none of it is a formula, a control character or an open change of direction."""
    (row,) = rows(hostile)
    assert tuple(row) == COLUMNS
    assert row["kind"] == "article"
    for value in row.values():
        assert not re.search(r"(?:\A|[;\t\n])[ \xa0']*(?<!')[=+\-@]", value)
        assert printable(value) == value
        assert closed(value) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+49 30", "'+49 30", id="plus"),
        pytest.param("-5 degrees", "'-5 degrees", id="minus"),
        pytest.param("@mara", "'@mara", id="at"),
        pytest.param("＝1", "'＝1", id="wide"),
        pytest.param("  =1", "  '=1", id="spaces"),
        pytest.param("'=1", "''=1", id="guarded-already"),
        pytest.param("\r=1", "\n'=1", id="line-end"),
        pytest.param("a;=1\n- b\t@c", "a;'=1\n'- b\t'@c", id="later"),
        pytest.param("a = b - c, -d", "a = b - c, -d", id="prose"),
        pytest.param("'Tis", "'Tis", id="apostrophe"),
        pytest.param("", "", id="empty"),
    ],
)
def test_formulas_are_guarded(text: str, expected: str) -> None:
    """An apostrophe stands before what a spreadsheet would run, and nowhere else."""
    assert cell(text) == expected


@given(st.text(st.sampled_from("'=+-@; \t\nab")))
@example("'" * 50 + "=")
def test_guard_can_be_undone(text: str) -> None:
    """Taking the last apostrophe before a sign away again gives the text."""
    assert UNDO.sub(r"\1", cell(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\u202ea", "\u202ea\u202c", id="override"),
        pytest.param("\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069", id="nested"),
        pytest.param("\u2067a\u202bb\u2069c", "\u2067a\u202bb\u2069c", id="isolate-ends-embedding"),
        pytest.param("\u202ba\u2069b", "\u202ba\u2069b\u202c", id="stray-end"),
        pytest.param("\u202ea\nb", "\u202ea\nb", id="line-feed-ends-all"),
    ],
)
def test_changes_of_direction_end_in_the_cell(text: str, expected: str) -> None:
    """What a cell opens, it closes."""
    assert closed(text) == expected
