"""Fields set right by hand: how each is typed into a form, and which correction is behind a value that is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline import Article
    from dateline.archive import Correction

# Fields that can be set right on the page of an article, and how each is typed.
CORRECTABLE = {
    "outlet": "A profile’s id, or a domain.",
    "news_id": "The number in ASCII digits.",
    "headline": "As printed.",
    "subheadline": "As printed.",
    "byline": "As printed, with “By” left out.",
    "authors": "Names, parted by semicolons.",
    "source": "The wire or agency credited.",
    "dateline": "The place that the text opens with.",
    "published": "ISO 8601, as far as it is known: 2021-11-23, 2021-11-23T21:37, 2021-11-23T21:37+03:30.",
    "modified": "ISO 8601, as far as it is known.",
    "section": "As the page names it.",
    "keywords": "Parted by semicolons.",
    "language": "A language tag, such as fa or pt-BR.",
    "genre": "news, opinion, analysis, interview, live, review, press release, satire, obituary.",
    "access": "full, truncated, paywalled.",
    "kind": "article, listing, collection, forum, product, documentation, service, other.",
    "body": "The paragraphs, one a line, in the words of the page.",
}
_LISTS = ("authors", "keywords")
_METHOD = "correction"


def editable(article: Article, field: str) -> str:
    """A field's value as it is typed into the form."""
    value = getattr(article, field)
    if value is None:
        return ""
    if field == "authors":
        return "; ".join(author.name for author in value)
    if field == "keywords":
        return "; ".join(value)
    if field == "body":
        return "\n".join(" ".join(paragraph.text.split()) for paragraph in value)
    return str(value)


def typed(field: str, text: str) -> object:
    """What was typed, as the archive takes it; None where the page is said not to have the field."""
    if field in _LISTS:
        return [part for each in re.split("[;\n]", text) if (part := each.strip())]
    if field == "body":
        return [line for line in text.splitlines() if line.strip()]
    return text.strip() or None


def behind(article: Article, corrections: Iterable[Correction]) -> dict[str, Correction]:
    """The corrections that the record shows, by field. `corrections` come the latest first, withdrawn ones too."""
    fields = {each.field for each in article.evidence if each.method == _METHOD and each.chosen}
    found: dict[str, Correction] = {}
    for each in corrections:
        if each.field in fields and each.withdrawn_at is None:
            found.setdefault(each.field, each)
    return found
