"""A language's words and patterns (`data/*.json`), compiled into one regular expression over coded words.

Every word of a language has a code: one character that stands for the set of classes it is in. A prose is thereby a string of
codes, and an ordered list of patterns is one regular expression over it, whose every repeat is bounded. Patterns are written as

    word      that word, or mark, itself            {class}       a word of a class, kept under the class's name
    [class]   a word of a class, not kept           {name:class}  the same, kept under a name
    <macro>   another pattern                       name=( … )    all words of a part, kept under a name
    ( | ) ?   as in regular expressions

Numbers are in classes by their digits: see `number_classes`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.moments.tokens import fold
from dateline.moments.words import MONTH_BITS, WEEKDAY, sense

DATA = Path(__file__).with_name("data")
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ar", "fa", "ru", "zh")
# Words beyond this many are looked up anew: memory does not grow with the text.
_REMEMBERED = 32_768
# More digits than any number of a time expression has.
_LONGEST_NUMBER = 12
_LONGEST_WORD = 40
OTHER = "x"
_FIRST_CODE = 0xE000

_MARKS = {
    sign: mark
    for mark, signs in {
        "-": "-–—−‐‑‒",
        "'": "'’‘ʼ`´",
        ",": ",،，、",
        ".": ".。",
        ":": ":：",
        "/": "/／",
        "(": "(（[",
        ")": ")）]",
    }.items()
    for sign in signs
}
_PATTERN = re.compile(
    r"(?P<space>\s+)|(?P<kept>\w+)=\(|\{(?:(?P<name>\w+):)?(?P<class>\w+)\}|\[(?P<plain>\w+)\]|(?P<sign>[()|?])"
    r"|<(?P<macro>\w+)>|(?P<word>[^\s()|?{}<>=\[\]]+)"
)


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `data/`. Words of `classes` that begin with `^` count only with a capital; `months` and `weekdays` name
    words whose values are in CLDR's tables.
    """

    months: str = ""
    weekdays: str = ""
    classes: dict[str, dict[str, int | str]] = {}
    macros: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    parts: list[tuple[str, str]] = []
    roles: list[tuple[str, str]] = []
    joins: str = ""
    future: str = ""
    past: str = ""
    past_endings: str = ""
    passive: str = ""
    perfect: str = ""
    present: str = ""
    infinitive_mark: str = ""
    infinitive: str = ""
    determiners: str = ""
    names: str = ""
    tails: str = ""
    spaced: bool = True


class Pattern(NamedTuple):
    """One pattern of a language: the rule that reads it, the rule's constants, and the groups it keeps as `(name, class, group)`."""

    rule: str
    constants: tuple[str, ...]
    kept: tuple[tuple[str, str, str], ...]


class Lexicon:
    """The compiled words and patterns of one language."""

    def __init__(self, language: str, data: Patterns) -> None:
        self.language = language
        self.data = data
        self.values = _values(language, data)
        self.future, self.past = _words(data.future), _words(data.past)
        self.past_endings = tuple(data.past_endings.split())
        self.infinitive, self.infinitive_mark = _words(data.infinitive), data.infinitive_mark
        self.passive, self.perfect, self.present = data.passive, _words(data.perfect), _words(data.present)
        self.determiners = _words(data.determiners)
        self.names = _words(data.names)
        # German writes every noun with a capital.
        self.capitals_are_names = language != "de"
        self._literals = _literals(data)
        self._signs: dict[frozenset[str], str] = {}
        self._members: dict[str, str] = {}
        self._words = self._all_words()
        for sample in _number_samples():
            self._sign(number_classes(sample))
        self.patterns: list[Pattern] = []
        bodies = [self._pattern(index, entry) for index, entry in enumerate(data.patterns)]
        self.grammar = re.compile(f"(?=[^{OTHER}])(?:{'|'.join(bodies)})" if bodies else "(?!)")
        self.parts = self._before(data.parts)
        self.roles = self._before(data.roles)
        self.tails = re.compile(self._compile(data.tails) if data.tails else "(?!)")
        self.joins = re.compile(self._compile(data.joins))
        self.token = re.compile(_token(data, self._words) if not data.spaced else _SPACED)
        self.code = lru_cache(_REMEMBERED)(self._code)
        self.key = lru_cache(_REMEMBERED)(_key)

    def listed(self, kind: str) -> dict[str, int | str]:
        """The words of a class with their values; none for a class that the language does not have."""
        return self.values.get(kind, {})

    def value(self, kind: str, piece: str) -> int | str | None:
        """The value of a word in a class."""
        return self.listed(kind).get(self.key(piece))

    def _all_words(self) -> dict[str, tuple[str, str]]:
        """Words with the codes they have in lower case and with a capital."""
        plain: dict[str, set[str]] = {}
        capital: dict[str, set[str]] = {}
        listed = {"month": self.data.months.split(), "weekday": self.data.weekdays.split()}
        for name, words in (*self.data.classes.items(), *listed.items()):
            for word in words:
                (capital if word[0] == "^" else plain).setdefault(_key(word.lstrip("^")), set()).add(name)
        for word in self._literals:
            plain.setdefault(_key(word), set()).add("=" + _key(word))
        found = {}
        for word in plain.keys() | capital.keys():
            low = frozenset(plain.get(word, ()))
            found[word] = self._sign(low), self._sign(low | capital.get(word, set()))
        return found

    def _sign(self, classes: frozenset[str]) -> str:
        """The code of a set of classes."""
        if not classes:
            return OTHER
        if classes not in self._signs:
            sign = self._signs[classes] = chr(_FIRST_CODE + len(self._signs))
            for name in classes:
                self._members[name] = self._members.get(name, "") + sign
        return self._signs[classes]

    def _code(self, piece: str) -> str:
        if piece[0].isdecimal():
            return self._sign(number_classes(piece)) if len(piece) <= _LONGEST_NUMBER else OTHER
        known = self._words.get(_key(piece)) if len(piece) <= _LONGEST_WORD else None
        return known[piece[0].isupper()] if known else OTHER

    def _pattern(self, index: int, entry: tuple[str, str]) -> str:
        rule, *constants = entry[0].split()
        kept: list[tuple[str, str, str]] = []
        body = self._compile(entry[1], kept, f"p{index}")
        self.patterns.append(Pattern(rule, tuple(constants), tuple(kept)))
        return f"(?P<p{index}>{body})"

    def _before(self, entries: list[tuple[str, str]]) -> re.Pattern[str]:
        """What can stand right before an expression; the group `p3` is entry 3."""
        return re.compile(
            "|".join(rf"(?P<p{index}>{self._compile(entry[1])})\Z" for index, entry in enumerate(entries)) or "(?!)"
        )

    def _compile(self, pattern: str, kept: list[tuple[str, str, str]] | None = None, prefix: str = "") -> str:
        """A pattern as a regular expression over codes; what it keeps is added to `kept`."""
        parts: list[str] = []
        place = 0
        while place < len(pattern):
            found = _PATTERN.match(pattern, place)
            if not found:
                raise ValueError(f"{self.language}: no pattern at {pattern[place:]!r}")
            place = found.end()
            if found["macro"]:
                parts.append(f"(?:{self._compile(self.data.macros[found['macro']], kept, prefix)})")
            elif found["kept"] or found["class"]:
                group = f"{prefix}_{len(kept)}" if kept is not None else ""
                if kept is not None:
                    kept.append((found["kept"] or found["name"] or found["class"], found["class"] or "", group))
                opening = f"(?P<{group}>" if group else "(?:"
                parts.append(opening + (f"{self._set(found['class'])})" if found["class"] else ""))
            elif found["plain"]:
                parts.append(self._set(found["plain"]))
            elif found["sign"]:
                parts.append("(?:" if found["sign"] == "(" else found["sign"])
            elif found["word"]:
                parts.append(self._set("=" + _key(found["word"])))
        return "".join(parts)

    def _set(self, name: str) -> str:
        signs = self._members.get(name)
        if not signs:
            raise ValueError(f"{self.language}: no such class: {name!r}")
        return f"[{signs}]"


def _key(word: str) -> str:
    """A word as the lexicon has it: folded; marks as their plainest form."""
    if len(word) == 1 and not word.isalnum():
        return _MARKS.get(word, word)
    if word[0] in "'’":
        return "'s"
    return fold(word)


def _words(listed: str) -> frozenset[str]:
    return frozenset(_key(word) for word in listed.split())


def _values(language: str, data: Patterns) -> dict[str, dict[str, int | str]]:
    values: dict[str, dict[str, int | str]] = {
        name: {_key(word.lstrip("^")): value for word, value in words.items()} for name, words in data.classes.items()
    }
    values["month"] = {_key(word.lstrip("^")): sense(word.lstrip("^"), language)[1] & MONTH_BITS for word in data.months.split()}
    values["weekday"] = {
        _key(word.lstrip("^")): (sense(word.lstrip("^"), language)[1] >> WEEKDAY).bit_length() - 1
        for word in data.weekdays.split()
    }
    return values


def _literals(data: Patterns) -> set[str]:
    """Every word that stands for itself in a pattern."""
    every = [entry[1] for entry in (*data.patterns, *data.parts, *data.roles)]
    return {
        found["word"]
        for pattern in (*every, *data.macros.values(), data.joins, data.tails)
        for found in _PATTERN.finditer(pattern)
        if found["word"]
    }


@lru_cache(maxsize=_REMEMBERED)
def number_classes(digits: str) -> frozenset[str]:
    """The classes of a number: `num` any, `day` 1 to 31, `hour` 0 to 24, `minute` two digits below 60, `two` two digits,
    `year` four digits from 1000 to 2199, `four` four digits that are a clock, `decade` a year or two digits that end in 0.
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
    """A number of every kind that `number_classes` tells apart."""
    return [
        *map(str, range(100)),
        *(f"{n:02d}" for n in range(10)),
        "100",
        "2.5",
        "12345",
        *(f"{n:04d}" for n in range(0, 10000, 5)),
        *(f"{n}" for n in range(1001, 2500, 7)),
    ]


# A word, a number with its thousands or decimals, a possessive, a mark. A line's end is a mark too, unless the line is long and
# goes on in the next: then the text was wrapped.
_NUMBER = r"\d{1,3}+(?:,\d{3}(?!\d))++|\d++\.\d++(?![.\d])|\d++"
_LINE = r"(?<![^\n]{60}[a-z,])\n|\n(?!\w)"
_SPACED = rf"['’]s\b|[^\W\d_]++(?:[\u200c\u064b-\u0652\u0300-\u036f][^\W\d_]*+)*+|{_NUMBER}|{_LINE}|[^\s]"


def _token(data: Patterns, words: dict[str, tuple[str, str]]) -> str:
    """What a token is in a script without spaces: the longest known word, or one sign."""
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if len(word) > 1)
    return rf"{known}|[A-Za-z]++|{_NUMBER}|\n|[^\s]" if known else _SPACED


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one of `LANGUAGES`, read and compiled on first use; an empty one for any other language."""
    if language not in LANGUAGES:
        return Lexicon(language, Patterns())
    return Lexicon(language, msgspec.json.decode((DATA / f"{language}.json").read_bytes(), type=Patterns))
