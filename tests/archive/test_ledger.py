"""The ledger: statements kept with their versions, found by what they say, and the outcomes that people set."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from tests.archive.older import older

from dateline.archive import StatementFilter, entries_of, open_archive
from dateline.errors import ArchiveError, StatementError
from dateline.records import Moment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive, Entry
    from dateline.records import Article, Capture

PUBLISHED = Moment(local="2021-11-23", precision="day")
MILL = "The paper mill on the northern quay will close for good by December 31."
BRIDGE = "Analysts expect the price of paper to double by the end of 2022."
DOUBT = "The old dam was allegedly damaged by the mill."
URL = "https://harbourpost.example/mill"
OTHER = "https://valleynews.example/mill"


def told(archive: Archive, page: MakePage, *paragraphs: str, url: str = URL, at: str | None = None, **fields: Any) -> None:
    """Add a page of these paragraphs and bring the ledger up to date."""
    defaults: dict[str, Any] = {"url": url, "published": PUBLISHED, "language": "en"}
    archive.add(*page(*paragraphs, headline="Paper mill closes", at=at, **(defaults | fields)))
    list(archive.update_statements())


def listed(archive: Archive, **wanted: Any) -> list[Entry]:
    """The statements that a filter finds."""
    return list(archive.statements(StatementFilter(**wanted)))


def test_statements_are_kept_with_their_words(archive: Archive, page: MakePage) -> None:
    """What an article says is in the ledger by the day it falls due, with its words and their place in the capture's text."""
    told(archive, page, BRIDGE, MILL, DOUBT, outlet="harbourpost.example")
    found = listed(archive)
    dated = [(entry.telling.statement.kind, entry.day, entry.telling.due) for entry in found if entry.day]
    assert dated == [("plan", date(2021, 12, 31), "December 31"), ("forecast", date(2022, 12, 31), "the end of 2022")]
    assert [entry.telling.hedge for entry in found if entry.telling.statement.kind == "allegation"] == [("allegedly",)]
    text = archive.get(URL).text
    for entry in found:
        assert (entry.article, entry.outlet, entry.headline) == (URL, "harbourpost.example", "Paper mill closes")
        assert entry.telling.statement.content[0].of(text) == entry.telling.text
        assert entry.telling.capture == archive.get(URL).capture


def test_update_reads_only_what_is_new(archive: Archive, page: MakePage) -> None:
    """An article is read for the ledger once, and again when it changes."""
    archive.add(*page(MILL, url=URL, published=PUBLISHED))
    assert list(archive.update_statements()) == [URL]
    assert list(archive.update_statements()) == []
    archive.add(*page(MILL, BRIDGE, url=URL, published=PUBLISHED))
    assert list(archive.update_statements()) == [URL]


def test_a_statement_follows_its_versions(archive: Archive, page: MakePage) -> None:
    """Through the versions a statement keeps its number and its history: the same, changed, gone."""
    told(archive, page, MILL, BRIDGE, at="2021-11-23T10:00:00+00:00")
    first = {entry.telling.statement.kind: entry.id for entry in listed(archive)}
    told(archive, page, MILL.replace("31", "30"), at="2021-11-24T10:00:00+00:00")
    found = {entry.id: entry for entry in listed(archive)}
    mill, bridge = found[first["plan"]], found[first["forecast"]]
    assert (mill.state, mill.day, [each.version for each in mill.tellings]) == ("changed", date(2021, 12, 30), [1, 2])
    assert (bridge.state, [each.version for each in bridge.tellings]) == ("gone", [1])
    told(archive, page, MILL, BRIDGE, at="2021-11-25T10:00:00+00:00")
    assert {entry.id for entry in listed(archive)} == set(first.values())


def test_restatements_are_grouped(archive: Archive, page: MakePage) -> None:
    """What several outlets tell is one group, led by the first; what only resembles it is not."""
    told(archive, page, MILL, outlet="harbourpost.example")
    told(archive, page, MILL.replace(" for good", ""), url=OTHER, outlet="valleynews.example", at="2021-11-23T12:00:00+00:00")
    told(archive, page, MILL.replace("December 31", "January 31"), url="https://third.example/", outlet="third.example")
    found = listed(archive)
    assert [(entry.outlet, entry.restated) for entry in found] == [
        ("harbourpost.example", 1),
        ("valleynews.example", 1),
        ("third.example", 0),
    ]
    assert [entry.outlet for entry in listed(archive, group=found[1].id)] == ["harbourpost.example", "valleynews.example"]
    archive.forget(URL, reason="asked for")
    assert [(entry.outlet, entry.restated) for entry in listed(archive)] == [("valleynews.example", 0), ("third.example", 0)]
    assert list(archive.check()) == []


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ({}, ["plan", "forecast", "paraphrase", "allegation"]),
        ({"kinds": ("plan", "allegation")}, ["plan", "allegation"]),
        ({"due_from": date(2022, 1, 1)}, ["forecast"]),
        ({"due_to": date(2021, 12, 31)}, ["plan"]),
        ({"due_from": date(2021, 12, 31), "due_to": date(2021, 12, 31)}, ["plan"]),
        ({"speaker": "ANALYSTS"}, ["forecast", "paraphrase"]),
        ({"speaker": "%"}, []),
        ({"status": "open", "as_of": date(2021, 12, 31)}, ["plan", "forecast"]),
        ({"status": "overdue", "as_of": date(2022, 1, 1)}, ["plan"]),
        ({"status": "settled", "as_of": date(2022, 1, 1)}, []),
        ({"outlet": "harbourpost.example"}, ["plan", "forecast", "paraphrase", "allegation"]),
        ({"outlet": "elsewhere.example"}, []),
        ({"article": URL}, ["plan", "forecast", "paraphrase", "allegation"]),
        ({"limit": 1}, ["plan"]),
        ({"limit": 0}, []),
    ],
    ids=str,
)
def test_filters(archive: Archive, page: MakePage, wanted: dict[str, Any], kinds: list[str]) -> None:
    """Each part of a filter selects, and so it does from the statements of one page."""
    told(archive, page, MILL, BRIDGE, DOUBT, outlet="harbourpost.example")
    found = sorted(entry.telling.statement.kind for entry in listed(archive, **wanted))
    assert found == sorted(kinds)
    if not wanted.keys() & {"article", "limit"}:
        page_of = [entry for entry in entries_of(archive.get(URL)) if StatementFilter(**wanted).takes(entry)]
        assert sorted(entry.telling.statement.kind for entry in page_of) == found


def test_lists_go_on_behind_an_entry(archive: Archive, page: MakePage) -> None:
    """A list can be read in pieces, each beginning behind the last entry of the one before."""
    told(archive, page, MILL, BRIDGE, DOUBT)
    whole, piece = listed(archive), listed(archive, limit=1)
    assert piece + listed(archive, after=piece[0].id) == whole


def test_a_status_needs_a_day(archive: Archive) -> None:
    """What is open or overdue is so on some day, which has to be given."""
    with pytest.raises(ValueError, match="as_of"):
        listed(archive, status="open")


def test_outcomes(archive: Archive, page: MakePage) -> None:
    """An outcome is set with who and why, what was set before stays, the last one counts, and a moved statement falls due anew."""
    told(archive, page, MILL)
    (entry,) = listed(archive, kinds=("plan",))
    moved = archive.set_outcome(entry.id, "moved", by=" Ada\n Finch ", remark="put off", due=date(2022, 3, 1))
    assert (moved.day, moved.status(date(2022, 1, 1)), moved.status(date(2022, 4, 1))) == (date(2022, 3, 1), "open", "overdue")
    assert [each.id for each in listed(archive, status="overdue", as_of=date(2022, 4, 1))] == [entry.id]
    kept = archive.set_outcome(entry.id, "kept", by="Tom Reed", source=URL)
    assert kept.status(date(2022, 4, 1)) == "settled"
    assert kept.outcome is not None
    assert (kept.outcome.by, kept.outcome.source, kept.day) == ("Tom Reed", URL, date(2021, 12, 31))
    assert [(each.outcome, each.by, each.remark) for each in archive.outcomes(entry.id)] == [
        ("moved", "Ada Finch", "put off"),
        ("kept", "Tom Reed", ""),
    ]
    assert archive.statement(entry.id) == kept


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"outcome": "done", "by": "Ada"}, StatementError),
        ({"outcome": "kept", "by": "  "}, StatementError),
        ({"outcome": "kept", "by": "A" * 300}, StatementError),
        ({"outcome": "kept", "by": "Ada", "remark": "x\x00"}, StatementError),
        ({"outcome": "kept", "by": "Ada", "due": date(2022, 1, 1)}, StatementError),
        ({"outcome": "kept", "by": "Ada", "source": "nowhere"}, ArchiveError),
    ],
    ids=["no outcome", "nobody", "a long name", "no text", "a day for what was kept", "no source"],
)
def test_outcomes_that_are_refused(archive: Archive, page: MakePage, given: dict[str, Any], error: type[Exception]) -> None:
    """What is no outcome, nobody's, or rests on nothing is refused, and nothing is noted."""
    told(archive, page, MILL)
    (entry,) = listed(archive, kinds=("plan",))
    with pytest.raises(error):
        archive.set_outcome(entry.id, **given)
    assert archive.outcomes(entry.id) == ()


def test_a_source_may_be_any_address(archive: Archive, page: MakePage) -> None:
    """An outcome may rest on a page that is not in the archive."""
    told(archive, page, MILL)
    set_ = archive.set_outcome(listed(archive)[0].id, "kept", by="Ada", source="https://court.example/ruling")
    assert set_.outcome is not None
    assert set_.outcome.source == "https://court.example/ruling"


def test_rereading_never_touches_an_outcome(archive: Archive, page: MakePage) -> None:
    """A reading that finds the statement no more keeps it with its outcome; one that finds it again gives it back its place."""
    told(archive, page, MILL, BRIDGE)
    (entry,) = listed(archive, kinds=("plan",))
    archive.set_outcome(entry.id, "broken", by="Ada")
    worse = page(BRIDGE, url=URL, published=PUBLISHED, headline="Paper mill closes")[1]
    better = archive.get(URL)
    for record, state in ((worse, "unread"), (better, "same")):
        new = msgspec.structs.replace(record, capture=better.capture, reader=f"test/{state}")
        list(archive.reread(partial(_read_as, new), reader=new.reader))
        list(archive.update_statements())
        found = archive.statement(entry.id)
        assert found.state == state
        assert found.outcome is not None
        assert found.outcome.outcome == "broken"
    assert list(archive.check()) == []


def _read_as(record: Article, _capture: Capture, _known: Article) -> Article:
    return record


def test_what_people_set_right_counts(archive: Archive, page: MakePage) -> None:
    """Where the publish date is set right by hand, what falls due is counted from it, and the entry tells the headline set."""
    told(archive, page, MILL)
    archive.correct(URL, "published", "2022-11-23", by="Ada")
    archive.correct(URL, "headline", "Mill to close", by="Ada")
    list(archive.update_statements())
    (entry,) = listed(archive, kinds=("plan",))
    assert (entry.day, entry.headline) == (date(2022, 12, 31), "Mill to close")


def test_what_is_not_there(archive: Archive) -> None:
    """A statement or article that the archive does not hold is an error that says so."""
    with pytest.raises(ArchiveError, match="no such statement"):
        archive.statement(7)
    with pytest.raises(ArchiveError, match="no such statement"):
        archive.outcomes(7)
    with pytest.raises(ArchiveError, match="no such statement"):
        archive.set_outcome(7, "kept", by="Ada")
    with pytest.raises(ArchiveError):
        listed(archive, article="https://nowhere.example/")
    with pytest.raises(ArchiveError, match="no such statement"):
        listed(archive, after=7)


def test_forgetting_takes_statements_along(archive: Archive, page: MakePage) -> None:
    """Of an article that is taken down no statement and no outcome stays."""
    told(archive, page, MILL, DOUBT)
    archive.set_outcome(listed(archive)[0].id, "kept", by="Ada")
    archive.forget(URL, reason="asked for")
    assert listed(archive) == []
    assert list(archive.check()) == []


def test_pages_that_are_no_articles_say_nothing(archive: Archive, page: MakePage) -> None:
    """A listing has no statements, and is not read again and again for them."""
    archive.add(*page(MILL, url=URL, published=PUBLISHED, kind="listing"))
    list(archive.update_statements())
    assert listed(archive) == []
    assert list(archive.update_statements()) == []


def test_an_archive_of_the_first_form_is_led_on(tmp_path: Path, page: MakePage) -> None:
    """An archive made before there was a ledger gets one when it is opened, and its articles are read for it."""
    with open_archive(tmp_path / "made", create=True) as archive:
        archive.add(*page(MILL, url=URL, published=PUBLISHED))
    older(tmp_path / "old", tmp_path / "made", 1)
    with open_archive(tmp_path / "old") as archive:
        assert listed(archive) == []
        assert list(archive.update_statements()) == [URL]
        assert [entry.day for entry in listed(archive, kinds=("plan",))] == [date(2021, 12, 31)]
