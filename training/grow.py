"""Growing the trees: a first look at every block, a forest of symmetric trees."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from catboost import CatBoostClassifier, Pool

from .examples import Example
from .sets import CONVENTIONS

Floats = npt.NDArray[np.float32]

SEED = 1
# Chosen on the cross-validated figures; more trees gain less than .001.
_LOOK: dict[str, Any] = {
    "iterations": 300,
    "depth": 6,
    "learning_rate": 0.09,
    "l2_leaf_reg": 6,
    "rsm": 0.3,
    "border_count": 64,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.6,
}
# How much a labelled block of each convention counts: strictly labelled news pages are few and are what we are judged by.
_WEIGHT = {"strict": 3.0, "wcxb": 1.0, "snippets": 0.7, "readability": 0.6, "declared": 0.7, "taught": 0.42, "carried": 0.6}
_NOT_ARTICLE = 0.6
# What an article alone counts: with three tenths, text without anything around it is kept whole, and text with it as before.
_ALONE = 0.3
# Pages with more blocks than this count as if they had so many, growing with the root.
_USUAL_BLOCKS = 250


def rows(example: Example) -> Floats:
    """The first look's rows (blocks, features) of a page, under its own convention."""
    flag = CONVENTIONS.index(example.convention)
    return np.hstack([example.x, np.full((len(example.y), 1), flag, dtype=np.float32)])


def weights(example: Example) -> Floats:
    """How much each block counts in training."""
    base = _WEIGHT[example.convention] * (
        1.0 if example.page_type == "article" or example.convention == "strict" else _NOT_ARTICLE
    )
    base *= _ALONE if example.form == "alone" else 1.0
    doubt = np.where((example.y > 0.1) & (example.y < 0.9), 0.5, 1.0)
    page = min(1.0, float(np.sqrt(_USUAL_BLOCKS / len(example.y))))
    return (base * page * doubt * (np.log1p(example.words) + 0.3)).astype(np.float32)


def grow(examples: list[Example]) -> CatBoostClassifier:
    """A forest from the labelled blocks of the examples."""
    known = [e.y >= 0 for e in examples]
    x = np.vstack([rows(e)[k] for e, k in zip(examples, known, strict=True)])
    y = np.concatenate([e.y[k] >= 0.5 for e, k in zip(examples, known, strict=True)]).astype(int)
    w = np.concatenate([weights(e)[k] for e, k in zip(examples, known, strict=True)])
    model = CatBoostClassifier(random_seed=SEED, thread_count=2, verbose=0, allow_writing_files=False, **_LOOK)
    model.fit(Pool(x, y, weight=w))
    return model


def raw(model: CatBoostClassifier, x: Floats) -> Floats:
    """Log-odds, one a row."""
    scores: Floats = model.predict(x, prediction_type="RawFormulaVal", thread_count=1).astype(np.float32)
    return scores
