"""What stands below a line that ends the article: a count of its comments with comments below it, a heading above a biography."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....page.tags import HEADINGS
from ...comments.words import clean_name, is_buttons, is_closed, is_count, is_titled_label, says_name
from .kept import size_of, text_of
from .told import is_told

if TYPE_CHECKING:
    from ....records import Page, Span

# Code points of a line that counts comments, of a heading above a biography, and of the least that stands above either.
_LONGEST_COUNT, _LONGEST_ABOUT, _OPENED = 240, 60, 300
# The share of the text that stands above a count, and above a biography, at least.
_ABOVE_COUNT, _ABOVE_BIOGRAPHY = 1 / 3, 2 / 3
# Comments show by so many of the lines below their count that give a time or a button, among so many.
_SIGNS, _LOOKED_AT, _LONGEST_SIGN = 2, 12, 60
_ABOUT = re.compile(
    r"\W*(?:(?:more )?about the (?:authors?|writers?|reporters?|contributors?)|meet the authors?|author(?:['’]s)? bio(?:graphy)?"
    r"|(?:über|zu|zum|zur) (?:(?:den|die|der) )?autor(?:in|en|innen)?|[àa] propos (?:de l['’](?:auteure?|autrice)|des auteurs)"
    r"|(?:sobre|acerca de) (?:el autor|la autora|los autores|o autor|a autora|os autores)|acerca del autor|(?:informazioni )?sull['’]aut(?:ore|rice)"
    r"|over de auteurs?|om (?:författaren|forfatteren|artikkelforfatteren|artikelforfatteren)|об автор(?:е|ах)|про автор[аів]+|o autor(?:ze|ce)|yazar hakkında"
    r"|作者简介|作者介紹|关于作者|この記事を書いた人|著者について|著者プロフィール|저자 소개|عن الكاتبة?|درباره نویسنده)\W*",
    re.I,
)
# A name and a time: "Jane Doe 3 hours ago", "le 22/11/2024 à 09:47", "vor 3 Stunden".
_TIME = re.compile(
    r"\b\d+\+? (?:second|minute|hour|day|week|month|year)s? ago\b|\b(?:vor|il y a|hace|há|fa) (?:\d+|eine[mr]?|une?|una?|uma?) \w+|\b\d+ \w+ (?:geleden|sedan|siden|temu|önce|назад|тому|fa)\b"
    r"|\d ?(?:分钟|小时|天|時間|分|日|個月|个月)前|(?:\d[./-]\d{1,2}[./-]\d{2,4}\b.{0,12}?|\b\d{4},? |\b(?:at|um|à|kl\.?|às|a las|alle|om) )\b(?:[0-2]?\d[:.][0-5]\d|[0-2]?\dh[0-5]\d)\b",
    re.I,
)
_ANSWER = re.compile(
    r"repl|antwort|répon|respon|rispond|beantwoord|reage|ответ|yanıtla|cevapla|svar|odpow|返信|回复|回復|답글|پاسخ|\bرد\b", re.I
)
_WORD, _STOPS = re.compile(r"\w+"), (".", "!", "?", "…", ":", "。")
# A biography begins with a name.
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w'’-]*")


def below_the_end(page: Page, kept: list[int], headline: Span | None) -> list[int]:
    """The kept blocks below a line that ends the article: a count of its comments, or a heading above its author's biography."""
    whole, above, before = size_of(page, kept), 0, 0
    for at, index in enumerate(kept):
        if above >= _OPENED:
            for i in range(before + 1, index + 1):
                if (above >= _ABOVE_COUNT * whole and _counts(page, i, headline)) or (
                    above >= _ABOVE_BIOGRAPHY * whole and _tells_of_author(page, i, kept, at)
                ):
                    return kept[at:]
        above += size_of(page, (index,))
        before = index
    return []


def heads_biography(line: str) -> bool:
    """Whether a line stands above what is said of the author: "About the author"."""
    return len(line) <= _LONGEST_ABOUT and _ABOUT.fullmatch(line) is not None


def _counts(page: Page, index: int, headline: Span | None) -> bool:
    """Whether a line counts comments that follow it; the cards of other stories, and videos, have counts as well."""
    line = _short(page, index, _LONGEST_COUNT)
    if line is None:
        return False
    return _names(line, page, headline) or (is_count(line) and _are_comments(page, index + 1))


def _names(label: str, page: Page, headline: Span | None) -> bool:
    """Whether a label counts the comments on the headline: "3 responses to “Ferry aground”"."""
    if headline is None or not is_titled_label(label):
        return False
    title = _WORD.findall(headline.of(page.text).casefold())
    return len(title) > 0 and _WORD.findall(label.casefold())[-len(title) :] == title


def _are_comments(page: Page, start: int) -> bool:
    """Whether names, times and buttons of comments stand in the next lines. A time alone is a live blog's too: a name stands before a
    comment's, in its line or in the line above.
    """
    names = buttons = times = 0
    may_name = False
    for i in range(start, min(start + _LOOKED_AT, len(page.blocks))):
        line = _short(page, i, _LONGEST_SIGN) or ""
        if is_count(line):
            return False
        if is_closed(line) and not is_told(line.lower()):
            return True
        if (time := _TIME.search(line)) is not None:
            names, times, may_name = names + (may_name or bool(line[: time.start()].strip())), times + 1, False
        elif says_name(line):
            names, times = names + 1, times + 1
        elif is_buttons(line) and _ANSWER.search(line) is not None:
            buttons += 1
        else:
            may_name = clean_name(line) is not None and not line.endswith(_STOPS)
    return times + buttons >= _SIGNS and (names > 0 or min(times, buttons) > 0)


def _tells_of_author(page: Page, index: int, kept: list[int], at: int) -> bool:
    """Whether a line heads the biography of the article's author: the author of a book under review is named above, and the review goes on."""
    if (line := _short(page, index, _LONGEST_ABOUT)) is None or not heads_biography(line):
        return False
    below = [i for i in kept[at:] if i != index]
    if any(page.blocks[i].tag in HEADINGS for i in below):
        return False
    name = _NAME.match(text_of(page, below[0])) if below else None
    return name is not None and not any(name[0].split()[-1] in text_of(page, i) for i in kept[:at])


def _short(page: Page, index: int, longest: int) -> str | None:
    """The words of a block, unless they are many."""
    block = page.blocks[index]
    return text_of(page, index) if block.end - block.start <= longest else None
