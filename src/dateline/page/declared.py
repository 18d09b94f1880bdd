"""What the page's machinery claims: meta elements, link relations, JSON-LD and microdata, made uniform.

JSON-LD follows schema.org as publishers write it: `@graph`, lists, nested nodes, comments and control characters that
strict JSON forbids. What does not parse is a note, not an error.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import urljoin

import msgspec

from ..records import Declared, Element, LinkedData, Note
from .html import Tree

# Nodes deeper than this are not unfolded: real ones nest three deep.
_MAX_NESTING = 12
# Nodes kept of one page; listings carry hundreds that say nothing of the page itself.
_MAX_NODES = 300
# Link relations that fetch parts of the page and say nothing of it.
_TECHNICAL = frozenset(
    (
        *("apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload"),
        *("preconnect", "prefetch", "preload", "stylesheet"),
    )
)
_COMMENTS = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.{0,40}?\*/|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$", re.S)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def declared(tree: Tree, url: str | None) -> tuple[Declared, tuple[Note, ...]]:
    """The claims of a page; addresses are made absolute against `url`."""
    notes: list[Note] = []
    nodes: list[LinkedData] = []
    for index, source in enumerate(tree.linked_data):
        value = _parsed(source)
        if value is None:
            notes.append(Note("jsonld.malformed", f"script {index} is not JSON"))
        else:
            _unfold(value, f"jsonld[{index}]", nodes, 0)
    nodes.extend(_microdata(tree.elements, tree.text))
    return (
        Declared(
            title=tree.title,
            language=tree.language,
            direction=tree.direction,
            meta=tuple(tree.meta),
            links=tuple((rel, absolute(href, url)) for rel, href in tree.links if _TECHNICAL.isdisjoint(rel.split())),
            linked_data=tuple(nodes),
        ),
        tuple(notes),
    )


def absolute(href: str, base: str | None) -> str:
    """An address made absolute; one that cannot be joined stays as it is."""
    if not base or href.startswith(("http://", "https://")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _parsed(source: str) -> Any:
    try:
        return msgspec.json.decode(source)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        pass
    tidy = _TRAILING_COMMA.sub(r"\1", _COMMENTS.sub("", source))
    try:
        return json.loads(tidy, strict=False)  # line feeds within strings
    except (ValueError, RecursionError):
        return None


def _unfold(value: Any, path: str, nodes: list[LinkedData], depth: int) -> None:
    """Add every typed node of a JSON-LD value, outer before inner."""
    if depth > _MAX_NESTING or len(nodes) >= _MAX_NODES:
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict | list):
                _unfold(item, f"{path}[{index}]", nodes, depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        names = tuple(t.rsplit("/", 1)[-1] for t in (types if isinstance(types, list) else [types]) if isinstance(t, str))
        if names:
            nodes.append(LinkedData(path, names, value))
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "liveBlogUpdate", "hasPart"):
            inner = value.get(key)
            if isinstance(inner, dict | list):
                _unfold(inner, f"{path}.{key}", nodes, depth + 1)


def _microdata(elements: tuple[Element, ...], text: str) -> list[LinkedData]:
    """Microdata properties, gathered in one node: pages mark one item, and where they nest, the names still tell."""
    data: dict[str, Any] = {}
    for element in elements:
        if "itemprop=" in element.label:
            name = element.label.split("itemprop=", 1)[1].split(" ", 1)[0]
            value = element.value or text[element.start : element.end]
            if value and name not in data and name != "articlebody":
                data[name] = value
    return [LinkedData("microdata", (), data)] if data else []


def words(value: Any) -> str | None:
    """A JSON-LD value as words: entities decoded once, white space folded; None when it has none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    return " ".join(unescape(value).split()) or None
