"""Quotation marks: what stands between which."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.statements.quotation import quotations

CASES = {
    "english": ("“One,” she said. “Two.”", ["One,", "Two."]),
    "straight": ('She said "one" and left. "Two," he said.', ["one", "Two,"]),
    "newswire": ("''We leave,'' she said. ``Soon.''", ["We leave,", "Soon."]),
    "german": ("„Ja“, sagte sie. »Nein«, sagte er.", ["Ja", "Nein"]),
    "french": ("« Oui », dit-elle. “Non”.", [" Oui ", "Non"]),
    "swedish": ("”Ja”, sa hon.", ["Ja"]),
    "chinese": ("她说：“好。”他说：「不」。", ["好。", "不"]),
    "chinese titles": ("《日报》报道", []),
    "dutch singles": ("‘Ja’, zei ze. ‘Nee’, zei hij.", ["Ja", "Nee"]),
    "nested": ("“He said ‘go’ twice,” she said.", ["He said ‘go’ twice,", "go"]),
    "nested straight": ("\"He said 'go' twice,\" she said.", ["He said 'go' twice,", "go"]),
    "an apostrophe before": ("‘Twas “good” and ‘fine", ["good"]),
    "apostrophes": ("It’s the voters’ choice, isn't it? ’Tis.", []),
    "inches": ('a 6" pipe and a 7" pipe', []),
    "unclosed": ("“It goes on\nHe left.", ["It goes on"]),
    "unclosed straight": ('"It goes on\nHe said "no" twice.', ["It goes on", "no"]),
    "over lines": ("“First.\nSecond.” He left.", ["First.\nSecond."]),
    "stray closing": ("It ended.” He left.", []),
}


@pytest.mark.parametrize(("text", "inner"), CASES.values(), ids=CASES.keys())
def test_what_stands_in_marks(text: str, inner: list[str]) -> None:
    """Each kind of mark gives the words between its opening and its closing form."""
    assert [text[one.inner : one.outer] for one in quotations(text)] == inner


def test_a_paragraph_that_opens_again_continues() -> None:
    """An unclosed quotation whose next paragraph opens with the same mark goes on there."""
    first, second = quotations("“We begin here.\n\n“We end here,” she said.")
    assert (first.closed, first.continues, second.closed, second.continues) == (False, False, True, True)


def test_depth() -> None:
    """What stands in other marks is deeper by one."""
    assert [one.depth for one in quotations("“A ‘b’ c” and “d” ‘twas “e”")] == [0, 1, 0, 0]


def test_only_the_range_is_read() -> None:
    """Marks outside the range count for nothing."""
    text = "“One” “Two” “Three”"
    assert [text[one.inner : one.outer] for one in quotations(text, 6, 11)] == ["Two"]


@given(st.text(alphabet="ab .,\n“”‘’'\"«»„「」`—", max_size=200))
def test_any_marks(text: str) -> None:
    """Any mixture of marks gives spans in range, the marks outside the inner words, in order."""
    found = quotations(text)
    assert all(0 <= one.start < one.inner <= one.outer <= one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    outer = [one for one in found if one.depth == 0]
    assert all(one.end <= other.start for one, other in pairwise(outer))


@pytest.mark.parametrize("piece", ["“", '"', "‘a ", "«x\n", "“a ‘b ", "'", "”", "」「", "``"], ids=repr)
def test_hostile_marks(piece: str) -> None:
    """Thousands of unbalanced marks are read, none deeper than the machine's stack."""
    assert all(one.depth < 8 for one in quotations(piece * 20_000))
