"""Notices where something of another house is not shown before the reader agrees: "External content is blocked"."""

from __future__ import annotations

import re

# What it is called, what is said of it, and to whom.
_EMBEDDED = re.compile(
    r"extern\w{0,2} (?:redaktionelle\w{0,2} )?inhalt|eingebettete inhalte|diese[nr] inhalt|redaktioneller inhalt|personenbezogene daten an dritt|mit einem klick anzeigen lassen"
    r"|inhalte von \w+ angezeigt|(?:third[- ]party|external|embedded) content|this content is(?: not|n't) available|contenus? (?:externe|tiers|est bloqué|a été bloqué)|este contenido no está disponible|finden sie inhalte (?:aus|von)"
)
_WITHHELD = re.compile(
    r"anzeigen|anzuzeigen|angezeigt|einverstanden|datenschutz|finde[stn]|ergänz|einwillig|verfügbar|\blad|zustimm|empfohlener|drittp"
    r"|consent|accept|cookies|allow|privacy|available|zustimmung"
)
_ADDRESSED = re.compile(
    r"(?<!^)\b(?:Sie|Ihre[rnms]?|Ihnen)\b|\b(?:[Dd]ir|[Dd]u|[Dd]eine?[rnms]?|[Mm]ir|[Ii]ch|kannst|[Yy]ou|[Yy]our|[Vv]ous|has aceptado|[Vv]otre|[Vv]os)\b|nicht verfügbar"
    r"|^\W*(?:Empfohlener|Externe[rn]|Redaktioneller)\b.{0,50}$"
)
_TELLING = ("inhalt", "conten", " klick ", "dritt")


def withholds(text: str, line: str) -> bool:
    """Whether a line says so; `line` is its text in lower case."""
    return (
        any(word in line for word in _TELLING)
        and _EMBEDDED.search(line) is not None
        and _WITHHELD.search(line) is not None
        and _ADDRESSED.search(text) is not None
    )
