"""Anything that holds pages, made into captures: files, folders and streams, and the profiles beside them."""

from dateline.sources.files import MAX_BYTES, capture_file, capture_stream, find_files
from dateline.sources.profiles import profile_folder, read_profiles

__all__ = ["MAX_BYTES", "capture_file", "capture_stream", "find_files", "profile_folder", "read_profiles"]
