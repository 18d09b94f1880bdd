"""The headline of a text without markup: a short line above the body, told from menus, section names, dates, bylines, captions.

Each line that may be it gets points for what speaks for a headline; its confidence is its share of all lines' points (softmax).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import islice
from math import exp, log1p
from typing import NamedTuple

from ...records import Found, Page, Span
from ..credits.name_words import BY, MONTHS
from ..credits.names import authors_in, looks_like_person
from ..evidence import Candidate, choose, visible
from ..labels import labelled
from .text import fold, likeness, squeeze, tidy, undecorated

# Lines looked at; a whole flattened page has a menu of hundreds.
_MOST = 400
# Lines of text are this long, in units of `_weight`; one with more of the second length close behind begins the body.
_TEXT, _SENTENCE = 140, 85
_SHORTEST, _LONGEST = 14, 260
_WIDE = 2.3  # what a letter of a script without spaces counts for: its words are that much shorter
_BODY = 6_000  # code points of the body in which a line's words are sought
_ABOVE, _ABLE = 120, 45  # lines above the body that are looked at, and weighed
_TAIL = 16  # code points at a line's end that show how it ends
_TWICE = 3  # lines from a headline to its repetition
_MOST_STARTS = 4  # sentences that may begin the text, tried in turn
_LEAST = 0.12  # less of a share is no answer

_STEM = 6  # letters by which words are compared, so that endings do not matter
_WORD = re.compile(r"\w{4,}")
_UNSPACED = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\uff00-\uffef]")
_STOP = re.compile(r"[.。।۔؟!?…][\"'”’»)]*$")
_DATED = re.compile(r"\d{1,2}[:.]\d\d|(?:19|20)\d\d|[۱1][۳۴]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[٠-٩۰-۹]{4}")
_DATE = re.compile(r"\d{1,2}:\d\d|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[年月]\d|\b(?:ago|uhr|heures?|hours?)\b", re.I)
_PICTURE = re.compile(r"(?:photo|image|foto|bild|picture|illustration|credit|symbolbild|写真)\w*\s*[:/©]|.*(?:©|\bgetty\b)", re.I)
# A sentence that a picture's credit closes is its caption.
_CREDITED = re.compile(r"[.!?…]\s+\(?(?:fotos?|photos?|bild|image|credit)\s?:\s?\S", re.I)
_CAPTION = re.compile(
    r"\b(?:fotos?|photos?|bild|image|credit|video|audio|v[ií]deo)\s*:|/ ?(?:AFP|AP|dpa|Reuters|EFE)\b|\([A-Z]{2,5}\)$|HANDOUT",
    re.I,
)
_CLUTTER = re.compile(
    r"cookie|javascript|@|https?:|www\.|›|^[^«]*\s»$|^[#*•·►]"
    r"|\b(?:sign (?:in|up)|log ?in|copy link|min(?:utes?)? read|lesezeit|read more|les mer|skip to|my profile|saved stories)\b",
    re.I,
)
_NETWORKS = re.compile(
    r"\b(?:share|facebook|twitter|whatsapp|e-?mail|newsletter|subscribe|advertisement|comments?|print)\b", re.I
)
_SERVICE = re.compile(
    r"\b(?:profile|saved|stories|abo|login|registr\w*|konto|account|free|kostenlos|gratis|article|artikel|artículo|articolo|reader"
    r"|browser|app|access|accès|öffnet|menü?|share|teilen|partager|compart\w*)\b",
    re.I,
)
_CRUMB = re.compile(r" / | > |→|^home|^startseite|^inicio|^accueil", re.I)
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")

# Points, by logistic regression over the lines of fundus_dev, newsroom_dev and wcxb_dev (1,900 clips and whole flattened pages,
# cross-validated by outlet), rounded.
_FIRST = 0.25  # nothing above it is as long as a headline
_ORDER = -1.6  # × log(1 + lines above that are)
_TOO_SHORT, _SHORT, _LONG = -2.1, -0.5, -1.5
_AGAIN = 0.4  # it stood there before
_IN_TITLE = 2.5  # the first line, a page's title, has it and more
_FULL_STOP = -3.3
_SHARED = 1.3  # × share of its words that the beginning of the body has
_SHARED_COUNT = 1.6  # × how many, up to six
_RECURRING = 1.2  # × share of its words that the body has twice or more
_CREDITS_NEXT = 1.5  # a date or byline within three lines below
_CREDITS_BELOW = 0.5  # or anywhere above the body
_DISTANCE = -0.75  # × log(1 + lines between it and the body)
_GLUE = -1.2  # × words run together, as flattened menus have them, up to three
_PERSON = -0.9
_LIKE_OTHER = 1.7  # × likeness to another line: pages say their title more than once
_ENDS_OTHER = 0.5  # another line ends with it: crumbs and the headline
_HAS_OTHER = -0.5  # it ends with another line
_CAPTIONED = -1.2
_OTHER_SCRIPT = -2.6
_SERVICES = -0.5
_CRUMBS = -1.3
_BELOW_TEXT = -0.7  # a full sentence stands above
_LONGER_NEXT = 0.7  # the next line is longer: a standfirst or the text
_SHORT_ABOVE = 0.3


class _Text(NamedTuple):
    """The lines above the body and what they are compared with."""

    lines: list[str]
    keys: list[str]
    weights: list[float]
    below: int
    credit_at: list[int]
    bag: Counter[str]
    latin: float


def find_in_text(page: Page) -> Found[str | None]:
    """The headline of plain text, or None: the first sentence of a text is never promoted to one."""
    lines = [page.text[block.start : block.end] for block in page.blocks[:_MOST]]
    weights = [_weight(line) for line in lines]
    for attempt, below in enumerate(_text_starts(lines, weights)):
        # A notice or a caption may look like the text's beginning: then nothing above it can be the headline. Past what looks like
        # the beginning, sentences are of the text.
        able = [
            i
            for i in range(max(0, below - _ABOVE), below)
            if _SHORTEST <= weights[i] <= _LONGEST
            and not is_furniture(lines[i])
            and not (attempt and _STOP.search(lines[i][-_TAIL:]))
        ]
        if able:
            return choose("headline", _shares(page, _read(lines, weights, below), able[-_ABLE:]))
    return Found(None)


def _read(lines: list[str], weights: list[float], below: int) -> _Text:
    opening = "\n".join(lines[below:])[:_BODY]
    keys = [fold(line) for line in lines[:below]]
    credit_at = [i for i in range(max(0, below - _ABOVE), below) if _is_credit(lines[i])]
    return _Text(lines, keys, weights, below, credit_at, Counter(_words(opening)), _latin(opening[:400]))


def _shares(page: Page, text: _Text, able: list[int]) -> list[Candidate[str]]:
    """The lines with their shares of all points; one that stands there twice has the shares of both."""
    points = [exp(each) for each in _all_points(text, able)]
    total = sum(points)
    shares: dict[int, float] = {}
    for index, each in zip(able, points, strict=True):
        # Of the same words twice in a row the first counts.
        same = next((i for i in shares if index - i <= _TWICE and text.keys[i] == text.keys[index]), index)
        shares[same] = shares.get(same, 0.0) + each / total
    found = []
    for index, share in shares.items():
        if share >= _LEAST:
            block = page.blocks[index]
            value, _ = undecorated(tidy(text.lines[index]))
            span = Span(block.start, block.end)
            found.append(visible(page, value, span, method="line", confidence=min(0.95, share), text=value))
    return found


def _weight(line: str) -> float:
    return len(line) + (_WIDE - 1) * len(_UNSPACED.findall(line))


def _text_starts(lines: list[str], weights: list[float]) -> list[int]:
    """The indexes of lines where the text may begin, the likeliest first: a long sentence with more text close behind, else the
    long sentences, else the middling ones.
    """
    stops = [i for i, weight in enumerate(weights) if weight >= _SENTENCE and _STOP.search(lines[i][-_TAIL:])]
    long = [i for i in stops if weights[i] >= _TEXT]
    close = (i for i in long if sum(weight >= _SENTENCE for weight in weights[i + 1 : i + 7]) >= 2)
    return list(dict.fromkeys((*islice(close, 1), *long[:_MOST_STARTS], *stops[:1])))


def _all_points(text: _Text, able: list[int]) -> list[float]:
    points = []
    above = 0
    for index in able:
        points.append(_as_title(text, index, above) + _beside(text, index) + _against_others(text, index, able))
        above += text.weights[index] >= 30 and (
            text.lines[index].count(" ") >= 3 or _UNSPACED.search(text.lines[index]) is not None
        )
    return points


def _as_title(text: _Text, index: int, above: int) -> float:
    """Points for the line by itself and against the body; `above` counts the lines above that are as long as a headline."""
    line, weight = text.lines[index], text.weights[index]
    points = _FIRST if not above else _ORDER * log1p(above)
    points += _TOO_SHORT if weight < 24 else _SHORT if weight < 40 else _LONG if 110 < weight <= 150 else 0.0
    points += _GLUE * min(3, len(_GLUED.findall(line))) / 3
    points += sum(
        worth
        for worth, holds in (
            (_FULL_STOP, line.endswith((".", "。", "।", "۔"))),
            (_PERSON, looks_like_person(line)),
            (_CAPTIONED, _CAPTION.search(line)),
            (_SERVICES, _SERVICE.search(line)),
            (_CRUMBS, _CRUMB.search(line)),
            (_OTHER_SCRIPT, abs(_latin(line) - text.latin) > 0.6),
        )
        if holds
    )
    words = _words(line)
    if words:
        shared = sum(word in text.bag for word in words)
        points += _SHARED * shared / len(words) + _SHARED_COUNT * min(6, shared) / 6
        points += _RECURRING * sum(text.bag[word] >= 2 for word in words) / len(words)
    return points


def _words(text: str) -> list[str]:
    """How the longer words begin; pairs of letters where words are not set apart."""
    if _UNSPACED.search(text):
        return [text[i : i + 2] for i in range(len(text) - 1)]
    return [word[:_STEM] for word in _WORD.findall(text.lower())]


def _latin(text: str) -> float:
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" for c in letters) / max(1, len(letters))


def _beside(text: _Text, index: int) -> float:
    """Points for where the line stands."""
    lines, weights, below = text.lines, text.weights, text.below
    credit_at = text.credit_at[bisect_right(text.credit_at, index) :]
    points = _DISTANCE * log1p(below - index - 1)
    points += (_CREDITS_BELOW if credit_at else 0.0) + (_CREDITS_NEXT if credit_at and credit_at[0] <= index + 3 else 0.0)
    points += _LONGER_NEXT if weights[index + 1] > weights[index] else 0.0
    points += _SHORT_ABOVE if index == 0 or weights[index - 1] < 30 else 0.0
    before = range(max(0, index - 8), index)
    points += _BELOW_TEXT if any(weights[i] >= 100 and _STOP.search(lines[i][-_TAIL:]) for i in before) else 0.0
    return points


def _against_others(text: _Text, index: int, able: list[int]) -> float:
    """Points for how the line relates to the others above the body."""
    keys = text.keys
    key = keys[index]
    flat = squeeze(text.lines[index])
    points = _LIKE_OTHER * max((likeness(key, keys[i]) for i in able if keys[i] != key), default=0.0)
    points += _AGAIN if key in keys[:index] else 0.0
    points += _IN_TITLE if index and len(key) > _SHORTEST and key in keys[0] else 0.0
    others = [squeeze(text.lines[i]) for i in able if i != index]
    points += _ENDS_OTHER if len(flat) > 12 and any(len(o) > len(flat) and o.endswith(flat) for o in others) else 0.0
    points += _HAS_OTHER if any(12 < len(o) < len(flat) and flat.endswith(o) for o in others) else 0.0
    return points


def is_furniture(line: str) -> bool:
    """Whether a line is a label, a date, a byline, a picture's credit or furniture."""
    if labelled(line) is not None or _PICTURE.match(line) or _CREDITED.search(line) or _CLUTTER.search(line):
        return True
    if len(line) < 40 and _NETWORKS.search(line):
        return True
    if len(line) < 60:
        if (_DATE.search(line) or (_DATED.search(line) and MONTHS.search(line))) and sum(c.isalpha() for c in line) < 30:
            return True
        return BY.match(line) is not None and any(a.kind != "person" or looks_like_person(a.name) for a in authors_in(line))
    return False


def _is_credit(line: str) -> bool:
    return len(line) < 90 and (_DATED.search(line) is not None or BY.match(line) is not None)
