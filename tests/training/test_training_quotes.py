"""Attributed texts become tags and links that say what the gold says."""

from __future__ import annotations

import numpy as np
import pytest
from training.quotes_data import CHUNK, NO_LINK, Example, batch, batches, within

from dateline.statements.features import tokens
from dateline.statements.network import TAGS

TEXT = "“We will not raise the fare,” said Jane Holm. She added that the ferry sails."


def _text(times: int = 1) -> dict[str, object]:
    """An invented text with gold, so many times over, a line each."""

    def span(words: str, line: int) -> list[int]:
        start = TEXT.index(words) + line * (len(TEXT) + 1)
        return [start, start + len(words)]

    said = [("“We will not raise the fare,”", "said", "Jane Holm"), ("that the ferry sails", "added", "She")]
    return {
        "text": "\n".join([TEXT] * times),
        "attributions": [
            {"content": [span(content, line)], "cue": [span(cue, line)], "source": [span(source, line)]}
            for line in range(times)
            for content, cue, source in said
        ],
    }


def test_tags_and_links() -> None:
    """Every token has the tag of the span it is in; content is linked to its cue, a cue to its source."""
    example = Example(_text())
    pieces = tokens(TEXT, 0, len(TEXT)).pieces
    tagged = [(pieces[at], TAGS[tag]) for at, tag in enumerate(example.tags) if tag]
    assert tagged[0] == ("“", "B-content")
    assert ("said", "B-cue") in tagged
    assert ("Jane", "B-source") in tagged
    assert ("Holm", "I-source") in tagged
    said, added = pieces.index("said"), pieces.index("added")
    assert {int(place) for place in example.cue} == {NO_LINK, said, added}
    assert (example.source[said], example.source[added]) == (pieces.index("Jane"), pieces.index("She"))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param([0, 3], [(0, 1)], id="a word"),
        pytest.param([1, 6], [(0, 2)], id="parts of words"),
        pytest.param([0, 11], [(0, 2), (3, 4)], id="over lines"),
    ],
)
def test_within(span: list[int], expected: list[tuple[int, int]]) -> None:
    """A span is the tokens it touches, without the ends of lines."""
    text = "One two\nfour five"
    assert within(tokens(text, 0, len(text)), span) == expected


def test_chunks_hold_every_token_once() -> None:
    """A round's chunks are a text's tokens, in order, none twice, none longer than a chunk."""
    example = Example(_text(40))
    cut = example.chunks(np.random.default_rng(1))
    assert [place for start, end in cut for place in range(start, end)] == list(range(len(example.tags)))
    assert all(end - start <= CHUNK for start, end in cut)


def test_links_stay_in_their_chunk() -> None:
    """Links point to a token of the right tag in the same chunk, or are not asked for."""
    for found in batches([Example(_text(60))] * 3, np.random.default_rng(1)):
        for chunk in range(len(found.tags)):
            for links, tag in ((found.cue, "B-cue"), (found.source, "B-source")):
                places = [place for place in links[chunk] if place not in (NO_LINK, CHUNK)]
                assert all(found.tags[chunk][place] == TAGS.index(tag) for place in places)


def test_padding() -> None:
    """What a chunk does not fill is no token."""
    example = Example(_text())
    size = len(example.tags)
    found = batch([(example, 0, size)])
    assert (found.tags[0, size:] == -1).all()
    assert (found.tags[0, :size] >= 0).all()
