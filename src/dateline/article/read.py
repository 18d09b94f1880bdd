"""Page → Article: the finders in order, and the record they make together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..records import Article, Evidence, Found, Page, Reading
from .body import find_body
from .clues import Clues
from .headline import find_headline
from .outlet import Profile

# One finder a field, in the order in which they run. Each sees the page and where headline and body lie.
FINDERS: dict[str, Callable[[Clues], Found[Any]]] = {}


def read_article(page: Page, *, capture: str, outlet: str | None, profile: Profile | None) -> Reading:
    """Read a page into its record. `capture` is the hash of the bytes; `outlet` what the caller says of the publisher."""
    headline = find_headline(page)
    span = next((e.span for e in headline.evidence if e.chosen), None)
    body = find_body(page, span)
    kept = [index for index, line in enumerate(body.lines) if line.role == "body"]
    clues = Clues(
        page=page,
        profile=profile,
        headline=headline.value,
        headline_span=span,
        lines=body.lines,
        first=kept[0] if kept else -1,
        last=kept[-1] if kept else -1,
    )
    found: dict[str, Found[Any]] = {"headline": headline, "kind": body.kind, "body": body.paragraphs}
    for field, finder in FINDERS.items():
        found[field] = finder(clues)
    evidence: list[Evidence] = [e for each in found.values() for e in each.evidence]
    notes = (*page.notes, *(note for each in found.values() for note in each.notes))
    article = Article(
        uri="",
        url=page.url,
        text=page.text,
        evidence=tuple(evidence),
        notes=notes,
        capture=capture,
        captured_at=page.captured_at,
        reader="dateline",
        **{field: each.value for field, each in found.items()},
    )
    return Reading(page, article, body.lines)
