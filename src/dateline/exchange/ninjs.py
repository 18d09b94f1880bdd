"""IPTC ninjs 3.1 (https://iptc.org/standards/ninjs/), and beside it what ninjs has no place for.

A ninjs date is an instant: a moment without a known offset, or less precise than the minute, is only in the sidecar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.exchange.text import body_text, count_words, identifier, json_line, known, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records import Article, Genre, Image, Moment

_STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}

# The genres for which the IPTC Genre NewsCodes have the very same notion.
_GENRE_CODES: dict[Genre, str] = {
    "analysis": "Analysis",
    "interview": "Interview",
    "obituary": "Obituary",
    "opinion": "Opinion",
    "review": "Review",
}
_GENRE_SCHEME = "http://cv.iptc.org/newscodes/genre/"

# What of a record stands in its sidecar as it stands in the record; the body goes there without its text.
_BESIDE = (
    *("capture", "captured_at", "reader", "url", "outlet", "published", "modified", "kind", "access", "comments", "posts"),
    *("images", "links", "corrections", "text", "evidence", "notes"),
)


def write_ninjs(articles: Iterable[Article]) -> Iterator[bytes]:
    """IPTC ninjs 3.1, one JSON object a line; spans, confidence and moments without offset go to the sidecar."""
    for article in articles:
        yield json_line(ninjs_item(article))


def ninjs_item(article: Article) -> dict[str, object]:
    """An article as a ninjs 3.1 object; what the record does not say is left out."""
    words = count_words(article)
    return known(
        uri=identifier(article.uri),
        type="text",
        standard=_STANDARD,
        representationType={"full": "full", "truncated": "partial", "paywalled": "partial"}.get(article.access or ""),
        firstCreated=_instant(article.published),
        versionCreated=_instant(article.modified),
        language=article.language,
        headlines=_values(main=[article.headline], sub=[article.subheadline]),
        by=article.byline,
        located=article.dateline,
        descriptions=_values(correction=[each.text for each in article.corrections]),
        bodies=_body(body_text(article), words),
        people=[{"name": each.name, "rel": "author"} for each in article.authors if each.kind == "person"],
        organisations=[{"name": each.name, "rel": "author"} for each in article.authors if each.kind != "person"],
        infoSources=_named("role", publisher=[article.outlet], source=[article.source]),
        subjects=_named("rel", section=[article.section], keyword=article.keywords),
        genres=_genres(article.genre),
        altIds=_values(news_id=[article.news_id], uri=[article.uri], sha256=[article.capture]),
        renditions=_rendition("web", article.url),
        associations=[_picture(image) for image in article.images],
    )


def ninjs_sidecar(article: Article) -> dict[str, object]:
    """What ninjs has no place for, as JSON values: `uri` as in the ninjs object, spans, confidence, moments, evidence, notes."""
    whole = msgspec.to_builtins(article)
    body = [{name: each[name] for name in ("kind", "span", "confidence")} for each in whole["body"]]
    return {"uri": identifier(article.uri)} | {name: whole[name] for name in _BESIDE} | {"body": body}


def sidecar_line(article: Article) -> bytes:
    """`ninjs_sidecar` as one line of JSON."""
    return json_line(ninjs_sidecar(article))


def _instant(moment: Moment | None) -> str | None:
    """An RFC 3339 date-time, if the moment is one; a clock without seconds is at :00 (the sidecar has its precision)."""
    if moment is None or moment.offset is None or moment.precision not in ("minute", "second"):
        return None
    return moment.clock.isoformat() + moment.offset


def _values(**by_role: Iterable[str | None]) -> list[dict[str, str]]:
    return [{"role": role, "value": value} for role, values in by_role.items() for value in values if value]


def _named(relation: str, **by_relation: Iterable[str | None]) -> list[dict[str, str]]:
    return [{"name": name, relation: kind} for kind, names in by_relation.items() for name in names if name]


def _body(text: str, words: int | None) -> list[dict[str, object]]:
    counts = {"charCount": len(text)} | ({} if words is None else {"wordCount": words})
    return [{"role": "main", "contentType": "text/plain", **counts, "value": text}] if text else []


def _genres(genre: Genre | None) -> list[dict[str, str]]:
    if genre is None:
        return []
    code = _GENRE_CODES.get(genre)
    return [{"name": genre} | ({"uri": _GENRE_SCHEME + code} if code else {})]


def _rendition(name: str, url: str | None) -> list[dict[str, str]]:
    href = web_address(url)
    return [{"name": name, "href": href}] if href else []


def _picture(image: Image) -> dict[str, object]:
    return known(
        uri=identifier(image.url),
        name=image.alt or image.caption or "image",
        type="picture",
        by=image.credit,
        descriptions=_values(caption=[image.caption], alt=[image.alt]),
        renditions=_rendition("main", image.url),
    )
