"""The smallest clause around a time: where it begins and ends in its sentence, and the frame of speech that it stands in.

No parser: clauses are cut at marks, at words that join or subordinate them, and behind verbs of saying and opinion. A piece has to
hold a verb to be a clause.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from dateline.statements.lexicon import DATA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.statements.sentence_words import Words

Frame = Literal["saying", "opining", "demanding", "deciding"]
_HARD = frozenset((";", ":", "--", "—", "–", "("))
_CLOSERS = frozenset((";", ":", "--", "—", "(", ")", ".", "!", "?"))
_QUOTES = frozenset(('"', "“", "”", "''", "``", "«", "»", "„"))
_OPENING = frozenset(("“", "``", "«", "„"))
# A piece with fewer words before its time goes on behind it.
_SHORT = 3
# A clause goes on behind its time for at most so many words.
_LONGEST_TAIL = 45
_SHORTEST_PAST = 4


class Lists:
    """The words of `data/dated-en.json` by what they do."""

    def __init__(self, groups: dict[str, str]) -> None:
        self._groups = {name: frozenset(words.split()) for name, words in groups.items()}

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._groups[name]


@cache
def lists(language: str) -> Lists | None:
    """The lists of a language; None for one that has none."""
    file = DATA / f"dated-{language}.json"
    return Lists(msgspec.json.decode(file.read_bytes(), type=dict[str, str])) if language.isalpha() and file.exists() else None


class Clause(NamedTuple):
    """The words `[first, last)` of a sentence, and of the frame before them its kind, its verb and its subject, as far as there is one."""

    first: int
    last: int
    frame: Frame | None = None
    verb: int = -1
    subject: tuple[int, int] | None = None


class Cutter:
    """Cuts clauses in one sentence."""

    def __init__(self, words: Words, known: Lists) -> None:
        self._words = words
        self.keys: Sequence[str] = words.keys
        self._is = known.__getitem__
        verbs = [self._finite(index) for index in range(len(words.keys))]
        self._verbs = [0, *accumulate(verbs)]
        self._quotes = self._counted_quotes()

    def cut(self, first: int, last: int) -> Clause:
        """The clause around the words `[first, last)` of a time."""
        clause = self._begin(first, last)
        begin = self._trimmed(clause.first, first)
        return clause._replace(first=begin, last=self._end(begin, first, last, framed=clause.frame in ("opining", "deciding")))

    def is_verb(self, index: int) -> bool:
        """Whether a word is a finite verb, as far as its form tells."""
        return self.has_verb(index, index + 1)

    def has_verb(self, first: int, last: int) -> bool:
        """Whether there is a finite verb among words."""
        return first < last and self._verbs[last] > self._verbs[max(first, 0)]

    def _counted_quotes(self) -> list[int]:
        """How many quotation marks of its own kind stand before each word."""
        seen: dict[str, int] = {}
        counted = []
        for key in self.keys:
            counted.append(seen.get(key, 0))
            if key in _QUOTES:
                seen[key] = seen.get(key, 0) + 1
        return counted

    def _finite(self, index: int) -> bool:
        key = self.keys[index]
        before = self.keys[index - 1] if index else ""
        if key in self._is("auxiliaries") or key in self._is("pasts"):
            return True
        if before in self._is("determiners") or before == "-":
            return False
        if key.endswith("ed") and len(key) >= _SHORTEST_PAST and self._word(index).islower():
            return True
        if key in self._is("saying") or key in self._is("opining") or key in self._is("planning"):
            return before not in self._is("prepositions")
        return key in self._is("arranged") and key.endswith(("s", "t")) and before not in self._is("prepositions")

    def _word(self, index: int) -> str:
        return self._words.text[self._words.starts[index] : self._words.ends[index]]

    def _begin(self, first: int, last: int) -> Clause:  # noqa: C901 - one rule a branch, from the time to the left
        verb = False
        for index in range(first - 1, -1, -1):
            key = self.keys[index]
            following = self.keys[index + 1] if index + 1 < len(self.keys) else ""
            if key in _QUOTES and self._opens(index):
                if index == 0 or self.keys[index - 1] in (",", ":", "that") or self._is_frame(index - 1):
                    return self._framed(index + 1, index)
                continue
            if key in _HARD and (verb or key == "("):
                return Clause(index + 1, last)
            if key in self._is("demanding") and self._is_frame(index) and (to := self._infinitive(index, first)) >= 0:
                return Clause(to + 1, last, "demanding", index, self.subject(index))
            if key in self._is("saying") and self._is_frame(index) and index + 1 < first:
                begin = self._behind(index, first)
                return Clause(begin, last, "saying", index, self.subject(index))
            if key in self._is("opining") and self._is_frame(index) and following != "to" and index + 1 < first:
                return Clause(self._behind(index, first), last, "opining", index, self.subject(index))
            if key in self._is("deciding") and self._is_decision(index) and not self.is_verb(index + 1):
                return Clause(index + 1, last, "deciding", index, self.subject(index))
            if key == "that" and verb:
                if following in self._is("auxiliaries") or following in self._is("planning"):
                    return Clause(self._head(index), last)
                return self._framed(index + 1, index)
            if key in ("which", "who") and verb and index + 1 < first:
                return Clause(index, last)
            if key in ("and", "but", "or", "so", "yet") and verb and self._joins(index):
                return Clause(index + 1, last)
            if (
                key in self._is("subordinators")
                and verb
                and index + 1 < first
                and key not in ("that", "and", "but", "or", "so", "than")
            ):
                if key == "whether" and (comma := self._after_or_not(index, first)):
                    return Clause(comma + 1, last)
                keeps = key in self._is("conditions") or index == 0
                return Clause(index if keeps else index + 1, last)
            if key == "," and verb and self._introduced(index):
                return Clause(index + 1, last)
            verb = verb or self.is_verb(index)
        return Clause(0, last)

    def _after_or_not(self, index: int, first: int) -> int:
        """The comma behind "whether … or not" before a place; 0 where there is none."""
        for place in range(index, first - 2):
            if self.keys[place : place + 3] == ["or", "not", ","]:
                return place + 2
        return 0

    def _is_decision(self, index: int) -> bool:
        """Whether a verb of decision has its subject before it: "the directors declared a dividend"."""
        return index > 0 and self._word(index).islower() and self.keys[index - 1] not in self._is("auxiliaries")

    def _is_frame(self, index: int) -> bool:
        """Whether a word of saying is a verb with a subject here, no noun or participle: "said", not "the report", "said to"."""
        before = self.keys[index - 1] if index > 0 else ""
        if before in self._is("determiners") or before in ("of", "to", "-", "as") or not self._word(index).islower():
            return False
        if (
            self.keys[index] in self._is("nouns")
            and before not in self._is("pronouns")
            and self.has_verb(self._piece(index), index)
        ):
            return False
        return self.keys[index] in self._is("saying") | self._is("opining") | self._is("demanding")

    def _piece(self, index: int) -> int:
        """Where the piece of a sentence that a word is in begins: behind the mark or joining word before it."""
        while index > 0 and self.keys[index - 1] not in _HARD and self.keys[index - 1] not in (",", "that", "and", "but"):
            index -= 1
        return index

    def _framed(self, begin: int, before: int) -> Clause:
        """A clause behind a quotation mark or "that", with the verb of saying right before it."""
        for index in range(before - 1, max(-1, before - 5), -1):
            key = self.keys[index]
            for frame in ("saying", "opining"):
                if key in self._is(frame) and self._is_frame(index):
                    return Clause(begin, 0, frame, index, self.subject(index))
        return Clause(begin, 0)

    def _behind(self, index: int, first: int) -> int:
        """Where the clause behind a verb of saying begins: behind "that", a time or an adverb in between."""
        for place in range(index + 1, min(index + 6, first)):
            if self.keys[place] == "that":
                return place + 1
        return index + 1

    def _infinitive(self, index: int, first: int) -> int:
        """The last "to" between a verb of demand and the time that a verb follows; -1 for none."""
        for place in range(index + 1, first - 1):
            if self.keys[place] == "to" and self.keys[place + 1] not in self._is("determiners"):
                return place
        return -1

    def _joins(self, index: int) -> bool:
        """Whether "and" joins clauses here, no nouns: what follows begins one, and there was a verb before."""
        following = index + 1
        if following >= len(self.keys) or not self.has_verb(0, index):
            return False
        return self.keys[following] in self._is("subjects") or self.is_verb(following)

    def _introduced(self, index: int) -> bool:
        """Whether a comma ends what comes before the main clause: "Although …, the company"."""
        if self.keys[0] not in self._is("subordinators") and self.keys[0] not in self._is("prepositions"):
            return False
        if self.keys[0] in self._is("conditions"):
            return False
        following = index + 1
        return (
            following < len(self.keys)
            and (self.keys[following] in self._is("subjects") or self._word(following)[:1].isupper())
            and "," not in self.keys[:index]
        )

    def _head(self, index: int) -> int:
        """Where the noun before a relative "that" begins."""
        place = index
        while place > 0 and self.keys[place - 1][0].isalnum() and not self.is_verb(place - 1) and index - place < 6:
            if self.keys[place - 1] in self._is("prepositions"):
                break
            place -= 1
            if self.keys[place] in self._is("determiners"):
                break
        return place

    def subject(self, verb: int) -> tuple[int, int] | None:
        """The words of the subject before a verb; None where there is none."""
        last = verb
        while last > 0 and (
            self.keys[last - 1] in self._is("auxiliaries")
            or self.keys[last - 1] in ("also", "previously", "already", "later", "then", "now")
            or self.keys[last - 1].endswith("ly")
        ):
            last -= 1
        first = last
        while (
            first > 0
            and (self.keys[first - 1] not in _HARD or self.keys[first - 1] == "(")
            and self.keys[first - 1] not in _QUOTES
            and self.keys[first - 1] not in (".", "but", "that", "because", "although", "while")
        ):
            first -= 1
        return self._noun(first, last)

    def _noun(self, first: int, last: int) -> tuple[int, int] | None:
        """A name or noun among words: in front of its apposition, behind what introduces the sentence."""
        keys = self.keys
        closed = last > first and keys[last - 1] == ","
        pieces = [piece for piece in self._pieces(first, last) if piece[0] < piece[1]]
        if closed:
            # "In a statement, Jane Roe, the owner, said": the first piece that introduces nothing.
            pieces = [piece for piece in pieces if not self._introduces(piece[0])] or pieces
        if not pieces:
            return None
        first, last = pieces[0] if closed else pieces[-1]
        while first < last and keys[first] in ("and", "but", "so", "or", "yet", "however"):
            first += 1
        for index in range(last - 1, first, -1):
            if self.is_verb(index - 1) and keys[index] not in self._is("auxiliaries"):
                return (index, last) if keys[index] in self._is("pronouns") or self._word(index)[:1].isupper() else None
        return (first, last) if first < last else None

    def _pieces(self, first: int, last: int) -> list[tuple[int, int]]:
        """Words parted at their commas and brackets."""
        marks = [index for index in range(first, last) if self.keys[index] in (",", "(", ")")]
        return list(zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True))

    def _introduces(self, index: int) -> bool:
        """Whether words that begin so introduce a sentence: "In a statement", "Friday"."""
        key = self.keys[index]
        return key in self._is("prepositions") or key in self._is("subordinators") or key in self._is("days")

    def said_behind(self, last: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The subject and the verb of a frame behind a clause: ", the minister said", "” said a spokesman", ", according to him"."""
        keys = self.keys
        for index in range(last, len(keys) - 1):
            if keys[index] not in (",", '"', "”", "''"):
                continue
            following = index + 1
            if keys[following] in _QUOTES:
                continue
            until = next(
                (
                    place
                    for place in range(following, len(keys))
                    if keys[place] in (",", ".", ";", "who", "in", "on", "at", "after", "during") or keys[place] in _QUOTES
                ),
                len(keys),
            )
            if keys[following] == "according" and keys[following + 1 : following + 2] == ["to"] and following + 2 < until:
                return (following + 2, until), (following, following + 2)
            if keys[following] in self._is("saying") and following + 1 < until:
                return (following + 1, until), (following, following + 1)
            for place in range(following + 1, min(len(keys), following + 14)):
                if keys[place] in self._is("saying") and self._is_frame(place) and keys[place + 1 : place + 2] != ["that"]:
                    noun = self._noun(following, place)
                    if noun is not None:
                        return noun, (place, place + 1)
                if keys[place] in _CLOSERS or keys[place] in _QUOTES:
                    break
        return None

    def _opens(self, index: int) -> bool:
        """Whether a quotation mark opens: straight ones by turns in their sentence."""
        key = self.keys[index]
        if key in _OPENING:
            return True
        if key in ("”", "»"):
            return False
        return self._quotes[index] % 2 == 0

    def _trimmed(self, begin: int, first: int) -> int:
        """A beginning without marks and joining words."""
        while begin < first and (
            not self.keys[begin][0].isalnum() or self.keys[begin] in ("and", "but", "so", "that", "then", "also")
        ):
            begin += 1
        return begin

    def _end(self, begin: int, first: int, last: int, *, framed: bool) -> int:
        """Where a clause ends: with its time, unless it goes on."""
        keys = self.keys
        led = not self.has_verb(begin, first) and not framed
        if not (led or self._goes_on(first, last) or (first - begin < _SHORT and not framed)):
            return last
        verb = not led
        conditional = begin < len(keys) and keys[begin] in ("if", "unless", "whether", "when", "once", "as")
        for index in range(last, min(len(keys), last + _LONGEST_TAIL)):
            key = keys[index]
            if key in _CLOSERS or (key in _QUOTES and not self._opens(index)):
                return index
            if verb and key in self._is("subordinators") and key not in ("than", "that", "and", "or") and index > last:
                return index
            if key in (",", "and") and verb and not conditional and self._parts(index):
                return index
            if key == "," and conditional:
                conditional = False
                verb = False
            verb = verb or self.is_verb(index)
        return min(len(keys), last + _LONGEST_TAIL)

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether a time stands before the noun it belongs to, or a complement that its clause needs."""
        following = self.keys[last] if last < len(self.keys) else "."
        if following in ("'s", "'", "of", "with"):
            return True
        if not following[0].isalpha() or following in self._is("prepositions") or following in self._is("subordinators"):
            return False
        return self.keys[first] in ("the", "a", "this", "next", "last") or (
            first > 0 and self.keys[first - 1] in self._is("determiners")
        )

    def _parts(self, index: int) -> bool:
        """Whether a comma or "and" ends the clause: a verb of saying, a joining word, another subject with its verb follows."""
        following = index + 1
        if following >= len(self.keys):
            return True
        key = self.keys[following]
        if key in self._is("saying") or key in self._is("opining") or key in self._is("subordinators") or key == "according":
            return True
        if self.keys[index] == "and":
            return self.is_verb(following)
        until = next((place for place in range(following, len(self.keys)) if self.keys[place] in (",", ".")), len(self.keys))
        return any(self.keys[place] in self._is("saying") for place in range(following, until))
