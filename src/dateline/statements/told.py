"""Statements as the archive keeps them: with the words they rest on, followed through versions, and what became of them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal, get_args

import msgspec

from dateline.errors import StatementError
from dateline.records import Moment, Span
from dateline.statements.records import Statement, StatementKind

StatementState = Literal["same", "changed", "gone", "unread"]
"""What became of a statement's words: the same in every version since it was first told, changed on the way, gone from the newest
version, or no longer found by the reader, and kept for the outcome that somebody set."""

OutcomeKind = Literal["kept", "broken", "moved", "withdrawn", "moot"]
OUTCOMES: tuple[OutcomeKind, ...] = get_args(OutcomeKind)
Status = Literal["open", "overdue", "settled"]
"""Of a dated statement on some day: still to come, past its day without an outcome, or settled by one. What has moved to another
day is open or overdue by that one."""

_LONGEST_NAME, _LONGEST_REMARK = 200, 5_000
# Control characters but for tabs and line breaks, and halves of characters.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

DATED: tuple[StatementKind, ...] = ("pledge", "demand", "plan", "forecast", "deadline")
"""The kinds that fall due."""


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in one version of its article: `statement.content` and all other spans are of `capture`'s text.

    `text` is the content's words, `due` those of the time, `hedge` those that hedge, negate or condition it.
    """

    version: int
    capture: str
    statement: Statement
    text: str
    due: str | None = None
    hedge: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day it falls due: the last of its interval, or the day it begins on; None for a vague time without an end."""
        due = self.statement.due
        if due is None:
            return None
        return due.end or (None if due.vague else due.start)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says became of a statement. `source` is an article's uri or an address; `due` the new day of one that moved."""

    outcome: OutcomeKind
    remark: str = ""
    source: str | None = None
    due: date | None = None
    by: str
    at: datetime


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the ledger.

    `tellings` has it in each version that has it, in order; spans are of those captures' texts. `day` is when it falls due, moved or
    not; None for what has no day. `group` is the id of the first statement of the archive that says the same, `restated` how many
    others say it too. `within` is the id of the attribution it stands in. `outcome` is the one set last.
    """

    id: int
    article: str
    outlet: str | None
    url: str | None
    headline: str | None
    published: Moment | None
    state: StatementState
    tellings: tuple[Telling, ...]
    day: date | None
    group: int
    restated: int
    within: int | None
    outcome: Outcome | None

    @property
    def telling(self) -> Telling:
        """The newest version of it."""
        return self.tellings[-1]

    @property
    def span(self) -> Span | None:
        """From the first to the last character of the newest version's content, in the text of its capture."""
        spans = self.telling.statement.content
        return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None

    def status(self, as_of: date) -> Status | None:
        """What it is on a day; None for a statement that does not fall due."""
        if self.telling.statement.kind not in DATED:
            return None
        if self.outcome is not None and self.outcome.outcome != "moved":
            return "settled"
        return "overdue" if self.day is not None and self.day < as_of else "open"


def outcome(kind: str, *, by: str, remark: str, due: date | None, at: datetime) -> Outcome:
    """An outcome as it may be kept; raises `StatementError` for one that is none, that nobody sets, or that says too much."""
    if kind not in OUTCOMES:
        raise StatementError(f"{kind!r} is no outcome; give one of {', '.join(OUTCOMES)}")
    by, remark = " ".join(by.split()), remark.replace("\r\n", "\n").strip()
    if not by:
        raise StatementError("say who sets the outcome")
    if len(by) > _LONGEST_NAME or len(remark) > _LONGEST_REMARK:
        raise StatementError(f"a name has at most {_LONGEST_NAME} characters, a remark {_LONGEST_REMARK:,}")
    if found := _NO_TEXT.search(by + remark):
        raise StatementError(f"the character U+{ord(found[0]):04X} is no text")
    if due is not None and kind != "moved":
        raise StatementError("only what has moved has a new day")
    return Outcome(outcome=kind, by=by, remark=remark, due=due, at=at)


class StatementFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements are wanted; all that is given has to hold.

    `article` is an id, `speaker` a part of a name in any case, `due_from` and `due_to` the days it falls due between, `status` what it
    is on the day `as_of`. `group` asks for what says the same, `after` goes on behind an entry of the list.
    """

    article: str | None = None
    speaker: str | None = None
    kinds: tuple[StatementKind, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    status: Status | None = None
    as_of: date | None = None
    outlet: str | None = None
    group: int | None = None
    after: int | None = None
    limit: int | None = None

    def takes(self, entry: Entry) -> bool:
        """Whether an entry of one page is wanted: all but `article`, `group`, `after` and `limit` are asked."""
        statement = entry.telling.statement
        if self.speaker is not None and folded(self.speaker) not in folded(statement.speaker_name or ""):
            return False
        if (self.kinds and statement.kind not in self.kinds) or (self.outlet is not None and entry.outlet != self.outlet):
            return False
        if self.due_from is not None or self.due_to is not None:
            first, last = self.due_from or date.min, self.due_to or date.max
            if entry.day is None or not first <= entry.day <= last:
                return False
        return self.status is None or entry.status(self.day) == self.status

    @property
    def day(self) -> date:
        """The day that `status` is asked for; raises `ValueError` when none is given."""
        if self.as_of is None:
            raise ValueError("what is open or overdue is so on some day: give as_of")
        return self.as_of


def folded(name: str) -> str:
    """A name for comparison: in small letters, single spaces."""
    return " ".join(name.casefold().split())
