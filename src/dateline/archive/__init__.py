"""The archive: captures kept whole, what was read from them, and how it is found again."""

from dateline.archive.diff_text import diff_html, diff_text
from dateline.archive.diffing import Diff, FieldChange, ParagraphChange, Run, diff
from dateline.archive.results import (
    Added,
    Attention,
    Bucket,
    Counts,
    Facets,
    FacetValue,
    Failure,
    Forgotten,
    Hit,
    Hits,
    Problem,
    Reread,
    Sighting,
    Snippet,
    Summary,
    Version,
)
from dateline.archive.store import Archive, open_archive, restore
from dateline.statements.telling import entries_of
from dateline.statements.told import DATED, OUTCOMES, Entry, Outcome, OutcomeKind, State, StatementFilter, Status, Telling

__all__ = [
    "DATED",
    "OUTCOMES",
    "Added",
    "Archive",
    "Attention",
    "Bucket",
    "Counts",
    "Diff",
    "Entry",
    "FacetValue",
    "Facets",
    "Failure",
    "FieldChange",
    "Forgotten",
    "Hit",
    "Hits",
    "Outcome",
    "OutcomeKind",
    "ParagraphChange",
    "Problem",
    "Reread",
    "Run",
    "Sighting",
    "Snippet",
    "State",
    "StatementFilter",
    "Status",
    "Summary",
    "Telling",
    "Version",
    "diff",
    "diff_html",
    "diff_text",
    "entries_of",
    "open_archive",
    "restore",
]
