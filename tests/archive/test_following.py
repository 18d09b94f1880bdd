"""Which statement of one version is which of another, decided without an archive."""

from __future__ import annotations

import pytest

from dateline.archive.following import follow, match
from dateline.records import Span
from dateline.statements.records import Statement, StatementKind
from dateline.statements.told import Telling


def telling(text: str, kind: StatementKind = "plan", *, version: int = 1, speaker: str | None = None) -> Telling:
    """A statement of these words."""
    statement = Statement(kind=kind, content=(Span(0, len(text)),), speaker_name=speaker)
    return Telling(version=version, capture="0" * 64, statement=statement, text=text)


CLOSE = "the mill will close for good by the end of May"
JUNE = "the mill will close for good by the end of June"
OTHER = "a new bridge is planned for the northern quay"

# What the versions tell, and the threads that come of it: their state and the versions that have them.
CASES = [
    ("told once", [[CLOSE]], [("same", [1])]),
    ("told again", [[CLOSE], [CLOSE]], [("same", [1, 2])]),
    (
        "white space and capitals are no change",
        [[CLOSE], ["The mill will  close for good by the end of May"]],
        [("same", [1, 2])],
    ),
    ("changed", [[CLOSE], [JUNE]], [("changed", [1, 2])]),
    ("changed and back", [[CLOSE], [JUNE], [CLOSE]], [("changed", [1, 2, 3])]),
    ("gone", [[CLOSE, OTHER], [OTHER]], [("same", [1, 2]), ("gone", [1])]),
    ("gone and back", [[CLOSE, OTHER], [OTHER], [CLOSE, OTHER]], [("same", [1, 3]), ("same", [1, 2, 3])]),
    ("another one", [[CLOSE], [OTHER]], [("same", [2]), ("gone", [1])]),
    ("moved in the text", [[CLOSE, OTHER], [OTHER, CLOSE]], [("same", [1, 2]), ("same", [1, 2])]),
    ("nothing", [[], []], []),
    ("no versions", [], []),
]


@pytest.mark.parametrize(("versions", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_follow(versions: list[list[str]], expected: list[tuple[str, list[int]]]) -> None:
    """A statement is one through the versions that tell it, in these words or in most of them, and is gone when the newest has it no more."""
    told = [[telling(text, version=number) for text in texts] for number, texts in enumerate(versions, 1)]
    assert [(thread.state, [each.version for each in thread.tellings]) for thread in follow(told)] == expected


def test_a_new_speaker_is_a_change() -> None:
    """The same words by somebody else are a changed statement."""
    (thread,) = follow([[telling(CLOSE, speaker="Ada Finch")], [telling(CLOSE, speaker="Tom Reed", version=2)]])
    assert thread.state == "changed"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("plan", "forecast", True), ("quote", "paraphrase", True), ("plan", "quote", False), ("plan", "allegation", False)],
)
def test_families(one: StatementKind, other: StatementKind, same: bool) -> None:
    """A plan may become a forecast, but never a quotation."""
    assert bool(match([telling(CLOSE, one)], [telling(CLOSE, other)])) is same


def test_equal_words_go_in_order() -> None:
    """Statements of equal words are paired one by one in their order."""
    assert sorted(match([telling(CLOSE)] * 3, [telling(CLOSE)] * 2)) == [(0, 0), (1, 1)]


def test_the_most_alike_are_one() -> None:
    """Of several that share words, those that share most are one statement, and none is paired twice."""
    old = [telling("the mill on the river will close by May"), telling("the mill on the hill will close by May")]
    new = [telling("the mill on the hill will surely close by May"), telling("the mill on the river will surely close by May")]
    assert sorted(match(old, new)) == [(0, 1), (1, 0)]
