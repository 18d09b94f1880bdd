"""Attributions in English, by the shipped model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.statements.attributions import find_attributions

# text, [(kind, speaker's name, content pieces)]
CASES: dict[str, tuple[str, list[tuple[str, str | None, list[str]]]]] = {
    "quote": (
        "“We will not raise the fare,” Mayor Jane Holm said on Monday.",
        [("quote", "Jane Holm", ["“We will not raise the fare,”"])],
    ),
    "straight": (
        '"We will not raise the fare," Mayor Jane Holm said on Monday.',
        [("quote", "Jane Holm", ['"We will not raise the fare,"'])],
    ),
    "newswire": (
        "''We will not raise the fare,'' Mayor Jane Holm said on Monday.",
        [("quote", "Jane Holm", ["''We will not raise the fare,''"])],
    ),
    "split": (
        "“We will not raise the fare,” said Jane Holm, the mayor. “It is high enough already.”",
        [("quote", "Jane Holm", ["“We will not raise the fare,”", "“It is high enough already.”"])],
    ),
    "clause": (
        "Jane Holm said that the fare would not be raised.",
        [("paraphrase", "Jane Holm", ["that the fare would not be raised"])],
    ),
    "phrase": (
        "The fare will not be raised, according to the mayor’s office.",
        [("paraphrase", "mayor’s office", ["The fare will not be raised"])],
    ),
    "pronoun": (
        "Jane Holm spoke to reporters on Monday. She said the fare would not be raised.",
        [("paraphrase", "Jane Holm", ["the fare would not be raised"])],
    ),
    "a wish": (
        "The board wants to sell the ferry next year.",
        [("paraphrase", "board", ["to sell the ferry next year"])],
    ),
    "over paragraphs": (
        "“We begin with the fare.\n\n“We end with the ferry,” said Jane Holm, the mayor.",
        [("quote", "Jane Holm", ["“We begin with the fare.", "“We end with the ferry,”"])],
    ),
    "nothing": ("The ferry crosses the river every hour and carries forty cars.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_attributions(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    """What is said is found with its kind, who says it and all its pieces."""
    found = find_attributions(text, language="en")
    assert [(said.kind, said.speaker_name, [span.of(text) for span in said.content]) for said in found] == expected


def test_spans_hold_cue_and_speaker() -> None:
    """The cue and the speaker are spans of their own, beside the content."""
    text = "“We will not raise the fare,” Mayor Jane Holm said on Monday."
    (said,) = find_attributions(text, language="en")
    assert [span.of(text) for span in said.cue] == ["said"]
    assert [span.of(text) for span in said.speaker] == ["Mayor Jane Holm"]


def test_long_texts_are_read_in_stretches() -> None:
    """What stands far into a text is found as what stands at its beginning is."""
    line = "“We will not raise the fare,” Mayor Jane Holm said on Monday.\n"
    found = find_attributions(line * 600, language="en")
    assert len(found) == 600
    assert [said.content[0].start for said in found] == [len(line) * i for i in range(600)]


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(["“", "”", '"', "''", "\n", ". ", ", ", "said ", "Holm ", "that ", "he ", "’s ", "\x00", "1"])
    ).map("".join)
)
def test_any_text(text: str) -> None:
    """Spans are in range, hold something, and pieces of content do not overlap, whatever the text."""
    found = find_attributions(text, language="en")
    for said in found:
        assert said.content
        assert all(0 <= span.start < span.end <= len(text) for span in (*said.content, *said.cue, *said.speaker))
    pieces = sorted(span for said in found for span in said.content)
    assert all(one.end <= other.start for one, other in pairwise(pieces))
