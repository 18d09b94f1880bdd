"""All found records, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.archive import searching
from dateline.errors import QueryError

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

    from dateline.archive import Archive


def fill(archive: Archive, page: MakePage, *numbers: int) -> None:
    """Add articles of that number, every third about a crane."""
    for number in numbers:
        word = "crane" if number % 3 == 0 else "lighthouse"
        archive.add(*page(f"The {word} number {number} was moved by the council.", url=f"https://harbourpost.example/{number}"))


def found(archive: Archive, query: str = "") -> list[int]:
    """The numbers of the articles that come."""
    return [int(each.uri.rpartition("/")[2]) for each in archive.articles(query)]


def test_every_found_article_comes_once(archive: Archive, page: MakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a query all come, with one those it finds, in the order of adding, page after page."""
    monkeypatch.setattr(searching, "_LISTED_AT_ONCE", 2)
    fill(archive, page, *range(9))
    assert found(archive) == list(range(9))
    assert found(archive, "crane") == [0, 3, 6]
    assert found(archive, "quay") == []


def test_newest_version_comes(archive: Archive, page: MakePage) -> None:
    """Of an article with several versions the newest comes."""
    for at, word in (("2023-05-12", "plans"), ("2023-05-13", "begins")):
        archive.add(
            *page(
                f"The council {word} to move the lighthouse to the quay.", url="https://harbourpost.example/1", at=f"{at}T00:00Z"
            )
        )
    (article,) = archive.articles()
    assert "begins" in article.text


def test_changes_meanwhile(archive: Archive, page: MakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added while records are taken comes at the end; what is taken down does not come."""
    monkeypatch.setattr(searching, "_LISTED_AT_ONCE", 2)
    fill(archive, page, *range(4))
    articles = archive.articles()
    seen = [next(articles)]
    fill(archive, page, 4)
    archive.forget("https://harbourpost.example/1", reason="a test")
    archive.forget("https://harbourpost.example/3", reason="a test")
    seen += articles
    assert [each.uri[-1] for each in seen] == ["0", "2", "4"]


def test_query_that_does_not_parse(archive: Archive) -> None:
    """A bad query is an error as in `search`."""
    with pytest.raises(QueryError):
        next(archive.articles("bridge AND ("))
