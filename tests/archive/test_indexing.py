"""What the index is fed with and asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.archive.engine.fts5 import match
from dateline.archive.indexing import row
from dateline.archive.query import parse
from dateline.records import Author

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

QUESTIONS = {
    "": '":all"',
    "a": '"a"',
    "a*": '"a" *',
    '"a b"': '"a b"',
    "a b": '("a" AND "b")',
    "a OR b": '("a" OR "b")',
    "a NOT b": '("a" NOT "b")',
    "a b NOT c NOT d": '(("a" AND "b") NOT ("c" OR "d"))',
    "NOT a": '(":all" NOT "a")',
    "headline:a*": 'headline : "a" *',
    'author:"a b"': '":author:a :author:b"',
    "outlet:a.example": '":outlet:a_example"',
    "id:12*": '":id:12" *',
}


@pytest.mark.parametrize(("query", "expected"), QUESTIONS.items(), ids=QUESTIONS)
def test_questions(query: str, expected: str) -> None:
    """A tree is an expression of FTS5's in which every token is in quotes."""
    assert match(parse(query).tree) == expected


def test_a_row(page: MakePage) -> None:
    """Lone colons part what no phrase reaches over, and tags are marked by one in front."""
    article = page(
        "One two.",
        "Three: four",
        headline="Head",
        subheadline="Sub-head",
        byline="By A",
        outlet="a.example",
        news_id="۱۲",
        language="en-GB",
        authors=(Author("A B"),),
        keywords=("c", "d e"),
    )[1]
    found = row(article)
    assert [" ".join(column.split()) for column in found[:3]] == ["head : sub head", "by a", "one two : three four"]
    assert found.tags.split() == [
        *(":all", ":outlet:a_example", ":lang:en_gb", ":lang:en", ":kind:article", ":id:12"),
        *(":author:a", ":author:b", ":", ":keyword:c", ":", ":keyword:d", ":keyword:e", ":"),
    ]
