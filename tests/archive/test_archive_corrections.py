"""What a field may be set to by hand, and where a correction holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from dateline.archive.corrections import FIELDS, Correction, corrected, field_value, holds, signed
from dateline.errors import CorrectionError
from dateline.records import Article, Author, Moment, Paragraph, Span

if TYPE_CHECKING:
    from .conftest import MakePage

TEXTS = ("The quay is closed.", "It  opens in May,\nthe port says.", "The quay is closed.")


def correction(field: str, value: object, **given: Any) -> Correction:
    known: dict[str, Any] = {"id": 1, "article": "urn:x", "capture": "", "machine": None, "by": "Ada Fell", "note": None}
    return Correction(field=field, value=value, at=datetime(2024, 5, 6, tzinfo=UTC), **(known | given))


@pytest.fixture
def record(page: MakePage) -> Article:
    return page(*TEXTS, headline="Quay shut", byline="By Tom Quay")[1]


@pytest.mark.parametrize(
    ("field", "given", "expected"),
    [
        ("headline", "  A new\n headline ", "A new headline"),
        ("headline", None, None),
        ("headline", "", None),
        ("authors", ["Ada Fell", {"name": "City Desk", "kind": "desk"}], (Author("Ada Fell"), Author("City Desk", "desk"))),
        ("authors", [], ()),
        ("published", "2021-11", Moment(local="2021-11", precision="month")),
        (
            "published",
            "2021-11-23T18:00+03:30",
            Moment(local="2021-11-23T18:00", precision="minute", offset="+03:30", zone_source="explicit"),
        ),
        ("modified", {"local": "2021-11-23", "precision": "day"}, Moment(local="2021-11-23", precision="day")),
        ("keywords", ["port", "quay"], ("port", "quay")),
        ("kind", "listing", "listing"),
        ("genre", "opinion", "opinion"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_field_takes_what_it_can_be(record: Article, field: str, given: object, expected: object) -> None:
    """Texts, lists and times come in the types that they have in the record, however they are spaced."""
    assert field_value(field, given, record) == expected


@pytest.mark.parametrize(
    ("field", "given", "reason"),
    [
        ("text", "x", "is not corrected; these are"),
        ("uri", "x", "is not corrected"),
        ("kind", None, "kind cannot be that"),
        ("kind", "poem", "kind cannot be that"),
        ("published", "yesterday", "is no date"),
        ("published", "2021-02-30", "no date of the calendar"),
        ("published", "2021-11-23T18:00+99:00", "more than a day from UTC"),
        ("published", {"local": "2021", "precision": "day"}, "published cannot be that"),
        ("headline", "x" * 2_001, "longer than 2,000"),
        ("headline", "a\x00b", "U+0000 is no text"),
        ("headline", "a\ud800b", "U+D800 is no text"),
        ("keywords", ["x" * 30_000], "longer than"),
        ("authors", [{"name": "A", "kind": "poet"}], "authors cannot be that"),
        ("body", 3, "body is a list"),
        ("body", ["Another text."], "does not stand on the page"),
        ("body", [[0, 4], [2, 6]], "in order"),
        ("body", [[0, 400]], "in order"),
        ("body", [[-5, 4]], "in order"),
        ("body", [None], "body cannot be that"),
        ("body", [{"kind": "poem", "text": "The quay is closed."}], "body cannot be that"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_a_field_cannot_be(record: Article, field: str, given: object, reason: str) -> None:
    """It is refused with the reason, and nothing else is raised."""
    with pytest.raises(CorrectionError, match=reason.replace("+", r"\+")):
        field_value(field, given, record)


@pytest.mark.parametrize(
    "given",
    [
        list(TEXTS),
        ["The quay is closed.", "It opens in May, the port says.", "The quay is closed."],
        [[10, 29], [30, 62], [63, 82]],
        [{"text": TEXTS[0]}, {"span": [30, 62]}, [63, 82]],
    ],
    ids=["texts", "otherwise spaced", "spans", "objects"],
)
def test_a_body_is_of_the_page(record: Article, given: object) -> None:
    """However its paragraphs are named, each has its own place in order, and the page's words."""
    body = field_value("body", given, record)
    assert body == tuple(
        Paragraph("paragraph", text, Span(start, start + len(text)), 1.0) for text, start in zip(TEXTS, (10, 30, 63), strict=True)
    )


def test_every_field_named_is_one_of_the_record(record: Article) -> None:
    """Each can be set to what it is."""
    for field in FIELDS:
        assert field_value(field, msgspec.to_builtins(getattr(record, field)), record) is not ...


def test_evidence_of_a_correction(record: Article) -> None:
    """The hand's word is the chosen one, on the page where it stands there; the reader's stays and is not."""
    after = corrected(record, [correction("headline", "The quay is closed."), correction("byline", "Ada Fell", id=7)])
    assert (after.headline, after.byline) == ("The quay is closed.", "Ada Fell")
    by_hand = [each for each in after.evidence if each.method == "correction"]
    assert [(each.field, each.span, each.path, each.chosen) for each in by_hand] == [
        ("headline", Span(10, 29), None, True),
        ("byline", None, "correction[7]", True),
    ]
    assert [each.chosen for each in after.evidence if each.field == "headline"] == [False, True]
    assert all(each.span.of(after.text) == each.raw for each in after.evidence if each.span)


def test_the_newest_wins(record: Article) -> None:
    """Of several corrections of a field the last given counts."""
    after = corrected(record, [correction("section", "Port"), correction("section", "Harbour")])
    assert after.section == "Harbour"


def test_a_body_that_is_gone(record: Article) -> None:
    """A body whose words no longer stand on the page leaves the reader's in place."""
    assert corrected(record, [correction("body", ["Other words."])]) == record
    assert corrected(record, []) is record


def test_a_corrected_body_moves_with_the_page(record: Article, page: MakePage) -> None:
    """A page that is read into other lines has the same paragraphs elsewhere."""
    kept = msgspec.to_builtins(field_value("body", [TEXTS[1]], record))
    moved = page("A line more.", *TEXTS, headline="Quay shut")[1]
    texts = [{"kind": each["kind"], "text": each["text"], "span": each["span"]} for each in kept]
    assert [each.text for each in corrected(moved, [correction("body", texts)]).body] == [TEXTS[1]]


@pytest.mark.parametrize(
    ("change", "same_version", "expected"),
    [
        ({}, False, True),
        ({"capture": "b" * 64}, False, True),
        ({"capture": "b" * 64, "headline": "Quay opens"}, False, False),
        ({"capture": "b" * 64, "headline": "Quay opens"}, True, True),
        ({"headline": "Quay opens"}, False, True),
    ],
    ids=["same", "another capture", "the publisher's change", "same version", "same capture, read anew"],
)
def test_where_a_correction_holds(record: Article, change: dict[str, Any], same_version: bool, expected: bool) -> None:
    """On its capture and version, and where the reader makes the same mistake; not where the publisher changed the field."""
    other = msgspec.structs.replace(record, **change)
    assert holds("headline", other, record, same_version=same_version) is expected


@pytest.mark.parametrize("by", ["", "  ", "x" * 201, "a\x1bb"], ids=["nobody", "space", "long", "control"])
def test_a_correction_is_signed(by: str) -> None:
    """Somebody has to answer for it."""
    with pytest.raises(CorrectionError, match="is signed"):
        signed(by, None)
    assert signed(" Ada  Fell ", " so it says ") == ("Ada Fell", "so it says")
