"""Text that a page carries only as data, for a script to show: JSON-LD `articleBody`, state scripts such as `__NEXT_DATA__`.

It is taken only where the visible text does not have it, and set below the visible text as blocks of its own, so that spans
and evidence work as everywhere.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from ..records import Block, Element, LinkedData

# Code points that make a stored text worth having, and a stored string a paragraph.
_LEAST_TEXT = 400
_LEAST_STRING = 60
# Visible prose and visible text below which state scripts are looked into: pages that a script builds show next to nothing.
_LEAST_PROSE = 600
_LEAST_VISIBLE = 3_000
# Of the stored text's probes, the share that must be missing from the visible text.
_MISSING = 0.7
_PROBES = 10
_PROBE = 25
_MAX_SCRIPT = 4_000_000
_MAX_STRINGS = 2_000
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"(?:<(?:/p|/div|/h[1-6]|/li|/blockquote|br)\b[^<>]{0,200}>|\r?\n)\s*", re.I)
# Markup that was escaped once more.
_ESCAPED = re.compile(r"&lt;/(?:p|div|li|h[1-6]|blockquote)&gt;", re.I)
_PROSE = re.compile(r"\w[^.!?。]{20,}[.!?。…؟”\"]")
_ADDRESS = re.compile(r"^\S+$|^\s*[{\[]|https?://\S+$|\bfunction\s*\(")

LABEL = "stored in data"


def stored_paragraphs(text: str, visible_prose: int, nodes: tuple[LinkedData, ...], scripts: list[tuple[str, str]]) -> list[str]:
    """Paragraphs that the page carries as data and does not show; none where the visible text is enough."""
    for node in nodes:
        claim = node.data.get("articleBody")
        if isinstance(claim, str) and len(claim) >= _LEAST_TEXT:
            paragraphs = _paragraphs(claim)
            if _missing(paragraphs, text):
                return paragraphs
            return []
    if visible_prose >= _LEAST_PROSE or len(text) >= _LEAST_VISIBLE:
        return []
    found: list[str] = []
    for _, script in scripts:
        if len(script) <= _MAX_SCRIPT:
            try:
                _strings(json.loads(script), found)
            except (ValueError, RecursionError):
                continue
    paragraphs = list(dict.fromkeys(p for string in found for p in _paragraphs(string) if _PROSE.search(p)))
    if sum(map(len, paragraphs)) < _LEAST_TEXT or not _missing(paragraphs, text):
        return []
    return paragraphs


def appended(
    text: str, blocks: tuple[Block, ...], elements: tuple[Element, ...], paragraphs: list[str]
) -> tuple[str, tuple[Block, ...], tuple[Element, ...]]:
    """The page's text, blocks and elements with the paragraphs set below."""
    home = len(elements)
    start = at = len(text) + 1 if text else 0
    new: list[Block] = []
    for paragraph in paragraphs:
        new.append(Block(at, at + len(paragraph), "p", home, 0, 0, False))
        at += len(paragraph) + 1
    whole = "\n".join((text, *paragraphs)) if text else "\n".join(paragraphs)
    root = 0 if elements else -1
    return whole, (*blocks, *new), (*elements, Element("article", start, at - 1, root, LABEL, None, None))


def _paragraphs(value: str) -> list[str]:
    if "<" not in value and _ESCAPED.search(value):
        value = unescape(value)
    pieces = (" ".join(unescape(_TAG.sub("", piece)).split()) for piece in _BREAK.split(value))
    return [piece for piece in pieces if piece]


def _missing(paragraphs: list[str], text: str) -> bool:
    """Whether most probes, taken evenly from the paragraphs, are not in the visible text."""
    whole = " ".join(paragraphs)
    flat = " ".join(text.split())
    step = len(whole) // (_PROBES + 1)
    probes = [whole[at : at + _PROBE] for at in range(step, len(whole) - _PROBE, step)] if step else []
    return bool(probes) and sum(probe not in flat for probe in probes) >= _MISSING * len(probes)


def _strings(value: Any, found: list[str]) -> None:
    """Every string of a JSON value that reads like prose, in document order."""
    stack = [value]
    while stack and len(found) < _MAX_STRINGS:
        item = stack.pop()
        if isinstance(item, str):
            if len(item) >= _LEAST_STRING and not _ADDRESS.search(item[:2_000]):
                found.append(item)
        elif isinstance(item, dict):
            stack.extend(reversed(item.values()))
        elif isinstance(item, list):
            stack.extend(reversed(item))
