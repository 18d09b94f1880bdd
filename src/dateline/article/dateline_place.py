"""The dateline: the place, and often the day and the agency, that open a report: "BAGHDAD, Nov 23 (Reuters) — …"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..moments.words import root, sense
from ..records import Found, Span
from .credits.names import is_wire
from .evidence import Candidate, choose, visible

if TYPE_CHECKING:
    from .clues import Clues

# Paragraphs in which one is looked for: a standfirst may come first.
_PARAGRAPHS = 3
# Code points at the beginning of a paragraph within which it ends.
_REACH = 110
_LONGEST_PLACE = 40
_MOST_WORDS = 5
_MOST_BARE_WORDS = 3  # where neither agency nor day says that it is a place
_COLON = 0.55  # "LINDI: …" may as well be a catchword, but for a place that the text names again
# In capitals before a dash, and no place.
_CATCHWORDS = re.compile(
    r"""ADVERTISEMENT|ALERT|ANALYSIS|BREAKING|COMMENT|CORRECTED|CORRECTION|DEVELOPING|EXCLUSIVE|EXPLAINER|INTERVIEW|LIVE|NEW|NOTE|OPINION|PHOTOS
    |REVIEW|UPDATED?|UPDATES|VIDEO|WARNING|WATCH|ACHTUNG|EILMELDUNG|EXKLUSIV|KOMMENTAR|EXCLUSIF|EXCLUSIV[OA]|ESCLUSIVO|URGENTE?|ВИДЕО|ФОТО
    |AUDIO|FACT ?CHECK|FEATURE|FILE|GALLERY|MORE|NEWS|PODCAST|POLL|PROFILE|PUBLISHED|QUIZ|READ MORE|RECAP|RELATED|REPORT|SEE ALSO|SPORT|TL;?DR|TRAVEL
    |ANALYSE|BERICHT|HINTERGRUND|ÜBERBLICK|UMFRAGE|REPORTAGE|ENQU[ÊE]TE|D[ÉE]CRYPTAGE|R[ÉE]CIT|PORTRAIT|TRIBUNE|ENTRETIEN|T[ÉE]MOIGNAGES?
    |CARTES?|CHRONIQUE|[ÉE]DITORIAL|INFOGRAPHIE|GRAND FORMAT|VID[ÉE]OS?|AN[ÁA]LISIS|ENTREVISTA|EDITORIAL|REPORTAJE|CR[ÓO]NICA|V[ÍI]DEO|OPINI[ÓO]N|AN[ÁA]LISE
    |APPROFONDIMENTO|INTERVISTA|ANALISI|АНАЛИЗ|ИНТЕРВЬЮ|МНЕНИЕ|ISBN
    |ASEAN|FIFA|NASA|NATO|OPEC|UEFA|UNESCO|UNICEF""",
    re.I | re.X,
)
# Words before a place that the text names.
_WHERE = "in|at|to|from|of|near|around|nach|aus|bei|à|au|de|en|dans|a|da|di|do|em|te|uit|naar|i|på|från|fra|til|till|w|z|do|в|из|под|у|з"
_DOMAIN = re.compile(r"\w\.[A-Za-z]{2,3}$")
# place, more of it, day, (agency), dash; an agency needs none. Every part is bounded, and each begins with what the one before cannot hold.
_LATIN = re.compile(
    r"""\s*(?P<place>[^\W\d_][\w.'’\-/ ]{1,39}?)
        (?P<region>(?:,\s*[^\W\d_][\w.'’ ]{1,24}){0,2}?)
        (?P<day>,?\s+(?:\d{1,2}\.?\s*(?P<month>[^\W\d_]{3,10})\.?|(?P<month_first>[^\W\d_]{3,10})\.?\s\d{1,2})(?:,?\s\d{4})?\.?,?)?
        \s*(?P<agency>[(\[/][^()\[\]]{2,40}[)\]/])?
        \s*(?P<mark>[—–]|\.-|\.\s?[—–]|-{1,2}(?=\s)|:(?=\s)|(?<=[)\]/])\.?(?=\s))\s*""",
    re.X,
)
_HAN = re.compile(
    r"[（(【]?(?P<agency>新华社|新華社|中新社|中新网|本报|共同社|中央社|記者[^／]{2,12}／)(?P<place>[\u3400-\u9fff]{2,6}?)"
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:电|電|讯|訊|報導|报道)"
)
# "(서울=연합뉴스)", "【ロンドン時事】", and "【ソウル＝田中花子】" with the correspondent's name.
_BRACKETED = re.compile(
    r"\((?P<place>[가-힣]{2,8})=(?P<agency>[가-힣A-Z0-9]{2,6})\)|【(?P<place_ja>[\u3040-\u30ff\u3400-\u9fff]{2,10}?)(?P<agency_ja>時事|共同|AFP時事|ロイター)】"
    r"|【(?P<place_of>[\u3040-\u30ff\u3400-\u9fff]{2,10})[＝=][\u3040-\u30ff\u3400-\u9fff\u3005 ]{2,12}】"
)


class Dateline(NamedTuple):
    """Where a dateline has its place and its agency (offsets in the paragraph; None when there is none), and what closes it."""

    place: Span
    agency: Span | None
    mark: str
    end: int


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph, or None. A place stands in capitals, or an agency or a day stands behind it."""
    head = paragraph[:_REACH]
    if (match := _HAN.match(head)) is not None:
        return Dateline(Span(*match.span("place")), Span(*match.span("agency")), "", match.end())
    if (match := _BRACKETED.match(head)) is not None:
        if match["place_of"]:
            return Dateline(Span(*match.span("place_of")), None, "】", match.end())
        script = "" if match["place"] else "_ja"
        return Dateline(Span(*match.span(f"place{script}")), Span(*match.span(f"agency{script}")), "", match.end())
    match = _LATIN.match(head)
    if match is None or match.end() >= len(paragraph):
        return None
    place = match["place"].strip()
    agency = _agency(match)
    month = match["month"] or match["month_first"]
    if month is not None and (not _means(month, "MB") or _means(place, "MBW")):  # "WEDNESDAY, MAY 5 – …"
        return None
    if not _is_place(place) or not (agency or month or _stands_out(place, match["mark"])):
        return None
    if match["mark"] in ("", ".") and not agency:
        return None
    if match["mark"] == ":" and not (place.isupper() and (agency or len(place) > 3)):
        return None
    start = match.start("place")
    return Dateline(Span(start, start + len(place)), agency, match["mark"], match.end())


def _agency(match: re.Match[str]) -> Span | None:
    if match["agency"] is None:
        return None
    start, end = match.span("agency")
    name = match["agency"][1:-1].strip()
    return Span(start + 1, end - 1) if is_wire(re.split(r"[/, ]", name)[0]) or is_wire(name) else None


def _is_place(place: str) -> bool:
    words = place.replace("/", " ").split()
    if _CATCHWORDS.fullmatch(place) or _DOMAIN.search(place):
        return False
    return bool(words) and len(words) <= _MOST_WORDS and len(place) <= _LONGEST_PLACE and words[0][0].upper() == words[0][0]


def _means(word: str, codes: str) -> bool:
    """Whether a word is the name of a month ("M", or "B") or of a weekday ("W", or "B") in some language."""
    return sense(word, root(None))[0] in codes


def _stands_out(place: str, mark: str) -> bool:
    """Whether a place by itself is a dateline's: in capitals, or in a script without them before a dash."""
    if place.isupper():
        return len(place) > 2 and len(place.split()) <= _MOST_BARE_WORDS
    return place.lower() == place.upper() and mark != ":" and len(place.split()) <= _MOST_BARE_WORDS


def _named_again(place: str, clues: Clues) -> bool:
    """Whether the body speaks of a place in capitals as of a place: "in Lindi"."""
    start, end = clues.page.blocks[clues.first].start, clues.page.blocks[clues.last].end
    return re.search(rf"\b(?:{_WHERE})\s{re.escape(place.title())}\b", clues.page.text[start:end]) is not None


def find_dateline(clues: Clues) -> Found[str | None]:
    """The place as printed."""
    return choose("dateline", [candidate for candidate, _ in datelines(clues)])


def datelines(clues: Clues) -> list[tuple[Candidate[str], Span | None]]:
    """Candidates for the place, each with where its agency is named in the page's text."""
    found: list[tuple[Candidate[str], Span | None]] = []
    if clues.first < 0:
        return found
    body = (index for index in range(clues.first, clues.last + 1) if clues.lines[index].role == "body")
    for nth, index in enumerate(islice(body, _PARAGRAPHS)):
        start = clues.page.blocks[index].start
        read = read_dateline(clues.page.text[start : start + _REACH + 1])
        if read is not None and clues.page.blocks[index].end - start > read.end:
            place = read.place.of(clues.page.text[start : start + _REACH + 1])
            if read.mark == ":" and read.agency is None and not _named_again(place, clues):
                continue
            agency = None if read.agency is None else Span(start + read.agency.start, start + read.agency.end)
            span = Span(start + read.place.start, start + read.place.end)
            sure = 0.95 if agency else 0.9 if read.mark != ":" else _COLON
            confidence = sure - 0.05 * nth
            found.append((visible(clues.page, span.of(clues.page.text), span, method="opening", confidence=confidence), agency))
    return found
