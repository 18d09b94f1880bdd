"""From what log-odds on a block is kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.body import model
from dateline.article.body.choice import Taste, threshold
from dateline.article.body.rows import Floats

PLAIN = Taste(lean=0.0, doubt=1.0)


def row(*values: float) -> Floats:
    return np.array(values, dtype=np.float32)


@pytest.mark.parametrize(
    ("odds", "size", "kept"),
    [
        pytest.param(row(8, 8, -8), row(100, 100, 100), [True, True, False], id="a page of clear prose"),
        pytest.param(row(8, 8, -0.2), row(100, 100, 10), [True, True, False], id="one doubtful line of a clear page"),
        pytest.param(
            row(-0.2, -0.2, -0.3, -4), row(50, 50, 50, 50), [True, True, True, False], id="a page of doubt keeps its likeliest"
        ),
        pytest.param(row(-6, -6, -7), row(50, 50, 50), [False, False, False], id="a page without main content"),
        pytest.param(row(0.1), row(10), [True], id="one block"),
        pytest.param(row(500, -500), row(10, 10), [True, False], id="as sure as can be"),
        pytest.param(row(-500), row(10), [False], id="as unlikely as can be"),
    ],
)
def test_a_page_of_doubt_is_cut_lower(odds: Floats, size: Floats, kept: list[bool]) -> None:
    """Clear pages are cut at about even odds, doubtful ones below, and a page of which nothing is likely keeps nothing."""
    assert (odds >= threshold(odds, size, PLAIN)).tolist() == kept


BLOCKS = st.lists(st.tuples(st.floats(-1.875, 10, width=32), st.integers(1, 1_000)), min_size=1, max_size=12)


@given(BLOCKS)
def test_no_other_threshold_promises_more(blocks: list[tuple[float, int]]) -> None:
    """Of all thresholds, none keeps blocks whose expected F1 is higher."""
    odds, size = row(*(b[0] for b in blocks)), row(*(b[1] for b in blocks))
    likely = 1 / (1 + np.exp(-odds.astype(np.float64)))

    def expected(kept: np.ndarray) -> float:
        return float(2 * (likely * size)[kept].sum() / (size[kept].sum() + (likely * size).sum()))

    chosen = expected(odds >= threshold(odds, size, PLAIN))
    assert chosen >= max(expected(odds >= odd) for odd in odds) - 1e-4


@given(BLOCKS, st.floats(-3, 3), st.floats(0.1, 3))
def test_a_threshold_is_never_above_even_odds(blocks: list[tuple[float, int]], lean: float, doubt: float) -> None:
    """What is likelier body than not is kept on every page; what is very unlikely is on none, however doubtful the page."""
    odds, size = row(*(b[0] for b in blocks)), row(*(b[1] for b in blocks))
    assert lean - 2 <= threshold(odds, size, Taste(lean, doubt)) <= lean


def test_a_small_doubt_comes_to_one_threshold() -> None:
    """Where the networks are believed as they are, and more, a block is kept from the lean on."""
    odds, size = row(3, 0.8, 0.3, -2), row(10, 80, 80, 10)
    assert (odds >= threshold(odds, size, Taste(lean=0.5, doubt=0.05))).tolist() == [True, True, False, False]


def test_tastes_mix_by_shares() -> None:
    """A page that may be an article or something else is cut in between."""
    assert Taste(1.0, 2.0).mixed(Taste(0.0, 1.0), 0.25) == Taste(0.25, 1.25)


def test_what_is_made_of_the_models_is_part_of_the_readers_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another taste is another reader: rereading sees that records come out differently."""
    before = model.digest.__wrapped__()
    monkeypatch.setattr(model, "OTHER_PAGE", Taste(lean=9.0, doubt=1.0))
    assert model.digest.__wrapped__() != before
