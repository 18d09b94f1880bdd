"""Values in words."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dateline import Moment, read
from dateline.room.display.told import direction, many, safe_link, size, sure, told, visible


def moment(local: str, precision: str, offset: int | None = None, source: str | None = None) -> Moment:
    """A moment with its offset in minutes."""
    clock = datetime.fromisoformat(local)
    delta = None if offset is None else timedelta(minutes=offset)
    return Moment.at(clock, precision=precision, offset=delta, zone_source=source)  # type: ignore[arg-type] # literals, in a table


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(moment("2021-11-23T21:37", "minute"), "23 November 2021, 21:37, zone not stated", id="no zone"),
        pytest.param(moment("2021-11-23T21:37", "minute", 0), "23 November 2021, 21:37, UTC", id="UTC"),
        pytest.param(moment("2021-11-03T00:05:30", "second", 210), "3 November 2021, 00:05:30, UTC+03:30", id="seconds"),
        pytest.param(
            moment("2021-11-03T08:15:00", "second", -300), "3 November 2021, 08:15, UTC−05:00", id="no seconds to speak of"
        ),
        pytest.param(
            moment("2021-11-03T08:15", "minute", 330, "outlet"),
            "3 November 2021, 08:15, UTC+05:30 by the outlet’s zone",
            id="outlet",
        ),
        pytest.param(moment("2021-11-03T08:00", "hour"), "3 November 2021, 08 h, zone not stated", id="hour"),
        pytest.param(moment("2021-11-03", "day"), "3 November 2021", id="day"),
        pytest.param(moment("2021-11-03", "month"), "November 2021", id="month"),
        pytest.param(moment("0987-11-03", "year"), "987", id="year"),
    ],
)
def test_a_moment_says_as_much_as_is_known(given: Moment, words: str) -> None:
    """A moment is told to its precision, and its zone honestly."""
    assert str(told(given)) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain\ttext\n", "plain\ttext\n", id="kept"),
        pytest.param("\u202egpj.exe\u202c", "[RLO]gpj.exe\u202c", id="override"),
        pytest.param("a\x00b\x1b[0m\x7f\x85", "a\u2400b\u241b[0m\u2421\ufffd", id="controls"),
        pytest.param("می\u200cرسد \u2067x\u2069", "می\u200cرسد \u2067x\u2069", id="joiners and isolates"),
        pytest.param("\ud800", "\ufffd", id="half a character"),
    ],
)
def test_what_a_browser_would_obey_is_shown(text: str, shown: str) -> None:
    """Controls and overrides are made visible; what scripts need is left."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("fa", "rtl"),
        ("ar-EG", "rtl"),
        ("en-GB", "ltr"),
        ("az-Arab-IR", "rtl"),
        ("ku-Latn", "ltr"),
        ("ur-Latn", "ltr"),
        (None, "auto"),
    ],
)
def test_direction(language: str | None, way: str) -> None:
    """Languages and scripts that run from right to left are known."""
    assert direction(language) == way


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/b", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https:///x", False),
        (None, False),
    ],
)
def test_only_the_web_is_linked_to(url: str | None, safe: bool) -> None:
    """An address leads to http and https, and nowhere else."""
    assert (safe_link(url) == url) is (safe or url is None)
    assert (safe_link(url) is not None) is safe


def test_sizes_count_words_or_characters() -> None:
    """Languages without spaces are counted in characters."""
    text = "市は三日、港の灯台を修理すると発表した。工事は来月に始まり、費用は市が負担する。" * 5
    assert "characters" in size(read(text))
    assert many(1, "try", "tries") == "1 try"
    assert many(1204, "word") == "1,204 words"


@pytest.mark.parametrize(
    ("confidence", "word"), [(1.0, "sure"), (0.9, "sure"), (0.89, "likely"), (0.7, "likely"), (0.3, "unsure")]
)
def test_sure(confidence: float, word: str) -> None:
    """How sure the reader is, in the steps that its calibration bears out."""
    assert sure(confidence) == word
