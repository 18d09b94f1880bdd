"""Anything that holds pages, made into captures: files, folders and streams, crawl archives, and the profiles beside them."""

from dateline.sources.files import MAX_BYTES, capture_file, capture_stream, find_files
from dateline.sources.profiles import profile_folder, read_profiles
from dateline.sources.taking import Taken, Unread
from dateline.sources.warc import WarcRange, read_warc, read_warc_ranges

__all__ = [
    "MAX_BYTES",
    "Taken",
    "Unread",
    "WarcRange",
    "capture_file",
    "capture_stream",
    "find_files",
    "profile_folder",
    "read_profiles",
    "read_warc",
    "read_warc_ranges",
]
