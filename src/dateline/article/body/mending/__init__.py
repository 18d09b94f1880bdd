"""What the models' choice of blocks is mended by: what the markup or the words show, and no model saw often enough.

Each rule names blocks that go, or come back. Most take nothing where they would take a large part of what was chosen: then they are wrong
about the page. (`docs/model.md` says what they are worth.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .below import below_the_end
from .copies import copied, pull_quotes, repeated, said_before
from .ending import after_the_end
from .house_lines import house_lines
from .notices import notices
from .opening import bylines_above, far_above
from .other_stories import in_boxes, in_cards, in_other_articles
from .questions import asked
from .standfirst import restated, standfirst
from .within import announced, enclosed, hidden_asides

if TYPE_CHECKING:
    from ....records import Page, Span
    from .kept import Keep


def mended(page: Page, keep: Keep, headline: Span | None) -> Keep:
    """The choice of an article's blocks, mended. `headline` is where it is printed."""
    keep = keep.copy()
    keep[in_other_articles(page, _kept(keep), headline)] = False
    keep[far_above(page, _kept(keep), headline)] = False
    keep[restated(page, _kept(keep), headline)] = False
    keep[bylines_above(page, _kept(keep))] = False
    keep[standfirst(page, _kept(keep), headline)] = True
    keep[enclosed(page, keep)] = True
    # A copy of the article in one line would make a pull quote of every paragraph.
    for rule in (copied, repeated, pull_quotes, hidden_asides, in_cards, in_boxes, notices, house_lines):
        keep[rule(page, _kept(keep))] = False
    keep[below_the_end(page, _kept(keep), headline)] = False
    keep[announced(page, keep)] = True
    keep[asked(page, keep)] = True
    keep[after_the_end(page, _kept(keep), headline)] = False
    return keep


def worded(page: Page, keep: Keep) -> Keep:
    """The choice of the blocks of a page that is an article rather than anything else, but not surely: mended by words alone."""
    keep = said_once(page, keep)
    for rule in (notices, house_lines):
        keep[rule(page, _kept(keep))] = False
    return keep


def said_once(page: Page, keep: Keep) -> Keep:
    """The choice of the blocks of a page that is no article, each line once."""
    keep = keep.copy()
    keep[said_before(page, _kept(keep))] = False
    return keep


def _kept(keep: Keep) -> list[int]:
    kept: list[int] = np.flatnonzero(keep).tolist()
    return kept
