"""Page → Article: the finders in order, and the record they make together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._version import __version__
from ..records import Article, Evidence, Found, Page, Reading
from .access import find_access
from .body.find import find_body
from .body.model import Models, digest
from .canonical import find_canonical_url
from .clues import Clues
from .comments.find import find_comments
from .comments.live import find_updates
from .comments.posts import find_posts
from .corrections import find_corrections
from .credits.authors import find_credits
from .credits.source import find_source
from .dateline_place import find_dateline
from .dates.find import find_times
from .genre import find_genre
from .ids import find_news_id
from .images import find_images
from .keywords import find_keywords
from .language import find_language
from .links import find_links
from .listed import declared_only, nearly_article
from .outlet import Profile
from .publisher import find_outlet
from .section import find_section
from .titles.headline import find_headline
from .titles.subheadline import find_subheadline
from .titles.text import outlet_names
from .uri import body_words, find_uri

# One finder a field, in the order in which they run. Each sees the page and where headline and body lie.
FINDERS: dict[str, Callable[[Clues], Found[Any]]] = {
    "canonical_url": find_canonical_url,
    "news_id": find_news_id,
    "subheadline": find_subheadline,
    "source": find_source,
    "dateline": find_dateline,
    "section": find_section,
    "keywords": find_keywords,
    "genre": find_genre,
    "access": find_access,
    "images": find_images,
    "links": find_links,
    "corrections": find_corrections,
}


# What a listing prints of these belongs to one of the articles that it lists; only what it declares is its own.
_OF_THE_LISTED = ("byline", "authors", "source", "dateline", "published", "modified", "genre")


def read_article(
    page: Page, *, capture: str, outlet: str | None = None, profile: Profile | None = None, models: Models | None = None
) -> Reading:
    """Read a page into its record.

    `capture` is the hash of the bytes, `outlet` what the caller says of the publisher; `models` replace the shipped ones.
    """
    outlets = outlet_names(page, profile.name if profile is not None else None)
    headline = find_headline(page, outlets=outlets)
    span = next((e.span for e in headline.evidence if e.chosen), None)
    comments = find_comments(page)
    body = find_body(page, headline=span, comments=comments.blocks, models=models)
    kept = [index for index, line in enumerate(body.lines) if line.role == "body"]
    clues = Clues(
        page=page,
        profile=profile,
        headline=headline.value,
        headline_span=span,
        lines=body.lines,
        outlets=outlets,
        first=kept[0] if kept else -1,
        last=kept[-1] if kept else -1,
    )
    found: dict[str, Found[Any]] = {"headline": headline, "kind": body.kind, "body": body.paragraphs}
    found["comments"] = Found(comments.comments, comments.evidence, comments.notes)
    found["language"] = language = find_language(clues)
    clues.language = language.value
    for field, finder in FINDERS.items():
        found[field] = finder(clues)
    if body.kind.value == "forum":
        found["posts"] = find_posts(page)
    elif found["genre"].value == "live":
        found["posts"] = find_updates(page)
    found |= find_times(clues)
    found |= find_credits(clues)
    if body.kind.value == "listing":
        doubtful = nearly_article(body.kind)
        found |= {field: declared_only(found[field], doubtful=doubtful) for field in _OF_THE_LISTED}
    found["outlet"] = find_outlet(page, outlet, profile)
    words = body_words(body.paragraphs.value, page.text)
    found["uri"] = find_uri(found["canonical_url"].value, found["outlet"].value, found["news_id"].value, words)
    evidence: list[Evidence] = [e for each in found.values() for e in each.evidence]
    notes = (*page.notes, *(note for each in found.values() for note in each.notes))
    article = Article(
        url=page.url,
        text=page.text,
        evidence=tuple(evidence),
        notes=notes,
        capture=capture,
        captured_at=page.captured_at,
        reader=f"dateline {__version__} model {digest()}",
        **{field: each.value for field, each in found.items()},
    )
    return Reading(page, article, body.lines)
