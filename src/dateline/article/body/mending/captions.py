"""Captions that no markup tells from paragraphs: by the credit they end with."""

from __future__ import annotations

import re

# Code points of a caption, and of its end, where the credit stands.
_LONGEST, _END = 300, 160
# One of these is in every credit that is looked for.
_TELLING = (
    *("photo", "foto", "image", "bild", "picture", "credit", "crédit", "©", "legende", "caption"),
    *("getty", "shutterstock", "istock", "adobe stock", "alliance", "imago", "action press", "unsplash"),
)
# What stands in brackets, and agencies for pictures; a sentence that ends with one has a stop behind it.
_AGENCY = re.compile(
    r"\((?:AP|EPA|AFP|Reuters) ?(?:Photo|Foto)/[^)]*\)\W*$"
    r"|(?:Getty Images|Shutterstock|iStock|Picture Alliance|imago ?images|Action Press|Adobe Stock|Unsplash)(?:/[\w .-]{1,40})?\)?\s*$"
    r"|(?:^|\s)© ?[^.]{2,60}$",
    re.I,
)
_LABELLED = re.compile(
    r"(?:^|[\s(])(?:photos?|fotos?|image|bild|credit|crédit|picture|photograph)(?: credit)? ?(?::|by\s) ?([^.!?:]{2,60})\)?\W*$",
    re.I,
)
_BEGINS = re.compile(r"\W*(?:Legende|Bildunterschrift|Caption) ?:", re.I)
_WORD = re.compile(r"[^\W\d_]+")
# Letters of words between names: "von", "by", "and".
_SMALL = 3


def is_caption(text: str) -> bool:
    """Whether a line is a caption with its credit: names behind a label, a picture agency, or "©"."""
    lower = text.lower()
    if len(text) > _LONGEST or not any(word in lower for word in _TELLING):
        return False
    end = text[-_END:]
    if _BEGINS.match(text) or _AGENCY.search(end):
        return True
    credit = _LABELLED.search(end)
    return credit is not None and all(len(word) <= _SMALL or not word[0].islower() for word in _WORD.findall(credit[1]))
