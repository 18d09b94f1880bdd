"""The body: which blocks are the words of the article."""

from __future__ import annotations

import msgspec

from ..records import Evidence, Found, Kind, Line, Page, Paragraph, ParagraphKind, Role, Span

_KINDS: dict[str, ParagraphKind] = {
    "li": "list item",
    "blockquote": "quotation",
    "td": "table row",
    "th": "table row",
    "pre": "preformatted",
    "dt": "term",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}


class Body(msgspec.Struct, frozen=True):
    """What the body model makes of a page: its kind, the kept paragraphs, and a role for every line."""

    kind: Found[Kind]
    paragraphs: Found[tuple[Paragraph, ...]]
    lines: tuple[Line, ...]


def find_body(page: Page, headline: Span | None) -> Body:
    """The main content of a page."""
    from . import model

    scores = model.scores(page, headline)
    kept = [score >= model.THRESHOLD for score in scores]
    lines = tuple(
        Line(Span(b.start, b.end), _role(keep), round(float(score), 3))
        for b, keep, score in zip(page.blocks, kept, scores, strict=True)
    )
    paragraphs = tuple(
        Paragraph(_KINDS.get(b.tag, "paragraph"), page.text[b.start : b.end], Span(b.start, b.end), line.score)
        for b, keep, line in zip(page.blocks, kept, lines, strict=True)
        if keep
    )
    kind: Kind = "article" if paragraphs else "other"
    return Body(
        Found(kind, (Evidence(field="kind", method="body", raw="", value=kind, confidence=0.5, chosen=True, path="body"),)),
        Found(paragraphs, tuple(_runs(page, lines))),
        lines,
    )


def _role(keep: bool) -> Role:
    return "body" if keep else "dropped"


def _runs(page: Page, lines: tuple[Line, ...]) -> list[Evidence]:
    """One piece of evidence for each unbroken run of body lines."""
    runs: list[list[Line]] = []
    open_run = False
    for line in lines:
        if line.role != "body":
            open_run = False
        elif open_run:
            runs[-1].append(line)
        else:
            runs.append([line])
            open_run = True
    evidence = []
    for run in runs:
        span = Span(run[0].span.start, run[-1].span.end)
        raw = span.of(page.text)
        score = sum(line.score for line in run) / len(run)
        evidence.append(Evidence(field="body", method="block model", raw=raw, value=raw, confidence=round(score, 3), chosen=True, span=span))
    return evidence
