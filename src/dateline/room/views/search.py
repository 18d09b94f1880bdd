"""The front page: a search, its filters as links, and attention over time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlencode

from dateline.room.views.marks import Piece, highlighted
from dateline.room.views.told import MONTHS, Told, direction, told

if TYPE_CHECKING:
    from dateline import Moment
    from dateline.archive import Attention, Facets, Hit

Every = Literal["day", "week", "month"]

# Which fields are filters, in the order shown, and the prefix that each has in the query language.
FILTERS = {"outlet": "outlet", "language": "lang", "genre": "genre", "kind": "kind", "section": "section"}
FILTER_LABELS = {"outlet": "Outlet", "language": "Language", "genre": "Genre", "kind": "Kind of page", "section": "Section"}
SHOWN_VALUES = 8

_WORDS = re.compile(r'"[^"]*"?|[()]|[^\s()"]+')


class Search(NamedTuple):
    """A search as the address of the front page names it. Dates are as typed: a year, a month or a day."""

    q: str = ""
    outlet: str = ""
    language: str = ""
    genre: str = ""
    kind: str = ""
    section: str = ""
    from_: str = ""
    to: str = ""
    sort: str = ""
    cursor: str = ""

    def url(self, **changes: str) -> str:
        """The address of the search with changes; a changed search begins at its first page."""
        changed = self._replace(**{"cursor": "", **changes})
        named = {("from" if key == "from_" else key): value for key, value in changed._asdict().items() if value}
        return f"/?{urlencode(named)}" if named else "/"

    @property
    def query(self) -> str:
        """The search in the query language: what was typed, and the filters.

        `a OR b` is put in parentheses before a filter is set beside it, since AND binds closer than OR.
        """
        typed = self.q.strip()
        filters = [f"{prefix}:{_value(getattr(self, name))}" for name, prefix in FILTERS.items() if getattr(self, name)]
        if typed and filters and _has_open_or(typed):
            typed = f"({typed})"
        return " ".join(filter(None, [typed, *filters]))

    @property
    def by_time(self) -> bool:
        """Whether the newest come first: as asked for, else where there are no words to be relevant to."""
        return self.sort == "time" or (self.sort != "relevance" and not self.q.strip())

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any((*(getattr(self, name) for name in FILTERS), self.from_, self.to))


def _value(text: str) -> str:
    """A filter's value in the query language: quoted, without the quotation marks that it cannot hold."""
    return '"' + re.sub('["“”„]', " ", text) + '"'


def _has_open_or(query: str) -> bool:
    """Whether an OR stands outside quotation marks and parentheses."""
    depth = 0
    for word in _WORDS.findall(query):
        depth += (word == "(") - (word == ")")
        if word == "OR" and depth <= 0:
            return True
    return False


class FacetLink(NamedTuple):
    """A value of a filter: how many of the found articles have it, and the address that sets or clears it."""

    value: str
    label: str
    count: int
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
    """The filters as links; one that says nothing (no value, or the only value and not set) is left out."""
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


def hit_view(hit: Hit, search: Search, names: dict[str, str], url: str) -> HitView:
    """A found article; the first words of its body where it has no headline."""
    headline = highlighted(hit.headline, hit.headline_highlights) if hit.headline else [Piece(hit.opening or "No text")]
    snippet = highlighted(hit.snippet.text, hit.snippet.highlights) if hit.snippet else []
    return HitView(
        hit=hit,
        url=url,
        outlet=names.get(hit.outlet, hit.outlet) if hit.outlet else None,
        outlet_url=search.url(outlet=hit.outlet) if hit.outlet else None,
        published=short_told(hit.published) if hit.published else None,
        headline=headline,
        has_headline=hit.headline is not None,
        snippet=snippet,
        dir=direction(hit.language),
    )


def short_told(moment: Moment) -> Told:
    """A moment with its month in three letters."""
    long = told(moment)
    day = " ".join(word[:3] if word in MONTHS else word for word in long.day.split())
    return long._replace(day=day)


def width(first: date, last: date) -> Every:
    """How wide the bars of a chart should be for some 20 to 120 of them."""
    days = (last - first).days
    if days <= 92:
        return "day"
    return "week" if days <= 730 else "month"


class Bar(NamedTuple):
    """A bar of the chart: the days it stands for, both inclusive, in words, how many, and the search it leads to.

    `x`, `y`, `width` and `height` are in thousandths of the chart.
    """

    start: date
    end: date
    label: str
    count: int
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
    """The chart of attention; None where nothing has a day."""
    if not attention.buckets:
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
        bars.append(Bar(start, end, _label(start, every), count, url, number * step, 1000 - height, step, height))
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


# No chart has more bars than this: 100 years of months. What is older or younger by mistake does not draw a million.
_MOST_BARS = 1_200


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


# English names of the languages that news is most often in; others are shown by their tag.
_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "ms": "Malay", "nb": "Norwegian Bokmål", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(tag: str) -> str:
    """The English name of a language, with region or script in parentheses; the tag where the name is not known here."""
    first, _, rest = tag.partition("-")
    name = _LANGUAGES.get(first.lower())
    if name is None:
        return tag
    return f"{name} ({rest})" if rest else name
