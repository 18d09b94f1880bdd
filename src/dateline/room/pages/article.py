"""The page of an article, the diff of two versions, and an article as a file."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from dateline import Article
from dateline.exchange import FORMATS, STYLES
from dateline.room.archives import Archives
from dateline.room.display.article import article_page
from dateline.room.display.diff import diff_page
from dateline.room.display.front import article_url
from dateline.room.outlets import Outlets
from dateline.room.rendering import page, shown
from dateline.room.settings import Settings
from dateline.room.views import article as views

# What became of a page that was kept a moment ago.
_KEPT = ("added", "changed", "unchanged", "forgotten")
# The styles in which a citation is shown, and what each is called.
_STYLES = {"BibTeX": "bibtex", "RIS": "ris", "CSL-JSON": "csl-json"}


@page("/articles/{name:str}")
def article(
    request: Request[Any, Any, Any],
    archives: Archives,
    outlets: Outlets,
    settings: Settings,
    name: str,
    part: int = 0,
    line: int = 0,
    kept: str = "",
) -> Response[bytes]:
    """An article as a capture shows it; `name` is the beginning of the capture's hash."""
    with archives.reading() as archive:
        view = views.article(archive, name.removesuffix(".json"))
    record = view.article
    return shown(
        request,
        "article.html",
        view,
        page=article_page(record, outlet=outlets.names.get(record.outlet or ""), part=part, line=line),
        base=article_url(record.capture),
        newest_url=article_url(view.newest),
        citations=_citations(record, outlets),
        exports=tuple(FORMATS),
        kept=kept if kept in _KEPT else None,
        notes_on=False,
        notes=(),
        can_correct=False,
        corrections={},
    )


def _citations(record: Article, outlets: Outlets) -> list[tuple[str, str]]:
    """The article in every style of citation."""
    name = outlets.names.get(record.outlet or "")
    return [(label, STYLES[style](record, outlet=name).strip()) for label, style in _STYLES.items()]


@page("/articles/{name:str}/diff")
def diff(
    request: Request[Any, Any, Any],
    archives: Archives,
    outlets: Outlets,
    name: str,
    old: int | None = None,
    new: int | None = None,
) -> Response[bytes]:
    """What changed between two versions of an article: the last two, unless told."""
    with archives.reading() as archive:
        view = views.diff(archive, name, old, new)
    record = view.article
    return shown(
        request,
        "diff.html",
        view,
        page=article_page(record, outlet=outlets.names.get(record.outlet or "")),
        changes=diff_page(view),
        base=article_url(record.capture),
    )


handlers = [*article, *diff]
