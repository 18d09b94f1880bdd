"""What the versions of an article tell, read for the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline._version import __version__
from dateline.archive.told import Telling
from dateline.statements import find_statements

if TYPE_CHECKING:
    from dateline.archive.ledger import VersionRead
    from dateline.statements.records import Statement

# Who reads statements now: what another one read is read anew. The number goes up when `find_statements` finds otherwise than
# the release before.
READER = f"dateline/{__version__} statements/1"
# Between the parts of a split quote.
_GAP = " … "


def tellings(version: VersionRead) -> list[Telling]:
    """The statements of a version, with their words."""
    record = version.record
    if record.kind != "article":
        return []
    return [
        Telling(
            version=version.number,
            capture=record.capture,
            statement=statement,
            text=words(record.text, statement),
            due=statement.due.span.of(record.text) if statement.due else None,
        )
        for statement in find_statements(record)
    ]


def words(text: str, statement: Statement) -> str:
    """The words of a statement's content, in one line."""
    return " ".join(_GAP.join(span.of(text) for span in statement.content).split())
