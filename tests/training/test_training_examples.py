"""Labelled pages as examples."""

from __future__ import annotations

from training.examples import alone
from training.sets import SCHEMA, Gold

TOLD = ["The ferry to Skarrow is late again this week.", "Nobody on the quay was surprised.", "It sails on Monday."]


def gold(**labels: object) -> Gold:
    """A labelled page with these labels and no others."""
    return Gold(dict.fromkeys(SCHEMA.names) | {"set": "own", "id": "1"} | labels, "strict", 0)


def test_an_article_alone_ends_with_its_last_paragraph() -> None:
    """Title, byline and day stand above, and are no body; nothing stands below."""
    made = alone(gold(title="Late again", authors=["Ada Fell", "Tom Quay"], date="2024-05-06", paragraphs=TOLD))
    assert made is not None
    assert made.y.tolist() == [0, 0, 0, 1, 1, 1]
    assert made.words.tolist() == [2, 6, 1, *(len(line.split()) for line in TOLD)]


def test_an_article_alone_needs_paragraphs_and_something_above() -> None:
    """Without either there is nothing to learn from it."""
    assert alone(gold(title="Late again")) is None
    assert alone(gold(paragraphs=TOLD)) is None
