"""Pages about one pier, with dates where a test sets them."""

from __future__ import annotations

import json

TEXT = "The harbour council voted on Monday to rebuild the northern pier, which a storm had broken in two last winter."


def page(head: str = "", above: str = "", between: str = "", after: str = "", body: str = TEXT) -> str:
    """A page with its parts in the usual order."""
    return (
        f"<html><head>{head}</head><body><div>{above}</div><h1>Northern pier to be rebuilt</h1><div>{between}</div>"
        f"<article><p>{body}</p><p>{TEXT} {TEXT}</p></article><div>{after}</div></body></html>"
    )


def data(**properties: str) -> str:
    """A JSON-LD news article."""
    node = {"@type": "NewsArticle", "headline": "Northern pier to be rebuilt"} | properties
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
