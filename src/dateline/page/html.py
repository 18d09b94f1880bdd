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
from .tags import ACTION, BLOCK, BLOCKS, BOLD, BREAK, CLAIM, INLINE, LASTING, LINE_TAGS, LINK, PRE, READING, SCRIPT, SKIP

_IMAGES = frozenset(("img", "amp-img"))
# Hidden words within a line that are no more than this (code points) name an icon or tell where a link leads.
_ASIDE = 60
# Visible text shorter than this (code points) is looked for in <noscript> as well.
_SCRIPTED = 500
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hidden|u-hidden|is-hidden)(?:\s|$)", re.I)
_TIME_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-timestamp", "data-time", "data-published", "data-date")
_IMAGE_ATTRIBUTES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_LABELLING_ATTRIBUTES = ("role", "itemprop", "rel")
_NAME_ATTRIBUTES = ("alt", "aria-label", "title")
_BARE: tuple[str, str | None, str | None, bool] = ("", None, None, False)
_LABELLING = frozenset(_LABELLING_ATTRIBUTES)
_NAMING = frozenset(_NAME_ATTRIBUTES)
_HIDING = frozenset(("hidden", "aria-hidden", "style"))
_RARE = _LABELLING | _NAMING | _HIDING
_TELLING = _RARE | {"id", "href", *_TIME_ATTRIBUTES, *_IMAGE_ATTRIBUTES}


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
    tree = _Walker(parser, max_nodes, ACTION).tree()
    if len(tree.text) < _SCRIPTED and parser.any_css_matches(("noscript",)):
        # A page that a script builds keeps its words for other readers here.
        tree = _Walker(parser, max_nodes, ACTION | {"noscript": BLOCK}).tree()
    return tree


# An element in the making: tag, start, end, parent, label, value, name, as in `Element`.
_Row = list[Any]
# What markup says of an element beside its tag: its label, value and name as in `Element`, and whether it hides its content.
_Described = tuple[str, str | None, str | None, bool]
# What to undo when an element closes: its node and row, what it does to the walk, whether it hides its content, and the
# parent, tag and home around it.
_Opened = tuple[LexborNode, _Row | None, int, bool, int, str, int]


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


def _describe(tag: str, attributes: dict[str, str | None]) -> _Described:
    """The label, value and name of an element, and whether markup hides it (style sheets are not read).

    Most elements have classes and nothing else that tells, or an address beside: their ways are short.
    """
    names = attributes.get("class")
    described = _by_class(names) if names else _BARE
    if _TELLING.isdisjoint(attributes):
        return described
    label, carried, name, hides = described
    rare = not _RARE.isdisjoint(attributes)
    if value := attributes.get("id"):
        label = f"{label} {value.lower()}"
    if rare and not _LABELLING.isdisjoint(attributes):
        for key in _LABELLING_ATTRIBUTES:
            if value := attributes.get(key):
                label = f"{label} {key}={value.lower()}"
    if tag == "a":
        value = attributes.get("href")
        if value and not value.startswith("data:"):
            carried = value
    else:
        for key in _IMAGE_ATTRIBUTES if tag in _IMAGES else _TIME_ATTRIBUTES:
            if (value := attributes.get(key)) and not value.startswith("data:"):
                carried = value
                break
    if not rare:
        return label, carried, name, hides
    if not _NAMING.isdisjoint(attributes):
        name = next((value for key in _NAME_ATTRIBUTES if (value := attributes.get(key))), None)
    if not hides and not _HIDING.isdisjoint(attributes):
        hides = "hidden" in attributes or attributes.get("aria-hidden") == "true" or _hidden_style(attributes.get("style") or "")
    return label, carried, name, hides


@lru_cache(maxsize=20_000)
def _by_class(names: str) -> _Described:
    """How an element that has classes and nothing else is described: pages repeat themselves."""
    return names.lower(), None, None, _HIDDEN_CLASS.search(names) is not None


@lru_cache(maxsize=2_000)
def _hidden_style(style: str) -> bool:
    return _HIDDEN_STYLE.search(style) is not None


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
        self.parent = -1  # the row of the element around
        self.rows: list[_Row] = []

    def tree(self) -> Tree:
        root, head = self.parser.root, self.parser.head
        attributes = root.attributes if root is not None and root.is_element_node else {}
        if head is not None:
            for node in head.traverse():
                action = ACTION.get(node.tag or "", INLINE)
                if action in (CLAIM, SCRIPT):
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
        if action == SCRIPT:
            kind = (attributes.get("type") or "").lower()
            if "ld+json" in kind:
                self.linked_data.append(node.text())
            elif kind == "application/json":
                self.scripts.append((attributes.get("id") or "", node.text()))
        elif node.tag == "meta":
            content = (attributes.get("content") or "").strip()
            name = (
                attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or attributes.get("itemprop")
            )
            if name and content:
                self.meta.append((name.strip().lower(), content))
        elif node.tag == "link":
            rel, href = attributes.get("rel"), attributes.get("href")
            if rel and href:
                self.links.append((rel.strip().lower(), href.strip()))
        elif self.title is None:
            self.title = " ".join(node.text().split()) or None
        if "itemprop" in attributes:
            size = self.lines.size
            self.rows.append([node.tag, size, size, self.parent, *_describe(node.tag or "", attributes)[:3]])

    def reading(self, node: LexborNode) -> None:
        """How the characters before it are read (`<rt>`). It is of the text where the page sets brackets around it ("法（ほう）")."""
        before = node.prev
        while before is not None and before.tag == "-text" and (before.text_content or "").isspace():
            before = before.prev
        if before is not None and before.tag == "rp":
            self.lines.words(node.text())

    def aside(self, node: LexborNode) -> str | None:
        """What a hidden element within a line says aside, to be passed over: nothing, or a few words that the line goes on after.

        None for one that is more than that: hidden text is kept, apart, since a script may show it.
        """
        said = node.text().strip()
        if not said:
            return said
        if len(said) > _ASIDE or node.tag == "time" or node.css_first("time") is not None:
            return None
        around: LexborNode | None = node
        while around is not None and self.actions.get(around.tag or "", INLINE) not in BLOCKS:
            after = around.next
            while after is not None and after.tag == "-text" and (after.text_content or "").isspace():
                after = after.next
            if after is not None:
                return said if after.tag == "-text" else None
            around = around.parent
        return None

    def descend(self, top: LexborNode) -> None:  # noqa: C901, PLR0912, PLR0915 - a call a node costs a sixth of the walk
        """Walk the tree below `top`, turning nodes into lines and rows: the hot loop, with opening and closing written out."""
        lines, rows, actions = self.lines, self.rows, self.actions
        left = self.max_nodes
        stack: list[_Opened] = []  # the open elements
        node, following = top, None
        while True:
            left -= 1
            tag = node.tag or ""
            if left < 0:
                self.truncated, following = True, None
            elif tag == "-text":
                content = node.text_content or ""
                if content.isspace():
                    lines.gap = True
                else:
                    lines.words(content)
                following = node.next
            elif (action := actions.get(tag, INLINE)) <= PRE:
                attributes = node.attributes
                parent, line_tag, home = self.parent, lines.tag, lines.home
                label, value, name, hides = _describe(tag, attributes) if attributes else _BARE
                row = None
                if action == INLINE and "-" in tag and lines.size == lines.start and line_tag != "p":
                    action = BLOCK  # a custom element that opens a line stands on its own
                said = self.aside(node) if hides and action not in BLOCKS and lines.size != lines.start else None
                if said:
                    following = node.next
                else:
                    hides = hides and said is None
                    if hides:
                        lines.end_block()
                        lines.hidden += 1
                    if action in BLOCKS:
                        if lines.size != lines.start:
                            lines.end_block()
                        lines.home = len(rows)
                        if tag in LASTING or (tag in LINE_TAGS and line_tag not in LASTING):
                            lines.tag = tag
                        if action == PRE:
                            lines.pre += 1
                    elif action == LINK:
                        lines.link += 1
                    elif action == BOLD:
                        lines.bold += 1
                    if attributes or action in BLOCKS:
                        row = [tag, lines.size, lines.size, parent, label, value, name]
                        self.parent = len(rows)
                        rows.append(row)
                    stack.append((node, row, action, hides, parent, line_tag, home))
                    following = node.child
            else:
                if action == BREAK:
                    lines.line_break()
                elif action == READING:
                    self.reading(node)
                elif action != SKIP:
                    self.claim(node, action)
                following = node.next
            while following is None:
                if not stack:
                    return
                node, row, action, hides, self.parent, line_tag, home = stack.pop()
                if action in BLOCKS:
                    lines.gap = lines.edge = False
                    if lines.size != lines.start:
                        lines.end_block()
                    if action == PRE:
                        lines.pre -= 1
                else:
                    lines.edge = True
                    if action == LINK:
                        lines.link -= 1
                    elif action == BOLD:
                        lines.bold -= 1
                if hides:
                    lines.end_block()
                    lines.hidden -= 1
                if row is not None:
                    row[2] = lines.size
                lines.tag, lines.home = line_tag, home
                if stack and left >= 0:
                    following = node.next
            node = following
