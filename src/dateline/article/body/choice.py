"""From what log-odds on a block is kept: decided page by page, by what gives the best F1 that can be expected.

A model that is sure of every block of a page should keep those that are more likely body than not. On a page that it doubts, that would
lose too much: a set of blocks is best, under the likelihoods it was drawn from, when it holds every block that is likelier than half of
the F1 that is expected of the whole set (Lipton et al. 2014). So a page of clear prose is cut at about .5 and a shop's page, of which
half may be meant, at .3.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .rows import Floats

# No page is so doubtful that a block is kept with lower log-odds: a page without main content keeps none.
_LOWEST = -2.0
# Log-odds beyond which nothing is surer, nor would fit into single precision.
_SUREST = 30.0


class Taste(NamedTuple):
    """How log-odds are read before the choice: `lean` is taken off, and what is left divided by `doubt`, since the networks are surer of
    an unseen outlet's pages than they ought to be.
    """

    lean: float
    doubt: float

    def mixed(self, other: Taste, share: float) -> Taste:
        """By a share this taste, and by the rest another."""
        return Taste(*(share * mine + (1 - share) * theirs for mine, theirs in zip(self, other, strict=True)))


def threshold(odds: Floats, size: Floats, taste: Taste) -> float:
    """The log-odds from which the blocks of a page are kept; `size` is what each weighs, its code points."""
    order = np.argsort(-odds)
    likely = 1 / (1 + np.exp(np.clip((taste.lean - odds[order]) / taste.doubt, -_SUREST, _SUREST)))
    kept = np.cumsum(size[order])
    right = np.cumsum(likely * size[order])
    half = float(np.max(right / (kept + right[-1])))
    return taste.lean + max(taste.doubt * float(np.log(half / (1 - half))), _LOWEST)
