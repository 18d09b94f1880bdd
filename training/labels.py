"""Which blocks of a page its gold body consists of.

A block is body when at least half of its four-word shingles stand in the gold body. Short lines have few shingles of
their own and borrow words from their neighbours; of lines that stand on the page more often than in the gold, those nearest
to the rest of the body are taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import numpy as np
import numpy.typing as npt

WORD = re.compile(r"\w+")
_SHINGLE = 4
# Words borrowed from the line before or after to recognise a short line.
_BORROWED = 3


def align(lines: list[str], gold: str) -> npt.NDArray[np.float32]:
    """For each line, the share of its words (0 to 1) that the gold body has."""
    cut = [WORD.findall(line) for line in lines]
    have = Counter(_shingles(WORD.findall(gold)))
    shares = np.zeros(len(lines), dtype=np.float32)
    for i, words in enumerate(cut):
        if len(words) >= _SHINGLE:
            own = _shingles(words)
            shares[i] = sum(s in have for s in own) / len(own)
    flat = " " + " ".join(WORD.findall(gold)) + " "
    gold_lines = {" ".join(WORD.findall(line)) for line in gold.split("\n")}
    for i, words in enumerate(cut):
        if words and len(words) < _SHINGLE + 2 and shares[i] < 1:
            shares[i] = max(shares[i], _short(i, cut, shares, flat, gold_lines))
    _thin_out(cut, shares, flat)
    return shares


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))] if words else []


def _short(i: int, cut: list[list[str]], shares: npt.NDArray[np.float32], flat: str, gold_lines: set[str]) -> float:
    """1 when a short line is a line of the gold, or continues or precedes its neighbour there."""
    own = " ".join(cut[i])
    if own in gold_lines:
        return 1.0
    before = next((cut[j] for j in range(i - 1, max(-1, i - 4), -1) if cut[j] and shares[j] >= 0.5), None)
    after = next((cut[j] for j in range(i + 1, min(len(cut), i + 4)) if cut[j] and shares[j] >= 0.5), None)
    if before and f" {' '.join(before[-_BORROWED:])} {own} " in flat:
        return 1.0
    if after and f" {own} {' '.join(after[:_BORROWED])} " in flat:
        return 1.0
    return 0.0


def _thin_out(cut: list[list[str]], shares: npt.NDArray[np.float32], flat: str) -> None:
    """Of lines with the same words, keep as many as the gold has, nearest to the other body lines."""
    same: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(cut):
        if words and shares[i] >= 0.5:
            same[" ".join(words)].append(i)
    sure = [indexes[0] for indexes in same.values() if len(indexes) == 1]
    weights = [len(cut[i]) for i in sure]
    for words_of, indexes in same.items():
        if len(indexes) < 2:
            continue
        allowed = max(1, flat.count(f" {words_of} "))
        if len(indexes) <= allowed:
            continue
        ranked = sorted(indexes, key=lambda i: -_near(i, sure, weights))
        for i in ranked[allowed:]:
            shares[i] = 0.0


def _near(i: int, sure: list[int], weights: list[int]) -> float:
    """How much sure body text lies around a line: words, damped by distance in lines."""
    return sum(w / (1 + abs(i - j)) for j, w in zip(sure, weights, strict=True))
