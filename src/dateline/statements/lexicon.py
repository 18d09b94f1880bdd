"""A language's words and patterns (`data/*.json`), compiled.

Every word of a language has a code: one character that stands for the set of classes it is in. Prose is thereby a string of
codes, and an ordered list of patterns (`grammar.py`) is one regular expression over it. Numbers are in classes by their digits.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.moments.tokens import fold
from dateline.moments.words import MONTH_BITS, WEEKDAY, sense
from dateline.statements.grammar import Compiler, Kept, one_of, words_of

DATA = Path(__file__).with_name("data")
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ar", "fa", "ru", "zh")
# The code of a word that is in no class.
OTHER = "x"
# Codes are letters of the private use area: no text's own.
_FIRST_CODE = 0xE000
# Words beyond this many are looked up anew: memory does not grow with the text.
_REMEMBERED = 32_768
# More digits than any number of a time expression has, more letters than any of its words.
_LONGEST_NUMBER, _LONGEST_WORD = 12, 40

_ALIKE = {"-": "-–—−‐‑‒", "'": "'’‘ʼ`´", ",": ",،，、", ".": ".。", ":": ":：", "/": "/／", "(": "(（[", ")": ")）]"}
_MARKS = {sign: mark for mark, signs in _ALIKE.items() for sign in signs}

# A word, a number with its thousands or decimals, a possessive, a mark. A line's end is a mark too, unless the line is long and
# goes on in the next: then the text was wrapped.
_NUMBER = r"\d{1,3}+(?:,\d{3}(?!\d))++|(?<!\d\.)\d++\.\d++(?![.\d])|\d++"
_LINE = r"\n(?!\w)|\n(?<![^\n]{60}[a-z,]\n)"
_SPACED = rf"['’]s\b|[^\W\d_]++(?:[\u200c\u064b-\u0652\u0300-\u036f][^\W\d_]*+)*+|{_NUMBER}|{_LINE}|[^\s]"


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `data/`.

    `months` and `weekdays` list words whose values are in CLDR's tables; `classes` has the other words with their values.
    A word that begins with `^` counts only with a capital. `patterns` are `(rule and its constants, pattern)` in order of
    preference, `parts` and `roles` what can stand before a time ("the end of", "by"), `tails` what can follow it ("and beyond"),
    `joins` what stands between a day and its clock. The rest are lists of words: verbs that tell a direction (`scheduled` in the
    present: "meets on Friday"; `progressive` "is leaving on Friday"; `having` of the perfect; `bases` participles like the base form; `early` in "as early as"), nouns of what has `happened`,
    `openers` that begin a sentence, `bounds` that begin another clause, modals of what may be `unreal`, verbs of `setting` a day, and months that are names too.
    """

    months: str = ""
    weekdays: str = ""
    classes: dict[str, dict[str, int | str]] = {}
    macros: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    parts: list[tuple[str, str]] = []
    roles: list[tuple[str, str]] = []
    tails: list[tuple[str, str]] = []
    joins: str = ""
    future: str = ""
    past: str = ""
    past_endings: str = ""
    future_endings: str = ""
    present: str = ""
    perfect: str = ""
    passive: str = ""
    infinitive_mark: str = ""
    infinitive: str = ""
    determiners: str = ""
    names: str = ""
    scheduled: str = ""
    bases: str = ""
    happened: str = ""
    openers: str = ""
    early: str = ""
    bounds: str = ""
    having: str = ""
    progressive: str = ""
    unreal: str = ""
    setting: str = ""
    spaced: bool = True


class Pattern(NamedTuple):
    """One pattern of a language: the rule that reads it, the rule's constants, and the parts it keeps."""

    rule: str
    constants: tuple[str, ...]
    kept: tuple[Kept, ...]


class Lexicon:
    """The compiled words and patterns of one language."""

    def __init__(self, language: str, data: Patterns) -> None:
        self.language = language
        self.data = data
        self.future, self.past = _words(data.future), _words(data.past)
        self.present, self.perfect, self.passive = (_words(listed) for listed in (data.present, data.perfect, data.passive))
        self.infinitive, self.infinitive_mark = _words(data.infinitive), data.infinitive_mark
        self.determiners, self.names = _words(data.determiners), _words(data.names)
        self.scheduled, self.bases, self.happened = _words(data.scheduled), _words(data.bases), _words(data.happened)
        self.openers, self.early = _words(data.openers), _words(data.early)
        self.having, self.progressive = _words(data.having), _words(data.progressive)
        self.bounds, self.unreal, self.setting = _words(data.bounds), _words(data.unreal), _words(data.setting)
        self.past_endings, self.future_endings = tuple(data.past_endings.split()), tuple(data.future_endings.split())
        # German writes every noun with a capital.
        self.capitals_are_names = language != "de"
        self._values = _values(language, data)
        self._codes: dict[frozenset[str], str] = {}
        self._members: dict[str, str] = {}
        self._words = self._coded_words()
        for sample in _number_samples():
            self._code_of(number_classes(sample))
        self._compile()
        self.token = re.compile(_SPACED if data.spaced else _unspaced(self._words))
        self.code = lru_cache(_REMEMBERED)(self._code)
        self.key = lru_cache(_REMEMBERED)(key)

    def listed(self, kind: str) -> dict[str, int | str]:
        """The words of a class with their values; none for a class that the language does not have."""
        return self._values.get(kind, {})

    def value(self, kind: str, piece: str) -> int | str | None:
        """The value of a word in a class."""
        return self.listed(kind).get(self.key(piece))

    def _compile(self) -> None:
        data = self.data
        compiler = Compiler(data.macros, lambda kind: self._members.get(kind, ""), lambda word: "=" + key(word))
        self.patterns: list[Pattern] = []
        parts = []
        for index, (rule, pattern) in enumerate(data.patterns):
            part, kept = compiler.compile(pattern, f"p{index}")
            name, *constants = rule.split()
            self.patterns.append(Pattern(name, tuple(constants), kept))
            parts.append((f"p{index}", part))
        self.grammar = one_of(parts)
        self.parts, self.roles = (
            one_of([(f"p{index}", compiler.compile(pattern)[0]) for index, (_, pattern) in enumerate(listed)], at_end=True)
            for listed in (data.parts, data.roles)
        )
        self.tails = one_of([(f"p{index}", compiler.compile(pattern)[0]) for index, (_, pattern) in enumerate(data.tails)])
        self.joins = re.compile(compiler.compile(data.joins)[0].body)

    def _coded_words(self) -> dict[str, tuple[str, str]]:
        """Words with the codes they have in small letters and with a capital."""
        data = self.data
        plain: dict[str, set[str]] = {}
        capital: dict[str, set[str]] = {}
        for name, words in ({"month": data.months.split(), "weekday": data.weekdays.split()} | data.classes).items():
            for word in words:
                (capital if word[0] == "^" else plain).setdefault(key(word.lstrip("^")), set()).add(name)
        every = [pattern for _, pattern in (*data.patterns, *data.parts, *data.roles, *data.tails)]
        for pattern in (*every, *data.macros.values(), data.joins):
            for word in words_of(pattern):
                plain.setdefault(key(word), set()).add("=" + key(word))
        return {
            word: (
                self._code_of(frozenset(plain.get(word, ()))),
                self._code_of(frozenset(plain.get(word, set()) | capital.get(word, set()))),
            )
            for word in plain.keys() | capital.keys()
        }

    def _code_of(self, classes: frozenset[str]) -> str:
        """The code of a set of classes."""
        if not classes:
            return OTHER
        if classes not in self._codes:
            code = self._codes[classes] = chr(_FIRST_CODE + len(self._codes))
            for name in classes:
                self._members[name] = self._members.get(name, "") + code
        return self._codes[classes]

    def _code(self, piece: str) -> str:
        if piece[0].isdecimal():
            return self._code_of(number_classes(piece)) if len(piece) <= _LONGEST_NUMBER else OTHER
        known = self._words.get(key(piece)) if len(piece) <= _LONGEST_WORD else None
        return known[piece[0].isupper()] if known else OTHER


def key(word: str) -> str:
    """A word as the lexicon has it: folded; marks in their plainest form."""
    if len(word) == 1 and not word.isalnum():
        return _MARKS.get(word, word)
    return "'s" if word[0] in "'’" else fold(word)


def _words(listed: str) -> frozenset[str]:
    return frozenset(key(word) for word in listed.split())


def _values(language: str, data: Patterns) -> dict[str, dict[str, int | str]]:
    """The words of each class with their values; those of months and weekdays are CLDR's."""
    values = {name: {key(word.lstrip("^")): value for word, value in words.items()} for name, words in data.classes.items()}
    for name, listed in (("month", data.months), ("weekday", data.weekdays)):
        values[name] = {}
        for word in listed.split():
            code, value = sense(word.lstrip("^"), language)
            if code not in "MWB":
                raise ValueError(f"{language}: {word!r} is no {name} in CLDR's tables")
            values[name][key(word.lstrip("^"))] = value & MONTH_BITS if name == "month" else (value >> WEEKDAY).bit_length() - 1
    return values


@lru_cache(maxsize=_REMEMBERED)
def number_classes(digits: str) -> frozenset[str]:
    """The classes of a number: `num` any, `day` 1 to 31, `monthnumber` 1 to 12, `hour` 0 to 24, `minute` two digits below 60.

    `two` two digits, `year` four digits from 1000 to 2199, `four` four digits that are a clock, `decade` a year or two digits
    that end in 0.
    """
    classes = {"num"}
    if digits.isdecimal():
        value, size = int(digits), len(digits)
        tests = {
            "day": size <= 2 and 1 <= value <= 31,
            "monthnumber": size <= 2 and 1 <= value <= 12,
            "hour": size <= 2 and value <= 24,
            "minute": size == 2 and value < 60,
            "two": size == 2,
            "year": size == 4 and 1000 <= value <= 2199,
            "four": size == 4 and value // 100 <= 24 and value % 100 < 60,
            "decade": size in (2, 4) and value % 10 == 0 and (size == 2 or 1500 <= value <= 2100),
        }
        classes |= {name for name, holds in tests.items() if holds}
    return frozenset(classes)


def _number_samples() -> list[str]:
    """Numbers of every kind that `number_classes` tells apart."""
    short = [*map(str, range(101)), *(f"{number:02d}" for number in range(10))]
    return [*short, "2.5", "12345", *(f"{number:04d}" for step in (7, 10) for number in range(0, 10000, step))]


def _unspaced(words: dict[str, tuple[str, str]]) -> str:
    """What a token is in a script without spaces: the longest known word, a number, or one sign."""
    known = sorted((word for word in words if len(word) > 1), key=len, reverse=True)
    return "|".join([*map(re.escape, known), r"[A-Za-z]++", _NUMBER, r"\n", r"[^\s]"])


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one of `LANGUAGES`, read and compiled on first use; an empty one for any other language."""
    if language not in LANGUAGES:
        return Lexicon(language, Patterns())
    return Lexicon(language, msgspec.json.decode((DATA / f"{language}.json").read_bytes(), type=Patterns))
