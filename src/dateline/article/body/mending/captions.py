"""Captions that no markup tells from paragraphs: by the credit they end with."""

from __future__ import annotations

import re

from .east_asian_captions import is_credited

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
_NAMED = r"(?-i:[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)+)"
# Newsrooms sign their text "(kli/dpa)", "(Belga/AFP)" or "© dpa" as they do pictures: before an agency stands a person's name.
_SIGNED = r"(?:dpa|afp|apa|ansa|efe|ntb|tt|belga|ripro|reprod)[\w-]*(?: \w+)?(?:,.*)?\s*\)?\s*$"
_AGENCY = re.compile(
    rf"\((?:AP|EPA|AFP|Reuters) ?(?:Photo|Foto)/[^)]*\)\W*$|\({_NAMED}/(?:AP|EPA|AFP|Reuters|dpa|Getty Images)\)\s*$"
    rf"|[/–—-]\s?copyright (?:\d{{4}} )?(?:[\w.]+ ){{1,4}}\d{{0,4}}\s?all rights reserved\.?\s*$"
    rf"|^(?:REUTERS|AP Photo|AFP|EPA)/{_NAMED}\s*$|^© ?[^.]{{2,60}}$|{_APART}©(?!\s?{_SIGNED}) ?[^.]{{2,60}}$"
    rf"|(?:{_APART}|\bvia )(?:Getty Images|Shutterstock|iStock|Picture Alliance|imago ?images|Action Press|Adobe Stock|Unsplash)(?:/[\w .-]{{1,40}})?\)?\s*$",
    re.I,
)
_LABEL = (
    r"(?:photos?|fotos?|image|bild|credit|crédits?(?: photos?)?|picture|photograph|archivfoto|(?:symbol|titel|beitrags)bild|bild(?:quelle|nachweis)"
    r"|arkivfoto|фото|写真|图源|图片来源|사진|फोटो|صورة|عکس)(?: credit)?"
)
# The stop of an initial ends no sentence.
_NAMES = r"((?:[^.!?:]|(?<=\b\w)\.){2,60}?)"
_LABELLED = re.compile(rf"{_APART}{_LABEL} ?(?:[:：=]|by\s) ?{_NAMES}[)）]?\W*$", re.I)
# With no stop anywhere a label in capitals, as in "The boat at the old pier Photo: Jane Doe", stands apart by itself.
_SET_APART = re.compile(r"^[^.!?]{20,}\s(?:Photos?|Fotos?|FOTOS?|PHOTOS?) ?: ?([^.!?:]{2,60})$")
_BEGINS = re.compile(r"\W*(?:Legende|Bildunterschrift) ?:|\W*Caption ?:.*[^.]$", re.I)
# A paragraph with a credit behind it has more sentences than a caption.
_STOP, _MOST_STOPS = re.compile(r"[.!?…]\s"), 2
_WORD = re.compile(r"[^\W\d_]+")
# Letters of words between names, "von", "by", "and"; and longer ones that are written small.
_SMALL = 3
_WRITTEN_SMALL = frozenset(("alliance", "picture", "images", "imago", "stock", "press", "handout", "courtesy", "agency"))
# What stands for a name, and agencies in capitals.
_FOR_A_NAME = frozenset(
    (
        "privat",
        "archiv",
        "supplied",
        "divulgação",
        "архив",
        "dpa",
        "afp",
        "ap",
        "epa",
        "ansa",
        "tass",
        "reuters",
        "afp",
        "efe",
        "ntb",
        "tt",
        "pti",
        "ani",
    )
)


def is_caption(text: str) -> bool:
    """Whether a line is a caption with its credit: names behind a label, a picture agency, or "©"."""
    if len(text) > _LONGEST:
        return False
    if is_credited(text):
        return True
    lower = text.lower()
    if not any(word in lower for word in _TELLING):
        return False
    end = text[-_END:]
    if _BEGINS.match(text) or _AGENCY.search(end):
        return True
    if len(_STOP.findall(text)) > _MOST_STOPS:
        return False
    credit = _LABELLED.search(end) or _SET_APART.search(end)
    return credit is not None and not any(map(str.isdigit, credit[1])) and are_names(credit[1])


def are_names(text: str) -> bool:
    """Whether words are names, at least one, and small words between them; in scripts without capitals all are."""
    words = _WORD.findall(text)
    return any(map(_is_name, words)) and all(
        len(word) <= _SMALL or not word[0].islower() or word.lower() in _WRITTEN_SMALL or _is_name(word) for word in words
    )


def _is_name(word: str) -> bool:
    if word.lower() in _FOR_A_NAME:
        return True
    if word == word.upper() == word.lower():  # a script without capitals
        return len(word) > 1
    return len(word) > 1 and word[0].isupper()
