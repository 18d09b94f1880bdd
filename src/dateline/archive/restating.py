"""Which statements of different articles say the same: wire copies, and outlets that quote one another. All pure.

Candidates share one of a few hashes of their words (MinHash in bands: Broder, "On the resemblance and containment of documents",
1997); of those, statements of one family and one day that have most of their words in common say the same.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from dateline.archive.following import family, shared, words_of

if TYPE_CHECKING:
    from dateline.statements.told import Telling

# The share of words that two restatements have in common. Copies have nearly all; below two thirds it is another statement.
_ENOUGH = 0.66
# Bands of hashes, and hashes a band: two statements that share two thirds of their words meet in a band in 98 of 100 cases, two
# that share a tenth in six.
_BANDS, _ROWS = 6, 2
# Fewer different words than this are said by chance: "He will go on Friday" is no restatement.
_FEWEST = 5


def keys(telling: Telling) -> tuple[bytes, ...]:
    """The hashes under which restatements of a statement are looked for; none for too short a one."""
    words = words_of(telling.text)
    if len(words) < _FEWEST:
        return ()
    base = f"{family(telling.statement)} {telling.day}".encode()
    lowest = [min(_hash(number, word) for word in words) for number in range(_BANDS * _ROWS)]
    bands = (b"".join(lowest[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS))
    return tuple(blake2b(base + bytes([number]) + band, digest_size=8).digest() for number, band in enumerate(bands))


def _hash(number: int, word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8, salt=bytes([number])).digest()


def restates(one: Telling, other: Telling) -> bool:
    """Whether two statements say the same."""
    if family(one.statement) != family(other.statement) or one.day != other.day:
        return False
    return shared(words_of(one.text), words_of(other.text)) >= _ENOUGH
