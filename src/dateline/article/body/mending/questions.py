"""Questions and answers that close an article: the models take what unfolds at a click for furniture."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from ....page.tags import HEADINGS
from ...elsewhere import around
from .house_lines import is_of_the_house
from .kept import text_of
from .notices import is_notice

if TYPE_CHECKING:
    from ....records import Block, Page
    from .kept import Keep

_TITLE = re.compile(
    r"\bFAQ(?:['’]?s)?\b|frequently asked|häufig(?:e|ste)?n? (?:gestellte )?fragen|questions fréquentes|foire aux questions|preguntas frecuentes"
    r"|domande frequenti|perguntas frequentes|veelgestelde vragen|vanliga frågor|ofte stil(?:te|lede) spørgsmål|ofte stilte spørsmål|usein kysyt"
    r"|(?:często|najczęściej) zadawane pytania|часто задаваемые вопросы|поширені запитання|s[ıi]k(?:ça)? sorulan sorular|よくある(?:ご)?質問|常见问题|常見問題"
    r"|자주 묻는 질문|الأسئلة الشائعة|سوالات متداول",
    re.I,
)
_ASKS = ("?", "？", "؟")
# Code points of the title and of a question at most, and of an answer at least.
_LONGEST_TITLE, _LONGEST_QUESTION, _ANSWER = 90, 200, 30
# Lines that are kept above, how far behind the last of them the title stands, and lines of the whole that are looked at.
_ABOVE, _BEHIND, _MOST = 3, 20, 120
# Lines between the title and the first question, and answered questions that make it one.
_OPENING, _ANSWERED = 3, 2
# Lines of an answer, and between it and the next question.
_BETWEEN = 12
# What a house answers of itself, and where: subscriptions, accounts, comments.
_OF_THE_HOUSE = re.compile(
    r"subscri|abonn|\babos?\b|\bcancel my\b|kündig|\blog ?in\b|passwor|can i comment|did you like|want more|already a |newsletter|suscri|iscri(?:ver|zion)",
    re.I,
)
_ELSEWHERE = frozenset(("aside", "footer", "nav", "dialog"))
_OFFERS = re.compile(r"subscri(?:be|ption)|paywall|footer|sidebar|\babo-")
_SHOWN, _CLIMB = 300, 6
# Further paragraphs of the last answer.
_PARAGRAPHS = 3


def asked(page: Page, keep: Keep) -> list[int]:
    """The blocks of questions and answers below a title that says so, in the article or right behind it."""
    kept = np.flatnonzero(keep)
    if len(kept) < _ABOVE:
        return []
    found: list[int] = []
    for index in range(int(kept[_ABOVE - 1]) + 1, min(len(page.blocks), int(kept[-1]) + _BEHIND)):
        if _is_title(page, index):
            end = _end(page, index)
            found += [i for i in range(index, end) if not keep[i] and not _is_furniture(page, i)]
    return found


def _is_title(page: Page, index: int) -> bool:
    block = page.blocks[index]
    if block.tag not in HEADINGS or block.link or block.end - block.start > _LONGEST_TITLE:
        return False
    text = text_of(page, index)
    if _TITLE.search(text) is None or text.endswith(_ASKS) or _OF_THE_HOUSE.search(text):
        return False
    return not any(
        each.tag in _ELSEWHERE or _OFFERS.search(each.label[:_SHOWN])
        for _, each in islice(around(page.elements, block.element), _CLIMB)
    )


def _is_furniture(page: Page, index: int) -> bool:
    """Whether a line among questions and answers is none of either: a link, or of the house."""
    block, text = page.blocks[index], text_of(page, index)
    return 2 * block.link > block.end - block.start or is_of_the_house(text) or is_notice(text)


def _end(page: Page, title: int) -> int:
    """The block behind the last answer, which is the title itself where less than two questions are answered."""
    blocks, answers = page.blocks, 0
    open_question, last = False, title - 1
    for index in range(title + 1, min(len(blocks), title + _MOST)):
        block = blocks[index]
        if _is_question(page, index):
            if _OF_THE_HOUSE.search(page.text, block.start, block.end):
                return title if answers < _ANSWERED else last + 1
            open_question = True
        elif block.tag in HEADINGS or index > max(last, title) + (_BETWEEN if answers else _OPENING) + open_question:
            break
        elif open_question and _is_answer(block):
            open_question, last = False, index
            answers += 1
    if answers < _ANSWERED:
        return title
    home, end = _home(page, blocks[last]), last + 1
    while end < min(len(blocks), last + 1 + _PARAGRAPHS) and _home(page, blocks[end]) == home and blocks[end].tag not in HEADINGS:
        end += 1
    return end


def _is_question(page: Page, index: int) -> bool:
    block = page.blocks[index]
    size = block.end - block.start
    return size <= _LONGEST_QUESTION and 2 * block.link <= size and text_of(page, index).rstrip().endswith(_ASKS)


def _is_answer(block: Block) -> bool:
    return block.end - block.start >= _ANSWER and 2 * block.link < block.end - block.start


def _home(page: Page, block: Block) -> int:
    """The element around a block's own."""
    return page.elements[block.element].parent if block.element >= 0 else -1
