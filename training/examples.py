"""Labelled pages as training examples: features and labels of every block."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.article.body.features import features
from dateline.article.body.rows import Layout, capped
from dateline.article.clues import main_article
from dateline.article.kind import kind_features
from dateline.article.titles.headline import find_headline
from dateline.page import Limits, build_page
from dateline.page.declared import words as declared_words
from dateline.records import Capture, Declared, Page, Span

from . import by_eye, sets
from .labels import align
from .workers import workers

Floats = npt.NDArray[np.float32]
Form = Literal["html", "wet", "clip"]
# A form, or another shape that a strictly labelled page is given for training.
Shape = Literal["html", "wet", "clip", "bare", "alone"]

# Lines that a bare page keeps around its body: a menu, a masthead, a few links and a copyright line.
_LINES_ABOVE, _LINES_BELOW = 12, 8

# Unlabelled lines: a set of snippets says nothing of most of its pages' lines.
UNKNOWN = -1.0

# Lines of a page without labels that is learned from.
LEAST_LINES = 8
# Code points of an `articleBody` that labels a page: shorter ones are teasers.
_LEAST_CLAIM = 600


class Example(NamedTuple):
    """One page in one form. `x` has shape (blocks, features); `y` the share of each block that is body, or `UNKNOWN`."""

    set: str
    id: str
    form: str
    convention: str
    page_type: str
    fold: int
    x: Floats
    names: list[str]
    layout: Layout
    kind_x: Floats
    kind_names: list[str]
    y: Floats
    words: Floats


def page_of(row: dict[str, Any], form: Form) -> Page:
    """The page of a labelled row, as `read` would make it."""
    if form == "html":
        capture = Capture(content=row["html"], url=row["url"], media_type="text/html")
    else:
        capture = Capture(content=row[form].encode("utf-8", "replace"), charset="utf-8", url=row["url"], media_type="text/plain")
    return build_page(capture, limits=Limits())


def headline_span(page: Page) -> Span | None:
    """Where the headline is printed, as the reader finds it."""
    return next((e.span for e in find_headline(page).evidence if e.chosen), None)


def example(gold: sets.Gold, form: Form) -> Example | None:
    """A labelled page as an example; None when it has no lines or no gold."""
    row = gold.row
    if row[form] is None:
        return None
    page = page_of(row, form)
    if not page.blocks:
        return None
    lines = [page.text[b.start : b.end] for b in page.blocks]
    if gold.convention == "declared":
        y = _by_claim(page_of(row, "html"), lines)
    elif row["body"] is not None:
        y = _by_body(row, lines)
    elif row["must_have"]:
        y = _by_snippets(lines, row["must_have"], row["must_lack"] or [])
    else:
        y = None
    return None if y is None else example_of(gold, form, page, y)


def example_of(gold: sets.Gold, form: Shape, page: Page, y: Floats) -> Example:
    """A page in a form, with its features and these labels."""
    seen = features(page, headline_span(page))
    if gold.convention == "declared":
        seen.matrix[[seen.names.index("claimed"), seen.names.index("claims")]] = 0  # the label must not be a feature
    kind_x, kind_names = kind_features(page, seen)
    return Example(
        set=gold.row["set"],
        id=gold.row["id"],
        form=form,
        convention=gold.convention,
        page_type=gold.row["page_type"] or "article",
        fold=gold.fold,
        x=capped(seen.matrix, seen.names).T.copy(),
        names=seen.names,
        layout=seen.layout,
        kind_x=kind_x[:, 0],
        kind_names=kind_names,
        y=y,
        words=np.array([len(page.text[b.start : b.end].split()) for b in page.blocks], dtype=np.float32),
    )


def bare(gold: sets.Gold) -> Example | None:
    """The page as an old one would be: no classes or ids, declaring nothing, and few lines around the body.

    Labelled news pages are of today; hand-made ones of the nineties look like this.
    """
    row = gold.row
    page = page_of(row, "html")
    y = _by_body(row, [page.text[b.start : b.end] for b in page.blocks])
    body = np.flatnonzero(y >= 0.5)
    if not body.size:
        return None
    first, last = max(0, int(body[0]) - _LINES_ABOVE), int(body[-1]) + 1 + _LINES_BELOW
    page = msgspec.structs.replace(
        page,
        blocks=page.blocks[first:last],
        elements=tuple(msgspec.structs.replace(e, label="") for e in page.elements),
        declared=Declared(title=page.declared.title),
    )
    return example_of(gold, "html", page, y[first:last])


def alone(gold: sets.Gold) -> Example | None:
    """The article and nothing after it, below its title, byline and date, as people copy it and as feeds carry it.

    Of the other forms of text, both end in lines that are none of the article: a model that knows no other takes the last
    paragraph of a text for one of them.
    """
    row = gold.row
    paragraphs = [" ".join(paragraph.split()) for paragraph in row["paragraphs"] or () if paragraph.strip()]
    byline = "By " + " and ".join(row["authors"]) if row["authors"] else None
    above = [" ".join(line.split()) for line in (row["title"], byline, (row["date"] or "")[:10]) if line and line.strip()]
    if not paragraphs or not above:
        return None
    page = page_of({"clip": "\n\n".join((*above, *paragraphs)), "url": None}, "clip")
    y = np.ones(len(page.blocks), dtype=np.float32)
    y[: len(above)] = 0
    return example_of(gold, "alone", page, y)


def plain(gold: sets.Gold) -> Example | None:
    """An HTML page whose labels are not looked at; None when it has too few lines to learn from."""
    page = page_of(gold.row, "html")
    return example_of(gold, "html", page, unknown(page)) if len(page.blocks) >= LEAST_LINES else None


def unknown(page: Page) -> Floats:
    """Labels that say nothing, one a block."""
    return np.full(len(page.blocks), UNKNOWN, dtype=np.float32)


def _by_body(row: dict[str, Any], lines: list[str]) -> Floats:
    """Labels by the gold body; of lines that it may have or not, none."""
    y = align(lines, row["body"])
    doubtful = frozenset(row.get("unsure", ()))
    y[[" ".join(line.split()) in doubtful for line in lines]] = UNKNOWN
    return y


def _by_claim(page: Page, lines: list[str]) -> Floats | None:
    """Labels by the declared `articleBody`, where it is long and nearly all of it stands on the page."""
    data = main_article(page)
    claim = declared_words(data.data.get("articleBody")) if data is not None else None
    if claim is None or len(claim) < _LEAST_CLAIM:
        return None
    y = align(lines, claim)
    found = sum(len(line) for line, share in zip(lines, y, strict=True) if share >= 0.5)
    return y if 0.85 < found / len(claim) < 1.15 else None


def _by_snippets(lines: list[str], have: list[str], lack: list[str]) -> Floats:
    y = np.full(len(lines), UNKNOWN, dtype=np.float32)
    for snippets, value in ((have, 1.0), (lack, 0.0)):
        for snippet in snippets:
            tidy = " ".join(snippet.split())
            for i, line in enumerate(lines):
                if tidy in " ".join(line.split()):
                    y[i] = value
    return y


def unlabelled() -> list[Example]:
    """The HTML pages of the sets that label dates or snippets, in the strict convention and without a label."""
    golds = [gold for name in sets.DECLARING_SETS for gold in sets.read_set(sets.GOLD / f"{name}.parquet", "strict")]
    with workers() as pool:
        return [e for e in pool.map(plain, golds, chunksize=16) if e is not None]


def _work(task: tuple[sets.Gold, Shape]) -> Example | None:
    gold, shape = task
    if shape == "bare":
        return bare(gold)
    if shape == "alone":
        return alone(gold)
    return example(gold, shape)


def load(form: Form, *, own: tuple[Path, ...] = ()) -> list[Example]:
    """All examples of a form, in the order of the sets; `own` are a user's Parquet files, labelled in the strict convention.

    Strictly labelled pages come again in other shapes: bare, where the form is HTML; alone, where it is a selection of text.
    """
    wanted = [*sets.BODY_SETS.items(), *((name, "declared") for name in sets.DECLARING_SETS)]
    golds = [gold for name, convention in wanted for gold in sets.read_set(sets.GOLD / f"{name}.parquet", convention)]
    golds += by_eye.golds()
    golds += [gold for path in own for gold in sets.read_set(path, "strict")]
    again: dict[Form, tuple[Shape, ...]] = {"html": ("bare",), "wet": (), "clip": ("alone",)}
    tasks: list[tuple[sets.Gold, Shape]] = [(gold, form) for gold in golds]
    tasks += [(gold, shape) for shape in again[form] for gold in golds if gold.convention == "strict" and gold.row["body"]]
    with workers() as pool:
        return [e for e in pool.map(_work, tasks, chunksize=16) if e is not None]
