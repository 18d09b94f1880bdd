"""Names of persons in parts, for reference managers that sort by family name; only where the parts are plain to see.

A page prints a name as one text. Which part is the family name can be told where the language writes it last and the name has a form that
leaves no doubt: given name, initials, particles, one family name. All else (three words and more, titles, families first, scripts
without capitals) is given as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Languages in Latin letters that write the family name last, and have one: not Icelandic (patronymics), Hungarian and Vietnamese.
_LANGUAGES = "ca cs da de en es et eu fi fr gl hr it lt lv nb nl nn no pl pt sk sl sv tr"
_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž]*(?:['’-][A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿĀ-ž]*)*")
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]\.(?:-?[A-ZÀ-ÖØ-Þ]\.)*")
_PARTICLES = "af av da das de degli dei del della den der di do dos du la le los ten ter van vom von y zu zum zur"
# Words before a name that are no given name.
_TITLES = "dame dr fr lady lord madame miss mme mr mrs ms prof professor rev sir"
# Frequent family names of languages that put them first, in whatever language the article is.
_FAMILY_FIRST = """
cao chen cho choi deng fan feng gao guo han hoang hu huang huynh jiang jung kang le li liang lin liu lu luo ma nguyen park peng pham phan
song sun tang tran wang wu xi xiao xie xu yan yang yoon yu zeng zhang zhao zheng zhou zhu
"""
_family_last, _particles = frozenset(_LANGUAGES.split()), frozenset(_PARTICLES.split())
_no_given_name = frozenset([*_TITLES.split(), *_FAMILY_FIRST.split()])


class Parts(NamedTuple):
    """A name in parts; `particle` is what stands before the family name and is not sorted by ("van der")."""

    given: str
    particle: str
    family: str

    @property
    def inverted(self) -> str:
        """`van der Berg, Jan`."""
        return f"{self.particle} {self.family}, {self.given}".strip()


def parts(name: str, language: str | None) -> Parts | None:
    """The parts of a person's name in an article of this language (BCP 47); None where they cannot be told safely."""
    if (language or "").partition("-")[0].lower() not in _family_last or len(words := name.split()) < 2:
        return None
    first, *between, last = words
    if not _WORD.fullmatch(last) or first.lower() in _no_given_name:
        return None
    if not (_WORD.fullmatch(first) or _INITIALS.fullmatch(first)):
        return None
    initials = 0
    while initials < len(between) and _INITIALS.fullmatch(between[initials]):
        initials += 1
    particles = between[initials:]
    if not all(word.lower() in _particles for word in particles):
        return None
    small = 0
    while small < len(particles) and particles[small].islower():
        small += 1
    return Parts(" ".join([first, *between[:initials]]), " ".join(particles[:small]), " ".join([*particles[small:], last]))
