"""What a listing may say of itself: it prints bylines and days of the articles that it lists, and they are not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from ..records import Found

if TYPE_CHECKING:
    from ..records import Evidence

_TIMES = ("published", "modified")
# A page called a listing with less confidence may be an article. Checked on htmldate_dev and wcxb_dev, where the listings proper
# keep next to nothing of what they print.
_SURE_KIND = 0.6


def nearly_article(kind: Found[Any]) -> bool:
    """Whether a page was called a listing without being sure of it, and would else be an article."""
    return any(e.value == "article" and not e.chosen for e in kind.evidence) and kind.evidence[0].confidence < _SURE_KIND


def declared_only(found: Found[Any], *, doubtful: bool) -> Found[Any]:
    """The value if it rests on a declaration; what was printed stays as candidates that lost.

    Where the kind is `doubtful`, a value stays that all that is printed agrees on: a list of articles names several.
    """
    if not any(e.chosen and (e.path or "time").startswith("time") for e in found.evidence):
        return found
    if doubtful and len({_said(e) for e in found.evidence if e.span is not None}) == 1:
        return found
    empty = () if isinstance(found.value, tuple) else None
    return Found(empty, tuple(msgspec.structs.replace(e, chosen=False) for e in found.evidence), found.notes)


def _said(evidence: Evidence) -> str:
    """What printed evidence says: of a time, its day."""
    return evidence.value.partition("T")[0] if evidence.field in _TIMES else evidence.value
