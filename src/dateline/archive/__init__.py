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
    Transferred,
    Version,
)
from dateline.archive.store import Archive, open_archive, restore
from dateline.archive.transfer import transfer

__all__ = [
    "Added",
    "Archive",
    "Attention",
    "Bucket",
    "Counts",
    "Diff",
    "FacetValue",
    "Facets",
    "Failure",
    "FieldChange",
    "Forgotten",
    "Hit",
    "Hits",
    "ParagraphChange",
    "Problem",
    "Reread",
    "Run",
    "Sighting",
    "Snippet",
    "Summary",
    "Transferred",
    "Version",
    "diff",
    "diff_html",
    "diff_text",
    "open_archive",
    "restore",
    "transfer",
]
