"""The source: the agency or outlet that a text is credited to, from its dateline, byline, a label or a closing credit."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from ...page.declared import words
from ...records import Found, Span
from ..dateline_place import datelines
from ..elsewhere import around
from ..evidence import Candidate, choose, claimed, visible
from ..han_labels import han_labels, is_east_asian
from ..labels import Labelled, set_off
from ..titles.text import squeeze
from .han_names import is_han_name
from .name_words import AGENCIES, AGENCY_LETTERS, CREDITS, NO_NAME, ORGANISATION
from .names import is_wire, without_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records import Block
    from ..clues import Clues

# How often each is expected to be right: set by hand while reading the output for fundus_dev, for which there is no gold.
_DATELINE, _LABEL, _CLOSING, _BYLINE, _NOTICE, _DECLARED, _BESIDE = 0.95, 0.88, 0.9, 0.85, 0.8, 0.75, 0.7
_LONGEST_LINE = 120
_LONGEST_NAME = 50
# "2020年04月03日 08:15 北岸日报": Chinese pages set whom a text is from behind its time.
_BESIDE_TIME = re.compile(
    r"\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})\s?\d{1,2}:\d{2}(?::\d{2})?\s(?P<name>[\u3400-\u9fff][\w·]{1,13})"
)
_HAN_CLAUSE = re.compile("[\u3400-\u9fff].*[。，]|[。，].*[\u3400-\u9fff]")
_PIECE = re.compile(
    r"\s*(?:[,;|/·•](?:\s*(?:with|mit|avec|con|com|met|med)\s)?|\s(?:and|und|et|y|e|with|mit|avec|con|com|met|og|och|via)\s)\s*",
    re.I,
)
_CLOSING_CREDIT = re.compile(
    r"[(\[]\s*(?:(?:with\s+(?:inputs?|material|reporting|files)\s+(?:from|by)|mit\s+material\s+(?:von|der)|avec|con\s+información\s+de|com\s+informações\s+d[aeo]s?)\s+)?([\w .\-/]{2,30}?)\s*[)\]]\s*\.?$",
    re.I,
)
# Lines behind the body's beginning that still belong to its head: it may begin with a standfirst above the byline.
_STANDFIRST = 4
# Agencies that a menu has as an industry.
_TRADE = frozenset(("Agencies", "News agencies", "News Agencies"))
# Lines from the text's last on in which a credit may stand, and two names in one line.
_BELOW = 3
_TWO_NAMES = re.compile(r"\W*([^\W\d_][^/\n]{1,38}?) ?/ ?([^\W\d_][^/\n]{1,38}?)\W*")
_NOTICE_LINE = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:the\s+)?([\w\-]+(?:\s[\w\-]+){0,2}?)(?=[,.:]|\s\d|\s\(|$)", re.I
)
_TOKEN = re.compile(r"\w+")
_PICTURE = re.compile(
    r"\b(?:foto|photo|image|picture|bild|getty|video|handout|illustration|фото|zdjęci|תמונה|צילום|صورة|الصورة|عکس)|写真|摄影|攝影|사진",
    re.I,
)
_CREDITED = re.compile(r"author|byline|by-line|source|credit|agency")
_PICTURE_LABEL = re.compile(r"caption|credit|image|photo|picture|gallery|media__|video")
_CLIMB = 3
_START = attrgetter("start")


def find_source(clues: Clues) -> Found[str | None]:
    """Whom the text is credited to, as printed."""
    return choose("source", [*_from_dateline(clues), *_from_lines(clues), *_from_closing(clues), *_declared(clues)])


def _from_dateline(clues: Clues) -> Iterator[Candidate[str]]:
    for place, agency in datelines(clues):
        if agency is not None:
            confidence = min(_DATELINE, place.confidence)
            yield visible(clues.page, agency.of(clues.page.text), agency, method="dateline", confidence=confidence)


def _from_lines(clues: Clues) -> Iterator[Candidate[str]]:
    """Agencies in short lines by the headline and below the text, and lines labelled "Source:"."""
    page = clues.page
    text, blocks = page.text, page.blocks
    outlets = clues.outlets
    for zone in clues.zones:
        named = not _first_words().isdisjoint(_TOKEN.findall(text[zone.start : zone.end].lower()))
        for index in range(bisect_left(blocks, zone.start, key=_START), bisect_left(blocks, zone.end, key=_START)):
            block = blocks[index]
            if block.end - block.start > _LONGEST_LINE or clues.first + _STANDFIRST < index < clues.last:
                continue
            line = text[block.start : block.end]
            if block.link == len(line) and line in AGENCY_LETTERS:
                continue  # a menu's "APP"
            if line in _TRADE and (block.link or block.tag == "li") and not _is_credited(clues, block):
                continue
            label = _label(line)
            if label is None and not (
                (named and not _first_words().isdisjoint(_TOKEN.findall(line.lower()))) or _BESIDE_TIME.fullmatch(line)
            ):
                continue
            span, method, confidence = _in_line(line, label, outlets)
            if span is not None and not _is_picture(clues, block):
                at = Span(block.start + span.start, block.start + span.end)
                yield visible(page, at.of(text), at, method=method, confidence=confidence)


def _label(line: str) -> Labelled | None:
    """The label "Source:" that opens a line, or stands in a Chinese one."""
    if ":" not in line and "：" not in line:
        return None
    within = han_labels(line) if is_east_asian(line) else ()
    if (found := next((Labelled("source", *at) for kind, *at in within if kind == "source"), None)) is not None:
        return found
    label = set_off(line)
    return label if label is not None and label.kind == "source" else None


@cache
def _first_words() -> frozenset[str]:
    """Words with which agencies' names begin, in lower case: what has none of them names none."""
    return frozenset(word for name in AGENCIES | {each.lower() for each in AGENCY_LETTERS} for word in _TOKEN.findall(name)[:1])


def _is_picture(clues: Clues, block: Block) -> bool:
    """Whether a line is a picture's caption or credit."""
    index = block.element
    for _ in range(_CLIMB):
        if index < 0:
            break
        element = clues.page.elements[index]
        if element.tag in ("figure", "figcaption") or _picture_label(element.label):
            return True
        index = element.parent
    return _PICTURE.search(clues.page.text, block.start, block.end) is not None


@lru_cache(maxsize=20_000)
def _picture_label(label: str) -> bool:
    return _PICTURE_LABEL.search(label) is not None


def _is_credited(clues: Clues, block: Block) -> bool:
    """Whether the markup calls a line, or what stands around it, a credit."""
    near = islice(around(clues.page.elements, block.element), _CLIMB)
    return any(_CREDITED.search(element.label) for _, element in near if element.label)


def _in_line(line: str, label: Labelled | None, outlets: frozenset[str]) -> tuple[Span | None, str, float]:
    """Where a line names a source, how, and how surely."""
    if label is not None:
        name = line[label.start : label.end].rstrip(" )].）】")
        known = is_wire(name) or (len(name) <= _LONGEST_NAME and squeeze(name) not in outlets and not NO_NAME.fullmatch(name))
        known = known and _HAN_CLAUSE.search(name) is None
        return (Span(label.start, label.start + len(name)), "label", _LABEL) if name and known else (None, "", 0.0)
    if (beside := _BESIDE_TIME.fullmatch(line)) is not None:
        name = beside["name"]
        known = ORGANISATION.search(name) is not None and not is_han_name(name) and squeeze(name) not in outlets
        return (Span(*beside.span("name")), "beside time", _BESIDE) if known else (None, "", 0.0)
    closing = _CLOSING_CREDIT.fullmatch(line)
    if closing is not None and is_wire(re.split(r"[/ ]", closing[1])[0]):
        return Span(*closing.span(1)), "closing", _CLOSING
    notice = _NOTICE_LINE.search(line)
    if notice is not None:
        return (Span(*notice.span(1)), "notice", _NOTICE) if is_wire(notice[1]) else (None, "", 0.0)
    start = line.find(without_by(line)[:8]) if line else 0
    at = max(0, start)
    for piece in _PIECE.split(line[at:]):
        place = line.find(piece, at)
        if piece and is_wire(piece.strip(" .()")):
            core = piece.strip(" .()")
            begin = line.find(core, place)
            return Span(begin, begin + len(core)), "byline", _BYLINE
        at = place + len(piece)
    return None, "", 0.0


def _from_closing(clues: Clues) -> Iterator[Candidate[str]]:
    """An agency in brackets at the end of the text: "… on Friday. (dpa)"."""
    if clues.last < 0:
        return
    block = clues.page.blocks[clues.last]
    tail = max(block.start, block.end - _LONGEST_NAME)
    match = _CLOSING_CREDIT.search(clues.page.text[tail : block.end])
    if match is not None and is_wire(re.split(r"[/ ]", match[1])[0]):
        span = Span(tail + match.start(1), tail + match.end(1))
        yield visible(clues.page, match[1], span, method="closing", confidence=_CLOSING)
    for span in partners(clues):
        yield visible(clues.page, span.of(clues.page.text), span, method="closing", confidence=_BYLINE)


def partners(clues: Clues) -> Iterator[Span]:
    """Where the outlet names another beside itself in a line at the end of the text, as the one that the text is from."""
    for block in clues.page.blocks[clues.last : clues.last + _BELOW] if clues.last >= 0 else ():
        named = beside_outlet(clues.page.text[block.start : block.end], clues.outlets)
        if named is not None:
            yield Span(block.start + named.start, block.start + named.end)


def beside_outlet(line: str, outlets: frozenset[str]) -> Span | None:
    """Where a line that is the outlet's own name and another beside it names the other: "Harbour Gazette / Coast Wire"."""
    match = _TWO_NAMES.fullmatch(line)
    if match is None:
        return None
    own = [squeeze(match[name]) in outlets for name in (1, 2)]
    other = 2 if own[0] else 1
    return Span(*match.span(other)) if own[0] != own[1] and not CREDITS.match(match[other]) else None


def _declared(clues: Clues) -> Iterator[Candidate[str]]:
    if clues.data is None:
        return
    outlets = clues.outlets
    for key in ("sourceOrganization", "author", "creator"):
        value = clues.data.data.get(key)
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            name = words(item)
            if name and (is_wire(name) or key == "sourceOrganization") and squeeze(name) not in outlets:
                where = f"[{number}]" if isinstance(value, list) else ""
                yield claimed(name, name, f"{clues.data.path}.{key}{where}", method="json-ld", confidence=_DECLARED)
