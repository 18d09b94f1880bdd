"""Finding articles again."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.archive.places import places

from dateline.archive import open_archive
from dateline.archive.bounds import bound, out_of_order, stretch, within
from dateline.errors import QueryError
from dateline.records import Author, Moment, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

BASE = "https://news.example/"


@pytest.fixture(scope="module")
def library(engine: str, tmp_path_factory: pytest.TempPathFactory, page: MakePage) -> Iterator[Archive]:
    """A few articles in several languages; the last part of an id names it."""
    with (
        places(engine, tmp_path_factory.mktemp("library")) as place,
        open_archive(place("archive"), create=True) as archive,
    ):
        archive.add(
            *page(
                "The council agreed to repair the old bridge.",
                "The mayor spoke of a victory for the café owners.",
                headline="Bridge to be repaired",
                subheadline="Council votes after years",
                byline="By Ada Brook, Staff Writer",
                authors=(Author("Ada Brook"), Author("Cy Dale")),
                url=BASE + "bridge",
                outlet="news.example",
                news_id="۹۶۹۵۷",
                language="en-GB",
                genre="news",
                section="City Affairs",
                keywords=("public works", "bridges"),
                published=Moment(local="2021-11-23T21:37", precision="minute", offset="+03:30", zone_source="explicit"),
            )
        )
        archive.add(
            *page(
                "A bridge, a bridge, a bridge: nobody needs another bridge.",
                "Repair would have been enough.",
                url=BASE + "comment",
                outlet="other.example",
                language="en",
                genre="opinion",
                published=Moment(local="2021-11", precision="month"),
            )
        )
        archive.add(*page("صحيفة كيهان كتبت عن الجسر القديم", url=BASE + "arabic", language="ar", outlet="news.example"))
        archive.add(*page("روزنامه کیهان درباره پل می‌نویسد", url=BASE + "persian", language="fa"))
        archive.add(*page("東京都は橋を直す。税金は上がる。", url=BASE + "tokyo", language="ja"))
        archive.add(*page(url=BASE + "empty", kind="other"))
        yield archive


QUERIES = {
    "a word": ("bridge", "bridge comment"),
    "any case": ("BRIDGE", "bridge comment"),
    "both words": ("bridge mayor", "bridge"),
    "words of headline and body": ("repaired mayor", "bridge"),
    "a word of the subheadline": ("votes", "bridge"),
    "a word of the byline": ("staff", "bridge"),
    "authors are asked for by field": ("dale", ""),
    "or": ("mayor OR enough", "bridge comment"),
    "not": ("bridge NOT mayor", "comment"),
    "only not": ("NOT bridge", "arabic persian tokyo empty"),
    "not one of": ("NOT (bridge OR lang:ja OR kind:other)", "arabic persian"),
    "everything": ("", "bridge comment arabic persian tokyo empty"),
    "phrase": ('"old bridge"', "bridge"),
    "phrase in another order": ('"bridge old"', ""),
    "phrase over paragraphs": ('"bridge the mayor"', ""),
    "phrase over headline and subheadline": ('"repaired council"', ""),
    "prefix": ("repair*", "bridge comment"),
    "diacritics": ("cafe", "bridge"),
    "headline": ("headline:bridge", "bridge"),
    "headline has it not": ("headline:mayor", ""),
    "byline": ('byline:"ada brook"', "bridge"),
    "author": ("author:dale", "bridge"),
    "author as a phrase": ('author:"cy dale"', "bridge"),
    "phrase over two authors": ('author:"brook cy"', ""),
    "author prefix": ("author:bro*", "bridge"),
    "section": ("section:city", "bridge"),
    "keyword": ('keyword:"public works"', "bridge"),
    "keyword of another": ("keyword:enough", ""),
    "outlet": ("outlet:news.example", "bridge arabic"),
    "outlet's beginning": ("outlet:other*", "comment"),
    "part of an outlet": ("outlet:news", ""),
    "language": ("lang:en", "bridge comment"),
    "language and region": ("lang:en-gb", "bridge"),
    "genre": ("genre:opinion bridge", "comment"),
    "kind": ("kind:other", "empty"),
    "number in any digits": ("id:96957", "bridge"),
    "Arabic, either yeh": ("کیهان", "arabic persian"),
    "teh marbuta": ("صحيفه", "arabic"),
    "half-space": ('"می نویسد"', "persian"),
    "two Han letters": ("東京", "tokyo"),
    "within a run": ("京都は橋", "tokyo"),
    "one Han letter": ("税", "tokyo"),
    "the last Han letter of a sentence": ("す", "tokyo"),
    "not in sequence": ("東税", ""),
    "from a day": ("from:2021-11-23", "bridge comment"),
    "to a day": ("to:2021-11-22", "comment"),
    "an instant": ("from:2021-11-23T18:07Z to:2021-11-23T18:07Z bridge", "bridge comment"),
    "later than the instant": ("from:2021-11-23T18:08Z", "comment"),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.values(), ids=QUERIES)
def test_queries(query: str, expected: str, library: Archive) -> None:
    """Each query finds these articles and no others, and says how many."""
    found = library.search(query)
    assert {hit.id.removeprefix(BASE) for hit in found.hits} == set(expected.split())
    assert found.total == len(found.hits)
    assert found.cursor is None


def test_bounds_beside_the_query(library: Archive) -> None:
    """Bounds of the call and of the query hold together; the outlet as well."""
    assert library.search("bridge", from_="2021-11-23", to="2021-11-23").total == 2
    assert library.search("bridge from:2020", to="2021-10").total == 0
    assert library.search("", outlet="news.example").total == 2
    with pytest.raises(QueryError):
        library.search("bridge", from_="soon")


def test_the_best_comes_first(library: Archive) -> None:
    """A word in the headline tells more than one in the body, and scores fall."""
    found = library.search("bridge").hits
    assert found[0].score >= found[1].score
    assert {hit.id for hit in found} == {BASE + "bridge", BASE + "comment"}
    assert library.search("repair* bridge").hits[0].id == BASE + "bridge"


SNIPPETS = {
    "words": ("bridge", "bridge", "The council agreed to repair the old bridge.", ["bridge"]),
    "the paragraph with most": (
        "mayor victory",
        "bridge",
        "The mayor spoke of a victory for the café owners.",
        ["mayor", "victory"],
    ),
    "a phrase": ('"old bridge"', "bridge", "The council agreed to repair the old bridge.", ["old bridge"]),
    "as printed": ("CAFE", "bridge", "The mayor spoke of a victory for the café owners.", ["café"]),
    "prefix": ("repai*", "comment", "Repair would have been enough.", ["Repair"]),
    "excluded words": ("mayor NOT enough", "bridge", "The mayor spoke of a victory for the café owners.", ["mayor"]),
    "by field only": ("lang:en-gb", "bridge", "The council agreed to repair the old bridge.", []),
    "Han": ("税金", "tokyo", "東京都は橋を直す。税金は上がる。", ["税金"]),
    "one Han letter": ("税", "tokyo", "東京都は橋を直す。税金は上がる。", ["税"]),
}


@pytest.mark.parametrize(("query", "name", "text", "shown"), SNIPPETS.values(), ids=SNIPPETS)
def test_snippets(query: str, name: str, text: str, shown: list[str], library: Archive) -> None:
    """A snippet is the stored text, with the words that were looked for and the place in the page."""
    hit = next(hit for hit in library.search(query).hits if hit.id == BASE + name)
    assert hit.snippet
    assert hit.snippet.text == text
    assert [span.of(text) for span in hit.snippet.highlights] == shown
    assert hit.snippet.span.of(library.get(hit.id).text) == text


def test_headline_highlights(library: Archive) -> None:
    """The headline shows what was looked for in it, and an article without a body has no snippet."""
    hit = library.search("headline:bridge repaired").hits[0]
    assert [span.of(hit.headline or "") for span in hit.headline_highlights] == ["Bridge", "repaired"]
    assert library.search("kind:other").hits[0].snippet is None


def test_long_paragraphs_are_cut(archive: Archive, page: MakePage) -> None:
    """The snippet is about as long as asked, between words, and holds the first place."""
    archive.add(*page("filler " * 400 + "needle " + "filler " * 400, url=BASE + "long"))
    archive.add(*page("x" * 5000 + " needle", url=BASE + "solid"))
    for hit in archive.search("needle").hits:
        assert hit.snippet
        assert [span.of(hit.snippet.text) for span in hit.snippet.highlights] == ["needle"]
        assert len(hit.snippet.text) <= 240


def test_pages_of_hits(archive: Archive, page: MakePage) -> None:
    """Going on with the cursor gives every article of the first page's state once, though others are added in between."""
    list(archive.add_many(page("needle " * (n % 7 + 1) + f"hay {n}", url=f"{BASE}{n}") for n in range(95)))
    seen: list[str] = []
    cursor = None
    while True:
        found = archive.search("needle", limit=10, cursor=cursor)
        assert found.total == 95
        seen += [hit.id for hit in found.hits]
        if (cursor := found.cursor) is None:
            break
        new = [page("needle " * 9 + f"new {len(seen)} {n}", url=f"{BASE}new/{len(seen)}/{n}") for n in range(20)]
        list(archive.add_many([*new, *(page(f"other {len(seen)} {n} words", url=f"{BASE}o/{len(seen)}/{n}") for n in range(50))]))
    assert sorted(seen) == sorted(f"{BASE}{n}" for n in range(95))


def test_foreign_cursors(archive: Archive, page: MakePage) -> None:
    """A cursor that is damaged or of another search is an error that says so."""
    list(archive.add_many(page(f"needle {n}", url=f"{BASE}{n}") for n in range(5)))
    cursor = archive.search("needle", limit=2).cursor
    with pytest.raises(QueryError, match="another search"):
        archive.search("needl*", limit=2, cursor=cursor)
    for damaged in ("", "x", "!!!", "é", "AAAA", (cursor or "")[:-3]):
        with pytest.raises(QueryError, match="damaged"):
            archive.search("needle", limit=2, cursor=damaged)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.text(alphabet="ab ()\"*:;'-%_\\\x00ANDORT“税", max_size=60)))
def test_queries_cannot_break_out(library: Archive, query: str) -> None:
    """Whatever is asked is found or refused, and never reaches the database as a command."""
    try:
        found = library.search(query, outlet=query or None)
    except QueryError:
        return
    assert found.total <= 6


def test_the_deepest_query_that_is_read(library: Archive) -> None:
    """The index takes every query that the grammar takes."""
    assert library.search("NOT (a OR " * 6 + "b" + ")" * 6).total == 0
    assert library.search(" OR ".join(f'"a{n} b" c{n}*' for n in range(250))).total == 0
    assert library.search(" ".join(f"NOT a{n}" for n in range(500))).total == 6


PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute"}
moments = st.one_of(
    st.none(),
    st.builds(
        lambda local, size, offset: Moment(local=local[:size], precision=PRECISIONS[size], offset=offset),
        st.sampled_from(["2021-11-23T21:37", "2021-11-24T00:10", "2021-12-01T12:00", "2020-02-29T23:59"]),
        st.sampled_from([4, 7, 10, 16]),
        st.sampled_from([None, "+03:30", "-08:00", "+14:00"]),
    ).filter(lambda moment: moment.offset is None or moment.precision == "minute"),
)
limits = st.none() | st.sampled_from(
    ["2021", "2021-11", "2021-11-23", "2021-11-24T00:10", "2021-11-23T18:07Z", "2021-11-24T10:00+14:00"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(published=moments, from_=limits, to=limits)
def test_bounds_in_sql_are_those_in_python(
    published: Moment | None, from_: str | None, to: str | None, place: Callable[[str], str], page: MakePage
) -> None:
    """The database applies the zone rules that `bounds` states."""
    assume(from_ is None or to is None or not out_of_order(bound(from_), bound(to)))
    with open_archive(place(f"{published}-{published and published.precision}".replace(":", "")), create=True) as archive:
        archive.add(*page("needle", url=BASE, published=published))
        expected = within(stretch(published) if published else None, from_ and bound(from_), to and bound(to))  # type: ignore[arg-type]
        assert archive.search("needle", from_=from_, to=to).total == expected


def test_the_index_takes_pre_cut_text_only(library: Archive) -> None:
    """FTS5 parts at spaces and nowhere else, so that our tokeniser is the only one."""
    with sqlite3.connect(":memory:") as memory:
        memory.execute("CREATE VIRTUAL TABLE words USING fts5 (body, content='', tokenize=\"ascii tokenchars ':_'\")")
        memory.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row)")
        memory.execute("INSERT INTO words (rowid, body) VALUES (1, 'a:b_c :all : éß 東京 x')")
        assert {term for term, *_ in memory.execute("SELECT * FROM vocabulary")} == {"a:b_c", ":all", ":", "éß", "東京", "x"}


def test_sort_by_time(archive: Archive, page: MakePage) -> None:
    """Newest publish time first, by instants where the offset is known; the cursor goes on after the last one."""
    times = ["2021-11-23T10:00", "2021-11-23T11:00", "2021-11-22T09:00", None, "2021-11-23T12:00"]
    offsets = [None, "+03:30", None, None, "+05:00"]
    for n, (local, offset) in enumerate(zip(times, offsets, strict=True)):
        moment = Moment(local=local, precision="minute", offset=offset) if local else None
        archive.add(*page(f"needle {n}", url=f"{BASE}{n}", published=moment))
    seen, cursor = [], None
    while True:
        found = archive.search("needle", sort="time", limit=2, cursor=cursor)
        assert found.total == 5
        seen += [hit.id[-1] for hit in found.hits]
        if (cursor := found.cursor) is None:
            break
        archive.add(
            *page(f"needle later {len(seen)}", url=f"{BASE}later{len(seen)}", published=Moment(local="2021", precision="year"))
        )
    assert seen == ["0", "1", "4", "2", "3"]


def test_facets(library: Archive) -> None:
    """Values are counted over all that is found, the most frequent first."""
    found = library.facets("")
    assert [(value.value, value.count) for value in found.outlet] == [("news.example", 2), ("other.example", 1)]
    assert [(value.value, value.count) for value in found.kind] == [("article", 5), ("other", 1)]
    assert [value.value for value in library.facets("", limit=2).language] == ["ar", "en"]
    assert [(value.value, value.count) for value in library.facets("bridge", to="2021-11-22").genre] == [("opinion", 1)]
    assert [value.value for value in library.facets("lang:en").section] == ["City Affairs"]


def test_attention(archive: Archive, page: MakePage) -> None:
    """Days, weeks from Monday and months; what is too roughly dated for a bucket is not put into one."""
    for n, local in enumerate(
        ["2021-11-21", "2021-11-22T00:05", "2021-11-28", "2021-11", "2021", None, "1969-12-31", "0001-01-01"]
    ):
        precision: Precision = {4: "year", 7: "month", 10: "day", 16: "minute"}[len(local)] if local else "day"  # type: ignore[assignment]
        archive.add(*page(f"needle {n}", url=f"{BASE}{n}", published=Moment(local=local, precision=precision) if local else None))
    expected = {
        "day": ("0001-01-01 1969-12-31 2021-11-21 2021-11-22 2021-11-28", [1, 1, 1, 1, 1], 3),
        "week": ("0001-01-01 1969-12-29 2021-11-15 2021-11-22", [1, 1, 1, 2], 3),
        "month": ("0001-01-01 1969-12-01 2021-11-01", [1, 1, 4], 2),
    }
    for every, (starts, counts, unplaced) in expected.items():
        found = archive.attention("needle", every=every)  # type: ignore[arg-type]
        assert [bucket.start.isoformat() for bucket in found.buckets] == starts.split()
        assert [bucket.count for bucket in found.buckets] == counts
        assert found.unplaced == unplaced
    assert archive.attention("needle", to="2000").unplaced == 0


def test_bounds_out_of_order_are_told(library: Archive) -> None:
    """An end before the beginning is an error, wherever the two were given, and not a search that finds nothing."""
    for query, from_, to in (
        ("a from:2024-05 to:2024-03", None, None),
        ("a from:2024-05", None, "2024-03"),
        ("a", "2024-05", "2024-03"),
    ):
        with pytest.raises(QueryError, match="before"):
            library.search(query, from_=from_, to=to)
