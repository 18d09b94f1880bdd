"""The outlets of an archive: how much of each there is, from when, with which gaps, and which fields its records have."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import islice, pairwise
from statistics import median
from typing import TYPE_CHECKING

import msgspec

from dateline.archive import Attention
from dateline.room.views.front import Every, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline import Profile
    from dateline.archive import Archive, Summary

# Outlets on the page; the fewest articles last.
OUTLETS = 200
# A gap is told when nothing was published for so many times the usual time between two days with articles, and a week at least.
_GAP = 4
_LEAST_GAP = timedelta(days=7)
_GAPS = 5
# Fields that a record of a news page should have; shares are taken over so many of the outlet's latest articles.
FIELDS = ("headline", "byline", "published", "news_id", "language", "genre")
SAMPLE = 100


class Gap(msgspec.Struct, frozen=True):
    """Days without an article, both inclusive."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.end - self.start).days + 1


class OutletRow(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet in short. `name` and `zone` are its profile's, where it has one."""

    id: str
    name: str
    articles: int
    profile: bool
    zone: str | None


class OutletView(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet: when its articles are from, the longest gaps between them, and the share of the latest that have each field."""

    id: str
    name: str
    domains: tuple[str, ...]
    zone: str | None
    languages: tuple[str, ...]
    profile: bool
    articles: int
    undated: int
    first: date | None
    last: date | None
    gaps: tuple[Gap, ...]
    sample: int
    shares: dict[str, float]
    zones: dict[str, int]
    attention: Attention
    every: Every


class OutletsView(msgspec.Struct, frozen=True, kw_only=True):
    """The outlets, the most articles first, and how many articles have none."""

    outlets: tuple[OutletRow, ...]
    without: int


def outlets(archive: Archive, profiles: Iterable[Profile]) -> OutletsView:
    """All outlets of the archive."""
    known = {profile.id: profile for profile in profiles}
    values = archive.facets("", limit=OUTLETS).outlet
    rows = tuple(
        OutletRow(
            id=each.value,
            name=known[each.value].name if each.value in known else each.value,
            articles=each.count,
            profile=each.value in known,
            zone=known[each.value].zone if each.value in known else None,
        )
        for each in values
    )
    return OutletsView(outlets=rows, without=archive.counts().articles - sum(row.articles for row in rows))


def outlet(archive: Archive, id: str, profiles: Iterable[Profile]) -> OutletView | None:  # noqa: A002 - as everybody calls it
    """One outlet; None where the archive has nothing of it and no profile names it."""
    profile = next((each for each in profiles if each.id == id), None)
    days = archive.attention("", every="day", outlet=id)
    dated = sum(bucket.count for bucket in days.buckets)
    if profile is None and not dated + days.unplaced:
        return None
    every = width(archive.attention("", outlet=id))
    sample = tuple(islice(archive.list(outlet=id), SAMPLE))
    return OutletView(
        id=id,
        name=profile.name if profile else id,
        domains=profile.domains if profile else (),
        zone=profile.zone if profile else None,
        languages=profile.languages if profile else (),
        profile=profile is not None,
        articles=dated + days.unplaced,
        undated=days.unplaced,
        first=days.buckets[0].start if days.buckets else None,
        last=days.buckets[-1].start if days.buckets else None,
        gaps=gaps([bucket.start for bucket in days.buckets]),
        sample=len(sample),
        shares=shares(sample),
        zones=dict(Counter(map(_zone, sample)).most_common()),
        attention=days if every == "day" else archive.attention("", every=every, outlet=id),
        every=every,
    )


def gaps(days: list[date]) -> tuple[Gap, ...]:
    """The longest stretches without an article, in order of time; what is a gap depends on how often there usually are any."""
    steps = [(after - before, before) for before, after in pairwise(days)]
    if not steps:
        return ()
    usual = median(step.days for step, _ in steps)
    least = max(_LEAST_GAP, timedelta(days=_GAP * usual))
    longest = sorted((found for found in steps if found[0] > least), key=lambda found: (-found[0], found[1]))[:_GAPS]
    one = timedelta(days=1)
    return tuple(sorted((Gap(before + one, before + step - one) for step, before in longest), key=lambda gap: gap.start))


def shares(sample: Iterable[Summary]) -> dict[str, float]:
    """Which share of articles has each field, from 0 to 1; empty without articles."""
    found = list(sample)
    return {field: sum(getattr(each, field) is not None for each in found) / len(found) for field in FIELDS if found}


def _zone(summary: Summary) -> str:
    """How an article's publish time is known: its zone's source, or what is missing."""
    moment = summary.published
    if moment is None:
        return "no publish time"
    if moment.precision in ("year", "month", "day"):
        return "day only"
    return {"explicit": "zone on the page", "outlet": "the outlet’s zone", "unknown": "zone not stated"}[moment.zone_source]
