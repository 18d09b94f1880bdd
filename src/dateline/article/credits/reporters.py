"""Reporters as East Asian newsrooms name them within the text: "（记者林月）", "記者林月／台北報導", "(서울=연합뉴스) 홍길동 기자 =".

The first sentences of a text name them, or its last; names come with no space between them and the word for a reporter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...records import Span
from ..han_labels import HAN
from .names import authors_in
from .witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..clues import Clues

# Code points at a text's beginning and end in which they stand.
_NEAR = 80
_NAME = rf"[{HAN}]{{2,4}}"
_MORE = rf"(?:[、，,\s]+(?:通讯员\s?|通訊員\s?)?(?!报道|報導|摄影|攝影|整合|整理|编译|文并图){_NAME})"
_REPORTER = r"(?:记者|記者|通讯员|通訊員)"
_HOW = r"(?:\s?(?:报道|報導|摄影报道|摄影|攝影|整合|综合报道|整理|编译|文|摄|文/图|图/文)){0,2}"
# "（记者林月、周平 整合）", where a text begins or ends; what stands before is whose reporters they are.
_IN_BRACKETS = re.compile(rf"[（(](?:[{HAN}]{{0,12}}?{_REPORTER})[\s:：]*(?P<names>{_NAME}{_MORE}{{0,7}}){_HOW}\s?[)）]")
# "北岸日报记者 林月 周平", "采写：见习记者 林月", alone in a line.
_LINE = re.compile(
    rf"(?:(?:采写|采访|撰文|文)\s?[/／:：]\s?)?[{HAN}]{{0,12}}?{_REPORTER}[\s:：]+(?P<names>{_NAME}{_MORE}{{0,7}}){_HOW}"
)
# "記者林月／台北報導", and the agency's "（中央社記者林月台北24日電）": a place of two letters or more stands behind the name.
_SLASHED = re.compile(rf"{_REPORTER}(?P<names>{_NAME}(?:、{_NAME}){{0,3}})\s?[／/╱]\s?[{HAN}]{{2,8}}(?:報導|報道|报道)")
_WIRED = re.compile(rf"{_REPORTER}(?P<names>(?:歐陽|司馬|諸葛|上官|司徒|皇甫)[{HAN}]{{2}}|[{HAN}]{{2}}(?:[{HAN}](?=[{HAN}]{{2}}))?)[{HAN}]{{2,4}}\d{{1,2}}日專?[電电]")
_BETWEEN = re.compile(r"[、，,\s·]+(?:(?:通讯员|通訊員)\s?)?")
# "(서울=연합뉴스) 홍길동 기자 =", "[서울=뉴시스] 홍길동 특파원 =".
_KOREAN = re.compile(
    r"[(\[][가-힣]{2,8}=[가-힣A-Za-z]{2,10}[)\]]\s?(?P<names>[가-힣]{2,4}(?:[\s·]+[가-힣]{2,4}){0,3}?)\s?(?:[가-힣]{2}\s?)?(?:기자|특파원)\s?="
)


def reporters(clues: Clues) -> Iterator[Witness]:
    """The reporters that the beginning or the end of a text names ("reporter")."""
    if clues.first < 0:
        return
    for index in dict.fromkeys((clues.first, clues.last)):
        span = _named(clues, index)
        if span is not None:
            raw = span.of(clues.page.text)
            # One author a word: elsewhere two ideographic words are the two parts of one name.
            authors = tuple(dict.fromkeys(a for name in _BETWEEN.split(raw) for a in authors_in(name, loose=True)))
            yield Witness("reporter", authors, span=span, raw=raw)


def _named(clues: Clues, index: int) -> Span | None:
    """Where a block names reporters."""
    text, block = clues.page.text, clues.page.blocks[index]
    if text[block.start : block.end].isascii():
        return None
    if found := _LINE.fullmatch(text, block.start, block.end):
        return Span(*found.span("names"))
    zones = [(block.start, min(block.end, block.start + _NEAR))] if index == clues.first else []
    if index == clues.last:
        zones.append((max(block.start, block.end - _NEAR), block.end))
    for start, end in zones:
        for pattern in (_IN_BRACKETS, _SLASHED, _WIRED, _KOREAN):
            if found := pattern.search(text, start, end):
                return Span(*found.span("names"))
    return None
