"""Scores for blocks."""

from __future__ import annotations

from ..records import Page, Span

THRESHOLD = 0.5


def scores(page: Page, headline: Span | None) -> list[float]:
    """How surely each block is body, 0 to 1."""
    found = []
    for block in page.blocks:
        size = block.end - block.start
        long = min(1.0, size / 120)
        found.append(long * (1 - block.link / size) if headline is None or block.start > headline.end else 0.0)
    return found
