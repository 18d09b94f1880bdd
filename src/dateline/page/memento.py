"""Copies that web archives keep (mementos): the page's own address and the time of the copy stand in the copy's address.

The Wayback Machine and its like keep `http://gazette.example/pier` of 3 May 2013 as `https://web.archive.org/web/20130503091500/http://gazette.example/pier`,
and write the addresses within the page anew in the same way.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .html import Tree

# The note that says that a page is a copy, by its code.
MEMENTO = "capture.memento"
# Before the page's own address: the archive, up to three steps, and the time with a mark of how the copy is served ("id_", "im_").
_STEPS = r"/(?:[\w.-]{1,60}/){0,3}(?P<time>\d{14})(?:[a-z]{2}_)?/"
_ADDRESS = re.compile(rf"(?:https?:)?//(?P<keeper>[\w.:-]{{3,100}}){_STEPS}(?P<own>https?:/.+)", re.I | re.S)
_WITHIN = re.compile(rf"(?:(?:https?:)?//[\w.:-]{{3,100}})?{_STEPS}(?P<own>(?:https?|mailto|ftp):.*)", re.I | re.S)
# The same in JSON, whose slashes may be escaped.
_IN_JSON = re.compile(r"https?:\\?/\\?/[\w.:-]{3,100}(?:\\?/[\w.-]{1,60}){0,3}\\?/\d{14}(?:[a-z]{2}_)?\\?/(?=https?:)", re.I)
_ONE_SLASH = re.compile(r"^(https?):/(?=[^/])", re.I)
# What the Wayback Machine sets above a page.
_TOOLBAR, _TOOLBAR_END = b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"


class Memento(NamedTuple):
    """A copy: the page's own address, when it was taken, and the host of the archive that keeps it."""

    url: str
    taken_at: datetime
    keeper: str


def memento(url: str | None) -> Memento | None:
    """What an address says of the copy that it leads to; None where it is no archive's."""
    match = _ADDRESS.fullmatch(url) if url else None
    if match is None:
        return None
    try:
        taken_at = datetime.strptime(match["time"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Memento(_ONE_SLASH.sub(r"\1://", match["own"]), taken_at, match["keeper"].lower())


def without_toolbar(source: bytes) -> bytes:
    """Markup without what the archive set above it."""
    start = source.find(_TOOLBAR)
    end = source.find(_TOOLBAR_END, start) if start >= 0 else -1
    return source[:start] + source[end + len(_TOOLBAR_END) :] if end >= 0 else source


def own_addresses(tree: Tree) -> Tree:
    """A copy's markup with the addresses that the page had: those of its elements, meta elements, links and JSON-LD."""
    from msgspec.structs import replace

    return tree._replace(
        elements=tuple(replace(e, value=_own(e.value)) if e.value and _WITHIN.match(e.value) else e for e in tree.elements),
        meta=[(name, _own(content)) for name, content in tree.meta],
        links=[(rel, _own(href)) for rel, href in tree.links],
        linked_data=[_IN_JSON.sub("", data) for data in tree.linked_data],
    )


def _own(address: str) -> str:
    match = _WITHIN.fullmatch(address)
    return _ONE_SLASH.sub(r"\1://", match["own"]) if match else address
