"""The second look: what the first look's scores say of a block's company.

Articles are runs of blocks. Where the run starts and ends, which gaps in it belong, and which islands do not, shows in the
scores of neighbours, of look-alikes and of the containers around, not in the block itself.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .rows import Floats, Layout, capped, shifted, window_mean

# Containers that are looked at, from the nearest.
_LEVELS = 4


def second_look(scores: Floats, layout: Layout) -> tuple[Floats, list[str]]:
    """Features of shape (features, blocks) and their names from the first look's log-odds, one a block."""
    names: list[str] = []
    rows: list[Floats] = []

    def add(name: str, row: npt.NDArray[np.generic]) -> None:
        names.append(name)
        rows.append(row.astype(np.float32))

    sure = (1 / (1 + np.exp(-scores))).astype(np.float32)
    size = layout.size
    mass = sure * size
    count = len(scores)
    add("score", scores)
    for by in (1, 2, 3, 4, -1, -2, -3, -4):
        add(f"score_{by}", shifted(scores, by))
    known = np.array((mass, size, sure), dtype=np.float32)
    for reach in (2, 5, 12):
        near_mass, near_size, near_sure = window_mean(known, reach)
        add(f"mass_within_{reach}", near_mass / np.maximum(near_size, 1))
        add(f"sure_within_{reach}", near_sure)
    total = max(1.0, float(mass.sum()))
    before = np.concatenate(([0.0], np.cumsum(mass)[:-1]))
    add("mass_before", before / total)
    add("mass_after", 1 - (before + mass) / total)
    add("mass_total", np.full(count, np.log1p(total)))
    add("mass_of_page", np.full(count, total / max(1.0, float(size.sum()))))
    kept = np.flatnonzero(sure >= 0.5)
    index = np.arange(count)
    if kept.size:
        at = np.searchsorted(kept, index)
        add("kept_ahead", kept[np.minimum(at, kept.size - 1)] - index)
        add("kept_behind", index - kept[np.maximum(np.searchsorted(kept, index, side="right") - 1, 0)])
        add("from_first", index - kept[0])
        add("to_last", kept[-1] - index)
        # Characters between this block and the nearest kept ones: a gap of three lines can be a caption or a page of comments.
        along = np.cumsum(size)
        add("gap_ahead", along[kept[np.minimum(at, kept.size - 1)]] - along)
        add("gap_behind", along - along[kept[np.maximum(np.searchsorted(kept, index, side="right") - 1, 0)]])
    else:
        for name in ("kept_ahead", "kept_behind", "from_first", "to_last", "gap_ahead", "gap_behind"):
            add(name, np.full(count, -9_999.0))
    add("kept_count", np.full(count, np.log1p(kept.size)))
    alike_size = np.bincount(layout.alike, weights=size)
    alike_mass = np.bincount(layout.alike, weights=mass)
    add("alike_sure", (alike_mass / np.maximum(alike_size, 1))[layout.alike])
    add("alike_mass", (alike_mass / total)[layout.alike])
    sums = np.concatenate(([0.0], np.cumsum(mass)))
    sizes = np.concatenate(([0.0], np.cumsum(size)))
    for level, (first, last) in enumerate(layout.containers[:_LEVELS], 1):
        held = sums[last] - sums[first]
        add(f"up{level}_sure", held / np.maximum(sizes[last] - sizes[first], 1))
        add(f"up{level}_mass", held / total)
    return capped(np.array(rows, dtype=np.float32), names), names
