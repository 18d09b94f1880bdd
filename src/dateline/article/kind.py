"""What sort of page it is: an article, or something else whose main content is wanted all the same."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log1p
from operator import attrgetter
from typing import get_args
from urllib.parse import urlsplit

import numpy as np

from ..records import Evidence, Found, Kind, Page
from .body.features import Seen
from .body.forest import Forest
from .body.rows import Floats
from .clues import ARTICLE_TYPES

KINDS: tuple[Kind, ...] = get_args(Kind)

# schema.org types by what they say of the page.
_TYPES: dict[str, frozenset[str]] = {
    "article": ARTICLE_TYPES,
    "product": frozenset(("Product", "ProductGroup", "Offer", "AggregateOffer", "SoftwareApplication", "Book", "Vehicle")),
    "listing": frozenset(("ItemList", "CollectionPage", "SearchResultsPage", "Blog", "OfferCatalog", "ProfilePage")),
    "forum": frozenset(("DiscussionForumPosting", "QAPage", "Question", "Answer", "FAQPage", "Comment")),
    "docs": frozenset(("TechArticle", "APIReference", "HowTo", "SoftwareSourceCode", "WebAPI", "Course")),
    "service": frozenset(
        ("Service", "LocalBusiness", "ProfessionalService", "Organization", "Corporation", "AboutPage", "ContactPage")
    ),
    "media": frozenset(("VideoObject", "Recipe", "Event", "PodcastEpisode", "ImageGallery", "Movie")),
}
_WORDS: dict[str, re.Pattern[str]] = {
    "forum": re.compile(r"forum|thread|topic|question|discuss|community|viewtopic|showthread|/t/|/r/"),
    "product": re.compile(r"product|shop|store|/p/|/dp/|/item|buy|sku"),
    "listing": re.compile(r"categor|/tag|collection|/c/|search|archive|list|browse|catalog|index|/topics?/"),
    "docs": re.compile(r"docs?\b|documentation|reference|guide|manual|api|wiki|tutorial|developer|readme|help|learn"),
    "service": re.compile(r"service|about|pricing|solution|platform|features?|company|contact|plans"),
    "article": re.compile(r"article|news|blog|stor(?:y|ies)|post|politic|sport|opinion|\.html?$"),
}
_DATE = re.compile(r"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])\b")
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:€|EUR|USD|zł|kr)\b")
# Without one of these there is no price to look for.
_CURRENCIES = ("$", "€", "£", "¥", "₹", "EUR", "USD", "zł", "kr")
# Of a long page, where prices are counted.
_PRICE_WINDOW = 20_000


def kind_features(page: Page, seen: Seen) -> tuple[Floats, list[str]]:
    """One column (features, 1) and its names: what the blocks are on average, by words and by count, and what the page declares."""
    share = seen.layout.size / max(1.0, float(seen.layout.size.sum()))
    values = [*(seen.matrix @ share), *seen.matrix.mean(axis=1)]
    more = (
        _declared(page)
        | _address(page.url or page.declared.link("canonical") or page.declared.get("og:url"))
        | _parts(page, seen)
    )
    return np.array([*values, *more.values()], dtype=np.float32)[:, None], [*_means(tuple(seen.names)), *more]


@lru_cache(maxsize=4)
def _means(names: tuple[str, ...]) -> list[str]:
    return [*(f"{name} by words" for name in names), *(f"{name} by lines" for name in names)]


def _declared(page: Page) -> dict[str, float]:
    types = {name for node in page.declared.linked_data for name in node.types}
    found = {f"type {name}": float(not members.isdisjoint(types)) for name, members in _TYPES.items()}
    said = (page.declared.get("og:type") or "").lower()
    found |= {f"og:type {name}": float(name in said) for name in ("article", "product", "website", "profile", "video")}
    found["og:type"] = float(bool(said))
    found["published"] = float(page.declared.get("article:published_time") is not None)
    found["data"] = float(len(types))
    return found


def _address(url: str | None) -> dict[str, float]:
    try:
        parts = urlsplit((url or "").lower())
    except ValueError:
        parts = urlsplit("")
    path = parts.path.rstrip("/")
    last = path.rsplit("/", 1)[-1]
    found = {f"address {name}": float(bool(pattern.search(parts.netloc + parts.path))) for name, pattern in _WORDS.items()}
    return found | {
        "address depth": float(path.count("/")),
        "address dated": float(bool(_DATE.search(path))),
        "address words": float(last.count("-") + last.count("_")),
        "address digits": float(sum(c.isdigit() for c in last)),
        "address query": float(len(parts.query)),
        "address known": float(bool(parts.netloc)),
        "address root": float(bool(parts.netloc) and not path),
    }


def _parts(page: Page, seen: Seen) -> dict[str, float]:
    tags = Counter(map(attrgetter("tag"), page.elements))
    found = {
        f"count {tag}": log1p(tags[tag])
        for tag in ("a", "img", "time", "form", "li", "p", "h2", "h3", "table", "pre", "article", "button")
    }
    shown = page.text[:_PRICE_WINDOW]
    found["prices"] = float(len(_PRICE.findall(shown))) if any(sign in shown for sign in _CURRENCIES) else 0.0
    found["most alike"] = float(np.bincount(seen.layout.alike).max())
    found["questions"] = float(shown.count("?"))
    return found


def find_kind(page: Page, seen: Seen, forest: Forest) -> tuple[Found[Kind], dict[Kind, float]]:
    """The kind of a page, with the next best as the candidate that lost; and how likely it is of each."""
    raw = forest.raw(forest.gather(kind_features(page, seen)))[0]
    odds = np.exp(raw - raw.max())
    chances = odds / odds.sum()
    first, second = (int(i) for i in np.argsort(-chances)[:2])
    found: Found[Kind] = Found(
        KINDS[first],
        tuple(
            Evidence(
                field="kind",
                method="page model",
                raw=KINDS[at],
                value=KINDS[at],
                confidence=round(float(chances[at]), 3),
                chosen=at == first,
                path="page",
            )
            for at in (first, second)
        ),
    )
    return found, dict(zip(KINDS, chances.tolist(), strict=False))  # no page is labelled as the last, `other`
