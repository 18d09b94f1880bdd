"""Attention over time as bars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dateline.room.display.told import MONTHS
from dateline.room.views.front import Every

if TYPE_CHECKING:
    from dateline.archive import Attention
    from dateline.room.display.search import Search

# No chart has more bars than this: 100 years of months. What is older by mistake does not draw a million.
_MOST_BARS = 1_200
# How much of its place a bar fills, and how wide it may become where there are few.
_FILLED = 0.84
_WIDEST = 40.0


class Bar(NamedTuple):
    """A bar of the chart: the days it stands for, both inclusive, in words, how many, and the search it leads to.

    `x`, `y`, `width` and `height` are in thousandths of the chart.
    """

    start: date
    end: date
    label: str
    articles: int
    url: str
    x: float
    y: float
    width: float
    height: float


class Chart(NamedTuple):
    """Attention over time as bars, with what a script needs to draw it anew."""

    bars: list[Bar]
    every: Every
    peak: int
    total: int
    unplaced: int
    first: str
    last: str
    data: dict[str, object]


def chart(attention: Attention, every: Every, search: Search) -> Chart | None:
    """The chart of attention; None where there is nothing to compare: fewer than two bars."""
    if len(attention.buckets) < 2:
        return None
    counts = {bucket.start: bucket.count for bucket in attention.buckets}
    starts = list(_starts(min(counts), max(counts), every))
    peak = max(counts.values())
    step = 1000 / len(starts)
    bars = []
    for number, start in enumerate(starts):
        count = counts.get(start, 0)
        if not count:
            continue
        end, height = _end(start, every), 1000 * count / peak
        url = search.url(from_=_bound(start, every), to=_bound(end, every))
        width = min(step * _FILLED, _WIDEST)
        place = (number * step + (step - width) / 2, 1000 - height, width, height)
        bars.append(Bar(start, end, _label(start, every), count, url, *(round(each, 2) for each in place)))
    return Chart(
        bars=bars,
        every=every,
        peak=peak,
        total=sum(counts.values()),
        unplaced=attention.unplaced,
        first=_label(starts[0], every),
        last=_label(starts[-1], every),
        data={"every": every, "starts": [start.isoformat() for start in starts], "counts": [counts.get(s, 0) for s in starts]},
    )


def _starts(first: date, last: date, every: Every) -> list[date]:
    starts = [last]
    while starts[-1] > first and len(starts) < _MOST_BARS:
        starts.append(_before(starts[-1], every))
    return starts[::-1]


def _before(start: date, every: Every) -> date:
    if every == "month":
        return (start - timedelta(days=1)).replace(day=1)
    return start - timedelta(days=7 if every == "week" else 1)


def _end(start: date, every: Every) -> date:
    if every == "month":
        return (start + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return start + timedelta(days=6 if every == "week" else 0)


def _bound(day: date, every: Every) -> str:
    return day.isoformat()[:7] if every == "month" else day.isoformat()


def _label(start: date, every: Every) -> str:
    if every == "month":
        return f"{MONTHS[start.month - 1]} {start.year}"
    words = f"{start.day} {MONTHS[start.month - 1]} {start.year}"
    return f"week of {words}" if every == "week" else words
