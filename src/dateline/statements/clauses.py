"""The smallest clause around a time: where it begins and ends in its sentence, and the frame of speech that it stands in.

No parser: clauses are cut at marks, at words that join or subordinate them, and behind verbs of saying and opinion. A piece has to
hold a verb to be a clause.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from dateline.statements.phrases import CLOSERS, HARD, QUOTES, Phrases

Frame = Literal["saying", "opining", "demanding", "deciding"]
# A piece with fewer words before its time goes on behind it.
_SHORT = 3
# So many words before a time, one who is told something stands between it and the verb.
_OBJECT = 8
# A clause goes on behind its time for at most so many words.
_LONGEST_TAIL = 45


class Clause(NamedTuple):
    """The words `[first, last)` of a sentence, and of the frame before them its kind, its verb and its subject, as far as there is one."""

    first: int
    last: int
    frame: Frame | None = None
    verb: int = -1
    subject: tuple[int, int] | None = None


class Cutter(Phrases):
    """Cuts clauses in one sentence."""

    def cut(self, first: int, last: int) -> Clause | None:
        """The clause around the words `[first, last)` of a time; None where the time is that of saying it."""
        if self._is_of_saying(first, last):
            return None
        clause = self._outer(self._begin(first, last))
        begin = self._trimmed(clause.first, first)
        return clause._replace(first=begin, last=self._end(begin, first, last, framed=clause.frame in ("opining", "deciding")))

    def _is_of_saying(self, first: int, last: int) -> bool:
        """Whether a time is that of saying: "said on Tuesday", "told the council in May that"."""
        if self.keys[last : last + 1] == ["that"]:
            for place in range(first - 1, max(-1, first - _OBJECT), -1):
                if self.keys[place] in self._is("saying") and self.is_frame(place):
                    return True
        place = first - 1
        while place > 0 and (self.keys[place] in self._is("prepositions") or self.keys[place] in self._is("determiners")):
            place -= 1
        return place >= 0 and self.keys[place] in self._is("saying") and self.is_frame(place)

    def _outer(self, clause: Clause) -> Clause:
        """A clause without a frame, or whose frame has a pronoun for its subject, in the frame before it.

        "Roe said she expects …" is Roe's, and so is what comes behind "Roe said the mill was safe and".
        """
        if clause.frame is None:
            return clause if self.keys[clause.first] in ("which", "who") else self._within(clause)
        if clause.frame != "opining" or clause.subject is None or self.keys[clause.subject[0]] not in self._is("pronouns"):
            return clause
        if self.keys[clause.subject[0]] in self._is("first_person"):
            return self._within(clause)
        place = clause.subject[0] - 1
        place -= place > 0 and self.keys[place] == "that"
        if place > 0 and self.keys[place] in self._is("saying") and self.is_frame(place):
            return clause._replace(subject=self.subject(place) or clause.subject)
        return clause

    def _within(self, clause: Clause) -> Clause:
        """A clause in the frame of saying that its sentence has before it, unless another main clause comes between."""
        for place in range(clause.first - 1, 0, -1):
            if self.keys[place] in (";", ".") or (self.keys[place] == "but" and self.keys[place - 1] == ","):
                break
            if self.keys[place] in self._is("saying") and self.is_frame(place) and (subject := self.subject(place)):
                return clause._replace(frame=clause.frame or "saying", verb=place, subject=subject)
        return clause

    def _begin(self, first: int, last: int) -> Clause:
        """Where the clause of a time begins: the nearest frame of speech before it, or the border behind which it has a verb."""
        verb = False
        closed = 0
        for index in range(first - 1, -1, -1):
            key = self.keys[index]
            closed += (key == ")") - (key == "(" and closed > 0)
            if closed or (key == "(" and ")" in self.keys[index:first]):
                # what stands in brackets is no part of the clause
                continue
            if clause := self._frame_at(index, first, last) or (self._border_at(index, first, last) if verb else None):
                return clause
            if key == "(":
                return Clause(index + 1, last)
            verb = verb or self.is_verb(index)
        return Clause(0, last)

    def _frame_at(self, index: int, first: int, last: int) -> Clause | None:
        """The clause that a word opens as a verb of speech or decision, or as the quotation mark behind one."""
        key, following = self.keys[index], self.keys[index + 1]
        if self._in_closed_relative(index, first):
            return None
        if key in QUOTES:
            opens = self.opens(index) and (index == 0 or self.keys[index - 1] in (",", ":", "that") or self.is_frame(index - 1))
            return self._framed(index + 1, index) if opens else None
        if key == "that" and index and self.keys[index - 1] in self._is("demanding") and self.is_frame(index - 1):
            return Clause(index + 1, last, "demanding", index - 1, self.subject(index - 1))
        if key in self._is("demanding") and self.is_frame(index) and (to := self._infinitive(index, first)) >= 0:
            return Clause(to + 1, last, "demanding", index, self.subject(index))
        if index + 1 < first and self.is_frame(index):
            if key in self._is("saying"):
                return Clause(self._behind(index, first), last, "saying", index, self.subject(index))
            if key in self._is("opining") and following != "to":
                return Clause(self._behind(index, first), last, "opining", index, self.subject(index))
        if key in self._is("deciding") and self.is_decision(index) and not self.is_verb(index + 1):
            return Clause(index + 1, last, "deciding", index, self.subject(index))
        return None

    def _in_closed_relative(self, index: int, first: int) -> bool:
        """Whether a verb is that of a relative clause which ends before a time: "Roe, who announced it on Monday, plans to …"."""
        if not index or self.keys[index - 1] not in ("who", "which"):
            return False
        return any(self.keys[place] == "," and self.is_verb(place + 1) for place in range(index + 1, first - 1))

    def _border_at(self, index: int, first: int, last: int) -> Clause | None:
        """The clause that begins at a mark or a joining word; there is a verb behind it."""
        key, following = self.keys[index], self.keys[index + 1]
        if key in HARD:
            return Clause(index + 1, last)
        if key == "that":
            relative = following in self._is("auxiliaries") or following in self._is("planning")
            return Clause(self._head(index), last) if relative else self._framed(index + 1, index)
        if key in ("and", "but", "or", "so", "yet"):
            return Clause(index + 1, last) if self._joins(index) else None
        if key == ",":
            return Clause(index + 1, last) if self._introduced(index) else None
        if key not in self._is("subordinators") or key == "than" or index + 1 >= first:
            return None
        if key in self._is("conditions") and index:
            # "will resign if it fails by Friday" is one statement
            return None
        if key == "whether" and (comma := self._after_or_not(index, first)):
            return Clause(comma + 1, last)
        keeps = key in ("which", "who") or index == 0
        return Clause(index if keeps else index + 1, last)

    def _after_or_not(self, index: int, first: int) -> int:
        """The comma behind "whether … or not" before a place; 0 where there is none."""
        for place in range(index, first - 2):
            if self.keys[place : place + 3] == ["or", "not", ","]:
                return place + 2
        return 0

    def _framed(self, begin: int, before: int) -> Clause:
        """A clause behind a quotation mark or "that", with the verb of saying right before it."""
        for index in range(before - 1, max(-1, before - 5), -1):
            key = self.keys[index]
            for frame in ("saying", "opining"):
                if key in self._is(frame) and self.is_frame(index):
                    return Clause(begin, 0, frame, index, self.subject(index))
        return Clause(begin, 0)

    def _behind(self, index: int, first: int) -> int:
        """Where the clause behind a verb of saying begins: behind "that", a time or an adverb in between."""
        for place in range(index + 1, min(index + 6, first)):
            if self.keys[place] == "that":
                return place + 1
        following = index + 1
        if following < first and self.keys[following] == "on":
            following += 1
        return following + 1 if following < first and self.keys[following] in self._is("weekdays") else index + 1

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
            and (self.keys[following] in self._is("subjects") or self.word(following)[:1].isupper())
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

    def _trimmed(self, begin: int, first: int) -> int:
        """A beginning without marks and joining words."""
        while begin < first and (
            not self.keys[begin][0].isalnum() or self.keys[begin] in ("and", "but", "so", "that", "then", "also", "to")
        ):
            begin += 1
        return begin

    def _end(self, begin: int, first: int, last: int, *, framed: bool) -> int:
        """Where a clause ends: with its time, unless it goes on."""
        keys = self.keys
        led = not self.has_verb(begin, first) and not framed
        if begin < len(keys) and keys[begin] in self._is("conditions"):
            # "If she wins in May, …": what follows from it belongs to it
            return self._after_comma(last)
        if not (led or self._goes_on(first, last) or (first - begin < _SHORT and not framed)):
            return last
        verb = not led
        conditional = begin < len(keys) and keys[begin] in ("if", "unless", "whether", "when", "once", "as")
        for index in range(last, min(len(keys), last + _LONGEST_TAIL)):
            key = keys[index]
            if self._closes(index):
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

    def _closes(self, index: int) -> bool:
        """Whether a mark ends a clause; a point within the sentence is an abbreviation's."""
        key = self.keys[index]
        if key in QUOTES:
            return not self.opens(index)
        return key in CLOSERS and not (key == "." and index + 1 < len(self.keys))

    def _after_comma(self, last: int) -> int:
        """Where the main clause behind a condition ends."""
        verb = comma = False
        for index in range(last, min(len(self.keys), last + _LONGEST_TAIL)):
            key = self.keys[index]
            if self._closes(index):
                return index
            if comma and verb and key in (",", "and") and self._parts(index):
                return index
            comma = comma or key == ","
            verb = verb or (comma and self.is_verb(index))
        return min(len(self.keys), last + _LONGEST_TAIL)

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether a time stands before the noun it belongs to, or a complement that its clause needs."""
        following = self.keys[last] if last < len(self.keys) else "."
        if following in ("'s", "'", "of", "with"):
            return True
        if not following[0].isalpha() or any(
            following in self._is(name) for name in ("prepositions", "subordinators", "auxiliaries")
        ):
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
