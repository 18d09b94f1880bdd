"""The body: the blocks that are the words of the article, and a role for every other line."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import numpy as np

from ...page.tags import HEADINGS
from ...records import Block, Evidence, Found, Kind, Line, Note, Page, Paragraph, ParagraphKind, Role, Span
from ..hints import NAME_HINTS, name_mask
from ..kind import find_kind
from .features import features
from .mending import mended, said_once, worded
from .model import ARTICLE_FROM, Models, scores, shipped_models

_KINDS: dict[str, ParagraphKind] = {
    "li": "list item",
    "option": "list item",
    "dd": "list item",
    "blockquote": "quotation",
    "td": "table row",
    "th": "table row",
    "pre": "preformatted",
    "dt": "term",
    **dict.fromkeys(HEADINGS, "heading"),
}
_CAPTION_TAGS = frozenset(("figcaption", "caption"))
_CAPTION_BIT = 1 << NAME_HINTS.index("caption")


class Body(msgspec.Struct, frozen=True):
    """What the model makes of a page: its kind, the kept paragraphs, and a role for every line."""

    kind: Found[Kind]
    paragraphs: Found[tuple[Paragraph, ...]]
    lines: tuple[Line, ...]


def find_body(page: Page, *, headline: Span | None = None, comments: Collection[int] = (), models: Models | None = None) -> Body:
    """The main content of a page. Blocks whose index is in `comments` are readers' and stay out of it; `models` replace the
    shipped ones.
    """
    if not page.blocks:
        why = Note("kind.empty", "the page has no text")
        return Body(Found("other", (), (why,)), Found(()), ())
    seen = features(page, headline)
    forests = models or shipped_models(page.form)
    kind, chances = find_kind(page, seen, forests.kind)
    odds = scores(forests, seen, form=page.form, chances=chances)
    keep = odds >= 0
    if chances["article"] >= ARTICLE_FROM:
        keep = mended(page, keep, headline)
    else:
        keep = worded(page, keep) if kind.value == "article" else said_once(page, keep)
    if kind.value == "forum":
        comments = ()  # on a forum they are the content
    sure = np.round(1 / (1 + np.exp(-odds.astype(np.float64))), 3).tolist()
    roles = _roles(page, keep.tolist(), comments)
    lines = tuple(
        Line(Span(block.start, block.end), role, score) for block, role, score in zip(page.blocks, roles, sure, strict=True)
    )
    paragraphs = _paragraphs(page, lines)
    if kind.value != "article":
        kind = Found(kind.value, kind.evidence, (*kind.notes, Note("kind.no-article", f"the page reads as: {kind.value}")))
    notes = () if paragraphs else (Note("body.none", "no line of the page reads as main content"),)
    return Body(kind, Found(paragraphs, tuple(_runs(page, lines)), notes), lines)


def _roles(page: Page, keep: list[bool], comments: Collection[int]) -> list[Role]:
    """What each block is: body, a comment, a caption, or nothing of the article."""
    around = ((index, page.elements[index]) for index in {block.element for block in page.blocks if block.element >= 0})
    captions = {index for index, element in around if name_mask(element.tag, element.label) & _CAPTION_BIT}
    roles: list[Role] = [
        "body" if kept else "caption" if block.tag in _CAPTION_TAGS or block.element in captions else "dropped"
        for block, kept in zip(page.blocks, keep, strict=True)
    ]
    for index in comments:
        roles[index] = "comment"
    return roles


def _paragraphs(page: Page, lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The kept lines as paragraphs; the cells of one table row are one."""
    found: list[Paragraph] = []
    row_before = -1
    for block, line in zip(page.blocks, lines, strict=True):
        if line.role != "body":
            row_before = -1
            continue
        kind = _KINDS.get(block.tag, "paragraph")
        row = _row(page, block) if kind == "table row" else -1
        if row >= 0 and row == row_before:
            last = found.pop()
            span, sure = Span(last.span.start, block.end), min(last.confidence, line.score)
        else:
            span, sure = line.span, line.score
        found.append(Paragraph(kind, span.of(page.text), span, sure))
        row_before = row
    return tuple(found)


def _row(page: Page, block: Block) -> int:
    """The index of the `<tr>` that a cell's line stands in, or -1 where the cell holds more than the line: a table for layout."""
    cell = page.elements[block.element]
    if cell.tag not in ("td", "th") or (cell.start, cell.end) != (block.start, block.end):
        return -1
    return cell.parent if cell.parent >= 0 and page.elements[cell.parent].tag == "tr" else -1


def _runs(page: Page, lines: tuple[Line, ...]) -> list[Evidence]:
    """One piece of evidence for each unbroken run of body lines: the words, and how sure the model is on average."""
    runs: list[list[Line]] = []
    before: Role = "dropped"
    for line in lines:
        if line.role == "body":
            if before == "body":
                runs[-1].append(line)
            else:
                runs.append([line])
        before = line.role
    evidence = []
    for run in runs:
        span = Span(run[0].span.start, run[-1].span.end)
        raw = span.of(page.text)
        sure = sum(line.score for line in run) / len(run)
        evidence.append(
            Evidence(field="body", method="block model", raw=raw, value=raw, confidence=round(sure, 3), chosen=True, span=span)
        )
    return evidence
