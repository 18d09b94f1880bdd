"""The model of page kinds: one example a page, WCXB's page types as labels; strictly labelled news pages are articles."""

from __future__ import annotations

import numpy as np
from catboost import CatBoostClassifier, Pool

from dateline.article.kind import KINDS

from . import by_eye
from .examples import Example
from .grow import SEED

# Pages are few: shallow trees, many of them.
_GROWTH = {"iterations": 300, "depth": 4, "learning_rate": 0.08, "l2_leaf_reg": 6, "rsm": 0.3, "border_count": 32}


def labelled(examples: list[Example]) -> list[Example]:
    """The examples whose page type is known: of the pages labelled by eye only articles were."""
    return [e for e in examples if e.convention in ("strict", "wcxb") and e.set != by_eye.NAME]


def grow_kinds(examples: list[Example]) -> CatBoostClassifier:
    """A forest with an output for each of `KINDS`, those without an example among them at a constant."""
    model = CatBoostClassifier(
        loss_function="MultiClass",
        classes_count=len(KINDS),
        random_seed=SEED,
        thread_count=2,
        verbose=0,
        allow_writing_files=False,
        **_GROWTH,
    )
    x = np.vstack([e.kind_x for e in examples])
    y = np.array([KINDS.index(e.page_type) for e in examples])
    # Each page once more as if saved without its address, as users' files are.
    unaddressed = x.copy()
    unaddressed[:, [name.startswith("address ") for name in examples[0].kind_names]] = 0
    model.fit(Pool(np.vstack((x, unaddressed)), np.concatenate((y, y))))
    return model
