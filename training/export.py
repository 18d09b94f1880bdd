"""CatBoost's model → the arrays that `dateline.article.body.forest` runs."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
from catboost import CatBoostClassifier


def arrays(model: CatBoostClassifier, names: list[str]) -> dict[str, npt.NDArray[np.generic]]:
    """A forest's arrays; features that no tree asks about are left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        grown = json.loads(path.read_text())
    questions: dict[tuple[int, float], int] = {}
    trees, leaves = [], []
    depth = max(len(tree["splits"] or ()) for tree in grown["oblivious_trees"])
    bias = grown["scale_and_bias"][1]
    outputs = len(bias)
    for tree in grown["oblivious_trees"]:
        asked = [(s["float_feature_index"], float(s["border"])) for s in tree["splits"] or ()]
        numbers = [questions.setdefault(q, len(questions)) for q in asked]
        values = np.array(tree["leaf_values"], dtype=np.float32).reshape(-1, outputs)
        # A shallower tree asks its last question again: the leaves it cannot reach repeat those it can.
        while len(numbers) < depth:
            numbers.append(numbers[-1] if numbers else questions.setdefault((0, 0.0), len(questions)))
            values = np.concatenate((values, values))
        trees.append(numbers)
        leaves.append(values)
    used = sorted({feature for feature, _ in questions})
    place = {feature: index for index, feature in enumerate(used)}
    return {
        "names": np.array([names[feature] for feature in used]),
        "feature": np.array([place[feature] for feature, _ in questions], dtype=np.int16),
        "border": np.array([border for _, border in questions], dtype=np.float32),
        "trees": np.array(trees, dtype=np.int16),
        "leaves": (np.array(leaves) * grown["scale_and_bias"][0]).astype(np.float16 if outputs > 1 else np.float32),
        "bias": np.array(bias, dtype=np.float32),
    }
