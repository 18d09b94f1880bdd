"""A shape found among the tokens, and the date it is: its fields, the order of its numbers, and whether it is a date at all."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dateline.moments import shapes
from dateline.moments.clocks import clock_around
from dateline.moments.fields import Written, day_of, order_of
from dateline.moments.words import (
    ERAS,
    MONTH_BITS,
    order,
    root,
    writes_dashed,
    writes_short_year_first,
    writes_spaced,
)

if TYPE_CHECKING:
    from dateline.moments.scan import Run

# How sure a date of each shape is. Judged by how a date of that shape can be something else, not measured.
_NAMED, _NUMERIC, _MONTH_ONLY = 0.98, 0.97, 0.75

# What stands before digits that are no date.
_NO_DATE_AFTER = frozenset("$€£¥₹₩₽₺#№§=@_&~^<>*+%")
_NO_DATE_BEFORE = """
v ver vers version versione versión versão versия release build rev revision kernel firmware python java php node ubuntu android
ios macos windows linux ip isbn issn doi tel telefon phone fax art chapter section page room
"""
_NO_DATE_WORDS = frozenset(_NO_DATE_BEFORE.split())
# A clock that a flattened page runs on to the date: 28.04.2023-19:20.
_CLOCK_FOLLOWS = re.compile(r"[-/]\d\d?:\d\d")
# Codes of a number and a space before a date with dashes: a telephone number, not a clock.
_NUMBERS_BEFORE = tuple(f"{before}{number}" for before in "nhylxf+,|" for number in "nhyl")


class Match:
    """A shape found in a run's codes, and its fields by name."""

    def __init__(self, run: Run, found: re.Match[str]) -> None:
        index = (found.lastgroup or "s0")[1:]
        self.run = run
        self.shape = shapes.NAMES[int(index)]
        self.first, self.last = found.span()
        self._found, self._index = found, index

    def value(self, name: str) -> int:
        """The value of the token of a field."""
        return self.run.values[self._found.start(name + self._index)]

    def clock_from(self) -> int | None:
        """The token from which on a clock stands within the date; None for other shapes."""
        return self._found.start("within" + self._index) if self.shape == "clock between" else None

    def written(self, day_first: bool | None) -> tuple[Written | None, Written | None, float]:
        """The date as printed, the one of the other order where nothing settles it, and how sure the shape is."""
        if self.shape in ("my", "cjk month", "ym"):
            return self._fields(self._month(), None), None, _MONTH_ONLY
        if self.shape in ("numbers", "slash space", "spaced", "year first") and not _stands_free(self.run, self.first, self.last):
            return None, None, 0.0
        if self.shape in ("numbers", "slash space", "spaced"):
            return self._ordered(day_first)
        if self.run.codes[self.first] == "n" and _goes_on_before(self.run, self.first):
            return None, None, 0.0
        if self.shape == "dmy short" and not self._is_short_year():
            return None, None, 0.0
        within = self.clock_from()
        if within is not None and clock_around(self.run, self.first, within, date.min) is None:
            return None, None, 0.0
        certainty = _NUMERIC if self.shape in ("year first", "cjk", "era") else _NAMED
        return self._fields(self._month(), self.value("d")), None, certainty

    def _month(self) -> int:
        """The value of the month: by name, or the number beside its word."""
        start, end = self._found.span("m" + self._index)
        if self.run.codes[start] == "p":
            return self.run.values[end - 1]
        return self.run.values[start] & MONTH_BITS

    def _fields(self, month: int, day: int | None) -> Written:
        run, token = self.run, self._found.start("y" + self._index)
        printed = run.text[run.starts[self.first] : run.ends[self.last - 1]]
        digits = {"n": 2, "h": 3}.get(run.codes[token], 4)
        named = self.shape in ("dmy", "mdy", "ymd", "ydm", "my", "ym", "dmy short", "mdy short", "clock between")
        return Written(
            run.values[token], month, day, digits, self._era(), named, any("\u0e00" <= sign < "\u0f00" for sign in printed)
        )

    def _era(self) -> str:
        """The era before the year or right after the date."""
        groups = self._found.groupdict()
        if groups.get("e" + self._index):
            return ERAS[self.value("e")]
        after = shapes.ERA_AFTER.match(self.run.codes, self.last)
        if not after:
            return ""
        token = next(index for index in range(self.last, after.end()) if self.run.codes[index] in "eq")
        if self.run.codes[token] == "q" and self.run.starts[token] != self.run.ends[self.last - 1]:
            return ""
        self.last = token + 1
        return ERAS[self.run.values[token]] if self.run.codes[token] == "e" else "gregorian"

    def _ordered(self, day_first: bool | None) -> tuple[Written | None, Written | None, float]:
        """The date of three numbers, by the order that values, separator and language call for."""
        run = self.run
        first, second = self.value("a"), self.value("b")
        token = self._found.start("y" + self._index)
        short = run.codes[token] == "n"
        separator = self._found.groupdict().get("sep" + self._index) or "/"
        if self.shape == "spaced" and not writes_spaced(root(run.language)):
            return None, None, 0.0
        if short and order(run.language) == "ymd" and day_first is None and self._width(self.first) == 2:
            year_first = Written(first, second, run.values[token], 2)
            if day_of(year_first, run.language):
                if writes_short_year_first(root(run.language)):
                    return year_first, None, _NUMERIC
                return year_first, self._fields(second, first), _NUMERIC / 2
        if short and not self._is_short_numeric(separator):
            return None, None, 0.0
        settled = order_of(first, second, separator, run.language, day_first)
        if not settled:
            return None, None, 0.0
        forward, swapped = self._fields(second, first), self._fields(first, second)
        chosen, other = (forward, swapped) if settled.day_first else (swapped, forward)
        return chosen, None if settled.settled else other, settled.certainty

    def _width(self, token: int) -> int:
        return self.run.ends[token] - self.run.starts[token]

    def _is_short_year(self) -> bool:
        """Whether two digits after a named month are its year: marked as such, or the last thing said."""
        run, token = self.run, self._found.start("y" + self._index)
        if self._width(token) != 2:
            return False
        if run.codes[token - 1] in "'-/." or run.codes[token + 1 : token + 2] in ("", "N", ",", ".", "|", "-"):
            return True
        return clock_around(run, self.first, token + 1, date.min) is not None

    def _is_short_numeric(self, separator: str) -> bool:
        """Whether three short numbers are a date: two digits each, or slashes, or dots where the language writes dates so."""
        widths = [self._width(token) for token in range(self.first, self.last) if self.run.codes[token] == "n"]
        if widths[-1] != 2:
            return False
        printed = self.run.text[self.run.starts[self.first] : self.run.ends[self.last - 1]]
        if separator != "." and any(sign.isspace() for sign in printed):
            return False
        habitual = order(self.run.language) == "dmy" if separator == "." else writes_dashed(root(self.run.language))
        return separator == "/" or habitual or widths[0] == widths[1] == 2


def _goes_on_before(run: Run, first: int) -> bool:
    """Whether a number is the end of a longer one: "3.5 March", "1,23 Nov"."""
    start = run.starts[first]
    return start > 1 and run.text[start - 1] in ".,:/" and run.text[start - 2].isdecimal()


def _stands_free(run: Run, first: int, last: int) -> bool:
    """Whether the numbers `[first, last)` belong to nothing longer: a version, an address, a price, an identifier."""
    text, start, end = run.text, run.starts[first], run.ends[last - 1]
    before, after, slashed = text[start - 1 : start], text[end : end + 1], "/" in run.codes[first:last]
    if before and before in _NO_DATE_AFTER:
        return False
    # Flattened pages run a place or a label into the date: "Madrid-29/05/2025", "Updated:23.11.2021".
    may_join = ",:-" if slashed else ",:"
    if before and before in "./-,:\\" and start > 1 and _continues(text[start - 2], before, may_join):
        return False
    if first and _names_no_date(run, first - 1, glued=before.isalpha()):
        return False
    if "-" in run.codes[first:last] and run.codes[max(0, first - 2) : first].endswith(_NUMBERS_BEFORE):
        return False
    if after and after in "./-_\\" and text[end + 1 : end + 2].isalnum():
        return bool(_CLOCK_FOLLOWS.match(text, end))
    return not (after == "%" or (after.isalpha() and after.isascii() and after not in "Tt" and run.codes[last : last + 1] == "x"))


def _continues(earlier: str, mark: str, may_join: str) -> bool:
    """Whether a sign before a mark makes what follows the mark a part of something longer."""
    return earlier.isalnum() and not (earlier.isalpha() and mark in may_join)


def _names_no_date(run: Run, token: int, *, glued: bool) -> bool:
    """Whether the token before a number says that it is no date: "version", an unknown word that runs into it."""
    if run.codes[token] == "." and token:
        token -= 1
    word = run.text[run.starts[token] : run.ends[token]]
    return word.lower() in _NO_DATE_WORDS or (glued and run.codes[token] == "x" and word.isascii())
