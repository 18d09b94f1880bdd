"""Speakers' names: the fullest that the text gives whoever is meant.

A name stands for the full one that the text has of it; a pronoun for the person spoken of last, by gender, by who spoke before and by who
begins sentences; "the minister" for whoever was called one. Who has no name keeps the words that say what he is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.statements.cues import cues
from dateline.statements.names import Name, find_names, is_company
from dateline.statements.words_en import lists, word_set
from dateline.statements.words_en import words as listed_words

if TYPE_CHECKING:
    from dateline.records import Span
    from dateline.statements.said import Said

_FEMALE: Final = word_set("she her hers herself")
_MALE: Final = word_set("he him his himself")
_MANY: Final = word_set("they them their theirs it its")
_AUTHOR: Final = word_set(
    "i we us our my me you your one ich wir man es je nous on ce yo nosotros io noi eu nós ik wij я мы 我 我们 我們"
)
_RELATIVE: Final = word_set("who that which whom")
# A pronoun means somebody named within so many code points before it.
_REACH = 1500
# Points for whom a pronoun means: for who spoke last, for who begins a sentence; a point is lost with every so many code points.
_SPOKE_LAST, _BEGINS, _PER_POINT = 4.0, 2.0, 150
_BEGINNING = 30
_ARTICLE = re.compile(r"^(?:the|an?|one|some)\s+", re.I)
_TAIL = re.compile(r",(?!\d)|[;:(\n]| who | which | that | in | at | on ")
_ROLE_BEHIND = re.compile(r"\s?,\s(?:(?:the|an?|his|her|its|their)\s)?([^,.;\n]{3,80})")
# "Roe's lawyer", but not "Roe's" by itself.
_POSSESSIVE = re.compile(r"['’](?:s\b|\s)\s*\w")
_COMPANIES: Final = word_set(
    "company firm concern corporation bank insurer maker retailer group airline carrier automaker manufacturer producer utility"
)
# Whom somebody speaks for, or what he is the head of, stands behind these.
_OBJECT: Final = word_set(
    "for of from to with by at in on like than under de la du des d’ d' del della di da do dos das von vom der van het"
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@cache
def _indefinite() -> frozenset[str]:
    """Words that stand for somebody and name nobody: "nobody", "many", "others"."""
    closed = listed_words().closed
    return word_set(f"{closed['pronoun']} {closed['determiner']} others whatever whichever")


class Speakers:
    """What a text says of those who speak in it; `name` is asked for one statement after the other, in their order."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        words = cues(language)
        self._pronouns = words.pronouns if words else frozenset()
        self._articles = words.articles if words else frozenset()
        self._nouns_have_capitals = language == "de"
        self._names = find_names(text)
        self._starts = [name.span.start for name in self._names]
        self._last: Name | None = None
        self._many: str | None = None
        self._genders: dict[str, str] = {name.full: name.gender for name in self._names if name.gender}
        self._companies = [(name.span.start, name.full) for name in self._names if is_company(name.full)]
        self._roles = self._called() if language == "en" else {}

    def name(self, said: Said) -> str | None:
        """The name of who says something; None where nobody is named."""
        if not said.speaker:
            return None
        span = said.speaker[0]
        words = [word.lower() for word in _WORD.findall(span.of(self._text))]
        if not words:
            return None
        if len(words) == 1 and (words[0] in self._pronouns or words[0] in _FEMALE | _MALE | _MANY | _AUTHOR | _RELATIVE):
            return self._pronoun(words[0], span)
        name = self._named(span)
        if len(words) == 1 and words[0] in _indefinite() and (name is None or name.full.lower() == words[0]):
            return None  # a capital that begins a sentence makes no name of "Any"
        if name is None:
            return self._described(span)
        if name.kind == "person" or len(words) == 1:
            self._last = name
            self._many = None
        else:
            self._many = name.full
        return name.full

    def _pronoun(self, word: str, span: Span) -> str | None:
        if word in _AUTHOR:
            return None
        if word in _RELATIVE:
            return self._just_before(span)
        if word in _MANY:
            return self._many
        if self._nouns_have_capitals:
            # What has a capital may be no name: only who spoke before is sure to be somebody.
            return self._last.full if self._last else None
        gender = "female" if word in _FEMALE else "male" if word in _MALE else ""
        best, points = None, 0.0
        high = bisect_left(self._starts, span.start)
        for at in range(bisect_left(self._starts, span.start - _REACH), high):
            name = self._names[at]
            known = self._genders.get(name.full, "")
            if name.kind != "person" and not (self._last and name.full == self._last.full and not name.full.isupper()):
                continue
            if gender and known and known != gender:
                continue
            score = _REACH - (span.start - name.span.start) / _PER_POINT
            score += _SPOKE_LAST * (self._last is not None and self._last.full == name.full) + _BEGINS * self._begins(name)
            if score >= points:
                best, points = name, score
        if best is None:
            return (
                self._last.full if self._last and not (gender and self._genders.get(self._last.full, gender) != gender) else None
            )
        if gender:
            self._genders.setdefault(best.full, gender)
        self._last = best
        return best.full

    def _begins(self, name: Name) -> bool:
        """Whether a name stands near the beginning of its sentence."""
        before = self._text[max(0, name.span.start - _BEGINNING) : name.span.start]
        return len(before) < _BEGINNING or any(mark in before for mark in (". ", "\n", ".” ", '." ', "” "))

    def _just_before(self, span: Span) -> str | None:
        """Who a relative pronoun means: the name or the words right before it."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self._text[self._names[at].span.end : span.start].strip(" ,") == "":
            return self._names[at].full
        return None

    def _named(self, span: Span) -> Name | None:
        """The name in a speaker's words that is the speaker's own: not the one of "a Roe campaign official" or "Roe's lawyer"."""
        inside = self._names[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        own = [name for name in inside if self._stands_alone(name, span)]
        return next((name for name in own if name.kind == "person"), own[0] if own else None)

    def _stands_alone(self, name: Name, span: Span) -> bool:
        behind = self._text[name.span.end : span.end]
        if _POSSESSIVE.match(behind):
            return False
        word = re.match(r"\s([^\W\d_]+)", behind)
        if word and word.group(1).islower() and word.group(1) not in lists().closed:
            return False
        before = self._text[span.start : name.span.start].split()
        # "a spokesman for Roe": whom somebody speaks for is not who speaks.
        return not (before and before[-1].lower() in _OBJECT)

    def _described(self, span: Span) -> str | None:
        """Who is not named: whoever was called so before, else the words themselves without their article."""
        words = span.of(self._text)
        words = words.removesuffix("’s").removesuffix("'s")
        text = _ARTICLE.sub("", " ".join(words.split()))
        first, _, rest = text.partition(" ")
        text = rest if rest and first.lower() in self._articles else text
        cut = _TAIL.search(text)
        short = text[: cut.start()] if cut and cut.start() else text
        if words[:4].lower() == "the ":
            head = short.split()[-1].lower() if short.split() else ""
            known = self._roles.get(head, [])
            at = bisect_left(known, (span.start, "")) - 1
            if at < 0 and head in _COMPANIES:
                known = self._companies
                at = max(0, bisect_left(known, (span.start, "")) - 1) if known else -1
            if at >= 0:
                self._many = known[at][1]
                return known[at][1]
        self._many = short
        return short.strip(" ,") or None

    def _called(self) -> dict[str, list[tuple[int, str]]]:
        """By what nouns the text calls whom, and where: by titles before names, by appositions, by words in an organisation's name."""
        roles: dict[str, list[tuple[int, str]]] = {}
        speakers = lists().speakers
        for name in self._names:
            if name.kind == "person":
                nouns = [name.title] if name.title else []
                if behind := _ROLE_BEHIND.match(self._text, name.span.end):
                    nouns += [word for word in behind.group(1).lower().split()[:8] if speakers.get(word, 0) & 1]
            else:
                nouns = [word for word in name.full.lower().split() if speakers.get(word, 0) & 2]
            for noun in nouns:
                roles.setdefault(noun, []).append((name.span.start, name.full))
        return roles
