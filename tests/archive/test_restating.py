"""Which statements of different articles say the same, decided without an archive."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.archive.restating import keys, restates
from dateline.records import Span
from dateline.statements.records import Due, Statement, StatementKind
from dateline.statements.told import Telling

DAY = date(2022, 5, 31)
WORDS = "the paper mill on the northern quay will close for good by the end of May"


def telling(text: str, kind: StatementKind = "plan", day: date | None = DAY) -> Telling:
    """A statement of these words that falls due on a day."""
    due = Due(span=Span(0, 1), value="2022-05", end=day)
    statement = Statement(kind=kind, content=(Span(0, len(text)),), due=due)
    return Telling(version=1, capture="0" * 64, statement=statement, text=text)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (telling(WORDS), True),
        (telling(WORDS.replace("for good ", "")), True),
        (telling(WORDS, "forecast"), True),
        (telling(WORDS, "quote"), False),
        (telling(WORDS, day=date(2022, 6, 30)), False),
        (telling("the ferry to Port Sable will leave the northern quay twice a day by the end of May"), False),
    ],
    ids=["same", "shorter", "another kind that falls due", "a quotation", "another day", "another matter"],
)
def test_restates(other: Telling, same: bool) -> None:
    """Statements of one family and one day with most words in common say the same, and share a key by which they are found."""
    one = telling(WORDS)
    assert restates(one, other) is same
    assert not same or set(keys(one)) & set(keys(other))


def test_short_statements_have_no_keys() -> None:
    """What many say by chance is not looked for."""
    assert keys(telling("he will go Friday")) == ()


def test_keys_are_few_and_stable() -> None:
    """A statement has a bounded number of keys, the same whenever they are made."""
    many = telling(" ".join(f"word{number}" for number in range(5000)))
    assert len(keys(many)) == len(keys(telling(WORDS))) == 6
    assert keys(telling(WORDS)) == keys(telling(WORDS))
