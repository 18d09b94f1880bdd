"""Captions that no markup tells from paragraphs: by the credit they end with."""

from __future__ import annotations

import re

from ...credits.han_names import SURNAMES
from ...han_labels import is_east_asian

# Code points of a caption, and of its end, where the credit stands.
_LONGEST, _END = 300, 160
# One of these is in every credit that is looked for.
_TELLING = (
    *("photo", "foto", "image", "bild", "picture", "credit", "crédit", "©", "legende", "caption", "/"),
    *("getty", "shutterstock", "istock", "adobe stock", "alliance", "imago", "action press", "unsplash"),
    *("фото", "写真", "图源", "图片来源", "사진", "फोटो", "صورة", "عکس"),
    *(
        "图为",
        "圖為",
        "摄",
        "攝",
        "撮影",
        "视觉中国",
        "視覺中國",
        "供图",
        "＝",
        "方ic",
        "cfp",
        "图源",
        "图据",
        "图片",
        "圖片",
        "圖源",
        "图/",
        "图／",
        "圖/",
        "圖／",
        "图｜",
        "（圖",
        "（图",
        "△",
        "▲",
        "画像",
        "動画",
        "게티",
        "新华社发",
        "资料图",
        "ⓒ",
        "재판매",
    ),
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
_LABEL = r"(?:photos?|fotos?|image|bild|credit|crédit(?: photo)?|picture|photograph|archivfoto|symbolbild|arkivfoto|фото|写真|图源|图片来源|사진|फोटो|صورة|عکس)(?: credit)?"
# The stop of an initial ends no sentence.
_NAMES = r"((?:[^.!?:]|(?<=\b\w)\.){2,60}?)"
_LABELLED = re.compile(rf"{_APART}{_LABEL} ?(?:[:：=]|by\s) ?{_NAMES}[)）]?\W*$", re.I)
# With no stop anywhere a label in capitals, as in "The boat at the old pier Photo: Jane Doe", stands apart by itself.
_SET_APART = re.compile(r"^[^.!?]{20,}\s(?:Photos?|Fotos?|FOTOS?|PHOTOS?) ?: ?([^.!?:]{2,60})$")
# "图为启动仪式。（周平摄）", "街道。林月 摄", "受访者供图", "▲…（圖／港灣市府提供）", "記者会に臨む社長＝13日、東京（林月撮影）", "…＝ＡＰ". Agencies close
# sentences with their names too, and years are in brackets ("（1945年撮影）").
_HAN = r"[\u3400-\u9fff]"
_NAME = rf"[{SURNAMES}]{_HAN}{{1,2}}"
_BY = rf"(?:{_HAN}{{0,8}}(?:记者|記者|通讯员)\s?)?"
_EAST_ASIAN = re.compile(
    rf"^(?:图为|圖為)(?!什么|甚麼|了|何|人|此|之|避免|防止|求|证|凭|其次|据)[^。]{{2,80}}。?(?:[（(][^（）()]{{1,14}}[）)]|{_BY}{_NAME}\s?摄)?$"
    rf"|(?<![》」])[（(](?:{_BY}{_NAME}|[A-Za-z][\w. ]{{1,20}})\s?(?:摄|攝)[）)]$|(?:[。！？]|^){_BY}{_NAME}\s?摄[）)]?$|(?:^|[。！？\s）]){_BY}{_NAME}(?:\s摄|/摄)$|^摄影\s?[:：/／]\s?\S{{2,12}}$"
    rf"|(?<![》」])[（(](?![^（）()]*(?:[\d０-９年昨去]|さん))[^（）()]{{2,14}}撮影[）)]$|＝[^＝。]{{2,40}}、\S{{2,8}}撮影$"
    r"|(?:^|[。\s（(])(?:视觉中国|視覺中國|东方IC|東方IC|CFP)\s?(?:供图|资料图?|图)?[）)]?$|(?:^|[\s。（(])[^\s。（()）]{2,10}供图[）)]?$|(?:^|[。\s（(])资料图片?[）)]?$|。新华社发$|^资料图[:：].{2,60}$"
    r"|^(?:图源|图据|图片来自|图片由|圖源|圖片來源|封面图片来源)[^。]{2,24}$|[（(][圖图]\s?[/／：:][^（）()]{2,24}[）)]$|^[圖图]\s?[/／｜|丨](?!文)\S{2,20}$|[。\s][圖图][/／｜]\S{2,16}提供$"
    r"|^[▲△].{2,80}[圖图][/／｜：:].{2,24}$|^攝影[/／].{2,12}$|^記者\S{2,4}[/／]攝影$"
    r"|(?<![ぁ-ん])＝(?:共同|ＡＰ|AP|ＡＦＰ|AFP|ロイター|ゲッティ)(?:提供)?$|＝[^＝。]{2,40}（(?:共同|AP|ＡＰ|ロイター)）$|^※?写真はイメージ(?:です)?。?$|^【(?:写真|画像|動画)】[^。]{2,60}$|^(?:写真|撮影)＝\S{2,16}$|（画像[:：].{2,30}）$"
    r"|^\[?사진\s?(?:제공|출처)?\s?[=:/]\s?[^.]{2,30}\]?$|\[사진\s?=[^\]]{2,20}\]$|/사진\s?제공\s?=.{2,20}$|\sⓒ\s?\S{2,12}$|제공\.\s?재판매|^\*?\s?재판매|[.\s]게티이미지뱅크$"
)
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
    lower = text.lower()
    if len(text) > _LONGEST or not any(word in lower for word in _TELLING):
        return False
    end = text[-_END:]
    if _BEGINS.match(text) or _AGENCY.search(end) or (is_east_asian(text) and _EAST_ASIAN.search(text)):
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
