"""Authors that the page declares: JSON-LD and meta elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...page.declared import words
from ...records import Author
from ..clues import ARTICLE_TYPES, is_of_another
from ..titles.text import squeeze
from .names import authors_in, classify
from .witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...records import LinkedData
    from ..clues import Clues

_METAS = frozenset(
    [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.contributor",
        "byl",
        "cxenseparse:author",
        "og:article:author",
        "citation_author",
        "article:author_name",
        "authors",
        "creator",
        "mrf:authors",
    ]
)
_WRITTEN_BY = re.compile(
    r"written by|verfasst von|escrito por|écrit par|geschrieben von|scritto da|author|autor|ditulis|yazan|door|napisane", re.I
)
# Names read of one declaration: a paper with a thousand authors is no news.
_MOST = 30
_DEEPEST = 3


def declared_authors(clues: Clues, outlets: frozenset[str]) -> Iterator[Witness]:
    """What JSON-LD and the meta elements say."""
    yield from _json_ld(clues, outlets)
    yield from _metas(clues, outlets)


def _json_ld(clues: Clues, outlets: frozenset[str]) -> Iterator[Witness]:
    nodes = clues.page.declared.linked_data
    main = clues.data
    candidates = [main] if main is not None else []
    candidates += [
        node
        for node in nodes
        if node is not main and not ARTICLE_TYPES.isdisjoint(node.types) and not is_of_another(node, clues.page)
    ][:2]
    for node in candidates:
        for key in ("author", "creator"):
            people = list(_people(node.data.get(key), nodes, 0))
            authors = tuple(dict.fromkeys(a for kind, name in people for a in _declared(clues, name, kind, outlets)))
            if authors:
                yield Witness("json-ld", authors, path=f"{node.path}.{key}", raw="; ".join(name for _, name in people))
                return


def _people(value: Any, nodes: Iterable[LinkedData], depth: int) -> Iterator[tuple[str, str]]:
    """Type and name of each person or organisation in a JSON-LD value."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        yield "", value
    elif isinstance(value, list):
        for item in value[:_MOST]:
            yield from _people(item, nodes, depth + 1)
    elif isinstance(value, dict):
        name = value.get("name") or value.get("alternateName")
        kind = value.get("@type")
        kind = kind if isinstance(kind, str) else ""
        if isinstance(name, list):
            for each in name[:_MOST]:
                yield from _people(each, nodes, depth + 1)
        elif isinstance(name, str) and name.strip():
            yield kind, words(name) or ""
        elif value.get("familyName"):
            yield kind, " ".join(str(value[key]) for key in ("givenName", "familyName") if value.get(key))
        elif value.get("@id") and len(value) <= 2:
            same = next((node.data for node in nodes if node.data.get("@id") == value["@id"] and node.data is not value), None)
            if same is not None and (same.get("name") or same.get("familyName")):
                yield from _people(same, (), depth + 1)


def _declared(clues: Clues, name: str, kind: str, outlets: frozenset[str]) -> tuple[Author, ...]:
    if "://" in name:
        return ()
    if (outlet := _named_outlet(words(name) or "", outlets)) is not None:
        return (outlet,)
    authors = authors_in(words(name) or "", outlets=outlets, loose=True, japanese=clues.japanese)
    if "Organization" in kind and len(authors) <= 1:
        text = words(name) or ""
        author = classify(text, outlets)
        return (Author(text, "desk" if author is not None and author.kind == "desk" else "organisation"),) if text else ()
    return authors


def _named_outlet(text: str, outlets: frozenset[str]) -> Author | None:
    """The outlet, where a declared author up to the first comma is its name, which reads as several, and nobody is named behind it
    ("Kirche und Welt, Ulm").
    """
    name, _, rest = text.partition(",")
    if squeeze(name) not in outlets or authors_in(rest):
        return None
    people = authors_in(name, loose=True)
    return Author(name.strip(), "organisation") if len(people) > 1 and not all(" " in each.name for each in people) else None


def _metas(clues: Clues, outlets: frozenset[str]) -> Iterator[Witness]:
    page = clues.page
    said: dict[str, list[str]] = {}
    for name, value in page.declared.meta:
        if name in _METAS and "://" not in value and "facebook.com" not in value:
            said.setdefault(name, []).append(_forward(value) if name == "citation_author" else value)
    for name, values in said.items():
        authors = tuple(dict.fromkeys(a for value in values[:_MOST] for a in _declared(clues, value, "", outlets)))
        if len(authors) > 1:  # "Northern Post - Ana Lima"
            authors = tuple(a for a in authors if squeeze(a.name) not in outlets) or authors
        yield Witness("meta", authors, path=f"meta[{name}]", raw="; ".join(values[:_MOST]))
    for number in ("1", "2"):
        label, data = page.declared.get(f"twitter:label{number}"), page.declared.get(f"twitter:data{number}")
        if label and data and _WRITTEN_BY.match(label):
            yield Witness("meta", _declared(clues, data, "", outlets), path=f"meta[twitter:data{number}]", raw=data)


def _forward(name: str) -> str:
    """A name written "Doe, Jane" the other way round."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name
