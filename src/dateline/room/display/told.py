"""Values in words that people read: moments as far as they are known, sizes, counts, text that cannot misbehave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from dateline import Article, Moment

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Characters that a browser obeys instead of showing: C0 and C1 controls but for tab and line ends, and the two overrides, which
# print a text backwards. Embeddings, isolates and joiners are left: Arabic and Persian pages need them, and `<bdi>` contains them.
_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_NAMES = {"\u202d": "[LRO]", "\u202e": "[RLO]"}

_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")  # languages written without spaces: characters are counted, not words
_WORD = re.compile(r"\w+(?:[’'\u200c-]\w+)*")

_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"))
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))


class Told(NamedTuple):
    """A moment in words. `clock` and `zone` are None where no time of day is known; `iso` is for machines."""

    day: str
    clock: str | None
    zone: str | None
    iso: str

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.day, self.clock, self.zone)))


def told(moment: Moment) -> Told:
    """A moment as far as it is known: `23 November 2021`, `21:37`, `zone not stated`."""
    local = moment.local
    year, month = local[:4].lstrip("0") or "0", local[5:7]
    words = " ".join(filter(None, (local[8:10].lstrip("0"), MONTHS[int(month) - 1] if month else "", year)))
    if len(local) <= len("2021-11-23"):
        return Told(words, None, None, moment.text)
    clock = local[11:].removesuffix(":00") if moment.precision == "second" else local[11:]
    return Told(words, f"{clock} h" if moment.precision == "hour" else clock, _zone(moment), moment.text)


def _zone(moment: Moment) -> str:
    if moment.offset is None:
        return "zone not stated"
    zone = "UTC" if moment.offset == "+00:00" else f"UTC{moment.offset}".replace("-", "−")
    return f"{zone} by the outlet’s zone" if moment.zone_source == "outlet" else zone


def at(time: datetime) -> str:
    """An instant in UTC to the minute."""
    from datetime import UTC

    utc = time.astimezone(UTC)
    return f"{utc.day} {MONTHS[utc.month - 1]} {utc.year}, {utc:%H:%M} UTC"


def visible(text: str) -> str:
    """`text` with what a browser would obey instead of show made visible; lengths may change, so spans are cut before."""
    return _OBEYED.sub(lambda found: _NAMES.get(found[0]) or _picture(found[0]), text)


def _picture(character: str) -> str:
    """The picture of a control character (U+2400 and on), or U+FFFD."""
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def many(count: int, noun: str, plural: str | None = None) -> str:
    """`1 word`, `1,204 words`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def size(article: Article) -> str:
    """How long the main content is: `412 words in 9 paragraphs`."""
    count = sum(_length(paragraph.text, article.language) for paragraph in article.body)
    noun = "character" if _unspaced(article.language) else "word"
    return f"{many(count, noun)} in {many(len(article.body), 'paragraph')}"


def _length(text: str, language: str | None) -> int:
    return sum(map(str.isalnum, text)) if _unspaced(language) else sum(1 for _ in _WORD.finditer(text))


def _unspaced(language: str | None) -> bool:
    return (language or "").split("-")[0] in _UNSPACED


def direction(language: str | None) -> Literal["ltr", "rtl", "auto"]:
    """Which way a language is written; `auto`, by its first letter, where the language is not known."""
    if not language:
        return "auto"
    first, *others = language.lower().split("-")
    scripts = [part for part in others if len(part) == 4]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


def safe_link(url: str | None) -> str | None:
    """An address if a browser may be sent there: http or https, and nothing else."""
    return url if url and re.match(r"https?://[^\s/]", url, re.I) else None


def sure(confidence: float) -> str:
    """A confidence in words, by the calibration of docs/benchmarks.md: from .9 on, 9 in 10 values are right."""
    if confidence >= 0.9:
        return "sure"
    return "likely" if confidence >= 0.7 else "unsure"
