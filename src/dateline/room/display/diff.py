"""What changed between two versions, with long stretches that stayed folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.room.display.evidence import LABELS

if TYPE_CHECKING:
    from dateline.archive import ParagraphChange, Run, Version
    from dateline.room.views.article import DiffView

# Paragraphs that stayed are shown so many before and after a change; what lies between is folded.
_AROUND = 1


class FieldRow(NamedTuple):
    """A field that changed."""

    label: str
    old: str | None
    new: str | None


class Block(NamedTuple):
    """A paragraph of the diff, or, with `folded`, a run of paragraphs that stayed."""

    state: str
    runs: tuple[Run, ...]
    folded: tuple[ParagraphChange, ...] = ()


class DiffPage(NamedTuple):
    """What the page of a diff shows."""

    fields: list[FieldRow]
    blocks: list[Block]
    added: int
    removed: int
    changed: int
    old: Version | None
    new: Version | None


def diff_page(view: DiffView) -> DiffPage:
    """The page of a diff."""
    states = [paragraph.state for paragraph in view.diff.paragraphs]
    by_number = {version.number: version for version in view.versions}
    return DiffPage(
        fields=[FieldRow(LABELS.get(each.field, each.field), each.old, each.new) for each in view.diff.fields],
        blocks=blocks(view.diff.paragraphs),
        added=states.count("added"),
        removed=states.count("removed"),
        changed=states.count("changed"),
        old=by_number.get(view.old),
        new=by_number.get(view.new),
    )


def blocks(paragraphs: tuple[ParagraphChange, ...]) -> list[Block]:
    """The paragraphs in order; those that stayed, away from a change, in folds of two or more."""
    changes = [number for number, each in enumerate(paragraphs) if each.state != "same"]
    near = {place + offset for place in changes for offset in range(-_AROUND, _AROUND + 1)}
    out: list[Block] = []
    fold: list[ParagraphChange] = []
    for number, each in enumerate(paragraphs):
        if each.state == "same" and number not in near:
            fold.append(each)
            continue
        out += _folded(fold)
        fold = []
        out.append(Block(each.state, each.runs))
    return out + _folded(fold)


def _folded(fold: list[ParagraphChange]) -> list[Block]:
    if len(fold) < 2:
        return [Block(each.state, each.runs) for each in fold]
    return [Block("same", (), tuple(fold))]
