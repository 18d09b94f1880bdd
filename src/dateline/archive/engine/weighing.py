"""Which words of a query tell how well an article fits it, and which only select.

A word that stands in every fourth article says next to nothing of any of them, and to say so FTS5 goes through the whole of its
list. So do values of fields, and what is not to be there. They are left out of the order by relevance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.query import And, Node, Not, Or, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TEXTS = (None, "headline", "byline")


def words_sought(tree: Node) -> Iterator[Term]:
    """The words, phrases and beginnings that are looked for in texts."""
    match tree:
        case Term(field=field) if field in _TEXTS:
            yield tree
        case And(parts) | Or(parts):
            for part in parts:
                yield from words_sought(part)


def is_all_of(tree: Node, telling: Collection[Term]) -> bool:
    """Whether there is nothing else in a tree."""
    match tree:
        case And(parts) | Or(parts):
            return all(is_all_of(part, telling) for part in parts)
        case _:
            return tree in telling


def insists_on(tree: Node, telling: Collection[Term]) -> bool:
    """Whether all that a tree finds has one of these."""
    match tree:
        case And(parts):
            return any(insists_on(part, telling) for part in parts)
        case Or(parts):
            return all(insists_on(part, telling) for part in parts)
        case Not(_):
            return False
        case _:
            return tree in telling
