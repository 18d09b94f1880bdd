"""Rules for months, years, quarters and seasons, decades and centuries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.moments.words import SOLAR
from dateline.statements import periods, solar
from dateline.statements.context import around_anchor
from dateline.statements.meanings import Meaning, date_of, unknown
from dateline.statements.reading import Reading, nearest
from dateline.statements.surroundings import with_part

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., Meaning | None]


# Two digits of a year: POSIX's rule for %y of strptime, as in `moments.fields`.
_PIVOT = 69


# A number outside these years is one of things more often than not.
_EARLIEST_BARE, _LATEST_BARE, _EARLIEST_SPOKEN = 1900, 2100, 1800


def shift_of(reading: Reading) -> int | None:
    """What "last", "this", "next" say, as -1, 0, 1."""
    return reading.integer("shift")


def year_of(reading: Reading, published: date | None) -> int | None:
    """The year that is named, in full, by its last digits, or from now ("last year's third quarter")."""
    year = reading.integer("year")
    if year is None and reading.has("q"):
        spoken = int(reading.number() or 0)
        year = spoken if _EARLIEST_SPOKEN <= spoken < _LATEST_BARE else None
    if year is None and reading.has("two") and (short := reading.integer("two")) is not None:
        year = 2000 + short if short < _PIVOT else 1900 + short
    if year is None and reading.has("yearshift") and published:
        year = published.year + (reading.integer("yearshift") or 0)
    return year


def month(reading: Reading, named: str = "") -> Meaning | None:
    """A month, with its year, with "last" or "next", or alone. `named` is the month of a name of several words."""
    number = int(named) if named else reading.integer("month")
    year, published = year_of(reading, reading.published), reading.published
    if number is None:
        return None
    if number > SOLAR:
        return _solar_month(reading, number - SOLAR, year)
    if year is not None:
        return date_of(periods.of_month(year, number))
    shift = shift_of(reading)
    if shift is None and _is_name(reading):
        return None
    if published is None:
        return unknown(f"XXXX-{number:02d}", "month")
    if shift is None:
        near = (periods.of_month(near, number) for near in range(published.year - 1, published.year + 2))
        return date_of(nearest([month for month in near if month], reading, 0))
    return date_of(periods.of_month(published.year + (0 if (number - published.month) * shift > 0 else shift), number))


def _is_name(reading: Reading) -> bool:
    """Whether a month's word is a person's name, or begins a sentence as a verb: "Theresa May", "May I", "Ms. June"."""
    prose, lexicon = reading.prose, reading.prose.lexicon
    token = reading.first
    if lexicon.key(prose.pieces[token]) not in lexicon.names:
        return False
    before = prose.pieces[token - 1] if token else "\n"
    after = prose.pieces[reading.last] if reading.last < len(prose.pieces) else ""
    # "May was cold", but "May I ask".
    begins = before in ("\n", ".", '"', "“", "`") and lexicon.key(after or ".") not in lexicon.past
    called = before[:1].isupper() and prose.codes[token - 1] == "x"
    # "the March for Science"
    called = called or (lexicon.key(prose.pieces[token]) == "march" and lexicon.key(after or ".") in ("for", "against"))
    return begins or called or (after[:1].isupper() and prose.codes[reading.last] == "x")


def _solar_month(reading: Reading, number: int, year: int | None) -> Meaning | None:
    """A month of the Solar Hijri calendar."""
    published = reading.published
    if year is not None:
        return date_of(solar.of_month(year, number))
    if published is None:
        return unknown("XXXX-XX", "month")
    here = published.year - solar.SHIFT
    return date_of(nearest([month for near in (here - 1, here, here + 1) if (month := solar.of_month(near, number))], reading, 0))


def year(reading: Reading, kind: str = "") -> Meaning | None:
    """A year; `fiscal` ones and school years are taken as the calendar year of their number, and are vague."""
    number = year_of(reading, reading.published)
    if number is None:
        return None
    if reading.prose.lexicon.language == "fa" and number in solar.YEARS:
        return date_of(solar.of_year(number))
    if kind == "period" and reading.context.quarter:
        # "the 1988 quarter": the one of the report, in that year.
        return date_of(periods.around("quarter", reading.context.quarter.start.replace(year=number)))
    if kind == "bare" and not _stands_as_year(reading):
        return None
    if reading.has("two2") or reading.has("year2"):
        last = reading.integer("year2") or number // 100 * 100 + (reading.integer("two2") or 0)
        whole = periods.of_year(number)
        until = periods.of_year(last)
        if not whole or not until or not 0 < last - number <= 100:
            return None
        return Meaning("DATE", f"{number}/{last}", "year", whole.start, until.end, whole, vague=last == number + 1)
    return date_of(periods.of_year(number), vague=kind == "fiscal")


def _stands_as_year(reading: Reading) -> bool:
    """Whether four digits alone are a year: no price, no number of things, no part of a longer number or name."""
    lexicon, text = reading.prose.lexicon, reading.prose.text
    start, end = reading.prose.starts[reading.first], reading.prose.ends[reading.last - 1]
    glued, after = text[max(0, start - 2) : start], text[end : end + 2]
    if glued[-1:] in tuple("$€£¥#%/+=&.:_") or (glued[-1:] == "-" and glued[:1].isdecimal()):
        return False
    if after[:1] in tuple("%°$€/_:") or (after[:1] in tuple("-–.,") and after[1:].isdecimal()):
        return False
    before, follows = reading.near(-1), reading.near(0)
    if before in lexicon.listed("noyear"):
        return False
    number = reading.integer("year") or 0
    if not _EARLIEST_BARE <= number < _LATEST_BARE or follows in lexicon.listed("counted"):
        return before in lexicon.listed("yearprep") and follows not in lexicon.listed("counted")
    return True


def decade(reading: Reading, kind: str = "") -> Meaning | None:
    """ "the 1990s", "the '90s", "the nineties"; two digits are of the century before the publish date's when that is nearer."""
    number = reading.integer("decade")
    if number is None:
        return None
    if number < 100:
        if kind == "full":
            # "in his 30s"
            return None
        number += 2000 if number < 30 else 1900
    return date_of(periods.of_decade(number))


def century(reading: Reading) -> Meaning | None:
    """A century by its number."""
    tens, ones = reading.integer("tens") or 0, reading.integer("nth")
    return date_of(periods.of_century(tens + ones)) if ones is not None and tens + ones <= 30 else None


def quarter(reading: Reading, unit: str = "quarter", back: str = "0") -> Meaning | None:
    """A quarter or a half of a year: of the one that is named, else the nearest in the direction of the sentence."""
    number = reading.integer("nth")
    most, letter = (4, "Q") if unit == "quarter" else (2, "H")
    if number is None or not 1 <= number <= most:
        return None
    make = periods.of_quarter if unit == "quarter" else periods.of_half
    year, published = year_of(reading, reading.published), reading.published
    if year is None and published is None:
        return unknown(f"XXXX-{letter}{number}", "quarter" if unit == "quarter" else "half")
    if year is None and published:
        near = (make(near, number) for near in range(published.year - 1, published.year + 2))
        found = nearest([period for period in near if period], reading, 0)
        year = found.start.year + int(back) if found else None
    return date_of(make(year, number)) if year is not None else None


def season(reading: Reading, kind: str = "") -> Meaning | None:
    """A season of the northern half of the Earth, with its year, or counted from now; "early summer" is a third of it."""
    whole = _season(reading, kind)
    return with_part(whole, reading.word("third"), reading.published) if whole and reading.has("third") else whole


def _season(reading: Reading, kind: str) -> Meaning | None:
    number, published = reading.integer("season"), reading.published
    if number is None:
        return None
    if kind == "bare" and reading.near(0) in ("of", "in", "from", "to"):
        return None
    year = year_of(reading, published)
    if year is not None:
        return date_of(periods.of_season(year, number))
    if published is None:
        return unknown(f"XXXX-{periods.SEASONS[number]}", "season")
    shift = shift_of(reading)
    found = [season for near in range(published.year - 2, published.year + 3) if (season := periods.of_season(near, number))]
    if shift == -1:
        found = [season for season in found if season.end < published]
    elif shift == 1:
        found = [season for season in found if season.start > published]
    elif shift == 0:
        found = [
            season for season in found if published.year in (season.start.year, season.end.year) and season.end >= published
        ] or found
    return date_of(nearest(found, reading, shift or 0))


def part_of(reading: Reading, unit: str, part: str) -> Meaning | None:
    """A word for a part of the current year or month: "月底", the end of the month."""
    whole = around_anchor(reading.context, unit, reading.published, 0)
    return with_part(whole, part, reading.published) if whole else None


RULES: dict[str, Rule] = {
    "month": month,
    "year": year,
    "decade": decade,
    "century": century,
    "quarter": quarter,
    "season": season,
    "part_of": part_of,
}
