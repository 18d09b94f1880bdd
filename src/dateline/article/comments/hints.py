"""What names of classes and ids say of readers' comments: regions, items, forms, and the parts of an item.

Names are cut into words ("wc-comment_level-2" → wc, comment, level); the word that speaks of comments and what stands around it
tell an item ("comment-829") from a list ("commentlist"), a form ("comment-form") or a mere state ("comments-open").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What an element may be to a comment section.
ITEM, REGION, FORM, WIDGET = 1, 2, 4, 8
# What an element may be to one item.
AUTHOR, NAMED, TIME, TEXT, MAYBE_TEXT, NOISE = 1, 2, 4, 8, 16, 32

# A longer label is hostile; its first names have said what it is.
_SHOWN = 400
# One of these stands in every label that says anything of comments.
STEMS = ("omment", "oment", "disqus", "leser", "reactie", "yorum", "комментари", "nazarat", "respond")
# comment, comments, commentaire, comentario, commenti, kommentar, komentarz, but neither commentary nor commentators.
_STEM = re.compile(
    r"commentaires?|commenti|commento|comments?(?!ary|aries|ator)|kommentare[nr]?|kommentars?|kommentit|komentarze?|komentar[ei]?"
    r"|comentarios?|comentários?|disqus|leserbriefe?|leserpost|reacties?|yorum(?:lar)?|комментари[ий]|nazarat"
)
_SINGULAR = _set("""comment kommentar commentaire comentario commento komentar komentarz leserbrief reactie yorum комментарий""")
_DIGITS = re.compile(r"\d+")
_PART = re.compile(r"[^\W\d_]+")

# Words beside the telling one. States of a page, counters and links say nothing of where comments are.
_STATES = _set("""no not has have open opened closed close count counts counter number num total link links icon btn button toggle show
    hide hidden enabled disabled allowed off on with without jump go anchor bubble badge notice policy rules guidelines
    label tone category cat tag type template theme format channel topic genre kicker pillar page opinion author avatar vote
    votes like likes meta ico fa far fas picture toolbar live match""")
_WIDGETS = _set("""recent latest newest popular last top most aktuelle neueste letzte derniers ultimos ultimi""")
_FORMS = _set(
    """form formular formulaire respond reply editor add write leave submit input login compose new notes note textarea"""
)
_LISTS = _set("""list listing lists section area thread threads feed items module modul holder main tab stream embed app root widget
    plugin column component zone""")
_PARTS_OF_ITEMS = _set("""text texte body content copy message author name user date time header head footer foot info actions action tools
    controls title rating subject avatar bottom left right wrap inner image img photo""")
_ONES = _set("item entry")
_BOXES = _set("item box block entry row container wrap wrapper con post single node line card")

_DIALOG = re.compile(r"\b(?:modal|dialog|popup)\b")
_EXACT = {"respond": FORM, "itemprop=comment": ITEM, "itemprop=comments": ITEM}


class Said(NamedTuple):
    """What a label says of comments: a mask of ITEM, REGION, FORM, WIDGET; for items the name that says so, and whether numbered."""

    mask: int
    look: str
    numbered: bool


_NOTHING = Said(mask=0, look="", numbered=False)


@lru_cache(maxsize=50_000)
def said_of_comments(label: str) -> Said:
    """What an element's label says of readers' comments."""
    shown = label[:_SHOWN]
    if "respond" not in shown and not _STEM.search(shown):
        return _NOTHING
    mask, look, numbered = 0, "", False
    for name in shown.split():
        kind = _EXACT[name] if name in _EXACT else 0 if "=" in name else _kind(name)
        mask |= kind
        if kind == ITEM:
            look = look or _DIGITS.sub("", name).strip("-_")
            numbered = numbered or name[-1].isdigit() or name in _EXACT
    if mask & REGION and not numbered:
        mask &= ~ITEM  # <section class="comments comment-wrapper">
    elif mask & ITEM:
        # <li class="comment comment-reply">; and <div class="modal-content comment">, where the page asks or tells something of one.
        mask = FORM if _DIALOG.search(shown) else ITEM
    return Said(mask, look, numbered) if mask else _NOTHING


def _kind(name: str) -> int:
    """What one class or id says."""
    words = _PART.findall(name)
    at, found = next(((i, m) for i, word in enumerate(words) if (m := _STEM.search(word))), (0, None))
    if found is None:
        return 0
    beside = {*words[:at], *words[at + 1 :], words[at][found.end() :], words[at][: found.start()]} - {""}
    single = found[0] in _SINGULAR
    if beside & _WIDGETS and not single:
        return WIDGET
    if beside & _STATES:
        return 0
    if beside & _FORMS:
        return FORM
    if beside & _LISTS or not (single or beside & _ONES):
        return REGION
    glued = words[at][found.end() :]
    if _PARTS_OF_ITEMS.intersection((glued, *words[at + 1 :])):
        return 0
    return ITEM if not glued or glued in _BOXES else 0


# Words of names of an item's parts.
_AUTHOR_WORDS = _set("""author fn vcard user username nick nickname name commenter poster autor auteur autore verfasser member screenname
    displayname commentauthor commentername authorname username writer creator memberinfo postername""")
_NAME_WORDS = _set("fn username nick nickname name displayname screenname commentername authorname postername")
_TIME_WORDS = _set("""date time datetime timestamp datum published ago posted fecha uhrzeit commentmetadata dateline postdate commentdate
    created commenttime posttime when""")
_TEXT_WORDS = _set("""text texte commenttext commentcontent messagetext postcontent message posttext commentmessage copy prose postbody
    messagebody bbwrapper postmsg msgtext description richtext""")
_BODY_WORDS = _set("body content commentbody messagecontent entry inner")
_NOISE_WORDS = _set("""reply replies report vote votes voting like likes share flag actions action controls tools toolbar permalink buttons
    button btn badge avatar signature edit moderation rating rate score karma reactions menu dropdown rank reputation
    userextras""")


@lru_cache(maxsize=50_000)
def said_of_parts(tag: str, label: str) -> int:
    """What an element inside an item may be: a mask of AUTHOR, NAMED (a name alone), TIME, TEXT, MAYBE_TEXT, NOISE."""
    mask = TIME if tag == "time" else AUTHOR if tag == "cite" else 0
    for name in label[:_SHOWN].split():
        words = _PART.findall(name)
        if not _AUTHOR_WORDS.isdisjoint(words):
            mask |= AUTHOR if _NAME_WORDS.isdisjoint(words) else AUTHOR | NAMED
        if not _TIME_WORDS.isdisjoint(words):
            mask |= TIME
        if words and words[-1] in _TEXT_WORDS:
            mask |= TEXT
        elif words and words[-1] in _BODY_WORDS:
            mask |= MAYBE_TEXT
        elif not _NOISE_WORDS.isdisjoint(words):
            mask |= NOISE
    return mask
