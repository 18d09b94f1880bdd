"""The ledger: what was said that falls due, by day."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from dateline.archive import Entry, StatementFilter

if TYPE_CHECKING:
    from dateline.archive import Archive

# Statements on a page: each has its words, and is looked up with its article.
ENTRIES = 60


class LedgerView(msgspec.Struct, frozen=True, kw_only=True):
    """Statements by the day they fall due, those without a day last, on the day `as_of`; `next` is the `after` of the next page."""

    as_of: date
    entries: tuple[Entry, ...]
    next: int | None


def ledger(archive: Archive, wanted: StatementFilter) -> LedgerView:
    """A page of the ledger. Raises `ArchiveError` for a place to go on from that is none."""
    found = tuple(islice(archive.statements(msgspec.structs.replace(wanted, limit=ENTRIES + 1)), ENTRIES + 1))
    entries = found[:ENTRIES]
    return LedgerView(as_of=wanted.day, entries=entries, next=entries[-1].id if len(found) > ENTRIES else None)
