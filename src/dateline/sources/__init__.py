"""Anything that holds pages, made into captures: files, folders, streams, crawl archives, feeds, tables; and outlet profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.sources.captures import captures_from, kind_of
from dateline.sources.feeds import read_feed
from dateline.sources.files import MAX_BYTES, capture_file, capture_stream, find_files
from dateline.sources.jsonl import read_jsonl
from dateline.sources.parquet import read_parquet
from dateline.sources.profiles import profile_folder, read_profiles
from dateline.sources.readers import DEADLINE, Read, read_each
from dateline.sources.taking import Given, Restored, Taken, Unread
from dateline.sources.warc import WarcRange, read_warc, read_warc_ranges

if TYPE_CHECKING:
    from dateline.sources.fetching import fetch, is_public

__all__ = [
    "DEADLINE",
    "MAX_BYTES",
    "Given",
    "Read",
    "Restored",
    "Taken",
    "Unread",
    "WarcRange",
    "capture_file",
    "capture_stream",
    "captures_from",
    "fetch",
    "find_files",
    "is_public",
    "kind_of",
    "profile_folder",
    "read_each",
    "read_feed",
    "read_jsonl",
    "read_parquet",
    "read_profiles",
    "read_warc",
    "read_warc_ranges",
]


def __getattr__(name: str) -> Any:
    """`fetch` and `is_public` bring an HTTP client along, which those who read files do without (PEP 562)."""
    if name not in ("fetch", "is_public"):
        raise AttributeError(f"module 'dateline.sources' has no attribute {name!r}")
    from dateline.sources import fetching

    return getattr(fetching, name)
