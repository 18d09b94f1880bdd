"""Fields set right by hand: what a field may be set to, where a correction holds, and the record with it. All pure.

A correction is made on a capture and says what that page says. It holds for every capture that shows the same version of the
article, whatever reads it, and for others where the reader reads the field as it reads it on that capture: there it makes the
same mistake. Where the publisher changed the field, it does not hold. Of several that hold the newest wins.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.archive.bounds import moment
from dateline.archive.remarks import checked, name
from dateline.errors import CorrectionError, QueryError
from dateline.records import Article, Evidence, Moment, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELDS = (
    *("headline", "subheadline", "byline", "authors", "published", "modified", "body", "outlet", "news_id", "source"),
    *("dateline", "language", "section", "keywords", "genre", "access", "kind"),
)
"""The fields of a record that can be corrected. What it is known by (`uri`, addresses) and what the page is cannot."""

METHOD = "correction"
"""The method of the evidence for a corrected field."""

_TYPES = {field.name: field.type for field in msgspec.structs.fields(Article)}
# A headline or byline is a line; far more is a mistake, and would make lists unreadable.
_MAX_TEXT = 2_000
_MAX_LISTED = 20_000
_MAX_ITEMS = 10_000


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A field set right by hand.

    `article` is the uri, `capture` the SHA-256 of the page that it was made on; `value` is what the field should be and
    `machine` what the reader read then, both as in the record's JSON. One that is withdrawn no longer counts, and stays.
    """

    id: int
    article: str
    capture: str
    field: str
    value: Any
    machine: Any
    by: str
    note: str | None
    at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


def field_value(field: str, given: object, record: Article) -> object:
    """What a field is set to, in the type that it has in the record. `given` is text, or what JSON makes of the field.

    None says that the page has no such field. Times may be ISO 8601 text as precise as they are known (`2021-11`,
    `2021-11-23T18:00+03:30`), authors and keywords a list of texts; the body one text of
    lines, or a list of paragraphs in order, each its text or its span on the page. Raises `CorrectionError`.
    """
    if field not in FIELDS:
        raise CorrectionError(f"{field!r} is not corrected; these are: {', '.join(FIELDS)}")
    try:
        if field == "body":
            return _body(given, record.text)
        if isinstance(given, str):
            given = checked(" ".join(given.split()), longest=_MAX_TEXT) or None
        if field in ("published", "modified") and isinstance(given, str):
            return moment(given)
        if field == "authors" and isinstance(given, (list, tuple)):
            given = [{"name": each} if isinstance(each, str) else each for each in given]
        value = msgspec.convert(given, _TYPES[field])
        checked(msgspec.json.encode(value).decode(), longest=_MAX_LISTED)
        return moment(str(value)) if isinstance(value, Moment) else value
    except (QueryError, msgspec.ValidationError, ValueError) as error:
        raise CorrectionError(f"{field} cannot be that: {error}", subject=record.uri) from error


def signed(by: str, note: str | None) -> tuple[str, str | None]:
    """Who made a correction and what they say to it, checked; raises `CorrectionError`."""
    try:
        return name(by), checked(note, longest=_MAX_TEXT) or None if note else None
    except ValueError as error:
        raise CorrectionError(f"a correction is signed: {error}") from error


def _body(given: object, text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of the page, from their texts, spans or objects with either; each is looked for after the one before."""
    if isinstance(given, str):
        given = [line for line in given.splitlines() if line.strip()]
    if not isinstance(given, (list, tuple)):
        raise CorrectionError("body is a list of paragraphs, each a text of the page or a span [start, end]")
    if len(given) > _MAX_ITEMS:
        raise CorrectionError(f"a body has {_MAX_ITEMS:,} paragraphs at most")
    paragraphs: list[Paragraph] = []
    after = 0
    for each in given:
        named = each if isinstance(each, dict) else {"text": each} if isinstance(each, str) else {"span": each}
        words = named.get("text")
        span = None if words and "span" not in named else msgspec.convert(named.get("span"), Span)
        if words and (span is None or span.of(text) != words):
            span = _find(str(words), text, after)
        if span is None:
            raise CorrectionError(f"this paragraph does not stand on the page, or not in this order: {str(words)[:80]!r}")
        if not after <= span.start < span.end <= len(text):
            raise CorrectionError(f"there is no paragraph of the page, in order, at {span.start} to {span.end}")
        whole = {"kind": named.get("kind", "paragraph"), "text": span.of(text), "span": span, "confidence": 1.0}
        paragraphs.append(msgspec.convert(whole, Paragraph))
        after = span.end
    return tuple(paragraphs)


def _find(wanted: str, text: str, after: int) -> Span | None:
    """Where words stand on a page; how they are spaced does not matter."""
    if not (words := wanted.split()):
        return None
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, after)
    return Span(*found.span()) if found else None


def holds(field: str, record: Article, made_on: Article, *, same_version: bool) -> bool:
    """Whether a correction that was made on one capture holds for the record of another of the same article."""
    if record.capture == made_on.capture or same_version:
        return True
    return bool(_comparable(field, record) == _comparable(field, made_on))


def _comparable(field: str, record: Article) -> object:
    return [paragraph.text for paragraph in record.body] if field == "body" else getattr(record, field)


def corrected(record: Article, corrections: Sequence[Correction]) -> Article:
    """The record with the corrections that hold, oldest first.

    The evidence says that a field was set by hand; the reader's own stays, not chosen. A body whose paragraphs no longer stand
    on the page, since that is now read into other lines, stays the reader's.
    """
    values: dict[str, object] = {}
    made: dict[str, Correction] = {}
    for correction in corrections:
        try:
            values[correction.field] = field_value(correction.field, correction.value, record)
        except CorrectionError:
            continue
        made[correction.field] = correction
    if not values:
        return record
    evidence = [
        msgspec.structs.replace(each, chosen=False) if each.chosen and each.field in values else each for each in record.evidence
    ]
    evidence += [_evidence(record, correction, values[field]) for field, correction in made.items()]
    return msgspec.structs.replace(record, evidence=tuple(evidence), **values)


def _evidence(record: Article, correction: Correction, value: object) -> Evidence:
    """That a field was set by hand: with the words of the page where they stand there, else with the correction's number."""
    shown = _shown(value)
    span = _find(shown, record.text, 0) if shown and correction.field != "body" else None
    return Evidence(
        field=correction.field,
        method=METHOD,
        raw=span.of(record.text) if span else shown,
        value=shown,
        confidence=1.0,
        chosen=True,
        span=span,
        path=None if span else f"correction[{correction.id}]",
    )


def _shown(value: object) -> str:
    """A value as text for people."""
    match value:
        case None:
            return ""
        case Moment():
            return str(value)
        case tuple():
            return ", ".join([each if isinstance(each, str) else getattr(each, "name", "") or each.text for each in value])
        case _:
            return str(value)
