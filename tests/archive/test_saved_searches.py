"""Saved searches: run again for what is new since."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from dateline.errors import ArchiveError, QueryError

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

BASE = "https://news.example/"


def add(archive: Archive, page: MakePage, *numbers: int, outlet: str | None = None) -> None:
    """Articles of these numbers."""
    list(archive.add_many(page(f"needle {n}", url=f"{BASE}{n}", outlet=outlet) for n in numbers))


def run(archive: Archive, name: str = "needles", *, mark: bool = True) -> list[int]:
    """What is new, by number."""
    return [int(hit.id.removeprefix(BASE)) for hit in archive.run_search(name, mark=mark)]


def test_what_is_new_since_the_last_run(archive: Archive, page: MakePage) -> None:
    """Everything at first, then what was added; what only changed or was seen again is not new."""
    add(archive, page, 1, 2)
    saved = archive.save_search("needles", "needle NOT hay")
    assert (saved.name, saved.query, saved.run_at) == ("needles", "needle NOT hay", None)
    assert run(archive, mark=False) == run(archive) == [1, 2]
    assert run(archive) == []
    add(archive, page, 2, 3)
    archive.add(*page("needle 1, corrected", url=f"{BASE}1"))
    archive.add(*page("hay and needle", url=f"{BASE}4"))
    assert [(each.new, each.run_at is not None) for each in archive.searches()] == [(1, True)]
    assert run(archive) == [3]
    assert archive.searches()[0].new == 0


def test_bounds_are_kept(archive: Archive, page: MakePage) -> None:
    """Outlet and times bound a saved search as they do any other."""
    add(archive, page, 1, outlet="a.example")
    add(archive, page, 2, outlet="b.example")
    archive.save_search("needles", "needle", outlet="b.example")
    archive.save_search("dated", "needle", from_=date(2020, 1, 1), to="2021")
    assert run(archive) == [2]
    assert run(archive, "dated") == []
    assert [(each.name, each.from_, each.to, each.outlet) for each in archive.searches()] == [
        ("dated", "2020-01-01", "2021", None),
        ("needles", None, None, "b.example"),
    ]


def test_a_run_that_is_broken_off(archive: Archive, page: MakePage) -> None:
    """What was handed out is seen, the rest comes with the next run; many hits come in one run all the same."""
    archive.save_search("needles", "needle")
    add(archive, page, *range(250))
    hits = archive.run_search("needles")
    assert len(list(islice(hits, 120))) == 120
    hits.close()
    assert archive.searches()[0].new == 130
    assert run(archive) == list(range(120, 250))


def test_what_is_added_while_it_runs(archive: Archive, page: MakePage) -> None:
    """It is new to this run or to the next, and to one of them only."""
    archive.save_search("needles", "needle")
    add(archive, page, 1, 2)
    seen = []
    for hit in archive.run_search("needles"):
        seen.append(int(hit.id.removeprefix(BASE)))
        if len(seen) == 1:
            add(archive, page, 3)
    assert seen + run(archive) == [1, 2, 3]


def test_a_number_that_is_given_again(archive: Archive, page: MakePage) -> None:
    """What comes after the newest article was taken down is new."""
    add(archive, page, 1, 2)
    archive.save_search("needles", "needle")
    run(archive)
    archive.forget(f"{BASE}2", reason="asked for")
    add(archive, page, 3)
    assert run(archive) == [3]


def test_names(archive: Archive) -> None:
    """A name is taken once, unless it is to be replaced; one of many lines or none is refused, and so is what does not parse."""
    archive.save_search("needles", "needle")
    with pytest.raises(ArchiveError, match="of this name"):
        archive.save_search("needles", "hay")
    assert archive.save_search("needles", "hay\0\ud800x", replace=True).query == "hay  x"
    assert [each.query for each in archive.searches()] == ["hay  x"]
    for name in ("", "  ", "a\nb", "x" * 101, "\ud800"):
        with pytest.raises(ArchiveError, match="a name is one line"):
            archive.save_search(name, "needle")
    with pytest.raises(QueryError):
        archive.save_search("broken", "needle AND (")
    with pytest.raises(QueryError):
        archive.save_search("broken", "needle", from_="soon")
    assert len(archive.searches()) == 1


def test_a_search_that_is_not_there(archive: Archive) -> None:
    """Running or removing it is an error; removing one that is removes it alone."""
    archive.save_search("a", "x")
    archive.save_search("b", "x")
    archive.remove_search("a")
    assert [each.name for each in archive.searches()] == ["b"]
    for call in (archive.remove_search, archive.run_search):
        with pytest.raises(ArchiveError, match="no saved search of this name"):
            call("a")
