"""Where the article ends: a heading with nothing below it, who helped, who wrote it, how to follow the outlet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .captions import are_names
from .kept import little, text_of

if TYPE_CHECKING:
    from ....records import Page

# Lines that may go at the end of an article, lines that stay of it, the code points of one that goes, and the share that all may be.
_MOST, _LEAST, _LONGEST, _PART = 8, 3, 450, 0.3
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Authors of one article whose biographies follow it.
_AUTHORS = 2
_HELPED = re.compile(
    r"^\W*(?:with )?(?:additional )?(?:reporting|research|production|editing|photography|assistance)(?: and \w+)? (?:by|from) (.{3,120})$",
    re.I,
)
# What stands between their names: "(Reporting by Jane Doe; editing by Tom Ashby)".
_HELPING = re.compile(r"\b(?:additional|reporting|writing|editing|research|translation|photography)\b", re.I)
_CREDITS = re.compile(
    r"\bcontributed to this (?:report|story|article|piece)\W*$|\bcontributed reporting\W*$|\bdpa:\d{6}|^\W*©|^\W*(?:copyright|©).*\ball rights reserved\b"
    r"|^\W*all rights reserved\W*$|^责任编辑",
    re.I,
)
_FOLLOW = re.compile(
    r"^\W*follow\s.{0,60}\bon (?:twitter|facebook|instagram|x|tiktok|linkedin|youtube|telegram|whatsapp)\b"
    r"|^\W*(?:like|join|find) us\s.{0,60}\bon (?:twitter|facebook|instagram|x|tiktok|linkedin|youtube|telegram|whatsapp)\b"
    r"|^\W*get in touch\b.*(?:@|e-?mail|\bour\b|\bus\b)|^\W*for more stories like this\b|^\W*click here (?:to|for)\b|^\W*you (?:might|may) also like\b"
    r"|^\W*download (?:the|our)\b.{0,40}\bapp\b|^\W*join our (?:newsletter|mailing|community|whatsapp|telegram|channel|facebook)"
    r"|^\W*(?:contact|e-?mail) (?:the (?:author|reporter|writer|editor|desk|newsroom)|us|him|her|them)\b.{0,80}@"
    r"|\bbookmark\b.{0,120}\bsign up\b|^\W*mehr (?:artikel|über|zu)\b.{0,80}\bhier\W*$",
    re.I,
)
# Who wrote the article: a name and a calling. (Professors and directors are in articles as well: see `after_the_end`.)
_WROTE = re.compile(
    r"^((?:[^\W\d_a-z][\w.'’-]+ ){2,4})(?:(?:is|are) (?:(?:an?|the|our|co-?\w+)\b[^,;]{0,80}?\b|)(?:author|editor|writer|reporter|columnist|journalist|correspondent|professor"
    r"|fellow|researcher|co-?founder|founder|CEO|director|expert|contributor|analyst)"
    r"|covers .{3,40} for"
    r"|(?:ist|arbeitet als) (?:[\w-]+ ){0,3}?[\w-]*(?:[Aa]utor|[Rr]edakteur|[Kk]orrespondent|[Jj]ournalist|[Rr]eporter|[Kk]olumnist|[Pp]rofessor)(?:in)?"
    r"|est (?:[\w-]+ ){0,2}?(?:auteure?|journaliste|chroniqueu(?:r|se)|correspondante?|professeure?)"
    r"|es (?:[\w-]+ ){0,2}?(?:autora?|periodista|columnista|corresponsal|profesora?|escritora?))\b"
)


def after_the_end(page: Page, kept: list[int]) -> list[int]:
    """The last kept blocks, as far as they are none of the article.

    A person whom the article names is in the story; one who is named above and below it alone wrote it.
    """
    headings = sum(page.blocks[i].tag in _HEADINGS for i in kept)
    found: list[int] = []
    authors = 0
    for at in range(len(kept) - 1, _LEAST - 1, -1):
        text = text_of(page, kept[at])
        if page.blocks[kept[at]].tag in _HEADINGS:
            # Of a page that is headings and pictures the last heading has its picture below it; and a list may be set in headings.
            if 2 * headings >= len(kept) or page.blocks[kept[at - 1]].tag in _HEADINGS:
                break
        elif (name := author_of(text)) is not None:
            authors += 1
            if authors > _AUTHORS:
                return []
            if page.text.find(name, 0, page.blocks[kept[0]].start) < 0 or any(name in text_of(page, i) for i in kept[:at]):
                break
        elif not is_after_the_end(text):
            break
        found.append(kept[at])
        if len(found) == _MOST:
            break
    return little(page, found, kept, _PART)


def is_after_the_end(text: str) -> bool:
    """Whether the last line of an article says who helped with it, or how to follow the outlet."""
    if len(text) > _LONGEST:
        return False
    helped = _HELPED.search(text)
    return (
        (helped is not None and are_names(_HELPING.sub("", helped[1])))
        or _CREDITS.search(text) is not None
        or _FOLLOW.search(text) is not None
    )


def author_of(text: str) -> str | None:
    """The name that a line begins with which says what a person writes or works as."""
    match = _WROTE.match(text) if len(text) <= _LONGEST else None
    return match[1].strip() if match else None
