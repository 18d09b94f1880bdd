"""Notes on articles and passages: what they may be, where they stand, and how the W3C writes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive import w3c
from dateline.archive.annotations import LONGEST, Passage, anchor, noted, passage, quoted
from dateline.errors import AnnotationError, NotFoundError
from dateline.records import Span

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

    from dateline.archive import Archive

URL = "https://news.example/quay"
TEXT = "The quay is shut. The port waits. The quay is open. The port sails."
AT = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "start"),
    [
        ("The quay", "", "", 0),
        ("The quay", "", " is open", 34),
        ("The port", "is shut. ", "", 18),
        ("The port", "is open. ", "", 52),
        ("The port", "", " sails", 52),
    ],
)
def test_words_are_found_by_what_is_around_them(exact: str, prefix: str, suffix: str, start: int) -> None:
    """Of several places the one whose surroundings agree most, else the first."""
    found = quoted(TEXT, exact, prefix, suffix)
    assert found.span == Span(start, start + len(exact))
    assert TEXT[: found.span.start].endswith(found.prefix)
    assert TEXT[found.span.end :].startswith(found.suffix)


@given(st.text("ab ", min_size=1, max_size=60), st.data())
def test_a_passage_finds_itself_again(text: str, data: st.DataObject) -> None:
    """In the same text at its place; with lines put before it, at the place moved by as much."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = passage(text, Span(start, end))
    assert anchor(text, made) == made.span
    moved = anchor("ccc\n" + text, made)
    if made.exact.strip():
        assert moved is not None
        assert moved.of("ccc\n" + text) == made.exact


@pytest.mark.parametrize(
    ("body", "by", "place", "reason"),
    [
        ("", "Ada", None, "has to say something"),
        (" \n ", "Ada", None, "has to say something"),
        ("Well.", " ", None, "is signed"),
        ("Well.", "A\x00", None, "is no text"),
        ("x" * (LONGEST + 1), "Ada", None, "longer than"),
        ("Well.", "Ada", Span(3, 3), "no passage at 3 to 3"),
        ("Well.", "Ada", Span(-4, 3), "no passage"),
        ("Well.", "Ada", Span(0, 10_000), "no passage"),
        ("Well.", "Ada", "never said", "do not stand on the page"),
        ("Well.", "Ada", "", "do not stand on the page"),
        ("Well.", "Ada", Passage(Span(0, 3), "gone", "", ""), "do not stand"),
    ],
)
def test_what_is_no_annotation(page: MakePage, body: str, by: str, place: Any, reason: str) -> None:
    """It is refused with the reason."""
    with pytest.raises(AnnotationError, match=reason):
        noted(page(TEXT)[1], body, by=by, passage=place, state="pending", at=AT)


def test_annotations_in_an_archive(archive: Archive, page: MakePage) -> None:
    """They are kept with their passage, moderated, and listed by article and state, the latest first."""
    archive.add(*page(TEXT, headline="Quay", url=URL))
    archive.add(*page("Elsewhere.", url="https://news.example/other"))
    one = archive.annotate(URL, " Really?\r\nWho says? ", by="Tom  Quay", passage="The port waits.")
    two = archive.annotate(URL, "Well put.", by="Ada Fell", state="shown")
    three = archive.annotate("https://news.example/other", "Here too.", by="Ada Fell", passage=Span(0, 4))
    assert (one.body, one.by, one.state, one.moderated_at) == ("Really?\nWho says?", "Tom Quay", "pending", None)
    assert one.passage is not None
    assert one.passage.span.of(archive.get(URL).text) == "The port waits."
    assert [each.id for each in archive.annotations(URL)] == [two.id, one.id]
    assert [each.id for each in archive.annotations(state="pending")] == [three.id, one.id]
    assert [each.id for each in archive.annotations(before=three.id)] == [two.id, one.id]
    shown = archive.moderate(one.id, "shown")
    assert (shown.state, shown.moderated_at is not None, shown.passage) == ("shown", True, one.passage)
    with pytest.raises(NotFoundError):
        archive.moderate(99, "hidden")
    with pytest.raises(NotFoundError):
        archive.annotate("https://news.example/none", "x", by="Ada")
    assert list(archive.check()) == []


def test_the_w3cs_form(archive: Archive, page: MakePage) -> None:
    """Body, creator, time and both selectors, as the Web Annotation Data Model has them."""
    archive.add(*page(TEXT, url=URL))
    made = archive.annotate(URL, "Really?", by="Tom Quay", passage="The port waits.")
    written = w3c(made)
    assert {key: written[key] for key in ("@context", "type", "motivation", "creator", "body")} == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "commenting",
        "creator": {"type": "Person", "name": "Tom Quay"},
        "body": {"type": "TextualBody", "value": "Really?", "format": "text/plain"},
    }
    assert written["target"] == {
        "source": URL,
        "selector": [
            {"type": "TextPositionSelector", "start": 18, "end": 33},
            {"type": "TextQuoteSelector", "exact": "The port waits.", "prefix": TEXT[:18], "suffix": TEXT[33:65]},
        ],
    }
    assert "selector" not in w3c(archive.annotate(URL, "All of it.", by="Tom Quay"))["target"]
