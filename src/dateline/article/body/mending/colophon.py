"""What East Asian desks write around a text, in lines like its own: its original title, who reported and edited it, that the house
answers for nothing.
"""

from __future__ import annotations

import re

from ...credits.reporters import is_signature
from ...han_labels import HAN

# Code points of a line of names or with a title, and of a disclaimer.
_LONGEST, _LONGEST_DISCLAIMER = 120, 600
_OPEN, _NAME = r"^[（(【\[]?\s*", rf"[{HAN}·\w]{{2,12}}"
# "（原标题：…）", "（原题为《…》）".
_ORIGINAL = re.compile(rf"{_OPEN}(?:本文)?原(?:标题|標題|题|題)(?:为|為)?\s?[:：《「]")
# "【编辑：林月】", "责任编辑 林月", "编辑 林月 校对 周平". Producers and planners are named in articles on films as well.
_ROLE = r"(?:责任编辑|責任編輯|值班编辑|本文编辑|编辑|編輯|责编|責編|美编|编审|校对|校對|审核|初审|复审|终审|排版)"
_EDITED = re.compile(
    rf"{_OPEN}{_ROLE}(?:\s?[:：/／|｜]\s?|\s){_NAME}(?:[\s、，,/／|｜;；]+(?:{_ROLE}[\s:：/／|｜]*)?{_NAME}){{0,8}}\s?[）)】\]]?(?=$|\n)"
)
# "免责声明：本文仅代表作者观点 …": a declaration that an article quotes speaks neither of texts nor of the site.
_DECLARES = re.compile(rf"{_OPEN}(?:免责声明|免責聲明|特别声明|特別聲明|版权声明|版權聲明|郑重声明)\s?[】）)\]]?\s?[:：]?")
_OF_TEXTS = re.compile(r"本文|本站|本网|本網|本平台|平台|网站|網站|原作者|转载|轉載|版权|版權|侵权|以上内容|立场|立場")
_OPINIONS = re.compile(r"^[（(]?(?:本文|文章|以上内容|此文).{0,60}?(?:仅代表|僅代表|不代表).{0,40}?(?:观点|觀點|立场|立場)")
_COMES_FROM = re.compile(r"^[（(]?本文(?:来自|转自|首发于|轉載自).{0,60}(?:请下载|下载.{0,12}APP|未经|授权|转载)")


def is_colophon(text: str) -> bool:
    """Whether a line says what a text was called elsewhere, who reported it or saw it through the press, or whose opinions are not the
    house's.
    """
    if text.isascii():
        return False
    if len(text) <= _LONGEST and (_ORIGINAL.match(text) or _EDITED.match(text) or _COMES_FROM.match(text) or is_signature(text)):
        return True
    if len(text) > _LONGEST_DISCLAIMER:
        return False
    declares = _DECLARES.match(text)
    return _OPINIONS.match(text) is not None or (declares is not None and _OF_TEXTS.search(text, declares.end()) is not None)
