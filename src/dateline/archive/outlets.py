"""What an archive holds of each outlet: counts, how often each field was found, and gaps in its coverage."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from dateline.archive.bounds import DAY_OF, day_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.archive.engine.database import Database
    from dateline.records import Article

COUNTED = (
    *("headline", "subheadline", "byline", "authors", "published", "modified", "language", "section", "keywords", "genre"),
    *("images", "comments"),
)
"""The fields whose being found is counted, and `zone`: that the offset of the publish time is known. Each is a bit."""

# A stretch without articles is a gap when, at the outlet's own rate, it would come about by chance once in this many times.
# An outlet that is captured daily is told of after a week, one of three articles a year after two years.
_BY_CHANCE = 1000
# The longest gaps that are given.
_GAPS = 10


class Gap(msgspec.Struct, frozen=True):
    """Days without an article, both ends inclusive; `expected` is how many the outlet has in as many days elsewhere."""

    first: date
    last: date
    days: int
    expected: float


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive holds of an outlet.

    `outlet` is a profile's id or a domain, None for pages that name none. `articles` were read as articles, `others` as pages of
    other kinds. `first` and `last` are the first and last day of publication, `undated` have none. `found` is the share of the
    articles, 0 to 1, in which each field was found, and `zone`: the offset of the publish time. `gaps` are the longest first.
    """

    outlet: str | None
    articles: int
    others: int
    undated: int
    first: date | None
    last: date | None
    found: dict[str, float]
    gaps: tuple[Gap, ...]


def fields_found(article: Article) -> int:
    """Which fields a record has, as bits in the order of `COUNTED`, `zone` last."""
    bits = sum(1 << place for place, field in enumerate(COUNTED) if getattr(article, field))
    return bits | (article.published is not None and article.published.offset is not None) << len(COUNTED)


def outlets(database: Database) -> tuple[Outlet, ...]:
    """Every outlet, that with the most articles first; the caller holds a transaction."""
    tallies: defaultdict[str | None, dict[tuple[str, int, int | None], int]] = defaultdict(dict)
    columns = f"outlet, kind, found, {DAY_OF.format('first')}"
    for (outlet, kind, found, day), count in database.tally(columns, "FROM article", ()).items():
        tallies[outlet][kind, found, day] = count
    made = [outlet_of(outlet, tally) for outlet, tally in tallies.items()]
    return tuple(sorted(made, key=lambda each: (-each.articles, -each.others, each.outlet or "")))


def outlet_of(outlet: str | None, tally: Mapping[tuple[str, int, int | None], int]) -> Outlet:
    """One outlet from how many of its pages have which kind, fields and day of publication, numbered as `DAY_OF` does."""
    days = Counter[int]()
    bits = Counter[int]()
    articles = others = undated = 0
    for (kind, found, day), count in tally.items():
        if kind != "article":
            others += count
            continue
        articles += count
        bits[found] += count
        if day is None:
            undated += count
        else:
            days[day] += count
    return Outlet(
        outlet=outlet,
        articles=articles,
        others=others,
        undated=undated,
        first=day_at(min(days)) if days else None,
        last=day_at(max(days)) if days else None,
        found=_shares(bits),
        gaps=gaps(days),
    )


def _shares(bits: Counter[int]) -> dict[str, float]:
    whole = bits.total()
    return {
        field: round(sum(count for found, count in bits.items() if found >> place & 1) / whole, 3)
        for place, field in enumerate((*COUNTED, "zone"))
        if whole
    }


def gaps(days: Mapping[int, int]) -> tuple[Gap, ...]:
    """Stretches of days without articles that are too long for chance, the longest first; days are numbered as `DAY_OF` does.

    If articles came independently at an even rate r, n days without any would have the probability exp(-rn). The rate is that of
    the outlet's days outside the stretch, so that a long gap does not excuse itself.
    """
    if len(days) < 2:
        return ()
    ordered = sorted(days)
    whole, count = ordered[-1] - ordered[0] + 1, sum(days.values())
    least = math.log(_BY_CHANCE)
    found = []
    for before, after in pairwise(ordered):
        empty = after - before - 1
        if empty and (expected := empty * count / (whole - empty)) >= least:
            found.append(Gap(day_at(before + 1), day_at(after - 1), empty, round(expected, 1)))
    return tuple(sorted(found, key=lambda gap: (-gap.days, gap.first))[:_GAPS])
