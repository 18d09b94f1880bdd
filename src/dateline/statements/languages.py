"""Which language a text is in, among those that have a grammar: by its script, then by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import msgspec

from dateline.statements.lexicon import DATA

# The words looked at, from the beginning: enough to tell languages apart, and no more work for longer texts.
_LOOKED_AT = 4000
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Kana and Hangul are of languages without a grammar.
_OTHER_EAST = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")


@cache
def _common() -> dict[str, frozenset[str]]:
    """Each language's commonest words."""
    listed = msgspec.json.decode((DATA / "languages.json").read_bytes(), type=dict[str, str])
    return {language: frozenset(words.split()) for language, words in listed.items()}


# So many different common words tell a language in Latin letters: "a" is a word of several.
_ENOUGH = 2
_OTHER_SCRIPTS = ("ar", "fa", "ru")


def guess(text: str) -> str:
    """The language of a text: one that has a grammar, "en" where nothing tells, "und" for an East Asian one without a grammar."""
    start = text[:_LOOKED_AT]
    if not start.isascii() and len(_HAN.findall(start)) * 4 > len(start.split()) + len(start) // 8:
        return "und" if len(_OTHER_EAST.findall(start)) * 20 > len(start) else "zh"
    counts = Counter(_WORD.findall(start.lower()))
    scores = {}
    for language, words in _common().items():
        found = [counts[word] for word in words if word in counts]
        if len(found) >= _ENOUGH or language in _OTHER_SCRIPTS:
            scores[language] = sum(found)
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > scores.get("en", 0) else "en"
