"""Who said what: quotations and reported speech with their cues and speakers.

English is read by the attribution model (`network.py`, trained by `training/quotes.py`); the other languages that have cue words by rules
(`marked.py`). Speakers are then named by what the whole text says of them (`speakers.py`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.moments.words import root
from dateline.records import Span
from dateline.statements.cues import cues
from dateline.statements.decoding import linked
from dateline.statements.features import capitals, features, tokens
from dateline.statements.languages import guess
from dateline.statements.marked import find_marked
from dateline.statements.network import Network
from dateline.statements.pieces import continued, joined
from dateline.statements.prose import is_noise, stretches
from dateline.statements.quotation import quotations
from dateline.statements.records import Statement
from dateline.statements.said import Said, is_quote
from dateline.statements.speakers import Speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.statements.decoding import Range
    from dateline.statements.features import Tokens
    from dateline.statements.quotation import Quotation


def find_attributions(text: str, *, language: str | None = None, network: Network | None = None) -> list[Statement]:
    """The quotes and paraphrases of a text, in order of their content, which do not overlap.

    `language` is a BCP 47 tag; without it the language is guessed. In one without cue words nothing is found.
    `network` stands in for the shipped one, to be measured.
    """
    language = root(language) or guess(text)
    marks = quotations(text)
    quoted = [one for one in marks if one.depth == 0]
    if language == "en":
        said = continued(list(_modelled(text, marks, network or shipped_network())), marks)
    else:
        words = cues(language)
        said = find_marked(text, words) if words else []
    speakers = Speakers(text, language)
    starts = [one.start for one in quoted]
    return [
        Statement(
            kind="quote" if is_quote(one.content, quoted, starts) else "paraphrase",
            content=one.content,
            cue=one.cue,
            speaker=one.speaker,
            speaker_name=speakers.name(one),
        )
        for one in said
    ]


@cache
def shipped_network() -> Network:
    """The shipped weights, loaded once."""
    with (files("dateline") / "data" / "models" / "statements" / "attributions.npz").open("rb") as file:
        return Network.load(file)


def _modelled(text: str, marks: list[Quotation], network: Network) -> Iterator[Said]:
    """What the model finds, stretch by stretch."""
    counts = capitals(text)
    at = 0
    for start, end in stretches(text):
        inside = []
        while at < len(marks) and marks[at].start < end:
            inside.append(marks[at])
            at += 1
        seen = tokens(text, start, end)
        if not seen.pieces or is_noise(len(seen.pieces), end - start):
            continue
        known = features(seen, inside, counts)
        scores = network.scores(known.rows)
        breaks = [index for index, piece in enumerate(seen.pieces) if piece == "\n"]
        for one in linked(network, scores, known, breaks):
            yield Said(
                joined(text, [_span(seen, part) for part in one.content]),
                (_span(seen, one.cue),) if one.cue else (),
                (_span(seen, one.source),) if one.source else (),
            )


def _span(seen: Tokens, part: Range) -> Span:
    return Span(seen.starts[part.first], seen.ends[part.last - 1])
