"""Lines of the house within an article: "Read also: …", "Sign up for our newsletter", "External content is blocked", captions.

They stand among its paragraphs in the same markup, and in text with nothing to tell them from paragraphs but their words. The phrases
are our own list of what newsrooms write. What only may be of the house is left to the models.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....page.tags import HEADINGS
from .captions import is_caption
from .colophon import is_colophon
from .invitations import invites
from .kept import phrases, size_of, text_of
from .leads import leads_on, points_on
from .leftovers import is_diagnostic, is_leftover
from .prompts import is_prompt
from .told import is_told
from .withheld import withholds

if TYPE_CHECKING:
    from ....records import Page

_ADVERTISING = frozenset(
    phrases("""advertisement|anzeige|werbung|publicité|publicidad|pubblicità|reklame|annons|реклама|広告|广告|このニュースをシェア|この記事をシェア|إعلان|विज्ञापन|story continues below advertisement
    |article continues below|article continues below this ad|article continues after advertisement|advertisement - scroll to continue|annonse|publicidade
    |continua depois da publicidade|artikeln fortsätter efter annonsen|weiterlesen nach der anzeige|la suite après cette publicité|continua após a publicidade|la suite après la publicité|continúa leyendo después del anuncio|tekst loopt door onder de advertentie
    |lees verder onder de advertentie|artikeln fortsätter under annonsen|saken fortsetter under annonsen|artiklen fortsætter efter annoncen|článek pokračuje pod reklamou|scroll down to continue reading
    |dalsza część tekstu pod reklamą|dalsza część tekstu pod wideo|dalszy ciąg materiału pod wideo|dalsza część artykułu pod wideo|dalsza część artykułu pod materiałem wideo|dalsza część tekstu pod materiałem wideo|articolul continuă după reclamă|juttu jatkuu mainoksen jälkeen|artikkelen fortsetter under bildet|scroll to continue with content|listen to this article|artikel hören|広告の後に続きます""")
)
# Code points of a line of the house. A link fills so much of one that leads elsewhere. Different lines are less than this share of what is
# kept.
_LONGEST, _LINKED, _PART = 400, 0.5, 0.4
_TITLE = 4  # spaces in a title at least
# Entries of a menu that is set in one line, and the code points of one.
_ENTRIES, _ENTRY = 4, 25
_FIGURE = re.compile(r"\d")
_OPENING = re.compile(r"^[^\w¿]+")


def house_lines(page: Page, kept: list[int]) -> list[int]:
    """The blocks that are lines of the house by their words, and a server's diagnostics, however much they are."""
    found: dict[int, str] = {}
    told = [i for i in kept if is_diagnostic(text_of(page, i))]
    kept = [i for i in kept if i not in told]
    for i in kept:
        block, text = page.blocks[i], text_of(page, i)
        linked = block.link >= _LINKED * (block.end - block.start)
        # A heading may name an agency.
        shouted = linked and block.tag == "p" and text.isupper() and text.count(" ") >= _TITLE  # another story's title
        if (
            shouted
            or is_of_the_house(text, linked=linked)
            or (block.tag not in HEADINGS and is_caption(text))
            or _is_menu(page, i)
        ):
            found[i] = text
    return told + (list(found) if sum(map(len, set(found.values()))) < _PART * size_of(page, kept) else [])


def is_of_the_house(text: str, *, linked: bool = False) -> bool:
    """Whether a line leads to another story, invites, advertises or tells that something is not shown. `linked` tells that most of it is
    a link.
    """
    if is_colophon(text) or is_prompt(text) or is_leftover(text):
        return True
    if len(text) > _LONGEST:
        return False
    if points_on(text, linked=linked):
        return True
    text = _OPENING.sub("", text)
    line = text.lower()
    if line.rstrip(" .:—–-)]") in _ADVERTISING or leads_on(text, linked=linked):
        return True
    return (invites(text, line) or withholds(text, line)) and not is_told(line)


def _is_menu(page: Page, index: int) -> bool:
    """Whether a line is short words between bars. A row of a table has figures, bars around it, or other rows beside it; what a colon
    announces is no menu either.
    """
    line = text_of(page, index)
    parts = line.split("|")
    if len(parts) < _ENTRIES or not 0 < min(map(len, parts)) <= max(map(len, parts)) <= _ENTRY or _FIGURE.search(line):
        return False
    beside = [text_of(page, i) for i in (index - 1, index + 1) if 0 <= i < len(page.blocks)]
    return not any(other.count("|") == len(parts) - 1 for other in beside) and not (index and beside[0].endswith(":"))
