"""Capture → Page: decoding, one walk over the markup, and what the page declares."""

from .build import Limits, build_page

__all__ = ["Limits", "build_page"]
