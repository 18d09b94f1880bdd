"""What East Asian desks write around a text, in lines like its own: its original title, who reported and edited it, that the house
answers for nothing.
"""

from __future__ import annotations

import re

from ...credits.han_names import han_names
from ...credits.lines import OF_WORKS
from ...credits.reporters import is_signature
from ...han_labels import HAN, han_labels, is_east_asian

# Code points of a line of names or with a title, of a disclaimer, and of a label with which a line begins.
_LONGEST, _LONGEST_DISCLAIMER, _LABEL = 120, 600, 8
_OPEN = r"^[\s◎■●▲※*]*[（(【\[]?\s*"
# "（原标题：…）", "（原题为《…》）".
_ORIGINAL = re.compile(
    rf"{_OPEN}(?:本文)?(?:原(?:标题|標題)\s?[:：]|原(?:标题|標題|题|題)(?:为|為)\s?[:：]?\s?[《「“][^《》「」]+[》」”]\s?[）)】\]]?$)"
)
# "【编辑：林月】", "责任编辑 林月", "编辑丨林月 校对丨周平": who saw a text through the press. Rules have editors as well, and steps of those
# names ("审核：由民政部门负责"), so names must follow.
_EDITED = re.compile(
    rf"{_OPEN}[{HAN}]{{0,4}}(?:责任编辑|責任編輯|值班编辑|编辑|編輯|责编|責編|美编|校对|校對|审核|审校|[一二三初复终]审|监制|監製|统筹|制图)"
    r"(?:\s?[:：/／|｜丨]\s?|\s)(?P<names>[^。？！?!…“”「」\n]{2,80})(?=$|\n)"
)
_LATIN_NAMES = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}\W*")
# "免责声明：本文仅代表作者观点 …". What others declare, and an article quotes, does not begin with this text.
_DECLARES = re.compile(
    rf"{_OPEN}(?:(?P<of_texts>免责声明|免責聲明|版权声明|版權聲明)|特别声明|特別聲明|郑重声明|声明)\s?(?:[】）)\]]\s?[:：]?|[:：])"
)
_OF_TEXTS = re.compile(r"本文|本站|本网|本網|以上内容|原作者|版权归|版權歸|仅代表|僅代表|转载请|轉載請|自媒体|入驻|自媒體")
_OF_THIS_TEXT = re.compile(r"\s*(?:本文|以上|上述内容|该文|此文|文章|本站(?:部分|所有|转载))")
_QUOTES = re.compile(r"\s*[“「]")
_OPINIONS = re.compile(
    r"^[（(]?(?:本文|文章|以上内容|此文|该文)(?:观点仅代表作者|(?:内容|观点)?.{0,40}?(?:(?:仅代表|僅代表).{0,24}?(?:观点|觀點|立场|立場|意见)"
    r"|不代表(?:本报|本刊|本网|本站|本平台|平台|我方|我们).{0,12}(?:观点|立场)))"
)
_COMES_FROM = re.compile(
    r"^[（(]?本文(?:来自|转自|首发于|轉載自).{0,60}(?:请下载|下载.{0,12}APP|未经(?:授权|许可|允许)|转载请|授权发布)"
)
# "（来源：北岸电视台）", and an agency's name alone.
_SOURCE = re.compile(r"^[（(【](?:来源|來源|稿源)\s?[:：]\s?[^，。）)】\d]{1,20}[）)】]$|^[（(](?:中央社|新华社|中新社)[）)]$")


# What stands below a text's last words, and may be of it anywhere else.
_CLOSING = re.compile(
    r"^[（(]?(?:来源|來源|文章来源|本文来源|信息来源|稿源|资料来源|数据来源|综合自)\s?[:：|丨]\s?(?!不明|不详)[^\s\d，。；]{1,24}[）)]?$"
    r"|^转载请注明(?:出处|来源)?(?:\s?[:：]\s?\S{1,24})?[。！]?$|^返回\S{2,10}(?:首页|，查看更多)(?:>>)?$|^[（(]?(?:完|全文完|未完待续)[）)]?$"
    r"|^点击(?:进入|查看|下载).{1,24}(?:>>|》》)$"
)


def closes(text: str) -> bool:
    """Whether the last line of a text says whom it is from, that it ends, or where the site goes on."""
    return is_east_asian(text) and _CLOSING.match(text) is not None


def is_colophon(text: str) -> bool:
    """Whether a line says what a text was called elsewhere, who reported it or saw it through the press, where it is from, or whose
    opinions are not the house's.
    """
    if not is_east_asian(text):
        return False
    if len(text) <= _LONGEST and (
        any(pattern.match(text) for pattern in (_ORIGINAL, _COMES_FROM, _SOURCE))
        or _is_edited(text)
        or is_signature(text)
        or _is_byline(text)
    ):
        return True
    if len(text) > _LONGEST_DISCLAIMER:
        return False
    declares = _DECLARES.match(text)
    if declares is None:
        return _OPINIONS.match(text) is not None
    told = _OF_TEXTS.search if declares["of_texts"] else _OF_THIS_TEXT.match
    return not _QUOTES.match(text, declares.end()) and told(text, declares.end()) is not None


def _is_byline(text: str) -> bool:
    """Whether a line begins with the label of an author, who has a name, or with a source's and has an author's behind it."""
    labels = list(han_labels(text))
    if not labels or labels[0].start > _LABEL or OF_WORKS.search(text):
        return False
    author = next((label for label in labels if label.kind == "byline"), None)
    return author is not None and bool(han_names(text[author.start : author.end]))


def _is_edited(text: str) -> bool:
    """Whether a line begins with an editor's label, and names follow."""
    edited = _EDITED.match(text)
    if edited is None or OF_WORKS.search(text):
        return False
    return bool(han_names(edited["names"])) or _LATIN_NAMES.fullmatch(edited["names"]) is not None
