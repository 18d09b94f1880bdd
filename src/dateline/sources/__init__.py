"""Anything that holds pages, made into captures: files, folders, streams, crawl archives, feeds, tables; and outlet profiles."""

from dateline.sources.captures import captures_from, kind_of
from dateline.sources.feeds import read_feed
from dateline.sources.files import MAX_BYTES, capture_file, capture_stream, find_files
from dateline.sources.jsonl import read_jsonl
from dateline.sources.parquet import read_parquet
from dateline.sources.profiles import profile_folder, read_profiles
from dateline.sources.readers import DEADLINE, Read, read_each
from dateline.sources.taking import Given, Restored, Taken, Unread
from dateline.sources.warc import WarcRange, read_warc, read_warc_ranges

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
    "find_files",
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
