"""The headline: the printed one, checked against what the page declares."""

from __future__ import annotations

import re

from ..page.declared import words
from ..records import Found, Page, Span
from .clues import main_article
from .evidence import Candidate, choose, claimed, visible

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Letters and digits in lower case, for comparing titles."""
    return " ".join(_WORD.findall(text.lower()))


def find_headline(page: Page) -> Found[str | None]:
    """The headline with the span where it is printed, where it is."""
    candidates: list[Candidate[str]] = []
    declared = page.declared
    claims = [(name, declared.get(name)) for name in ("og:title", "twitter:title")]
    titles = {fold(value) for _, value in claims if value} | ({fold(declared.title)} if declared.title else set())
    data = main_article(page)
    if data is not None and (said := words(data.data.get("headline"))):
        titles.add(fold(said))
        candidates.append(claimed(said, said, f"{data.path}.headline", method="json-ld", confidence=0.8))
    for name, value in claims:
        if value:
            candidates.append(claimed(value, value, f"meta[{name}]", method="meta", confidence=0.7))
    for block in page.blocks:
        if block.tag in ("h1", "h2"):
            text = page.text[block.start : block.end]
            folded = fold(text)
            if folded and any(folded in title for title in titles):
                candidates.append(
                    visible(page, text, Span(block.start, block.end), method="heading", confidence=0.95 if block.tag == "h1" else 0.85)
                )
    return choose("headline", candidates)
