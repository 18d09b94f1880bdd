"""The subheadline: the dek or standfirst set below the headline, told from the first paragraph by what the markup calls it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from ...moments import find_dates
from ...page.declared import words
from ...records import Found, Span
from ..body.mending.captions import is_caption
from ..credits.name_words import BY
from ..evidence import Candidate, choose, claimed, visible
from .text import fold

if TYPE_CHECKING:
    from ...records import Block, Element
    from ..clues import Clues

# Judged on 100 pages of fundus_dev and newsroom_dev: how often each is what the page sets below its headline.
_NAMED, _DESCRIBED, _SECOND, _ALTERNATIVE = 0.9, 0.85, 0.7, 0.5
# Code points below the headline, and of the subheadline itself.
_REACH = 1_200
_SHORTEST, _LONGEST = 24, 600
_NAME = re.compile(
    r"\bdek\b|-dek\b|_dek\b|standfirst|sub-?title|sub-?head(?:line|ing)?\b|subtitulo|subtítulo|\bdeck\b|article-?_*(?:intro|lead|summary|teaser|abstract)"
    r"|\b(?:lead|lede|intro|chapo|chapeau|entradilla|bajada|copete|vorspann|teaser-?text|ingress|manchet|sommario|occhiello|excerpt)\b|alternativeheadline"
    r"|(?:__|-)(?:standfirst|dek|lead|lede|intro|chapo|summary|ingress|subtitle)\b"
)
_NOT = re.compile(
    r"subscri|newsletter|related|caption|image|media|promo|author|byline|share|comment|nav|section-?title|paragraph|card"
)
_SERVICE = re.compile(
    r"\b(?:save this story|share (?:on|this)|opens? in a new|sign up|log in|min\.? (?:read|\|)|click here)", re.I
)
# A picture's credit alone, and words beside a date in a line that is one.
_CREDIT = re.compile(
    r"^\W*(?:(?:image |photo )?credits?|photo(?:graph)?s?|illustrations?|images?|fotos?|crédit)\s*(?::|by\b|courtesy\b)", re.I
)
_DATED = re.compile(
    r"\b(?:published|updated|posted|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato)\b",
    re.I,
)
# Code points of a line of dates, and the share of it that is not the first date.
_DATE_LINE, _BESIDE = 120, 0.6
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_START = attrgetter("start")


def find_subheadline(clues: Clues) -> Found[str | None]:
    """The words below the headline, and what the page declares as such."""
    found = _printed(clues, clues.headline_span) if clues.headline_span is not None else []
    if clues.data is not None and (said := words(clues.data.data.get("alternativeHeadline"))) and _differs(said, clues):
        found.append(claimed(said, said, f"{clues.data.path}.alternativeHeadline", method="json-ld", confidence=_ALTERNATIVE))
    return choose("subheadline", found)


@lru_cache(maxsize=20_000)
def _is_named(label: str) -> bool:
    return _NAME.search(label) is not None and _NOT.search(label) is None


def _differs(text: str, clues: Clues) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST or BY.match(text) or _SERVICE.search(text):
        return False
    return fold(text) != fold(clues.headline or "") and not (_CREDIT.match(text) or is_caption(text) or _is_date_line(text))


def _is_date_line(text: str) -> bool:
    """Whether a line is a date and little else, or says that the article was published on it."""
    if len(text) > _DATE_LINE or not any(map(str.isdigit, text)):
        return False
    date = next(iter(find_dates(text, limit=1)), None)
    return date is not None and (len(text) - (date.end - date.start) <= _BESIDE * len(text) or _DATED.search(text) is not None)


def _printed(clues: Clues, under: Span) -> list[Candidate[str]]:
    page = clues.page
    found: list[Candidate[str]] = []
    # Nothing below the second paragraph stands between headline and text.
    limit = page.blocks[min(clues.first + 1, clues.last)].end if clues.first >= 0 else under.end + _REACH
    for index in range(bisect_left(page.elements, under.end, key=_START), len(page.elements)):
        element = page.elements[index]
        if element.start >= min(limit, under.end + _REACH):
            break
        if element.end <= limit and element.end - element.start <= 2 * _LONGEST and _is_named(element.label):
            found += _candidate(clues, element, _NAMED, "marked")
    described = {fold(value) for name in _DESCRIPTIONS if (value := page.declared.get(name))}
    first = bisect_left(page.blocks, under.end, key=_START)
    for block in page.blocks[first : first + 8]:
        text = page.text[block.start : block.end]
        if block.start >= limit or not _differs(text, clues):
            continue
        if fold(text) in described:
            found.append(visible(page, text, Span(block.start, block.end), method="description", confidence=_DESCRIBED))
        elif block is page.blocks[first] and block.tag in ("h2", "h3"):
            found.append(visible(page, text, Span(block.start, block.end), method="heading", confidence=_SECOND))
    return found


def _candidate(clues: Clues, element: Element, confidence: float, method: str) -> list[Candidate[str]]:
    page = clues.page
    first, last = (bisect_left(page.blocks, place, key=_START) for place in (element.start, element.end))
    own: list[Block] = []
    for block in page.blocks[first:last]:
        line = page.text[block.start : block.end]
        if not is_caption(line):
            own.append(block)
        elif line[0] in "©(" and own:
            own.pop()  # the caption of a picture whose credit is a line of its own
    if not own:
        return []
    span = Span(own[0].start, own[-1].end)
    text = " ".join(span.of(page.text).split())
    return [visible(page, text, span, method=method, confidence=confidence, text=text)] if _differs(text, clues) else []
