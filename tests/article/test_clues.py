"""The finders' common ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

TEXT = "The harbour council voted on Monday to rebuild the northern pier, which a storm had broken in two last winter."


@pytest.mark.parametrize(
    ("between", "opening"),
    [
        pytest.param("<div>By Ana Lima</div><div>23 November 2021</div><div>Share</div>", 5, id="byline-and-buttons"),
        pytest.param("<div>By Ana Lima</div>", 1, id="a-line"),
        pytest.param("", 1, id="nothing"),
    ],
)
def test_the_text_begins_below_a_standfirst(clues_of: CluesOf, between: str, opening: int) -> None:
    """One that has the byline, the date and buttons under it."""
    clues = clues_of(f"<h1>Northern pier</h1><article><p>{TEXT}</p>{between}<p>{TEXT}</p><p>{TEXT}</p></article>")
    assert (clues.first, clues.opening) == (1, opening)


def test_a_page_without_a_body_has_no_opening(clues_of: CluesOf) -> None:
    assert clues_of("<h1>Northern pier</h1><div>Soon</div>").opening == -1


def test_a_text_has_no_standfirst_of_its_own(clues_of: CluesOf) -> None:
    clues = clues_of(f"Northern pier\n\n{TEXT}\n\nBy Ana Lima\n\n23 November 2021\n\nShare\n\nPrint\n\n{TEXT}\n\n{TEXT}")
    assert clues.opening == clues.first == 1
