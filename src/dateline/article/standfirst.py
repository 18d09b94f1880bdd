"""The words set below a headline: what markup calls them, where a page declares them, and what is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..moments import find_dates
from .credits.name_words import BY
from .titles.text import fold

if TYPE_CHECKING:
    from ..moments import Mention
    from ..records import Declared

_NAME = re.compile(
    r"\bdek\b|-dek\b|_dek\b|standfirst|sub-?title|sub-?head(?:line|ing)?\b|subtitulo|subtítulo|\bdeck\b|article-?_*(?:intro|lead|summary|teaser|abstract)"
    r"|\b(?:lead|lede|intro|chapo|chapeau|entradilla|bajada|copete|vorspann|teaser-?text|ingress|manchet|sommario|occhiello|excerpt)\b|alternativeheadline"
    r"|(?:__|-)(?:standfirst|dek|lead|lede|intro|chapo|summary|ingress|subtitle)\b"
)
_NOT = re.compile(
    r"subscri|newsletter|related|caption|image|media|promo|author|byline|share|comment|nav|section-?title|paragraph|card|site-|pay-?wall|consent|\bbio\b"
)
# Code points of a standfirst.
SHORTEST, LONGEST = 24, 600
_SERVICE = re.compile(
    r"\b(?:save this story|share (?:on|this)|opens? in a new|sign up|log in|get spam\. ever|subscribe below|get \w+ (?:\w+ )?in your inbox|min\.? (?:read|\|)|click here)",
    re.I,
)
# A picture's credit alone, and words beside a date in a line that is one.
_CREDIT = re.compile(
    r"^\W*(?:(?:image |photo )?credits?|photo(?:graph)?s?|illustrations?|images?|fotos?|crédit)\s*(?::|by\b|courtesy\b)|©", re.I
)
_DATED = re.compile(
    r"\b(?:published|updated|posted|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato)\b",
    re.I,
)
# Code points of a line of dates, and the share of it that is not the first date.
_DATE_LINE, _BESIDE = 120, 0.6
# So many words beside a date are a name.
_NAMES, _WORD = 3, re.compile(r"[^\W\d_]+")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


@lru_cache(maxsize=20_000)
def is_called_standfirst(label: str) -> bool:
    """Whether an element's label (class, id, role …) calls it a standfirst, a dek or a lead."""
    return _NAME.search(label) is not None and _NOT.search(label) is None


def descriptions(declared: Declared) -> frozenset[str]:
    """What the page declares as its description, folded as titles are."""
    return frozenset(fold(value) for name in _DESCRIPTIONS if (value := declared.get(name)))


def may_be_standfirst(text: str) -> bool:
    """Whether a line below a headline can be a standfirst by its words: no byline, button, credit or date."""
    if not SHORTEST <= len(text) <= LONGEST or BY.match(text) or _SERVICE.search(text):
        return False
    return not (_CREDIT.search(text) or _is_date_line(text))


def is_date(text: str) -> bool:
    """Whether a line is a date, with no more words beside it than say what it is of or name somebody."""
    return (date := _date_in(text)) is not None and _is_alone(text, date)


def _is_date_line(text: str) -> bool:
    """Whether a line is a date and little else, or says that the article was published on it."""
    if (date := _date_in(text)) is None:
        return False
    beside = len(text) - (date.end - date.start)
    return _is_alone(text, date) or beside <= _BESIDE * len(text) or _DATED.search(text) is not None


def _date_in(text: str) -> Mention | None:
    """The first date in a line of dates, which is short."""
    short = len(text) <= _DATE_LINE and any(map(str.isdigit, text))
    return next(iter(find_dates(text, limit=1)), None) if short else None


def _is_alone(text: str, date: Mention) -> bool:
    return len(_WORD.findall(text[: date.start] + text[date.end :])) <= _NAMES
