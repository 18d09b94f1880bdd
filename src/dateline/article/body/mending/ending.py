"""The article's last lines that are none of it: a heading with nothing below it, who helped, who wrote it, how to follow the outlet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....page.tags import HEADINGS
from .captions import are_names
from .closing import closes_page
from .colophon import closes
from .invitations import PLATFORMS
from .kept import little, text_of
from .told import is_told

if TYPE_CHECKING:
    from ....records import Page, Span

# Lines that may go at the end of an article, lines that stay of it, the code points of one that goes, and the share that all may be.
_MOST, _LEAST, _LONGEST, _PART = 8, 3, 450, 0.3
# Code points of a label above links, and its words: "We looked at the pier, and this is what we saw:" is a sentence.
_LABEL, _LABEL_WORDS = 60, 6
# A heading that has figures, or ends as a sentence or a quotation does, says something by itself.
_SAYS = re.compile(r"\d|[.!?…”»\"]\s*$")
# Authors of one article whose biographies follow it.
_AUTHORS = 2
_HELPED = re.compile(
    r"^\W*(?:with )?(?:additional )?(?:reporting|research|production|editing|photography|assistance)(?: and \w+)? (?:by|from) (?P<by>.{3,120})$"
    r"|^\W*(?P<who>.{3,120}?) (?:contributed to this (?:report|story|article|piece)|contributed reporting)\W*$",
    re.I,
)
# What stands between their names, "(Reporting by Jane Doe; editing by Tom Ashby)"; and what makes a sentence of it.
_HELPING = re.compile(
    r"\b(?:additional|reporting|writing|editing|research|translation|photography|writers?|reporters?|correspondents?|staff|also)\b",
    re.I,
)
_SENTENCE = re.compile(r"\d|\b(?:was|were|is|are|has|had|led|rose|fell|will|can)\b")
_CREDITS = re.compile(
    r"^\W*©|^\W*dpa[-:](?:infocom|afx|tmn|\d)|^\W*copyright.*\ball rights reserved\b|^\W*all rights reserved\W*$|^\W*(?:the )?(?:views|opinions) expressed\b.{0,80}\bown(?:\W*$|\.| and (?:do|not|should))",
    re.I,
)
# Whom the press may ask, and how.
_CONTACT = re.compile(
    r"^\W{0,3}(?:presse-?kontakte?|ansprechpartner(?:in)?(?: für (?:die )?(?:presse|medien))?|(?:adresse für )?rückfragen|kontakt für (?:presse|medien|journalist)\w*"
    r"|(?:media|press) (?:contacts?|inquiries|enquiries)|contacts? (?:presse|médias?)|contacto de prensa|contatti stampa|perscontact|presskontakt)\s?(?::|\n)"
    r"(?=.{0,300}?(?:\btel(?:efon|éfono)?[.:]|\w@\w|\+\d|\b0\d{2}))",
    re.I | re.S,
)
# What a label above links to other stories says.
_RELATED = re.compile(
    r"interest|interess|related|verwandt|\bread\b|\blesen\b|\blire\b|\bleia\b|\blees\b|\bleggi\b|\blea\b|\blue\b|weiterlesen|\bauch\b|zum thema|\bmore\b|\bmehr\b|\blinks?\b"
    r"|see also|sehen sie|articles?\b|artikel|artículos|articoli",
    re.I,
)
_PLACES = f"(?:{PLATFORMS})"
_FOLLOW = re.compile(
    rf"^\W*follow (?:us|our\b.{{0,40}}|@\w+|(?-i:(?:[Tt]he )?[A-Z][\w.]+(?: [A-Z&][\w.]*)*))\s.{{0,40}}?\bon {_PLACES}\b|^\W*(?:like|join|find) us\s(?:also |too )?.{{0,12}}?\bon {_PLACES}\b"
    rf"|^\W*folgst du (?:uns|schon) .{{0,40}}\bauf {_PLACES}\b"
    rf"|\bikuti\b.{{0,40}}\b{_PLACES} channel\b"
    r"|^\W*get in touch with (?:us|our (?:news|team|desk|reporters))|^\W*get in touch\b.*@|^\W*for more stories like this\b"
    r"|^\W*click here (?:to|for) (?:subscribe|sign|read|more|join|(?:get|download) (?:our|the .{0,40}\bapp))\b|^\W*you (?:might|may) also like\s?(?::|\W*$)"
    r"|^\W*download our\b.{0,40}\bapp\b|^\W*join our (?:mailing|community)"
    r"|^\W*(?:contact|e-?mail) (?:the (?:author|reporter|writer|editor|desk|newsroom)|us)\b.{0,80}@"
    r"|\bbookmark\b.{0,120}\bsign up\b|^\W*mehr (?:artikel|über|zu)\b.{0,80}\b(?:lesen|finden)\b.{0,20}\bhier\W*$",
    re.I,
)
# Who wrote the article: a name and a calling. (Professors and directors are in articles as well: see `after_the_end`.)
_WROTE = re.compile(
    r"^((?:[^\W\d_a-z][\w.'’-]+ ){2,4})(?:(?:is|are) (?:(?:an?|the|our|co-?\w+|senior|chief)\b[^,;]{0,80}?\b|)(?:author|editor|writer|reporter|columnist|journalist|correspondent|professor"
    r"|fellow|researcher|co-?founder|founder|CEO|director|expert|contributor|analyst)"
    r"|covers .{3,60} for (?:[Tt]he )?[A-Z]\w+"
    r"|(?:ist|arbeitet als) (?:[\w-]+ ){0,3}?[\w-]*(?:[Aa]utor|[Rr]edakteur|[Kk]orrespondent|[Jj]ournalist|[Rr]eporter|[Kk]olumnist|[Pp]rofessor)(?:in)?"
    r"|est (?:[\w-]+ ){0,2}?(?:auteure?|journaliste|chroniqueu(?:r|se)|correspondante?|professeure?)"
    r"|es (?:[\w-]+ ){0,2}?(?:autora?|periodista|columnista|corresponsal|profesora?|escritora?))\b"
)


def after_the_end(page: Page, kept: list[int], headline: Span | None) -> list[int]:
    """The last kept blocks, as far as they are none of the article.

    A person whom the article or its headline names is in the story; one who is named above and below it alone wrote it.
    """
    headings = sum(page.blocks[i].tag in HEADINGS for i in kept)
    title = headline.of(page.text) if headline else ""
    found: list[int] = []
    authors = 0
    for at in range(len(kept) - 1, _LEAST - 1, -1):
        text = text_of(page, kept[at])
        if page.blocks[kept[at]].tag in HEADINGS:
            # Of a page that is headings and pictures the last heading has its picture below it; a list may be set in headings, and last words.
            if 2 * headings >= len(kept) or page.blocks[kept[at - 1]].tag in HEADINGS or _SAYS.search(text):
                break
        elif (name := author_of(text)) is not None:
            authors += 1
            if authors > _AUTHORS:
                return []
            surname = name.split()[-1]
            above = page.text.find(name, 0, page.blocks[kept[0]].start) >= 0
            if not above or surname in title or any(surname in text_of(page, i) for i in kept[:at]):
                break
        elif not (is_after_the_end(text) or _stands_above_links(page, kept[at])):
            break
        found.append(kept[at])
        if len(found) == _MOST:
            break
    return little(page, found, kept, _PART)


def _stands_above_links(page: Page, index: int) -> bool:
    """Whether a line with a colon is a label of links below it that are none of the article."""
    block = page.blocks[index]
    if block.end - block.start > _LABEL or index + 1 == len(page.blocks):
        return False
    label = text_of(page, index)
    if not label.endswith((":", "：")) or len(label.split()) > _LABEL_WORDS or not _RELATED.search(label):
        return False
    below = page.blocks[index + 1]
    return 2 * below.link > below.end - below.start


def is_after_the_end(text: str) -> bool:
    """Whether the last line of an article says who helped with it, or how to follow the outlet."""
    if closes_page(text):
        return True
    if len(text) > _LONGEST:
        return False
    if (helped := _HELPED.search(text)) is not None:
        names = helped["by"] or helped["who"]
        return not _SENTENCE.search(names) and are_names(_HELPING.sub("", names))
    if _CONTACT.match(text):
        return True
    return _CREDITS.search(text) is not None or closes(text) or (_FOLLOW.search(text) is not None and not is_told(text.lower()))


def author_of(text: str) -> str | None:
    """The name that a line begins with which says what a person writes or works as."""
    match = _WROTE.match(text) if len(text) <= _LONGEST else None
    return match[1].strip() if match else None
