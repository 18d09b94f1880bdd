"""The index in the order of publish times: whatever the bounds, the same is found; and what common words do to the order."""

from __future__ import annotations

import random
import sqlite3
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.archive.places import places

from dateline.archive import open_archive
from dateline.archive.bounds import bound, out_of_order, stretch, within
from dateline.archive.engine import fts5, shelves
from dateline.archive.engine.weighing import insists_on, is_all_of, words_sought
from dateline.archive.query import Term, parse
from dateline.archive.within import Within
from dateline.errors import ArchiveError
from dateline.records import Moment, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

BASE = "https://news.example/"
_LENGTHS: dict[Precision, int] = {"year": 4, "month": 7, "day": 10, "minute": 16}


def _moments(count: int) -> list[Moment | None]:
    """Publish times of all precisions over forty years, many of them about one new year; every tenth is not known."""
    chance = random.Random(5)
    found: list[Moment | None] = []
    for number in range(count):
        wide = chance.random() < 0.5
        start = datetime(1990, 1, 1) if wide else datetime(2019, 11, 20)  # noqa: DTZ001 - a clock as printed
        clock = start + timedelta(minutes=chance.randrange(60 * 24 * (14_600 if wide else 80)))
        precision = chance.choice(list(_LENGTHS))
        offset = chance.choice([None, "+03:30", "-08:00", "+14:00"]) if precision == "minute" else None
        local = clock.isoformat()[: _LENGTHS[precision]]
        found.append(Moment(local=local, precision=precision, offset=offset) if number % 10 else None)
    return found


MOMENTS = _moments(400)


@pytest.fixture(scope="module")
def decades(engine: str, tmp_path_factory: pytest.TempPathFactory, page: MakePage) -> Iterator[Archive]:
    """An article for each of `MOMENTS`, added in batches."""
    with (
        places(engine, tmp_path_factory.mktemp("decades")) as place,
        open_archive(place("archive"), create=True) as archive,
    ):
        for start in range(0, len(MOMENTS), 150):
            some = enumerate(MOMENTS[start : start + 150], start)
            list(archive.add_many(page(f"needle {n}", url=f"{BASE}{n}", published=moment) for n, moment in some))
        yield archive


def _written(day: int, length: int, zone: str) -> str:
    text = (datetime(1989, 6, 1) + timedelta(days=day, hours=day % 24)).isoformat()[:length]  # noqa: DTZ001
    return text + zone if length == 16 else text


days = st.integers(0, 15_500) | st.integers(11_100, 11_250)  # about the new year, too
limits = st.none() | st.builds(_written, days, st.sampled_from([4, 7, 10, 16]), st.sampled_from(["", "Z", "-08:00", "+14:00"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(from_=limits, to=limits)
def test_nothing_is_missed_on_other_shelves(decades: Archive, from_: str | None, to: str | None) -> None:
    """A search finds by its bounds what the rules in Python do, however far away a rough date begins, and counts it right."""
    start, end = from_ and bound(from_), to and bound(to)
    assume(not start or not end or not out_of_order(start, end))
    expected = {
        f"{BASE}{n}"
        for n, moment in enumerate(MOMENTS)
        if within(stretch(moment) if moment else None, start or None, end or None)
    }
    assert {article.uri for article in decades.articles("needle", from_=from_, to=to)} == expected
    for sort in ("relevance", "time"):
        found = decades.search("needle", from_=from_, to=to, limit=len(MOMENTS), sort=sort)
        assert ({hit.id for hit in found.hits}, found.total) == (expected, len(expected))
    assert sum(value.count for value in decades.facets("needle", from_=from_, to=to).kind) == len(expected)


@pytest.mark.parametrize(
    ("from_", "to", "shelves_read"),
    [
        pytest.param("2021-11-23", "2021-11-24", 1, id="two days"),
        pytest.param("2021-11", "2021-11", 2, id="a month"),
        pytest.param("2021-11-23T10:00Z", "2021-11-23T11:00Z", 1, id="an hour, wherever its clock stood"),
    ],
)
def test_a_narrow_search_reads_few_shelves(from_: str, to: str, shelves_read: int) -> None:
    """It does not go through the rest of the index; a rough date that reaches into it lets it begin where that one does."""
    dates = Within.of([bound(from_)], [bound(to)])
    with sqlite3.connect(":memory:") as memory:
        memory.execute("CREATE TABLE shelved (first INTEGER, last INTEGER)")
        first, last = (place // shelves._PLACES for place in shelves.places_within(dates, memory.execute))
        assert 0 <= last - first < shelves_read
        year = stretch(Moment(local="2021", precision="year"))
        memory.execute("INSERT INTO shelved VALUES (?, ?)", (year.first, year.last))
        assert shelves.places_within(dates, memory.execute).first // shelves._PLACES == shelves.shelf(year.first) < first


def test_an_article_that_moves(archive: Archive, page: MakePage) -> None:
    """What comes three times in a batch, each time of another month, stands where it was put last; a correction moves it again."""
    months = ["2020-01-10", "2021-06-10", "2019-03-10"]
    versions = [
        page(
            f"needle {n}",
            url=BASE,
            canonical_url=BASE,
            at=f"2022-01-0{n + 1}T00:00+00:00",
            published=Moment(local=month, precision="day"),
        )
        for n, month in enumerate(months)
    ]
    list(archive.add_many([*versions, page("needle and others", url=f"{BASE}2")]))
    counts = [archive.search("needle", from_=month, to=month).total for month in months]
    assert counts == [0, 0, 1]
    archive.correct(BASE, "published", "2020-01-10", by="Ada Fell")
    assert [archive.search("needle", from_=month, to=month).total for month in months] == [1, 0, 0]
    archive.forget(BASE, reason="asked for")
    assert archive.search("needle").total == 1
    assert list(archive.check()) == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")
def test_a_shelf_that_is_full(archive: Archive, page: MakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and nothing of the batch is kept."""
    monkeypatch.setattr(shelves, "_PLACES", 4)
    day = Moment(local="2021-11-23", precision="day")
    list(archive.add_many(page(f"needle {n}", url=f"{BASE}{n}", published=day) for n in range(3)))
    with pytest.raises(ArchiveError, match="of one month"):
        archive.add(*page("needle 4", url=f"{BASE}4", published=day))
    assert archive.counts().articles == 3
    archive.add(*page("needle 5", url=f"{BASE}5", published=Moment(local="2022-11-23", precision="day")))
    assert list(archive.check()) == []


@pytest.fixture
def shelf(tmp_path: Path, page: MakePage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive in a folder where a word in four of fourteen articles is common, as `common` is."""
    monkeypatch.setattr(fts5, "_SAMPLE", 14)
    monkeypatch.setattr(fts5, "_COMMON", 4)
    texts = ["common rare", "common common rare rare rare", "common common common", "common", "rare odd"]
    with open_archive(tmp_path / "archive", create=True) as archive:
        for n, text in enumerate([*texts, *(f"filler{n}" for n in range(9))]):
            day = Moment(local=f"2021-11-{n + 1:02}", precision="day")
            archive.add(*page(text, url=f"{BASE}{n}", published=day, outlet="news.example"))
        yield archive


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("common", [3, 2, 1, 0], id="common words alone: the newest first"),
        pytest.param("rare common", [1, 0], id="beside another it only selects"),
        pytest.param("rare", [1, 4, 0], id="others order as ever"),
        pytest.param("rare outlet:news.example", [1, 4, 0], id="so does a value of a field"),
        pytest.param("rare NOT odd", [1, 0], id="and what is not to be there"),
        pytest.param("common OR odd", [4, 2, 1, 3, 0], id="of one or the other both count"),
        pytest.param("outlet:news.example filler8", [13], id="a field first"),
        pytest.param("common NOT rare", [3, 2], id="none is left to order by"),
    ],
)
def test_common_words_only_select(shelf: Archive, query: str, expected: list[int]) -> None:
    """They change nothing of what is found."""
    found = shelf.search(query)
    assert {hit.id for hit in found.hits} == {f"{BASE}{n}" for n in expected}
    assert found.total == len(expected)
    if "OR" not in query:
        assert [int(hit.id.removeprefix(BASE)) for hit in found.hits] == expected


@pytest.mark.parametrize(
    ("query", "sought", "only", "insists"),
    [
        ("a b", "ab", False, True),
        ("a", "a", True, True),
        ("a OR b", "ab", False, False),
        ("a OR (a b)", "aab", False, True),
        ("NOT a", "", False, False),
        ("b NOT a", "b", False, False),
        ("headline:a outlet:x", "a", False, False),
        ("author:a", "", False, False),
        ("", "", False, False),
    ],
)
def test_what_a_query_weighs(query: str, sought: str, only: bool, insists: bool) -> None:
    """Words in texts do, whatever field of text they are looked for in, if nothing else is all there is."""
    tree = parse(query).tree
    assert "".join(term.tokens[0] for term in words_sought(tree)) == sought
    assert is_all_of(tree, {Term(("a",))}) == only
    assert insists_on(tree, {Term(("a",))}) == insists


def test_a_takedown_while_a_saved_search_runs(archive: Archive, page: MakePage) -> None:
    """What is gone meanwhile is not given, and the others are."""
    list(archive.add_many(page(f"needle {n}", url=f"{BASE}{n}") for n in range(130)))
    archive.save_search("needles", "needle")
    seen: list[str] = []
    for hit in archive.run_search("needles"):
        if not seen:
            archive.forget(f"{BASE}129", reason="asked for")
        seen.append(hit.id)
    assert seen == [f"{BASE}{n}" for n in range(129)]
    assert archive.searches()[0].new == 0


def test_replaced_records_are_found_by_their_new_times(archive: Archive, page: MakePage) -> None:
    """Reading anew moves an article, too."""
    capture, article = page("needle", url=BASE, published=Moment(local="2020", precision="year"))
    archive.add(capture, article)
    better = replace(article, published=Moment(local="2021-11-23", precision="day"), reader="test/2")
    assert len(list(archive.reread(lambda *_: better, reader="test/2"))) == 1
    assert archive.search("needle", from_="2021").total == 1
    assert archive.search("needle", to="2020").total == 0
    assert list(archive.check()) == []
