"""The measured scale of confidences: between 0 and 1, in the order of the points, and only where something was measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.calibration import calibrated
from dateline.article.evidence import choose, claimed

POINTS = st.floats(0, 1)
MEASURED = [("published", "label"), ("modified", "meta"), ("authors", "json-ld"), ("headline", "heading"), ("headline", "line")]


@pytest.mark.parametrize(("field", "method"), MEASURED)
@given(one=POINTS, other=POINTS)
def test_order_is_kept(field: str, method: str, one: float, other: float) -> None:
    """Of two candidates the one with more points has no lower probability, and both are probabilities."""
    low, high = sorted((one, other))
    assert 0 <= calibrated(field, method, low) <= calibrated(field, method, high) <= 1


@given(POINTS)
def test_fields_without_measurements(points: float) -> None:
    """A field whose values were not measured keeps its points."""
    assert calibrated("section", "meta", points) == points


def test_evidence_is_on_the_scale_and_the_choice_by_points() -> None:
    """Evidence shows probabilities; which candidate wins is decided before."""
    found = choose(
        "published",
        [
            claimed("a", "a", "meta[a]", method="meta", confidence=0.6),
            claimed("b", "b", "meta[b]", method="meta", confidence=0.62),
        ],
    )
    assert found.value == "b"
    assert [e.confidence for e in found.evidence] == [round(calibrated("published", "meta", p), 3) for p in (0.62, 0.6)]
