"""Copies: which texts are nearly the same, found without comparing each with each. Pure, and the same in any order.

A text is the set of its shingles, runs of three words as the one tokeniser cuts them, so that scripts without spaces go the same way
as others. Two texts are copies when three things hold, each of which depends on the two alone:

1. They share a band: MinHash (Broder, "On the resemblance and containment of documents", 1997) keeps of every text the least hash
   under each of many permutations, and a band is a few of these together (Leskovec, Rajaraman and Ullman, Mining of Massive
   Datasets, chapter 3). Bands are what an index holds.
2. Their sketches agree as much as those of copies do, which spares fetching the texts of most pairs that only share a band.
3. Their shingles show it: the share of shingles that both have (Jaccard) reaches `NEAR`, or `SAME_OUTLET` within one outlet, whose
   daily reports on weather or markets repeat much of their words and are no copies.

Groups are the connected components of these pairs. Of two texts with a share of .8 step 1 finds 99 in 100, of .7 94 in 100, of .6 75 in
100; the forty copies of a wire story are linked by hundreds of pairs and hardly miss one.
"""

from __future__ import annotations

import struct
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from operator import eq
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

import msgspec

T = TypeVar("T", bound=Hashable)

SHINGLE = 3  # words
# Shorter texts are notices ("this page is not available in your region") and flashes: one does not tell copies among them.
SHORTEST = 25  # words
# Wire copy that an outlet cut by a third or gave a paragraph of its own keeps .6 of the shingles of both.
NEAR = 0.6
# What one outlet puts out twice is the same but for corrections.
SAME_OUTLET = 0.95

# The permutations and their seed, and how many bands of how many make up what is indexed. Rensa's R-MinHash is pinned by its
# ALGORITHM_VERSION (see `algorithm`): another one would not agree with what archives hold.
_PERMUTATIONS = 64
_SEED = 1997
_BANDS, _ROWS = 10, 4
# The estimate from 64 permutations has a standard deviation of .06 at .6 and .03 at .95: two and a half below the shares wanted.
_LIKELY, _LIKELY_SAME_OUTLET = 0.45, 0.88

# Odd numbers without pattern, which mix the hashes of three words to that of a shingle faster than joining the words would.
_MIX = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
_PACKED = struct.Struct(f"<{_PERMUTATIONS}I")
_BAND_BYTES = 4 * _ROWS
_SIGNED = 1 << 31


class Sketch(msgspec.Struct, frozen=True, gc=False):
    """What is kept of a text to find its copies: `bands`, each a number of 32 bits with sign, and `minima`, 128 bytes."""

    bands: tuple[int, ...]
    minima: bytes


class Text(NamedTuple, Generic[T]):
    """A text to compare with others: an id, the outlet if it is known, and the words."""

    id: T
    outlet: str | None
    words: Sequence[str]


class Published(msgspec.Struct, frozen=True, order=True):
    """When a copy came out, for the order among copies.

    `last` and `first` are seconds between which its publish time lies, None where it has none; `id` decides between equals.
    """

    first: int | None
    last: int | None
    id: str


def algorithm() -> int:
    """The version of the MinHash in use. Sketches of different versions do not compare."""
    from rensa import RMinHash

    return int(RMinHash.ALGORITHM_VERSION)


def sketch(words: Sequence[str]) -> Sketch | None:
    """The sketch of a text, given its words; None for one that is too short to tell."""
    if len(words) < SHORTEST:
        return None
    import numpy as np  # slow to load, and only those that add need it
    from rensa import RMinHash

    once, twice = map(np.uint64, _MIX)
    hashes = np.array(RMinHash.hash_token_sets([words])[0], np.uint64)
    shingles = (hashes[:-2] * once + hashes[1:-1]) * twice + hashes[2:]  # modulo 2**64; the order of the words counts
    (digest,) = RMinHash.digest_matrix_from_flat_token_hashes(shingles, (0, len(shingles)), _PERMUTATIONS, _SEED).to_rows()
    minima = _PACKED.pack(*digest)
    bands = [crc32(minima[band * _BAND_BYTES : (band + 1) * _BAND_BYTES], band) - _SIGNED for band in range(_BANDS)]
    return Sketch(tuple(bands), np.frombuffer(minima, "<u2")[::2].tobytes())


def likely(one: bytes, other: bytes, *, same_outlet: bool) -> float | None:
    """The share of shingles that two sketches' `minima` let expect, or None when it is too low for copies."""
    agreed = sum(map(eq, memoryview(one).cast("H"), memoryview(other).cast("H"))) / _PERMUTATIONS
    return agreed if agreed >= (_LIKELY_SAME_OUTLET if same_outlet else _LIKELY) else None


def confirmed(one: Sequence[str], other: Sequence[str], *, same_outlet: bool) -> bool:
    """Whether two texts, given their words, are copies."""
    first, second = _shingles(one), _shingles(other)
    shared = len(first & second)
    return shared >= (SAME_OUTLET if same_outlet else NEAR) * (len(first) + len(second) - shared)


def same_outlet(one: str | None, other: str | None) -> bool:
    """Whether two texts are known to be of one outlet."""
    return one is not None and one == other


def copies(texts: Sequence[Text[T]]) -> Iterator[tuple[T, T]]:
    """The pairs of copies among texts that memory holds, as far as groups need them: what hangs together already is not compared."""
    sketches = [sketch(text.words) for text in texts]
    of_band: dict[int, list[int]] = {}
    for at, each in enumerate(sketches):
        for band in set(each.bands) if each else ():
            of_band.setdefault(band, []).append(at)
    together = list(range(len(texts)))  # the lowest place in the group of each
    for one, other in sorted({pair for places in of_band.values() for pair in combinations(places, 2)}):
        first, second = sketches[one], sketches[other]
        if together[one] == together[other] or first is None or second is None:
            continue
        within = same_outlet(texts[one].outlet, texts[other].outlet)
        if likely(first.minima, second.minima, same_outlet=within) is None:
            continue
        if confirmed(texts[one].words, texts[other].words, same_outlet=within):
            kept, gone = sorted((together[one], together[other]))
            together = [kept if group == gone else group for group in together]
            yield texts[one].id, texts[other].id


def components(pairs: Iterable[tuple[T, T]]) -> list[set[T]]:
    """The groups that pairs join; in whatever order the pairs come, the same groups."""
    group_of: dict[T, set[T]] = {}
    for one, other in pairs:
        first, second = group_of.setdefault(one, {one}), group_of.setdefault(other, {other})
        if first is not second:
            small, large = sorted((first, second), key=len)
            large |= small
            group_of.update(dict.fromkeys(small, large))
    return list({id(group): group for group in group_of.values()}.values())


def first_published(copies: Iterable[Published]) -> list[Published]:
    """Copies in the order of publication, the first publisher first, those without a time last.

    A time that is known only to the day counts as its end: who printed a clock on that day was surely out by then.
    """
    return sorted(copies, key=lambda each: (each.last is None, each.last or 0, each.first or 0, each.id))


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[at:] for at in range(SHINGLE)), strict=False))
