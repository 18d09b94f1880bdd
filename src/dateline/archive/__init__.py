"""The archive: captures kept whole, what was read from them, and how it is found again."""

from dateline.archive.annotations import Annotation, Passage, State, anchor, w3c
from dateline.archive.corrections import Correction, Labelled
from dateline.archive.diff_text import diff_html, diff_text
from dateline.archive.diffing import Diff, FieldChange, ParagraphChange, Run, diff
from dateline.archive.outlets import Gap, Outlet
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

__all__ = [
    "Added",
    "Annotation",
    "Archive",
    "Attention",
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
    "Labelled",
    "Outlet",
    "ParagraphChange",
    "Passage",
    "Problem",
    "Reread",
    "Run",
    "Sighting",
    "Snippet",
    "State",
    "Summary",
    "Version",
    "anchor",
    "diff",
    "diff_html",
    "diff_text",
    "open_archive",
    "restore",
    "w3c",
]
