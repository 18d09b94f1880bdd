"""Authors that the markup marks: by class, `rel`, `itemprop`, or a link to an author's page."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from ...records import Span
from ..elsewhere import around, stands_elsewhere
from ..outlet import host_of
from ..titles.text import squeeze
from .name_words import BY, CREDITS
from .names import authors_in
from .witness import Witness

if TYPE_CHECKING:
    from ...records import Element, Page
    from ..clues import Clues
    from .witness import Zones

_HINT = re.compile(r"author|byline|autor|auteur|writer|signature|contributor|reporter|redakteur|journalist|creator|skribent")
_LEAF = re.compile(
    r"(?:author|byline|autor|auteur|writer|signature|contributor|reporter|journalist|redakteur)s?[-_]{0,3}(?:full[-_]{0,3})?(?:name|link|text)|by-?author|\bfn\b|rel=author|itemprop=author"
)
_NOT = re.compile(
    r"comment|bio\b|biograph|avatar|image|img|photo|picture|caption|credit|copyright|social|share|follow|twitter|related|teaser|recommend|promo|summary"
    r"|quote|position|job-?_?title|author[-_]*(?:title|role|desc|info-?text|date|time|email|position|about|image|bio|location|place)|byline[-_]*(?:location|place|title|role|date|time|desc|prefix|separator|bio)"
    r"|description|(?:date|time)line|timestamp|separator|newsletter|widget|sidebar|footer-|archive|flyout|tooltip|modal|overlay|popup|video|audio|podcast|gallery|embed"
    r"|authoring|authority|authoriz|playlist|tweet|most-?(?:read|popular)|card__|o-teaser|headline$"
)
_SOCIAL_NAME = re.compile(r"\bsocial-author[-_]+name\b")
_AUTHOR_PAGE = re.compile(
    r"/(?:author|authors|autor|autoren|autores|auteur|auteurs|autori|contributor|contributors|profile|profiles|staff|writers?|reporters?|journalists?|journalistes?|redaktion|by|columnists?|kolumnisten|korrespondenten)/[^/?#]+|/about/editors/[^/]+|/autor-[^/]+|[?&]author=\w",
    re.I,
)
# "Posted on 3 May 2019 by …": words that date a text, and lead to its author.
_POSTED = re.compile(
    r"^(?:last\ )?(?:updated|published|posted|aktualisiert|veröffentlicht|publié|actualizado|publicado)\b.*\b(?:by|von|par|por)\s*$",
    re.I | re.M,
)
# Names of one byline stand no further apart, in code points.
_GAP = 120
_MOST_LINKS = 7
# Labels can be megabytes on hostile pages; what has said nothing in so many letters will not.
_SHOWN = 300
_LONGEST = 300
_CLIMB = 4
_LONGEST_LINK = 80


def marked_authors(clues: Clues, zones: Zones, outlets: frozenset[str]) -> list[Witness]:
    """Names that are marked as such, gathered ("rel", "leaf", "link"); and bylines, as wholes ("block"). Those where the text
    ends have kinds of their own ("rel-tail", …).
    """
    found: list[Witness] = []
    for zone, ending in ((zones.near, ""), (zones.tail, "-tail")):
        for kind, group in _groups(clues, zone).items():
            if kind == "block":
                found += [w for e in group[:6] if (w := _visible(kind + ending, clues, [e], outlets)) is not None][:2]
                continue
            names = _together(group)
            if kind == "link" and (ending or len(names) > _MOST_LINKS):
                continue  # a list of the outlet's authors
            if (witness := _visible(kind + ending, clues, names, outlets)) is not None:
                found.append(witness)
    return found


def _groups(clues: Clues, zone: Span) -> dict[str, list[Element]]:
    """The marked elements that begin in a zone, by kind."""
    page = clues.page
    elements = page.elements
    until = clues.headline_span.start if clues.headline_span else 0
    host = host_of(page.url)
    groups: dict[str, list[Element]] = {}
    for element in elements[bisect_left(elements, zone.start, key=_START) : bisect_left(elements, zone.end, key=_START)]:
        kind = _mark(element.label)
        if kind is None and element.tag != "a":
            continue
        size = element.end - element.start
        if not 0 < size <= _LONGEST:
            continue
        kinds = [kind] if kind is not None else []
        if element.tag == "a" and size <= _LONGEST_LINK and element.value and _is_author_page(element.value, host):
            kinds.append("link")
        if kinds and not (
            stands_elsewhere(elements, element, until) or _credited(page.text, element.start) or _in_caption(page, element)
        ):
            for kind in kinds:
                groups.setdefault(kind, []).append(element)
    return groups


_START = attrgetter("start")


@lru_cache(maxsize=20_000)
def _mark(label: str) -> str | None:
    """What a label marks: a name by itself ("rel" where `rel` or `itemprop` says so, else "leaf"), a byline ("block"), or None."""
    label = label[:_SHOWN]
    if not _HINT.search(label) or _NOT.search(_SOCIAL_NAME.sub("author-name", label)):
        return None
    return ("rel" if "=author" in label else "leaf") if _LEAF.search(label) else "block"


def _credited(text: str, start: int) -> bool:
    """Whether the words before on the line credit a picture or a translation ("Illustration by …")."""
    line = text.rfind("\n", max(0, start - 40), start) + 1
    if not 0 < line < start or text[line].isdecimal() or _POSTED.search(text, line, start):
        return False
    return CREDITS.match(text, line) is not None


def _in_caption(page: Page, element: Element) -> bool:
    """Whether an element says whose a picture or a recording is; an author's portrait has the byline for its caption."""
    for _, near in islice(around(page.elements, element.parent), _CLIMB):
        if near.tag == "figcaption":
            return BY.match(page.text[near.start : near.start + _LONGEST]) is None
    return False


def _together(group: list[Element]) -> list[Element]:
    """The elements of the first byline: each next to the one before, none within another."""
    kept: list[Element] = []
    for element in group:
        if kept and element.start < kept[-1].end:
            inside = element.end <= kept[-1].end and element.start >= kept[-1].start
            if inside and element.end - element.start < kept[-1].end - kept[-1].start:
                kept[-1] = element  # the inner one is the name
            continue
        if kept and element.start - kept[-1].end > _GAP:
            break
        kept.append(element)
    return kept


def _visible(kind: str, clues: Clues, group: list[Element], outlets: frozenset[str]) -> Witness | None:
    """The authors that printed elements name."""
    loose = not kind.startswith("block") and (kind != "link" or len(group) == 1)
    text, japanese = clues.page.text, clues.japanese
    said = (authors_in(text[e.start : e.end], outlets=outlets, loose=loose, japanese=japanese) for e in group)
    authors = tuple(dict.fromkeys(author for authors in said for author in authors))
    if not authors:
        return None
    if len(authors) > 1:
        authors = tuple(a for a in authors if squeeze(a.name) not in outlets) or authors
    span = Span(group[0].start, group[-1].end)
    return Witness(kind, authors, span=span, raw=span.of(text))


def _is_author_page(href: str, host: str | None) -> bool:
    """Whether an address is an author's page of the outlet: "/profile/…" of a network is where somebody posts."""
    if not _AUTHOR_PAGE.search(href):
        return False
    if "//" not in href or host is None:
        return True
    return (host_of(href) or "").split(".")[-2:] == host.split(".")[-2:]
