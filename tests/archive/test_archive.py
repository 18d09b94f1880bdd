"""Keeping captures and records, and getting them back: what every archive does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import read
from dateline.archive import Added, Counts, open_archive
from dateline.archive.engine.opening import open_database
from dateline.archive.sql.archive import SqlArchive
from dateline.archive.sql.intake import is_full
from dateline.errors import ArchiveError, ForgottenError, NotFoundError
from dateline.records import READ_FROM, Author, Capture, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.archive.conftest import MakePage

    from dateline.archive import Archive
    from dateline.records import Article

URL = "https://news.example/bridge"
ONE = "The council agreed on Monday to repair the bridge."
TWO = "Work is to begin in March, the mayor said."


def test_an_add_is_there_after_closing(place: Callable[[str], str], page: MakePage) -> None:
    """Capture and record come back as they were given."""
    capture, article = page(ONE, headline="Bridge", url=URL, at="2024-05-01T08:00:00.25+02:00", authors=(Author("Ada Brook"),))
    with open_archive(place("archive"), create=True) as archive:
        assert archive.add(capture, article) == Added("added", URL, capture.sha256)
    with open_archive(place("archive")) as archive:
        assert archive.get(URL) == article
        assert archive.capture(capture.sha256) == capture


def test_an_archive_is_one_file(tmp_path: Path, page: MakePage) -> None:
    """A new folder is made with the folders above it, and has one file once the archive is closed."""
    with open_archive(f"sqlite:///{tmp_path}/new/archive", create=True) as archive:
        archive.add(*page(ONE, url=URL))
    with open_archive(tmp_path / "new" / "archive") as archive:
        assert archive.get(URL).url == URL
    assert [file.name for file in (tmp_path / "new" / "archive").iterdir()] == ["archive.sqlite"]


def test_the_folder_can_be_moved(tmp_path: Path, page: MakePage) -> None:
    """Nothing in an archive knows where it is."""
    with open_archive(tmp_path / "here", create=True) as archive:
        archive.add(*page(ONE, url=URL))
    (tmp_path / "here").rename(tmp_path / "there")
    with open_archive(tmp_path / "there") as archive:
        assert archive.search("bridge").total == 1


def test_the_same_capture_twice_adds_nothing(archive: Archive, page: MakePage) -> None:
    """Nor does it in one batch, from another file, or without the time that is known."""
    capture, article = page(ONE, url=URL, at="2024-05-01T08:00:00+00:00", origin="a.html")
    assert archive.add(capture, article).status == "added"
    before = archive.counts()
    again = [page(ONE, url=URL, at="2024-05-01T08:00:00+00:00", origin="copy of a.html"), page(ONE, url=URL), (capture, article)]
    assert [added.status for added in archive.add_many(again)] == ["unchanged"] * 3
    assert archive.counts() == before
    assert archive.capture(capture.sha256).origin == "a.html"


@pytest.mark.parametrize("code", [0xD800, 0xDCE9], ids=["half a pair", "a stray byte"])
def test_an_address_that_is_no_text(archive: Archive, code: int) -> None:
    """It is kept as far as it can be, and so is what was read."""
    capture = Capture(
        content=b"<h1>Quay shut</h1><p>The quay is shut, the harbour master said.</p>", url=f"https://news.example/{chr(code)}"
    )
    assert archive.add(capture, read(capture)).status == "added"
    assert archive.add(capture, read(capture)).status == "unchanged"
    assert archive.search("quay").total == 1
    assert list(archive.check()) == []


def test_the_same_bytes_later_are_another_sighting(archive: Archive, page: MakePage) -> None:
    """That the page was still there is kept, the bytes are not kept twice."""
    archive.add(*page(ONE, url=URL, at="2024-05-01T08:00:00+00:00"))
    assert archive.add(*page(ONE, url=URL, at="2024-09-01T08:00:00+00:00")).status == "unchanged"
    counts = archive.counts()
    assert (counts.articles, counts.versions, counts.captures, counts.contents, counts.readings) == (1, 1, 2, 1, 1)


def test_a_changed_article(archive: Archive, page: MakePage) -> None:
    """The record is that of the newest version, it is found by its words only, and the older capture can still be had."""
    old, new = (
        page(ONE, TWO, url=URL, at="2024-05-01T08:00:00+00:00"),
        page(ONE, "Work is", url=URL, at="2024-05-02T08:00:00+00:00"),
    )
    assert archive.add(*old).status == "added"
    assert archive.add(*new) == Added("unchanged", URL, new[0].sha256), "a page that broke off"
    changed = page(ONE, "The mayor resigned.", url=URL, at="2024-05-03T08:00:00+00:00")
    assert archive.add(*changed) == Added("changed", URL, changed[0].sha256)
    assert archive.get(URL) == changed[1]
    assert archive.get(old[0].sha256[:12]) == old[1]
    assert archive.search("resigned").total == 1
    assert archive.search("march").total == 0
    counts = archive.counts()
    assert (counts.articles, counts.versions, counts.captures) == (1, 2, 3)


def test_an_error_page_after_a_good_one(archive: Archive, page: MakePage) -> None:
    """It is kept, and replaces nothing."""
    good = page(ONE, url=URL, at="2024-05-01T08:00:00+00:00")
    archive.add(*good)
    archive.add(*page("Page not found", url=URL, at="2024-05-02T08:00:00+00:00", kind="other"))
    assert archive.get(URL) == good[1]
    assert archive.counts().captures == 2


def test_an_error_page_before_a_good_one(archive: Archive, page: MakePage) -> None:
    """It is the article until there is better, then no version of it."""
    archive.add(*page("Page not found", url=URL, at="2024-05-02T08:00:00+00:00", kind="other"))
    good = page(ONE, url=URL, at="2024-05-01T08:00:00+00:00")
    assert archive.add(*good).status == "changed"
    assert archive.get(URL) == good[1]
    assert archive.counts().versions == 1
    assert archive.search("found").total == 0


def test_captures_out_of_order(archive: Archive, page: MakePage) -> None:
    """An older capture added later does not become the newest version."""
    new, old = page(TWO, url=URL, at="2024-05-02T08:00:00+00:00"), page(ONE, url=URL, at="2024-05-01T08:00:00+00:00")
    archive.add(*new)
    assert archive.add(*old).status == "changed"
    assert archive.get(URL) == new[1]
    assert archive.counts().versions == 2


def test_another_text_between_two_equal_ones(archive: Archive, page: MakePage) -> None:
    """Going back to an earlier text is a version too, whatever order the captures come in."""
    for day, text in ((1, ONE), (3, ONE), (2, TWO)):
        archive.add(*page(text, url=URL, at=f"2024-05-0{day}T08:00:00+00:00"))
    assert archive.counts().versions == 3
    assert archive.search("council").total == 1


def test_a_new_address_of_a_known_number(archive: Archive, page: MakePage) -> None:
    """Retitled with a new URL it is the same article, and every uri it ever had leads to it."""
    known: dict[str, Any] = {"outlet": "news.example", "news_id": "7"}
    archive.add(*page(ONE, url=URL, at="2024-05-01T08:00:00+00:00", **known))
    new = page(ONE, headline="Retitled", url=URL + "-retitled", at="2024-05-02T08:00:00+00:00", **known)
    assert archive.add(*new).status == "changed"
    assert archive.get(URL) == archive.get(URL + "-retitled") == new[1]


def test_a_number_used_again(archive: Archive, page: MakePage) -> None:
    """Another text under the same number is another article, and its later captures join it."""
    other = "Farmers in the north expect a poor harvest after weeks without rain."
    known: dict[str, Any] = {"outlet": "news.example", "news_id": "7"}
    archive.add(*page(ONE, url=URL, **known))
    assert archive.add(*page(other, url="https://news.example/farm", **known)).status == "added"
    assert archive.add(*page(other, headline="Farm", url="https://news.example/farm-2", **known)).status == "changed"
    assert archive.counts().articles == 2


def test_an_address_that_leads_on(archive: Archive, page: MakePage) -> None:
    """Two articles met at one address stay two, and the address alone does not say which."""
    latest = "https://news.example/latest"
    other = "Farmers in the north expect a poor harvest after weeks without rain."
    archive.add(*page(ONE, url=latest, canonical_url=URL))
    assert archive.add(*page(other, url=latest, canonical_url=URL + "-2")).status == "added"
    with pytest.raises(ArchiveError, match="fits several"):
        archive.get(latest)
    archive.forget(URL, reason="asked for")
    assert archive.add(*page("A third text of other words.", url=latest, canonical_url=URL + "-3")).status == "added"
    assert archive.add(*page(TWO, url=latest, canonical_url=URL)).status == "forgotten"


def test_many_are_kept_in_batches(archive: Archive, page: MakePage) -> None:
    """What is yielded is kept, in the order of the items, whatever the number of batches."""
    made = [page(f"Text number {n}.", url=f"{URL}/{n}") for n in range(1203)]
    assert [added.capture for added in archive.add_many(made)] == [capture.sha256 for capture, _ in made]
    assert archive.counts().articles == 1203


@pytest.mark.parametrize(
    ("items", "size", "seconds", "full"),
    [
        pytest.param(1, 10, 0.0, False, id="begun"),
        pytest.param(999, 32 * 1024 * 1024 - 1, 4.9, False, id="nearly"),
        pytest.param(1_000, 10, 0.0, True, id="items"),
        pytest.param(1, 32 * 1024 * 1024, 0.0, True, id="bytes"),
        pytest.param(2, 10, 5.0, True, id="seconds"),
    ],
)
def test_batches_are_bounded(items: int, size: int, seconds: float, full: bool) -> None:
    """A batch ends at so many items, bytes or seconds, whichever comes first."""
    assert is_full(items, size, seconds) is full


def test_slow_items_are_kept_as_they_come(place: Callable[[str], str], page: MakePage) -> None:
    """Where each item takes two seconds, what came is on disk after five, long before there are a thousand."""
    now = 0.0
    address = place("archive")
    kept: list[int] = []

    def slowly() -> Iterator[tuple[Capture, Article]]:
        nonlocal now
        for number in range(8):
            with open_archive(address) as other:
                kept.append(other.counts().articles)
            now += 2.0
            yield page(f"Text number {number}.", url=f"{URL}/{number}")

    with SqlArchive(open_database(address, create=True), seconds=lambda: now) as archive:
        assert len(list(archive.add_many(slowly()))) == 8
    assert kept == [0, 0, 0, 0, 4, 4, 4, 4]


def test_what_came_before_an_error_is_kept(archive: Archive, page: MakePage) -> None:
    """An interrupted source loses nothing that it gave."""

    def interrupted() -> Iterator[tuple[Capture, Article]]:
        yield page(ONE, url=URL)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(archive.add_many(interrupted()))
    assert archive.get(URL).url == URL


def test_ids(archive: Archive, page: MakePage) -> None:
    """An id is a uri or an unambiguous beginning of a hash; what else is given is answered with what to do."""
    captures = [page(f"Text {n}.", url=f"{URL}/{n}")[0] for n in range(300)]
    list(archive.add_many(page(f"Text {n}.", url=f"{URL}/{n}") for n in range(300)))
    assert archive.get(captures[7].sha256).url == f"{URL}/7"
    assert archive.get(captures[7].sha256[:9].upper()).url == f"{URL}/7"
    with pytest.raises(ArchiveError, match="a uri or 4 or more hex digits"):
        archive.get("https://news.example/unknown")
    with pytest.raises(ArchiveError, match="4 or more"):
        archive.get(captures[7].sha256[:3])
    missing = next(f"{n:04x}" for n in range(65536) if not any(c.sha256.startswith(f"{n:04x}") for c in captures))
    with pytest.raises(ArchiveError, match="no capture's hash begins so"):
        archive.get(missing)
    with pytest.raises(ArchiveError, match="no capture's hash begins so"):
        archive.capture(missing)


def test_an_ambiguous_uri(archive: Archive, page: MakePage) -> None:
    """Two articles of one uri are told apart by their captures, and the same bytes in two articles by their uris."""
    one, two = page(ONE, uri="urn:x", url=f"{URL}/1"), page(TWO, uri="urn:x", url=f"{URL}/2")
    archive.add(*one)
    archive.add(*two)
    with pytest.raises(ArchiveError) as caught:
        archive.get("urn:x")
    assert one[0].sha256 in caught.value.message
    assert two[0].sha256 in caught.value.message
    archive.add(*page(ONE, url=f"{URL}/3"))
    with pytest.raises(ArchiveError, match=f"{URL}/3"):
        archive.get(one[0].sha256)


def test_list(archive: Archive, page: MakePage) -> None:
    """Newest publish time first, those without one last; by outlet and kind when asked."""
    days = {n: Moment(local=f"2021-11-{n:02d}", precision="day") for n in (3, 1, 2)}
    for n, day in days.items():
        archive.add(*page(f"Text {n}.", url=f"{URL}/{n}", published=day, outlet="b.example" if n == 1 else "a.example"))
    archive.add(*page(" First\nwords " + "and more " * 50, url=f"{URL}/undated", kind="listing"))
    assert [found.id[-1] for found in archive.list()] == ["3", "2", "1", "d"]
    assert [found.id[-1] for found in archive.list(outlet="a.example")] == ["3", "2"]
    undated = list(archive.list(kind="listing"))
    assert [found.opening[:20] for found in undated] == ["First words and more"]
    assert len(undated[0].opening) <= 120


def test_list_goes_on_over_its_pages(archive: Archive, page: MakePage) -> None:
    """Every article comes once, though many have the same time, and others are added meanwhile."""
    same = Moment(local="2021-11-23", precision="day")
    list(archive.add_many(page(f"Text {n}.", url=f"{URL}/{n}", published=same if n % 2 else None) for n in range(700)))
    seen = []
    for found in archive.list():
        seen.append(found.id)
        if len(seen) == 10:
            archive.add(*page("Later.", url=f"{URL}/later", published=Moment(local="2030-01-01", precision="day")))
    assert len(seen) == len(set(seen)) == 700


def test_failures(archive: Archive, page: MakePage) -> None:
    """A failure is kept with its reason and tries until a capture of that origin is added."""
    archive.add_failure("a.html", None, "cannot be read")
    archive.add_failure("caf\udce9.html", URL, "no page")
    archive.add_failure("a.html", None, "still cannot be read: a\udce9.html")
    failures = list(archive.failures())
    assert [(f.origin, f.url, f.reason, f.tries) for f in failures] == [
        ("a.html", None, "still cannot be read: a\\udce9.html", 2),
        ("caf\udce9.html", URL, "no page", 1),
    ]
    archive.add(*page(ONE, origin="a.html"))
    assert [f.url for f in archive.failures()] == [URL]
    assert archive.counts().failures == 1


def test_text_with_nul(archive: Archive, page: MakePage) -> None:
    """The record keeps it wherever it stands; what is searched and filtered by has another sign there."""
    capture, article = page(
        "Words\0 of it", headline="\0", url=URL + "\0", outlet="a\0b", section="\0", language="\0", news_id="\0"
    )
    archive.add(
        Capture(content=capture.content, url=capture.url, media_type="\0", charset="\0", headers=(("\0", "\0"),)), article
    )
    archive.add_failure("\0", "\0", "\0")
    assert archive.get(URL + "\0") == article
    assert archive.capture(capture.sha256).headers == (("\0", "\0"),)
    assert archive.search('words "of it"').total == 1
    assert [found.id for found in archive.list(outlet="a\0b")] == [article.uri]
    assert [value.value for value in archive.facets("").outlet] == ["a\ufffdb"]
    assert [(failure.origin, failure.url, failure.reason) for failure in archive.failures()] == [("\0", "\0", "\ufffd")]


def test_counts_of_an_empty_archive(archive: Archive) -> None:
    """Nothing is nothing."""
    assert archive.counts() == Counts(0, 0, 0, 0, 0, 0, 0)
    assert list(archive.list()) == []
    assert archive.search("").hits == ()


def test_a_time_without_a_zone_is_refused(archive: Archive, page: MakePage) -> None:
    """Captures are ordered by their times, so one that may be anywhere is the caller's mistake."""
    capture = Capture(content=b"x", captured_at=datetime.fromisoformat("2024-05-01T08:00:00"))
    with pytest.raises(TypeError):
        archive.add(capture, page(ONE)[1])


texts = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=200),
    url=st.none() | texts,
    headers=st.lists(st.tuples(texts, texts), max_size=3),
    at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
def test_captures_come_back_whole(
    content: bytes, url: str | None, headers: list[tuple[str, str]], at: datetime | None, archive: Archive, page: MakePage
) -> None:
    """Any bytes with anything told about them come back as first kept."""
    capture = Capture(content=content, url=url, headers=tuple(headers), captured_at=at, media_type="text/html")
    record = page(capture.sha256, url=url)[1]
    new = archive.add(capture, record).status == "added"
    back = archive.capture(capture.sha256)
    assert back.content == content
    if new and archive.counts().captures == archive.counts().contents:
        assert back == capture


def test_known_captures_are_told_without_a_record(archive: Archive, page: MakePage) -> None:
    """`known` answers as adding would for the same bytes from the same address at the same time, and for nothing else."""
    capture, article = page("The bridge was closed on Monday.", url="https://a.example/1", at="2024-05-06T07:08:09Z")
    assert archive.known(capture) is None
    archive.add(capture, article)
    assert archive.known(capture) == archive.add(capture, article)
    for other in ({"content": b"other"}, {"url": "https://a.example/2"}, {"captured_at": datetime(2024, 6, 1, tzinfo=UTC)}):
        assert archive.known(msgspec.structs.replace(capture, **other)) is None


def test_failure_is_struck_off(archive: Archive) -> None:
    """A failure that is removed is gone, and no other with it."""
    archive.add_failure("a", None, "of the test")
    archive.add_failure("a", "https://a.example/1", "of the test")
    archive.remove_failure("a", None)
    assert [failure.url for failure in archive.failures()] == ["https://a.example/1"]


def test_captures_are_those_of_the_articles_found(archive: Archive, page: MakePage) -> None:
    """`captures` gives every capture of what a query finds, as it was added, those of an article in order of time."""
    bridge = {"headline": "Bridge closed", "url": "https://a.example/1"}
    later = page("The bridge was closed on Monday.", "It opened again.", at="2024-05-07T00:00:00Z", **bridge)
    first = page("The bridge was closed on Monday.", at="2024-05-06T00:00:00Z", **bridge)
    other = page("A ferry ran aground on Tuesday.", url="https://a.example/2", headline="Ferry")
    for capture, article in (later, first, other):
        archive.add(capture, article)
    assert list(archive.captures("bridge")) == [first[0], later[0]]
    assert len(list(archive.captures())) == 3


def without_page(capture: Capture, article: Article) -> tuple[Capture, Article]:
    """What comes in of a record whose page stays behind: the text, under a header that names the page."""
    text = Capture(content=b"text of " + capture.content, url=capture.url, headers=((READ_FROM, capture.sha256),))
    return text, msgspec.structs.replace(article, capture=text.sha256)


def test_record_is_found_by_the_page_that_it_came_without(archive: Archive, page: MakePage) -> None:
    """The hash of a page that is elsewhere leads to what was read from it; the page itself is openly not here, until it comes."""
    original, article = page(ONE, url=URL)
    text, restored = without_page(original, article)
    archive.add(text, restored)
    archive.add(*page(TWO, url=URL + "/2"))
    for name in (original.sha256, original.sha256[:12], original.sha256.upper(), text.sha256):
        assert archive.get(name) == restored
    with pytest.raises(NotFoundError, match=f"this page is not here, .* is capture {text.sha256}"):
        archive.capture(original.sha256)
    assert list(archive.check()) == []
    assert archive.add(original, article).status == "unchanged"
    assert archive.capture(original.sha256).content == original.content
    assert archive.get(original.sha256).capture == original.sha256


def test_forgotten_record_keeps_its_page_out(archive: Archive, page: MakePage) -> None:
    """A takedown of a record that came without its page names the page, and that stays out under any address."""
    original, article = page(ONE, url=URL)
    archive.add(*without_page(original, article))
    gone = archive.forget(original.sha256, reason="asked for")
    assert original.sha256 in gone.captures
    assert list(archive.forgotten()) == [gone]
    with pytest.raises(ForgottenError):
        archive.get(original.sha256)
    moved = msgspec.structs.replace(original, url="https://elsewhere.example/")
    assert archive.add(moved, msgspec.structs.replace(article, url=moved.url, uri=moved.url)).status == "forgotten"
    assert list(archive.check()) == []


def test_takedown_of_record_and_page(archive: Archive, page: MakePage) -> None:
    """Where both the record's text and the page came in, both go, each told once."""
    original, article = page(ONE, url=URL)
    text, restored = without_page(original, article)
    archive.add(text, restored)
    archive.add(original, article)
    assert archive.forget(URL, reason="asked for").captures == tuple(sorted([text.sha256, original.sha256]))
    assert list(archive.check()) == []
