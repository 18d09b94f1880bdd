"""Writes `dates.json` and `relative.json` in `src/dateline/moments`: the words and habits of dates in every language of CLDR.

The data come from the Unicode CLDR through Babel (Unicode licence); nothing is fetched. Run it as
`python -m training.make_moments_tables`; `--check` only compares. Names are stored folded (`tokens.fold`), as they come out of
every date pattern of a language, so that prefixes and endings that a pattern glues to a name belong to it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from functools import reduce
from itertools import chain, product
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from babel import Locale
from babel.core import get_cldr_version
from babel.localedata import locale_identifiers

from dateline.moments.tokens import phrase, pieces

PLACE = Path(__file__).parents[1] / "src" / "dateline" / "moments"
# Pattern letters of CLDR; everything else in a pattern is literal, quoted or not.
_FIELD = re.compile(r"'([^']*)'|(G+|y+|M+|L+|d+|E+|c+)|([^'GyMLdEc]+)")
_KINDS = {"M": "month", "L": "month", "E": "weekday", "c": "weekday"}
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
# When a name means different months, the first of these languages that has it decides for a text of unknown language;
# these are the most read in news.
_MOST_READ = "en es fr de pt it ru ar fa tr id pl nl uk vi sv cs ro hu el da fi nb he sr hr ca hi bn ko ja zh"
_MAIN = tuple(_MOST_READ.split())
# A name of so few Latin letters is taken only in a text of its own language ("de", "no", "van", "pay" are months somewhere),
# unless the language has a press of some size.
_SHORT_LATIN = 3
_WIDELY_READ = "af az bg bs cy et eu fil ga gl id is ka kk ky lt lv mk ms mt no nn sk sl so sq sw tk uz hy mn zu"
_PRESS = frozenset((*_MAIN, *_WIDELY_READ.split()))
_SHORT_PERIOD = 3
# Shorter words of a month's name ("de gener", "an t-iuchar") are everyday ones.
_SHORT_PART = 2
# Words around a number that are shorter than this say too little: "5 m", "3 t".
_TELLING = 3
_TELLING_ALONE, _TELLING_SIGNS = 5, 2
# In CLDR these are month names of small languages; in news of the rest they are prepositions and ordinary words.
_COMMON = "out see man her sit est mor kan das mas mad was ile sun sat fri mon the and are for may"
_EVERYDAY = frozenset(_COMMON.split())
# Everyday words that are month names of a large press all the same.
_KEPT = frozenset(["out", "may"])

Names = dict[str, dict[str, set[int]]]


def rendered(pattern: str, month: str, weekday: str) -> tuple[str, list[tuple[str, int, int]]]:
    """A date in a pattern, and where its month and weekday stand in it: `(field, start, end)`."""
    text, spans = "", []
    for literal, field, plain in _FIELD.findall(pattern):
        kind = _KINDS.get(field[:1], "") if field in ("E", "c") or len(field) > 2 else ""
        value = {"month": month, "weekday": weekday}.get(kind) or {"y": "2021", "d": "23", "M": "11"}.get(field[:1], "")
        if kind:
            spans.append((kind, len(text), len(text) + len(value)))
        text += value or literal or plain
    return text, spans


class Words(NamedTuple):
    """The month and weekday as a pattern's words have them, and its other words."""

    month: str
    weekday: str
    others: list[str]


def names_in(pattern: str, month: str, weekday: str) -> Words:
    """The words of a date in a pattern."""
    text, spans = rendered(pattern, month, weekday)
    found: defaultdict[str, list[str]] = defaultdict(list)
    others = []
    for kind, piece, start, end in pieces(text):
        if kind not in ("word", "number") or piece in ("2021", "23"):
            continue
        field = next((name for name, low, high in spans if start < high and end > low), None)
        if field:
            found[field].append(phrase(piece))
        elif kind == "word":
            others.append(phrase(piece))
    return Words(" ".join(found["month"]), " ".join(found["weekday"]), others)


def patterns_of(locale: Locale) -> list[str]:
    """Every pattern of the locale that has a day and a month, skeletons included."""
    data: Any = locale._data  # Babel has no public way to skeletons and relative fields
    found = [str(form.pattern) for form in locale.date_formats.values()]
    found += [str(data["datetime_skeletons"][name].pattern) for name in ("yMMMd", "yMMMEd") if name in data["datetime_skeletons"]]
    return sorted(set(found))


def gather(locale: Locale, months: Names, spelt: Names, weekdays: Names, fillers: set[str]) -> None:
    """Adds the names and filler words of one locale; `spelt` has the names of months with their accents."""
    language = str(locale)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            named = locale.months[context][width]
            days = locale.days[context]
            for number, name in named.items():
                put(months, phrase(name), language, number)
                put(spelt, name.casefold(), language, number)
                weekday = days[width][(number - 1) % 7]
                for pattern in patterns_of(locale):
                    found = names_in(pattern, name, weekday)
                    put(months, found.month, language, number)
                    put(weekdays, found.weekday, language, (number - 1) % 7)
                    fillers.update(found.others)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "short"):
            for number, name in dict(locale.days[context].get(width, {})).items():
                put(weekdays, phrase(name), language, number)


def put(names: Names, name: str, language: str, number: int) -> None:
    """Notes that a name means a number in a language."""
    if name and not any(sign.isdigit() for sign in name):
        names.setdefault(name, {}).setdefault(language, set()).add(number)


def settle_weekdays(names: Names) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """The weekdays that a name may mean, as bits, Monday first: those of the most read languages that have it, else all."""
    everywhere: dict[str, int] = {}
    own: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, meanings in sorted(names.items()):
        bits: defaultdict[str, int] = defaultdict(int)
        for language, days in meanings.items():
            bits[language.split("_")[0]] |= sum(1 << day for day in days)
        main = [bits[language] for language in _MAIN if language in bits] or list(bits.values())
        if not (name.isascii() and len(name) <= _SHORT_LATIN and not _PRESS & bits.keys()):
            everywhere[name] = reduce(or_, main)
        for language, days_of_own in sorted(bits.items()):
            if days_of_own & ~everywhere.get(name, 0):
                own[language][name] = days_of_own
    return everywhere, dict(sorted(own.items()))


def affixes(locales: list[Locale]) -> dict[str, dict[str, str]]:
    """By language, the words before (`p`) or after (`S`) the digits of months that have no other name: "M11", "11-р сарын"."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for locale in locales:
        for width in ("wide", "abbreviated"):
            names = [name for name in locale.months["format"][width].values() if any(sign.isdigit() for sign in name)]
            for name, pattern in product(names, patterns_of(locale)):
                words = names_in(pattern, name, "").month
                before, _, after = words.partition(next((word for word in words.split(" ") if word.isdigit()), "-"))
                if before.strip():
                    found[locale.language][before.strip()] = "p"
                if after.strip():
                    found[locale.language][after.strip()] = "S"
    return dict(sorted(found.items()))


def settle(names: Names, spelt: Names) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Names that mean one month everywhere or by majority, and those that only hold in a language of their own."""
    everywhere: dict[str, int] = {}
    own: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, meanings in sorted(names.items()):
        roots: dict[str, int] = {}
        for language, numbers in sorted(meanings.items(), key=lambda item: len(item[0])):
            roots.setdefault(language.split("_")[0], min(numbers))
        default: int | None = next((roots[language] for language in _MAIN if language in roots), None)
        if default is None:
            default = Counter(roots.values()).most_common(1)[0][0]
        if (name.isascii() and len(name) <= _SHORT_LATIN and not _PRESS & roots.keys()) or name in _EVERYDAY - _KEPT:
            default = None
        if default is not None:
            everywhere[name] = default
        for language, number in roots.items():
            if number != default:
                own[language][name] = number
    # Where only an accent tells two months apart, the accented name is kept as well.
    same = {language for meanings in names.values() for language, numbers in meanings.items() if len(numbers) > 1}
    for name, meanings in sorted(spelt.items()):
        for language in same & meanings.keys():
            if phrase(name) != name and len(names[phrase(name)].get(language, ())) > 1:
                own[language.split("_")[0]][name] = min(meanings[language])
    return everywhere, dict(sorted(own.items()))


def day_periods(locales: list[Locale]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Words that say which half of the day a clock means: `am`, `pm`, `night` (before or after midnight) or `noon`.

    Those of a few Latin letters ("em", "in", "to") hold only in their own language.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    own: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for locale in locales:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                known: Any = locale.day_periods
                for period, name in known.get(context, {}).get(width, {}).items():
                    half = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(period.rstrip("12"), period.rstrip("12"))
                    word = phrase(name)
                    if half not in ("am", "pm", "night", "noon") or not word or word[0].isdigit():
                        continue
                    if len(word) <= _SHORT_PERIOD and word.isascii() and word not in ("am", "pm"):
                        own[locale.language][word] = half
                    else:
                        found[word][half] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in sorted(found.items())}, dict(sorted(own.items()))


def lengths(names: list[str]) -> dict[str, list[int]]:
    """How many words the names of several words have, by their first word, longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        if " " in name:
            found[name.split(" ")[0]].add(name.count(" ") + 1)
    return {first: sorted(counts, reverse=True) for first, counts in sorted(found.items())}


def order_of(locale: Locale) -> str:
    """`dmy`, `mdy` or `ymd`: in which order the locale writes a short date."""
    found = [
        field[0].replace("L", "M").lower() for _, field, _ in _FIELD.findall(str(locale.date_formats["short"].pattern)) if field
    ]
    return "".join(letter for letter in found if letter in "dmy")


def orders(locales: list[Locale]) -> dict[str, str]:
    """The order of numeric dates by language, and by region where it differs."""
    found = {str(locale): order_of(locale) for locale in locales if locale.territory is None and locale.script is None}
    # A locale with a script or variant speaks for its region only where none without one does (zh_Hant_TW, not en_Shaw_GB).
    plain = {
        (locale.language, locale.territory) for locale in locales if locale.territory and not locale.script and not locale.variant
    }
    for locale in locales:
        place = locale.language, locale.territory
        speaks = locale.territory and (place not in plain or not (locale.script or locale.variant))
        if speaks and order_of(locale) != found.get(locale.language):
            found[f"{locale.language}_{locale.territory}"] = order_of(locale)
    return dict(sorted(found.items()))


def relative(locales: list[Locale]) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """`{words after: {words before: unit}}` of counted patterns ("vor {0} Stunden"), and the same of those without a number.

    Spaces are left out of the words; a unit that lies ahead has a plus before it. What can mean past and future is left out.
    """
    counted: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    words: dict[str, set[str]] = {}
    for locale in locales:
        data: Any = locale._data
        for unit in _UNITS:
            for width in ("", "-short", "-narrow"):
                for sign, tense in (("", "past"), ("+", "future")):
                    for pattern in data["date_fields"].get(unit + width, {}).get(tense, {}).values():
                        before, number, after = pattern.partition("{0}")
                        sides = squeezed(before), squeezed(after)
                        alone = not sides[0] and sides[1].isascii() and "ago" not in sides[1]
                        least = _TELLING_ALONE if alone else _TELLING if (sides[0] + sides[1]).isascii() else _TELLING_SIGNS
                        if number and len(sides[0] + sides[1]) >= least and not re.search(r"[-+−]\s*$", before):
                            counted[sides[1]].setdefault(sides[0], set()).add(sign + unit)
                        elif not number and " " in phrase(before):
                            words.setdefault(sides[0], set()).add(sign + unit)
    single = {
        after: {before: units.pop() for before, units in sorted(by.items()) if len(units) == 1}
        for after, by in sorted(counted.items())
    }
    return {after: by for after, by in single.items() if by}, {
        name: units.pop() for name, units in sorted(words.items()) if len(units) == 1
    }


def squeezed(text: str) -> str:
    """A phrase without its spaces."""
    return phrase(text).replace(" ", "")


def build() -> dict[str, bytes]:
    """The tables as compact JSON, by file name."""
    locales = [Locale.parse(name) for name in sorted(locale_identifiers())]
    months: Names = {}
    spelt: Names = {}
    weekdays: Names = {}
    fillers: set[str] = set()
    for locale in locales:
        gather(locale, months, spelt, weekdays, fillers)
    everywhere, own = settle(months, spelt)
    common, own_weekdays = settle_weekdays(weekdays)
    languages = [locale for locale in locales if locale.territory is None]
    periods, own_periods = day_periods(languages)
    counted, uncounted = relative(languages)
    names = [*everywhere, *chain.from_iterable(own.values()), *chain.from_iterable(affixes(locales).values())]
    dates = {
        "cldr": get_cldr_version(),
        "months": everywhere,
        "own_months": own,
        "month_parts": sorted(
            {word for name in names if " " in name for word in name.split(" ") if len(word) > _SHORT_PART or not word.isascii()}
        ),
        "lengths": lengths([*names, *weekdays, *periods]),
        "weekdays": common,
        "own_weekdays": own_weekdays,
        "day_periods": periods,
        "own_day_periods": own_periods,
        "affixes": affixes(locales),
        "fillers": sorted(fillers),
        "orders": orders(locales),
        "short_year_first": sorted({x.language for x in languages if re.match(r"yy(?!y)", str(x.date_formats["short"].pattern))}),
        "dashed": sorted({x.language for x in locales if re.fullmatch(r"d-M-yy", str(x.date_formats["short"].pattern))} - {"en"}),
        "spaced": sorted({locale.language for locale in locales for p in patterns_of(locale) if re.search(r"\bd+ M{1,2} y", p)}),
    }
    tables = {"dates.json": dates, "relative.json": {"cldr": get_cldr_version(), "counted": counted, "uncounted": uncounted}}
    return {name: msgspec.json.encode(table) + b"\n" for name, table in tables.items()}


def main() -> None:
    """Writes the tables, or with `--check` fails when they are not what would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    for name, table in build().items():
        if check and (PLACE / name).read_bytes() != table:
            sys.exit(f"{name} is stale: run python -m training.make_moments_tables")
        if not check:
            (PLACE / name).write_bytes(table)
            print(f"{name}: {len(table):,} bytes")


if __name__ == "__main__":
    main()
