"""HTML → Page: one walk over the tree, iterative, in document order.

The only module that knows the HTML engine (Lexbor through selectolax). White space is folded as a browser folds it;
`<br>` is a line break within a block, two of them end it; nothing else of the visible text is changed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..records import Block, Element
from .lines import Lines

_IMAGES = frozenset(("img", "amp-img"))
# What a tag does to the walk; tags not listed are inline.
_INLINE, _BLOCK, _SKIP, _BREAK, _IMAGE, _CLAIM, _SCRIPT, _LINK, _BOLD, _PRE = range(10)
_ACTION: dict[str, int] = {
    **dict.fromkeys(
        """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure
        footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup option output p
        search section summary table tbody td tfoot th thead tr ul""".split(),
        _BLOCK,
    ),
    **dict.fromkeys(
        """-comment !doctype audio canvas datalist embed head iframe map math noembed noframes noscript object select style svg
        template textarea video""".split(),
        _SKIP,
    ),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _PRE),
    **dict.fromkeys(("b", "strong"), _BOLD),
    **dict.fromkeys(_IMAGES, _IMAGE),
    **dict.fromkeys(("meta", "link", "title"), _CLAIM),
    "br": _BREAK,
    "script": _SCRIPT,
    "a": _LINK,
}
# Tags that say what a line is. A `p` or `div` inside one of the first set leaves it that.
_LASTING_TAGS = frozenset(
    "blockquote button caption dd dt figcaption h1 h2 h3 h4 h5 h6 label legend li option pre summary".split()
)
_TELLING_TAGS = _LASTING_TAGS | frozenset("address div p td th".split())

# Visible text shorter than this (code points) is looked for in <noscript> as well.
_SCRIPTED = 500
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hidden|u-hidden|is-hidden)(?:\s|$)", re.I)
_TIME_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-timestamp", "data-time", "data-published", "data-date")
_IMAGE_ATTRIBUTES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_NAME_ATTRIBUTES = ("alt", "aria-label", "title")
_BARE = ("", None, None)
_CARRYING = frozenset(("role", "itemprop", "rel", *_TIME_ATTRIBUTES, *_NAME_ATTRIBUTES))


class Tree(NamedTuple):
    """What one walk over the markup gives: text with blocks and elements, and the claims as they stand in the markup."""

    text: str
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    title: str | None
    language: str | None
    direction: str | None
    meta: list[tuple[str, str]]
    links: list[tuple[str, str]]
    linked_data: list[str]
    scripts: list[tuple[str, str]]
    truncated: bool


def walk(source: bytes, *, max_nodes: int) -> Tree:
    """Parse UTF-8 markup and walk it once. `truncated` tells that `max_nodes` ended the walk early."""
    parser = LexborHTMLParser(source)
    tree = _Walker(parser, max_nodes, _ACTION).tree()
    if len(tree.text) < _SCRIPTED and parser.any_css_matches(("noscript",)):
        # A page that a script builds keeps its words for other readers here.
        tree = _Walker(parser, max_nodes, _ACTION | {"noscript": _BLOCK}).tree()
    return tree


# An element while it is open: tag, start, end, parent, label, value, name, as in `Element`.
_Row = list[Any]


def _freeze(rows: list[_Row], text: str) -> tuple[Element, ...]:
    """Rows to elements. Spans are drawn in from the gaps between words: an element begins and ends at its own words."""
    size = len(text)
    for row in rows:
        start, end = row[1], row[2]
        if start < end:
            if text[start] in " \n":
                row[1] = start + 1
            if end > size or text[end - 1] in " \n":
                row[2] = max(row[1], end - 1)
        elif start > size:
            row[1] = row[2] = size
    return tuple([Element(*row) for row in rows])


def _describe(tag: str, attributes: dict[str, str | None]) -> tuple[str, str | None, str | None]:
    """The label, value and name of an element (see `Element`). Most have a class and no more: that way is short."""
    label = attributes.get("class") or ""
    if identity := attributes.get("id"):
        label = f"{label} {identity}"
    if tag != "a" and tag not in _IMAGES and _CARRYING.isdisjoint(attributes):
        return label.lower(), None, None
    for key in ("role", "itemprop", "rel"):
        if value := attributes.get(key):
            label = f"{label} {key}={value}"
    carriers = ("href",) if tag == "a" else _IMAGE_ATTRIBUTES if tag in _IMAGES else _TIME_ATTRIBUTES
    carried = name = None
    for key in carriers:
        if (value := attributes.get(key)) and not value.startswith("data:"):
            carried = value
            break
    for key in _NAME_ATTRIBUTES:
        if value := attributes.get(key):
            name = value
            break
    return label.lower(), carried, name


def _hides(attributes: dict[str, str | None]) -> bool:
    """Whether markup alone hides the element's content (style sheets are not read)."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (style := attributes.get("style")) and _HIDDEN_STYLE.search(style):
        return True
    return _by_class(attributes.get("class") or "")[1]


@lru_cache(maxsize=20_000)
def _by_class(names: str) -> tuple[str, bool]:
    """The label of an element that has classes and nothing else, and whether they hide it: pages repeat themselves."""
    return names.lower(), _HIDDEN_CLASS.search(names) is not None


class _Walker:
    def __init__(self, parser: LexborHTMLParser, max_nodes: int, actions: dict[str, int]) -> None:
        self.parser, self.max_nodes, self.actions = parser, max_nodes, actions
        self.truncated = False
        self.title: str | None = None
        self.meta: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.linked_data: list[str] = []
        self.scripts: list[tuple[str, str]] = []
        self.lines = Lines()
        self.rows: list[_Row] = []

    def tree(self) -> Tree:
        root, head = self.parser.root, self.parser.head
        attributes = root.attributes if root is not None and root.is_element_node else {}
        if head is not None:
            for node in head.traverse():
                action = _ACTION.get(node.tag or "", _INLINE)
                if action in (_CLAIM, _SCRIPT):
                    self.claim(node, action)
        top = self.parser.body or root
        if top is not None:
            self.descend(top)
        text = self.lines.text()
        return Tree(
            text,
            tuple(self.lines.blocks),
            _freeze(self.rows, text),
            self.title,
            attributes.get("lang") or attributes.get("xml:lang"),
            attributes.get("dir"),
            self.meta,
            self.links,
            self.linked_data,
            self.scripts,
            self.truncated,
        )

    def claim(self, node: LexborNode, action: int) -> None:
        """Keep what a `<meta>`, `<link>`, `<title>` or data script says."""
        attributes = node.attributes
        if action == _SCRIPT:
            kind = (attributes.get("type") or "").lower()
            if "ld+json" in kind:
                self.linked_data.append(node.text())
            elif kind == "application/json":
                self.scripts.append((attributes.get("id") or "", node.text()))
        elif node.tag == "meta":
            content = (attributes.get("content") or "").strip()
            name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or attributes.get("itemprop")
            if name and content:
                self.meta.append((name.strip().lower(), content))
        elif node.tag == "link":
            rel, href = attributes.get("rel"), attributes.get("href")
            if rel and href:
                self.links.append((rel.strip().lower(), href.strip()))
        elif self.title is None:
            self.title = " ".join(node.text().split()) or None

    def descend(self, top: LexborNode) -> None:  # noqa: C901, PLR0912, PLR0915 - the hot loop: calls would double its time
        """Walk the tree below `top`, turning nodes into lines and rows."""
        lines, rows, actions = self.lines, self.rows, self.actions
        parent, left = -1, self.max_nodes
        # Nodes to visit, and behind each open element what to do when it closes: its row, its action, whether it hides its
        # content, and the parent, tag and home around it.
        stack: list[LexborNode | tuple[_Row | None, int, bool, int, str, int]] = [top]
        while stack:
            node = stack.pop()
            if type(node) is tuple:
                row, action, hides, parent, tag, home = node
                if action == _BLOCK or action == _PRE:
                    lines.gap = lines.edge = False
                    if lines.size != lines.start:
                        lines.end_block()
                    if action == _PRE:
                        lines.pre -= 1
                else:
                    lines.edge = True
                    if action == _LINK:
                        lines.link -= 1
                    elif action == _BOLD:
                        lines.bold -= 1
                if hides:
                    lines.end_block()
                    lines.hidden -= 1
                lines.tag, lines.home = tag, home
                if row is not None:
                    row[2] = lines.size
                continue
            left -= 1
            if left < 0:
                self.truncated = True
                continue
            if (following := node.next) is not None and node is not top:
                stack.append(following)
            tag = node.tag or ""
            if tag == "-text":
                lines.words(node.text_content or "")
                continue
            action = actions.get(tag, _INLINE)
            if action == _SKIP:
                continue
            if action == _BREAK:
                lines.line_break()
                continue
            attributes = node.attributes
            if action == _CLAIM or action == _SCRIPT:
                self.claim(node, action)
                if "itemprop" in attributes:
                    rows.append([tag, lines.size, lines.size, parent, *_describe(tag, attributes)])
                continue
            if action == _INLINE and "-" in tag and lines.empty and lines.tag != "p":
                action = _BLOCK  # a custom element that opens a line stands on its own
            hides, row = False, None
            described = _BARE
            around, line_tag, home = parent, lines.tag, lines.home
            if attributes:
                if len(attributes) == 1 and (names := attributes.get("class")):
                    label, hides = _by_class(names)
                    described = (label, None, None)
                else:
                    described = _describe(tag, attributes)
                    hides = _hides(attributes)
            if action == _BLOCK or action == _PRE:
                if lines.size != lines.start:
                    lines.end_block()
                lines.home = len(rows)
                if tag in _LASTING_TAGS or (tag in _TELLING_TAGS and line_tag not in _LASTING_TAGS):
                    lines.tag = tag
                if action == _PRE:
                    lines.pre += 1
            elif action == _LINK:
                lines.link += 1
            elif action == _BOLD:
                lines.bold += 1
            if hides:
                lines.end_block()
                lines.hidden += 1
            if attributes or action == _BLOCK or action == _PRE:
                row = [tag, lines.size, lines.size, parent, *described]
                parent = len(rows)
                rows.append(row)
            stack.append((row, action, hides, around, line_tag, home))
            if (child := node.child) is not None:
                stack.append(child)
