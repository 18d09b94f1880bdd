"""Patterns over classes of words, and the languages' data."""

from __future__ import annotations

import re

import pytest

from dateline.statements.grammar import Compiler, one_of, words_of
from dateline.statements.lexicon import LANGUAGES, lexicon, number_classes
from dateline.statements.times import RULES

CODES = {"unit": "uv", "=the": "t", "=-": "-"}
COMPILER = Compiler({"N": "the | -"}, lambda kind: CODES.get(kind, ""), lambda word: f"={word}")


def test_compile() -> None:
    """A pattern becomes a regular expression, with what it keeps and the codes it can begin with."""
    part, kept = COMPILER.compile("the? (- | {u:unit}) q=(<N> [unit])", "p0")
    assert part.first == frozenset("t-uv")
    assert [(one.name, one.kind) for one in kept] == [("u", "unit"), ("q", "")]
    found = re.fullmatch(part.body, "tutv")
    assert found
    assert [found[one.group] for one in kept] == ["u", "tv"]


@pytest.mark.parametrize("pattern", ["(the", "the)", "?", "{none}", "<none>", "a word", "the =", "q=(the"])
def test_malformed_patterns(pattern: str) -> None:
    """A malformed pattern, or one that names what there is not, is refused."""
    with pytest.raises(ValueError, match=r"no |unbalanced|nothing"):
        COMPILER.compile(pattern)


def test_one_of_prefers_the_first() -> None:
    """Of several patterns the first in the list wins, and none matches nothing."""
    parts = [(name, COMPILER.compile(pattern)[0]) for name, pattern in (("p0", "the the"), ("p1", "the"))]
    found = one_of(parts).search("xtt")
    assert found
    assert found.lastgroup == "p0"
    assert one_of([]).search("xtt") is None


def test_words_of() -> None:
    """The words that stand for themselves are told from classes, macros and signs."""
    assert words_of("the? (- | {u:unit}) q=(<N> [unit]) 's") == {"the", "-", "'s"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_compile(language: str) -> None:
    """Every language's data compiles, names only rules there are, and has days, months, weekdays and units."""
    words = lexicon(language)
    assert {pattern.rule for pattern in words.patterns} <= RULES.keys()
    assert {"day", "month", "weekday", "deictic", "shifted", "counted", "duration", "year"} <= {
        pattern.rule for pattern in words.patterns
    }
    assert set(words.listed("weekday").values()) == set(range(7)) or language == "pt"
    assert (
        set(words.listed("month").values()) >= set(range(1, 13)) - ({1, 12, 10, 11} if language == "ar" else set())
        or language == "zh"
    )


def test_an_unknown_language_has_no_patterns() -> None:
    """A language without data has an empty lexicon."""
    assert lexicon("sv").patterns == []


def test_number_classes() -> None:
    """A number's classes follow from its digits."""
    assert "year" in number_classes("1999")
    assert {"decade", "year", "four"} <= number_classes("1950")
    assert number_classes("2.5") == {"num"}
    assert "day" not in number_classes("32")
