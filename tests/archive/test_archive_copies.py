"""Copies in an archive: groups found on adding, and kept right when articles change or go."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.archive.older import later_than
from tests.archive.places import behind

from dateline.archive import indexing, open_archive
from dateline.archive.copying import copied_words
from dateline.archive.engine.opening import open_database
from dateline.archive.schema import MIGRATIONS
from dateline.archive.tokens import words
from dateline.records import Moment
from dateline.stories import Text, components, copies

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive
    from dateline.records import Article, Capture


def story(seed: int, length: int = 120) -> str:
    """A text of its own."""
    source = random.Random(seed)
    return " ".join(f"word{source.randrange(4_000)}" for _ in range(length))


WIRE = story(1)


def copy(page: MakePage, number: int, *more: str, day: int | None = None, **fields: str) -> tuple[Capture, Article]:
    """The wire story at the outlet of that number, with paragraphs of the outlet's own."""
    published = None if day is None else Moment(local=f"2024-05-{day:02d}", precision="day")
    outlet = fields.pop("outlet", f"outlet{number}.example")
    return page(
        WIRE, *more, url=f"https://{outlet}/{number}", outlet=outlet, published=published, headline=f"Needle {number}", **fields
    )


def numbers(archive: Archive, number: int) -> list[int]:
    """The group of an article, as the last parts of the ids."""
    return [int(each.id.rpartition("/")[2]) for each in archive.copies(f"https://outlet{number}.example/{number}")]


def test_a_wire_story_and_its_forty_copies(archive: Archive, page: MakePage) -> None:
    """They are one group with the first publisher first, though the first was added last and some are cut or extended."""
    pages = [copy(page, n, *([story(100 + n, 20)] if n % 3 else []), day=2 + n % 20) for n in range(40)]
    pages.append(copy(page, 40, day=1))
    pages.append(page(story(2), url="https://outlet99.example/99", outlet="outlet99.example"))
    list(archive.add_many(pages))
    group = numbers(archive, 7)
    assert sorted(group) == list(range(41))
    assert group[0] == 40
    assert numbers(archive, 99) == [99]
    found = archive.search("needle", limit=50)
    assert {hit.copies for hit in found.hits} == {40}
    assert list(archive.check()) == []


@pytest.mark.parametrize("sort", ["relevance", "time"])
def test_folding(archive: Archive, page: MakePage, sort: str) -> None:
    """Search gives one of each group, the first in its order, counts groups, and goes on right by cursor."""
    list(archive.add_many(copy(page, n, day=1 + n) for n in range(12)))
    list(
        archive.add_many(
            page(f"needle {n}", story(200 + n), url=f"https://outlet{n}.example/{n}", outlet=f"outlet{n}.example")
            for n in range(20, 27)
        )
    )
    given: list[str] = []
    cursor = None
    while True:
        found = archive.search("needle", sort=sort, limit=3, cursor=cursor, fold_copies=True)  # type: ignore[arg-type]
        assert found.total == 8
        given += [hit.id for hit in found.hits]
        cursor = found.cursor
        if cursor is None:
            break
        archive.add(*copy(page, 100 + len(given), day=25))  # copies that come in meanwhile stay out
    assert len(given) == len(set(given)) == 8
    assert sum(int(uri.rpartition("/")[2]) < 20 for uri in given) == 1
    if sort == "time":
        assert given[0] == "https://outlet11.example/11"
    assert archive.search("needle", limit=1).total > 20


def test_a_cursor_is_of_a_folded_search_or_not(archive: Archive, page: MakePage) -> None:
    """A cursor of one is not taken for the other."""
    list(archive.add_many(page(f"needle {n}", url=f"https://a.example/{n}") for n in range(3)))
    cursor = archive.search("needle", limit=1).cursor
    with pytest.raises(Exception, match="another search"):
        archive.search("needle", limit=1, cursor=cursor, fold_copies=True)


def test_one_outlets_reports_are_no_copies(archive: Archive, page: MakePage) -> None:
    """What an outlet puts out daily with most words the same is not grouped; what it puts out twice is."""
    archive.add(*copy(page, 1, outlet="outlet1.example"))
    archive.add(*copy(page, 2, story(5, 30), outlet="outlet1.example"))
    archive.add(*copy(page, 3, outlet="outlet1.example"))
    assert [each.id[-1] for each in archive.copies("https://outlet1.example/1")] == ["1", "3"]
    assert [each.id[-1] for each in archive.copies("https://outlet1.example/2")] == ["2"]


def test_a_new_version_leaves_and_joins(archive: Archive, page: MakePage) -> None:
    """An article whose text is replaced leaves its group, and joins the one that it now is of."""
    other = page(story(2), url="https://outlet9.example/9", outlet="outlet9.example")
    list(archive.add_many([copy(page, 1), copy(page, 2), copy(page, 3), other]))
    assert archive.add(*page(story(2), url="https://outlet2.example/2", outlet="outlet2.example")).status == "changed"
    assert sorted(numbers(archive, 1)) == [1, 3]
    assert sorted(numbers(archive, 2)) == [2, 9]
    assert list(archive.check()) == []


def test_another_reading_leaves_and_joins(archive: Archive, page: MakePage) -> None:
    """A better reader that finds the text of an article finds its copies too."""
    capture, right = copy(page, 2)
    archive.add(*copy(page, 1))
    archive.add(capture, replace(right, body=(), kind="other"))
    assert numbers(archive, 1) == [1]
    list(archive.reread(lambda *_: replace(right, reader="test/2"), reader="test/2", query="kind:other"))
    assert sorted(numbers(archive, 1)) == [1, 2]
    records = {each[0].sha256: replace(each[1], reader="test/3", kind="listing") for each in (copy(page, 1), (capture, right))}
    list(archive.reread(lambda capture, _: records[capture.sha256], reader="test/3"))
    assert (numbers(archive, 1), numbers(archive, 2)) == ([1], [2])
    assert list(archive.check()) == []


def test_forgetting_the_one_between(archive: Archive, page: MakePage) -> None:
    """A group that one article held together falls apart when it goes, and nothing of the article is left."""
    parts = [story(10 + n, 40) for n in range(10)]
    texts = {1: parts[:7], 2: parts[1:8], 3: parts[2:9]}  # 2 shares three quarters with either, 1 and 3 share just over half
    for number, paragraphs in texts.items():
        archive.add(*page(*paragraphs, url=f"https://outlet{number}.example/{number}", outlet=f"outlet{number}.example"))
    assert sorted(numbers(archive, 1)) == [1, 2, 3]
    archive.forget("https://outlet2.example/2", reason="asked for")
    assert (numbers(archive, 1), numbers(archive, 3)) == ([1], [3])
    assert list(archive.check()) == []
    archive.add(*page(*texts[2], "Again.", url="https://outlet4.example/4", outlet="outlet4.example"))
    assert sorted(numbers(archive, 3)) == [1, 3, 4]


def test_a_notice_on_many_pages(archive: Archive, page: MakePage) -> None:
    """A text that stands on hundreds of pages is one group, though only some of them are looked at for each."""
    list(archive.add_many(copy(page, n) for n in range(250)))
    assert len(archive.copies("https://outlet249.example/249")) == 250


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(9)), st.sets(st.integers(0, 8), max_size=3))
def test_groups_do_not_depend_on_the_order_of_adding(
    tmp_path_factory: pytest.TempPathFactory, page: MakePage, order: list[int], gone: set[int]
) -> None:
    """Whatever comes first, and whatever was there and was taken down, the groups are those that the pure part finds in what is left."""
    parts = [story(30 + n, 60) for n in range(9)]

    def of(number: int) -> tuple[Capture, Article]:
        url = f"https://outlet{number}.example/{number}"
        return page(*parts[number // 3 * 3 : number // 3 * 3 + 2 + number % 2], url=url, outlet=f"outlet{number}.example")

    def groups(archive: Archive) -> set[frozenset[str]]:
        return {frozenset(each.id for each in archive.copies(article.id)) for article in archive.list()}

    with open_archive(tmp_path_factory.mktemp("a") / "archive", create=True) as archive:
        list(archive.add_many(of(number) for number in order))
        for number in gone:
            archive.forget(f"https://outlet{number}.example/{number}", reason="x")
        found = groups(archive)
        assert list(archive.check()) == []
    left = [of(number)[1] for number in range(9) if number not in gone]
    texts = [Text(article.uri, article.outlet, copied_words(indexing.body(article))) for article in left]
    alone = {frozenset([article.uri]) for article in left}
    grouped = {frozenset(group) for group in components(copies(texts))}
    assert found == grouped | {each for each in alone if not any(each <= group for group in grouped)}


FORM = {
    "sqlite": ("PRAGMA user_version = {}", "PRAGMA user_version"),
    "postgres": ("UPDATE form SET version = {}", "SELECT version FROM form"),
}


def test_an_archive_of_the_form_before(engine: str, place: Callable[[str], str], page: MakePage) -> None:
    """Its copies are found when it is opened for writing, and it is sound then."""
    with open_archive(place("archive"), create=True) as archive:
        list(archive.add_many([copy(page, 1, day=2), copy(page, 2, day=1), page("Short.", url="https://outlet3.example/3")]))
    own = ["DROP TABLE shelved"] if engine == "sqlite" else []
    behind(place("archive"), *own, *later_than(1), FORM[engine][0].format(1))
    with open_archive(place("archive")) as archive:
        assert numbers(archive, 1) == [2, 1]
        assert archive.search("needle").hits[0].copies == 1
        assert list(archive.check()) == []
        assert archive.add(*copy(page, 4, day=3)).status == "added"
    with closing(open_database(place("archive"))) as database:
        assert tuple(database.run(FORM[engine][1]).fetchone()) == (len(MIGRATIONS),)


def test_words_of_a_body(page: MakePage) -> None:
    """Taken from what the index is fed with, they are those of the paragraphs, in scripts of every kind."""
    _, article = page("The council agreed: repair!", "東京都は橋を直す。", "کتاب‌ها", "a : b", "")
    assert copied_words(indexing.body(article)) == [word for each in article.body for word in words(each.text)]
