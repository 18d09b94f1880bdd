"""The language of the article: what the page declares, held against what its words are."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from ..page.declared import words
from ..records import Found, Note, Span
from .evidence import Candidate, choose, claimed, visible
from .stopwords import SCRIPTS, SIMPLIFIED, TRADITIONAL, stop_words

if TYPE_CHECKING:
    from .clues import Clues

# Code points of text that are looked at: some 100 words tell any two languages of the table apart.
_SAMPLE = 600
# Letters of the sample whose script is looked up.
_LETTERS = 48
# The share of Latin-1 letters that makes a text Latin without a look at its letters.
_MOSTLY = 0.9
# Words of the sample that must be known, and how far the best language must stand above the next, for the text to be sure.
_MIN_HITS, _MIN_MARGIN = 8, 1.25
_TAG = re.compile(
    r"\s*([a-z]{2,3})(?:[-_]([a-z]{4})(?![a-z]))?(?:[-_]([a-z]{2}|\d{3})(?![a-z0-9]))?(?=$|[^a-z0-9=])", re.IGNORECASE
)
# Old and macro codes, and languages that no table of words can hold apart.
_RENAMED = dict(
    pair.split(":")
    for pair in "iw:he in:id ji:yi jp:ja cz:cs ua:uk gr:el kr:ko cn:zh dk:da se:sv mo:ro".split()  # noqa: SIM905 - read as a table
)
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "no nb nn",
        "hr sr bs sh cnr me",
        "id ms",
        "fa prs tg",
        "tl fil",
        "ku ckb",
        "zh yue wuu",
        "gl pt",
        "am ti",
        "zu xh",
    )
)
# What a declaration gains when sure words bear it out, loses when unsure ones do not, keeps when sure ones do not; and what the more
# specific of two that agree gains.
_BORNE_OUT, _DOUBTED, _CONTRADICTED, _SPECIFIC = 0.05, 0.2, 0.2, 0.04
# A plug-in writes this locale wherever nobody chose one: it gives a language no region.
_DEFAULT_LOCALE = "en-US"
# Locales of the social web whose second half is no region.
_NO_REGIONS = frozenset(("ar-AR", "es-LA", "en-PI", "en-UD"))


def find_language(clues: Clues) -> Found[str | None]:
    """A BCP 47 tag with the script and region that the page declares; a declaration that its words contradict is overruled."""
    page = clues.page
    span = _sample(clues)
    spoken, sure = language_of(span.of(page.text)) if span else (None, False)
    candidates: list[Candidate[str]] = []
    contradicted: list[str] = []
    for path, raw, confidence in _claims(clues):
        tag = language_tag(raw)
        if tag is None:
            continue
        agrees = spoken is None or alike(tag, spoken)
        if not agrees and sure:
            contradicted.append(f"{path} says {tag}")
        weight = _weighed(confidence, agrees=agrees, known=spoken is not None, sure=sure)
        if agrees and "-" in tag and not (tag == _DEFAULT_LOCALE and path == "meta[og:locale]"):
            weight += _SPECIFIC
        candidates.append(claimed(tag, raw, path, method="declared", confidence=weight, text=tag))
    if spoken is not None and span is not None:
        candidates.append(visible(page, spoken, span, method="words", confidence=0.9 if sure else 0.5, text=spoken))
    notes = []
    if contradicted and not any(c.confidence > 0.9 for c in candidates):
        notes.append(Note("language.contradicted", f"{', '.join(contradicted)}, but the words are {spoken}"))
    return choose("language", candidates, notes=notes)


def _weighed(confidence: float, *, agrees: bool, known: bool, sure: bool) -> float:
    """A declaration's confidence beside what the words are."""
    if known and sure:
        return confidence + _BORNE_OUT if agrees else _CONTRADICTED
    return confidence if agrees else confidence - _DOUBTED


@lru_cache(maxsize=512)
def language_tag(raw: str) -> str | None:
    """A declared language as a BCP 47 tag of language, script and region ("en_us" → "en-US"); None when it is none."""
    found = _TAG.match(raw)
    if found is None:
        return None
    language, script, region = found.groups()
    language = _RENAMED.get(language.lower(), language.lower())
    if language in ("und", "mul", "zxx", "xx"):
        return None
    tag = "-".join(part for part in (language, script and script.title(), region and region.upper()) if part)
    return language if tag in _NO_REGIONS else tag


def alike(one: str, other: str) -> bool:
    """Whether two tags name the same language, or two that words alone do not hold apart."""
    first, second = one.split("-", 1)[0], other.split("-", 1)[0]
    return first == second or any(first in group and second in group for group in _ALIKE)


def language_of(text: str) -> tuple[str | None, bool]:
    """The language that a text's words are of, and whether that is sure; None where they tell nothing."""
    if len(text.encode("latin-1", "ignore")) >= _MOSTLY * len(text) and any(c.isalpha() for c in text):
        return _by_words(text, "Latn")
    letters = [c for c in text[:: max(1, len(text) // (_LETTERS * 2))] if c.isalpha()]
    if not letters:
        return None, False
    scripts: dict[str, int] = {}
    only: dict[str, str | None] = {}
    for letter in letters:
        script, language = _script(letter)
        scripts[script] = scripts.get(script, 0) + 1
        only[script] = language
    if "Kana" in scripts and scripts["Kana"] * 10 >= len(letters):
        return "ja", True
    script = max(scripts, key=lambda name: scripts[name])
    if script == "Hani":
        return _chinese(text), True
    if only[script]:
        return only[script], scripts[script] * 2 > len(letters)
    return _by_words(text, script)


def _by_words(text: str, script: str) -> tuple[str | None, bool]:
    scores: dict[str, float] = {}
    hits = 0
    known = stop_words()
    for word, count in Counter(text.lower().replace("’", "'").split()).items():
        if owners := known.get(word):
            hits += count
            for language, weight in owners:
                scores[language] = scores.get(language, 0.0) + weight * count
    if not scores:
        return {"Hebr": "he"}.get(script), False
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    rival = next((other for name, other in ranked[1:] if not alike(name, best)), 0.0)
    return best, hits >= _MIN_HITS and score >= _MIN_MARGIN * rival


@lru_cache(maxsize=4096)
def _script(letter: str) -> tuple[str, str | None]:
    code = ord(letter)
    return next(((script, only) for first, last, script, only in SCRIPTS if first <= code <= last), ("Latn", None))


def _chinese(text: str) -> str:
    simplified = sum(c in SIMPLIFIED and c not in TRADITIONAL for c in text)
    traditional = sum(c in TRADITIONAL and c not in SIMPLIFIED for c in text)
    return "zh" if simplified == traditional else "zh-Hans" if simplified > traditional else "zh-Hant"


def _sample(clues: Clues) -> Span | None:
    """The first lines of the body; without a body the longest line of the page."""
    page = clues.page
    if clues.first >= 0:
        start = page.blocks[clues.first].start
        end = page.blocks[clues.last].end
        return Span(start, min(end, start + _SAMPLE))
    longest = max(page.blocks, key=lambda block: block.end - block.start - block.link, default=None)
    return Span(longest.start, min(longest.end, longest.start + _SAMPLE)) if longest else None


def _claims(clues: Clues) -> list[tuple[str, str, float]]:
    """The page's declarations of language, the surest first."""
    declared = clues.page.declared
    claims: list[tuple[str, str | None, float]] = [("html[lang]", declared.language, 0.9)]
    if clues.data is not None:
        claims.append((f"{clues.data.path}.inLanguage", words(clues.data.data.get("inLanguage")), 0.89))
    claims.extend(
        (f"meta[{name}]", clues.claim(name), confidence)
        for name, confidence in (
            ("http:content-language", 0.88),
            ("content-language", 0.88),
            ("og:locale", 0.87),
            ("dc.language", 0.87),
            ("language", 0.85),
            ("inlanguage", 0.87),
        )
    )
    return [(path, raw, confidence) for path, raw, confidence in claims if raw]
