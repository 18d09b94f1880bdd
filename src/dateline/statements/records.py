"""The records of statements: time expressions, with the words that settled their direction."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.records import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeRole = Literal["event", "deadline", "start", "duration", "set"]
Granularity = Literal[
    "second", "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "quarter",
    "half", "year", "decade", "century", "reference",
]  # fmt: skip


class Direction(msgspec.Struct, frozen=True):
    """Why an expression looks back or forward: "tense", "modal", "preposition", "word" ("last", "next"), or "default".

    `span` covers the deciding word; None for "default", where no word decides.
    """

    toward: Literal["back", "forward"]
    why: Literal["tense", "modal", "preposition", "word", "default"]
    span: Span | None = None


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time that prose names, `text[span]`, without the preposition before it.

    `type` and `value` are TIMEX3's ("2021-12-31", "2021-W47", "P6M", "PRESENT_REF"); days of other calendars are given in the
    Gregorian one.
    `start` and `end` are the days it covers, both inclusive: None at the side where it is open ("by", "since")
    or where nothing is known. `offset` is `+hh:mm` from UTC where a zone is printed with a clock. What is `vague` has borders
    that were judged, or none. A `resolved` one needs no more than is known; relative ones without a publish date are not, and
    keep `X` in their value.
    """

    span: Span
    type: TimeType
    value: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity
    role: TimeRole = "event"
    vague: bool = False
    resolved: bool = True
    offset: str | None = None
    direction: Direction | None = None


StatementKind = Literal["quote", "paraphrase", "pledge", "demand", "plan", "forecast", "deadline", "allegation"]


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """When a dated statement falls due: the words that say it, `text[span]`, and the days they mean.

    `value` is TIMEX3's. `start` and `end` are both inclusive and None at an open side ("by December 31" has no start); a `vague` time
    has borders that were judged, or none.
    """

    span: Span
    value: str
    start: date | None = None
    end: date | None = None
    vague: bool = False


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Something said in an article, in spans of its text.

    `quote` and `paraphrase` attribute words to a speaker; `pledge`, `demand`, `plan`, `forecast` and `deadline` are dated and have a
    `due`; `allegation` is the author's own unproved or hedged claim. `content`, `cue` and `speaker` are tuples, since a quote may be
    split and a cue interrupted; an empty `speaker` is the article's own voice, or nobody named. `speaker_name` is the fullest name the
    article gives whoever speaks. `hedge` covers the words that make it hedged, negated or conditional. `within` is the index, among the
    statements found together, of the attribution that a dated statement stands in.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    speaker_name: str | None = None
    due: Due | None = None
    hedged: bool = False
    negated: bool = False
    conditional: bool = False
    hedge: tuple[Span, ...] = ()
    within: int | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """In a word each, what keeps it from being said outright: "hedged", "negated", "conditional"."""
        held = (("hedged", self.hedged), ("negated", self.negated), ("conditional", self.conditional))
        return tuple(name for name, holds in held if holds)
