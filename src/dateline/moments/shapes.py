"""The shapes of dates and clocks, as regular expressions over token codes (`words.py` lists the letters).

Numbers are `n` (one or two digits), `h` (three), `y` (four) and `l` (others). Every repeat is bounded, so that a search is
linear in the number of tokens.
"""

from __future__ import annotations

import re
from functools import cache

# A month: by name, by two names ("تشرين الثاني/نوفمبر"), or by number with its word before or after ("tháng 11", "11-р сар").
_MONTH = r"[MB](?:[/|][MB]\|?)?|p[.#-]?n|n-?S"
_AFTER_DAY = r"[f.,/|d-]{0,3}N?f?"
_AFTER_MONTH = r"[f.,/'|:-]{0,3}N?f?"
# Shapes in order of preference: groups d, m, y, e (era), and a, b for numbers whose order is open.
_SHAPES = {
    "dmy": rf"(?P<d>n){_AFTER_DAY}(?P<m>{_MONTH}){_AFTER_MONTH}(?P<e>[eq]?)\.?(?P<y>y)",
    "mdy": rf"(?P<m>{_MONTH})[f.,/|-]{{0,2}}N?(?P<d>n)[f.,/|'-]{{0,4}}N?(?P<e>[eq]?)\.?(?P<y>y)(?![:H])",
    # Two digits of a year need a mark, or nothing more behind them.
    "dmy short": rf"(?P<d>n)[.,/-]?(?P<m>{_MONTH})[f.,/-]{{0,2}}'?(?P<y>n)(?!:|\.?(?:[hyHiqAdkSmMBp']|n(?!:)))",
    "mdy short": rf"(?P<m>{_MONTH})[f.]{{0,2}}(?P<d>n)[f,]{{0,2}}'(?P<y>n)(?![:.]?[nhyHm])",
    "cjk": r"(?P<e>e?)(?P<y>[nhy])k(?P<m>n)m(?P<d>n)d",
    # C's asctime: "Jan 04 09:34:12 2021".
    "clock between": r"(?P<m>[MB])f?(?P<d>n)(?P<within>n:n(?::n)?[a-zA-Z]?)(?P<y>y)",
    "ymd": rf"(?P<e>[eq]?)(?P<y>y)[fkmp.,/-]{{0,4}}(?P<m>{_MONTH}|nm)[f.,/-]{{0,3}}(?P<d>n)(?![:H]|[f.,]{{0,2}}y)",
    "ydm": rf"(?P<y>y)(?:k|[f.,-]{{1,4}}|(?=n-))(?P<d>n)[f.-]{{0,3}}(?P<m>{_MONTH})(?![f.,]{{0,3}}y)",
    "year first": r"(?P<e>[eq]?)(?P<y>[yh])(?P<sep>[./-])(?P<m>n)(?P=sep)(?P<d>n)",
    # A year set above day and time: "2024 05/24 08:15".
    "year above": r"(?P<y>y)[N|]{0,2}(?P<m>n)/(?P<d>n)(?=N?n:)",
    "era": r"(?P<e>e)(?P<y>[nh])(?P<sep>[./-])(?P<m>n)(?P=sep)(?P<d>n)",
    "numbers": r"(?P<a>n)(?P<sep>[./-])(?P<b>n)(?P=sep)f{0,2}(?P<y>[yn])",
    "slash space": r"(?P<a>n)(?P<sep>/|\.(?=nf))(?P<b>n)[f.-]{0,2}(?P<y>y)",
    "spaced": r"(?P<a>n)(?P<b>n)(?P<y>y)",
    "my": rf"(?P<m>{_MONTH}){_AFTER_MONTH}(?P<e>[eq]?)\.?(?P<y>y)",
    "cjk month": r"(?P<e>e?)(?P<y>[nhy])k(?P<m>n)m",
    "ym": r"(?P<y>y)f?(?P<m>[MB])(?![f.,]{0,2}[ny])",
}


NAMES = tuple(_SHAPES)


@cache
def dates() -> re.Pattern[str]:
    """One pattern of all shapes, compiled on first use; the groups of shape 3 are named `d3`, `m3` …, the shape itself `s3`."""
    parts = []
    for index, shape in enumerate(_SHAPES.values()):
        renamed = re.sub(r"\(\?P(<|=)(\w+)", rf"(?P\g<1>\g<2>{index}", shape)
        parts.append(f"(?P<s{index}>{renamed})")
    # A date begins with one of few codes: the rest of a line is passed over quickly.
    return re.compile(f"(?=[nyhMBpeq])(?:{'|'.join(parts)})")


YEARLESS = re.compile(
    r"(?P<m>[MB])[f.,]{0,2}(?P<d>n)(?![:H]|[f.,'/-]{0,3}(?:[yMB]|n(?!f?[:HAq.])))|(?P<d2>n)[f.,-]{0,2}(?P<m2>[MB])(?![f.,'/-]{0,3}y)|(?P<m3>n)m(?P<d3>n)d"
)
# A day and month in figures without a year, before a clock.
NUMBERS_YEARLESS = re.compile(r"(?P<a>n)(?P<sep>[./])(?P<b>n)\.?(?=[f,|]{0,3}n[:H]|f\.?n\.n)")

_CLOCK = (
    r"(?P<clock>(?P<before>[Aq][f,.]?)?(?:(?P<h>n):(?P<mi>n)(?::(?P<s>n)(?:[.,][nhly])?)?H?f?"
    r"|(?P<h2>n)Hf?(?:(?P<mi2>n)i?(?:(?P<s2>n)s)?)?|(?P<h3>n)\.(?P<mi3>n)(?:\.(?P<s3>n))?(?![.:/-]?[nhy])H?f?|(?P<h4>n)f?(?=[Aq])"
    r"|(?P<t>y)(?=\|?[a-zA-Z]))(?P<after>[Aq])?)"
)
# What joins a date and a clock: "at", a comma, a dash, a bar, an opening bracket.
_JOIN = r"[f,.|/:-]{0,4}"
CLOCK_AFTER = re.compile(_JOIN + _CLOCK)
# A zone between a clock and its date, whatever its words are.
_ZONE = r"\|?[a-zA-Z]{1,4}(?:[+-]n(?::?n)?)?\|?|[+-](?:y|n:n)"
CLOCK_BEFORE = re.compile(rf"{_CLOCK}(?P<zone>{_ZONE})??{_JOIN}\Z")
WEEKDAY_BEFORE = re.compile(r"[WB]\|?[f.,|]{0,3}\Z")
WEEKDAY_AFTER = re.compile(r"[f.,|d]{0,2}[WB]\|?")
ERA_AFTER = re.compile(r"f?[|.]?[eq](?:[.|])?")
