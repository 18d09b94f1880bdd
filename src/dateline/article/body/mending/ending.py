"""Where the article ends: headings with nothing below them, who helped, who wrote it, how to follow the outlet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kept import text_of

if TYPE_CHECKING:
    from ....records import Page

# Lines that may go at the end of an article, lines that stay of it, and the code points of one that goes.
_MOST, _LEAST, _LONGEST = 8, 3, 450
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HELPED = re.compile(
    r"^\W*(?:additional )?(?:reporting|research|production|editing|photography|with assistance)(?: and \w+)? (?:by|from)\b"
    r"|\bcontributed to this (?:report|story|article|piece)\b|\bdpa:\d{6}|^\W*©|\ball rights reserved\b",
    re.I,
)
_FOLLOW = re.compile(
    r"^\W*(?:follow|like|join|find)\s.{0,60}\bon (?:twitter|facebook|instagram|x|tiktok|linkedin|youtube|telegram|whatsapp)\b"
    r"|^\W*(?:get in touch|for more stories like this|click here|you (?:might|may) also like|download (?:the|our)|join our)\b"
    r"|^\W*(?:contact|e-?mail)\s.{0,80}@|\bbookmark\b.{0,120}\bsign up\b|^\W*mehr (?:artikel|über)\b.{0,80}\bhier",
    re.I,
)
_NAME = r"^(?:[^\W\d_a-z][\w.'’-]+ ){2,4}"
_WROTE = re.compile(
    _NAME
    + r"(?:is (?:an? |the |our |co-?)?.{0,80}?\b(?:author|editor|writer|reporter|columnist|journalist|correspondent|professor|fellow|researcher|co-?founder"
    r"|founder|CEO|director|expert|contributor|analyst)"
    r"|(?:ist|arbeitet als) .{0,80}?\b(?:Autor|Redakteur|Korrespondent|Journalist|Reporter|Kolumnist|Professor)(?:in)?"
    r"|est .{0,80}?\b(?:auteure?|journaliste|chroniqueu(?:r|se)|correspondante?|professeure?)"
    r"|es .{0,80}?\b(?:autora?|periodista|columnista|corresponsal|profesora?|escritora?))\b"
)


def after_the_end(page: Page, kept: list[int]) -> list[int]:
    """The last kept blocks, as far as they are none of the article."""
    headings = sum(page.blocks[i].tag in _HEADINGS for i in kept)
    # Of a page that is headings and pictures the last heading has its picture below it.
    dangling = _HEADINGS if 2 * headings < len(kept) else ()
    found: list[int] = []
    for i in kept[: _LEAST - 1 : -1][:_MOST]:
        if page.blocks[i].tag not in dangling and not is_after_the_end(text_of(page, i)):
            break
        found.append(i)
    return found


def is_after_the_end(text: str) -> bool:
    """Whether the last line of an article says who helped with it or who wrote it, or how to follow the outlet."""
    return len(text) <= _LONGEST and any(pattern.search(text) for pattern in (_HELPED, _FOLLOW, _WROTE))
