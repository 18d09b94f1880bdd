"""What `find_dates` leaves alone, how sure it is, and that it holds up."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.moments import find_dates

if TYPE_CHECKING:
    from types import FrameType

NO_DATES = """
version 1.2.2021
v10.11.12
Python 3.11.12
10.11.12.13
192.168.10.21
IP 10.0.0.21
+49 30 12-11-2021
call 555-12-2021
tel. 030/12/2021
$1.11.2021
12.11.2021.4
ISBN 978-10-11-2021-3
won 3-2-21
6-3, 6-4, 7-5
1/2/3
24/7/365
30 February 2021
31/04/2021
29.02.2021
2021-13-01
2021-02-30
2021-00-10
5 March 99999
March 5, 0
item 20211123
ID: 96957
12:30:45
in 2021 the
the 2020s
2021/22
2020-21 season
3.5.2
room 12/5/3
1.000.000
5 may be 2021
sat 2021
10 / 20 / 30
99/99/99
2,021 May
1400 people
file-2021-11-23-v2.txt
x2021-11-23
23.11.
On 23 Nov 21 people met
"""


@pytest.mark.parametrize("language", [None, "en", "de"])
@pytest.mark.parametrize("text", NO_DATES.strip().split("\n"))
def test_no_dates(text: str, language: str | None) -> None:
    """Versions, addresses, prices, scores, numbers and impossible days are no dates."""
    assert find_dates(text, language=language) == []


def test_the_other_order_is_kept() -> None:
    """An order that nothing settles is marked, with the other order beside it."""
    (mention,) = find_dates("03/05/2021 14:05", language="en")
    assert mention.ambiguous
    assert (str(mention.moment), str(mention.alternative)) == ("2021-03-05T14:05", "2021-05-03T14:05")


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2021-05-03"), (False, "2021-03-05")])
def test_the_caller_may_settle_the_order(day_first: bool, expected: str) -> None:
    """`day_first` goes before habit."""
    (mention,) = find_dates("03/05/2021", language="en", day_first=day_first)
    assert (str(mention.moment), mention.ambiguous) == (expected, False)


def test_a_weekday_confirms_or_contradicts() -> None:
    """A weekday that is not the date's makes the reader less sure, one that is makes it surer."""
    plain, right, wrong = (find_dates(text, language="en")[0] for text in ("23 Nov 2021", "Tue 23 Nov 2021", "Mon 23 Nov 2021"))
    assert wrong.certainty < plain.certainty < right.certainty
    assert plain.moment == right.moment == wrong.moment


def test_a_persian_weekday_in_two_words_is_one() -> None:
    """ "سه شنبه" is Tuesday, whose second word by itself is Saturday."""
    parted, joined = (find_dates(f"سه{between}شنبه ۱۸ اردیبهشت ۱۴۰۳", language="fa") for between in (" ", "\u200c"))
    assert parted == joined
    assert parted[0].certainty > find_dates("شنبه ۱۸ اردیبهشت ۱۴۰۳", language="fa")[0].certainty


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Posted on Tuesday, 23 November 2021 at 9:37 PM EST by Jane", "Tuesday, 23 November 2021 at 9:37 PM EST"),
        ("am 3. März 2024 um 08:15 Uhr in Bern", "3. März 2024 um 08:15 Uhr"),
        ("(23 Nov 2021)", "23 Nov 2021"),
        ("PubliziertAm6. November 2025, 12:26", "6. November 2025, 12:26"),
        ("By Jane RoeMar 5, 2025 | 6 comments", "Mar 5, 2025"),
        ("Madrid-29/05/2025 20:00", "29/05/2025 20:00"),
        ("am 28.04.2023-19:20", "28.04.2023-19:20"),
        ("2024年3月5日(火)発行", "2024年3月5日(火)"),
    ],
)
def test_the_span_covers_the_whole_time(text: str, printed: str) -> None:
    """A mention spans weekday, date, clock and zone, and nothing more."""
    (mention,) = find_dates(text)
    assert text[mention.start : mention.end] == printed


def test_several_dates() -> None:
    """Each date of a text is found once, with the clock that is its own."""
    text = "From 23 Nov 2021, 14:05 to 24 Nov 2021, 15:06. Later: 2021-12-01."
    assert [str(mention.moment) for mention in find_dates(text, language="en")] == [
        "2021-11-23T14:05",
        "2021-11-24T15:06",
        "2021-12-01",
    ]


def test_a_name_needs_its_language() -> None:
    """A month's name that means different months is read in the text's language."""
    assert str(find_dates("23. listopada 2021", language="hr")[0].moment) == "2021-10-23"
    assert str(find_dates("23 listopada 2021", language="pl")[0].moment) == "2021-11-23"


def test_long_texts_are_read_in_parts() -> None:
    """No date is lost or found twice where a long stretch is cut."""
    text = "on 23 November 2021 at 21:37 GMT, " * 2000
    found = find_dates(text, language="en")
    assert len(found) == 2000
    assert {text[mention.start : mention.end] for mention in found} == {"23 November 2021 at 21:37 GMT"}


def test_the_limit_holds() -> None:
    """No more mentions than asked for are given."""
    assert len(find_dates("2021-11-23 " * 50, limit=7)) == 7


WORDS = "23 11 2021 1400 Nov November mar тра de 年 月 日 آذر พ.ย. 令和 AM EST T Z ٢ ۱ ² ① 十 ٫"
PIECES = st.sampled_from([*"0123456789", *" .,:/-|()'+\n\u200f", *WORDS.split()])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=80).map("".join))


@settings(max_examples=300)
@given(TEXTS, st.sampled_from([None, "en", "ar", "ja", "th", "zh-TW", "yo"]))
@example("9" * 10_000, None)
@example("'" * 500 + "21", None)
def test_any_text_is_read(text: str, language: str | None) -> None:
    """Any text gives mentions in order, within it, without overlap, and no exception."""
    done = 0
    for mention in find_dates(text, language=language):
        assert done <= mention.start < mention.end <= len(text)
        assert 0 < mention.certainty <= 1
        assert mention.ambiguous == (mention.alternative is not None)
        done = mention.end


def calls(text: str) -> int:
    """How many calls, of Python and of C, reading a text takes."""
    count = 0

    def counter(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counter)
    try:
        find_dates(text)
    finally:
        sys.setprofile(before)
    return count


UNITS = ["1 ", "2021 ", "2021-", "1/1/", "23 Nov ", "Nov ", "de ", "tháng ", "年", "2021年1月", "21:37 ", "' 21", "(", "a."]


@pytest.mark.parametrize("unit", [*UNITS, "23 November 2021, ", "9" * 50 + " "])
def test_work_is_linear(unit: str) -> None:
    """Twice the text takes about twice the work, whatever it repeats."""
    find_dates(unit * 400)
    once, twice = calls(unit * 2000), calls(unit * 4000)
    assert twice <= 2.2 * once + 100
