"""Anything that holds pages, made into captures: files, folders and streams, and the profiles beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.sources.files import MAX_BYTES, capture_file, capture_stream, find_files
from dateline.sources.profiles import profile_folder, read_profiles

if TYPE_CHECKING:
    from dateline.sources.fetching import fetch, is_public

__all__ = ["MAX_BYTES", "capture_file", "capture_stream", "fetch", "find_files", "is_public", "profile_folder", "read_profiles"]


def __getattr__(name: str) -> Any:
    """`fetch` and `is_public` bring an HTTP client along, which those who read files do without (PEP 562)."""
    if name not in ("fetch", "is_public"):
        raise AttributeError(f"module 'dateline.sources' has no attribute {name!r}")
    from dateline.sources import fetching

    return getattr(fetching, name)
