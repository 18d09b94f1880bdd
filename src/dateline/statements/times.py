"""Time expressions in prose.

A text is read in stretches of coded words (`prose.py`), in which one grammar of ordered patterns (`lexicon.py`, `data/`) finds
what may be a time; the pattern's rule (`rules_*.py`) gives its meaning, the words around it its part, role and direction. Dates in digits, in other calendars and in languages without a grammar are `moments.find_dates`'s. All of it is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dateline.moments import find_dates
from dateline.moments.calendars import FIRST_YEAR, LAST_YEAR
from dateline.moments.words import root
from dateline.moments.zones import zone_at
from dateline.records import Moment, Span, offset_text
from dateline.statements import periods, rules_calendar, rules_counts, rules_days, rules_units
from dateline.statements.context import Context
from dateline.statements.languages import guess
from dateline.statements.lexicon import lexicon
from dateline.statements.meanings import Meaning, date_of, part_of_day
from dateline.statements.prose import read_prose, stretches
from dateline.statements.reading import Before, Reading, words_before
from dateline.statements.records import Direction, TimeExpression
from dateline.statements.surroundings import with_part, with_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.statements.prose import Prose

# The rules by the names that patterns call them.
RULES = rules_calendar.RULES | rules_days.RULES | rules_counts.RULES | rules_units.RULES
# More times than any book has; it bounds the result, not the work.
MOST_TIMES = 50_000
# More words between a clock and its day make two times of them.
_LONGEST_JOIN = 2
# What a report covers besides its quarter.
_REPORTED = ("P6M", "P9M")


class Item(NamedTuple):
    """A time among the tokens of a stretch: `[first, last)`, with its meaning and what was read around it."""

    first: int
    last: int
    meaning: Meaning
    role: str = ""
    direction: Direction | None = None
    is_clock: bool = False
    offset: str | None = None


def find_times(
    text: str, *, published: date | datetime | Moment | None = None, language: str | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of a prose text, in order, without overlap, at most `MOST_TIMES`.

    Relative ones are counted from the local day of `published` (1700 to 2199); without it they stay unresolved and say so.
    `language` is a BCP 47 tag; without it the language is guessed among those that have a grammar. In other languages only dates
    with a year are found.
    """
    return tuple(islice(_times(text, publish_day(published), root(language) or guess(text)), MOST_TIMES))


def publish_day(published: date | datetime | Moment | None) -> date | None:
    """The local publish day; None for one that no news was published on, so that years around it can be counted."""
    day = published.day if isinstance(published, Moment) else published
    day = day.date() if isinstance(day, datetime) else day
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _times(text: str, published: date | None, language: str) -> Iterator[TimeExpression]:
    context = Context(published, language)
    words = lexicon(language)
    for start, end in stretches(text):
        prose = read_prose(text, start, end, words)
        for item in _joined(prose, _items(prose, context, list(_dates(prose, start, end, language)))):
            yield _expression(prose, item)


def _dates(prose: Prose, start: int, end: int, language: str) -> Iterator[Item]:
    """The dates with a year that the tables of all languages know."""
    for mention in find_dates(prose.text[start:end], language=language):
        first = bisect_left(prose.starts, start + mention.start)
        last = bisect_left(prose.starts, start + mention.end)
        if first == last or first >= len(prose.starts):
            continue
        moment = mention.moment
        if moment.precision in ("year", "month"):
            period = periods.of_month(moment.day.year, moment.day.month)
        else:
            period = periods.of_day(moment.day)
        meaning = date_of(period, vague=mention.ambiguous)
        if meaning is None:
            continue
        if moment.precision not in ("year", "month", "day"):
            meaning = part_of_day(meaning, f"T{moment.clock:%H:%M}")
        yield Item(first, last, meaning, offset=moment.offset)


def _items(prose: Prose, context: Context, dates: list[Item]) -> Iterator[Item]:
    """The times of a stretch: a date of `dates` goes before what the grammar finds inside it or across its border."""
    place = free = 0
    dates.reverse()
    while True:
        item, following = _next(prose, context, place, free)
        while dates and dates[-1].first < free:
            dates.pop()
        if dates and (item is None or (dates[-1].first < item.last and not _covers(item, dates[-1]))):
            item = _date_item(prose, dates.pop(), free)
            following = item.last
        if item is None:
            return
        place, free = max(following, item.last), item.last
        if item.meaning.value:
            if item.meaning.period and item.meaning.type != "SET":
                context.remember(item.meaning.period, item.direction)
            elif item.meaning.value in _REPORTED:
                context.longer = True
            yield item


def _covers(item: Item, other: Item) -> bool:
    return item.first <= other.first and item.last >= other.last


def _next(prose: Prose, context: Context, place: int, free: int) -> tuple[Item | None, int]:
    """The next match of the grammar that its rule takes for a time, and where to go on."""
    words = prose.lexicon
    while found := words.grammar.search(prose.codes, place):
        pattern = words.patterns[int((found.lastgroup or "p0")[1:])]
        reading = Reading(prose, found, pattern, context, free)
        meaning = RULES[pattern.rule](reading, *pattern.constants)
        context.clock = (reading.last, reading.before) if meaning and pattern.rule == "clock" else None
        if meaning is None:
            place = found.start() + 1
            continue
        return _item(reading, meaning), found.end()
    return None, len(prose.codes)


def _item(reading: Reading, meaning: Meaning) -> Item:
    """What was read, with the part that the words before it name."""
    before = reading.before
    parted = with_part(meaning, before.part, reading.published) if before.part else None
    role = _role(before, parted)
    first = before.part_from if parted else reading.first
    direction = reading.direction or reading.word_direction()
    return Item(first, reading.last, parted or meaning, role, direction, reading.pattern.rule == "clock")


def _role(before: Before, parted: Meaning | None) -> str:
    """The role of a time that the words before it give; "before the end of the year" is by its end."""
    if before.part and not parted:
        return ""
    return "by" if before.role == "before" and before.part == "end" else before.role


def _date_item(prose: Prose, item: Item, free: int) -> Item:
    """A date in digits with its part and its role."""
    before = words_before(prose, item.first, free)
    parted = with_part(item.meaning, before.part, None) if before.part else None
    role = _role(before, parted)
    return item._replace(first=before.part_from if parted else item.first, meaning=parted or item.meaning, role=role)


def _joined(prose: Prose, items: Iterator[Item]) -> Iterator[Item]:
    """The items, with a clock and the day beside it made one."""
    waiting: Item | None = None
    for item in (_zoned(prose, found) for found in items):
        if waiting:
            if item.first < waiting.last:
                # A zone's name has reached into it.
                continue
            if both := _both(prose, waiting, item):
                waiting = both
                continue
            yield waiting
        waiting = item
    if waiting:
        yield waiting


def _zoned(prose: Prose, item: Item) -> Item:
    """A clock with the zone behind it."""
    if not item.is_clock or ":" not in item.meaning.clock:
        return item
    hour, minute = item.meaning.clock[1:].split(":")
    day = item.meaning.start or date(2000, 1, 1)
    local = datetime(day.year, day.month, day.day, int(hour) % 24, int(minute))  # noqa: DTZ001 - a clock on a wall
    # "2130 GMT" has its zone in it.
    for last in (item.last, max(item.last - 1, item.first + 1)):
        zone = zone_at(prose.text, prose.ends[last - 1], local, prose.lexicon.language)
        if zone:
            break
    else:
        return item
    return item._replace(last=max(item.last, bisect_left(prose.starts, zone[0])), offset=offset_text(zone[1]))


def _both(prose: Prose, one: Item, other: Item) -> Item | None:
    """A day and a clock side by side, as one time."""
    if one.is_clock == other.is_clock or other.first - one.last > _LONGEST_JOIN:
        return None
    if not prose.lexicon.joins.fullmatch(prose.codes, one.last, other.first):
        return None
    clock, day = (one, other) if one.is_clock else (other, one)
    if (
        day.meaning.granularity not in ("day", "part of day")
        or day.meaning.type not in ("DATE", "TIME")
        or "/" in day.meaning.value
    ):
        return None
    value, _, _ = day.meaning.value.partition("T")
    meaning = part_of_day(day.meaning._replace(type="DATE", value=value, granularity="day"), clock.meaning.clock)
    last = other.last
    opened = any(piece in "([" for piece in prose.pieces[one.last : other.first])
    if opened and prose.pieces[last : last + 1] in ([")"], ["]"]):
        last += 1
    return Item(one.first, last, meaning, one.role, day.direction, offset=clock.offset)


def _expression(prose: Prose, item: Item) -> TimeExpression:
    """The record of an item."""
    meaning = item.meaning
    tail = prose.lexicon.tails.match(prose.codes, item.last)
    told = item.role or (prose.lexicon.data.tails[int((tail.lastgroup or "p0")[1:])][0] if tail else "")
    role, start, end = with_role(meaning, told)
    return TimeExpression(
        span=Span(prose.starts[item.first], prose.ends[item.last - 1]),
        type=meaning.type,
        value=meaning.value,
        start=start,
        end=end,
        granularity=meaning.granularity,
        role=role,
        vague=meaning.vague,
        resolved=meaning.resolved,
        offset=item.offset,
        direction=item.direction,
    )
