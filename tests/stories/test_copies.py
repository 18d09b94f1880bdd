"""Which texts are copies of each other."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.tokens import words
from dateline.stories import Published, components, confirmed, first_published, likely, sketch
from dateline.stories.copies import SHORTEST, algorithm


def text(seed: int, length: int = 300) -> list[str]:
    """Words of a text of its own."""
    source = random.Random(seed)
    return [f"w{source.randrange(5_000)}" for _ in range(length)]


WIRE = text(1)
# Han as the tokeniser cuts it: no spaces, so the words are pairs of letters.
TOKYO = words("".join(chr(0x4E00 + random.Random(n).randrange(2_000)) for n in range(300)))

PAIRS = {
    "the same text": (WIRE, WIRE, True, True),
    "a paragraph of its own": (WIRE, text(2, 40) + WIRE, True, False),
    "cut by a quarter": (WIRE, WIRE[:225], True, False),
    "a few words changed": (WIRE, [w if n % 100 else "other" for n, w in enumerate(WIRE)], True, True),
    "cut to a half": (WIRE, WIRE[:150], False, False),
    "another text": (WIRE, text(3), False, False),
    "the words of it in another order": (WIRE, sorted(WIRE), False, False),
    "a script without spaces": (TOKYO, TOKYO[:250], True, False),
    "two texts without spaces": (TOKYO, TOKYO[::-1], False, False),
}


@pytest.mark.parametrize(("one", "other", "across", "within"), PAIRS.values(), ids=PAIRS)
def test_what_counts_as_a_copy(one: list[str], other: list[str], across: bool, within: bool) -> None:
    """Across outlets most of the text has to be the same, within one nearly all; and sketches never rule out what shingles confirm."""
    first, second = sketch(one), sketch(other)
    assert first is not None
    assert second is not None
    for same_outlet, expected in ((False, across), (True, within)):
        assert confirmed(one, other, same_outlet=same_outlet) is expected
        assert confirmed(other, one, same_outlet=same_outlet) is expected
        if expected:
            assert likely(first.minima, second.minima, same_outlet=same_outlet) is not None
    assert bool(set(first.bands) & set(second.bands)) >= across


def test_a_short_text_has_no_sketch() -> None:
    """Notices of a line are no copies of each other."""
    assert sketch(WIRE[: SHORTEST - 1]) is None
    assert sketch(WIRE[:SHORTEST]) is not None
    assert sketch([]) is None


def test_sketches_stay_what_they_are() -> None:
    """Archives hold them: another MinHash, seed or number of bands needs a migration, and this test says so."""
    assert algorithm() == 2
    found = sketch(WIRE)
    assert found is not None
    assert len(found.minima) == 128
    assert found.bands[:3] == (-1479752271, 881804984, 1574782160)
    assert found.minima[:8].hex() == "79dc06de6aaa3575"


def test_how_much_the_bands_find() -> None:
    """Of pairs that share .8 of their shingles nearly all share a band, and of unrelated ones hardly any."""
    akin = missed = met = 0
    for seed in range(100):
        one = text(seed)
        other = [w if n % 27 else f"x{n}" for n, w in enumerate(one)]  # every 27th word costs three shingles: .8
        first, second, third = sketch(one), sketch(other), sketch(text(seed + 1_000))
        assert first and second and third  # noqa: PT018 - for the type checker
        akin += 1
        missed += not set(first.bands) & set(second.bands)
        met += bool(set(first.bands) & set(third.bands))
    assert missed <= akin * 0.03
    assert met == 0


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_order(pairs: list[tuple[int, int]], source: random.Random) -> None:
    """The same pairs in another order, and the other way round, give the same groups, which hold every pair and never overlap."""
    groups = components(pairs)
    shuffled = [(b, a) for a, b in source.sample(pairs, len(pairs))]
    assert {frozenset(group) for group in groups} == {frozenset(group) for group in components(shuffled)}
    assert all(any({a, b} <= group for group in groups) for a, b in pairs)
    assert all(not one & other for one, other in combinations(groups, 2))


def test_the_first_publisher() -> None:
    """By publish time; one known to the day counts as its end, and one without any comes last."""
    morning, day, evening = Published(100, 159, "morning"), Published(0, 86_399, "day"), Published(80_000, 80_059, "evening")
    unknown = Published(None, None, "a")
    assert first_published([unknown, day, evening, morning]) == [morning, evening, day, unknown]
