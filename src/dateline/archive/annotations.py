"""Readers' notes on articles and passages, in the terms of the W3C Web Annotation Data Model. All pure.

A passage is kept by its position in the page's text and by its words with some before and after them: the position is exact
while the page is read into the same lines, and the words find it again when it is not.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from dateline.archive.remarks import checked, name
from dateline.errors import AnnotationError
from dateline.records import Span

if TYPE_CHECKING:
    from dateline.records import Article

State = Literal["pending", "shown", "hidden"]
"""What the room's owner made of an annotation: not looked at yet, shown to everybody, or hidden."""

LONGEST = 5_000
"""Characters of an annotation's body."""

# Characters before and after a passage, kept with it: as much as tells two places of the same words apart on a page of news.
_AROUND = 32
_LONGEST_PASSAGE = 5_000


class Passage(msgspec.Struct, frozen=True):
    """A passage: position in `Article.text` of the capture that it was made on, and its words with what is around them."""

    span: Span
    exact: str
    prefix: str
    suffix: str


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """A reader's note on an article, or on a passage of it. `body` is plain text; times are UTC.

    `article` is the uri, `capture` the SHA-256 of the page that was read; `passage` is None for a note on the whole article.
    """

    id: int
    article: str
    capture: str
    passage: Passage | None
    body: str
    by: str
    at: datetime
    state: State
    moderated_at: datetime | None = None


def noted(record: Article, body: str, *, by: str, passage: Span | Passage | str | None, state: State, at: datetime) -> Annotation:
    """A new annotation of what a record shows; its number is yet to be given.

    `passage` is a span of `Article.text`, the words of a passage, or both with what is around them; None is the whole article.
    Raises `AnnotationError` when nothing or too much is said, nobody says it, or the passage is not on the page.
    """
    try:
        by, body = name(by), checked(body, longest=LONGEST)
    except ValueError as error:
        raise AnnotationError(f"an annotation is signed, and plain text: {error}", subject=record.uri) from error
    if not body:
        raise AnnotationError("an annotation has to say something", subject=record.uri)
    return Annotation(
        id=0,
        article=record.uri,
        capture=record.capture,
        passage=_passage(record.text, passage),
        body=body,
        by=by,
        at=at,
        state=state,
    )


def _passage(text: str, given: Span | Passage | str | None) -> Passage | None:
    match given:
        case None:
            return None
        case Span():
            return passage(text, given)
        case str():
            return quoted(text, given)
        case Passage():
            return passage(text, span) if (span := anchor(text, given)) else quoted(text, given.exact)


def passage(text: str, span: Span) -> Passage:
    """The passage at a place of a page's text; raises `AnnotationError` when there is none, or far too long a one."""
    if not 0 <= span.start < span.end <= len(text):
        raise AnnotationError(f"there is no passage at {span.start} to {span.end}; the page has {len(text):,} characters")
    if span.end - span.start > _LONGEST_PASSAGE:
        raise AnnotationError(f"the passage is longer than {_LONGEST_PASSAGE:,} characters; choose what the note is about")
    return Passage(span, span.of(text), text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND])


def quoted(text: str, exact: str, prefix: str = "", suffix: str = "") -> Passage:
    """The passage of these words, the place whose surroundings are most alike; raises `AnnotationError` when there is none."""
    span = _find(text, Passage(Span(0, 0), exact, prefix, suffix))
    if span is None:
        raise AnnotationError(f"these words do not stand on the page: {exact[:80]!r}")
    return passage(text, span)


def anchor(text: str, wanted: Passage) -> Span | None:
    """Where a passage stands in a page's text as it is read now; None when its words are gone."""
    return wanted.span if wanted.span.of(text) == wanted.exact else _find(text, wanted)


def _find(text: str, wanted: Passage) -> Span | None:
    """The place of the words whose surroundings agree most, the first of equals."""
    if not wanted.exact.strip():
        return None
    best: tuple[int, Span] | None = None
    start = text.find(wanted.exact)
    while start >= 0:
        end = start + len(wanted.exact)
        alike = _alike(text[max(0, start - _AROUND) : start][::-1], wanted.prefix[::-1])
        alike += _alike(text[end : end + _AROUND], wanted.suffix)
        if best is None or alike > best[0]:
            best = alike, Span(start, end)
        start = text.find(wanted.exact, end)
    return best[1] if best else None


def _alike(one: str, other: str) -> int:
    """How many characters agree from the beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def w3c(annotation: Annotation) -> dict[str, Any]:
    """An annotation as the W3C's model has it, in JSON-LD."""
    target: dict[str, Any] = {"source": annotation.article}
    if annotation.passage is not None:
        target["selector"] = [
            {"type": "TextPositionSelector", "start": annotation.passage.span.start, "end": annotation.passage.span.end},
            {
                "type": "TextQuoteSelector",
                "exact": annotation.passage.exact,
                "prefix": annotation.passage.prefix,
                "suffix": annotation.passage.suffix,
            },
        ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:dateline:annotation:{annotation.capture}:{annotation.id}",
        "type": "Annotation",
        "motivation": "commenting",
        "created": annotation.at.isoformat(),
        "creator": {"type": "Person", "name": annotation.by},
        "body": {"type": "TextualBody", "value": annotation.body, "format": "text/plain"},
        "target": target,
    }
