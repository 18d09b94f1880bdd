"""Lines that say of themselves that they are a byline: "By Jane Doe", "نویسنده: …", "Written by" with the name below it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from ...records import Span
from ..elsewhere import among_stories
from ..han_labels import han_labels, is_east_asian
from ..labels import label_kind, label_words, labelled, set_off
from ..titles.text import squeeze
from .han_names import han_names
from .name_words import BY, OPENERS
from .names import authors_in, looks_like_person, without_by
from .witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...records import Block
    from ..clues import Clues
    from ..han_labels import HanLabel
    from ..outlet import LabelKind
    from .witness import Zones

_LONGEST_LINE = 160
_LONGEST_BARE = 60
_SHORT_LABEL = 24
# Words of a person's name that stands on a line by itself.
_FEWEST_WORDS, _MOST_WORDS = 2, 5
_YEAR_OR_CLOCK = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d:\d\d|\b(?:min|minutes?|hours?)\b|[۱1][۳۴]\d\d")
# A reader's comment; "Kommentar von …" without a date is an opinion's byline.
_NO_BYLINE = re.compile(r"kommentar von [^\n]{1,60}\n?[^\n]{0,20}\d{4}|comment by ", re.I)
# The German way of writing both genders has a colon in it: "Autor:innen".
_BOTH_GENDERS = re.compile(r"in(?:nen)?\b[ :：]*")
_CLAUSE = re.compile(r"\w+,(?:\s+[a-z]\S*){2}")
_OPENING = ("(", "[", "（", "【")  # "(Reporting by Ana Lima; editing by Li Wei)"
# Where a byline may open: at a line's first word, or behind a bar or a date in it ("3 min read · By Ana Lima", "03/01/2017 by Ana Lima").
_LINE = re.compile(
    r"(?:^[^\S\n]*(?=[(\[（【]?)|[|·•][^\S\n]{1,2}|(?<=\d{4})[^\S\n]+(?:[-–—][^\S\n])?|(?<=\d:\d\d)[^\S\n]+(?:uhr[^\S\n]+)?)([(\[（【]?([^\s:：/,]{1,24}))",
    re.MULTILINE | re.I,
)
_NO_NAME_TAGS = frozenset(("h1", "h2", "h3", "li", "figcaption", "button", "dt", "option", "label"))
_STANDFIRST = 4  # lines of text above which a plain text may have its byline
_MOST_NAMES = 5
_LABELS = ("label", "editor")
# Lines on books and films have authors and editors as well.
OF_WORKS = re.compile(
    "出版社|出版[:：]|译者|譯者|书名|書名|定价|编剧|編劇|导演|導演|監督|脚本|音乐[:：]|推荐图书|《[^》]*》\\s?作者"
)
_SECTIONS = ("article:section", "section", "genre")
_START = attrgetter("start")


def byline_lines(clues: Clues, zones: Zones, outlets: frozenset[str]) -> Iterator[Witness]:
    """Lines with a label ("label") or a "by" ("by"), and a person's bare name in plain text or next to a date ("bare"); where
    the text ends, the first two are "line-tail". An "editor" stands for an author where a Chinese page names no other.
    """
    page = clues.page
    text, blocks = page.text, page.blocks
    top, under = (clues.headline_span.start, clues.headline_span.end) if clues.headline_span else (-1, -1)
    body = _bare_until(clues, zones)
    for zone in zones:
        openings = _openings(clues, zone)
        for index in range(bisect_left(blocks, zone.start, key=_START), bisect_left(blocks, zone.end, key=_START)):
            block = blocks[index]
            if block.end - block.start > _LONGEST_LINE or (top <= block.start < under and page.form == "html"):
                continue
            behind = zone is not zones.near or 0 <= clues.last < index
            if behind and among_stories(clues, block.element):
                continue
            first, last = bisect_left(openings, block.start), bisect_left(openings, block.end)
            kind, span = _read(clues, index, openings[first:last])
            if span is None and zone is zones.near and under < block.start < body:
                line = text[block.start : block.end]
                if _is_bare(clues, index, line):
                    kind, span = "bare", Span(block.start, block.end)
            if span is not None:
                authors = authors_in(span.of(text), outlets=outlets, loose=kind in _LABELS, japanese=clues.japanese)
                if kind == "bare" and any(squeeze(author.name) in _sections(clues) for author in authors):
                    continue  # a section's name beside the date
                at_end = zone is not zones.near and kind != "editor"
                yield Witness("line-tail" if at_end else kind, authors, span=span, raw=span.of(text))


def _openings(clues: Clues, zone: Span) -> list[int]:
    """Where lines begin whose first words may open a byline: a cheap look, in one pass, that most lines do not need more than."""
    end = min(len(clues.page.text), zone.end + _LONGEST_LINE)
    lines = _LINE.finditer(clues.page.text, zone.start, end)
    if clues.profile is not None and clues.profile.labels:
        return [line.start(1) for line in lines]
    openers = _openers()
    # Words that are not Latin need a closer look.
    return [m.start(1) for m in lines if (word := m[2].casefold()) in openers or word[:2] == "by" or word[:1] > "\u0370"]


def _read(clues: Clues, index: int, openings: list[int]) -> tuple[str, Span | None]:
    """How a block says that it holds a byline, and where the names stand: behind the words that say so, or on the lines below. A block
    has several lines where line breaks divide it; `openings` are the beginnings of those that may say so.
    """
    block = clues.page.blocks[index]
    if clues.east_asian:
        if OF_WORKS.search(clues.page.text, block.start, block.end):
            return "", None
        if (said := _in_han(clues.page.text[block.start : block.end])) is not None:
            named, label = said
            return named, Span(block.start + label.start, block.start + label.end)
    for start in openings:
        line = clues.page.text[start : block.end]
        at, kind = _byline_at(line, clues.profile.labels if clues.profile else None)
        if kind is not None:
            break
    else:
        return "", None
    if at < len(line):
        return kind, Span(start + at, _end_of_names(clues, index))
    names = _names_below(clues, index)
    return kind, Span(names[0].start, names[-1].end) if names else None


def _in_han(line: str) -> tuple[str, HanLabel] | None:
    """The label of an author in a Chinese or Japanese line, wherever it stands; an editor's where the line has no other."""
    if not is_east_asian(line):
        return None
    labels = {label.kind: label for label in han_labels(line) if label.start < label.end}
    if (author := labels.get("byline")) is not None:
        return "label", author
    editor = labels.get("editor")
    return ("editor", editor) if editor is not None and han_names(line[editor.start : editor.end]) else None


def _end_of_names(clues: Clues, index: int) -> int:
    """Where a byline ends: with its line, or in plain text with the lines below that go on with it ("By Ana Lima", "and Li Wei")."""
    text, blocks = clues.page.text, clues.page.blocks
    end = blocks[index].end
    if clues.page.form == "text":
        for block in blocks[index + 1 : index + _MOST_NAMES]:
            word, _, rest = text[block.start : block.end].partition(" ")
            if word not in ("and", "und", "et") or not looks_like_person(rest.partition(",")[0].strip()):
                break
            end = block.end
    return end


def _bare_until(clues: Clues, zones: Zones) -> int:
    """Where the part of the page ends in which a bare name is a byline: at the text; in plain text, which does not tell a
    standfirst from a paragraph, a few lines into it.
    """
    blocks = clues.page.blocks
    if clues.first < 0:
        return zones.near.end
    return blocks[clues.first if clues.page.form == "html" else min(clues.first + _STANDFIRST, clues.last)].start


def _names_below(clues: Clues, index: int) -> list[Block]:
    """The lines below a "By" that stands alone, as long as they are names; the first may have a role behind it."""
    names: list[Block] = []
    for block in clues.page.blocks[index + 1 : index + 1 + _MOST_NAMES]:
        line = clues.page.text[block.start : block.end]
        if not looks_like_person(line if names else line.partition("\n")[0].partition(",")[0].strip()):
            break
        names.append(block)
    return names


@cache
def _openers() -> frozenset[str]:
    """First words of lines that may be bylines."""
    return OPENERS | {words.split()[0] for words in label_words("byline")}


def _byline_at(line: str, extra: Mapping[LabelKind, tuple[str, ...]] | None) -> tuple[int, str | None]:
    """Where the names of a byline begin, and how it says that it is one: "label", "by", or None when it does not."""
    if line[:1] in _OPENING:
        at, kind = _byline_at(line[1:], extra)
        return (at + 1 if kind is not None else 0), kind
    if _NO_BYLINE.match(line):
        return 0, None
    if ":" in line or "：" in line:
        label = set_off(line, extra)
        if label is not None and label.kind == "byline":
            both = _BOTH_GENDERS.match(line, label.start) if line[label.start - 1] == ":" else None
            return both.end() if both else label.start, "label"
    match = BY.match(line)
    if match is None or match.end() == 0:
        return (len(line), "label") if len(line) <= _SHORT_LABEL and label_kind(line) == "byline" else (0, None)
    rest = without_by(line)
    if rest[:1].islower() and " " in rest.partition(",")[0].strip() and not _YEAR_OR_CLOCK.search(rest):
        return 0, None  # "By following these steps …"
    if rest[:1].islower() and _CLAUSE.match(rest):
        return 0, None  # "By default, we take …"
    return len(line) if not rest else 0, "by"


def _sections(clues: Clues) -> frozenset[str]:
    """The sections that the page declares, squeezed."""
    said = [section for name in _SECTIONS for section in clues.meta.get(name, ())]
    declared = clues.data.data.get("articleSection") if clues.data is not None else None
    said += [each for each in (declared if isinstance(declared, list) else [declared]) if isinstance(each, str)]
    return frozenset(map(squeeze, said))


def _is_bare(clues: Clues, index: int, line: str) -> bool:
    """Whether a line is a person's name and no more; in markup only where a date stands next to it, for tags are names too."""
    blocks = clues.page.blocks
    if len(line) > _LONGEST_BARE or blocks[index].tag in _NO_NAME_TAGS or "\n" in line or " " not in line:
        return False
    if _YEAR_OR_CLOCK.search(line):  # "3 May 2021 - Jane Doe"
        return labelled(line) is None and any(
            looks_like_person(author.name) for author in authors_in(line, japanese=clues.japanese)
        )
    if not _FEWEST_WORDS <= line.count(" ") + 1 <= _MOST_WORDS:
        return False
    if clues.page.form == "html":
        beside = (blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks))
        if not any(b.end - b.start <= _LONGEST_BARE and _YEAR_OR_CLOCK.search(clues.page.text, b.start, b.end) for b in beside):
            return False
    return labelled(line) is None and looks_like_person(line)
