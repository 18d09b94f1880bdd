"""Generated records for measuring the archive: texts whose word statistics are stated, the same for the same numbers.

Words are drawn independently by Zipf's law as Mandelbrot corrected it, p(rank) ~ 1 / (rank + 2.7), from 200,000 made-up words,
about what English has (Baayen, Word Frequency Distributions, 2001). A body has 400 words in eight paragraphs, a headline
eight. Outlets (200), sections and authors are drawn by Zipf's law too; publish times are uniform over ten years. One record in fifty
is a copy: the body of an earlier record, a few words changed, at another outlet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import numpy as np
import numpy.typing as npt

from dateline.records import Article, Author, Capture, Evidence, Moment, Paragraph, Span

VOCABULARY = 200_000
SHIFT = 2.7
PARAGRAPHS, PARAGRAPH_WORDS, HEADLINE_WORDS = 8, 50, 8
BODY_WORDS = PARAGRAPHS * PARAGRAPH_WORDS
OUTLETS = 200
COPY_EVERY = 50
BLOCK = 1_000

_FIRST_DAY = datetime(2015, 1, 1)  # noqa: DTZ001 - a wall clock, as pages print it
_MINUTES = 10 * 365 * 24 * 60
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvz", "aeiou"
_SYLLABLES = [a + b for a in _CONSONANTS for b in _VOWELS]
_LANGUAGES = ("en", "de", "fr", "es", "fa")
_GENRES = ("news", "opinion", "analysis", "interview")

Ranks = npt.NDArray[np.int64]


def _word(rank: int) -> str:
    """The word of a rank: frequent words are short, as they are everywhere."""
    out, number = "", rank + 1
    while number:
        number, part = divmod(number, len(_SYLLABLES))
        out += _SYLLABLES[part]
    return out


class Corpus:
    """Records by number; a block of a thousand is made at once, and is the same whenever it is made."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self.words = [_word(rank) for rank in range(VOCABULARY)]
        self.shares = 1.0 / (np.arange(VOCABULARY) + 1 + SHIFT)
        self.shares /= self.shares.sum()
        self._cumulated = np.cumsum(self.shares)

    def draw(self, random: np.random.Generator, shape: tuple[int, ...]) -> Ranks:
        """Ranks of words drawn by their shares."""
        return np.minimum(np.searchsorted(self._cumulated, random.random(shape)), VOCABULARY - 1).astype(np.int64)

    def block(self, number: int) -> list[tuple[Capture, Article]]:
        """The records of a block."""
        random = np.random.default_rng((self._seed, number))
        bodies = self.draw(random, (BLOCK, BODY_WORDS))
        heads = self.draw(random, (BLOCK, HEADLINE_WORDS))
        times = random.integers(0, _MINUTES, BLOCK)
        outlets = (OUTLETS ** random.random(BLOCK)).astype(int)  # log-uniform ranks are Zipf's law
        for at in range(COPY_EVERY - 1, BLOCK, COPY_EVERY):
            bodies[at] = bodies[at - COPY_EVERY // 2]
            bodies[at, random.integers(0, BODY_WORDS, 8)] = self.draw(random, (8,))
            outlets[at] = (outlets[at - COPY_EVERY // 2] % OUTLETS) + 1
        first = number * BLOCK
        return [
            self._record(first + at, bodies[at], heads[at], _FIRST_DAY + timedelta(minutes=int(times[at])), int(outlets[at]))
            for at in range(BLOCK)
        ]

    def blocks(self, records: int) -> Iterator[list[tuple[Capture, Article]]]:
        """The first so many records, block by block."""
        for number in range(records // BLOCK):
            yield self.block(number)

    def _record(self, number: int, body: Ranks, head: Ranks, time: datetime, outlet: int) -> tuple[Capture, Article]:
        words = self.words
        headline = " ".join([words[rank] for rank in head]).capitalize()
        author = f"{words[outlet * 3].capitalize()} {words[outlet * 7 + number % 20].capitalize()}"
        lines = [headline, f"By {author}"]
        texts = [
            " ".join([words[rank] for rank in body[at : at + PARAGRAPH_WORDS]]).capitalize() + "."
            for at in range(0, BODY_WORDS, PARAGRAPH_WORDS)
        ]
        start = sum(len(line) + 1 for line in lines)
        paragraphs = []
        for text in texts:
            paragraphs.append(Paragraph("paragraph", text, Span(start, start + len(text)), 0.97))
            start += len(text) + 1
        text = "\n".join([*lines, *texts])
        domain = f"outlet{outlet}.example"
        url = f"https://www.{domain}/news/{number}"
        capture = Capture(content=text.encode(), url=url, media_type="text/plain", origin=f"corpus#{number}")
        published = Moment.at(time, precision="minute", offset=timedelta(hours=outlet % 4))
        article = Article(
            uri=url, url=url, canonical_url=url, outlet=domain, news_id=str(number), headline=headline, byline=lines[1],
            authors=(Author(author),), published=published, language=_LANGUAGES[outlet % 5], section=words[outlet % 12],
            genre=_GENRES[number % 4], kind="article", access="full", body=tuple(paragraphs), text=text,  # type: ignore[arg-type]  # a tuple of the literals
            evidence=(
                _seen("headline", headline, 0),
                _seen("byline", lines[1], len(headline) + 1),
            ),
            capture=capture.sha256, reader="corpus/1",
        )  # fmt: skip
        return capture, article


def _seen(field: str, text: str, start: int) -> Evidence:
    return Evidence(
        field=field, method="corpus", raw=text, value=text, confidence=0.95, chosen=True, span=Span(start, start + len(text))
    )
