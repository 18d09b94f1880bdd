"""Where elements stand, and what their labels call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.landmarks import (
    BREADCRUMB,
    CAPTION,
    COMMENT,
    CREDIT,
    DATE,
    MODIFIED,
    PAYWALL,
    PUBLISHED,
    TAG,
    TAGS,
    around,
    block_at,
    elements_within,
    marks,
)

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf


@pytest.mark.parametrize(
    ("label", "bits"),
    [
        pytest.param("article-date", DATE, id="date"),
        pytest.param("entry-date published", DATE | PUBLISHED, id="published"),
        pytest.param("updated", DATE | MODIFIED, id="updated"),
        pytest.param("candidate-list", DATE, id="letters-within-a-word"),
        pytest.param("database-row", 0, id="data"),
        pytest.param("wp-caption-text", CAPTION, id="caption"),
        pytest.param("photo-credit", CREDIT, id="credit"),
        pytest.param("comment-meta", COMMENT, id="comment"),
        pytest.param("breadcrumbs", BREADCRUMB, id="trail"),
        pytest.param("paywall", PAYWALL, id="paywall"),
        pytest.param("rel=tag", TAG, id="tag"),
        pytest.param("article-tags", TAGS, id="tags"),
        pytest.param("col-md-4", 0, id="layout"),
    ],
)
def test_marks(label: str, bits: int) -> None:
    """A label's words are read as what they call the element."""
    assert marks(label) == bits


def test_elements_and_blocks_by_place(clues_of: CluesOf) -> None:
    """Elements are found by the stretch of text in which they begin, blocks by a position."""
    clues = clues_of(
        "<h1 class=a>Pier</h1><figure class=b><p><img src=x.jpg></p></figure><p class=c>Storm</p>", url="https://x.example/"
    )
    page = clues.page
    second = page.blocks[1]
    inside = [page.elements[index].label for index in elements_within(page, second.start, second.end)]
    assert inside[-1] == "c"
    assert "a" not in inside
    assert block_at(page.blocks, second.start) == 1
    picture = clues.landmarks.tagged("img")[0]
    assert page.elements[around(page.elements, picture, "figure")].label == "b"
    assert around(page.elements, picture, "table") == -1
    assert [page.elements[index].label for index in clues.landmarks.labelled("b")] == ["b"]
