"""The words of dates: CLDR's tables, and by hand what CLDR through Babel lacks.

A word's sense is `(code, value)`. Codes: `M` month, `W` weekday, `B` either, `f` a word that dates and clocks are strung with,
`e` an era, `A` a half of the day, `q` an era or a half of the day, `H` `i` `s` the units of a clock, `k` `m` `d` those of a
date (年月日), `p` and `S` what stands before and after the number of a month, `x` anything else. A month's value is its number
plus `SOLAR` or `ISLAMIC` for those calendars; weekdays are a set of bits from `WEEKDAY` up, Monday first.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.moments import by_hand
from dateline.moments.tokens import fold, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

SOLAR, ISLAMIC, WEEKDAY = 100, 200, 10
MONTH_BITS = (1 << WEEKDAY) - 1
# Year words that name a calendar; the place in the list is the token's value.
ERAS = ("gregorian", "solar hijri", "islamic", "buddhist", "minguo", "明治", "大正", "昭和", "平成", "令和", "hijri")
HALVES = ("am", "pm", "night", "noon")

Sense = tuple[str, int]
_OTHER: Sense = ("x", 0)


class Tables(msgspec.Struct, frozen=True):
    """`dates.json`: see `training/make_moments_tables.py`."""

    cldr: str
    months: dict[str, int]
    own_months: dict[str, dict[str, int]]
    month_parts: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    weekdays: dict[str, int]
    own_weekdays: dict[str, dict[str, int]]
    day_periods: dict[str, str]
    own_day_periods: dict[str, dict[str, str]]
    affixes: dict[str, dict[str, str]]
    fillers: tuple[str, ...]
    orders: dict[str, str]
    short_year_first: frozenset[str]
    dashed: frozenset[str]
    spaced: frozenset[str]


@cache
def tables() -> Tables:
    """CLDR's words and habits, read on first use."""
    return msgspec.json.decode(Path(__file__).with_name("dates.json").read_bytes(), type=Tables)


def root(language: str | None) -> str:
    """The language subtag in lower case: `zh` of `zh-Hant-TW`; "" for None."""
    return language.replace("_", "-").split("-")[0].lower() if language else ""


@cache
def _by_hand() -> tuple[dict[str, Sense], dict[str, Sense], dict[str, tuple[int, ...]]]:
    """The senses listed here: the words that go before CLDR's names, the months that come after them, and `lengths` of both."""
    found: dict[str, Sense] = dict.fromkeys(tables().fillers, ("f", 0))
    found |= {phrase(word): ("f", 0) for word in by_hand.STRUNG.split()}
    for half, words in by_hand.HALVES.items():
        found |= {phrase(word): ("A", HALVES.index(half)) for word in words.split()}
    for unit, words in by_hand.CLOCK_UNITS.items():
        found |= {phrase(word): (unit, 0) for word in words.split()}
    for era, words in by_hand.ERA_WORDS.items():
        found |= {phrase(word): ("q" if word == "م" else "e", ERAS.index(era)) for word in words.split()}
    months = {name: ("M", month) for name, month in _months_by_hand()}
    lengths: dict[str, tuple[int, ...]] = {}
    for name in (*found, *months):
        if " " in name:
            first, *rest = name.split(" ")
            lengths[first] = tuple(sorted({*lengths.get(first, ()), len(rest) + 1}, reverse=True))
    return found, months, lengths


def _of_all_languages(name: str) -> Sense:
    """The sense of a folded word or phrase where the language does not matter."""
    words, months, _ = _by_hand()
    if found := words.get(name):
        return found
    known = tables()
    month, days = known.months.get(name, 0), known.weekdays.get(name, 0) << WEEKDAY
    if month:
        return ("B", month | days) if days else ("M", month)
    if found := months.get(name):
        return found
    if days:
        return "W", days
    half = known.day_periods.get(name)
    return ("A", HALVES.index(half)) if half else _OTHER


def _months_by_hand() -> Iterator[tuple[str, int]]:
    """The month names listed here, with their values."""
    for table, shift, between in (
        (by_hand.SOLAR_MONTHS, SOLAR, None),
        (by_hand.ISLAMIC_MONTHS, ISLAMIC, ","),
        (by_hand.MORE_MONTHS, 0, None),
    ):
        for line in table.strip().split("\n"):
            for number, name in enumerate(line.split(between), 1):
                yield phrase(name), shift + number
    for name, number in by_hand.LEVANTINE.items():
        yield phrase(name), number


@lru_cache(maxsize=64)
def _own(language: str) -> dict[str, Sense]:
    """The words that have their sense only in one language."""
    known = tables()
    found: dict[str, Sense] = {}
    for name, half in known.own_day_periods.get(language, {}).items():
        found[name] = "A", HALVES.index(half)
    for name, days in known.own_weekdays.get(language, {}).items():
        month = _of_all_languages(name)[1] & MONTH_BITS
        found[name] = ("B" if month else "W", month | days << WEEKDAY)
    found |= {name: (code, 0) for name, code in known.affixes.get(language, {}).items()}
    for name, month in known.own_months.get(language, {}).items():
        bits = _of_all_languages(name)[1] & ~MONTH_BITS
        found[name] = ("B", month | bits) if bits else ("M", month)
    if language == "ja":
        found |= {letter: ("e", ERAS.index(era)) for letter, era in by_hand.ERA_LETTERS.items()}
    return found


@lru_cache(maxsize=8192)
def sense(word: str, language: str) -> Sense:
    """The sense of a word or phrase as it stands in a text of a language (`root`)."""
    name, own = fold(word), _own(language)
    return own.get(word.casefold()) or own.get(name) or _of_all_languages(name)


@lru_cache(maxsize=8192)
def meaning(word: str, language: str) -> tuple[str, int, tuple[int, ...]]:
    """The sense of a word, and how many words the names that begin with it have, longest first."""
    name = fold(word)
    return *sense(word, language), tuple(sorted({*tables().lengths.get(name, ()), *_by_hand()[2].get(name, ())}, reverse=True))


@lru_cache(maxsize=8192)
def hints_month(word: str, language: str) -> bool:
    """Whether a word is, or is part of, the name of a month."""
    return sense(word, language)[0] in "MBpS" or fold(word) in tables().month_parts or fold(word) in _parts_by_hand()


@cache
def _parts_by_hand() -> frozenset[str]:
    return frozenset(word for name in _by_hand()[1] if " " in name for word in name.split(" "))


def writes_spaced(language: str) -> bool:
    """Whether a language writes numeric dates with nothing but spaces between."""
    return language in tables().spaced


def writes_dashed(language: str) -> bool:
    """Whether a language writes short dates with dashes and without zeros: "5-3-24"."""
    return language in tables().dashed


def writes_short_year_first(language: str) -> bool:
    """Whether a language puts a year of two digits first: "24. 3. 5." in Korean."""
    return language in tables().short_year_first


def order(language: str | None) -> str:
    """`dmy`, `mdy` or `ymd` for a BCP 47 tag (its region counts), or "" when nothing is known."""
    parts = (language or "").replace("_", "-").split("-")
    region = next((part.upper() for part in parts[1:] if len(part) == 2 or part.isdecimal()), "")
    habits = tables().orders
    return habits.get(f"{parts[0].lower()}_{region}") or habits.get(parts[0].lower(), "")


def marked_weekday(sign: str) -> int:
    """The weekday bit of a sign such as (火) or （화）."""
    return 1 << (WEEKDAY + by_hand.MARKED_WEEKDAYS[sign])
