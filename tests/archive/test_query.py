"""The query language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.bounds import bound
from dateline.archive.engine.fts5 import match
from dateline.archive.query import MAX_LENGTH, And, Everything, Node, Not, Or, Query, Term, Value, parse
from dateline.errors import QueryError

A, B, C = Term(("a",)), Term(("b",)), Term(("c",))

TREES: dict[str, tuple[str, Node]] = {
    "empty": ("", Everything()),
    "white space": (" \t\n", Everything()),
    "a word": ("Minister", Term(("minister",))),
    "two words": ("a b", And((A, B))),
    "AND": ("a AND b", And((A, B))),
    "OR": ("a OR b", Or((A, B))),
    "AND binds closer": ("a b OR c", Or((And((A, B)), C))),
    "parentheses": ("a (b OR c)", And((A, Or((B, C))))),
    "NOT": ("a NOT b", And((A, Not(B)))),
    "AND NOT": ("a AND NOT b", And((A, Not(B)))),
    "only NOT": ("NOT a", Not(A)),
    "NOT of a group": ("NOT (a OR b) c", And((Not(Or((A, B))), C))),
    "operators are upper case": ("a and b", And((A, Term(("and",)), B))),
    "operators in quotes are words": ('a "AND" b', And((A, Term(("and",)), B))),
    "phrase": ('"prime Minister"', Term(("prime", "minister"))),
    "typographic quotes": ("“prime minister”", Term(("prime", "minister"))),
    "phrase with operators in it": ('"a OR (b"', Term(("a", "or", "b"))),
    "prefix": ("minis*", Term(("minis",), prefix=True)),
    "prefix of a phrase": ('"prime minis"*', Term(("prime", "minis"), prefix=True)),
    "a star within parts": ("mi*nis", Term(("mi", "nis"))),
    "a word that folds into two": ("Int’l", Term(("int", "l"))),
    "field": ("headline:café", Term(("cafe",), field="headline")),
    "field in capitals": ("Headline:a", Term(("a",), field="headline")),
    "field with a phrase": ('author:"Jane Doe"', Term(("jane", "doe"), field="author")),
    "field with a prefix": ("keyword:eco*", Term(("eco",), prefix=True, field="keyword")),
    "value": ("outlet:Kayhan.example", Value("outlet", "kayhan_example")),
    "value with spaces": ('genre:"press release"', Value("genre", "press_release")),
    "value with other digits": ("id:۹۶۹۵۷", Value("id", "96957")),
    "value that begins so": ("id:969*", Value("id", "969", prefix=True)),
    "a colon after other signs is no field": ("12:30", Term(("12", "30"))),
    "no space before a parenthesis": ("a(b)", And((A, B))),
    "a letter of a script without spaces": ("税", Term(("税",), prefix=True)),
}


@pytest.mark.parametrize(("text", "tree"), TREES.values(), ids=TREES)
def test_trees(text: str, tree: Node) -> None:
    """A query is read by one grammar."""
    assert parse(text) == Query(tree)


def test_bounds_in_the_query() -> None:
    """`from:` and `to:` are taken out of the tree."""
    assert parse("a from:2021-11-23 to:2021-12") == Query(A, bound("2021-11-23"), bound("2021-12"))
    assert parse("from:2021") == Query(Everything(), bound("2021"))
    assert parse("(a OR b) to:2021") == Query(Or((A, B)), None, bound("2021"))


ERRORS = {
    "open parenthesis": ("a (b", "not closed", 3),
    "stray parenthesis": ("a b)", "closes nothing", 4),
    "empty parentheses": ("a ()", "missing before this parenthesis", 4),
    "open quote": ('a "b', "quote is not closed", 3),
    "operator first": ("OR a", "missing before OR", 1),
    "operator last": ("a AND", "query ends", 6),
    "two operators": ("a OR AND b", "missing before AND", 6),
    "NOT last": ("a NOT", "query ends", 6),
    "unknown field": ("a autor:b", "no field 'autor', only headline", 3),
    "field without value": ("a headline: b", "right after the colon", 3),
    "field at the end": ("outlet:", "right after the colon", 1),
    "no word": ("a !!! b", "no word in this", 3),
    "no word in quotes": ('a ""', "no word in this", 3),
    "value without a word": ("id:--", "has no value", 1),
    "no date": ("a from:soon", "is no date", 3),
    "bound within OR": ("a OR from:2021", "whole query", 6),
    "bound within NOT": ("a NOT to:2021", "whole query", 7),
    "bound within parentheses": ("(a from:2021)", "whole query", 4),
    "bounds out of order": ("a from:2024-05 to:2024-03", "to: is before from:", 16),
    "bounds out of order, the later first": ("to:2024-03 a from:2024-05", "to: is before from:", 14),
    "bound twice": ("from:2021 from:2022", "stands twice", 11),
    "too deep": ("(" * 50 + "a" + ")" * 50, "levels of NOT and parentheses", 13),
    "too many NOTs": ("NOT " * 5000 + "a", "characters", None),
    "NOT upon NOT": ("NOT " * 50 + "a", "levels of NOT", 49),
    "too many words": ("a " * 501, "more than 500", 1001),
    "too long a phrase": ('"' + "a " * 101 + '"', "more than 100 words", 1),
    "too long": ("a" * (MAX_LENGTH + 1), "at most 10000", None),
}


@pytest.mark.parametrize(("text", "message", "place"), ERRORS.values(), ids=ERRORS)
def test_errors_point_at_the_place(text: str, message: str, place: int | None) -> None:
    """What does not parse says what is wrong, at which character, and shows it."""
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert message in caught.value.message
    if place is not None:
        said, shown, carets = caught.value.message.split("\n")
        assert said.endswith(f"(at character {place})")
        assert shown.strip()
        assert len(carets.rstrip()) <= len(shown) + 1
        assert "^" in carets


@given(
    st.one_of(
        st.text(),
        st.text(alphabet='ab ()"*:ANDORT“税', max_size=60),
        st.lists(st.sampled_from(list(TREES)), max_size=5).map(" ".join),
    )
)
def test_any_text_is_a_query_or_an_error(text: str) -> None:
    """Nothing else is raised, whatever is asked, and what comes out can be put to the index."""
    try:
        query = parse(text)
    except QueryError:
        return
    match(query.tree)
