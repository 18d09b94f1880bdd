"""Reporters as East Asian newsrooms name them within the text: "（记者林月）", "記者林月／台北報導", "임달희 기자 dalhee@…", "…【林月子】".

The first sentences of a text name them, or its last, or a line of its own; names come with no space between them and the word for a
reporter, or a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...records import Author, Span
from ..han_labels import HAN, is_east_asian
from .han_names import han_names, is_han_name
from .witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..clues import Clues

# Code points at a text's beginning and end in which they stand; lines below it that may be one; code points of such a line.
_NEAR, _BELOW, _LONGEST = 80, 2, 100
_LINES = 6  # lines between a headline and its text that are looked at
_REPORTER = "(?:记者|記者|通讯员|通訊員|编译|編譯)"
_WHOSE = rf"(?:文/)?(?![据由除在曾冒两兩一多几])[{HAN}·]{{0,12}}?{_REPORTER}[\s:：]*"
# "（本报记者林月、周平 整合）", and behind an agency's date "(林月 周平)".
_IN_BRACKETS = re.compile(
    rf"[（(【〔\[](?:{_WHOSE}|(?<=[日电電讯] [（(])|(?<=[日电電讯][（(])(?:记者)?)(?P<said>[{HAN}][^（()）【】〔〕\[\]。\n]{{1,50}})[)）】〕\]]"
)
# "北岸日报记者 林月 周平", "采写：见习记者 林月", alone in a line.
_LINE = re.compile(
    rf"[（(【]?(?:(?:采写|采访|撰文|文)\s?[/／:：丨|]\s?)?{_WHOSE}(?P<said>[{HAN}][{HAN}·、，,\s/／]{{1,50}})[）)】]?"
)
# "記者林月／台北報導", "娛樂中心／林月報導", "（港灣社記者林月台北24日電）": a place stands behind the names.
_FILED = re.compile(
    rf"(?:{_REPORTER}|[{HAN}]{{2,4}}(?:中心|組)\s?[／/])\s?(?P<names>(?:[{HAN}]{{2,4}}、){{0,3}})(?P<last>[{HAN}]{{2,4}}?)"
    rf"(?:\s?[／/╱]\s?[{HAN}]{{2,8}}(?:報導|報道|报道)|(?P<place>[{HAN}]{{2,4}})(?:\d{{1,2}}日專?[電电]|報導)|報導)"
)
_PLACES = re.compile(
    r"(?:臺?台?(?:北|中|南|東)|高雄|新北|桃園|新竹|基隆|花蓮|宜蘭|華盛頓|紐約|東京|北京|上海|香港|新加坡|倫敦|巴黎|柏林|首爾|日內瓦|布魯塞爾|洛杉磯|雪梨|曼谷)[縣市]?"
)
# "(북안=항구뉴스) 임달희 기자 =", and alone in the last line "[항구뉴스=임달희 기자] dalhee@…", "경제부 임달희 기자".
_KOREANS = r"(?P<said>[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ·,=]{1,40}?)\s?(?:(?:선임|인턴|객원|수습|전문)\s?)?(?:기자|특파원|통신원)"
_KOREAN_LINE = re.compile(rf"[(\[]?{_KOREANS}[)\]]?(?:\s+[\w.+-]+@[\w.-]+){{0,3}}")
_KOREAN_NAME = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길][가-힣]{1,2}(?<![부팀국사])|(?:남궁|황보|제갈|선우|독고)[가-힣]{1,2}"
)
_KOREAN = re.compile(rf"[(\[【][가-힣·]{{2,12}}=[가-힣A-Za-z0-9]{{2,10}}[)\]】]\s?{_KOREANS}\s?=")
# How given names end that are written in ideographs: what else stands in such brackets ends otherwise ("要予約", "人事異動").
_JAPANESE_NAME = rf"[{HAN}]{{2,4}}[子郎太介美一二樹司志人男雄夫代香奈彦之也哉平輔助史恵江枝里花菜希紀生正明弘博隆誠健浩修剛徹亮翔大悟望茂実進豊勝久和幸治典宏真優結愛央乃織穂海斗朗規道洋宗信義昭文聡哲敬学伸勉守聖航蓮歩直智元]"
# "…と話した。【林月子、周平子】", the last words of a Japanese text.
_JAPANESE = re.compile(rf"[。」]【(?P<said>{_JAPANESE_NAME}(?:、{_JAPANESE_NAME}){{0,5}})】\s*$")
_BETWEEN = re.compile(r"[、，,\s·=/／]+")
# Where names stand, and the names.
_Found = tuple[Span, tuple[str, ...]]
# Beside names in a line of its own: what was done, where from, and whose work the others' is.
_DONE = re.compile(rf"[{HAN}]{{0,6}}(?:报道|報導|综合|整理|整合|摄影|摄|讯|电|文|图|编辑|校对|审核|制图|实习生|记者|通讯员)")


def reporters(clues: Clues) -> Iterator[Witness]:
    """The reporters that a text names where it begins or ends, or a line beside it ("reporter")."""
    if clues.first < 0 or not clues.east_asian:
        return
    above = _below_headline(clues)
    below = range(clues.last + 1, min(clues.last + 1 + _BELOW, len(clues.page.blocks)))
    for index in dict.fromkeys((clues.first, clues.last, *range(above, clues.first), *below)):
        block = clues.page.blocks[index]
        within = clues.first <= index <= clues.last
        if (not within and block.end - block.start > _LONGEST) or not is_east_asian(clues.line(index)):
            continue
        found = _signed(clues.page.text, block.start, block.end) or _named(clues, index, within=within)
        if found is not None:
            span, names = found
            yield Witness("reporter", tuple(Author(name, "person") for name in names), span=span, raw=span.of(clues.page.text))


def _below_headline(clues: Clues) -> int:
    """The first block below the headline, or the one above the text where it is not printed."""
    if clues.headline_span is None:
        return max(0, clues.first - 1)
    under = clues.headline_span.end
    return next((i for i in range(max(0, clues.first - _LINES), clues.first) if clues.page.blocks[i].start >= under), clues.first)


def is_signature(line: str) -> bool:
    """Whether a line says who reported, and no more."""
    return is_east_asian(line) and _signed(line, 0, len(line)) is not None


def _signed(text: str, start: int, end: int) -> _Found | None:
    """The reporters that a line says, and no more."""
    if end - start > _LONGEST:
        return None
    if (line := _LINE.fullmatch(text, start, end)) and (names := _all_names(line["said"])):
        return Span(*line.span("said")), names
    if (korean := _KOREAN_LINE.fullmatch(text, start, end)) and (names := _koreans(korean["said"])):
        return _from_first(text, korean.span("said"), names), names
    opened, closed = text[start : start + 1] in "［（【[(", text[end - 1 : end] in "］）】])"
    filed = _FILED.fullmatch(text, start + opened, end - closed)
    return _filed(filed) if filed is not None else None


def _named(clues: Clues, index: int, *, within: bool) -> _Found | None:
    """The reporters that a block names at its beginning or its end."""
    text, block = clues.page.text, clues.page.blocks[index]
    zones = [(block.start, min(block.end, block.start + _NEAR))] if index == clues.first or not within else []
    if index == clues.last:
        zones.append((max(block.start, block.end - _NEAR), block.end))
    for start, end in zones:
        if (filed := _FILED.search(text, start, end)) and (said := _filed(filed)):
            return said
        for found in _IN_BRACKETS.finditer(text, start, end):
            if names := han_names(found["said"]):
                return Span(*found.span("said")), names
        if (korean := _KOREAN.search(text, start, end)) and (names := _koreans(korean["said"])):
            return _from_first(text, korean.span("said"), names), names
        if end == block.end and (japanese := _JAPANESE.search(text, start, end)):
            return Span(*japanese.span("said")), tuple(japanese["said"].split("、"))
    return None


def _all_names(said: str) -> tuple[str, ...]:
    """The names of a line that has nothing else; none for a sentence that begins as such a line does."""
    names = han_names(said)
    words = _BETWEEN.split(said)
    return names if names and all(word in names or is_han_name(word) or _DONE.fullmatch(word) for word in words) else ()


def _filed(found: re.Match[str]) -> _Found | None:
    """The names of a line that says where they reported from: the place goes from the last one where none stands apart."""
    last, place = found["last"], found["place"]
    if place is not None:
        run = last + place
        known = next((i for i in (2, 3, 4) if is_han_name(run[:i]) and _PLACES.fullmatch(run, i)), 0)
        last = run[: known or next((i for i in (3, 2) if is_han_name(run[:i]) and len(run) - i > 1), 0)]
    names = [name for name in found["names"].split("、") if name]
    if not is_han_name(last) or not all(map(is_han_name, names)):
        return None
    start = found.start("names") if names else found.start("last")
    return Span(start, found.start("last") + len(last)), (*names, last)


def _koreans(said: str) -> tuple[str, ...]:
    """The names among words that also say whose reporters they are; the last word is one."""
    words = [word for word in _BETWEEN.split(said) if word]
    names = tuple(word for word in words if _KOREAN_NAME.fullmatch(word))
    return names if names and words[-1] == names[-1] else ()


def _from_first(text: str, within: tuple[int, int], names: tuple[str, ...]) -> Span:
    """From the first name on."""
    return Span(text.index(names[0], *within), within[1])
