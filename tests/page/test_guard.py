"""Markup built to break a parser is tamed; honest markup is not touched."""

from __future__ import annotations

import pytest

from dateline.page.guard import MAX_DEPTH, MAX_OPEN_FORMATTING, harmless

PLENTY = 1_000_000
HONEST = {
    "empty": b"",
    "no tags": b"plain words",
    "many paragraphs": b"<p>x" * 5_000,
    "many closed bold words": b"<p><b class=x>w</b> and <i class=y>v</i></p>" * 3_000,
    "a long image": b'<img src="data:image/png;base64,' + b"A" * 300_000 + b'">',
    "long json in an attribute": b"<div data-state='" + b'{"a": "b c"}' * 5_000 + b"'>x</div>",
    "a long script": b"<script>" + b"if (a < b) c();" * 20_000 + b"</script>",
    "deep but honest": b"<div>" * 150 + b"x" + b"</div>" * 150,
}


@pytest.mark.parametrize("source", HONEST.values(), ids=HONEST)
def test_honest_markup_is_not_touched(source: bytes) -> None:
    """What publishers write passes as it is."""
    assert harmless(source, max_tags=PLENTY) == (source, False)


def test_nesting_is_cut() -> None:
    """No more than `MAX_DEPTH` elements stay open, and the text is kept."""
    tamed, changed = harmless(b"<div>" * 50_000 + b"words", max_tags=PLENTY)
    assert changed
    assert tamed.count(b"<div>") == MAX_DEPTH
    assert tamed.endswith(b"words")


def test_closing_tags_of_cut_elements_go_too() -> None:
    """Elements after a tamed depth are children of the same parents as before."""
    source = b"<div>" * 9_000 + b"</div>" * 9_000 + b"<p>after</p>"
    tamed, _ = harmless(source, max_tags=PLENTY)
    assert tamed.count(b"<div>") == tamed.count(b"</div>") == MAX_DEPTH


def test_formatting_left_open_is_cut() -> None:
    """Formatting elements that every later paragraph would open again are dropped."""
    source = b"<p>" + b"".join(b"<b a=%d>" % n for n in range(5_000)) + b"</p>" + b"<p>x</p>" * 5_000
    tamed, changed = harmless(source, max_tags=PLENTY)
    assert changed
    assert tamed.count(b"<b ") == MAX_OPEN_FORMATTING


def test_attributes_are_cut() -> None:
    """A tag with thousands of attributes loses them and stays."""
    source = b"<p " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">words"
    tamed, changed = harmless(source, max_tags=PLENTY)
    assert changed
    assert tamed == b"<p>words"


def test_tags_are_counted() -> None:
    """What lies after the last tag allowed is cut."""
    tamed, changed = harmless(b"<p>x" * 100, max_tags=10)
    assert changed
    assert tamed == b"<p>x" * 10
