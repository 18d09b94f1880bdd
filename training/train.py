"""Train the shipped models anew: `make train`.

For HTML and for text: a forest for the page's kind, one for a first look at its blocks, and the networks over the sequence of blocks. Each
is trained six times with a fixed seed: once for every fold without that fold's domains (kept in training/folds, for measuring), and once
from everything (shipped). Then the cross-validated figures are printed.

The networks are trained in crews. The first of a crew learns from labelled pages and teaches the others, which learn from pages without
labels too: HTML by what it says of them, text by what the fold's models for HTML say, which come first therefore. None sees a page of the
fold. For HTML one crew takes the pages labelled by eye for unlabelled ones: its teacher is of no other use, and is not kept.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.article.body.forest import Forest
from dateline.article.body.model import CONVENTION, NETWORKS, first_look
from dateline.article.body.model import Form as PageForm
from dateline.article.body.network import Network

from . import crossval
from .crews import CREWS, Crew
from .examples import Example, Form, load, unlabelled
from .export import arrays
from .grow import Floats, grow
from .kinds import grow_kinds, labelled
from .lessons import Carried, carried, taught
from .net import train_net
from .sets import CONVENTIONS, FOLDS
from .workers import workers

SHIPPED = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "models"
FORMS: dict[PageForm, tuple[Form, ...]] = {"html": ("html",), "text": ("wet", "clip")}

# Every fold, and everything; that takes longest, and comes first.
_ALL = (None, *range(FOLDS))

# What a crew's students learn besides, given the fold and their teacher: pages with their first looks.
Lessons = Callable[[int | None, Network, Crew], list[tuple[Example, Floats]]]


def train(form: PageForm, own: tuple[Path, ...] = ()) -> None:
    """Train and write all models of one form, from the gold sets and a user's own files."""
    examples = [e for part in FORMS[form] for e in load(part, own=own)]
    say(f"{form}: {len(examples):,} pages, {sum(len(e.y) for e in examples):,} blocks")
    for fold in _ALL:
        kinds = grow_kinds([e for e in labelled(examples) if e.fold != fold])
        write(form, "kind", fold, arrays(kinds, examples[0].kind_names))
        first = grow([e for e in examples if e.fold != fold and CREWS[form][-1].learns_from(e)])
        write(form, "first", fold, arrays(first, [*examples[0].names, CONVENTION]))
    lessons = html_lessons(examples) if form == "html" else text_lessons()
    seen = list(zip(examples, out_of_fold(form, examples), strict=True))
    # A step of training is too small to be shared by two cores: each trains a fold.
    os.environ["XLA_FLAGS"] = f"--xla_cpu_multi_thread_eigen=false {os.environ.get('XLA_FLAGS', '')}"
    with workers(_know, form, seen, lessons) as pool:
        pool.map(_train_networks, _ALL, chunksize=1)


# What a process that trains networks learns from.
_known: tuple[PageForm, list[tuple[Example, Floats]], Lessons]


def _know(*known: Any) -> None:
    global _known  # noqa: PLW0603 - given to a process once, since it is large
    _known = known


def _train_networks(fold: int | None) -> None:
    train_networks(fold, *_known)


def train_networks(fold: int | None, form: PageForm, examples: list[tuple[Example, Floats]], lessons: Lessons) -> None:
    """Train and write a fold's networks from labelled pages with their first looks, and from lessons."""
    for crew in CREWS[form]:
        known = [(e, look) for e, look in examples if e.fold != fold and crew.learns_from(e)]
        for at, (name, seed) in enumerate(crew.seeds.items()):
            network = train_net(*map(list, zip(*known, strict=True)), seed=seed)
            if name in NETWORKS[form]:
                write(form, name, fold, network)
            if at == 0:
                known += lessons(fold, Network(network), crew)


def html_lessons(examples: list[Example]) -> Lessons:
    """Pages that none of the examples labels but those labelled by eye, taught by a fold's teacher."""
    have = {e.id for e in examples if e.convention == "declared"}
    pages = [e for e in unlabelled() if e.id not in have]
    return partial(_taught, list(zip(pages, out_of_fold("html", pages), strict=True)))


def _taught(pages: list[tuple[Example, Floats]], fold: int | None, teacher: Network, crew: Crew) -> list[tuple[Example, Floats]]:
    return [(taught(e, look, teacher), look) for e, look in pages if e.fold != fold and crew.is_taught(e)]


def text_lessons() -> Lessons:
    """Flattened pages, with the labels that a fold's models for HTML give them."""
    pages = carried()
    return partial(_carried, list(zip(pages, out_of_fold("text", [page.example for page in pages]), strict=True)))


def _carried(pages: list[tuple[Carried, Floats]], fold: int | None, _: Network, __: Crew) -> list[tuple[Example, Floats]]:
    return [(page.by(fold), look) for page, look in pages if fold in page.said]


def out_of_fold(form: PageForm, examples: list[Example]) -> list[Floats]:
    """The first looks at pages, by the forest that never saw their domains."""
    forests = [Forest.load(path_of(form, "first", fold).open("rb")) for fold in range(FOLDS)]
    flags = [CONVENTIONS.index(e.convention) for e in examples]
    return [first_look(forests[e.fold], e.x.T, e.names, flag) for e, flag in zip(examples, flags, strict=True)]


def path_of(form: PageForm, name: str, fold: int | None) -> Path:
    """Where a model is kept: the shipped one, or that of a fold."""
    return SHIPPED / f"{form}-{name}.npz" if fold is None else crossval.FOLDS_FOLDER / f"{form}-{name}-{fold}.npz"


def write(form: PageForm, name: str, fold: int | None, model: dict[str, npt.NDArray[Any]]) -> None:
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
        for name in (*names, *crossval.OURS):
            means = crossval.summary(crossval.measure(name, measured))
            say(f"{measured} {name} " + " ".join(f"{key}={value:.3f}" for key, value in means.items()))


if __name__ == "__main__":
    main()
