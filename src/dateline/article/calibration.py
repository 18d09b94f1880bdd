"""What a finder's points are worth as a probability: how often values given with them were right.

The finders weigh their candidates with confidences set by hand, which order them well but mean little as numbers. Here they are put
on a scale that was measured: piecewise linear between knots, one set a field, never changing an order.
"""

from __future__ import annotations

from itertools import pairwise

# (points, share of values right), on fundus_dev, newsroom_dev, trafilatura_eval, wcxb_dev and htmldate_dev (5,400 values), smoothed.
# At the lower end they stay below what was measured: all those pages have a day and an author, which pages at large may lack.
# Days are flat over most of the scale: a declaration that nothing bears out gets more points than a printed day alone, and is right no more often.
_DAYS = ((0.0, 0.0), (0.4, 0.5), (0.5, 0.7), (0.6, 0.85), (0.66, 0.9), (0.97, 0.912), (0.985, 0.96), (1.0, 0.975))
_KNOTS = {
    ("published", ""): _DAYS,
    ("modified", ""): _DAYS,
    ("authors", ""): ((0.0, 0.0), (0.45, 0.58), (0.6, 0.77), (0.77, 0.8), (0.85, 0.87), (0.92, 0.925), (1.0, 0.97)),
    ("headline", ""): ((0.0, 0.0), (0.62, 0.54), (0.75, 0.68), (0.87, 0.87), (0.93, 0.97), (1.0, 0.995)),
    # A line's share of the points of all lines of a text.
    ("headline", "line"): ((0.0, 0.2), (0.4, 0.58), (0.6, 0.72), (0.8, 0.82), (0.95, 0.96), (1.0, 0.99)),
}


_FIELDS = frozenset(field for field, _ in _KNOTS)


def calibrated(field: str, method: str, points: float) -> float:
    """The probability (0 to 1) that a value of `field`, found by `method` with so many points, is right; the points themselves for
    fields not measured.
    """
    if field not in _FIELDS:
        return points
    for (low, below), (high, above) in pairwise(_KNOTS.get((field, method)) or _KNOTS[field, ""]):
        if points <= high:
            return below + (above - below) * (max(points, low) - low) / (high - low)
    return points
