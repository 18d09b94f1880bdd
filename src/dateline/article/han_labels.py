"""Labels in lines of Chinese and Japanese, where several stand one behind another with nothing between them.

"2020-04-03 08:15来源：北岸日报作者：林月 责任编辑：周平" has three labels; in other scripts each has its own line or a bar before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from .label_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["byline", "editor", "source"]

HAN = "\u3400-\u9fff"
# Who saw a text through the press; in Chinese the label is on nearly every page, and the person seldom wrote it.
_EDITORS = "责任编辑|責任編輯|本文编辑|编辑|編輯|责编|責編"
# Labels of nothing that is looked for: a value ends before them as well.
_OTHERS = "校对|校對|审核|审校|初审|复审|终审|监制|监审|统筹|浏览次数|浏览量|浏览|瀏覽|阅读次数|阅读量|阅读数|阅读|點閱|点击数|点击量|点击率|点击|人气|字号|字體|字体|摄影|攝影|写真|撮影|編集|取材|構成|聞き手|翻訳|供稿|供图|制图|图|圖|出版|分享到|分享|评论数|评论|打印|二维码|版次"
_EAST_ASIAN = re.compile("[\u3041-\u9fff\uac00-\ud7a3]")
_LETTER = re.compile(rf"[{HAN}]")
_COLON = r"\s?[:：]\s?"
# What stands for a colon behind the labels of people: "文/林月", "作者丨林月", "文＝山田太郎".
_BAR = r"\s?[:：/／|｜丨＝●]\s?"
# A label of one letter ends other words as well ("全文："); one may say whose it is ("每经编辑：").
_APART, _WHOSE = rf"(?<![{HAN}])", rf"(?:(?<=[\s|｜丨])[{HAN}]{{1,4}})?"
# An author without a colon, alone between bars ("| 作者林月").
_UNSET = rf"(?<=[|｜])\s?作者(?=[{HAN}]{{2,4}}\s*(?:$|[|｜]))"
# What stands between a value and the next label, around both, or behind them.
_BEHIND = " \u3000,，;；|｜丨/／、(（[【"
_BUTTON = re.compile(r"\s+(?:举报|投诉|打印|收藏|分享|关注|纠错)$")
_CLOSERS = {")": "(", "）": "（", "]": "[", "】": "【"}
# A source ends before its reporters, and before a day.
_NO_SOURCE = re.compile(r"\s*[（(]?(?:记者|記者|通讯员)\s.*$|\s+\d{4}\s?[-/.年].*$")
# Sentences have these, and names and sources do not.
_SENTENCE = re.compile("[。？！?!…“”‘’「」『』]|[:：].*[:：]")
_CLAUSE, _QUESTION = re.compile("[，,]"), re.compile("[。？“]")
# Code points of a value.
_LONGEST = 60


class HanLabel(NamedTuple):
    """What part of a line is labelled as, and where its value stands: `line[start:end]`, which may be empty."""

    kind: Kind
    start: int
    end: int


def is_east_asian(text: str) -> bool:
    """Whether a text has letters of Chinese, Japanese or Korean: the rules for those need not look at others."""
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


def han_labels(line: str) -> Iterator[HanLabel]:
    """The labels of authors, editors and sources in a line, wherever they stand in it; none that leads to a sentence ("记者：您怎么看？")."""
    for found in _sought().finditer(line):
        kind = _kind(found)
        value = line[found.end() : value_end(line, found.end())]
        start = found.end() + len(value) - len(value.lstrip())
        value = _BUTTON.sub("", value.strip()).rstrip(_BEHIND)
        if kind == "source":
            value = _NO_SOURCE.sub("", value).rstrip(_BEHIND)
            if _CLAUSE.search(value):
                continue
        if value[-1:] in _CLOSERS and value.count(value[-1]) > value.count(_CLOSERS[value[-1]]):
            value = value[:-1].rstrip()  # the bracket around label and value
        if len(value) <= _LONGEST and not _SENTENCE.search(value):
            yield HanLabel(kind, start, start + len(value))


def names_in_han(text: str) -> str:
    """What a byline says behind "作者：", else before any label, else behind an editor's; all of it in other scripts, and nothing of a
    sentence.
    """
    if not is_east_asian(text):
        return text
    said = {label.kind: text[label.start : label.end] for label in han_labels(text)}
    if not said and _QUESTION.search(text):
        return ""
    return said.get("byline") or text[: value_end(text, 0)].strip(_BEHIND) or said.get("editor", "")


def value_end(line: str, start: int) -> int:
    """Where the value ends that stands behind a label: before the next label in Chinese or Japanese, else with the line."""
    if line.isascii() or not _LETTER.search(line, start):
        return len(line)
    following = _any().search(line, start)
    return following.start() if following is not None else len(line)


def _kind(found: re.Match[str]) -> Kind:
    if found["editor"]:
        return "editor"
    return "source" if found["source"] else "byline"


def _alternatives(words: list[str], behind: str = _COLON) -> str:
    """Words as alternatives, longer ones first, with a colon behind them."""
    long = "|".join(map(re.escape, sorted((w for w in words if len(w) > 1), key=len, reverse=True)))
    short = "".join(w for w in words if len(w) == 1)
    either = f"{long}|{_APART}[{short}]" if short else long
    return f"(?:{either}){behind}"


def _han_words(*kinds: str) -> list[str]:
    words = (word.strip() for kind, said in WORDS.items() if kind in kinds for word in said.split("|"))
    return [word for word in words if re.fullmatch(rf"[{HAN}・]+", word)]


@cache
def _sought() -> re.Pattern[str]:
    editors, authors = (_alternatives(words, _BAR) for words in (_EDITORS.split("|"), _han_words("byline")))
    sources = f"{_APART}{_alternatives(_han_words('source'))}"
    return re.compile(f"(?P<editor>{editors})|(?P<source>{sources})|{authors}|{_UNSET}")


@cache
def _any() -> re.Pattern[str]:
    people = _alternatives([*_han_words("byline"), *_EDITORS.split("|"), *_OTHERS.split("|")], _BAR)
    rest = _alternatives(_han_words(*(kind for kind in WORDS if kind != "byline")))
    return re.compile(f"{_WHOSE}{people}|{rest}|{_UNSET}")
