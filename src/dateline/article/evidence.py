"""Candidates and the choice among them: how every finder turns what it saw into a value with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from ..records import Evidence, Found, Note, Page, Span
from .calibration import calibrated

T = TypeVar("T")

# Losing candidates kept per field: enough to see why, without repeating a page's whole menu.
KEPT_LOSERS = 8


class Candidate(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A value that a field might have, and what speaks for it. Visible ones have a `span`, declared ones a `path`.

    `confidence` orders the candidates of a field; in their evidence it is put on the measured scale of `calibration`.
    """

    value: T
    text: str
    raw: str
    method: str
    confidence: float
    span: Span | None = None
    path: str | None = None

    def evidence(self, field: str, *, chosen: bool) -> Evidence:
        """The candidate as evidence for `field`."""
        return Evidence(
            field=field,
            method=self.method,
            raw=self.raw,
            value=self.text,
            confidence=round(calibrated(field, self.method, self.confidence), 3),
            chosen=chosen,
            span=self.span,
            path=self.path,
        )


def visible(page: Page, value: T, span: Span, *, method: str, confidence: float, text: str | None = None) -> Candidate[T]:
    """A candidate that rests on words of the page."""
    raw = page.text[span.start : span.end]
    return Candidate(value=value, text=raw if text is None else text, raw=raw, method=method, confidence=confidence, span=span)


def claimed(value: T, raw: str, path: str, *, method: str, confidence: float, text: str | None = None) -> Candidate[T]:
    """A candidate that rests on a declaration: meta element, JSON-LD, URL."""
    return Candidate(value=value, text=raw if text is None else text, raw=raw, method=method, confidence=confidence, path=path)


def choose(field: str, candidates: Iterable[Candidate[T]], *, notes: Sequence[Note] = ()) -> Found[T | None]:
    """The surest candidate (the first of equals), with its rivals as lost evidence; None when there is none."""
    ranked = sorted(candidates, key=lambda c: -c.confidence)
    if not ranked:
        return Found(None, (), tuple(notes))
    chosen, *lost = ranked
    evidence = [chosen.evidence(field, chosen=True), *(c.evidence(field, chosen=False) for c in lost[:KEPT_LOSERS])]
    return Found(chosen.value, tuple(evidence), tuple(notes))
