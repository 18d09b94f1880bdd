"""What an author tells without vouching for it."""

from __future__ import annotations

import pytest

from dateline.statements.allegations import find_allegations

# A text, the words that hedge, and what they are about.
CASES = [
    (
        "We are still not sure whether the pact was signed in secret.",
        "We are still not sure",
        "whether the pact was signed in secret",
    ),
    ("It is unclear who paid for the bridge.", "It is unclear", "who paid for the bridge"),
    (
        "It remains far from clear if the mill will close; the owners are silent.",
        "It remains far from clear",
        "if the mill will close",
    ),
    ("Nobody knows why the boat sank.", "Nobody knows", "why the boat sank"),
    ("There is no evidence that the mayor knew of it.", "There is no evidence", "that the mayor knew of it"),
    ("There are claims that the vote was bought.", "There are claims that", "the vote was bought"),
    ("It is said that the king fled.", "It is said that", "the king fled"),
    ("The king is said to have fled by night, but his guards stayed.", "is said to", "The king is said to have fled by night"),
    ("The firm allegedly sold the same house twice.", "allegedly", "The firm allegedly sold the same house twice"),
    ("Two men reportedly left the port on Friday.", "reportedly", "Two men reportedly left the port on Friday"),
    ("Police seized papers of the alleged owner.", "alleged", "Police seized papers of the alleged owner"),
    ("Rumour has it that the duke is ill.", "Rumour has it that", "the duke is ill"),
]
PLAIN = ["The pact was signed in May.", "She said she was sure.", "They are sure whether to go.", "He is known to be tall.", ""]


@pytest.mark.parametrize(("text", "hedge", "content"), CASES, ids=[case[0] for case in CASES])
def test_allegations(text: str, hedge: str, content: str) -> None:
    """A hedge in the author's own voice makes an allegation of its clause, and comes with its words."""
    (found,) = find_allegations(text, language="en")
    assert (found.kind, found.hedged) == ("allegation", True)
    assert [span.of(text) for span in found.hedge] == [hedge]
    assert [span.of(text) for span in found.content] == [content]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_vouched_for_is_none(text: str) -> None:
    """A plain statement is no allegation."""
    assert list(find_allegations(text, language="en")) == []


def test_languages_without_patterns_have_none() -> None:
    """Nothing is claimed in a language without patterns."""
    assert list(find_allegations(CASES[0][0], language="sw")) == []
