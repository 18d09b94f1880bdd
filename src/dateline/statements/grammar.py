"""Patterns over classes of words, made into regular expressions over codes. They are written as

    word      that word, or mark, itself            {class}       a word of a class, kept under the class's name
    [class]   a word of a class, not kept           {name:class}  the same, kept under a name
    <macro>   another pattern                       name=( … )    all words of a part, kept under a name
    ( | ) ?   as in regular expressions

There is no repeat, so that a match is bounded and a search is linear. Every pattern comes with the codes that it can begin
with: one look at a word rules out most patterns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = re.compile(
    r"(?P<kept>\w+)=\(|\{(?:(?P<name>\w+):)?(?P<class>\w+)\}|\[(?P<plain>\w+)\]|(?P<sign>[()|?])|<(?P<macro>\w+)>"
    r"|(?P<word>[^\s()|?{}<>=\[\]]+)|(?P<space>\s+)"
)


class Kept(NamedTuple):
    """A part that a pattern keeps: its name, its class ("" for several words), and its group in the regular expression."""

    name: str
    kind: str
    group: str


class Part(NamedTuple):
    """A piece of a regular expression, the codes it can begin with, and whether it can be empty."""

    body: str
    first: frozenset[str]
    empty: bool


_NOTHING = Part("", frozenset(), True)


def words_of(pattern: str) -> set[str]:
    """The words and marks that stand for themselves in a pattern."""
    return {found["word"] for found in _TOKEN.finditer(pattern) if found["word"]}


class Compiler:
    """Compiles the patterns of a language: `codes` gives the codes of a class, `word` the name of a word's own class."""

    def __init__(self, macros: Mapping[str, str], codes: Callable[[str], str], word: Callable[[str], str]) -> None:
        self._macros, self._codes, self._word = macros, codes, word
        self._kept: list[Kept] = []
        self._prefix = ""

    def compile(self, pattern: str, prefix: str = "") -> tuple[Part, tuple[Kept, ...]]:
        """A pattern and what it keeps, in groups named after `prefix`; without one nothing is kept.

        Raises `ValueError` for a pattern that is malformed or names no known class or macro.
        """
        self._kept, self._prefix = [], prefix
        return self._all(pattern), tuple(self._kept)

    def _all(self, pattern: str) -> Part:
        tokens = [found for found in _TOKEN.finditer(pattern) if not found["space"]]
        if sum(len(found.group()) for found in _TOKEN.finditer(pattern)) != len(pattern):
            raise ValueError(f"no pattern: {pattern!r}")
        part, place = self._choice(tokens, 0)
        if place != len(tokens):
            raise ValueError(f"unbalanced: {pattern!r}")
        return part

    def _choice(self, tokens: list[re.Match[str]], place: int) -> tuple[Part, int]:
        """Alternatives up to the closing bracket or the end."""
        choices = []
        while True:
            part, place = self._sequence(tokens, place)
            choices.append(part)
            if place >= len(tokens) or tokens[place]["sign"] != "|":
                break
            place += 1
        if len(choices) == 1:
            return choices[0], place
        body = "(?:" + "|".join(choice.body for choice in choices) + ")"
        return Part(
            body, frozenset().union(*(choice.first for choice in choices)), any(choice.empty for choice in choices)
        ), place

    def _sequence(self, tokens: list[re.Match[str]], place: int) -> tuple[Part, int]:
        whole = _NOTHING
        while place < len(tokens) and tokens[place]["sign"] not in ("|", ")"):
            part, place = self._one(tokens, place)
            if place < len(tokens) and tokens[place]["sign"] == "?":
                part, place = Part(f"(?:{part.body})?", part.first, True), place + 1
            first = whole.first | part.first if whole.empty else whole.first
            whole = Part(whole.body + part.body, first, whole.empty and part.empty)
        return whole, place

    def _one(self, tokens: list[re.Match[str]], place: int) -> tuple[Part, int]:
        token = tokens[place]
        if token["macro"]:
            if token["macro"] not in self._macros:
                raise ValueError(f"no such macro: {token['macro']!r}")
            return self._all(self._macros[token["macro"]]), place + 1
        if token["kept"] or token["sign"] == "(":
            group = self._group(token["kept"], "") if token["kept"] else ""
            part, place = self._choice(tokens, place + 1)
            if place >= len(tokens):
                raise ValueError(f"unbalanced: {token.string!r}")
            return part._replace(body=f"(?P<{group}>{part.body})" if group else f"(?:{part.body})"), place + 1
        if token["sign"]:
            raise ValueError(f"nothing before {token['sign']!r}: {token.string!r}")
        kind = token["class"] or token["plain"] or self._word(token["word"])
        codes = self._codes(kind)
        if not codes:
            raise ValueError(f"no such class: {kind!r}")
        group = self._group(token["name"] or kind, kind) if token["class"] else ""
        body = f"[{codes}]"
        return Part(f"(?P<{group}>{body})" if group else body, frozenset(codes), False), place + 1

    def _group(self, name: str, kind: str) -> str:
        """A new group for a part that is kept; "" when nothing is."""
        if not self._prefix:
            return ""
        self._kept.append(Kept(name, kind, f"{self._prefix}_{len(self._kept)}"))
        return self._kept[-1].group


def one_of(parts: list[tuple[str, Part]], *, at_end: bool = False) -> re.Pattern[str]:
    """One regular expression of named parts, in order of preference; each is tried only where it can begin."""
    if not parts:
        return re.compile("(?!)")
    end = r"\Z" if at_end else ""
    bodies = [f"(?P<{name}>(?=[{''.join(sorted(part.first))}]){part.body}{end})" for name, part in parts]
    first = "".join(sorted(frozenset().union(*(part.first for _, part in parts))))
    return re.compile(f"(?=[{first}])(?:{'|'.join(bodies)})")
