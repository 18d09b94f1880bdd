"""From the network's scores to attributions: the best sequence of tags, line by line, then which words belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.statements.network import FARTHEST, TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.statements.features import Features
    from dateline.statements.network import Floats, Network, Scores

_NEVER = -1e4
# What every line and every sentence between costs a link from content to cue, and from cue to source, in log-odds; chosen on quotes_dev.
CUE_APART, SOURCE_APART = (4.0, 2.0), (2.0, 1.0)
_MOST_APART = 2
_INSIDE = np.array([tag.startswith("I") for tag in TAGS])


class Range(NamedTuple):
    """Tokens `[first, last)`."""

    first: int
    last: int


class Linked(NamedTuple):
    """One attribution in tokens: what is said, by which cue, by whom."""

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None


def linked(network: Network, scores: Scores, seen: Features, breaks: Sequence[int]) -> list[Linked]:
    """The attributions of a stretch whose lines end at the tokens `breaks`, in the order of their content."""
    tags = best_tags(scores.tags, network.transitions, breaks)
    found = {part: ranges(tags, TAGS.index(f"B-{part}")) for part in ("source", "cue", "content")}
    cues, sources = found["cue"], found["source"]
    contents: dict[int, list[Range]] = {}
    orphans = []
    for content in found["content"]:
        cue = _cue_of(network, scores, seen, content, cues)
        if cue is None:
            orphans.append(content)
        else:
            contents.setdefault(cue, []).append(content)
    result = [
        Linked(tuple(said), cues[cue], _source_of(network, scores, seen, cues[cue].first, sources))
        for cue, said in contents.items()
    ]
    result += [Linked((content,), None, None) for content in orphans]
    return sorted(result, key=lambda one: one.content[0])


def best_tags(scores: Floats, transitions: Floats, breaks: Sequence[int]) -> npt.NDArray[np.int8]:
    """The best tag of every token (Viterbi), each line by itself, all lines at once."""
    tags = np.zeros(len(scores), dtype=np.int8)
    starts = [0, *(end + 1 for end in breaks)]
    lines = sorted(
        ((end - start, start) for start, end in zip(starts, [*breaks, len(scores)], strict=True) if end > start), reverse=True
    )
    if not lines:
        return tags
    allowed = np.where(_INSIDE[None, :] & ~_follows(), np.float32(_NEVER), transitions)
    sizes, first = np.array([size for size, _ in lines]), np.array([start for _, start in lines])
    longest = int(sizes[0])
    back = np.zeros((longest, len(lines), len(TAGS)), dtype=np.int8)
    best = scores[first].copy()
    # Lines are in order of length: those that have ended are at the end.
    open_lines = [int(np.searchsorted(-sizes, -place, side="left")) for place in range(longest)]
    for place in range(1, longest):
        count = open_lines[place]
        ways = best[:count, :, None] + allowed
        back[place, :count] = ways.argmax(axis=1)
        best[:count] = ways.max(axis=1) + scores[first[:count] + place]
    now = best.argmax(axis=1).astype(np.int8)
    for place in range(longest - 1, -1, -1):
        count = open_lines[place] if place else len(lines)
        tags[first[:count] + place] = now[:count]
        if place:
            now[:count] = back[place, np.arange(count), now[:count]]
    return tags


def _follows() -> npt.NDArray[np.bool_]:
    """Which tag can stand before which inner one: its own beginning, or itself."""
    places = np.arange(len(TAGS))
    found: npt.NDArray[np.bool_] = (places[:, None] == places[None, :]) | (places[:, None] == places[None, :] - 1)
    return found


def ranges(tags: npt.NDArray[np.int8], begin: int) -> list[Range]:
    """The runs of one kind: a beginning and the inner tags behind it."""
    found: list[Range] = []
    for index in np.flatnonzero((tags == begin) | (tags == begin + 1)).tolist():
        if tags[index] == begin + 1 and found and found[-1].last == index:
            found[-1] = found[-1]._replace(last=index + 1)
        else:
            found.append(Range(index, index + 1))
    return found


def _near(places: list[Range], first: int, last: int) -> tuple[int, int]:
    """The indexes of the ranges that begin near enough to be linked."""
    starts = [place.first for place in places]
    return int(np.searchsorted(starts, first - FARTHEST)), int(np.searchsorted(starts, last + FARTHEST, side="right"))


def _distance(table: Floats, apart: npt.NDArray[np.int64]) -> Floats:
    found: Floats = table[np.clip(apart, -FARTHEST, FARTHEST) + FARTHEST]
    return found


def _between(
    seen: Features, asking: npt.NDArray[np.int64], answering: npt.NDArray[np.int64], cost: tuple[float, float]
) -> Floats:
    """What the lines and the sentences between two tokens cost, up to a few."""
    lines = np.minimum(np.abs(seen.lines[answering] - seen.lines[asking]), _MOST_APART)
    sentences = np.minimum(np.abs(seen.sentences[answering] - seen.sentences[asking]), _MOST_APART)
    found: Floats = (lines * np.float32(cost[0]) + sentences * np.float32(cost[1])).astype(np.float32)
    return found


def _cue_of(network: Network, scores: Scores, seen: Features, content: Range, cues: list[Range]) -> int | None:
    low, high = _near(cues, content.first, content.last)
    if low >= high:
        return None
    heads, inside = np.array([cue.first for cue in cues[low:high]]), np.arange(content.first, content.last)
    link = scores.asks_cue[inside] @ scores.is_cue[heads].T / np.sqrt(scores.is_cue.shape[1])
    link = link + _distance(network.cue_distance, heads[None, :] - inside[:, None])
    link = link - _between(seen, inside[:, None], heads[None, :], CUE_APART)
    likely = (
        link - np.log(np.exp(link - link.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)) - link.max(axis=1, keepdims=True)
    )
    return low + int(likely.mean(axis=0).argmax())


def _source_of(network: Network, scores: Scores, seen: Features, cue: int, sources: list[Range]) -> Range | None:
    low, high = _near(sources, cue, cue)
    if low >= high:
        return None
    heads = np.array([source.first for source in sources[low:high]])
    link = scores.is_source[heads] @ scores.asks_source[cue] / np.sqrt(scores.is_source.shape[1])
    link = link + _distance(network.source_distance, heads - cue)
    link = link - _between(seen, np.array([cue]), heads, SOURCE_APART)
    best = int(link.argmax())
    return sources[low + best] if link[best] >= network.no_source else None
