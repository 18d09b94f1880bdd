"""The trained models: what sort of page it is, and how surely each of its blocks is main content.

The forests ship as data (`dateline/data/models`, see docs/model.md) and load on first use. They were trained under several
conventions of what a body is; pages are scored under one of them.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import numpy as np

from .features import Seen
from .forest import Forest
from .rows import Floats, capped
from .sequence import second_look

# The value of the flag that told the training whose idea of a body a label follows: Dateline's own, the strict one. For what is
# no article there are forests of their own, which count whole listings, threads and product pages as content.
CONVENTION = "convention"
STRICT = 0.0

# Log-odds from which a block of an article, and of another page, is kept: chosen on cross-validated figures (docs/model.md).
KEEP_ARTICLE = -0.1
KEEP_OTHER = -0.6
# From this likelihood of being an article up only the forests for articles are asked, from the other down only those for other
# pages; between, both, each by how likely its kind is.
ARTICLE_FROM, OTHER_TO = 0.5, 0.1

Form = Literal["html", "text"]


class Models(NamedTuple):
    """The forests for one form of page: its kind, and two looks each at the blocks of articles and of other pages."""

    kind: Forest
    first: Forest
    second: Forest
    other_first: Forest
    other_second: Forest


@cache
def shipped_models(form: Form) -> Models:
    """The shipped forests for a form, loaded once."""
    folder = files("dateline") / "data" / "models"
    forests = []
    for name in Models._fields:
        with (folder / f"{form}-{name}.npz").open("rb") as file:
            forests.append(Forest.load(file))
    return Models(*forests)


@cache
def digest() -> str:
    """The first eight hex digits of the hash over all shipped models: part of `Article.reader`."""
    folder = files("dateline") / "data" / "models"
    hashed = hashlib.sha256()
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".npz"):
            hashed.update(path.read_bytes())
    return hashed.hexdigest()[:8]


def scores(forests: Models, seen: Seen, *, article: float) -> Floats:
    """How far each block is above the threshold for main content, in log-odds; `article` is how likely the page is one."""
    found = np.zeros(seen.matrix.shape[1], dtype=np.float32)
    share = 1.0 if article >= ARTICLE_FROM else 0.0 if article <= OTHER_TO else article
    if share > 0:
        found += share * (_two_looks(forests.first, forests.second, seen) - KEEP_ARTICLE)
    if share < 1:
        found += (1 - share) * (_two_looks(forests.other_first, forests.other_second, seen) - KEEP_OTHER)
    return found


def _two_looks(first: Forest, second: Forest, seen: Seen) -> Floats:
    """The log-odds of a first look, and of a second that knows the first one's."""
    flag = np.full((1, seen.matrix.shape[1]), STRICT, dtype=np.float32)
    known = ((capped(seen.matrix, seen.names), seen.names), (flag, [CONVENTION]))
    glance = first.raw(first.gather(*known))[:, 0]
    return second.raw(second.gather(*known, second_look(glance, seen.layout)))[:, 0]
