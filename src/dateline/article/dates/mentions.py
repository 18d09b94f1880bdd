"""The days that a short line names, also where markup without white space runs them into what stands beside them."""

from __future__ import annotations

import re

import msgspec

from ...moments import Mention, find_dates

# A date has a year, or three numbers.
DATE_LIKE = re.compile(
    r"\d{4}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}|['’]\d\d|\d{1,3}年|元年|\d{1,2}\.?[ -][^\W\d_]{3,10}\.?[ -]\d\d(?!\d)"
)
# A date run together with the name before it ("Ana Lima3.11.2023"), with the same date in other words, or with what is behind it.
_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d{1,2}[./ -])|(?<=[./-]\d{4})(?=\d{1,2}\D|[^\W\d_])")
# A year of two digits run together with the clock behind it ("28.09.1912:44"), and a year with a count ("Mar 27, 20255 mins").
_GLUED_YEAR = re.compile(r"(?<=\d[./-]\d\d[./-]\d\d)(?=[0-2]\d:[0-5]\d)|(?<=, (?:19|20)\d\d)(?=\d{1,2}\s?[^\W\d_])")
# A day run together with its year, where themes set month, day and year apart ("Apr 042013").
_GLUED_DAY = re.compile(r"[^\W\d_]{3,9}\.? \d\d(?=(?:19|20)\d\d(?!\d))")
# Days read of one line.
_MOST = 4


def mentions_in(line: str, language: str | None) -> list[Mention]:
    """The days that a line names, in the line's code points; where words run into a date, those of the part from it on."""
    if parted := _GLUED_YEAR.search(line):
        line = line[: parted.start()]
    if found := _days(line, language):
        return found
    if glued := _GLUED.search(line):
        place = glued.start()
        found = _days(line[:place], language) or [
            msgspec.structs.replace(m, start=m.start + place, end=m.end + place) for m in _days(line[place:], language)
        ]
    if not found and (run := _GLUED_DAY.search(line)):
        place = run.end()
        spaced = _days(f"{line[:place]} {line[place:]}", language)
        found = [msgspec.structs.replace(m, end=m.end - 1) for m in spaced if m.start < place < m.end]
    return found


def _days(text: str, language: str | None) -> list[Mention]:
    if not DATE_LIKE.search(text):
        return []
    return [m for m in find_dates(text, language=language, limit=_MOST) if m.moment.precision not in ("year", "month")]
