"""A match of a pattern, with the parts it kept and what the words around it say of its role and its direction."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dateline.records import Span
from dateline.statements.directions import BACK, FORWARD, tense
from dateline.statements.lexicon import OTHER
from dateline.statements.numerals import number_of
from dateline.statements.records import Direction

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from dateline.statements.context import Context
    from dateline.statements.lexicon import Pattern
    from dateline.statements.periods import Period
    from dateline.statements.prose import Prose


# Prepositions that tell a direction whatever the verbs say.
_STRONG = ("by", "within", "since")
# These look forward, unless a verb in the past stands right before them ("worked until Friday").
_WEAK = ("until", "before", "to")
_OPENINGS = ("\n", ".", '"', "“", "`")
# So many tokens before an expression are looked at for the words that belong to it.
_WORDS_BEFORE = 6
# How much nearer (in days) a time against the verbs' direction has to be, to be the one that is meant: a verb further off in the
# sentence often belongs to something else.
_AGAINST_VERB, _AGAINST_MODAL = 270, 330
# Of a quarter less: reports are written after it, in sentences about what is expected.
_AGAINST_VERB_QUARTER = 150
# So many tokens between a verb and its time are none of another clause: "arrested on December 15".
_BESIDE = 3


class Before(NamedTuple):
    """What stands before a time: the part of it that is meant ("early"), and before that its role ("by"), with their tokens."""

    part: str
    part_from: int
    role: str
    role_from: int
    role_to: int


def words_before(prose: Prose, first: int, free: int) -> Before:
    """The part and the role that the words before a token give, from the token `free` on."""
    words = prose.lexicon
    part, part_from = _entry_before(prose, words.parts, words.data.parts, first, free)
    role, role_from = _entry_before(prose, words.roles, words.data.roles, part_from, free)
    return Before(part, part_from, role, role_from, part_from)


def _entry_before(
    prose: Prose, pattern: re.Pattern[str], entries: Sequence[tuple[str, str]], first: int, free: int
) -> tuple[str, int]:
    """Which entry of a list stands right before a token, and where it begins; "" and the token itself where none does."""
    found = pattern.search(prose.codes, max(free, first - _WORDS_BEFORE), first)
    if not found:
        return "", first
    return entries[int((found.lastgroup or "p0")[1:])][0], found.start()


class Reading:
    """One match of a pattern in a prose, with what it kept."""

    def __init__(self, prose: Prose, found: re.Match[str], pattern: Pattern, context: Context, free: int) -> None:
        self.prose = prose
        self.first, self.last = found.span()
        self.pattern = pattern
        self.context = context
        self.published = context.published
        self.direction: Direction | None = None
        self.free = free
        self.before = words_before(prose, self.first, free)
        if context.clock and self.first - context.clock[0] <= 1 and not self.before.role:
            # "until 9 a.m. Tuesday"
            self.before = context.clock[1]._replace(part="", part_from=self.first)
        self._kept: dict[str, tuple[str, int, int]] = {}
        for name, kind, group in pattern.kept:
            start, end = found.span(group)
            if start >= 0 and name not in self._kept:
                self._kept[name] = kind, start, end

    def has(self, name: str) -> bool:
        """Whether a part was there."""
        return name in self._kept

    def tokens(self, name: str) -> tuple[int, int]:
        """The tokens of a part."""
        return self._kept[name][1:]

    def value(self, name: str) -> int | str | None:
        """The value of a word or number that was kept under a name; None where it is not there."""
        if name not in self._kept:
            return None
        kind, token, _ = self._kept[name]
        piece = self.prose.pieces[token]
        if piece[0].isdecimal():
            return int(piece) if piece.isdecimal() else None
        return self.prose.lexicon.value(kind, piece)

    def kind(self, name: str) -> str:
        """The class of a part."""
        return self._kept[name][0]

    def integer(self, name: str) -> int | None:
        """The value of a part, when it is a number."""
        value = self.value(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str:
        """The value of a part, when it is a word; "" else."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def pieces(self, name: str) -> Sequence[str]:
        """The words of a part as the lexicon has them."""
        first, last = self.tokens(name)
        return [self.prose.lexicon.key(piece) for piece in self.prose.pieces[first:last]]

    def number(self, name: str = "q") -> float | None:
        """The number that the words of a part say; None for an open one."""
        return number_of(self.pieces(name), self.prose.lexicon.listed("card")) if self.has(name) else None

    def near(self, offset: int) -> str:
        """The token so many places before the first one (negative) or from the last one on, folded; "" beyond the ends."""
        index = self.first + offset if offset < 0 else self.last + offset
        return self.prose.lexicon.key(self.prose.pieces[index]) if 0 <= index < len(self.prose.pieces) else ""

    def settle(self, ahead: bool) -> None:
        """Let the evidence be for where the expression is taken to look: a verb that did not decide is none."""
        told = self.direction
        if told is not None and told.why != "default" and ahead != (told.toward == FORWARD):
            self.direction = Direction(FORWARD if ahead else BACK, "default")

    @property
    def is_of_noun(self) -> bool:
        """Whether the expression stands between a determiner and a noun: "their February reports", "the Dec. 24 vote"."""
        lexicon, follows = self.prose.lexicon, self.near(0)
        joins = follows in lexicon.openers or follows in lexicon.bounds or follows in lexicon.future or follows in lexicon.past
        return follows.isalpha() and not joins and self.near(-1) in lexicon.determiners

    @property
    def before_name(self) -> bool:
        """Whether a word with a capital that the lexicon does not know stands right behind the expression."""
        follows = self.prose.pieces[self.last : self.last + 1]
        return bool(follows) and follows[0][0].isupper() and self.prose.codes[self.last] == OTHER

    @property
    def is_shouted(self) -> bool:
        """Whether the expression and the word before it are all in capitals: a name, or a headline."""
        here = self.prose.pieces[max(0, self.first - 1) : self.last]
        return len(here) > 1 and all(piece.isupper() and len(piece) > 1 for piece in here)

    def toward(self) -> int:
        """Where the surroundings say that the expression looks: -1 back, 1 forward, 0 nowhere. It is kept as evidence."""
        if self.direction is None:
            self.direction = self._by_preposition(tense(self.prose, self.first, self.last))
        if self.direction.why == "default":
            return 0
        return -1 if self.direction.toward == BACK else 1

    def word_direction(self) -> Direction | None:
        """The direction that a word of the expression itself gives: "last", "next"."""
        shift = self.integer("shift")
        if not shift:
            return None
        token = self.tokens("shift")[0]
        return Direction(FORWARD if shift > 0 else BACK, "word", Span(self.prose.starts[token], self.prose.ends[token]))

    @property
    def ends_range(self) -> bool:
        """Whether the expression is the end of a range whose beginning stands right before: "from Monday to Friday"."""
        return self.before.role == "to" and 0 < self.before.role_from == self.free

    def is_sure(self) -> bool:
        """Whether what settled the direction belongs to this expression: a strong preposition, or a verb right beside it."""
        told = self.direction
        if told is None or told.span is None:
            return False
        if told.why == "preposition":
            return self.before.role in _STRONG
        if self.before.role in _WEAK:
            return False
        if told.span.start > self.prose.starts[self.first]:
            # The verb behind is its own where a sentence begins with it: "In January, the company brought …".
            return self.before.role_from == 0 or self.prose.pieces[self.before.role_from - 1] in _OPENINGS or self._opens()
        return self._beside(told)

    def _beside(self, told: Direction) -> bool:
        """Whether the verb of a direction stands right before the expression, with nothing but prepositions between."""
        if told.span is None or told.span.start > self.prose.starts[self.first]:
            return False
        between = self.prose.codes[bisect_left(self.prose.starts, told.span.end) : self.first]
        return len(between) <= _BESIDE and OTHER not in between

    def _opens(self) -> bool:
        """Whether the expression stands second in its sentence, behind a preposition."""
        return self.first < 2 or self.prose.pieces[self.first - 2] in _OPENINGS

    def _by_preposition(self, told: Direction) -> Direction:
        """What the preposition makes of what the verbs tell: "by Friday" is to come, "since Friday" is past."""
        prose, before = self.prose, self.before
        if not before.role:
            return told
        preposition = Span(prose.starts[before.role_from], prose.ends[before.role_to - 1])
        if before.role in _STRONG:
            perfect = told.span is not None and prose.lexicon.key(told.span.of(prose.text).split()[0]) in prose.lexicon.perfect
            return told if perfect else Direction(BACK if before.role == "since" else FORWARD, "preposition", preposition)
        behind = told.span is not None and told.span.start > prose.starts[self.first]
        if before.role == "from" and told.why == "default":
            return Direction(FORWARD, "preposition", preposition)
        looks_ahead = told.toward == FORWARD and told.why != "default"
        if before.role in _WEAK and not (self.ends_range or behind or looks_ahead or self._beside(told)):
            return Direction(FORWARD, "preposition", preposition)
        return told


def nearest(found: Sequence[Period], reading: Reading, toward: int) -> Period | None:
    """Of the occurrences of a time that comes back every year, the one that is meant: `toward` 0 leaves it to the sentence."""
    published = reading.published
    if published is None:
        return None
    sure = bool(toward)
    if not toward:
        toward = reading.toward()
        sure = reading.is_sure()
        if reading.is_of_noun and reading.direction and reading.direction.why in ("tense", "modal"):
            # the verb is of something else
            toward, sure = 0, False
        if reading.before.role in _WEAK and not sure and reading.direction and reading.direction.why == "preposition":
            toward = 0
    other = _AGAINST_MODAL if reading.direction and reading.direction.why == "modal" else _AGAINST_VERB

    def cost(period: Period) -> tuple[bool, int]:
        away = (period.start - published).days if period.start > published else min(0, (period.end - published).days)
        against = away * toward < 0
        penalty = _AGAINST_VERB_QUARTER if period.unit in ("quarter", "half") else other
        return sure and against, abs(away) + (penalty if against else 0)

    meant = min(found, key=cost, default=None)
    if meant is not None and reading.direction is not None:
        reading.settle(meant.start > published)
    return meant
