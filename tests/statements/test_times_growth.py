"""The work of reading times grows with the text and no faster, whatever the text."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline.statements import find_times

if TYPE_CHECKING:
    from types import FrameType

TEXTS = {
    "prose": "The mayor of Elmbridge said on Friday that the bridge will open by the end of May. ",
    "days": "Friday ",
    "numbers": "1999 12 31 ",
    "prefixes": "by the end of early ",
    "verbs": "will said to be held ",
    "numerals": "two hundred and ",
    "dots": "1.",
    "brackets": "((",
}


def work(text: str) -> int:
    """The number of calls that reading a text takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_times(text, published=date(2021, 11, 23), language="en")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS.keys())
def test_growth(piece: str) -> None:
    """Twice the text takes at most a little more than twice the calls."""
    text = piece * (12_000 // len(piece))
    work(text)
    assert work(text * 2) <= 2.2 * work(text) + 1000
