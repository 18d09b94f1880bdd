"""Versions, sightings and readings of an article in an archive."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline import read
from dateline.archive import open_archive
from dateline.errors import ArchiveError
from dateline.records import Capture, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive
    from dateline.records import Article

URL = "https://news.example/bridge"
FIRST, SECOND = "The council agreed on Monday to repair the bridge.", "The council agreed on Tuesday to repair the old bridge."


_NUMBERS = count()


def at(month: int) -> str:
    """A time of capture."""
    return f"2024-{month:02d}-01T08:00:00+00:00"


@pytest.fixture
def history(archive: Archive, page: MakePage) -> Archive:
    """One article: two captures of a first version, an error page, two of a second version, added out of order."""
    archive.add(*page(SECOND, url=URL, at=at(8)))
    archive.add(*page(FIRST, url=URL, at=at(3)))
    archive.add(*page("Not found", url=URL, at=at(6), kind="other"))
    archive.add(*page(FIRST, url=URL + "?utm_source=x", at=at(4), furniture="Advertisement"))
    archive.add(*page(SECOND, url=URL, at=at(9)))
    return archive


def test_versions(history: Archive) -> None:
    """A version has its span of time and its captures, whatever order they were added in."""
    found = history.versions(URL)
    assert [(v.number, v.first_seen.month, v.last_seen.month, v.captures) for v in found] == [(1, 3, 4, 2), (2, 8, 9, 2)]
    assert history.get(found[0].capture).body[0].text == FIRST


def test_a_web_archives_copy_is_a_version(archive: Archive) -> None:
    """A copy that a web archive kept is a sighting of the page itself, of the time when it was taken."""
    for address, text in ((URL, SECOND), (f"https://web.archive.org/web/20131110121040/{URL}", FIRST)):
        markup = f'<html><head><meta property="og:type" content="article"></head><body><article><h1>Bridge to be repaired</h1><p>{text}</p><p>{text[::-1]} {text}</p></article></body></html>'
        capture = Capture(
            content=markup.encode(), media_type="text/html", url=address, captured_at=datetime(2024, 3, 1, tzinfo=UTC)
        )
        archive.add(capture, read(capture))
    assert [(s.at.year, s.version) for s in archive.sightings(URL)] == [(2013, 1), (2024, 2)]
    assert FIRST in archive.get(archive.versions(URL)[0].capture).text


def test_sightings(history: Archive) -> None:
    """What was there in one month and not in another can be said of every capture, poor ones too."""
    assert [(s.at.month, s.version) for s in history.sightings(URL)] == [(3, 1), (4, 1), (6, None), (8, 2), (9, 2)]
    with pytest.raises(ArchiveError):
        history.sightings("https://news.example/unknown")


def test_diff_of_versions(history: Archive, page: MakePage) -> None:
    """By default the last two; a version that is not there is an error."""
    found = history.diff(URL)
    assert "".join(run.text for run in found.paragraphs[0].runs if run.state == "removed") == "Monday"
    assert history.diff(URL, 2, 2).empty
    assert history.diff(URL, 2, 1).new == found.old
    with pytest.raises(ArchiveError, match="no version 3 of it, only 2"):
        history.diff(URL, 1, 3)
    history.add(*page("Alone.", url="https://news.example/alone"))
    with pytest.raises(ArchiveError, match="no version 2 of it, only 1"):
        history.diff("https://news.example/alone", 1, 2)


def better(capture: Capture, page: MakePage) -> Article:
    """A reader that finds a section where there is a headline, and else the same as before."""
    lines = capture.content.decode().split("\n")
    at_time = capture.captured_at.isoformat() if capture.captured_at else None
    record = page(*lines, url=capture.url, at=at_time, reader="test/2")[1]
    return replace(record, section="City") if "Monday" in capture.content.decode() else record


def test_reread(archive: Archive, page: MakePage) -> None:
    """A better reading is what the article shows and is found by, says what it has otherwise, and makes no version."""
    archive.add(*page(FIRST, url=URL, at=at(3)))
    archive.add(*page(SECOND, url=URL, at=at(4)))
    archive.add(*page(FIRST, url=URL + "-2", at=at(4)))
    versions = archive.versions(URL)
    done = list(archive.reread(lambda capture, _: better(capture, page), reader="test/2"))
    assert [change.changed for change in done] == [("section",), (), ("section",)]
    assert archive.get(URL + "-2").section == "City"
    assert archive.get(URL).section is None
    assert archive.search("section:city").total == 1
    assert archive.search("council").total == 2
    assert archive.versions(URL) == versions
    assert list(archive.reread(lambda capture, _: better(capture, page), reader="test/2")) == []
    assert list(archive.check()) == []


def test_reread_of_what_is_forgotten_meanwhile(archive: Archive, place: Callable[[str], str], page: MakePage) -> None:
    """It is passed over; what is added then, which may get its numbers, keeps its own record."""
    archive.add(*page(FIRST, url=URL))
    new = page("The ferry runs again on Sunday.", url=URL + "-2")

    def read_late(capture: Capture, _: Article) -> Article:
        if capture.sha256 != new[0].sha256:
            with open_archive(place("archive")) as other:
                other.forget(URL, reason="asked for")
                other.add(*new)
        return better(capture, page)

    done = list(archive.reread(read_late, reader="test/2"))
    assert {each.capture for each in done} <= {new[0].sha256}
    assert archive.get(URL + "-2").text == new[1].text
    assert list(archive.check()) == []


def test_reread_some(archive: Archive, page: MakePage) -> None:
    """A query says which."""
    archive.add(*page(FIRST, url=URL, outlet="a.example"))
    archive.add(*page(SECOND, url=URL + "-2", outlet="b.example"))
    assert len(list(archive.reread(lambda capture, _: better(capture, page), reader="test/2", query="outlet:b.example"))) == 1


def test_an_interrupted_reread_goes_on(archive: Archive, page: MakePage) -> None:
    """What was done is kept, what was not is done by the next run."""
    list(archive.add_many(page(f"{FIRST} {n}", url=f"{URL}/{n}") for n in range(120)))
    left = iter(range(70))

    def tiring(capture: Capture, old: Article) -> Article:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return better(capture, page)

    with pytest.raises(KeyboardInterrupt):
        list(archive.reread(tiring, reader="test/2"))
    rest = len(list(archive.reread(lambda capture, _: better(capture, page), reader="test/2")))
    assert 50 <= rest < 120
    assert archive.search("section:city").total == 120


def test_reread_of_bytes_seen_twice(archive: Archive, page: MakePage) -> None:
    """All sightings of the same bytes get the one new reading."""
    archive.add(*page(FIRST, url=URL, at=at(3)))
    archive.add(*page(FIRST, url=URL, at=at(4)))
    assert len(list(archive.reread(lambda capture, _: better(capture, page), reader="test/2"))) == 1
    assert archive.get(URL).section == "City"


def test_the_same_bytes_are_the_same_version(archive: Archive, page: MakePage) -> None:
    """The bytes of a page, seen again at a time from which the reader would make another day of them, are no change of the publisher's."""
    published = Moment(local="2024-03-01", precision="day")
    capture, article = page(FIRST, url=URL, at=at(8), published=published)
    archive.add(capture, article)
    earlier = replace(capture, captured_at=datetime.fromisoformat(at(2)))
    added = archive.add(earlier, replace(article, published=None, captured_at=earlier.captured_at))
    assert added.status == "unchanged"
    assert [(seen.at.month, seen.version) for seen in archive.sightings(URL)] == [(2, 1), (8, 1)]
    assert archive.get(URL).published == published


def test_a_new_capture_by_another_reader(archive: Archive, page: MakePage) -> None:
    """What only the reader sees otherwise is no version, even when old captures were not read anew."""
    archive.add(*page(FIRST, url=URL, at=at(3), furniture="Related: the old ferry"))
    again = page(FIRST, "Related: the old ferry", url=URL, at=at(4), reader="test/2")
    assert archive.add(*again).status == "unchanged"
    assert len(archive.versions(URL)) == 1


KINDS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "first": ((FIRST,), {}),
    "second": ((SECOND,), {}),
    "other": (("Farmers expect a poor harvest.", "Their union said so."), {}),
    "cut": (("Farmers expect a poor",), {}),
    "error": (("Not found",), {"kind": "other"}),
    "stub": ((FIRST,), {"access": "paywalled"}),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(
    captures=st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=6).flatmap(
        lambda kinds: st.permutations(list(enumerate(kinds, 1)))
    )
)
def test_the_order_of_adding_does_not_matter(
    captures: list[tuple[int, str]], place: Callable[[str], str], page: MakePage
) -> None:
    """The same captures give the same versions and the same record, whatever order they are added in."""
    outcomes = []
    for order in (captures, sorted(captures)):
        with open_archive(place(f"archive-{next(_NUMBERS)}"), create=True) as archive:
            for month, kind in order:
                paragraphs, fields = KINDS[kind]
                archive.add(*page(*paragraphs, url=URL, at=at(month), furniture=f"Month {month}", **fields))
            outcomes.append((archive.versions(URL), archive.sightings(URL), archive.get(URL), archive.search("").hits[0].capture))
            assert list(archive.check()) == []
    assert outcomes[0] == outcomes[1]


@pytest.fixture
def two(place: Callable[[str], str], page: MakePage) -> Iterator[Archive]:
    """Two articles that share the bytes of one capture."""
    with open_archive(place("archive"), create=True) as archive:
        archive.add(*page("Shared words of the agency.", url=URL, at=at(3)))
        archive.add(*page("Secret words of the first.", url=URL, at=at(4)))
        archive.add(*page("Shared words of the agency.", url=URL + "-2", at=at(3)))
        yield archive


def test_forget(two: Archive, page: MakePage) -> None:
    """Captures, text and index go; what another article shares stays; a tombstone says why, and nothing comes back."""
    secret = page("Secret words of the first.", url=URL, at=at(4))
    gone = two.forget(URL, reason="court order 12")
    assert gone.captures == (secret[0].sha256,)
    assert list(two.forgotten()) == [gone]
    for name in (URL, secret[0].sha256):
        with pytest.raises(ArchiveError, match=r"was forgotten on \d{4}-\d\d-\d\d: court order 12"):
            two.get(name)
    assert two.search("secret").total == 0
    assert two.search("agency").total == 1
    assert two.counts().articles == 1
    assert list(two.check()) == []
    assert two.add(*secret).status == "forgotten"
    assert two.add(*page("Secret words, edited.", url=URL, at=at(5))).status == "forgotten"
    assert two.add(*page("Other words.", url=URL + "-3")).status == "added"
    two.close()
    file = Path(two.name) / "archive.sqlite"
    assert not file.exists() or b"secret" not in file.read_bytes().lower(), "nothing of it is left in a file of ours"


def test_forgetting_what_is_not_there(two: Archive) -> None:
    """It is an error, and leaves no tombstone."""
    with pytest.raises(ArchiveError):
        two.forget(URL + "-9", reason="x")
    assert list(two.forgotten()) == []


def test_a_page_that_the_reader_trips_over(archive: Archive, page: MakePage) -> None:
    """Where there is no new record the old one stays, and the next run comes to it again."""
    archive.add(*page(FIRST, url=URL))
    assert list(archive.reread(lambda *_: None, reader="test/2")) == []
    assert archive.get(URL).reader == "test/1"
    assert len(list(archive.reread(lambda capture, _: better(capture, page), reader="test/2"))) == 1


def test_what_is_taken_down_while_it_is_read_anew(place: Callable[[str], str], page: MakePage) -> None:
    """It does not come back."""
    with open_archive(place("archive"), create=True) as archive, open_archive(place("archive")) as other:
        archive.add(*page(FIRST, url=URL))

        def read(capture: Capture, old: Article) -> Article:
            other.forget(URL, reason="asked for")
            return better(capture, page)

        assert list(archive.reread(read, reader="test/2")) == []
        assert archive.counts().readings == 0
        assert list(archive.check()) == []


def test_presence(history: Archive) -> None:
    """Which captures have a passage and which have not; a poor one does not tell."""
    found = [(each.sighting.at.month, each.present) for each in history.presence(URL, "Agreed on MONDAY")]
    assert found == [(3, True), (4, True), (6, None), (8, False), (9, False)]
    assert [each.present for each in history.presence(URL, "…")] == [False, False, None, False, False]
    with pytest.raises(ArchiveError):
        history.presence("https://news.example/unknown", "x")


def test_one_version_has_no_diff(archive: Archive, page: MakePage) -> None:
    """It says so; the version that is asked for by number is compared."""
    archive.add(*page(FIRST, url=URL))
    with pytest.raises(ArchiveError, match="one version so far"):
        archive.diff(URL)
    assert archive.diff(URL, 1, 1).empty
