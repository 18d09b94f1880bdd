"""Cross-validated figures: every gold page read by the fold that never saw its registrable domain, judged by the gold's scorer.

    python -m training.crossval                    # all sets, all forms
    python -m training.crossval fundus_dev --form clip --worst 10

These are the only figures of Dateline's that are quoted: a reader scored on pages that its model has seen is not measured.
"""

from __future__ import annotations

import argparse
import json
import time
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.article.body.model import Form as PageForm
from dateline.article.body.model import Models, load_models
from dateline.article.read import read_article

from . import by_eye, sets
from .examples import Form, page_of
from .workers import workers

FOLDS_FOLDER = Path(__file__).resolve().parent / "folds"

# What is measured: the sets by form. Clip and wet forms are those of the strictly labelled sets.
MEASURED: dict[Form, tuple[str, ...]] = {
    "html": ("fundus_dev", "newsroom_dev", "wcxb_dev", "trafilatura_eval", "readability", "htmldate_dev"),
    "clip": ("fundus_dev", "newsroom_dev"),
    "wet": ("fundus_dev", "newsroom_dev"),
}
# Measured for ourselves only: its labels are corrections of what these models chose, which is unfair to others.
OURS = (by_eye.NAME,)


@cache
def judge() -> ModuleType:
    """The gold's scorer, `score.py` beside the sets."""
    loader = SourceFileLoader("score", str(sets.GOLD / "score.py"))
    module = ModuleType(loader.name)
    loader.exec_module(module)
    return module


@cache
def fold_models(form: PageForm, fold: int) -> Models:
    """The models that never saw the domains of a fold."""
    return load_models(form, lambda name: (FOLDS_FOLDER / f"{form}-{name}-{fold}.npz").open("rb"))


def figures(gold: sets.Gold, form: Form) -> dict[str, Any]:
    """One page read and scored: the scorer's figures, with the page's id and the time in milliseconds."""
    start = time.perf_counter()
    page = page_of(gold.row, form)
    models = fold_models(page.form, gold.fold)
    article = read_article(page, capture="", outlet=None, profile=None, models=models).article
    spent = (time.perf_counter() - start) * 1e3
    got = {
        "paragraphs": [p.text for p in article.body],
        "headline": article.headline,
        "authors": [author.name for author in article.authors],
        "published": str(article.published) if article.published else None,
    }
    kind = gold.row["page_type"]
    said = {"kind_ok": float(article.kind == kind)} if kind else {}
    scored: dict[str, Any] = judge().page_figures(gold.row, got, form)
    return {"id": gold.row["id"], "ms": spent} | scored | said


def _work(task: tuple[sets.Gold, Form]) -> dict[str, Any]:
    return figures(*task)


def measure(name: str, form: Form) -> list[dict[str, Any]]:
    """The figures of every page of a set in one form."""
    path, convention = sets.GOLD / f"{name}.parquet", sets.BODY_SETS.get(name, "strict")
    rows = by_eye.golds() if name in OURS else sets.read_set(path, convention)
    tasks = ((gold, form) for gold in rows if gold.row[form] is not None)
    with workers() as pool:
        return list(pool.imap(_work, tasks, chunksize=8))


def summary(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The scorer's means, without its times: those are measured by `make bench`."""
    means: dict[str, float] = judge().summary(rows)
    return {key: round(value, 4) for key, value in means.items() if not key.startswith("ms") and key != "errors"}


def main() -> None:
    """Print a line a set and form; `--json` keeps the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--form", choices=list(MEASURED))
    parser.add_argument("--worst", type=int, default=0, help="also list the pages that score lowest")
    parser.add_argument("--by", default="shingle_page")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    kept: dict[str, dict[str, dict[str, float]]] = {}
    for form, names in MEASURED.items():
        for name in (*names, *OURS):
            if (args.form and form != args.form) or (args.sets and name not in args.sets):
                continue
            rows = measure(name, form)
            means = kept.setdefault(form, {})[name] = summary(rows)
            print(form, name, f"pages={len(rows)}", *(f"{key}={value:.3f}" for key, value in means.items()), flush=True)
            for row in sorted((r for r in rows if args.by in r), key=lambda r: r[args.by])[: args.worst]:
                print(f"    {row[args.by]:.3f} {row['id']}")
    if args.json:
        args.json.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
