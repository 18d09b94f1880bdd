"""Train the attribution model anew: `python -m training.quotes`.

It learns from `quotes_train` (see docs/statements.md), from seed to weights the same each time on one machine, and is measured on
`quotes_dev`; `--fold` leaves a fifth of the texts out and measures on them, which is a step of the cross-validation.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jax
import numpy as np

from dateline.statements.attributions import find_attributions
from dateline.statements.features import sizes
from dateline.statements.network import Network

from . import quotes_net, statements
from .quotes_data import AT_ONCE, CHUNK, Example, batches

if TYPE_CHECKING:
    from dateline.statements.records import Statement

SHIPPED = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "models" / "statements" / "attributions.npz"
SEED, ROUNDS, RATE, FOLDS = 7, 6, 3e-3, 5
# Steps until the rate is full; from then on it falls to nothing as a cosine does.
_WARM = 100
# How full chunks are, for telling how many steps a round has.
_FULL = 0.75


def train(examples: list[Example], rounds: int = ROUNDS) -> dict[str, Any]:
    """The weights that a training with the fixed seed ends with."""
    rng, key = np.random.default_rng(SEED), jax.random.key(SEED, impl="rbg")
    weights = quotes_net.fresh(SEED, sum(sizes()))
    first, second = (jax.tree.map(np.zeros_like, weights) for _ in range(2))
    a_round = max(1, int(sum(len(example.tags) for example in examples) / (CHUNK * AT_ONCE * _FULL)))
    count = 0
    for number in range(rounds):
        losses: list[jax.Array] = []
        started = time.monotonic()
        for batch in batches(examples, rng):
            count += 1
            share = min(1.0, (number + len(losses) / a_round) / rounds)
            rate = RATE * min(1.0, count / _WARM) * (0.5 + 0.5 * math.cos(math.pi * share))
            key, used = jax.random.split(key)
            weights, first, second, value = quotes_net.step(weights, first, second, batch, count, rate, used)
            losses.append(value)
        say(f"round {number + 1}: loss {float(np.mean([float(v) for v in losses])):.4f}, {time.monotonic() - started:.0f} s")
    return {name: np.asarray(part) for name, part in weights.items()}


def save(weights: dict[str, Any], path: Path) -> None:
    """Write the weights, in half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **{name: part.astype(np.float16) for name, part in weights.items()})


def measure(path: Path, texts: list[dict[str, Any]]) -> dict[str, float]:
    """The scorer's figures for weights on texts that they have not seen."""
    with path.open("rb") as file:
        network = Network.load(file)

    def find(text: str, published: object) -> list[Statement]:  # noqa: ARG001 - the scorer gives it
        return find_attributions(text, language="en", network=network)

    figures: dict[str, float] = statements.judge().score_quotes(texts, find)
    return figures


def say(line: str) -> None:
    """Progress, with the time."""
    print(time.strftime("%H:%M:%S"), line, flush=True)


def main() -> None:
    """Train, write the weights, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", type=int, choices=range(FOLDS), help="leave these texts out and measure on them")
    parser.add_argument("--to", type=Path, help="where the weights go; those of a fold are not shipped")
    args = parser.parse_args()
    if args.fold is not None and args.to is None:
        parser.error("--fold needs --to")
    path = args.to or SHIPPED
    texts = statements.texts("quotes_train")
    examples = [Example(text) for at, text in enumerate(texts) if args.fold is None or at % FOLDS != args.fold]
    say(f"{len(examples)} texts, {sum(len(example.tags) for example in examples):,} tokens")
    save(train(examples), path)
    unseen = statements.texts("quotes_dev") if args.fold is None else texts[args.fold :: FOLDS]
    say(" ".join(f"{key}={value:.3f}" for key, value in measure(path, unseen).items()))


if __name__ == "__main__":
    main()
