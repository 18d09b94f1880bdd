"""The ledger as its page shows it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from dateline import read
from dateline.archive import StatementFilter, entries_of
from dateline.room.display.ledger import DATED, Wanted, away, day_words, days, statement_marks
from dateline.room.views.ledger import LedgerView
from dateline.sources import capture_file

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2024, 5, 10)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 5, 10), "today"),
        (date(2024, 5, 9), "yesterday"),
        (date(2024, 5, 11), "tomorrow"),
        (date(2024, 6, 9), "in 30 days"),
        (date(2024, 1, 10), "4 months ago"),
        (date(2034, 5, 10), "in 10 years"),
        (None, "the words are vague"),
    ],
)
def test_how_far_a_day_is(day: date | None, words: str) -> None:
    """Days near are counted in days, far ones in months and years."""
    assert away(day, TODAY) == words


def test_what_is_asked_for_goes_to_the_archive() -> None:
    """The address says which statements are wanted; without a kind, those that fall due."""
    wanted = Wanted.of({"status": "overdue", "kind": "pledge", "speaker": " Lee ", "from": "2024-01-01", "after": "7", "x": "y"})
    assert wanted.filter(TODAY) == StatementFilter(
        status="overdue", kinds=("pledge",), speaker="Lee", due_from=date(2024, 1, 1), after=7, as_of=TODAY
    )
    assert Wanted(kind="made up", status="made up", after="-1").filter(TODAY) == StatementFilter(kinds=DATED, as_of=TODAY)
    assert wanted.url(kind="") == "/ledger?status=overdue&speaker=Lee&from=2024-01-01"
    with pytest.raises(ValueError, match="no day"):
        Wanted(to="soon").filter(TODAY)


def test_the_time_line_passes_today() -> None:
    """Statements stand under their days; the first day that is not past says that today comes before it."""
    article = read(capture_file(EXAMPLES / "pages" / "ferry-concession.txt"))
    entries = tuple(sorted((each for each in entries_of(article) if each.day), key=lambda each: each.day or TODAY))
    first = entries[0].day or TODAY
    line = days(LedgerView(as_of=first + timedelta(days=1), entries=entries, next=None), {})
    assert line[0].past
    assert len(line) > 1
    assert [day.first_to_come for day in line] == [False, True, *[False] * (len(line) - 2)]
    assert [day.day for day in line] == sorted({each.day for each in entries if each.day})
    marks = statement_marks(entries, article.capture)
    assert {mark.kind for mark in marks} <= {"due", "statement"}
    assert "it has to hand over its four ferries" in " ".join(article.text[mark.start : mark.end] for mark in marks)
    assert day_words(date(2024, 5, 6)) == "6 May 2024"
