"""Figures of times, attributions and dated statements, judged by the gold's scorer (`score_statements.py`).

    python -m training.statements                 # all development sets
    python -m training.statements quotes_dev

No text of these sets was trained on; they were looked at, so that these are development figures.
"""

from __future__ import annotations

import argparse
import gzip
import json
from functools import cache
from importlib.machinery import SourceFileLoader
from types import ModuleType
from typing import Any

import dateline

from . import sets

# What has figures so far: the sets by what they measure.
MEASURED = {"times_dev": "times", "quotes_dev": "quotes", "pledges_dev": "pledges"}


@cache
def judge() -> ModuleType:
    """The gold's scorer, beside the sets."""
    loader = SourceFileLoader("score_statements", str(sets.GOLD / "score_statements.py"))
    module = ModuleType(loader.name)
    loader.exec_module(module)
    return module


def texts(name: str) -> list[dict[str, Any]]:
    """The texts of a gold set."""
    with gzip.open(sets.GOLD / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def measure(name: str) -> dict[str, float]:
    """The scorer's figures for a set, without its times: those are measured by `make bench`."""
    kind = MEASURED[name]
    find = dateline.find_times if kind == "times" else dateline.find_statements
    figures: dict[str, float] = getattr(judge(), f"score_{kind}")(texts(name), find)
    return {key: round(value, 4) for key, value in figures.items() if key != "words_per_s"}


def main() -> None:
    """Print a line a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[*MEASURED, []])
    for name in parser.parse_args().sets or MEASURED:
        print(name, *(f"{key}={value:.3f}" for key, value in measure(name).items()), flush=True)


if __name__ == "__main__":
    main()
