"""The reader over more than one machine holds: an Arrow kernel, and engines that run it. See docs/bulk.md."""

from __future__ import annotations

from dateline.bulk.account import Report
from dateline.bulk.captures import schema as capture_schema
from dateline.bulk.copies import GROUPS, find_copies
from dateline.bulk.indexes import read_index, read_paths
from dateline.bulk.kernel import Kernel
from dateline.bulk.local import Local
from dateline.bulk.outcomes import schema as record_schema
from dateline.bulk.parts import Part
from dateline.bulk.running import Engine, run
from dateline.bulk.working import Work
from dateline.sources import MAX_BYTES

__all__ = [
    "GROUPS",
    "MAX_BYTES",
    "Engine",
    "Kernel",
    "Local",
    "Part",
    "Report",
    "Work",
    "capture_schema",
    "find_copies",
    "read_index",
    "read_paths",
    "record_schema",
    "run",
]
