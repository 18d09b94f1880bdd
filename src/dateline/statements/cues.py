"""Words that tell who speaks, by language (`data/cues.json`), compiled."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dateline.statements.lexicon import DATA


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's words: forms of verbs of saying, what opens a reported clause, phrases like "according to" (divided by "|").

    `articles` can begin a speaker, `pronouns` can be one; `auxiliaries` stand between a speaker and the verb, `conjunctions` before a
    speaker; `stops` end one. `inverted`: behind a quotation the verb goes before the speaker; `verb_first`: it does so everywhere.
    """

    verbs: str
    that: str
    according: str
    articles: str
    pronouns: str
    auxiliaries: str
    conjunctions: str
    stops: str
    inverted: bool = True
    verb_first: bool = False
    spaced: bool = True


class Cues:
    """The compiled words of one language."""

    def __init__(self, words: CueWords) -> None:
        self.words = words
        edge, end = (r"(?<!\w)", r"(?!\w)") if words.spaced else ("", "")
        self.verb = re.compile(f"{edge}(?:{_any(words.verbs.split())}){end}", re.I)
        self.that = re.compile(f"{edge}(?:{_any(words.that.split())})" + r"(?!\w)" if words.that else "(?!)", re.I)
        self.according = re.compile(
            f"{edge}(?:{_any(words.according.split('|'))})" + (r"(?:\s+|(?<=ل))" if words.spaced else ""), re.I
        )
        self.articles, self.pronouns = frozenset(words.articles.split()), frozenset(words.pronouns.split())
        self.auxiliaries, self.conjunctions = frozenset(words.auxiliaries.split()), frozenset(words.conjunctions.split())
        self.stops = frozenset(words.stops.split())


def _any(listed: list[str]) -> str:
    """Alternatives, longest first; apostrophes elide the space behind them."""
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


@cache
def cues(language: str) -> Cues | None:
    """The words of a language; None for one that has none."""
    listed = msgspec.json.decode((DATA / "cues.json").read_bytes(), type=dict[str, CueWords])
    return Cues(listed[language]) if language in listed else None
