"""Train the shipped models anew: `make train`.

For HTML and for text, five forests (page kind, and two looks each at the blocks of articles and of other pages), each grown six times with a fixed seed: once for every
fold without that fold's domains (kept in training/folds, for measuring), and once from everything (shipped). Then the
cross-validated figures are printed.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier

from dateline.article.body.model import CONVENTION
from dateline.article.body.sequence import second_look

from . import crossval
from .examples import Example, Form, load
from .export import arrays
from .grow import Floats, grow, raw, rows, second_rows
from .kinds import grow_kinds, labelled
from .sets import FOLDS

SHIPPED = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "models"
FORMS: dict[str, tuple[Form, ...]] = {"html": ("html",), "text": ("wet", "clip")}


def train(form: str, own: tuple[Path, ...] = ()) -> None:
    """Grow and write all forests of one form, from the gold sets and a user's own files."""
    examples = [e for part in FORMS[form] for e in load(part, own=own)]
    say(f"{form}: {len(examples):,} pages, {sum(len(e.y) for e in examples):,} blocks")
    grow_looks(form, "", examples)
    grow_looks(form, "other_", [e for e in examples if e.convention == "wcxb" and e.page_type != "article"])
    for fold in (*range(FOLDS), None):
        model = grow_kinds([e for e in labelled(examples) if e.fold != fold])
        write(form, "kind", fold, model, examples[0].kind_names)


def grow_looks(form: str, family: str, examples: list[Example]) -> None:
    """Grow and write the two looks of one family, for every fold and from everything.

    The second look of a fold learns from first-look scores that are themselves out of fold.
    """
    names = [*examples[0].names, CONVENTION]
    scores: list[Floats] = [np.empty(0, dtype=np.float32)] * len(examples)
    for fold in (*range(FOLDS), None):
        inside = [e for e in examples if e.fold != fold]
        model = grow(0, inside, [rows(e) for e in inside])
        write(form, f"{family}first", fold, model, names)
        for i, e in enumerate(examples):
            if e.fold == fold:
                scores[i] = raw(model, rows(e))
    more = second_look(scores[0], examples[0].layout)[1]
    for fold in (*range(FOLDS), None):
        at = [i for i, e in enumerate(examples) if e.fold != fold]
        model = grow(1, [examples[i] for i in at], [second_rows(examples[i], scores[i]) for i in at])
        write(form, f"{family}second", fold, model, [*names, *more])


def write(form: str, name: str, fold: int | None, model: CatBoostClassifier, names: list[str]) -> None:
    """Write one forest: the shipped one, or that of a fold."""
    path = SHIPPED / f"{form}-{name}.npz" if fold is None else crossval.FOLDS_FOLDER / f"{form}-{name}-{fold}.npz"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays(model, names))
    say(f"{form} {name} {'shipped' if fold is None else f'fold {fold}'}: {path.stat().st_size / 1024:.0f} kB")


def say(line: str) -> None:
    """Progress, with the time."""
    print(time.strftime("%H:%M:%S"), line, flush=True)


def main() -> None:
    """Train both forms and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, action="append", default=[], help="a Parquet file of your own labelled pages")
    args = parser.parse_args()
    for form in FORMS:
        train(form, tuple(args.pages))
    for measured, names in crossval.MEASURED.items():
        for name in names:
            means = crossval.summary(crossval.measure(name, measured))
            say(f"{measured} {name} " + " ".join(f"{key}={value:.3f}" for key, value in means.items()))


if __name__ == "__main__":
    main()
