"""What is known of English words before a text is seen: closed classes, words of reporting, word classes, endings.

The lists of `data/attribution-en.json` are ours. `data/word-classes-en.txt.gz` has the word classes of 42,000 words, from the lexicon of
Brill's tagger (MIT licence) and the NIH's SPECIALIST lexicon; `training/make_word_classes.py` makes it.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from typing import Final, NamedTuple

import msgspec

from dateline.statements.lexicon import DATA

# Words beyond this many are looked up anew: memory does not grow with the text.
_REMEMBERED: Final = 32_768
_VOWELS = "aeiou"
_PUNCTUATION = ". , : ; ? ! - – — ( ) [ ] “ ” ‘ ’ \" ' `` '' … / & $ % # @ * \n".split(" ")  # noqa: SIM905 - quotation marks are easier to read so


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of lists: verbs by group, nouns, adjectives and adverbs of reporting, kinds of speakers, closed classes, endings."""

    reporting: dict[str, str]
    nouns: str
    adjectives: str
    adverbs: str
    person: str
    organisation: str
    document: str
    titles: str
    closed: dict[str, str]
    suffixes: str
    irregular: dict[str, str]


class Lists(NamedTuple):
    """The lists as tables from a word's form to its number; 0 is for all other words."""

    closed: dict[str, int]
    verbs: dict[str, tuple[int, int, int]]
    others: dict[str, int]
    speakers: dict[str, int]
    titles: frozenset[str]
    classes: dict[str, int]
    suffixes: dict[str, int]
    sizes: tuple[int, ...]


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


@cache
def words() -> Words:
    """The lists as they are written."""
    return msgspec.json.decode((DATA / "attribution-en.json").read_bytes(), type=Words)


@cache
def lists() -> Lists:
    """The lists, numbered, with all inflected forms."""
    listed = words()
    closed: dict[str, int] = {}
    for word in (*_PUNCTUATION, *(word for group in listed.closed.values() for word in group.split())):
        closed.setdefault(word, len(closed) + 1)
    groups: dict[str, list[int]] = {}
    for number, group in enumerate(listed.reporting.values(), 1):
        for lemma in group.split():
            groups.setdefault(lemma, []).append(number)
    verbs: dict[str, tuple[int, int, int]] = {}
    for number, (lemma, numbers) in enumerate(groups.items(), 1):
        for form in _verb_forms(lemma, listed.irregular.get(lemma, "")):
            verbs.setdefault(form, (number, numbers[0], numbers[1] if len(numbers) > 1 else 0))
    others: dict[str, int] = {}
    for lemma in dict.fromkeys(listed.nouns.split()):
        number = len(set(others.values())) + 1
        for form in _noun_forms(lemma):
            others.setdefault(form, number)
    for lemma in (*listed.adjectives.split(), *listed.adverbs.split()):
        others.setdefault(lemma, len(set(others.values())) + 1)
    speakers: dict[str, int] = {}
    for bit, text in enumerate((listed.person, listed.organisation, listed.document)):
        for lemma in text.split():
            for form in _noun_forms(lemma):
                speakers[form] = speakers.get(form, 0) | 1 << bit
    titles = frozenset(listed.titles.split())
    for title in titles:
        speakers[title] = speakers.get(title, 0) | 8
    classes, count = _classes()
    suffixes = {suffix: number for number, suffix in enumerate(listed.suffixes.split(), 1)}
    sizes = (len(closed) + 1, len(groups) + 1, len(listed.reporting) + 1, len(listed.reporting) + 1,
             max(others.values()) + 1, 16, count + 1, len(suffixes) + 1)  # fmt: skip
    return Lists(closed, verbs, others, speakers, titles, classes, suffixes, sizes)


@cache
def class_names() -> tuple[str, ...]:
    """What the numbers of `Lists.classes` mean, from 1: a word's commonest class in the Penn Treebank's names, a slash, the letters of others."""
    lines = gzip.decompress((DATA / "word-classes-en.txt.gz").read_bytes()).decode().splitlines()
    return ("", *(line.partition(" ")[0] for line in lines))


def _classes() -> tuple[dict[str, int], int]:
    classes: dict[str, int] = {}
    lines = gzip.decompress((DATA / "word-classes-en.txt.gz").read_bytes()).decode().splitlines()
    for number, line in enumerate(lines, 1):
        for word in line.split(" ")[1:]:
            classes[word] = number
    return classes, len(lines)


def _verb_forms(lemma: str, irregular: str) -> set[str]:
    """A verb's forms: regular ones, and the irregular ones listed."""
    forms = {lemma, *irregular.split()}
    stem = lemma.removesuffix("e")
    if lemma.endswith("ee"):
        # "agree", "see"
        forms.add(lemma + "ing")
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        forms |= {lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        forms |= {lemma + "s", stem + "ed", stem + "ing"}
        if len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
            forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return forms


def _noun_forms(lemma: str) -> set[str]:
    """A noun's singular and plural."""
    if lemma.endswith("man"):
        return {lemma, lemma.removesuffix("man") + "men"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma, lemma[:-1] + "ies"}
    return {lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")}


@lru_cache(maxsize=_REMEMBERED)
def word_row(piece: str) -> tuple[int, ...]:
    """What is known of a word by itself: its number in each list, its class, its ending, its shape."""
    known = lists()
    word = piece.lower()
    plain = word.rstrip(".").replace("’", "'") if len(word) > 1 else word
    number, group, second = known.verbs.get(plain, (0, 0, 0))
    kind = known.classes.get(plain, 0)
    if not kind and "-" in plain:
        kind = known.classes.get(plain.rpartition("-")[2], 0)
    suffix = next((known.suffixes[plain[-size:]] for size in (6, 5, 4, 3, 2, 1) if plain[-size:] in known.suffixes), 0)
    closed = known.closed.get(word) or known.closed.get(plain, 0)
    return (closed, number, group, second, known.others.get(plain, 0), known.speakers.get(plain, 0), kind,
            suffix if plain.isalpha() else 0, _shape(piece))  # fmt: skip


SHAPES: Final = 12


def _shape(piece: str) -> int:
    if piece.isalpha():
        if piece.islower():
            return 1
        if piece[0].isupper() and (len(piece) == 1 or piece[1:].islower()):
            return 2 if len(piece) > 1 else 3
        return 4 if piece.isupper() else 5
    first = piece[0]
    if first.isdecimal():
        return 6 if piece.isdecimal() else 7
    if first in "'’" and len(piece) > 1:
        return 8
    if first.isalpha():
        return 9 if first.isupper() else 10
    return 11
