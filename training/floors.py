"""Floors under the figures, of pages cross-validated and of statements on development texts: `make check-floors` fails when one is missed.

    python -m training.floors            # measure and compare
    python -m training.floors --raise    # measure and lift floors to the figures, less a small allowance

A floor is lifted, never lowered: lowering one is an edit of floors.json by hand, with the reason in the commit.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import crossval, sets, statements

FILE = Path(__file__).resolve().parent / "floors.json"
# Below the figure measured: what the order of floating-point sums may move on another machine.
ALLOWANCE = 0.001

Floors = dict[str, dict[str, dict[str, float]]]


def missed(floors: Floors, figures: Floors) -> list[str]:
    """A line for every figure below its floor."""
    return [
        f"{form} {name} {key}: {figures[form][name].get(key, 0.0):.4f} is below the floor of {floor:.4f}"
        for form, by_set in floors.items()
        for name, by_key in by_set.items()
        for key, floor in by_key.items()
        if figures[form][name].get(key, 0.0) < floor
    ]


def lifted(floors: Floors, figures: Floors) -> Floors:
    """The floors raised to the figures less the allowance; none is lowered, and no figure gets a floor that had none."""
    return {
        form: {
            name: {key: max(floor, round(figures[form][name].get(key, 0.0) - ALLOWANCE, 4)) for key, floor in by_key.items()}
            for name, by_key in by_set.items()
        }
        for form, by_set in floors.items()
    }


def measured(form: str, name: str) -> dict[str, float]:
    """The figures of a set: cross-validated ones of pages in a form, or those of "statements" on texts that no model saw."""
    if form == "statements":
        return statements.measure(name)
    return crossval.summary(crossval.measure(name, form))  # type: ignore[arg-type]


def main() -> int:
    """Measure what has a floor; exit 1 when a figure is below its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift")
    args = parser.parse_args()
    if not sets.GOLD.is_dir():
        print("SKIPPED: floors are measured on the gold sets, which are not beside this checkout (../shared/gold)")
        return 0
    floors: Floors = json.loads(FILE.read_text())
    figures: Floors = {form: {name: measured(form, name) for name in by_set} for form, by_set in floors.items()}
    if args.lift:
        FILE.write_text(json.dumps(lifted(floors, figures), indent=1) + "\n")
    lines = missed(floors, figures)
    for line in lines:
        print(line)
    count = sum(len(by_key) for by_set in floors.values() for by_key in by_set.values())
    print(f"{count - len(lines)} of {count} floors hold")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
