"""Numbers as prose writes them: digits, words, halves; and numbers that are left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The value of a word for an open number: "a few", "several".
OPEN = "X"
# The value of "a", which is 1 where no other number is: not in "half a year", "two and a half".
ARTICLE = "a"
# The value of a word between two numbers, of which the second counts: "two to six".
RANGE = "|"
# Numbers from here on are too large to count with.
_LARGEST = 10**12


def number_of(pieces: Sequence[str], cards: Mapping[str, int | str]) -> float | None:
    """The number that words and digits say together; None for an open one, or one too large to count with.

    `cards` has the values of number words, `OPEN` for open numbers and "half" for a half. "five and a half" is 5.5, "5 1/2" too,
    "two thousand" 2000, "nineteen eighty-four" 1984.
    """
    total, current, half = 0.0, 0.0, 0.0
    known = False
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        index += 1
        if piece == "-" and pieces[index - 2][:1].isdecimal() and pieces[index : index + 1] and pieces[index][0].isdecimal():
            # "10-15": the larger one.
            total, current, half = 0.0, 0.0, 0.0
            continue
        if piece[0].isdecimal():
            value: int | str | float | None = _digits(piece)
            if pieces[index : index + 1] == ["/"] and index + 1 < len(pieces) and value is not None:
                below = _digits(pieces[index + 1]) or 1
                half += float(value) / below
                known, index = True, index + 2
                continue
        else:
            value = cards.get(piece)
        if value is None:
            continue
        if value == OPEN:
            return None
        if value == ARTICLE:
            value = 0.0 if known else 1.0
        if value == RANGE:
            total, current, half = 0.0, 0.0, 0.0
            continue
        if value == "half":
            half += 0.5
            known = True
            continue
        current, total = _joined(float(value), current, total)
        known = True
    number = total + current + half
    return number if known and number < _LARGEST else None


def _joined(value: float, current: float, total: float) -> tuple[float, float]:
    """What has been said so far of a number, with one more word of it."""
    if value == 100:
        return (current or 1) * 100, total
    if value >= 1000 and value % 1000 == 0:
        return 0.0, total + (current or 1) * value
    if 10 <= current < 100 and value >= 10:
        # "nineteen eighty-four": two pairs of digits.
        return current * 100 + value, total
    if current == 1 and value > 1:
        # "a dozen", "one or two".
        return value, total
    return current + value, total


def _digits(piece: str) -> float | None:
    plain = piece.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def timex_number(number: float) -> str:
    """A number as TIMEX3 values have it: whole without a point."""
    return str(int(number)) if number == int(number) else f"{number:g}"
