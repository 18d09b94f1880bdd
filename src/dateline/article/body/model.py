"""The trained models: what sort of page it is, and how surely each of its blocks is main content.

A forest looks at each block by itself; networks look over the whole sequence, the forest's word among what they know. Where they
err they err differently, and what is kept is decided by their mean. All ship as data (`dateline/data/models`, see
docs/model.md) and load on first use. They were trained under several conventions of what a body is; pages are scored under one.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from functools import cache
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from ...records import Kind
from .choice import Taste, threshold
from .features import Seen
from .forest import Forest
from .network import Company, Network
from .rows import Floats, capped

if TYPE_CHECKING:
    from collections.abc import Callable

# The flag that told the training whose idea of a body a label follows, and its values: Dateline's own, the strict one, and a looser
# one. The networks know that of pages that are no articles from the others': it counts whole listings, threads and product pages.
CONVENTION = "convention"
STRICT, LOOSE, OTHER = 0, 1, 5

# From this likelihood of being an article up a page is judged as one, from the other down as something else; between, as both,
# each by how likely it is.
ARTICLE_FROM, OTHER_TO = 0.5, 0.1

Form = Literal["html", "text"]

# The networks whose mean decides. On text a third says nothing that the two do not.
NETWORKS: dict[Form, tuple[str, ...]] = {"html": ("teacher", "student", "sibling", "cousin"), "text": ("teacher", "student")}

# What is kept of an article, by the form of its page, and of another page: the values were chosen on cross-validated figures. On
# text the best F1 that can be expected chose no better than one threshold for all pages, which a small doubt comes to.
ARTICLE: dict[Form, Taste] = {"html": Taste(lean=0.1, doubt=1.6), "text": Taste(lean=0.5, doubt=0.3)}
OTHER_PAGE = Taste(lean=0.0, doubt=1.3)
# Of pages that are no articles the gold wants what is sure on some, and everything on others; the networks, which do not see the
# kind, keep too much of a product's page and too little of a collection.
LEANS: dict[Kind, float] = {"product": 2.0, "collection": -1.0}


class Models(NamedTuple):
    """The models for one form of page: its kind, the first look at its blocks, and the networks."""

    kind: Forest
    first: Forest
    networks: Network


def load_models(form: Form, open_file: Callable[[str], IO[bytes]]) -> Models:
    """The models for a form, of files that are opened by their names."""
    with ExitStack() as stack:
        kind, first, *networks = (stack.enter_context(open_file(name)) for name in ("kind", "first", *NETWORKS[form]))
        return Models(Forest.load(kind), Forest.load(first), Network.load(*networks))


@cache
def shipped_models(form: Form) -> Models:
    """The shipped models for a form, loaded once."""
    folder = files("dateline") / "data" / "models"
    return load_models(form, lambda name: (folder / f"{form}-{name}.npz").open("rb"))


@cache
def digest() -> str:
    """The first eight hex digits of a hash over all shipped models and what is made of their word: part of `Article.reader`."""
    folder = files("dateline") / "data" / "models"
    hashed = hashlib.sha256()
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".npz"):
            hashed.update(path.read_bytes())
    hashed.update(repr((NETWORKS, ARTICLE_FROM, OTHER_TO, ARTICLE, OTHER_PAGE, LEANS)).encode())
    return hashed.hexdigest()[:8]


def scores(models: Models, seen: Seen, *, form: Form, chances: dict[Kind, float]) -> Floats:
    """How far each block is above the page's threshold for main content, in log-odds; `chances` are how likely it is of each kind."""
    matrix = capped(seen.matrix, seen.names)
    company = Company(seen.layout)

    def judged(look: int, convention: int) -> Floats:
        glance = first_look(models.first, matrix, seen.names, look)
        return models.networks.scores(matrix, seen.names, glance, company, convention=convention)

    odds = np.zeros(matrix.shape[1], dtype=np.float32)
    article = chances["article"]
    share = 1.0 if article >= ARTICLE_FROM else 0.0 if article <= OTHER_TO else article
    if share > 0:
        odds += share * judged(STRICT, STRICT)
    if share < 1:
        odds += (1 - share) * judged(LOOSE, OTHER)
    return odds - np.float32(threshold(odds, seen.layout.size, ARTICLE[form].mixed(_other_taste(chances), share)))


def _other_taste(chances: dict[Kind, float]) -> Taste:
    """What is kept of a page that is no article, by which of the other kinds it may be."""
    others = sum(chances.values()) - chances["article"]
    lean = sum(chances[kind] * by for kind, by in LEANS.items()) / others if others else 0.0
    return OTHER_PAGE._replace(lean=OTHER_PAGE.lean + lean)


def first_look(first: Forest, matrix: Floats, names: list[str], convention: int) -> Floats:
    """The log-odds of a first look at a matrix (features, blocks), one a block, under a convention."""
    flag = np.full((1, matrix.shape[1]), convention, dtype=np.float32)
    return first.raw(first.gather((matrix, names), (flag, [CONVENTION])))[:, 0]
