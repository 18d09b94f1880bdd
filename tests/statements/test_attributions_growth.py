"""The work of finding attributions grows with the text and no faster, whatever the text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from dateline.statements import find_statements

if TYPE_CHECKING:
    from types import FrameType

TEXTS = {
    "prose": "“We will open the bridge,” said Mayor Jane Holm, who added that it was safe. She left.\n",
    "unclosed": "“He said it was ",
    "straight": '" said he ',
    "nested": "“a ‘b ",
    "lines": "\n",
    "capitals": "Jane Holm Roe ",
    "pronouns": "he said she said ",
    "letters": "a",
    "digits": "7",
    "dashes": "— ",
    "stops": "Mr. J. ",
    "cues": "said ",
    "colons": "said:\n“Yes.”\n",
}


def work(text: str, language: str) -> int:
    """The number of calls that reading a text takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_statements(text, language=language)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS.keys())
def test_growth(piece: str, language: str) -> None:
    """Twice the text takes at most a little more than twice the calls, by the model and by rules."""
    text = piece * (6_000 // len(piece))
    work(text, language)
    assert work(text * 2, language) <= 2.2 * work(text, language) + 5000
