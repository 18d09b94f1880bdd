"""Texts of megabytes: what only marks fill costs no network, and long chains, many speakers and rows of stops cost no more than their length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from dateline.records import Span
from dateline.statements import find_statements
from dateline.statements.allegations import find_allegations
from dateline.statements.attributions import find_attributions, shipped_network
from dateline.statements.network import Network
from dateline.statements.pieces import continued
from dateline.statements.quotation import quotations
from dateline.statements.records import Statement
from dateline.statements.said import Said
from dateline.statements.sentences import sentences
from dateline.statements.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.statements.features import Rows
    from dateline.statements.network import Scores


class Counting(Network):
    """The shipped network, which counts the tokens it is asked about."""

    def __init__(self) -> None:
        super().__init__(shipped_network()._weights)
        self.seen = 0

    def scores(self, rows: Rows) -> Scores:
        """Count, then score."""
        self.seen += len(rows)
        return super().scores(rows)


@pytest.mark.parametrize("piece", ['"', "”", "“\n", "“a ", "(", ")", ":", ",", ".", "7\n", "A\n", "—"])
def test_marks_are_not_scored(piece: str) -> None:
    """No stretch of a text that is nothing but marks and single signs goes through the network, however long the text is."""
    network = Counting()
    find_attributions(piece * (100_000 // len(piece)), language="en", network=network)
    assert network.seen < 5_000


@pytest.mark.parametrize(
    "line",
    [
        "“No,” he said. “Go on.” She said: “Yes.”\n",
        "“We will open the bridge,” said Jane Holm, who added that it was safe.\n",
        "1. FC Elm – Marram 3:1 (2:0), 4,200 said to have come.\n",
    ],
)
def test_prose_is_scored(line: str) -> None:
    """Every stretch of prose does, of terse dialogue too."""
    network = Counting()
    find_attributions(line * 400, language="en", network=network)
    assert network.seen > 400 * len(line.split())


def _chain(size: int) -> Callable[[], object]:
    """One quotation that goes on over so many paragraphs, of which its speaker has the first."""
    marks = quotations("“The river was high that year.\n" * size)
    said = [Said((Span(marks[0].start, marks[0].end),))]
    return lambda: continued(said, marks)


def _voices(size: int) -> Callable[[], object]:
    """As many organisations as statements of "the company"."""
    text = "".join(
        f"Roe{chr(97 + at % 26)}{chr(97 + at // 26 % 26)} Mills Corp. rose. The company said so.\n" for at in range(size)
    )
    places = [at for at in range(len(text)) if text.startswith("The company", at)]
    said = [
        Statement(kind="quote", content=(Span(at + 12, at + 19),), speaker=(Span(at, at + 11),), speaker_name="Roe")
        for at in places
    ]
    dated = [Statement(kind="plan", content=one.content, speaker=one.speaker) for one in said]

    def named() -> None:
        voices = Voices(text, "en", said)
        for one in (*said, *dated):
            voices.name(one)

    return named


def _stops(size: int) -> Callable[[], object]:
    text = "." * size * 10 + "x"
    return lambda: list(sentences(text))


def spent(work: Callable[[], object]) -> float:
    """Seconds of this process's time, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(("shape", "size"), [(_chain, 6_000), (_voices, 600), (_stops, 6_000)])
def test_twice_the_text_takes_twice_the_time(shape: Callable[[int], Callable[[], object]], size: int) -> None:
    """Nothing is looked through again for every statement: twice the text takes about twice the time, where it takes any."""
    shape(size)()
    once, twice = spent(shape(size)), spent(shape(2 * size))
    assert twice <= 3 * once + 0.02


def test_marks_behind_a_hedge_are_looked_at_once() -> None:
    """A row of marks that fills a hedge's sentence costs a few times what as many letters do, not a look at its end from each of them."""
    marks, letters = (("allegedly " + filling + " ") * 200 for filling in ('"' * 800, "ab " * 266))
    assert spent(lambda: list(find_allegations(marks, language="en"))) <= 10 * spent(
        lambda: list(find_allegations(letters, language="en"))
    )


def test_a_long_row_of_marks_says_nothing() -> None:
    """A million quotation marks are nobody's word."""
    assert find_statements('"' * 1_000_000) == ()
