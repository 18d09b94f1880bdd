"""Names in a byline: "By Jane Doe and Li Wei, Staff Writers | 3 May" → Jane Doe, Li Wei. Pure text, any language."""

from __future__ import annotations

import re
from functools import lru_cache

from ...records import Author
from ..han_labels import is_east_asian, names_in_han
from ..labels import label_kind, set_off
from ..titles.text import squeeze
from .han_names import han_names
from .name_words import (
    AGENCIES,
    AGENCY_LETTERS,
    AND,
    BEFORE_ROLE,
    BY,
    CREDITS,
    DEGREES,
    DESK,
    FIELD,
    FIELD_WORDS,
    HONORIFICS,
    MONTHS,
    NO_NAME,
    NOISE,
    ORGANISATION,
    OTHERS_WORK,
    PARTICLES,
    REPORTS,
    ROLE,
    UI_LINE,
    UNCASED,
    WHEN,
    WITH,
)

# Longer texts are a biography or a paragraph, not a byline.
LONGEST = 300
_LONGEST_NAME = 60
_MOST_WORDS = 6
# Spaces from which on words with an organisation's or a desk's name in them are a sentence; the first where they begin small.
_SMALL_COLLECTIVE, _LONG_COLLECTIVE = 3, 9
# From so many spaces on, what a label leads to is a sentence or a title, whatever the label says.
_SENTENCE = 8
_SEGMENT = re.compile(r"\n|\s*[|｜•·‧∙⋅■◆▪]\s*|\s+[-–—/]+\s+|\s{2,}|\t")
_JOINT = re.compile(
    r"\s*[,;&+、，；؛،]\s*(?:(?:and|und|et|y|e|og|och|with|mit|avec|con|com|met|med)\s+)?"
    r"|\s+(?:and|und|et|y|e|i|og|och|en|ve|ja|és|dan|và|si|și|и|та|і|و|और|এবং|και|with|mit|avec|con|com|met|med)\s+",
    re.I,
)
# Behind a full name, of which it is a part: "João Costa e Silva", "José Ortega y Gasset".
_SURNAME = re.compile(r"\s+[ey]\s+[A-ZÀ-Þ][\w'’-]+(?=\s*(?:$|[,;|&]|\s[-–—]\s))")
# A byline that goes on below.
_GOES_ON = re.compile(r"\s*\n\s*(?=(?:and|und|et)\s)")
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+|@\w+|https?://\S+|\bwww\.\S+")
_BRACKET = re.compile(r"\s*[(\[（【《][^()\[\]（）【】《》]{0,80}[)\]）】》]?\s*")
_MARKUP = re.compile(r"[{}<>=\\]|\w\(\)|\.js\b|function\b")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?<!\w)\d+(?:st|nd|rd|th|h|am|pm)?(?![A-Za-z])")
# "Mar" is a name as well: a month it is before a day and a year.
_MARCH = re.compile(r"(?:\s+on)?\s+Mar\.? \d{1,2}, (?:19|20)\d\d\b")
_MONTH_BEFORE = 14  # code points between the name of a month and its day
_IN = re.compile(r"\s+(?:in|under|on behalf of)\s+\S.*$|\s+in\s*$", re.I)
_TRAILING = re.compile(r"(?:\s+(?:on|at|am|um|in|le|el|den|vom|il|em|op|à|às|alle|kl|klo|ob|the|@))+\s*$|\s+$", re.I)
_LATER_BY = re.compile(r"(?:^|[\s,])(?:by|von|par|por|di|door|av|af)\s+", re.I)
_EDGES = ' \t\n\xa0,;:.·•∙⋅|/\\*+~–—-_"“”„«»()[]（）【】：、，●→←»›‹▸►'
# Ideographs of a word that is more than a part of a name, and letters of a name in one word.
_HAN_PHRASE, _LONGEST_HAN = re.compile("[\u3400-\u9fff]{6}"), 12
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]")
_LATIN = re.compile(r"[A-Za-z]")
# Whom a full name writes for ("Ana Lima for Northern Sea Radio").
_FOR = re.compile(r"(\S+(?:\s+\S+){1,3}?)\s+(?:for|für|pour)\s+(?:the\s+)?(?=[A-Z])")
_TWICE = re.compile(r"(\S.*?)(?: by)? \1", re.I)
_TWICE_GLUED = re.compile(r"([A-ZÀ-Þ]\S* \S.*?)\1")
# A desk's sign for one of its people: "林月_NB1108".
_STAFF_NUMBER = re.compile(r"(?<=[\u3400-\u9fff])_[A-Z]{1,4}\d{2,}$")
# A name that ends so is the beginning of something else ("Ana Lima zu": a reader on an article).
_ENDS_EARLY = re.compile(r"\s(?:zu|zum|zur)$")
# Labels of other values than names, which a menu or a date line has where a name could stand ("آخر تحديث", "发布于").
_OTHER_LABELS = frozenset(("published", "modified", "section", "comment", "news_id"))
# Behind a full name: the number of a footnote ("Ana Lima1"), the letters of an agency or of a desk ("Ana Lima/SP-X").
_APPENDED = re.compile(r"(?<=[^\W\d_])(?:(?<=[^\W\d_]{2})\d{1,2}(?:,\d{1,2})*|\s?/\s?(?:[A-Z]{2,4}(?:-[A-Z]{1,4})?|[a-z]{2,4}))$")


@lru_cache(maxsize=4096)  # pages say their byline five times over
def authors_in(
    text: str, *, outlets: frozenset[str] = frozenset(), loose: bool = False, japanese: bool = False
) -> tuple[Author, ...]:
    """The authors that a byline names, in order, each once; empty when it names none.

    `outlets` are the outlet's names, squeezed (see `titles.squeeze`). `loose` trusts single words and user names, as a declared
    author or a link to an author's page deserves. On a `japanese` page two ideographic words are the parts of one name.
    """
    if not text or len(text) > LONGEST or _MARKUP.search(text):
        return ()
    if (others := OTHERS_WORK.search(text)) is not None:
        text = text[: others.start()]
    if is_east_asian(text):
        text = names_in_han(text)
        if not japanese and squeeze(text) not in outlets and (people := han_names(text)):
            return tuple(Author(name, "person") for name in people)
    text = _GOES_ON.sub(" ", text)
    found: list[Author] = []
    expecting, skipping, adjacent = True, False, True
    for segment in _SEGMENT.split(text):
        words = segment.strip()
        if not words.strip(_EDGES):
            expecting = expecting or "," in words
            continue
        label = set_off(words) if ":" in words or "：" in words else None
        if label is not None and label.kind == "source":
            continue
        rest = without_by(words if label is None or label.kind != "byline" else words[label.start :])
        marked = len(rest) < len(words.strip(_EDGES)) or label_kind(words) == "byline"
        if marked and label_kind(words) == "byline":
            rest = ""
        if UI_LINE.fullmatch(rest):
            continue
        if CREDITS.match(rest) or skipping:
            skipping = not skipping and _DIGIT.search(rest) is None and len(rest) < _SHORT_CREDIT
            continue
        if not rest:
            expecting = expecting or marked
            continue
        if found and not (expecting or marked or (adjacent and looks_like_person(rest))):
            adjacent = False
            continue
        adjacent = True
        names = _names(rest, outlets, loose=loose or marked)
        found.extend(names)
        expecting = False if names else (expecting or marked)
    return _once(found)


# A credit's label that stands alone on its line ("Illustrations", "翻訳者"): the name below is not an author's.
_SHORT_CREDIT = 16


def without_by(text: str) -> str:
    """A byline without the words that say that it is one, in any order and number ("Byby", "Von", "Ein Kommentar von")."""
    text = text.strip(_EDGES)
    for _ in range(3):
        match = BY.match(text)
        if match is None or match.end() == 0:
            break
        text = text[match.end() :].lstrip(_EDGES)
    return text


def _names(text: str, outlets: frozenset[str], *, loose: bool) -> list[Author]:
    """The names in a segment."""
    text = _MARCH.sub(" ", NOISE.sub(" ", _ADDRESS.sub(" ", text))).strip()
    inner = _BRACKET.sub(" ", text).strip(_EDGES)
    text = inner or text.strip(_EDGES)
    if is_wire(text) or squeeze(text) in outlets:
        return [Author(text, "organisation")]
    if REPORTS.fullmatch(text):
        return [Author(text, "desk")]
    found: list[Author] = []
    began = 0  # where the last name found begins
    in_role = False  # whether the piece before is a role
    titled = False  # whether a role has been named: what follows belongs to it, unless it is a full name
    for start, piece in _pieces(text):
        if found and _is_title(_undated(piece), _joint_before(text, start), titled):
            titled = True
            continue
        author = classify(_undated(piece) if found else without_by(_undated(piece)), outlets)
        if author and found and _goes_on(author, found[-1], _joint_before(text, start)):
            found[-1] = classify(without_by(text[began : start + len(piece)]), outlets) or found[-1]
            continue
        if author is None:
            in_role, titled = ROLE.search(piece) is not None, True
            continue
        if author.kind == "person":
            if _before(text, start)[-1:] == "," and (in_role if not found else found[-1].kind == "desk"):
                continue  # where the desk is: "By Staff Writer, New Delhi"
            if not _fits(author.name, found, loose=loose) and (
                author.name.count(" ") >= _SENTENCE
                or titled
                or not loose
                or (_before(text, start)[-1:] not in ";&" and _before(text, start) not in AND)
            ):
                titled = titled or bool(found)
                continue
        elif found and (_before(text, start) in WITH or not is_wire(author.name)):
            continue  # whom the author works for, or whose material went in
        found.append(author)
        began = start
    if not found and loose and ROLE.fullmatch(text):
        return [Author(text, "desk")]  # "By Editor"
    return found


def _goes_on(author: Author, before: Author, joint: str) -> bool:
    """Whether a lone word behind "and" is the rest of an organisation's name ("Centre for Sea Evaluation and Research")."""
    lone = author.kind == "person" and " " not in author.name and joint in AND
    return lone and before.kind == "organisation" and not is_wire(before.name)


def _is_title(piece: str, joint: str, titled: bool) -> bool:
    """Whether a piece behind a name is a title: behind a comma what ends in one role ("Ana Lima, Harbour Safety Expert"), and what
    goes on with the field of one ("…, Head of Trade and Port Affairs").
    """
    role = ROLE.search(piece)
    in_role = role is not None and role.end() == len(piece.rstrip()) and not role[0].endswith("s")
    if joint == ",":
        return in_role or FIELD.match(piece) is not None
    return titled and joint in AND and (in_role or FIELD_WORDS.search(piece) is not None)


def _joint_before(text: str, start: int) -> str:
    """The comma or the word that joins a piece to what stands before it; the word where both do."""
    word = _before(text, start)
    return word if word in AND else word[-1:]


def _pieces(text: str) -> list[tuple[int, str]]:
    """The parts of a joint byline, with where they begin; an agency that closes one is a part of its own."""
    pieces: list[tuple[int, str]] = []
    start = 0
    for joint in _JOINT.finditer(text):
        if " " in text[start : joint.start()].strip() and _SURNAME.match(text, joint.start()):
            continue
        pieces.append((start, text[start : joint.start()]))
        start = joint.end()
    pieces.append((start, text[start:]))
    return pieces


def _undated(piece: str) -> str:
    """A piece without the date in it: what stands behind a later "by", else what stands before the date. ("Jan" alone is a name.)"""
    number = _NUMBER.search(piece)
    if number is None:
        day = WHEN.search(piece)
        piece = _IN.sub("", piece)
        return _TRAILING.sub("", piece if day is None else piece[: day.start()])
    later = _LATER_BY.search(piece, number.start())
    if later is not None:
        return _IN.sub("", piece[later.end() :])
    start = number.start()
    for word in WHEN.finditer(piece, 0, start):
        start = min(start, word.start())
    for month in MONTHS.finditer(piece, max(0, start - _MONTH_BEFORE), start):
        start = min(start, month.start())
    return _IN.sub("", _TRAILING.sub("", piece[:start]))


def _before(text: str, start: int) -> str:
    """The last word before a piece, in lower case."""
    return text[:start].rstrip().rpartition(" ")[2].lower()


def _fits(name: str, found: list[Author], *, loose: bool) -> bool:
    """Whether a piece is a person. Behind a full name, a lone word is a place or an outlet ("Jane Doe, Lille"), and so is one in
    capitals ("Jane Doe, NORTHERN RADIO") or in another script ("田中 一郎，Northmedia").
    """
    if not plausible(name, loose=loose):
        return False
    if not found:
        return loose or " " in name or _HAN.search(name) is not None
    first = found[0].name
    if _HAN.search(name):
        return True
    if _HAN.search(first) and " " not in name:
        return False
    return " " in name and not (name.isupper() and not first.isupper() and " " in first)


@lru_cache(maxsize=4096)
def classify(text: str, outlets: frozenset[str] = frozenset()) -> Author | None:
    """One name, and whose: a person's, an organisation's or a desk's; None when it is a role, a degree or nothing."""
    name = _halved(" ".join(text.strip(_EDGES).split()))
    if (
        len(name) > _LONGEST_NAME + 20
        or not {":", "?"}.isdisjoint(name)
        or not any(c.isalpha() for c in name)
        or NO_NAME.fullmatch(name)
        or _ENDS_EARLY.search(name)
        or label_kind(name) in _OTHER_LABELS
    ):
        return None
    if is_wire(name) or squeeze(name) in outlets:
        return Author(name, "organisation")
    if (served := _FOR.match(name)) and not _collective(served[1]):
        name = served[1]
    if DEGREES.fullmatch(name) and not name.isalpha():
        return None
    if (kept := _without_outlet(name, outlets)) != name and plausible(kept, loose=False) and not _collective(kept):
        name = kept
    person = _without_agency(_without_role(_APPENDED.sub("", name) if " " in name else _STAFF_NUMBER.sub("", name)))
    if person != name and " " in person and plausible(person, loose=False) and not _collective(person):
        return Author(person, "person")
    if _collective(name):
        if name.count(" ") >= (_SMALL_COLLECTIVE if name[0].islower() else _LONG_COLLECTIVE):
            return None  # a sentence that names one
        return Author(name, "desk" if DESK.search(name) else "organisation")
    if not person or (person != name and ROLE.search(name) and " " not in person and _LATIN.search(person)):
        return None
    return Author(person, "person")


def _halved(name: str) -> str:
    """A name once, where markup prints it twice ("Jane Doe Jane Doe", "News Desk By News Desk")."""
    twice = _TWICE.fullmatch(name) or _TWICE_GLUED.fullmatch(name)
    return twice[1] if twice is not None else name


def is_wire(name: str) -> bool:
    """Whether a name is a news agency's."""
    return name in AGENCY_LETTERS or name.lower().removeprefix("the ") in AGENCIES


def _without_outlet(name: str, outlets: frozenset[str]) -> str:
    """A full name without the outlet's set behind it ("Jane Doe NORTHERN POST"): in capitals, or by words that say what it is."""
    words = name.split()
    for count in (3, 2, 1):
        last = " ".join(words[-count:])
        if (
            len(words) < count + 2
            or squeeze(last) not in outlets
            or not (last.isupper() or (count > 1 and ORGANISATION.search(last)))
        ):
            continue
        left = words[:-count]
        if left[-1].lower() == "the":
            left.pop()
        return " ".join(left) if len(left) > 1 and left[-1].lower() not in PARTICLES and left[-1].isalpha() else name
    return name


def _collective(name: str) -> bool:
    return DESK.search(name) is not None or ORGANISATION.search(name) is not None


def _without_agency(name: str) -> str:
    """A name without the agency set behind it ("Jane Doe The Associated Press")."""
    words = name.split()
    for count in (3, 2, 1):
        if len(words) >= count + 2 and is_wire(" ".join(words[-count:])):
            return " ".join(words[:-count])
    return name


def _without_role(name: str) -> str:
    """A name without honorifics before it and a role behind it ("Dr. Jane Doe Senior Editor"); empty when only a role is left."""
    while (match := HONORIFICS.match(name)) is not None:
        name = name[match.end() :]
    role = ROLE.search(name)
    if role is not None:
        words = name[: role.start()].split()
        while words and words[-1].lower() in BEFORE_ROLE:
            words.pop()
        name = " ".join(words)
    return name.strip(_EDGES)


def plausible(name: str, *, loose: bool) -> bool:
    """Whether a text can be a person's name: few words, no digits or sentence marks, capitals where the script has them."""
    if (
        not (words := name.split())
        or len(words) > _MOST_WORDS
        or len(name) > _LONGEST_NAME
        or any(c in "!?…:#$%^~" for c in name)
    ):
        return False
    if loose and len(words) == 1:
        return len(name) > 1
    if _DIGIT.search(name):
        return False
    if UNCASED.search(name):
        if len(words) == 1:
            return not _HAN.search(name) or len(name) <= _LONGEST_HAN
        return len(words) <= _MOST_WORDS - 1 and not any(map(_HAN_PHRASE.search, words))
    capitals = sum(word[0].isupper() or word[1:2] in "'’" or word.lower() in PARTICLES or not word[0].isalpha() for word in words)
    return capitals == len(words) or (loose and len(words) <= 3)


def looks_like_person(text: str) -> bool:
    """Whether a line by itself reads as a person's full name, and no role."""
    author = classify(text)
    if (
        author is None
        or author.kind != "person"
        or author.name != text
        or _JOINT.search(text)
        or not plausible(text, loose=False)
    ):
        return False
    return " " in text or _HAN.search(text) is not None


def _once(authors: list[Author]) -> tuple[Author, ...]:
    seen: dict[str, Author] = {}
    for author in authors:
        seen.setdefault(author.name.casefold(), author)
    return tuple(seen.values())
