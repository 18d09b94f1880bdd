"""What the full-text index is fed with, and the question that a query tree is to it. No words of a query go in uncut.

Three columns hold the words of headlines, byline and body. The fourth holds tags: tokens that begin with a colon, which
no word can. `:outlet:…` and its like are whole values, `:author:…`, `:section:…` and `:keyword:…` are words, and `:all` is
on every article. A lone colon parts paragraphs and list entries, so that no phrase reaches over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.archive.query import And, Everything, Node, Not, Or, Term, Value, folded_value
from dateline.archive.tokens import cut, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records import Article

# Parts paragraphs in the columns of the index.
PART = " : "
_ALL = ":all"


class Row(NamedTuple):
    """The columns of the index, as tokens parted by spaces."""

    headline: str
    byline: str
    body: str
    tags: str


def row(article: Article) -> Row:
    """What an article is found by."""
    heads = [cut(head) for head in (article.headline, article.subheadline) if head]
    return Row(
        headline=PART.join(heads),
        byline=cut(article.byline) if article.byline else "",
        body=body(article),
        tags=_tags(article),
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
    tags = [_ALL, *(f":{field}:{folded}" for field, value in values if value and (folded := folded_value(value)))]
    tags += _marked("author", [author.name for author in article.authors])
    tags += _marked("section", [article.section] if article.section else [])
    tags += _marked("keyword", article.keywords)
    return " ".join(tags)


def _marked(field: str, texts: Iterable[str]) -> list[str]:
    """The words of each text with the field's mark, and a lone colon after it."""
    return [token for text in texts for token in (*(f":{field}:{word}" for word in words(text)), ":")]


def match(tree: Node) -> str:
    """A query tree as an expression of FTS5's."""
    match tree:
        case Everything():
            return f'"{_ALL}"'
        case Value(field, value, prefix):
            return _sequence([f":{field}:{value}"], prefix)
        case Term(found, prefix, None):
            return _sequence(found, prefix)
        case Term(found, prefix, ("headline" | "byline") as field):
            return f"{field} : {_sequence(found, prefix)}"
        case Term(found, prefix, field):
            return _sequence([f":{field}:{token}" for token in found], prefix)
        case Or(parts):
            return f"({' OR '.join([match(part) for part in parts])})"
        case And(parts):
            kept = [match(part) for part in parts if not isinstance(part, Not)]
            return _but_not(kept, [match(part.part) for part in parts if isinstance(part, Not)])
        case Not(part):
            return _but_not([], [match(part)])


def _but_not(kept: list[str], excluded: list[str]) -> str:
    """FTS5 knows NOT only between two: what is kept, or everything, and what is not."""
    some = " AND ".join(kept or [f'"{_ALL}"'])
    if not excluded:
        return f"({some})"
    some = f"({some})" if len(kept) > 1 else some
    return f"({some} NOT {excluded[0] if len(excluded) == 1 else '(' + ' OR '.join(excluded) + ')'})"


def _sequence(found: Iterable[str], prefix: bool) -> str:
    return f'"{" ".join(found)}"{" *" if prefix else ""}'
