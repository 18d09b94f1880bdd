"""Which networks are trained, and which of them know the labels given by eye."""

from __future__ import annotations

from typing import NamedTuple

from dateline.article.body.model import Form

from . import by_eye
from .examples import Example


class Crew(NamedTuple):
    """Networks by their seeds, the first of which teaches the others, and whether they know the labels given by eye."""

    seeds: dict[str, int]
    by_eye: bool

    def learns_from(self, example: Example) -> bool:
        """Whether the labels of an example are known to it: of a page labelled by eye either those, or what the page declares."""
        if self.by_eye:
            return example.convention != "declared" or example.id not in by_eye.ids()
        return example.set != by_eye.NAME

    def is_taught(self, page: Example) -> bool:
        """Whether its first network teaches the others a page that no set labels: one that is labelled by eye need not be taught."""
        return not self.by_eye or page.id not in by_eye.ids()


# Of HTML the first crew takes the pages labelled by eye for unlabelled ones; its teacher is of no other use, and is not kept.
CREWS: dict[Form, tuple[Crew, ...]] = {
    "html": (Crew({"elder": 1, "student": 2, "sibling": 3}, by_eye=False), Crew({"teacher": 1, "cousin": 3}, by_eye=True)),
    "text": (Crew({"teacher": 1, "student": 2}, by_eye=False),),
}
