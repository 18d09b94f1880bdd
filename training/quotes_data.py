"""Attributed texts as numbers to train on: features, tags and links, cut into chunks."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.statements.features import Tokens, capitals, features, sizes, tokens
from dateline.statements.network import TAGS
from dateline.statements.quotation import quotations

Numbers = npt.NDArray[np.int32]

# Tokens of a chunk, and chunks that are trained on at once.
CHUNK, AT_ONCE = 192, 16
# What is linked to nothing, or to what is not in the chunk.
NO_LINK = -1


class Batch(NamedTuple):
    """Chunks of texts: `rows` [n, size, columns], `tags` [n, size] (-1 is padding), `cue` and `source` the places that tokens are
    linked to (-1 none asked; `size` for no source).
    """

    rows: Numbers
    tags: Numbers
    cue: Numbers
    source: Numbers


class Example:
    """A text as the model sees it, with the tags and links of its gold."""

    def __init__(self, text: dict[str, Any]) -> None:
        words = text["text"]
        seen = tokens(words, 0, len(words))
        self.rows = features(seen, quotations(words), capitals(words)).rows
        size = len(seen.pieces)
        self.tags = np.zeros(size, dtype=np.int32)
        self.cue, self.source = (np.full(size, NO_LINK, dtype=np.int32) for _ in range(2))
        for said in text["attributions"]:
            self._mark(seen, said)
        self.ends = [index + 1 for index, piece in enumerate(seen.pieces) if piece == "\n"] + [size]

    def _mark(self, seen: Tokens, said: dict[str, Any]) -> None:
        places = {part: [found for span in said[part] for found in within(seen, span)] for part in ("source", "cue", "content")}
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
        for index, end in enumerate(self.ends):
            following = self.ends[index + 1] if index + 1 < len(self.ends) else end
            while end - start > CHUNK:
                found.append((start, start + CHUNK))
                start += CHUNK
            if following - start > room or index + 1 == len(self.ends):
                if end > start:
                    found.append((start, end))
                start, room = end, CHUNK
        return found


def within(seen: Tokens, span: list[int]) -> list[tuple[int, int]]:
    """The tokens that a span touches, line by line."""
    first = int(np.searchsorted(seen.ends, span[0], side="right"))
    last = int(np.searchsorted(seen.starts, span[1], side="left"))
    breaks = [first - 1, *(index for index in range(first, last) if seen.pieces[index] == "\n"), last]
    return [(before + 1, after) for before, after in pairwise(breaks) if before + 1 < after]


def batches(examples: list[Example], rng: np.random.Generator) -> list[Batch]:
    """All chunks of a round, in random order."""
    cut = [(example, start, end) for example in examples for start, end in example.chunks(rng)]
    order = rng.permutation(len(cut))
    return [batch([cut[i] for i in order[at : at + AT_ONCE]]) for at in range(0, len(cut) - AT_ONCE + 1, AT_ONCE)]


def batch(cut: list[tuple[Example, int, int]]) -> Batch:
    """Chunks put together; links that leave their chunk are not asked for."""
    rows = np.zeros((len(cut), CHUNK, len(sizes())), dtype=np.int32)
    tags, cue, source = (np.full((len(cut), CHUNK), -1, dtype=np.int32) for _ in range(3))
    for i, (example, start, end) in enumerate(cut):
        size = end - start
        rows[i, :size], tags[i, :size] = example.rows[start:end], example.tags[start:end]
        cue[i, :size] = _moved(example.cue[start:end], start, end)
        asked = example.source[start:end]
        source[i, :size] = np.where(asked == len(example.tags), CHUNK, _moved(asked, start, end))
        # Sources may overlap: what another's beginning was written over cannot be asked for.
        for links, tag in ((cue, "B-cue"), (source, "B-source")):
            inside = (links[i] >= 0) & (links[i] < CHUNK)
            links[i, inside & (tags[i][np.clip(links[i], 0, CHUNK - 1)] != TAGS.index(tag))] = NO_LINK
    return Batch(rows, tags, cue, source)


def _moved(places: Numbers, start: int, end: int) -> Numbers:
    return np.where((places >= start) & (places < end), places - start, NO_LINK).astype(np.int32)
