"""The words of one sentence as a grammar of closed classes sees them: finite verbs, quotation marks, subjects, frames of speech.

No parser: forms and word lists tell (`data/dated-en.json`), each sentence is looked through once, and every question after that is cheap.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from dateline.statements.lexicon import DATA
from dateline.statements.words_en import class_names
from dateline.statements.words_en import lists as word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.statements.sentence_words import Words

HARD = frozenset((";", ":", "--", "—", "–", "("))
CLOSERS = frozenset((";", ":", "--", "—", "(", ")", ".", "!", "?"))
QUOTES = frozenset(('"', "“", "”", "''", "``", "«", "»", "„"))
_OPENING = frozenset(("“", "``", "«", "„"))
_SHORTEST_PAST = 4
# The speaker that follows a statement has at most so many words.
_LONGEST_SPEAKER = 14


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


class Phrases:
    """One sentence, with what its words are."""

    def __init__(self, words: Words, known: Lists) -> None:
        self.words = words
        self.keys: Sequence[str] = words.keys
        self._is = known.__getitem__
        self._speech = known["saying"] | known["opining"] | known["demanding"]
        self._verbs = [0, *accumulate(self._finite(index) for index in range(len(words.keys)))]
        self._quotes = self._counted_quotes()

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
            if key in QUOTES:
                seen[key] = seen.get(key, 0) + 1
        return counted

    def _finite(self, index: int) -> bool:
        key = self.keys[index]
        before = self.keys[index - 1] if index else ""
        if key in self._is("auxiliaries") or key in self._is("pasts"):
            return True
        if before in self._is("determiners") or before == "-":
            return False
        tag = class_names()[word_lists().classes.get(key, 0)]
        if key.endswith("ed") and len(key) >= _SHORTEST_PAST and self.word(index).islower():
            return not tag.startswith("JJ")
        if key in self._is("saying") or key in self._is("opining") or key in self._is("planning"):
            return before not in self._is("prepositions")
        if before in self._is("prepositions"):
            return False
        # A present form: "runs", and "run" behind "they".
        present = tag.startswith("VBZ") or (tag.startswith("VBP") and before in self._is("pronouns"))
        return present or (key in self._is("arranged") and key.endswith(("s", "t")))

    def word(self, index: int) -> str:
        """A word as it is printed."""
        return self.words.text[self.words.starts[index] : self.words.ends[index]]

    def is_decision(self, index: int) -> bool:
        """Whether a verb of decision has its subject before it: "the directors declared a dividend"."""
        return index > 0 and self.word(index).islower() and self.keys[index - 1] not in self._is("auxiliaries")

    def is_frame(self, index: int) -> bool:
        """Whether a word of saying is a verb with a subject here, no noun or participle: "said", not "the report", "said to"."""
        if self.keys[index] not in self._speech:
            return False
        before = self.keys[index - 1] if index > 0 else ""
        if before in self._is("determiners") or before in ("of", "to", "-", "as", "'s") or not self.word(index).islower():
            return False
        return not (
            self.keys[index] in self._is("nouns")
            and before not in self._is("pronouns")
            and self.has_verb(self._piece(index), index)
        )

    def _piece(self, index: int) -> int:
        """Where the piece of a sentence that a word is in begins: behind the mark or joining word before it."""
        while index > 0 and self.keys[index - 1] not in HARD and self.keys[index - 1] not in (",", "that", "and", "but"):
            index -= 1
        return index

    def subject(self, verb: int) -> tuple[int, int] | None:
        """The words of the subject before a verb; None where there is none."""
        first = last = self._before_helpers(verb)
        while (
            first > 0
            and (self.keys[first - 1] not in HARD or self.keys[first - 1] == "(")
            and self.keys[first - 1] not in QUOTES
            and self.keys[first - 1] not in (".", "but", "that", "because", "although", "while")
        ):
            first -= 1
        return self.noun(first, last)

    def _before_helpers(self, verb: int) -> int:
        """Where the auxiliaries and adverbs before a verb begin."""
        while verb > 0 and (
            self.keys[verb - 1] in self._is("auxiliaries")
            or self.keys[verb - 1]
            in ("also", "previously", "already", "later", "then", "now", "not", "n't", "never", "still", "again")
            or self.keys[verb - 1].endswith("ly")
        ):
            verb -= 1
        return verb

    def noun(self, first: int, last: int) -> tuple[int, int] | None:
        """A name or noun among words: in front of its apposition, behind what introduces the sentence."""
        keys = self.keys
        closed = last > first and keys[last - 1] == ","
        pieces = [piece for piece in self._pieces(first, last) if piece[0] < piece[1] and keys[piece[0]] not in ("which", "who")]
        if closed:
            # "In a statement, Jane Roe, the owner, said": the first piece that introduces nothing.
            pieces = [piece for piece in pieces if not self._introduces(piece[0])] or pieces
        elif len(pieces) > 1 and pieces[-1][0] == pieces[-1][1] - 1 and keys[pieces[-1][0]] in self._is("days"):
            pieces = pieces[:-1]
        if not pieces:
            return None
        first, last = pieces[0] if closed else pieces[-1]
        while first < last and (keys[first] in self._is("subordinators") or keys[first] == "yet"):
            first += 1
        while first < last and (keys[last - 1] in self._is("weekdays") or keys[last - 1] in ("later", "earlier", "on")):
            last -= 1
        for index in range(last - 1, first, -1):
            if self.is_verb(index - 1) and keys[index] not in self._is("auxiliaries"):
                return (index, last) if keys[index] in self._is("pronouns") or self.word(index)[:1].isupper() else None
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
            if keys[following] in QUOTES:
                continue
            until = next(
                (
                    place
                    for place in range(following, min(len(keys), following + _LONGEST_SPEAKER))
                    if keys[place] in (",", ".", ";", "who", "in", "on", "at", "after", "during") or keys[place] in QUOTES
                ),
                min(len(keys), following + _LONGEST_SPEAKER),
            )
            if keys[following] == "according" and keys[following + 1 : following + 2] == ["to"] and following + 2 < until:
                return (following + 2, until), (following, following + 2)
            if keys[following] in self._is("saying") and following + 1 < until:
                return (following + 1, until), (following, following + 1)
            for place in range(following + 1, min(len(keys), following + _LONGEST_SPEAKER)):
                if keys[place] in self._is("saying") and self.is_frame(place) and keys[place + 1 : place + 2] != ["that"]:
                    subject = self.noun(following, self._before_helpers(place))
                    if subject is not None:
                        return subject, (place, place + 1)
                if keys[place] in CLOSERS or keys[place] in QUOTES:
                    break
        return None

    def opens(self, index: int) -> bool:
        """Whether a quotation mark opens: straight ones by turns in their sentence."""
        key = self.keys[index]
        if key in _OPENING:
            return True
        if key in ("”", "»"):
            return False
        return self._quotes[index] % 2 == 0
