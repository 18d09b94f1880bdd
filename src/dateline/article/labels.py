"""Labels that pages print before a value: "News ID: 96957", "Publish Date : 23 November 2021", "نویسنده:", "* Comment:".

The common ones of English, Persian, Arabic, French, German, Spanish, Russian and Chinese, with some of their neighbours',
stand in `label_words`; an outlet's own are in its profile.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .han_labels import value_end
from .label_words import WORDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .outlet import LabelKind

_SEPARATOR = re.compile("[:：﹕∶︰]")
_BULLETS = " \t\xa0\u3000*•·‣▪■□◆●○►▶>»-–—|#[【(（\u200b\u200e\u200f\ufeff"
_TRAILS = " \t\xa0\u3000:：﹕∶︰-–—|·•\u200b\u200e\u200f]】"
# The longest label of the table has some 30 code points; a separator further on belongs to a sentence.
_MAX_LABEL = 40
# A date line has no more, with weekday, clock and zone; a longer line that opens like a label is a sentence.
_MAX_DATE_LINE = 90
# Where no separator stands behind a label, its value begins with a number or nearly so ("Updated on Monday, 3 May").
_NUMBER_WITHIN = 30
_MAX_LABEL_WORDS = 5
_ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "\u200c": " ", "ـ": None})
_MARKS = dict.fromkeys((*range(0x064B, 0x0653), 0x200B, 0x200E, 0x200F, 0xFEFF))
_NUMBERED = frozenset(("published", "modified", "news_id"))


class Labelled(NamedTuple):
    """What a line is labelled as, and where its value stands: `line[start:end]`, empty when the label stands alone."""

    kind: Kind
    start: int
    end: int


def labelled(line: str, extra: Mapping[LabelKind, tuple[str, ...]] | None = None) -> Labelled | None:
    """The label that opens a line, or None. `extra` are an outlet's own label words (`Profile.labels`).

    A label ends with a colon. One for a date or a number may do without where the number follows, and one for comments where it
    stands alone ("Comments (3)"). Looks at the first few words of the line and no further.
    """
    found = set_off(line, extra)
    if found is not None:
        return found
    begin = _skip(line, 0, _BULLETS)
    return _bare(line, begin, _words_of(extra)) if len(line) - begin <= _MAX_DATE_LINE else None


def set_off(line: str, extra: Mapping[LabelKind, tuple[str, ...]] | None = None) -> Labelled | None:
    """The label that opens a line and ends with a colon, or None."""
    begin = _skip(line, 0, _BULLETS)
    head = line[begin : begin + _MAX_LABEL]
    found = _SEPARATOR.search(head)
    kind = _words_of(extra).get(fold_label(head[: found.start()])) if found is not None else None
    return _value(line, kind, begin + found.end()) if found is not None and kind is not None else None


def _words_of(extra: Mapping[LabelKind, tuple[str, ...]] | None) -> Mapping[str, Kind]:
    return _table() if not extra else _table() | _own(tuple(extra.items()))


def label_kind(words: str) -> Kind | None:
    """What a text is the label for, when it is a label and no more."""
    return _table().get(fold_label(words)) if len(words) <= _MAX_LABEL else None


def label_words(kind: Kind) -> Iterator[str]:
    """The folded words of all labels of a kind."""
    return (words for words, each in _table().items() if each == kind)


def _bare(line: str, begin: int, table: Mapping[str, Kind]) -> Labelled | None:
    """A label without a separator: the longest that fits, if what follows is a value of its sort."""
    for end in reversed(_word_ends(line, begin)):
        kind = table.get(fold_label(line[begin:end]))
        if kind == "comment" and not line[end:].strip(" ()[]0123456789.,:").strip():
            return _value(line, kind, end)
        if kind in _NUMBERED and any(c.isdecimal() for c in line[end : end + _NUMBER_WITHIN]):
            return _value(line, kind, end)
    return None


def _word_ends(line: str, begin: int) -> list[int]:
    """Where each of the first few words ends; in scripts written without spaces, each of the first letters may be the end."""
    if begin < len(line) and line[begin] >= "\u2e80":
        return list(range(begin + 2, min(begin + 8, len(line)) + 1))
    ends: list[int] = []
    end = begin
    while len(ends) < _MAX_LABEL_WORDS and end < len(line) and end - begin <= _MAX_LABEL:
        space = line.find(" ", end, begin + _MAX_LABEL + 1)
        end = space if space >= 0 else min(len(line), begin + _MAX_LABEL)
        ends.append(end)
        end += 1
    return ends


def _value(line: str, kind: Kind, start: int) -> Labelled:
    end = len(line[: value_end(line, start)].rstrip())
    return Labelled(kind, min(_skip(line, start, _TRAILS), end), end)


def _skip(line: str, start: int, letters: str) -> int:
    while start < len(line) and line[start] in letters:
        start += 1
    return start


@lru_cache(maxsize=4096)
def fold_label(words: str) -> str:
    """Label words made comparable: case, Arabic letter variants, vowel marks, joiners and white space evened out."""
    folded = words.casefold().replace("’", "'").translate(_ARABIC).translate(_MARKS)
    return " ".join(folded.split()).strip(" :：*")


@cache
def _table() -> dict[str, Kind]:
    return {fold_label(word): kind for kind, words in WORDS.items() for word in words.split("|")}


@lru_cache(maxsize=256)
def _own(labels: tuple[tuple[LabelKind, tuple[str, ...]], ...]) -> dict[str, Kind]:
    return {fold_label(word): kind for kind, words in labels for word in words}
