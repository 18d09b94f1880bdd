"""Links within the body: where the article itself points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..page.declared import absolute
from ..records import Evidence, Found, Link, Span
from .landmarks import elements_within

if TYPE_CHECKING:
    from .clues import Clues


def find_links(clues: Clues) -> Found[tuple[Link, ...]]:
    """Every link with words in a body line, absolute, in document order."""
    page = clues.page
    if clues.first < 0:
        return Found(())
    kept = iter([line.span for line in clues.lines if line.role == "body"])
    line = next(kept)
    found: list[Link] = []
    for index in elements_within(page, page.blocks[clues.first].start, page.blocks[clues.last].end):
        element = page.elements[index]
        if element.tag != "a" or element.value is None or element.start == element.end:
            continue
        while line.end < element.start and (following := next(kept, None)):
            line = following
        if line.start <= element.start and element.end <= line.end:
            address = absolute(element.value.strip(), page.url)
            if address.startswith(("http://", "https://")):
                found.append(Link(address, page.text[element.start : element.end], Span(element.start, element.end)))
    return Found(
        tuple(found),
        tuple(
            Evidence(
                field="links",
                method="link in the body",
                raw=link.text,
                value=link.url,
                confidence=0.95,
                chosen=True,
                span=link.span,
            )
            for link in found
        ),
    )
