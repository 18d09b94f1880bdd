"""The archive: captures kept whole, what was read from them, and how it is found again."""

from dateline.archive.annotations import Annotation, Passage, State, anchor, w3c
from dateline.archive.batch import read_queries, run_batch
from dateline.archive.corrections import Correction
from dateline.archive.diff_text import diff_html, diff_text
from dateline.archive.diffing import Diff, FieldChange, ParagraphChange, Run, diff
from dateline.archive.outlets import Gap, Outlet
from dateline.archive.results import (
    Added,
    Attention,
    BatchQuery,
    BatchResult,
    Bucket,
    Counts,
    Facets,
    FacetValue,
    Failure,
    Forgotten,
    Hit,
    Hits,
    Presence,
    Problem,
    Reread,
    SavedSearch,
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
    "Annotation",
    "Archive",
    "Attention",
    "BatchQuery",
    "BatchResult",
    "Bucket",
    "Correction",
    "Counts",
    "Diff",
    "FacetValue",
    "Facets",
    "Failure",
    "FieldChange",
    "Forgotten",
    "Gap",
    "Hit",
    "Hits",
    "Outlet",
    "ParagraphChange",
    "Passage",
    "Presence",
    "Problem",
    "Reread",
    "Run",
    "SavedSearch",
    "Sighting",
    "Snippet",
    "State",
    "Summary",
    "Transferred",
    "Version",
    "anchor",
    "diff",
    "diff_html",
    "diff_text",
    "open_archive",
    "read_queries",
    "restore",
    "run_batch",
    "transfer",
    "w3c",
]
