"""Train the shipped models anew: `make train`.

For HTML and for text: a forest for the page's kind, one for a first look at its blocks, and two networks over the sequence of blocks. Each
is trained six times with a fixed seed: once for every fold without that fold's domains (kept in training/folds, for measuring), and once
from everything (shipped). Then the cross-validated figures are printed.

The second network, the student, learns from more pages than the first: those without labels, by what the first says of them. A fold's
student is taught by that fold's teacher, and by no page of the fold.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.article.body.forest import Forest
from dateline.article.body.model import CONVENTION, STRICT, first_look
from dateline.article.body.network import Company, Network

from . import crossval
from .examples import Example, Form, load, unlabelled
from .export import arrays
from .grow import Floats, grow
from .kinds import grow_kinds, labelled
from .net import train_net
from .sets import CONVENTIONS, FOLDS

SHIPPED = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "models"
FORMS: dict[str, tuple[Form, ...]] = {"html": ("html",), "text": ("wet", "clip")}
# Seeds of the two networks.
_TEACHER, _STUDENT = 1, 2


def train(form: str, own: tuple[Path, ...] = ()) -> None:
    """Train and write all models of one form, from the gold sets and a user's own files."""
    examples = [e for part in FORMS[form] for e in load(part, own=own)]
    say(f"{form}: {len(examples):,} pages, {sum(len(e.y) for e in examples):,} blocks")
    for fold in (*range(FOLDS), None):
        kinds = grow_kinds([e for e in labelled(examples) if e.fold != fold])
        write(form, "kind", fold, arrays(kinds, examples[0].kind_names))
        first = grow([e for e in examples if e.fold != fold])
        write(form, "first", fold, arrays(first, [*examples[0].names, CONVENTION]))
    labelled_already = {e.id for e in examples if e.convention == "declared"}
    more = [e for part in FORMS[form] for e in unlabelled(part) if e.id not in labelled_already]
    train_networks(form, examples, more)


def train_networks(form: str, examples: list[Example], more: list[Example]) -> None:
    """Train and write both networks; `more` are pages without labels."""
    glances, more_glances = out_of_fold(form, examples), out_of_fold(form, more)
    for fold in (*range(FOLDS), None):
        inside = [i for i, e in enumerate(examples) if e.fold != fold]
        known, looks = [examples[i] for i in inside], [glances[i] for i in inside]
        taught_by = train_net(known, looks, seed=_TEACHER)
        write(form, "teacher", fold, taught_by)
        teacher = Network(taught_by)
        for e, glance in zip(more, more_glances, strict=True):
            if e.fold != fold:
                known.append(taught(e, glance, teacher))
                looks.append(glance)
        write(form, "student", fold, train_net(known, looks, seed=_STUDENT))


def out_of_fold(form: str, examples: list[Example]) -> list[Floats]:
    """The first looks at pages, by the forest that never saw their domains."""
    forests = [Forest.load(path_of(form, "first", fold).open("rb")) for fold in range(FOLDS)]
    flags = [CONVENTIONS.index(e.convention) for e in examples]
    return [first_look(forests[e.fold], e.x.T, e.names, flag) for e, flag in zip(examples, flags, strict=True)]


def taught(example: Example, glance: Floats, teacher: Network) -> Example:
    """A page labelled by how sure the teacher is of each block."""
    odds = teacher.scores(example.x.T, example.names, glance, Company(example.layout), convention=STRICT)
    return example._replace(convention="taught", y=(1 / (1 + np.exp(-odds))).astype(np.float32))


def path_of(form: str, name: str, fold: int | None) -> Path:
    """Where a model is kept: the shipped one, or that of a fold."""
    return SHIPPED / f"{form}-{name}.npz" if fold is None else crossval.FOLDS_FOLDER / f"{form}-{name}-{fold}.npz"


def write(form: str, name: str, fold: int | None, model: dict[str, npt.NDArray[Any]]) -> None:
    """Write the arrays of one model: the shipped one, or that of a fold."""
    path = path_of(form, name, fold)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **model)
    say(f"{form} {name} {'shipped' if fold is None else f'fold {fold}'}: {path.stat().st_size / 1024:.0f} kB")


def say(line: str) -> None:
    """Progress, with the time."""
    print(time.strftime("%H:%M:%S"), line, flush=True)


def main() -> None:
    """Train both forms and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, action="append", default=[], help="a Parquet file of your own labelled pages")
    parser.add_argument("--form", choices=list(FORMS), action="append", help="train only the models for this form")
    args = parser.parse_args()
    for form in args.form or FORMS:
        train(form, tuple(args.pages))
    for measured, names in crossval.MEASURED.items():
        if args.form and ("html" if measured == "html" else "text") not in args.form:
            continue
        for name in names:
            means = crossval.summary(crossval.measure(name, measured))
            say(f"{measured} {name} " + " ".join(f"{key}={value:.3f}" for key, value in means.items()))


if __name__ == "__main__":
    main()
