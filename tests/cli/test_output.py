"""Nothing from a page reaches a terminal raw, and JSON stays the same JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.output import cut, json_line, one_line, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[31mred\x1b[0m", r"a\x1b[31mred\x1b[0m", id="escape-sequence"),
        pytest.param("a\x9b31mred", r"a\x9b31mred", id="c1-escape"),
        pytest.param("\x1b]0;title\x07", r"\x1b]0;title\x07", id="window-title"),
        pytest.param("back\x08space\r", r"back\x08space\r", id="overwriting"),
        pytest.param("user\u202egnp.exe", r"user\u202egnp.exe", id="override"),
        pytest.param("\u2066isolate\u2069", r"\u2066isolate\u2069", id="isolate"),
        pytest.param("NUL\x00DEL\x7f", r"NUL\x00DEL\x7f", id="nul-del"),
        pytest.param("می\u200cرسد\u200f", "می\u200cرسد\u200f", id="joiners-and-marks-stay"),
        pytest.param("line\nnext\ttab", "line\nnext\ttab", id="breaks-stay"),
        pytest.param("[bold]not markup[/bold]", "[bold]not markup[/bold]", id="no-markup"),
    ],
)
def test_safe_shows_what_a_terminal_would_obey(text: str, shown: str) -> None:
    """Controls and reordering characters are written as escapes; what the scripts need stays."""
    assert safe(text) == shown


def test_one_line_is_one_line() -> None:
    """Line breaks and runs of space become a space."""
    assert one_line(" a\n\n b\u2028c ") == "a b c"


@given(st.text())
def test_json_line_is_one_safe_line(text: str) -> None:
    """Any text comes back the same from its line of JSON, and the line holds nothing that a terminal would obey."""
    line = json_line({"text": text}).decode("utf-8")
    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1
    assert safe(line) == line


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        pytest.param("short", 10, "short", id="fits"),
        pytest.param("some longer words", 13, "some longer…", id="at-a-word"),
        pytest.param("unbrokenletters", 8, "unbroke…", id="no-space"),
    ],
)
def test_cut(text: str, length: int, expected: str) -> None:
    """A cut text ends with an ellipsis, at a word if one ends near."""
    assert cut(text, length) == expected
