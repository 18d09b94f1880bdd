"""What East Asian desks write around a text, in lines like its own: its original title, who reported and edited it, that the house
answers for nothing.
"""

from __future__ import annotations

import re

from ...credits.han_names import han_names
from ...credits.reporters import is_signature
from ...han_labels import HAN, han_labels

# Code points of a line of names or with a title, and of a disclaimer.
_LONGEST, _LONGEST_DISCLAIMER = 120, 600
_OPEN = r"^[\s◎■●▲※*]*[（(【\[]?\s*"
# "（原标题：…）", "（原题为《…》）".
_ORIGINAL = re.compile(
    rf"{_OPEN}(?:本文)?(?:原(?:标题|標題)\s?[:：]|原(?:标题|標題|题|題)(?:为|為)\s?[:：]?\s?[《「“][^《》「」]+[》」”]\s?[）)】\]]?$)"
)
# "【编辑：林月】", "责任编辑 林月", "编辑丨林月 校对丨周平": who edited, and behind that who did what else. Rules have editors as well, and steps of
# that name ("编辑：支持多人协作"), so names must follow.
_EDITED = re.compile(
    rf"{_OPEN}[{HAN}]{{0,4}}(?:责任编辑|責任編輯|值班编辑|编辑|編輯|责编|責編|美编)(?:\s?[:：/／|｜丨]\s?|\s)(?P<names>[^。？！?!…“”「」\n]{{2,80}})(?=$|\n)"
)
_LATIN_NAMES = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}\W*")
# "免责声明：本文仅代表作者观点 …": a declaration that an article quotes speaks neither of its text nor of the site.
_DECLARES = re.compile(
    rf"{_OPEN}(?:免责声明|免責聲明|特别声明|特別聲明|版权声明|版權聲明|郑重声明|声明)\s?(?:[】）)\]]\s?[:：]?|[:：])"
)
_OF_TEXTS = re.compile(r"本文|本站|本网|本網|以上内容|原作者|版权归|版權歸|仅代表|僅代表|转载请|轉載請|自媒体|入驻")
_OPINIONS = re.compile(
    r"^[（(]?(?:本文|文章|以上内容|此文|该文)(?:观点仅代表作者|(?:内容|观点)?.{0,40}?(?:(?:仅代表|僅代表).{0,24}?(?:观点|觀點|立场|立場|意见)|不代表(?:本报|本刊|本网|本站|本平台|平台|我方|我们).{0,12}(?:观点|立场)))"
)
_COMES_FROM = re.compile(r"^[（(]?本文(?:来自|转自|首发于|轉載自).{0,60}(?:请下载|下载.{0,12}APP|未经(?:授权|许可|允许)|转载请)")
_QUOTES = re.compile(r"\s*[“「]")
# Code points of a label with which a line begins.
_LABEL = 8


def is_colophon(text: str) -> bool:
    """Whether a line says what a text was called elsewhere, who reported it or saw it through the press, or whose opinions are not the
    house's.
    """
    if text.isascii():
        return False
    if len(text) <= _LONGEST and (
        _ORIGINAL.match(text) or _COMES_FROM.match(text) or _is_edited(text) or is_signature(text) or _is_byline(text)
    ):
        return True
    if len(text) > _LONGEST_DISCLAIMER:
        return False
    declares = _DECLARES.match(text)
    if declares is not None:
        return not _QUOTES.match(text, declares.end()) and _OF_TEXTS.search(text, declares.end()) is not None
    return _OPINIONS.match(text) is not None


def _is_byline(text: str) -> bool:
    """Whether a line begins with the label of an author, who has a name, or with a source's and has an author's behind it."""
    labels = list(han_labels(text))
    if not labels or labels[0].start > _LABEL:
        return False
    author = next((label for label in labels if label.kind == "byline"), None)
    return author is not None and bool(han_names(text[author.start : author.end]))


def _is_edited(text: str) -> bool:
    edited = _EDITED.match(text)
    return edited is not None and (bool(han_names(edited["names"])) or _LATIN_NAMES.fullmatch(edited["names"]) is not None)
