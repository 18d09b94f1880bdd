"""Notices that a site shows with every page: consent to cookies, and what may be done with its texts.

They are prose, so a model that knows no words takes them for paragraphs where the markup does not tell. A notice speaks of the reader
and of the house; reports on cookies and copyright do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import consent, rights
from .kept import text_of

if TYPE_CHECKING:
    from ....records import Page

# Code points of a notice.
_LONGEST = 1_200
# One of these is in every notice, in lower case: most pages have none of them.
_TELLING = (*consent.TELLING, *rights.TELLING)


def notices(page: Page, kept: list[int]) -> list[int]:
    """The blocks that are notices; none where all are, since then the page is one."""
    if not kept or not _may_notify(page.text[page.blocks[kept[0]].start : page.blocks[kept[-1]].end]):
        return []
    found = [i for i in kept if is_notice(text_of(page, i))]
    return found if len(found) < len(kept) else []


def is_notice(text: str) -> bool:
    """Whether a line asks for consent to cookies, or says what the texts of a site may be used for."""
    return len(text) <= _LONGEST and _may_notify(text) and (rights.reserves_rights(text) or consent.asks_for_consent(text))


def _may_notify(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _TELLING)
