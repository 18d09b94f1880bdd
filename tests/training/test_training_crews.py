"""Which crew of networks learns from what."""

from __future__ import annotations

import numpy as np
import pytest
from training.crews import CREWS
from training.examples import Example

from dateline.article.body.model import NETWORKS, Form
from dateline.article.body.rows import Layout
from training import by_eye

UNKNOWING, KNOWING = CREWS["html"]


def example(name: str, page: str, convention: str = "strict") -> Example:
    """A page of a set, without a line."""
    no, none = np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
    layout = Layout(size=no, alike=none, home=none, containers=())
    return Example(name, page, "html", convention, "article", 0, no, [], layout, no, [], no, no)


@pytest.fixture(autouse=True)
def _labelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_eye, "ids", lambda: frozenset({"tide"}))


@pytest.mark.parametrize("form", ["html", "text"])
def test_every_network_is_of_one_crew(form: Form) -> None:
    """All that are shipped are trained, and each crew is trained for some of them."""
    trained = [name for crew in CREWS[form] for name in crew.seeds]
    assert len(set(trained)) == len(trained)
    assert set(NETWORKS[form]) <= set(trained)
    assert all(set(crew.seeds) & set(NETWORKS[form]) for crew in CREWS[form])


@pytest.mark.parametrize(
    ("page", "unknowing", "knowing"),
    [
        pytest.param(example("newsroom_dev", "ferry"), True, True, id="labelled"),
        pytest.param(example("htmldate_dev", "quay", "declared"), True, True, id="declared"),
        pytest.param(example("htmldate_dev", "tide", "declared"), True, False, id="declared-and-by-eye"),
        pytest.param(example(by_eye.NAME, "htmldate_dev/tide"), False, True, id="by-eye"),
    ],
)
def test_labels_that_a_crew_knows(page: Example, unknowing: bool, knowing: bool) -> None:
    """A page that is labelled by eye has those labels for one crew, and what it declares for the other; all others are alike."""
    assert UNKNOWING.learns_from(page) is unknowing
    assert KNOWING.learns_from(page) is knowing


def test_pages_that_are_taught() -> None:
    """A page that is labelled by eye is taught where those labels are not known."""
    tide, dock = example("htmldate_dev", "tide"), example("htmldate_dev", "dock")
    assert UNKNOWING.is_taught(tide)
    assert UNKNOWING.is_taught(dock)
    assert not KNOWING.is_taught(tide)
    assert KNOWING.is_taught(dock)
