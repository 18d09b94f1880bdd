"""What the full-text index is fed with. No words go in uncut.

Three columns hold the words of headlines, byline and body. The fourth holds tags: tokens that begin with a colon, which
no word can. `:outlet:…` and its like are whole values, `:author:…`, `:section:…` and `:keyword:…` are words, and `:all` is
on every article. A lone colon parts paragraphs and list entries, so that no phrase reaches over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.archive import bounds
from dateline.archive.query import folded_value
from dateline.archive.tokens import cut, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records import Article

ALL = ":all"
# Parts paragraphs in the columns of the index.
PART = " : "


class Row(NamedTuple):
    """The columns of the index, as tokens parted by spaces, and the publish time, which it may be ordered by."""

    headline: str
    byline: str
    body: str
    tags: str
    times: bounds.Times


class Change(NamedTuple):
    """The entry of an article's that is to be another: `before` is the row it was made from, `after` the new one; None is no entry."""

    article: int
    before: Row | None
    after: Row | None


def row(article: Article) -> Row:
    """What an article is found by."""
    heads = [cut(head) for head in (article.headline, article.subheadline) if head]
    return Row(
        headline=PART.join(heads),
        byline=cut(article.byline) if article.byline else "",
        body=body(article),
        tags=_tags(article),
        times=bounds.times(article.published),
    )


def body(article: Article) -> str:
    """The column of the body."""
    return PART.join([cut(paragraph.text) for paragraph in article.body])


def _tags(article: Article) -> str:
    language = article.language or ""
    values = [
        ("outlet", article.outlet),
        ("lang", language),
        ("lang", language.partition("-")[0] if "-" in language else None),
        ("genre", article.genre),
        ("kind", article.kind),
        ("id", article.news_id),
    ]
    tags = [ALL, *(f":{field}:{folded}" for field, value in values if value and (folded := folded_value(value)))]
    tags += _marked("author", [author.name for author in article.authors])
    tags += _marked("section", [article.section] if article.section else [])
    tags += _marked("keyword", article.keywords)
    return " ".join(tags)


def _marked(field: str, texts: Iterable[str]) -> list[str]:
    """The words of each text with the field's mark, and a lone colon after it."""
    return [token for text in texts for token in (*(f":{field}:{word}" for word in words(text)), ":")]
