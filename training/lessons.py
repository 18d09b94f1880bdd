"""Pages without labels of ours, taught by models: HTML by the fold's teacher, text by the models for HTML.

A page's markup tells more of its lines than its text does. The models for HTML read a page, and how sure they are of each of its
blocks is carried over to the lines of its flattened forms. A fold's lessons hold no page of the fold, and come from models that saw none.
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import chain, compress
from typing import NamedTuple

import numpy as np

from dateline.article.body.model import STRICT, Models, first_look, shipped_models
from dateline.article.body.network import Company, Network
from dateline.records import Page

from . import crossval, sets
from .examples import LEAST_LINES, Example, Floats, Form, example_of, page_of, unknown
from .labels import align
from .workers import workers

# Lines of a text that is learned from; selections are short.
_LEAST_OF_TEXT = 4


def taught(example: Example, glance: Floats, teacher: Network) -> Example:
    """A page labelled by how sure the teacher is of each block; `glance` is the first look at it."""
    return example._replace(convention="taught", y=_shares(example, glance, teacher))


class Carried(NamedTuple):
    """A flattened page without labels, and those that the HTML models of each fold but its own give it (None: the shipped ones)."""

    example: Example
    said: dict[int | None, Floats]

    def by(self, fold: int | None) -> Example:
        """The page with the labels that a fold's models give it."""
        return self.example._replace(convention="carried", y=self.said[fold])


def carried() -> list[Carried]:
    """The articles of all sets whose labels are not strict, flattened, with the word of the HTML models on each line."""
    names = [name for name in dict.fromkeys((*sets.BODY_SETS, *sets.DECLARING_SETS)) if sets.BODY_SETS.get(name) != "strict"]
    golds = chain.from_iterable(sets.read_set(sets.GOLD / f"{name}.parquet", "strict") for name in names)
    with workers() as pool:
        articles = [gold for gold in golds if gold.row["page_type"] in (None, "article")]
        return list(chain.from_iterable(pool.map(_carried, articles, chunksize=8)))


def carry(lines: list[str], blocks: list[str], shares: Floats) -> Floats:
    """The share of body of each line of a text: that of the block with the same words, in order, else by alignment with the body."""
    waiting: dict[str, deque[float]] = defaultdict(deque)
    for block, share in zip(blocks, shares.tolist(), strict=True):
        waiting[block].append(share)
    said = align(lines, "\n".join(block for block, share in zip(blocks, shares, strict=True) if share >= 0.5))
    for i, line in enumerate(lines):
        if same := waiting.get(line):
            said[i] = same.popleft() if len(same) > 1 else same[0]
    return said


def _carried(gold: sets.Gold) -> list[Carried]:
    page = page_of(gold.row, "html")
    if len(page.blocks) < LEAST_LINES:
        return []
    seen, blocks = example_of(gold, "html", page, unknown(page)), _lines(page)
    shown = [not block.hidden for block in page.blocks]
    visible = list(compress(blocks, shown))
    glance = first_look(_html_models(gold.fold).first, seen.x.T, seen.names, STRICT)
    found: dict[tuple[Form, str], tuple[Carried, list[str]]] = {}
    for fold in (*range(sets.FOLDS), None):
        if fold == gold.fold:
            continue
        shares = _shares(seen, glance, _html_models(fold).networks)
        for text in _texts(gold, visible, shares[shown]):
            if text not in found:
                form, flattened = text
                flat = page_of({form: flattened, "url": gold.row["url"]}, form)
                found[text] = Carried(example_of(gold, form, flat, unknown(flat)), {}), _lines(flat)
            one, lines = found[text]
            one.said[fold] = carry(lines, blocks, shares)
    return [one for one, lines in found.values() if len(lines) >= _LEAST_OF_TEXT]


def _texts(gold: sets.Gold, blocks: list[str], shares: Floats) -> list[tuple[Form, str]]:
    """A page's flattened forms; the selection of a person who takes for the body what the shares say, where the set has none."""
    wet, clip = gold.row["wet"], gold.row["clip"] or sets.selection(blocks, shares)
    texts: tuple[tuple[Form, str | None], ...] = (("wet", wet), ("clip", clip))
    return [(form, text) for form, text in texts if text]


def _shares(example: Example, glance: Floats, networks: Network) -> Floats:
    odds = networks.scores(example.x.T, example.names, glance, Company(example.layout), convention=STRICT)
    shares: Floats = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return shares


def _lines(page: Page) -> list[str]:
    return [" ".join(page.text[b.start : b.end].split()) for b in page.blocks]


def _html_models(fold: int | None) -> Models:
    return shipped_models("html") if fold is None else crossval.fold_models("html", fold)
