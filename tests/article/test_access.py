"""Access: what says that a page gives less than the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.access import find_access

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

SHORT = "<p>The council will rebuild the pier, as it said on Monday.</p>"
LONG = SHORT * 40


def page(body: str, after: str = "", head: str = "") -> str:
    """A page whose article ends with something."""
    return f"<html><head>{head}</head><body><h1>Pier</h1><article>{body}</article><div>{after}</div></body></html>"


def free(said: str) -> str:
    """A JSON-LD article that says whether it is free."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Pier", "isAccessibleForFree": "{said}"}}</script>'


@pytest.mark.parametrize(
    ("source", "access", "method"),
    [
        pytest.param(page(LONG), "full", "no barrier", id="nothing-said"),
        pytest.param(page(LONG, head=free("True")), "full", "declared", id="declared-free"),
        pytest.param(page(SHORT, head=free("False")), "paywalled", "declared", id="declared-paid"),
        pytest.param(page(SHORT, "<div>Subscribe to continue reading</div>"), "paywalled", "barrier", id="barrier"),
        pytest.param(page(SHORT, "<div>La suite est réservée aux abonnés</div>"), "paywalled", "barrier", id="french"),
        pytest.param(page(SHORT, "<div>Nur für Abonnenten</div>"), "paywalled", "barrier", id="german"),
        pytest.param(page(SHORT, "<a href='/x'>Read the full story</a>"), "truncated", "continued elsewhere", id="continued"),
        pytest.param(page(SHORT, "<div class='paywall'>…</div>"), "paywalled", "markup", id="class-and-short"),
        pytest.param(page(LONG, "<div class='paywall'>…</div>"), "full", "no barrier", id="class-but-whole"),
        pytest.param(page(SHORT, "<div class='row non-paywall'>…</div>"), "full", "no barrier", id="class-of-the-free"),
        pytest.param(page(SHORT, "<div>Mit Bote+ weiterlesen</div>"), "paywalled", "barrier", id="german-offer"),
        pytest.param(
            page(SHORT, "<div>Den Wettbewerb gewann sie mit ihrem Entwurf Weiterlesen …</div>"), "full", "no barrier", id="teaser"
        ),
        pytest.param(page(LONG, "<div>The newsletter for the coast</div>"), "full", "no barrier", id="furniture"),
        pytest.param("<h1>Pier</h1>", None, None, id="no-body"),
    ],
)
def test_access(clues_of: CluesOf, source: str, access: str | None, method: str | None) -> None:
    """Declarations and barriers are told apart from furniture, and each is named."""
    found = find_access(clues_of(source))
    assert (found.value, found.evidence[0].method if found.evidence else None) == (access, method)
