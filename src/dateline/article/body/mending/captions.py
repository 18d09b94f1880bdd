"""Captions that no markup tells from paragraphs: by the credit they end with."""

from __future__ import annotations

import re

# Code points of a caption, and of its end, where the credit stands.
_LONGEST, _END = 300, 160
# One of these is in every credit that is looked for.
_TELLING = (
    *("photo", "foto", "image", "bild", "picture", "credit", "crédit", "©", "legende", "caption", "/"),
    *("getty", "shutterstock", "istock", "adobe stock", "alliance", "imago", "action press", "unsplash"),
    *("фото", "写真", "图源", "图片来源", "사진", "फोटो", "صورة", "عکس"),
)
# A credit begins the line or stands apart from the sentence before it: "a photograph by Jane Doe" is no credit.
_APART = r"(?:^|[.!?…。)\]»”\"|/–—]\s*|[(（]|\s{2,}|\n)"
_AGENCY = re.compile(
    r"\((?:AP|EPA|AFP|Reuters) ?(?:Photo|Foto)/[^)]*\)\W*$|\([^()/\n]{2,40}/(?:AP|EPA|AFP|Reuters|dpa|Getty Images)\)\s*$"
    rf"|(?:{_APART}|\bvia )(?:Getty Images|Shutterstock|iStock|Picture Alliance|imago ?images|Action Press|Adobe Stock|Unsplash)(?:/[\w .-]{{1,40}})?\)?\s*$"
    rf"|{_APART}© ?[^.]{{2,60}}$",
    re.I,
)
_LABEL = r"(?:photos?|fotos?|image|bild|credit|crédit|picture|photograph|фото|写真|图源|图片来源|사진|फोटो|صورة|عکس)(?: credit)?"
_LABELLED = re.compile(rf"{_APART}{_LABEL} ?(?:[:：=]|by\s) ?([^.!?:]{{2,60}}?)[)）]?\W*$", re.I)
# With no stop anywhere a label in capitals, as in "The old pier Photo: Jane Doe", stands apart by itself.
_SET_APART = re.compile(r"\s(?:Photos?|Fotos?|FOTOS?|PHOTOS?) ?: ?([^.!?:]{2,60})$")
_BEGINS = re.compile(r"\W*(?:Legende|Bildunterschrift) ?:|\W*Caption ?:.*[^.]$", re.I)
_WORD = re.compile(r"[^\W\d_]+")
# Letters of words between names, "von", "by", "and"; and longer ones that agencies write small.
_SMALL = 3
_WRITTEN_SMALL = frozenset(
    ("alliance", "picture", "images", "imago", "stock", "press", "archiv", "handout", "courtesy", "agency")
)


def is_caption(text: str) -> bool:
    """Whether a line is a caption with its credit: names behind a label, a picture agency, or "©"."""
    lower = text.lower()
    if len(text) > _LONGEST or not any(word in lower for word in _TELLING):
        return False
    end = text[-_END:]
    if _BEGINS.match(text) or _AGENCY.search(end):
        return True
    credit = _LABELLED.search(end) or _SET_APART.search(end)
    return credit is not None and are_names(credit[1])


def are_names(text: str) -> bool:
    """Whether words are names and small words between them; in scripts without capitals all are."""
    return all(len(word) <= _SMALL or not word[0].islower() or word.lower() in _WRITTEN_SMALL for word in _WORD.findall(text))
