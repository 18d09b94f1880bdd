"""Questions and answers that close an article: the models take what unfolds at a click for furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from ....page.tags import HEADINGS
from .kept import text_of

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
            found += [i for i in range(index, end) if not keep[i]]
    return found


def _is_title(page: Page, index: int) -> bool:
    block = page.blocks[index]
    if block.tag not in HEADINGS or block.link or block.end - block.start > _LONGEST_TITLE:
        return False
    text = text_of(page, index)
    return _TITLE.search(text) is not None and not text.endswith(_ASKS)


def _end(page: Page, title: int) -> int:
    """The block behind the last answer, which is the title itself where less than two questions are answered."""
    blocks, answers = page.blocks, 0
    open_question, last = False, title - 1
    for index in range(title + 1, min(len(blocks), title + _MOST)):
        block = blocks[index]
        if block.end - block.start <= _LONGEST_QUESTION and text_of(page, index).rstrip().endswith(_ASKS):
            open_question = True
        elif block.tag in HEADINGS or (not open_question and not answers and index > title + _OPENING):
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


def _is_answer(block: Block) -> bool:
    return block.end - block.start >= _ANSWER and 2 * block.link < block.end - block.start


def _home(page: Page, block: Block) -> int:
    """The element around a block's own."""
    return page.elements[block.element].parent if block.element >= 0 else -1
