"""The one tokeniser: what a word is, for indexing, for queries and for highlighting.

Case, width, diacritics, Arabic and Persian letter variants and digits of every script are folded. Scripts that put no spaces
between words (Han, Kana, Thai, Lao, Khmer, Myanmar, Tibetan) are cut into overlapping pairs of letters; the last letter of such
a run also stands alone, so that every letter begins exactly one token.

An archive keeps the tokens it was made with: a change of what this module gives needs a migration that indexes anew.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r"[0-9A-Za-z\x80-\U0010ffff]+")

# Longer runs are rarely met twice (they are sentences of scripts without spaces), and this many words cover a language.
_REMEMBERED_LENGTH = 40
_REMEMBERED_RUNS = 200_000

_Class = Literal["letter", "dense", "mark", "nothing", "separator"]


class Token(NamedTuple):
    """A folded word, the code points `[start, end)` of the text it was made from, and whether its script has no spaces."""

    text: str
    start: int
    end: int
    dense: bool


# First and last code point of the scripts without spaces; halfwidth kana and the iteration marks included.
_DENSE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3031, 0x303C),
    (0x3041, 0x312F),  # Hiragana, Katakana, Bopomofo
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x1B000, 0x1B16F),
    (0x20000, 0x323AF),
)

# Marks that readers and writers leave out at will. Those of Indic and South-East Asian scripts are vowels, and stay.
_FOLDED_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05C7),  # Hebrew points
    (0x0610, 0x061A),
    (0x064B, 0x065F),  # Arabic vowel signs; also the hamza that NFKD takes off its seat
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x0730, 0x074A),  # Syriac
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE2F),  # variation selectors, half marks
    (0xE0100, 0xE01EF),
)

# What NFKD leaves apart though readers take it for the same letter.
_VARIANTS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ې": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ٱ": "ا", "ء": "", "ـ": "",
        "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "n",
    }
)  # fmt: skip

# Zero-width characters that part words (Persian writes its half-space with the first); all others of their kind are ignored.
_PARTING = "\u200c\u200b"
_HALFWIDTH_VOICING = "\uff9e\uff9f"


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _classify(char: str) -> tuple[_Class, str]:
    """What a character is to a word, and its folded form."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ("separator" if char in _PARTING else "nothing"), ""
    if category[0] == "M" or char in _HALFWIDTH_VOICING:
        return ("nothing", "") if _within(ord(char), _FOLDED_MARKS) else ("mark", unicodedata.normalize("NFKD", char))
    if category[0] not in "LN":
        return "separator", ""
    loose = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    folded = "".join(_fold(part) for part in loose).translate(_VARIANTS)
    if not folded:
        return "nothing", ""
    dense = category[0] == "L" and _within(ord(char), _DENSE)
    return ("dense" if dense else "letter"), folded


def _fold(part: str) -> str:
    if part.isdecimal():
        return str(unicodedata.decimal(part))
    if unicodedata.category(part)[0] == "M":
        return "" if _within(ord(part), _FOLDED_MARKS) else part
    return part if part.isalnum() else ""


# Most English text is ASCII but for these. Without them it is cut by the fast path.
_COMMON_SIGNS = "’‘“”–—…\xa0"
# Each byte of ASCII folded, or a space where it parts words.
_ASCII_FOLDED = bytes([ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256)])


class _Chars(dict[str, tuple[_Class, str]]):
    """Characters met so far; there are not many."""

    def __missing__(self, char: str) -> tuple[_Class, str]:
        found = self[char] = _classify(char)
        return found


class _Runs(dict[str, str]):
    """Runs met so far, as they are indexed: tokens joined by spaces."""

    def __missing__(self, run: str) -> str:
        cut_run = run.lower() if run.isascii() else " ".join([token.text for token in _pieces(run, 0)])
        if len(run) <= _REMEMBERED_LENGTH:
            if len(self) >= _REMEMBERED_RUNS:
                self.clear()
            self[run] = cut_run
        return cut_run


_CHARS = _Chars()
_RUNS = _Runs()


def cut(text: str) -> str:
    """The tokens of a text, parted by one or more spaces: what a full-text engine is fed with."""
    plain = text
    if not plain.isascii():
        for sign in _COMMON_SIGNS:
            plain = plain.replace(sign, " ")
    if plain.isascii():
        return plain.encode().translate(_ASCII_FOLDED).decode()
    return " ".join(map(_RUNS.__getitem__, _RUN.findall(text)))


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text in order, with where they stand in it; their texts are those of `cut`."""
    for match in _RUN.finditer(text):
        run = match.group()
        if run.isascii():
            yield Token(run.lower(), match.start(), match.end(), dense=False)
        else:
            yield from _pieces(run, match.start())


def words(text: str) -> list[str]:
    """The texts of the tokens."""
    return cut(text).split()


def sought(text: str) -> tuple[tuple[str, ...], bool]:
    """The tokens to look for in sequence to find `text`, and whether the last of them is only the beginning of one.

    The single letter that ends a run of a script without spaces is dropped, since where the text is found the run may go on;
    a letter that is all there is finds every token that begins with it.
    """
    found = list(tokens(text))
    if not found or not found[-1].dense:
        return tuple(token.text for token in found), False
    if len(found) > 1 and found[-2].end > found[-1].start:
        return tuple(token.text for token in found[:-1]), False
    return tuple(token.text for token in found), True


def _pieces(run: str, offset: int) -> Iterator[Token]:
    """The tokens of a run that has characters beyond ASCII."""
    clusters: list[list[str | int]] = []  # of one word or one stretch without spaces: folded text, start, end
    dense = False
    for at, char in enumerate(run, offset):
        kind, folded = _CHARS[char] if char > "\x7f" else ("letter", char.lower())
        if kind in {"letter", "dense"}:
            if clusters and dense != (kind == "dense"):
                yield from _closed(clusters, dense)
                clusters = []
            dense = kind == "dense"
            clusters.append([folded, at, at + 1])
        elif kind == "separator":
            yield from _closed(clusters, dense)
            clusters = []
        elif clusters:
            clusters[-1][0] = f"{clusters[-1][0]}{folded}"
            clusters[-1][2] = at + 1
    yield from _closed(clusters, dense)


def _closed(clusters: list[list[str | int]], dense: bool) -> Iterator[Token]:
    """A finished word as one token, or a finished stretch without spaces as pairs and its last letter."""
    if clusters and not dense:
        text = unicodedata.normalize("NFC", "".join([str(cluster[0]) for cluster in clusters]))
        yield Token(text, int(clusters[0][1]), int(clusters[-1][2]), dense=False)
    elif clusters:
        for first, second in zip(clusters, [*clusters[1:], None], strict=True):
            last = second or first
            text = f"{first[0]}{second[0]}" if second else str(first[0])
            yield Token(unicodedata.normalize("NFC", text), int(first[1]), int(last[2]), dense=True)
