"""Names set in capitals, as they are written elsewhere."""

from __future__ import annotations

import re

from .name_words import PARTICLES, UNCASED

_NUMERAL = re.compile(r"I{2,3}|IV", re.I)
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÞĀ-ŽΑ-ΩАЕЁИОУЫЭЮЯІЇЄ]")
_AFTER_PREFIX = re.compile(r"\b(Mc|O['’]|D['’])(\w)")


def tidy_case(name: str) -> str:
    """A name set in capitals as it is written elsewhere ("JANE O'NEIL" → "Jane O'Neil"); other names as they are."""
    if (
        " " not in name
        or not name.isupper()
        or "İ" in name
        or UNCASED.search(name)
        or any(len(w) > 2 and not _VOWEL.search(w) for w in name.split())
    ):
        return name
    first, *others = _AFTER_PREFIX.sub(lambda m: m[1] + m[2].upper(), name.title().replace("’S", "’s")).split(" ")
    return " ".join([first, *map(_small, others)])


def _small(word: str) -> str:
    """A word of a name in title case that is not its first: particles stay small, and numerals large."""
    if word.lower() in PARTICLES and len(word) > 1:
        return word.lower()
    return word.upper() if _NUMERAL.fullmatch(word) else word
