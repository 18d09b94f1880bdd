"""Train the attribution model anew: `python -m training.quotes`.

It learns from `quotes_train` (see docs/statements.md), from seed to weights the same each time; `--fold` leaves a fifth of the texts out and
measures on it, which is the cross-validation.
"""

from __future__ import annotations

import argparse
import math
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import jax
import numpy as np

from dateline.statements.features import Tokens, capitals, features, sizes, tokens
from dateline.statements.network import TAGS
from dateline.statements.quotation import quotations

from . import quotes_net
from .quotes_net import Batch
from .statements import texts

SHIPPED = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "models" / "statements" / "attributions.npz"
SEED, EPOCHS, CHUNK, AT_ONCE, RATE, FOLDS = 7, 7, 192, 16, 3e-3, 5


class Example:
    """A text as the model sees it, with the tags and links of its gold."""

    def __init__(self, text: dict[str, Any]) -> None:
        words = text["text"]
        seen = tokens(words, 0, len(words))
        self.seen = features(seen, quotations(words), capitals(words))
        self.tags = np.zeros(len(seen.pieces), dtype=np.int32)
        self.cue = np.full(len(seen.pieces), -1, dtype=np.int32)
        self.source = np.full(len(seen.pieces), -1, dtype=np.int32)
        for said in text["attributions"]:
            self._mark(seen, said)
        self.breaks = [index + 1 for index, piece in enumerate(seen.pieces) if piece == "\n"] + [len(seen.pieces)]

    def _mark(self, seen: Tokens, said: dict[str, Any]) -> None:
        places = {part: [found for span in said[part] for found in _within(seen, span)] for part in ("source", "cue", "content")}
        for part, found in places.items():
            tag = TAGS.index(f"B-{part}")
            for first, last in found:
                self.tags[first:last] = tag + 1
                self.tags[first] = tag
        if places["cue"]:
            cue = places["cue"][0][0]
            for first, last in places["content"]:
                self.cue[first:last] = cue
            self.source[cue] = places["source"][0][0] if places["source"] else len(self.tags)

    def chunks(self, rng: np.random.Generator) -> list[tuple[int, int]]:
        """The text cut at lines into stretches of at most `CHUNK` tokens, elsewhere in every round."""
        found, start, room = [], 0, int(rng.integers(CHUNK // 2, CHUNK + 1))
        for index, end in enumerate(self.breaks):
            following = self.breaks[index + 1] if index + 1 < len(self.breaks) else end
            while end - start > CHUNK:
                found.append((start, start + CHUNK))
                start += CHUNK
            if following - start > room or index + 1 == len(self.breaks):
                if end > start:
                    found.append((start, end))
                start, room = end, CHUNK
        return found


def _within(seen: Tokens, span: list[int]) -> list[tuple[int, int]]:
    """The tokens that a span touches, line by line."""
    first = int(np.searchsorted(seen.ends, span[0], side="right"))
    last = int(np.searchsorted(seen.starts, span[1], side="left"))
    breaks = [first - 1, *(index for index in range(first, last) if seen.pieces[index] == "\n"), last]
    return [(before + 1, after) for before, after in pairwise(breaks) if before + 1 < after]


def batches(examples: list[Example], rng: np.random.Generator) -> list[Batch]:
    """All chunks of a round, in random order."""
    cut = [(example, start, end) for example in examples for start, end in example.chunks(rng)]
    order = rng.permutation(len(cut))
    return [_batch([cut[i] for i in order[at : at + AT_ONCE]]) for at in range(0, len(cut) - AT_ONCE + 1, AT_ONCE)]


def _batch(cut: list[tuple[Example, int, int]]) -> Batch:
    columns = len(sizes())
    numbers = np.zeros((len(cut), CHUNK, columns), dtype=np.int32)
    tags, cue, source = (np.full((len(cut), CHUNK), -1, dtype=np.int32) for _ in range(3))
    lines, sentences = (np.zeros((len(cut), CHUNK), dtype=np.int32) for _ in range(2))
    for i, (example, start, end) in enumerate(cut):
        size = end - start
        numbers[i, :size], tags[i, :size] = example.seen.rows[start:end], example.tags[start:end]
        lines[i, :size], sentences[i, :size] = example.seen.lines[start:end], example.seen.sentences[start:end]
        cue[i, :size] = _moved(example.cue[start:end], start, end)
        asked = example.source[start:end]
        source[i, :size] = np.where(asked == len(example.tags), CHUNK, _moved(asked, start, end))
        # Sources may overlap: what another's beginning was written over cannot be asked for.
        for links, tag in ((cue, "B-cue"), (source, "B-source")):
            lost = (links[i] >= 0) & (links[i] < CHUNK) & (tags[i][np.clip(links[i], 0, CHUNK - 1)] != TAGS.index(tag))
            links[i, lost] = -1
    return Batch(numbers, tags, cue, source, lines, sentences)


def _moved(places: Any, start: int, end: int) -> Any:
    return np.where((places >= start) & (places < end), places - start, -1)


def train(examples: list[Example], epochs: int = EPOCHS) -> dict[str, Any]:
    """The weights that a training with the fixed seed ends with."""
    rng, key = np.random.default_rng(SEED), jax.random.key(SEED, impl="rbg")
    weights = quotes_net.fresh(SEED, sum(sizes()))
    first, second = (jax.tree.map(np.zeros_like, weights) for _ in range(2))
    count = 0
    for epoch in range(epochs):
        said: list[jax.Array] = []
        started = time.monotonic()
        for batch in batches(examples, rng):
            count += 1
            share = (epoch + len(said) / max(1, _per_round(examples))) / epochs
            rate = RATE * min(1.0, count / 100) * (0.5 + 0.5 * math.cos(math.pi * min(1.0, share)))
            key, used = jax.random.split(key)
            weights, first, second, value = quotes_net.step(weights, first, second, batch, count, rate, used)
            said.append(value)
        print(
            time.strftime("%H:%M:%S"),
            f"round {epoch + 1}: loss {float(np.mean([float(v) for v in said])):.4f}, {time.monotonic() - started:.0f} s",
            flush=True,
        )
    return {name: np.asarray(part) for name, part in weights.items()}


def _per_round(examples: list[Example]) -> int:
    return sum(len(example.tags) for example in examples) // (CHUNK * AT_ONCE * 3 // 4) or 1


def save(weights: dict[str, Any], path: Path) -> None:
    """Write the weights, in half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **{name: part.astype(np.float16) for name, part in weights.items()})


def main() -> None:
    """Train and write the shipped weights, or those without a fold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", type=int, choices=range(FOLDS))
    parser.add_argument("--rounds", type=int, default=EPOCHS)
    parser.add_argument("--to", type=Path, default=SHIPPED)
    args = parser.parse_args()
    examples = [Example(text) for i, text in enumerate(texts("quotes_train")) if args.fold is None or i % FOLDS != args.fold]
    print(len(examples), "texts", sum(len(e.tags) for e in examples), "tokens")
    save(train(examples, args.rounds), args.to)


if __name__ == "__main__":
    main()
