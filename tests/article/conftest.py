"""Clues for finders without the body model: the headline is the first `<h1>`, the body the paragraphs of the `<article>`."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import pytest

from dateline.article.clues import Clues
from dateline.article.outlet import Profile
from dateline.article.titles.text import outlet_names
from dateline.page import Limits, build_page
from dateline.records import Capture, Line, Page, Role, Span

# A line of a plain text that counts as prose in these tests.
_PROSE = 60


class CluesOf(Protocol):
    """What the fixture gives."""

    def __call__(
        self,
        source: str,
        *,
        url: str | None = None,
        captured_at: datetime | None = None,
        language: str | None = None,
        profile: Profile | None = None,
    ) -> Clues:
        """Clues for markup, or for a text that holds no tag."""


@pytest.fixture
def clues_of() -> CluesOf:
    """Makes clues from markup or text."""

    def make(
        source: str,
        *,
        url: str | None = None,
        captured_at: datetime | None = None,
        language: str | None = None,
        profile: Profile | None = None,
    ) -> Clues:
        media_type = "text/html" if "<" in source else "text/plain"
        capture = Capture(content=source.encode(), url=url, media_type=media_type, charset="utf-8", captured_at=captured_at)
        page = build_page(capture, limits=Limits())
        roles = [_role(page, index) for index in range(len(page.blocks))]
        body = [index for index, role in enumerate(roles) if role == "body"]
        title = next((b for b in page.blocks if b.tag == "h1"), None)
        return Clues(
            page=page,
            profile=profile,
            outlets=outlet_names(page, profile.name if profile is not None else None),
            headline=page.text[title.start : title.end] if title else None,
            headline_span=Span(title.start, title.end) if title else None,
            language=language,
            lines=tuple(Line(Span(b.start, b.end), role, 1.0) for b, role in zip(page.blocks, roles, strict=True)),
            first=body[0] if body else -1,
            last=body[-1] if body else -1,
        )

    return make


def _role(page: Page, index: int) -> Role:
    block = page.blocks[index]
    if page.form == "text":
        return "body" if block.end - block.start >= _PROSE else "dropped"
    if block.tag != "p":
        return "dropped"
    element = block.element
    while element >= 0:
        if page.elements[element].tag == "article":
            return "body"
        element = page.elements[element].parent
    return "dropped"
