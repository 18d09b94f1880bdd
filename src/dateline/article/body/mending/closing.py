"""How the lines begin that sites set below an article's last: its source, its tags, when it was put up, what the reader is asked for.

Within an article the same words may tell something ("Quelle: eigene Erhebung" below a table): they count at its end alone.
"""

from __future__ import annotations

import re

from .captions import are_names
from .told import is_told

# Code points of a line that closes, of one that disclaims, of one that names a source, and of one about "the author", whom a review has
# as well.
_LONGEST, _DISCLAIMING, _SOURCE, _AUTHOR = 450, 1_500, 110, 220
_SOURCES = re.compile(
    r"\W{0,3}(?:quellen?|quelle und kontaktadresse|bildquellen?|source|fuente|fonte|bron|källa|kilde|źródło)\s?:\s", re.I
)
_BY = re.compile(
    r"\W{0,3}(?:posted by|written by|text und fotos?|autor(?:in|en|innen)?|autorzy?|author)\b\s?:?\s+(?P<names>\S.*)", re.I
)
_SITE = re.compile(
    r"\W{0,3}(?:"
    # where it is filed
    r"(?:tags|schlagw(?:orte|örter)|stichw(?:orte|örter)|etiquetas|mots[- ]cl[ée]s|keywords|kategorien?|categor(?:y|ies)|abgelegt unter|veröffentlicht in|filed under|posted in|news date)\s?:"
    # what the reader is asked for
    r"|(?:hat|haben) (?:dir|ihnen|euch) (?:dieser|der|unser) (?:artikel|beitrag|text)\b|(?:dir|ihnen|euch) (?:hat|gefällt) (?:dieser|der|unser) (?:artikel|beitrag|text)\b"
    r"|(?:did you )?(?:like|enjoy)(?:ed)? (?:this|what you) (?:article|post|story|read)\b.{0,20}\?|vous avez aimé cet article|te (?:ha gustado|gustó) (?:este|esta) (?:artículo|nota)"
    r"|sharing is caring|(?:be sure to |please )?(?:share|like) this (?:post|article|story) with\b"
    r"|spenden (?:könnt ihr|können sie|kannst du)\b.{0,120}\buns(?:er\w*)?\b"
    r"|um (?:selbst )?kommentare (?:verfassen|schreiben)\b|die (?:kommentare|meinungen) (?:der|unserer) (?:user|nutzer|leser)\w*\b.{0,20}\b(?:geben|spiegeln|entsprechen)\b.{0,40}\bnicht\b|die (?:kommentare|meinungen) (?:der|unserer) (?:user|nutzer|leser)\w* geben nicht\b|lesermeinungen\W*$"
    r"|napisz do autora\b|zapraszamy (?:też |także )?do subskrypcji\b|subscribe (?:now |today )?to our\b"
    r"|try .{2,40} (?:premium|plus) for free\b|to leave our community\b|we also treat our community members\b"
    r"|¿ya sabías que (?:en )?.{2,40} (?:tenemos|tiene) (?:canal|un canal)\b"
    # whose the pictures are, and who the house is
    r"|\[?featured image (?:by|via|courtesy)\b|alle (?:bilder|fotos)\s?(?::|von|©)|illustrationen? ?/ ?fotos?\s?:|\S+ ist (?:ein )?teil des\b.{0,40}netzwerk\w*\W*$"
    r")",
    re.I,
)
# When and where it was put up, with its title in quotation marks.
_FILED = re.compile(
    r"\W{0,3}(?:(?:der|dieser) (?:beitrag|artikel|eintrag)\b.{0,160}\bwurde\b.{0,60}\b(?:in der kategorie|unter .{3,60}\babgelegt|um \d{1,2}[:.]\d\d uhr veröffentlicht)\b|this (?:entry|post) was posted\b)",
    re.I,
)
_LETTER = re.compile(r"\b(?:sign up|subscribe) (?:to|for) our (?:\w+ ){0,2}newsletters?\b", re.I)
# What authors are, and where; a review has "the author" as well, who is a master of the short sentence.
_ABOUT_AUTHOR = re.compile(
    r"\W{0,3}(?:(?:der|die) (?:autor|autorin|verfasser|verfasserin) (?:arbeitet|lehrt|(?:ist|leitet) [^.]{0,60}?(?:redakt|journalist|profess|dozent|lehrer|leiter|sprecher|mitglied|referent|anwalt|anwält|forsch|wissenschaft|vorstand|institut|abteilung))"
    r"|the (?:author|writer) is (?:an?|the) [^.]{0,60}?\b(?:journalist|reporter|editor|columnist|professor|lecturer|fellow|researcher|director|lawyer|student|minister|scientist|consultant|contributor)\b"
    r"|l['’](?:auteure?|autrice) est [^.]{0,40}?\b(?:journaliste|professeure?|chercheu(?:r|se)|avocate?|enseignante?)\b"
    r"|(?:el autor|la autora|o autor|a autora) (?:es|é) [^.]{0,40}?\b(?:periodista|jornalista|profesora?|professora?|investigadora?|abogad[oa]|columnista|colunista)\b)",
    re.I,
)
_DISCLAIMER = re.compile(
    r"\W{0,3}(?:disclaimer|haftungsausschluss|risikohinweis(?: für \w+)?(?: \(\w+\))?|werbehinweis(?: für [\w* ()]{1,40})?|hinweis zu der meldung|advertis(?:ing|er) disclosure)\s?[:\n]"
    r"|\W{0,3}alle angaben ohne gewähr\b",
    re.I,
)


def closes_page(text: str) -> bool:
    """Whether the last line of an article is the site's rather than of the article."""
    if _DISCLAIMER.match(text) is not None:
        return len(text) <= _DISCLAIMING
    if len(text) > _LONGEST:
        return False
    if _FILED.match(text) is not None:
        return True
    if _SITE.match(text) is not None or _LETTER.search(text) is not None:
        return not is_told(text.lower())
    if len(text) <= _AUTHOR and _ABOUT_AUTHOR.match(text) is not None:
        return True
    if len(text) > _SOURCE:
        return False
    by = _BY.match(text)
    return _SOURCES.match(text) is not None or (by is not None and are_names(by["names"]))
