"""A search in the address and in the query language; filters; the chart of attention."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.archive import Attention, Bucket, Facets, FacetValue
from dateline.room.display.chart import chart
from dateline.room.display.front import chips, facet_views
from dateline.room.display.search import Search
from dateline.room.views.front import width


@pytest.mark.parametrize(
    ("search", "query"),
    [
        pytest.param(Search("bridge"), "bridge", id="words"),
        pytest.param(Search("", outlet="harbour-post"), 'outlet:"harbour-post"', id="a filter alone"),
        pytest.param(Search("a b", genre="press release"), 'a b genre:"press release"', id="beside words"),
        pytest.param(Search("a OR b", language="fa"), '(a OR b) lang:"fa"', id="beside an OR"),
        pytest.param(
            Search("(a OR b) from:2021", language="fa"), '(a OR b) from:2021 lang:"fa"', id="beside an OR in parentheses"
        ),
        pytest.param(Search('"a OR b" c', language="fa"), '"a OR b" c lang:"fa"', id="beside a quoted OR"),
        pytest.param(Search("a", section='The "Quay"'), 'a section:"The  Quay "', id="a value with quotation marks"),
    ],
)
def test_filters_stand_beside_what_was_typed(search: Search, query: str) -> None:
    """What was typed and the filters become one query that means both."""
    assert search.query == query


def test_addresses_come_back() -> None:
    """A search read from its own address is the same, and a change of it begins at the first page."""
    search = Search("bridge council", outlet="harbour-post", from_="2021-11", cursor="abc")
    assert search.url(cursor="abc") == "/?q=bridge+council&outlet=harbour-post&from=2021-11&cursor=abc"
    assert search.url(outlet="") == "/?q=bridge+council&from=2021-11"
    assert Search().url() == "/"
    assert Search.of({"q": "bridge council", "outlet": "harbour-post", "from": "2021-11", "cursor": "abc", "x": "y"}) == search


@pytest.mark.parametrize(
    ("q", "sort", "by_time"), [("", "", True), ("a", "", False), ("a", "time", True), ("", "relevance", False)]
)
def test_order(q: str, sort: str, by_time: bool) -> None:
    """The newest come first where there are no words to be relevant to, and where that is asked for."""
    assert Search(q, sort=sort).by_time is by_time


def test_a_filter_is_set_and_taken_off() -> None:
    """A value's link sets it, the link of one that is set takes it off; outlets and languages go by their names."""
    facets = Facets((FacetValue("harbour-post", 3),), (FacetValue("pt-BR", 2), FacetValue("xx", 1)), (), (), ())
    search = Search("a", language="pt-BR")
    outlet, language = facet_views(search, facets, {"harbour-post": "Harbour Post"})
    assert [(each.label, each.url) for each in outlet.values] == [("Harbour Post", "/?q=a&outlet=harbour-post&language=pt-BR")]
    assert [(each.label, each.chosen, each.url) for each in language.values] == [
        ("Portuguese (BR)", True, "/?q=a"),
        ("xx", False, "/?q=a&language=xx"),
    ]
    assert [(chip.value, chip.url) for chip in chips(search._replace(from_="2021"), {})] == [
        ("Portuguese (BR)", "/?q=a&from=2021"),
        ("2021 – …", "/?q=a&language=pt-BR"),
    ]


def attention(*days: str) -> Attention:
    """A found article on each day."""
    return Attention(tuple(Bucket(date.fromisoformat(day), 1) for day in days), 0)


@pytest.mark.parametrize(
    ("months", "every"),
    [
        pytest.param((), "month", id="nothing"),
        pytest.param(("2024-01-01", "2024-03-01"), "day", id="a quarter"),
        pytest.param(("2024-01-01", "2024-12-01"), "week", id="a year"),
        pytest.param(("1999-01-01", "2024-12-01"), "month", id="decades"),
    ],
)
def test_bars_are_as_wide_as_the_time_is_long(months: tuple[str, ...], every: str) -> None:
    """Days for some weeks, weeks for up to two years, months beyond."""
    assert width(attention(*months)) == every


def test_a_bar_leads_to_its_stretch() -> None:
    """Every bar with articles leads to the search within it; the empty ones keep their places."""
    found = chart(attention("2023-11-01", "2024-02-01"), "month", Search("a"))
    assert found is not None
    assert [bar.url for bar in found.bars] == ["/?q=a&from=2023-11&to=2023-11", "/?q=a&from=2024-02&to=2024-02"]
    assert found.data == {
        "every": "month",
        "starts": ["2023-11-01", "2023-12-01", "2024-01-01", "2024-02-01"],
        "counts": [1, 0, 0, 1],
    }
    weeks = chart(attention("2024-01-29", "2024-02-05"), "week", Search())
    assert weeks is not None
    assert [(bar.start, bar.end) for bar in weeks.bars] == [
        (date(2024, 1, 29), date(2024, 2, 4)),
        (date(2024, 2, 5), date(2024, 2, 11)),
    ]


def test_a_chart_of_one_bar_is_none() -> None:
    """One bar compares nothing with nothing."""
    assert chart(attention("2024-01-01"), "month", Search()) is None


def test_a_wrong_century_does_not_draw_a_million_bars() -> None:
    """Articles said to be from the year 1 are in the figures, and the chart has the latest hundred years."""
    found = chart(attention("0001-01-01", "2024-01-01"), "month", Search())
    assert found is not None
    assert len(found.data["starts"]) == 1200  # type: ignore[arg-type] # a list, in JSON's terms an object
    assert [bar.start.year for bar in found.bars] == [2024]
