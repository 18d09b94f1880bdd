"""Both databases find the same: the sets, totals, facets and orders by time of a suite of queries are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.archive.places import ENGINES, places

from dateline.archive import open_archive
from dateline.archive.engine.tsvector import vectors
from dateline.archive.indexing import row
from dateline.archive.query import MAX_PHRASE
from dateline.records import Author, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

BASE = "https://news.example/"
LONG = 1_850
"""Code points of a word that is kept whole as ASCII, and cut and hashed where each takes several bytes."""

TEXTS = {
    "short": ["alpha beta gamma.", "delta epsilon"],
    "again": ["beta gamma alpha", "Alpha, beta; delta!"],
    "signs": ["it's a \\backslash\\ and a 'quote' & <tag> | pipe ! :* colon:ed 100% of_it"],
    "accents": ["Café naïve Ångström ﬁne Straße ΑΒΓ ИЙ"],
    "arabic": ["صحيفة كيهان كتبت عن الجسر القديم ١٢٣"],
    "persian": ["روزنامه کیهان درباره پل می‌نویسد ۱۲۳"],
    "hebrew": ["שָׁלוֹם עולם"],
    "japanese": ["東京都は橋を直す。税金は上がる。", "カタカナ ｶﾀｶﾅ"],
    "thai": ["สวัสดีชาวโลก"],
    "hindi": ["नमस्ते दुनिया"],
    "korean": ["안녕하세요 세계"],
    "mixed": ["COVID-19は東京で alpha 5G"],
    "emoji": ["alpha 👍🏽 beta"],
    "many words": [" ".join(f"w{n}" for n in range(20_000)) + " finish line", "alpha at the end"],
    "one word": ["again " * 3_000 + "alpha beta", "again " * 400 + "gamma"],
    "pattern": ["red green blue " * 6_000 + "yellow"],
    "many paragraphs": [f"alpha {n} beta" for n in range(9_000)],
    "long words": ["x" * LONG + " " + "x" * 3_000 + " " + "é" * LONG + " " + "ж" * 3_000 + "a " + "ж" * 3_000 + "b"],
    "much of everything": [" ".join(f"{n:x}" * 40 for n in range(4_000)), " ".join(f"{n:x}" * 40 for n in range(4_000, 9_000))],
    "empty": [],
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, page: MakePage) -> Iterator[dict[str, Archive]]:
    """The same articles in an archive of each kind."""
    folder = tmp_path_factory.mktemp("both")
    with places("sqlite", folder) as in_folder, places("postgres", folder) as in_schema:
        archives = {}
        for engine, place in (("sqlite", in_folder), ("postgres", in_schema)):
            archives[engine] = open_archive(place("archive"), create=True)
            for number, (name, paragraphs) in enumerate(TEXTS.items()):
                archives[engine].add(
                    *page(
                        *paragraphs,
                        headline=("Alpha gamma head", "Beta head", None)[number % 3],
                        byline=("By Ada Beta", None)[number % 2],
                        url=BASE + name,
                        outlet=("a.example", "b.example", "Zeitung für Ä")[number % 3],
                        language=("en-GB", "fr", None)[number % 3],
                        genre=("news", "opinion")[number % 2],
                        section="World Affairs" if number % 2 else None,
                        authors=(Author("Ada Beta"), Author("Gamma Alpha"))[: number % 3],
                        keywords=("alpha", "beta gamma", "delta")[: number % 4],
                        news_id=str(1_000 + number),
                        published=Moment(local=f"2024-{number % 12 + 1:02d}", precision="month") if number % 5 else None,
                    )
                )
        yield archives
        for archive in archives.values():
            archive.close()


def answer(archive: Archive, query: str) -> list[object]:
    """What is to be the same."""
    best = archive.search(query, limit=100)
    newest = archive.search(query, sort="time", limit=100)
    assert {hit.id for hit in best.hits} == {hit.id for hit in newest.hits}
    assert [hit.score for hit in best.hits] == sorted((hit.score for hit in best.hits), reverse=True)
    shown = [(hit.id, hit.snippet, hit.headline_highlights) for hit in newest.hits]
    records = [article.uri for article in archive.articles(query)]
    return [best.total, newest.total, shown, records, archive.facets(query), archive.attention(query)]


QUERIES = [
    *(
        "",
        "alpha",
        "ALPHA beta",
        "alpha OR delta",
        "NOT alpha",
        "alpha NOT gamma",
        "NOT (alpha OR beta)",
        "(alpha NOT delta) OR w7",
    ),
    *(
        '"alpha beta"',
        '"beta alpha"',
        '"gamma delta"',
        'NOT "alpha beta"',
        '"alpha beta" NOT "beta gamma"',
        '"gamma delta" OR "it s"',
    ),
    *(
        "alph*",
        "al* NOT alphabet",
        '"alpha bet"*',
        "be* ga*",
        "headline:alpha",
        "headline:alph*",
        'headline:"alpha gamma"',
        "NOT headline:alpha",
    ),
    *(
        "byline:beta",
        'byline:"ada beta"',
        "byline:alpha",
        "author:beta",
        'author:"gamma alpha"',
        'author:"beta gamma"',
        "keyword:gamma",
    ),
    *(
        "keyword:ga*",
        'keyword:"beta gamma"',
        'keyword:"gamma delta"',
        'section:"world affairs"',
        "section:aff*",
        "outlet:a.example",
    ),
    *(
        "outlet:a*",
        'outlet:"Zeitung fur A"',
        "lang:en",
        "lang:en-gb",
        "lang:e*",
        "genre:news",
        "genre:o*",
        "kind:article",
        "id:1003",
        "id:100*",
    ),
    *(
        "id:۱۰۰۳",
        "from:2024-05",
        "to:2024-05 alpha",
        "from:2024-02 to:2024-04 NOT beta",
        "quote",
        "backslash",
        "colon",
        "tag",
        "pipe",
        "100",
    ),
    *(
        "cafe",
        "naive",
        "angstrom",
        "fine",
        "strasse",
        "αβγ",
        "ии",
        "کیهان",
        "كيهان",
        "صحيفه",
        "123",
        '"می نویسد"',
        "שלום",
        "東京",
        "京都は橋",
    ),
    *("税", "東税", "カタカナ", "ｶﾀｶﾅ", "สวัสดี", "ชาว", "नमस्ते", "세계", "東京で", "5g", "covid", '"covid 19"'),
    *(
        "w7",
        "w19999",
        '"w15998 w15999 w16000 w16001"',
        '"w19998 w19999 finish"',
        '"w19999 w19998"',
        "finish NOT w7",
        "w7 line",
        "line alpha",
    ),
    *(
        '"again alpha beta"',
        '"again again alpha"',
        '"beta again"',
        '"again gamma" "again alpha"',
        "again*",
        'again NOT "again gamma"',
    ),
    *(
        '"blue yellow"',
        '"red green blue red"',
        '"green red"',
        "yellow red",
        '"8999 beta"',
        '"alpha 8999"',
        '"beta alpha"',
        "4567 alpha 1234",
    ),
    *(
        "x" * LONG,
        "x" * 3_000,
        "x" * 2_999,
        "x" * LONG + "*",
        "é" * LONG,
        "é" * (LONG - 1),
        "ж" * 3_000 + "a",
        "ж" * 3_000 + "c",
        "ж" * 900 + "*",
    ),
    *("7" * 40, "1f3f" * 40, "1f3f*", '"' + "1f3f" * 40 + " " + "1f40" * 40 + '"', "7*" + " 2000*", "NOT 7*", "zzz"),
]


@pytest.mark.parametrize("query", QUERIES, ids=[query[:30] for query in QUERIES])
def test_the_same_is_found(query: str, both: dict[str, Archive]) -> None:
    """Sets, totals, snippets, facets and attention are the same in both."""
    in_folder, in_schema = (answer(both[engine], query) for engine in ENGINES)
    assert in_schema == in_folder


def test_the_queries_find_something(both: dict[str, Archive]) -> None:
    """A suite that found nothing would compare nothing."""
    found = [both["sqlite"].search(query).total for query in QUERIES]
    assert sum(total > 0 for total in found) > 0.8 * len(QUERIES)


@pytest.mark.parametrize("length", [2, 3, MAX_PHRASE - 1, MAX_PHRASE])
def test_phrases_wherever_they_stand(length: int, both: dict[str, Archive]) -> None:
    """A phrase of any length is found across every seam between the parts of a long text, and nowhere else."""
    for first in [*range(15_700, 16_100, 37), 0, 20_000 - length]:
        phrase = [f"w{n}" for n in range(first, first + length)]
        assert [hit.id for hit in both["postgres"].search(f'"{" ".join(phrase)}"').hits] == [BASE + "many words"]
        phrase[-1] = "w3"
        assert both["postgres"].search(f'"{" ".join(phrase)}"').total == 0
    colours = ("red", "green", "blue")
    phrase = [colours[n % 3] for n in range(length)]
    for engine in ENGINES:
        assert both[engine].search(f'"{" ".join(phrase)}"').total == 1
        assert both[engine].search(f'"{" ".join([*phrase[:-1], phrase[-2]])}"').total == 0


words = st.sampled_from(["alpha", "beta", "gamma", "delta", "again", "w7", "w19999", "red", "al*", "w1*", "東京", "کیهان", "zzz"])
phrases = st.lists(st.sampled_from(["alpha", "beta", "gamma", "again", "red", "green"]), min_size=2, max_size=3).map(
    lambda parts: f'"{" ".join(parts)}"'
)
fields = st.sampled_from(["headline:alpha", "byline:beta", "lang:en", "genre:news", "keyword:beta", "outlet:a*", "author:gamma"])
trees = st.recursive(
    st.one_of(words, phrases, fields),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} NOT {two[1]})"),
        inner.map(lambda one: f"(NOT {one})"),
    ),
    max_leaves=7,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(query=trees)
def test_any_tree_finds_the_same(query: str, both: dict[str, Archive]) -> None:
    """However words, phrases and fields are put together."""
    found = [{article.uri for article in both[engine].articles(query)} for engine in ENGINES]
    assert found[0] == found[1]


def test_a_usual_text_is_one_vector(page: MakePage) -> None:
    """Only what is beyond PostgreSQL's limits is parted."""
    sizes = {name: len(vectors(row(page(*paragraphs, url=BASE + name)[1]))) for name, paragraphs in TEXTS.items()}
    several = {name for name, size in sizes.items() if size > 1}
    assert several == {"many words", "one word", "pattern", "many paragraphs", "much of everything"}


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab'\\ :é東*|&!()<>-", max_size=40))
def test_every_token_is_in_quotes(both: dict[str, Archive], text: str) -> None:
    """Whatever an article says, its vector is one that PostgreSQL takes."""
    from dateline.archive.bounds import times
    from dateline.archive.indexing import Row

    (vector,) = vectors(Row(text, "", text, ":all", times(None)))
    database = both["postgres"]._database  # type: ignore[attr-defined]
    found = database.run("SELECT array_length(tsvector_to_array(CAST(? AS tsvector)), 1)", (vector,)).fetchone()[0]
    assert found == len({token for token in (*text.split(), ":all") if token != ":"})
