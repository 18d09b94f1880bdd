"""Sentences end where they should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.statements.sentences import sentences

CASES = {
    "plain": ("It is. It was! Was it? Yes", ["It is.", "It was!", "Was it?", "Yes"]),
    "titles": ("Mr. Roe met Gov. Doe. They left.", ["Mr. Roe met Gov. Doe.", "They left."]),
    "initials": ("J. R. Roe lives in the U.S. today. He does.", ["J. R. Roe lives in the U.S. today.", "He does."]),
    "quotes": ("“It is.” He left. (So did she.) They", ["“It is.”", "He left.", "(So did she.)", "They"]),
    "told on": ("“Is it?” she asked. No.", ["“Is it?” she asked.", "No."]),
    "lines": ("A headline\nA sentence.\n\nAnother", ["A headline", "A sentence.", "Another"]),
    "german days": ("Er kam am 3. Mai. Sie kam.", ["Er kam am 3. Mai.", "Sie kam."]),
    "chinese": ("大桥将开放。他说：“好。”完。", ["大桥将开放。", "他说：“好。”", "完。"]),
    "arabic": ("هل غادر؟ نعم.", ["هل غادر؟", "نعم."]),
    "decimals": ("It rose 2.5 percent. Then it fell.", ["It rose 2.5 percent.", "Then it fell."]),
    "nothing": (" \n ", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_sentences(text: str, expected: list[str]) -> None:
    """A text is cut into its sentences."""
    assert [span.of(text) for span in sentences(text)] == expected


@given(st.text(alphabet='aB .?!\n”"。 3', max_size=120))
def test_nothing_is_lost(text: str) -> None:
    """Sentences hold every character that is not white space, in order, once."""
    assert "".join("".join(span.of(text) for span in sentences(text)).split()) == "".join(text.split())
