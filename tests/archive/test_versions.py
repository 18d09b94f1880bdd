"""What a capture is to an article that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from dateline.archive.versions import Change, Decision, Known, Seen, broken_off, decide, rank, same_version
from dateline.records import Evidence, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.archive.conftest import MakePage

    from dateline.records import Article

ONE, TWO, THREE = (
    "The council agreed on Monday to repair the bridge.",
    "Work is to begin in March, the mayor said.",
    "The opposition called the plan too late. It wants more money for it.",
)
WHOLE = (ONE, TWO, THREE)

SAME, NEW, POOR = Decision("unchanged", 10), Decision("changed", 90), Decision("unchanged", None)

# Against WHOLE with headline "Bridge to be repaired", seen before.
AFTER_IT: dict[str, tuple[tuple[str, ...], dict[str, Any], Decision]] = {
    "the same page again": (WHOLE, {}, SAME),
    "other comments and advertisements": (WHOLE, {"furniture": "Other readers liked"}, SAME),
    "other white space": ((ONE.replace(" ", "\u00a0"), TWO, THREE + " "), {}, SAME),
    "another modification time": (WHOLE, {"modified": Moment(local="2024-05-01", precision="day")}, SAME),
    "another keyword": (WHOLE, {"keywords": ("bridges",)}, SAME),
    "headline changed": (WHOLE, {"headline": "Bridge repair agreed"}, NEW),
    "byline added": (WHOLE, {"byline": "By Ada Brook"}, NEW),
    "day of publication changed": (WHOLE, {"published": Moment(local="2024-05-01", precision="day")}, NEW),
    "body corrected": ((ONE.replace("Monday", "Tuesday"), TWO, THREE), {}, NEW),
    "a paragraph gone from the middle": ((ONE, THREE), {}, NEW),
    "the last paragraph gone": ((ONE, TWO), {}, NEW),
    "the last sentence gone": ((ONE, TWO, "The opposition called the plan too late."), {}, NEW),
    "a paragraph more": ((*WHOLE, "This article was extended."), {}, NEW),
    "rewritten": (("Nothing of it is left.",), {}, NEW),
    "broken off in a sentence": ((ONE, TWO, "The opposition called the"), {}, POOR),
    "broken off with a mark": ((ONE, TWO, "The opposition called the plan too late. …"), {}, POOR),
    "only the opening": ((ONE,), {}, POOR),
    "a paywall's stub": ((ONE,), {"access": "paywalled"}, POOR),
    "an error page": (("The page was not found.",), {"kind": "other"}, POOR),
    "a page without text": ((), {}, POOR),
}


@pytest.mark.parametrize(("paragraphs", "fields", "expected"), AFTER_IT.values(), ids=AFTER_IT)
def test_after_a_whole_capture(paragraphs: tuple[str, ...], fields: dict[str, Any], expected: Decision, page: MakePage) -> None:
    """A later capture is the same version, another, or a poor one that replaces nothing."""
    whole = page(*WHOLE, headline="Bridge to be repaired")[1]
    new = page(*paragraphs, **({"headline": "Bridge to be repaired"} | fields))[1]
    assert decide(new, Known(90, 2, Seen(5, whole, 10))) == expected


def test_an_article_not_known(page: MakePage) -> None:
    """The first capture is a version, whatever it is."""
    assert decide(page(kind="other")[1], Known(90)) == Decision("added", 90)


def test_a_whole_capture_among_poor_ones(page: MakePage) -> None:
    """What was all there was turns out to be poor."""
    stub, whole = page(ONE, access="paywalled")[1], page(*WHOLE)[1]
    expected = Decision("changed", 90, demote_all=True)
    assert decide(whole, Known(90, 1, Seen(5, stub, 10))) == expected
    assert decide(whole, Known(90, 1, None, [Seen(5, stub, 10)])) == expected


Texts = tuple[str, ...]
SHORT, OTHER, CUT = (ONE, TWO), ("Another text altogether.",), (ONE, "Work is to")

# Before: text and version, or None. Then the new text, and what comes after: texts and versions (None: poor) of captures 6, 7, …
OUT_OF_ORDER: dict[str, tuple[tuple[Texts, int] | None, Texts, list[tuple[Texts, int | None]], Decision]] = {
    "earlier than the same": (None, WHOLE, [(WHOLE, 10)], Decision("unchanged", 90, (Change(6, 90, run=10),))),
    "an earlier state": (None, SHORT, [(WHOLE, 10)], NEW),
    "between two equal ones": ((WHOLE, 10), WHOLE, [(WHOLE, 10)], SAME),
    "another text between two equal ones": ((WHOLE, 10), OTHER, [(WHOLE, 10)], Decision("changed", 90, (Change(6, 91, run=10),))),
    "between two versions, like the first": ((WHOLE, 10), WHOLE, [(OTHER, 20)], SAME),
    "between two versions, like the second": (
        (OTHER, 10),
        WHOLE,
        [(WHOLE, 20)],
        Decision("unchanged", 90, (Change(6, 90, run=20),)),
    ),
    "between two versions, like none": ((OTHER, 10), (ONE, THREE), [(WHOLE, 20)], NEW),
    "a whole one before a broken one": (None, WHOLE, [(CUT, 10)], Decision("changed", 90, (Change(6, None),))),
    "before several broken ones": (
        None,
        WHOLE,
        [(CUT, 10), (CUT, 10)],
        Decision("changed", 90, (Change(6, None), Change(7, None))),
    ),
    "before broken ones and a good one": (
        None,
        WHOLE,
        [(CUT, 10), (OTHER, 20)],
        Decision("changed", 90, (Change(6, None),)),
    ),
    "before one that was only broken off from another": (
        (WHOLE, 10),
        OTHER,
        [(CUT, None)],
        Decision("changed", 90, (Change(6, 91),)),
    ),
    "two of those": (
        (WHOLE, 10),
        OTHER,
        [(CUT, None), (CUT, None), (WHOLE, 10)],
        Decision("changed", 90, (Change(6, 91), Change(7, 91), Change(8, 92, run=10))),
    ),
    "a short one before a whole one": (None, (ONE,), [(WHOLE, 10)], NEW),
}


@pytest.mark.parametrize(("before", "new", "later", "expected"), OUT_OF_ORDER.values(), ids=OUT_OF_ORDER)
def test_captures_out_of_order(
    before: tuple[Texts, int] | None, new: Texts, later: list[tuple[Texts, int | None]], expected: Decision, page: MakePage
) -> None:
    """Versions are stretches of time, whatever order their captures are added in."""
    first = Seen(5, page(*before[0])[1], before[1]) if before else None
    after = [Seen(n, page(*texts)[1], version) for n, (texts, version) in enumerate(later, 6)]
    assert decide(page(*new)[1], Known(90, 2, first, after)) == expected


def test_what_is_settled_is_not_read(page: MakePage) -> None:
    """After the first capture that was good and still is, no other is looked at."""

    def later() -> Iterator[Seen]:
        yield Seen(6, page(*OTHER)[1], 20)
        raise AssertionError

    assert decide(page(*WHOLE)[1], Known(90, 2, None, later())).version == 90


def _headline(value: str, path: str) -> Evidence:
    return Evidence(field="headline", method="declared", raw=value, value=value, confidence=0.5, chosen=False, path=path)


def test_another_reader_makes_no_version(page: MakePage) -> None:
    """What another reader sees in the same words of the page is not the publisher's doing."""
    old = page(ONE, TWO, furniture=THREE, reader="test/1")[1]
    assert same_version(old, page(ONE, TWO, THREE, reader="test/2")[1])
    assert not same_version(old, page(ONE, TWO, THREE, reader="test/1")[1])
    assert not same_version(old, page(ONE.replace("Monday", "Friday"), TWO, THREE, reader="test/2")[1])


def test_another_reader_and_a_declared_headline(page: MakePage) -> None:
    """A headline that stood among the losing candidates is no change either."""
    old = page(ONE, headline="Bridge to be repaired")[1]
    new = page(ONE, headline="Council agrees on bridge", reader="test/2")[1]
    assert not same_version(old, new)
    both = tuple(_headline(value, "meta[og:title]") for value in ("Bridge to be repaired", "Council agrees on bridge"))
    assert same_version(_with(old, both), _with(new, both))


def _with(article: Article, evidence: tuple[Evidence, ...]) -> Article:
    return replace(article, evidence=(*article.evidence, *evidence))


def test_broken_off_needs_a_beginning(page: MakePage) -> None:
    """Other words, more words, or none are not a broken page."""
    whole = page(*WHOLE)[1]
    assert not broken_off(whole, whole)
    assert not broken_off(page(TWO)[1], whole)
    assert not broken_off(page(*WHOLE, "More")[1], whole)
    assert not broken_off(page()[1], whole)


RANKS: dict[str, tuple[tuple[str, ...], dict[str, Any], int]] = {
    "an article": ((ONE,), {}, 2),
    "access not told": ((ONE,), {"access": None}, 2),
    "a stub": ((ONE,), {"access": "truncated"}, 1),
    "a section front": ((ONE,), {"kind": "listing"}, 0),
    "nothing": ((), {}, 0),
}


@pytest.mark.parametrize(("paragraphs", "fields", "expected"), RANKS.values(), ids=RANKS)
def test_ranks(paragraphs: tuple[str, ...], fields: dict[str, Any], expected: int, page: MakePage) -> None:
    """A whole article is worth more than a part of one, and that more than none."""
    assert rank(page(*paragraphs, **fields)[1]) == expected
