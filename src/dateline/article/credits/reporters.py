"""Reporters as East Asian newsrooms name them within the text: "（记者林月）", "記者林月／台北報導", "임달희 기자 dalhee@…", "…【林月子】".

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

# Code points at a text's beginning and end in which they stand; lines below it that may be one.
_NEAR, _BELOW = 80, 2
_LONGEST = 100  # code points of a line that is nothing else
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
_WIRED = re.compile(
    rf"{_REPORTER}(?P<names>(?:歐陽|司馬|諸葛|上官|司徒|皇甫)[{HAN}]{{2}}|[{HAN}]{{2}}(?:[{HAN}](?=[{HAN}]{{2}}))?)[{HAN}]{{2,4}}\d{{1,2}}日專?[電电]"
)
# "…と話した。【林月子、周平子】", the last words of a Japanese text.
_JAPANESE = re.compile(
    rf"[。」]【(?P<names>(?![{HAN}]*(?:記事|写真|動画|通信|情報|一覧|続報)[、】])[{HAN}]{{3,5}}(?:、[{HAN}]{{3,5}}){{0,5}})】\s*$"
)
_BETWEEN = re.compile(r"[、，,\s·]+(?:(?:通讯员|通訊員)\s?)?")
# "(북안=항구뉴스) 임달희 기자 =", and alone in the last line "[항구뉴스=임달희 기자] dalhee@…".
_KOREAN_LINE = re.compile(
    r"[(\[]?(?:[가-힣A-Za-z]{2,10}\s?=\s?)?(?P<names>[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,3})\s?(?:[가-힣]{2,4}\s?)?(?:기자|특파원)[)\]]?(?:\s+[\w.+-]+@[\w.-]+){0,3}"
)
_KOREAN = re.compile(
    r"[(\[][가-힣]{2,8}=[가-힣A-Za-z]{2,10}[)\]]\s?(?P<names>[가-힣]{2,4}(?:[\s·]+[가-힣]{2,4}){0,3}?)\s?(?:[가-힣]{2}\s?)?(?:기자|특파원)\s?="
)


def reporters(clues: Clues) -> Iterator[Witness]:
    """The reporters that the beginning or the end of a text names ("reporter")."""
    if clues.first < 0:
        return
    beside = (clues.first - 1, *range(clues.last + 1, clues.last + 1 + _BELOW))
    for index in dict.fromkeys((clues.first, clues.last, *beside)):
        if not 0 <= index < len(clues.page.blocks):
            continue
        span = _named(clues, index)
        if span is not None:
            raw = span.of(clues.page.text)
            # One author a word: elsewhere two ideographic words are the two parts of one name.
            authors = tuple(dict.fromkeys(a for name in _BETWEEN.split(raw) for a in authors_in(name, loose=True)))
            yield Witness("reporter", authors, span=span, raw=raw)


def is_signature(line: str) -> bool:
    """Whether a line says who reported, and no more."""
    return not line.isascii() and _signed(line, 0, len(line)) is not None


def _signed(text: str, start: int, end: int) -> re.Match[str] | None:
    if end - start > _LONGEST:
        return None
    return _LINE.fullmatch(text, start, end) or _KOREAN_LINE.fullmatch(text, start, end)


def _named(clues: Clues, index: int) -> Span | None:
    """Where a block names reporters."""
    text, block = clues.page.text, clues.page.blocks[index]
    if text[block.start : block.end].isascii():
        return None
    if found := _signed(text, block.start, block.end):
        return Span(*found.span("names"))
    zones = [(block.start, min(block.end, block.start + _NEAR))] if index == clues.first else []
    if not clues.first <= index <= clues.last:
        return None
    if index == clues.last:
        zones.append((max(block.start, block.end - _NEAR), block.end))
    for start, end in zones:
        for pattern in (_IN_BRACKETS, _SLASHED, _WIRED, _KOREAN, *((_JAPANESE,) if end == block.end else ())):
            if found := pattern.search(text, start, end):
                return Span(*found.span("names"))
    return None
