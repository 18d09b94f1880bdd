"""The front page: what is found, filters as links, and what is set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from dateline.room.display.chart import Chart, chart
from dateline.room.display.languages import language_name
from dateline.room.display.marks import Piece, highlighted
from dateline.room.display.search import FILTER_LABELS, Search
from dateline.room.display.told import MONTHS, Told, direction, told

if TYPE_CHECKING:
    from dateline import Moment
    from dateline.archive import Facets, Hit
    from dateline.room.views.front import FrontView

# Values of a filter that are shown at once.
SHOWN_VALUES = 8
# Digits of a capture's hash in an address: two of a billion captures share 16 by a chance of 1 in 37.
DIGITS = 16


class FrontPage(NamedTuple):
    """What the front page shows."""

    search: Search
    hits: list[HitView]
    facets: list[FacetView]
    chips: list[Chip]
    chart: Chart | None
    next_url: str | None
    some_copies: bool


def front_page(view: FrontView, search: Search, names: dict[str, str]) -> FrontPage:
    """What the front page shows of a view; `names` are those of the outlets, by id."""
    return FrontPage(
        search=search,
        hits=[hit_view(hit, search, names) for hit in view.hits.hits],
        facets=facet_views(search, view.facets, names),
        chips=chips(search, names),
        chart=chart(view.attention, view.every, search),
        next_url=search.url(cursor=view.next) if view.next else None,
        some_copies=not search.folded or any(hit.copies for hit in view.hits.hits),
    )


def article_url(capture: str) -> str:
    """The address of the page of an article as a capture shows it."""
    return f"/articles/{quote(capture[:DIGITS], safe='')}"


class FacetLink(NamedTuple):
    """A value of a filter: how many of the found articles have it, and the address that sets or clears it."""

    value: str
    label: str
    articles: int
    url: str
    chosen: bool


class FacetView(NamedTuple):
    """A filter and its values, the most frequent first."""

    name: str
    label: str
    values: list[FacetLink]
    more: int


class Chip(NamedTuple):
    """A filter that is set, and the address of the search without it."""

    label: str
    value: str
    url: str


class HitView(NamedTuple):
    """A found article."""

    hit: Hit
    url: str
    outlet: str | None
    outlet_url: str | None
    published: Told | None
    headline: list[Piece]
    has_headline: bool
    snippet: list[Piece]
    dir: str


def facet_views(search: Search, facets: Facets, names: dict[str, str]) -> list[FacetView]:
    """The filters as links; one without values is left out."""
    views = []
    for name, label in FILTER_LABELS.items():
        chosen = getattr(search, name)
        values = [
            FacetLink(
                each.value,
                facet_label(name, each.value, names),
                each.count,
                search.url(**{name: "" if each.value == chosen else each.value}),
                each.value == chosen,
            )
            for each in getattr(facets, name)
        ]
        if values:
            views.append(FacetView(name, label, values[:SHOWN_VALUES], len(values) - len(values[:SHOWN_VALUES])))
    return views


def facet_label(name: str, value: str, names: dict[str, str]) -> str:
    """A filter's value in words: an outlet by its name, a language by its English name."""
    if name == "outlet":
        return names.get(value, value)
    return language_name(value) if name == "language" else value


def chips(search: Search, names: dict[str, str]) -> list[Chip]:
    """The filters that are set."""
    out = [
        Chip(label, facet_label(name, getattr(search, name), names), search.url(**{name: ""}))
        for name, label in FILTER_LABELS.items()
        if getattr(search, name)
    ]
    if search.from_ or search.to:
        words = " – ".join(dict.fromkeys((search.from_ or "…", search.to or "…")))
        out.append(Chip("Published", words, search.url(from_="", to="")))
    return out


def hit_view(hit: Hit, search: Search, names: dict[str, str]) -> HitView:
    """A found article; the first words of its body where it has no headline."""
    headline = highlighted(hit.headline, hit.headline_highlights) if hit.headline else [Piece(_begun(hit.opening) or "No text")]
    snippet = highlighted(hit.snippet.text, hit.snippet.highlights) if hit.snippet else []
    return HitView(
        hit=hit,
        url=article_url(hit.capture),
        outlet=names.get(hit.outlet, hit.outlet) if hit.outlet else None,
        outlet_url=search.url(outlet=hit.outlet) if hit.outlet else None,
        published=short_told(hit.published) if hit.published else None,
        headline=headline,
        has_headline=hit.headline is not None,
        snippet=snippet,
        dir=direction(hit.language),
    )


def _begun(opening: str) -> str:
    """First words, with an ellipsis where they break off within a sentence."""
    return opening if not opening or opening[-1] in ".!?…。؟！？" else f"{opening.rstrip(' ,;:–—-')} …"


def short_told(moment: Moment) -> Told:
    """A moment with its month in three letters."""
    long = told(moment)
    day = " ".join(word[:3] if word in MONTHS else word for word in long.day.split())
    return long._replace(day=day)
