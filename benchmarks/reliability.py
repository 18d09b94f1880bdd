"""Whether confidence means what it says: of values given with a confidence, how many are right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from training.crossval import judge

import dateline
from training import sets

BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
MEASURED = ("fundus_dev", "newsroom_dev", "wcxb_dev", "trafilatura_eval", "htmldate_dev")
FIELDS = {"headline": "headline_ok", "authors": "authors_exact", "published": "day"}


class Said(NamedTuple):
    """One value: the confidence it was given with, and whether the gold agrees."""

    field: str
    confidence: float
    right: bool


def said(names: Iterable[str] = MEASURED) -> list[Said]:
    """Every headline, author set and publish day that was given a value on a page with gold for it."""
    found: list[Said] = []
    for name in names:
        for gold in sets.read_set(sets.GOLD / f"{name}.parquet", "strict"):
            found.extend(_of_page(gold.row))
    return found


def _of_page(row: dict[str, Any]) -> list[Said]:
    article = dateline.read(row["html"], url=row["url"], media_type="text/html")
    got = {
        "headline": article.headline,
        "authors": [author.name for author in article.authors],
        "published": str(article.published) if article.published else None,
    }
    figures = judge().page_figures(row, got, "html")
    sure = {e.field: e.confidence for e in article.evidence if e.chosen}
    return [
        Said(field, sure[field], figures[figure] == 1.0)
        for field, figure in FIELDS.items()
        if got[field] and field in sure and figure in figures
    ]


def table(values: list[Said], field: str) -> list[tuple[float, float, int, float, float]]:
    """A row a bin: from, to, how many, mean confidence, share right."""
    rows = []
    for low, high in pairwise(BINS):
        inside = [v for v in values if v.field == field and low <= v.confidence < high]
        if inside:
            count = len(inside)
            rows.append(
                (low, min(high, 1.0), count, sum(v.confidence for v in inside) / count, sum(v.right for v in inside) / count)
            )
    return rows


def plot(values: list[Said]) -> str:
    """The reliability diagram as SVG: a line a field, against the diagonal."""
    size, margin = 320, 40
    colours = {"headline": "#1b6ca8", "authors": "#b3541e", "published": "#3a7d44"}

    def at(x: float, y: float) -> str:
        return f"{margin + x * size:.1f},{margin + (1 - y) * size:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 2 * margin}" height="{size + 2 * margin}" font-family="sans-serif">',
        "<title>Share of values right against their confidence</title>",
        f'<rect width="{size + 2 * margin}" height="{size + 2 * margin}" fill="white"/>',
        f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#999" stroke-dasharray="4" fill="none"/>',
        f'<polyline points="{at(0, 1)} {at(0, 0)} {at(1, 0)}" stroke="#333" fill="none"/>',
        f'<text x="{margin + size / 2}" y="{size + margin + 30}" font-size="12" text-anchor="middle">confidence given</text>',
        f'<text x="14" y="{margin + size / 2}" font-size="12" text-anchor="middle" transform="rotate(-90 14 {margin + size / 2})">share right</text>',
    ]
    for index, (field, colour) in enumerate(colours.items()):
        rows = table(values, field)
        points = " ".join(at(confidence, right) for _, _, _, confidence, right in rows)
        parts.append(f'<polyline points="{points}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts += [f'<circle cx="{(p := at(c, r).split(","))[0]}" cy="{p[1]}" r="3" fill="{colour}"/>' for _, _, _, c, r in rows]
        parts.append(f'<text x="{margin + 12}" y="{margin + 16 + 16 * index}" font-size="12" fill="{colour}">{field}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
