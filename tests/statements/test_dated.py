"""Clauses that fall due: what they say, when, who says it, and how sure."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from dateline import find_times
from dateline.statements.dated import find_dated

if TYPE_CHECKING:
    from dateline import Statement

PUBLISHED = date(2021, 11, 23)  # a Tuesday

# A text and its dated statements: kind | content | time, from..to | speaker's words | h(edged) n(egated) c(onditional).
CASES = [
    (
        "The harbour council said on Tuesday that it would close the northern quay by December 31.",
        "plan | it would close the northern quay by December 31 | December 31 ..2021-12-31 | The harbour council | -",
    ),
    (
        "Mara Quill promised to resign if the bill fails by Friday.",
        "pledge | resign if the bill fails by Friday | Friday ..2021-11-26 | Mara Quill | c",
    ),
    (
        "The minister must publish the accounts before 1 February 2022.",
        "demand | The minister must publish the accounts before 1 February 2022 | 1 February 2022 ..2022-01-31 | - | -",
    ),
    (
        "The union demanded that the board reopen the mill within six months.",
        "demand | the board reopen the mill within six months | six months 2021-11-23..2022-05-23 | The union | -",
    ),
    (
        "The union urged the government to reopen the mill by the end of the year.",
        "demand | reopen the mill by the end of the year | the end of the year ..2021-12-31 | The union | -",
    ),
    (
        "The ferry will leave for Port Sable on Friday.",
        "plan | The ferry will leave for Port Sable on Friday | Friday 2021-11-26..2021-11-26 | - | -",
    ),
    (
        "Analysts expect prices to fall in the first quarter of 2022.",
        "forecast | prices to fall in the first quarter of 2022 | the first quarter of 2022 2022-01-01..2022-03-31 | Analysts | h",
    ),
    (
        "Rents may rise next year, according to the housing office.",
        "forecast | Rents may rise next year | next year 2022-01-01..2022-12-31 | the housing office | h",
    ),
    ("The licence expires on March 31.", "deadline | The licence expires on March 31 | March 31 2022-03-31..2022-03-31 | - | -"),
    (
        "The talks are scheduled to begin on Monday.",
        "plan | The talks are scheduled to begin on Monday | Monday 2021-11-29..2021-11-29 | - | -",
    ),
    (
        '"We will rebuild the bridge by 2024," Mayor Ada Finch said.',
        "pledge | We will rebuild the bridge by 2024 | 2024 ..2024-12-31 | Mayor Ada Finch | -",
    ),
    (
        "The board does not expect a profit this year.",
        "forecast | a profit this year | this year 2021-01-01..2021-12-31 | The board | hn",
    ),
    ("Sales rose 3% this year.", ""),
    ("The museum closed in 2019.", ""),
    ("She was born in 1950 and left on Friday.", ""),
    (
        "The bank said Thursday its profit would not recover until 2023.",
        "forecast | its profit would not recover until 2023 | 2023 ..2023-12-31 | The bank | n",
    ),
    (
        "If the dam is repaired, the valley will have power by next summer.",
        "forecast | If the dam is repaired, the valley will have power by next summer | next summer ..2022-08-31 | - | c",
    ),
    (
        "The court ordered the firm to pay two million within 30 days.",
        "demand | pay two million within 30 days | 30 days 2021-11-23..2021-12-23 | The court | -",
    ),
    (
        "The government has no other choice but to withdraw its troops by December 31.",
        "demand | The government has no other choice but to withdraw its troops by December 31 | December 31 ..2021-12-31 | - | -",
    ),
    (
        "The new line is due to open in spring 2022.",
        "plan | The new line is due to open in spring 2022 | spring 2022 2022-03-01..2022-05-31 | - | -",
    ),
    ("They meet again on Thursday.", "plan | They meet again on Thursday | Thursday 2021-11-25..2021-11-25 | - | -"),
    (
        "He could be released as early as Friday, his lawyer said.",
        "forecast | He could be released as early as Friday | Friday 2021-11-26..2021-11-26 | his lawyer | h",
    ),
    (
        "The company plans a share issue for the second quarter of 2022.",
        "plan | The company plans a share issue for the second quarter of 2022 | the second quarter of 2022 2022-04-01..2022-06-30 | - | -",
    ),
    (
        "The treaty takes effect on January 1.",
        "plan | The treaty takes effect on January 1 | January 1 2022-01-01..2022-01-01 | - | -",
    ),
    (
        "The office of Mr. Roe announced a hearing for December 9.",
        "plan | a hearing for December 9 | December 9 2021-12-09..2021-12-09 | The office of Mr. Roe | -",
    ),
    (
        "Half the mills will be closed in 30 years.",
        "plan | Half the mills will be closed in 30 years | 30 years 2051-01-01..2051-12-31 | - | -",
    ),
    ("The council meets every Friday.", ""),
    ("It will happen soon.", ""),
    ("Nobody knows what comes next.", ""),
    (
        "The strike could end this week, but the owners will decide in January.",
        "forecast | The strike could end this week | this week 2021-11-22..2021-11-28 | - | h ; forecast | the owners will decide in January | January 2022-01-01..2022-01-31 | - | -",
    ),
    (
        "The party, which plans to hold its congress in May, said nothing.",
        "plan | which plans to hold its congress in May | May 2022-05-01..2022-05-31 | - | -",
    ),
    (
        "The deadline for bids is 15 January.",
        "deadline | The deadline for bids is 15 January | 15 January 2022-01-15..2022-01-15 | - | -",
    ),
    (
        "The inquiry is expected to report later this year.",
        "forecast | The inquiry is expected to report later this year | later this year 2021-11-23..2021-12-31 | - | h",
    ),
    (
        "The price is likely to double over the next two years.",
        "forecast | The price is likely to double over the next two years | the next two years 2021-11-23..2023-11-23 | - | h",
    ),
    (
        "The court will hear the case on 3 March 2022, a spokesman for the registry said.",
        "plan | The court will hear the case on 3 March 2022 | 3 March 2022 2022-03-03..2022-03-03 | a spokesman for the registry | -",
    ),
]


def dated(text: str, published: date | None = PUBLISHED, language: str = "en") -> list[Statement]:
    """The dated statements of a text."""
    return list(find_dated(text, find_times(text, published=published), published=published, language=language))


def shown(statement: Statement, text: str) -> str:
    """A statement as the table has it."""
    due = statement.due
    assert due is not None
    flags = (("h", statement.hedged), ("n", statement.negated), ("c", statement.conditional))
    marks = "".join(letter for letter, holds in flags if holds) or "-"
    who = statement.speaker[0].of(text) if statement.speaker else "-"
    when = f"{due.span.of(text)} {due.start or ''}..{due.end or ''}"
    return f"{statement.kind} | {statement.content[0].of(text)} | {when} | {who} | {marks}"


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_dated(text: str, expected: str) -> None:
    """A clause that says something will, should, must or may happen by some time is a statement; past and vague ones are none."""
    assert " ; ".join(shown(statement, text) for statement in dated(text)) == expected


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Rents may rise next year.", ["may"]),
        ("Analysts expect prices to fall next year.", ["expect"]),
        ("The bank will not open next week.", ["not"]),
        ("If rents rise, the office will close next year.", ["If"]),
        ("Prices should rise in the coming months.", ["should"]),
        ("The bridge will open in May.", []),
        ("There is no choice but to close the mill by Friday.", []),
    ],
)
def test_words_that_hedge(text: str, hedge: list[str]) -> None:
    """What hedges, negates or conditions a statement comes with its words; the month of May and "no choice" do neither."""
    assert [span.of(text) for span in dated(text)[0].hedge] == hedge


def test_vague_times_stay_vague() -> None:
    """ "in the coming months" begins on the publish day, has no end, and says that it is vague."""
    due = dated("The end is sure to come in the coming months.")[0].due
    assert due is not None
    assert (due.vague, due.start, due.end, due.value) == (True, PUBLISHED, None, "PXM")


def test_without_a_publish_date_nothing_falls_due() -> None:
    """What is to come cannot be told without the day it was said on, and in a language without word lists nothing is claimed."""
    text = "The mill will close by December 31, 2030."
    assert dated(text, None) == []
    assert dated(text, PUBLISHED, "xx") == []
    assert len(dated(text)) == 1


def test_the_same_words_count_once() -> None:
    """A headline that the text repeats is no second statement."""
    line = "The mill will close by December 31."
    assert len(dated(f"{line}\n{line}")) == 1


def test_statements_come_in_order() -> None:
    """Statements of a text come in the order of their words, each with spans of the text."""
    text = " ".join(case[0] for case in CASES)
    found = dated(text)
    assert len(found) > 20
    assert all(one.content[0].start < other.content[0].start for one, other in pairwise(found))
    assert all(0 <= one.content[0].start < one.content[0].end <= len(text) for one in found)
