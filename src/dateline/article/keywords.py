"""Keywords: the subjects that the outlet gives the article, in its order."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from ..records import Element, Found
from .evidence import Candidate, choose, claimed
from .landmarks import TAG, TAGS, elements_within, marks

if TYPE_CHECKING:
    from .clues import Clues

# Meta elements that repeat, one keyword each, and those that hold a list.
_REPEATED = (("article:tag", 0.85), ("og:article:tag", 0.85))
_LISTS = (
    ("news_keywords", 0.88),
    ("parsely-tags", 0.8),
    ("sailthru.tags", 0.75),
    ("keywords", 0.7),
    ("dc.subject", 0.6),
)
_SEPARATORS = re.compile(r"\s*[,;،、，；|]\s*")
_SPACES = re.compile(r"\s+")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
# What systems write among the keywords: identifiers, addresses, "nlp category: general", "_prio_3".
_MACHINE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|https?:|\w: |^_")
# How long a list of tags is, of how many links, and how far behind the body it stands.
_LONGEST_LIST, _MOST_LINKS, _BEHIND = 600, 25, 1_500
# Longer ones are sentences that search engines were meant to read.
_LONGEST = 70
# More than this is a list for search engines.
_MOST = 60


def find_keywords(clues: Clues) -> Found[tuple[str, ...]]:
    """The richest trusted declaration; what tags the page prints as links, where nothing is declared."""
    candidates: list[Candidate[tuple[str, ...]]] = []

    def add(raw: str, values: list[str], path: str, confidence: float) -> None:
        if kept := tidy_keywords(values):
            candidates.append(claimed(kept, raw, path, method="declared", confidence=confidence, text=", ".join(kept)))

    if clues.data is not None and (values := _flat(clues.data.data.get("keywords"))):
        add(", ".join(values), values, f"{clues.data.path}.keywords", 0.9)
    for name, confidence in _REPEATED:
        if repeated := clues.meta.get(name):
            add(", ".join(repeated), repeated, f"meta[{name}]", confidence)
    for name, confidence in _LISTS:
        if raw := clues.claim(name):
            add(raw, [raw], f"meta[{name}]", confidence)
    if not candidates:
        candidates.extend(_printed(clues))
    found = choose("keywords", candidates)
    return Found(found.value or (), found.evidence, found.notes)


def tidy_keywords(values: list[str]) -> tuple[str, ...]:
    """Keywords one by one: lists taken apart, entities decoded, machine marks dropped, each once whatever its case."""
    kept: dict[str, str] = {}
    for value in values:
        separators = _SPACES if _HAN.search(value) and not _SEPARATORS.search(value) else _SEPARATORS
        for piece in separators.split(unescape(value)):
            word = " ".join(piece.split()).strip("#\"'“”„")
            if 1 < len(word) <= _LONGEST and not _MACHINE.search(word):
                kept.setdefault(word.casefold(), word)
    return tuple(kept.values())[:_MOST]


def _flat(value: Any, depth: int = 2) -> list[str]:
    """A JSON-LD value (words, a list, schema.org DefinedTerm) as strings."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [value.get("name")]
    return [text for item in value for text in _flat(item, depth - 1)] if isinstance(value, list) and depth else []


def _printed(clues: Clues) -> list[Candidate[tuple[str, ...]]]:
    """Links that the markup calls tags: by `rel=tag`, or in an element so called, between headline and a little behind the body."""
    page = clues.page
    if clues.first < 0:
        return []
    begin = clues.headline_span.end if clues.headline_span is not None else page.blocks[clues.first].start
    single: list[Element] = []
    listed: list[Element] = []
    end = -1
    for index in elements_within(page, begin, page.blocks[clues.last].end + _BEHIND):
        element = page.elements[index]
        called = marks(element.label)
        if element.tag == "a" and element.start < element.end and not (element.value or "").startswith("#"):
            if called & TAG:
                single.append(element)
            elif element.start < end:
                listed.append(element)
        elif called & TAGS and not listed and element.end - element.start <= _LONGEST_LIST:
            end = element.end
    links, path, confidence = (single, "a[rel=tag]", 0.7) if single else (listed, "tag list", 0.6)
    kept = tidy_keywords([page.text[link.start : link.end] for link in links])
    raw = ", ".join(kept)
    return [claimed(kept, raw, path, method="tag links", confidence=confidence, text=raw)] if 0 < len(kept) <= _MOST_LINKS else []
