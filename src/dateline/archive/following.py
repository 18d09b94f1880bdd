"""Which statement of one version or reading is which of another. All pure.

Statements are the same when they are of one family and say the same words; where no words are the same, those that share most of
them are one statement that was changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.statements.told import DATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.statements.records import Statement
    from dateline.statements.told import StatementState, Telling

# The share of their words that a changed statement has to have in common with what it was.
_ENOUGH = 0.5
# More pairs than any two versions of an article have; beyond that only equal words count, so that the work stays bounded.
_MOST_PAIRS = 250_000
_WORD = re.compile(r"\w+")


class Thread(NamedTuple):
    """One statement through the versions of its article."""

    tellings: tuple[Telling, ...]
    state: StatementState


def follow(versions: Sequence[Sequence[Telling]]) -> list[Thread]:
    """The statements of an article, each once, from what each version tells, in order of time.

    The order is that of the newest version that tells them; what is gone comes after what is there.
    """
    threads: list[list[Telling]] = []
    ends: list[list[Telling]] = []
    for told in versions:
        pairs = match([thread[-1] for thread in threads], told)
        known = {new: old for old, new in pairs}
        ends = []
        for number, telling in enumerate(told):
            if number in known:
                thread = threads[known[number]]
                thread.append(telling)
            else:
                thread = [telling]
                threads.append(thread)
            ends.append(thread)
    last = {id(thread) for thread in ends}
    gone = [thread for thread in threads if id(thread) not in last]
    return [Thread(tuple(thread), _state(thread)) for thread in ends] + [Thread(tuple(thread), "gone") for thread in gone]


def _state(thread: Sequence[Telling]) -> StatementState:
    said = {(_plain(telling.text), telling.statement.speaker_name, telling.day) for telling in thread}
    return "same" if len(said) == 1 else "changed"


def match(old: Sequence[Telling], new: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of places in both that are one statement: equal words first, then the most alike."""
    places: dict[tuple[str, str], list[int]] = {}
    for number, telling in reversed(list(enumerate(old))):
        places.setdefault((family(telling.statement), _plain(telling.text)), []).append(number)
    pairs = []
    for number, telling in enumerate(new):
        same = places.get((family(telling.statement), _plain(telling.text)))
        if same:
            pairs.append((same.pop(), number))
    olds = sorted(set(range(len(old))) - {one for one, _ in pairs})
    news = sorted(set(range(len(new))) - {one for _, one in pairs})
    if len(olds) * len(news) > _MOST_PAIRS:
        return pairs
    return pairs + _alike({one: old[one] for one in olds}, {one: new[one] for one in news})


def _alike(old: dict[int, Telling], new: dict[int, Telling]) -> list[tuple[int, int]]:
    """The pairs that share enough words, the most alike first."""
    words = {id(telling): words_of(telling.text) for telling in (*old.values(), *new.values())}
    scored = []
    for one, before in old.items():
        for other, after in new.items():
            if family(before.statement) == family(after.statement):
                share = shared(words[id(before)], words[id(after)])
                if share >= _ENOUGH:
                    scored.append((-share, one, other))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, one, other in sorted(scored):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((one, other))
    return pairs


def family(statement: Statement) -> str:
    """What kinds a statement can change between: an attribution stays one, as does what falls due."""
    if statement.kind in DATED:
        return "dated"
    return "allegation" if statement.kind == "allegation" else "attribution"


def words_of(text: str) -> frozenset[str]:
    """The words of a text, each once, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all words that both have (Jaccard's index)."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
