"""Corrections in an archive: shown, found, kept through readings and versions, withdrawn, and given out as gold."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.archive import open_archive
from dateline.errors import CorrectionError, NotFoundError

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

    from dateline.archive import Archive
    from dateline.records import Article, Capture

URL = "https://news.example/quay"
FIRST, SECOND = "The council agreed on Monday to shut the old quay.", "The council agreed on Friday to shut the quay at once."


def at(month: int) -> str:
    """A time of capture."""
    return f"2024-{month:02d}-01T08:00:00+00:00"


def test_a_correction_wins(archive: Archive, page: MakePage) -> None:
    """In the record, in lists, in what is given out, in facets and in search; the reader's words no longer find it."""
    archive.add(*page(FIRST, headline="Sport", url=URL, section="Sport"))
    made = archive.correct(URL, "headline", "Quay shut", by="Ada Fell", note="the page's second line")
    archive.correct(URL, "section", "Harbour", by="Ada Fell")
    archive.correct(URL, "published", "2024-03-05", by="Ada Fell")
    assert (made.id, made.article, made.field, made.value, made.machine) == (1, URL, "headline", "Quay shut", "Sport")
    assert archive.get(URL).headline == archive.get(made.capture).headline == "Quay shut"
    assert [each.headline for each in archive.articles()] == [each.headline for each in archive.list()] == ["Quay shut"]
    assert archive.search("headline:shut").total == archive.search("section:harbour from:2024-03-05 to:2024-03-05").total == 1
    assert archive.search("headline:sport").total == archive.search("section:sport").total == 0
    assert [each.value for each in archive.facets("").section] == ["Harbour"]
    assert list(archive.check()) == []


def test_history_of_corrections(archive: Archive, page: MakePage) -> None:
    """Each is kept with who and when; a withdrawn one gives way to the one before, then to the reader."""
    archive.add(*page(FIRST, headline="Sport", url=URL))
    archive.add(*page("Another page.", headline="Other", url="https://news.example/other"))
    one, two = (archive.correct(URL, "headline", value, by="Ada Fell").id for value in ("Quay", "Quay shut"))
    archive.correct("https://news.example/other", "headline", None, by="Tom Quay")
    assert [each.id for each in archive.corrections(URL)] == [two, one]
    assert [each.id for each in archive.corrections(before=two)] == [one]
    assert archive.withdraw(two, by="Tom Quay").withdrawn_by == "Tom Quay"
    assert archive.get(URL).headline == "Quay"
    archive.withdraw(one, by="Tom Quay")
    archive.withdraw(one, by="Ada Fell")
    assert archive.get(URL).headline == "Sport"
    assert [(each.by, each.withdrawn_by) for each in archive.corrections(URL)] == [("Ada Fell", "Tom Quay")] * 2
    assert archive.search("headline:sport").total == 1
    assert archive.get("https://news.example/other").headline is None
    assert list(archive.check()) == []


def test_a_correction_survives_a_new_reading(archive: Archive, page: MakePage) -> None:
    """What another reader makes of the field changes nothing, on the same capture and on others of its version."""
    archive.add(*page(FIRST, headline="Sport", url=URL, at=at(3)))
    archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
    archive.add(*page(FIRST, headline="Sport", url=URL, at=at(4), furniture="Advertisement"))

    def better(capture: Capture, _: Article) -> Article:
        record = page(*capture.content.decode().split("\n")[1:2], headline="Sport", url=URL, reader="test/2")[1]
        return replace(record, headline="A wild guess", capture=capture.sha256, section="City")

    assert all("headline" in each.changed for each in archive.reread(better, reader="test/2"))
    assert (archive.get(URL).headline, archive.get(URL).section) == ("Quay shut", "City")
    assert archive.search("headline:shut").total == 1
    assert archive.search("headline:guess").total == 0
    assert [each.headline for each in (archive.get(s.capture) for s in archive.sightings(URL))] == ["Quay shut"] * 2
    assert list(archive.check()) == []


def test_the_publishers_change_is_not_covered(archive: Archive, page: MakePage) -> None:
    """Where the publisher changed the field, the new version shows that; where not, the correction still holds."""
    archive.add(*page(FIRST, headline="Sport", byline="By Us", url=URL, at=at(3)))
    archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
    archive.correct(URL, "byline", "By Ada Fell", by="Ada Fell")
    archive.add(*page(SECOND, headline="Quay shuts at once", byline="By Us", url=URL, at=at(4)))
    assert (archive.get(URL).headline, archive.get(URL).byline) == ("Quay shuts at once", "By Ada Fell")
    old, new = (version.capture for version in archive.versions(URL))
    assert (archive.get(old).headline, archive.get(new).headline) == ("Quay shut", "Quay shuts at once")
    assert [(c.field, c.old, c.new) for c in archive.diff(URL).fields] == [("headline", "Sport", "Quay shuts at once")]
    assert list(archive.check()) == []


def test_what_is_no_correction(archive: Archive, page: MakePage) -> None:
    """It is refused, and nothing is kept of it."""
    archive.add(*page(FIRST, url=URL))
    for field, value, by in (("text", "x", "Ada"), ("kind", "poem", "Ada"), ("headline", "x", " ")):
        with pytest.raises(CorrectionError):
            archive.correct(URL, field, value, by=by)
    for call in (
        lambda: archive.correct("https://news.example/none", "headline", "x", by="Ada"),
        lambda: archive.withdraw(7, by="Ada"),
        lambda: list(archive.corrections("https://news.example/none")),
    ):
        with pytest.raises(NotFoundError):
            call()
    assert list(archive.corrections()) == []


def test_labelled_pages(archive: Archive, page: MakePage) -> None:
    """A page that was corrected or confirmed is gold with those fields only, each from the capture that it was made on."""
    archive.add(*page(FIRST, headline="Sport", url=URL, at=at(3)))
    archive.add(*page("Untouched.", url="https://news.example/untouched"))
    archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
    archive.correct(URL, "body", [FIRST], by="Ada Fell")
    dropped = archive.correct(URL, "byline", "Us", by="Ada Fell")
    archive.withdraw(dropped.id, by="Ada Fell")
    archive.add(*page(SECOND, headline="Quay shuts at once", url=URL, at=at(4)))
    (gold,) = archive.labelled()
    assert gold.capture.url == URL
    assert (gold.fields, gold.article.headline, gold.article.body[0].text) == (("headline", "body"), "Quay shut", FIRST)
    assert gold.capture.content == b"Sport\n" + FIRST.encode()


def test_what_is_forgotten(archive: Archive, page: MakePage) -> None:
    """A takedown takes corrections and notes along."""
    archive.add(*page(FIRST, headline="Sport", url=URL))
    archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
    archive.annotate(URL, "Well put.", by="Tom Quay")
    archive.forget(URL, reason="asked for")
    assert not [*archive.corrections(), *archive.annotations(), *archive.labelled()]
    assert archive.search("headline:shut").total == 0
    assert list(archive.check()) == []


# What may happen to an archive of two pages, in any order.
STEP = st.one_of(
    st.tuples(st.just("add"), st.sampled_from([FIRST, SECOND]), st.sampled_from(["Sport", "Quay"]), st.integers(1, 9)),
    st.tuples(st.just("correct"), st.sampled_from(["headline", "byline", "section"]), st.sampled_from(["Quay", None, "Harbour"])),
    st.tuples(st.just("body"), st.sampled_from([FIRST, SECOND, ""])),
    st.tuples(st.just("withdraw"), st.integers(1, 5)),
    st.tuples(st.just("reread"), st.sampled_from(["test/2", "test/3"])),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=8))
def test_the_index_holds_what_is_shown(page: MakePage, steps: list[tuple[Any, ...]]) -> None:
    """Whatever is added, corrected, withdrawn and read anew: search finds exactly the words of the record that is shown."""
    with TemporaryDirectory() as folder, open_archive(Path(folder) / "archive", create=True) as archive:
        archive.add(*page(FIRST, headline="Start", url=URL, at=at(1)))
        for kind, *rest in steps:
            match kind:
                case "add":
                    archive.add(*page(rest[0], headline=rest[1], url=URL, at=at(rest[2])))
                case "correct":
                    archive.correct(URL, rest[0], rest[1], by="Ada")
                case "body":
                    if rest[0] in archive.get(URL).text:
                        archive.correct(URL, "body", rest[0], by="Ada")
                case "withdraw":
                    if any(each.id == rest[0] for each in archive.corrections()):
                        archive.withdraw(rest[0], by="Ada")
                case "reread":
                    list(archive.reread(partial(_anew, page, rest[0]), reader=rest[0]))
        shown = archive.get(URL)
        for word in ("start", "sport", "quay", "harbour"):
            assert archive.search(f"headline:{word}").total == (word in (shown.headline or "").lower())
        assert archive.search("section:harbour").total == (shown.section == "Harbour")
        assert archive.search("monday").total == any("Monday" in each.text for each in shown.body)
        assert list(archive.check()) == []


def _anew(page: MakePage, reader: str, capture: Capture, _: Article) -> Article:
    """Another reader, which takes the page's first word for the section."""
    headline, *lines = capture.content.decode().split("\n")
    record = page(*lines, headline=headline, url=URL, reader=reader)[1]
    return replace(record, section=reader, captured_at=capture.captured_at)


def test_a_copy_of_the_archive(archive: Archive, page: MakePage, tmp_path: Path) -> None:
    """What was corrected is found in the copy as well, by the corrected words alone."""
    archive.add(*page(FIRST, headline="Sport", url=URL))
    archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
    archive.annotate(URL, "Well put.", by="Tom Quay", passage=FIRST)
    archive.backup(tmp_path / "copy")
    with open_archive(tmp_path / "copy") as copy:
        assert (copy.search("headline:shut").total, copy.search("headline:sport").total) == (1, 0)
        assert list(copy.corrections()) == list(archive.corrections())
        assert list(copy.annotations()) == list(archive.annotations())
        assert list(copy.check()) == []
